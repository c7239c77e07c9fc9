/// Why bytes are no JSON document that is to be read, and where.
public enum JSONFault: Hashable, Sendable {
  /// There is nothing but white space.
  case empty
  /// The document ends before it is whole; holds how many bytes there are.
  case endsEarly(after: Int)
  /// A byte stands where it cannot; holds its place from 1.
  case unexpected(at: Int)
  /// Lists and objects lie in each other too deep; holds the place from 1 of the first too many.
  case tooDeep(at: Int)
}
