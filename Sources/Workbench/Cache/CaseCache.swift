public import CaseWire
import FoundationEssentials
import Glibc
import Locking

/// Keeps cases as they were seen on disk, so that they can be read without a server, and what changed
/// can be told without its history.
///
/// One file a case, the state seen last at its end; nobody but the user may read it. What cannot be
/// written or read is simply not there: nothing that anybody wrote lies here alone. All functions may
/// be called from any thread; they wait for the disk.
public final class CaseCache: Sendable {
  /// States of one case that are kept.
  static let mostStates = 20
  /// Cases that are kept; the ones that were not seen for longest go first.
  static let mostCases = 500

  private let path: String
  /// The states that were written last, so that an unchanged case is not read and written again.
  private let last = Locked<[CaseNumber: Case]>([:])

  /// Takes a folder, which need not exist; what it holds above the limit is removed.
  ///
  /// - Parameter path: a folder that holds nothing else.
  public init(path: String) {
    self.path = path
    prune()
  }

  /// Notes a case as it is now, unless it was seen so before.
  ///
  /// - Parameters:
  ///   - value: the case.
  ///   - seenAt: the present moment.
  public func remember(_ value: Case, seenAt: Timestamp) {
    last.withLock { last in
      guard last[value.number] != value else { return }
      var states = read(value.number)
      if states.last?.value != value {
        states.append(SeenCase(value, seenAt: seenAt))
        write(Array(states.suffix(Self.mostStates)), of: value.number)
      }
      if last.count > Self.mostCases { last = [:] }
      last[value.number] = value
    }
  }

  /// The states in which a case was seen.
  ///
  /// - Parameter number: the case.
  /// - Returns: the states, the last one last; none where it was never seen.
  public func states(of number: CaseNumber) -> [SeenCase] {
    last.withLock { _ in read(number) }
  }

  private func file(_ number: CaseNumber) -> String { "case-\(number).json" }

  private func read(_ number: CaseNumber) -> [SeenCase] {
    guard let folder = try? Descriptor.folder(path),
      let bytes = try? folder.read(file(number), path: path)
    else { return [] }
    return (try? JSONDecoder().decode([SeenCase].self, from: Data(bytes))) ?? []
  }

  private func write(_ states: [SeenCase], of number: CaseNumber) {
    guard let bytes = try? JSONEncoder().encode(states) else { return }
    try? PrivateFolder.make(path)
    guard let folder = try? Descriptor.folder(path) else { return }
    let name = file(number)
    let temporary = ".\(name).tmp"
    folder.remove(temporary)
    // It need not outlive a loss of power, so nobody waits until it is on the disk.
    try? WholeFile.write(
      [UInt8](bytes), to: name, in: folder, temporary: temporary, path: path, replacing: true,
      isShared: false, outlivesPower: false)
  }

  /// Removes the cases that were not seen for longest, down to the limit.
  private func prune() {
    guard let stream = unsafe opendir(path) else { return }
    defer { unsafe closedir(stream) }
    var files: [(name: String, time: Int)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      var found = stat()
      guard name.hasPrefix("case-"), unsafe stat("\(path)/\(name)", &found) == 0 else { continue }
      files.append((name, found.st_mtim.tv_sec))
    }
    guard files.count > Self.mostCases else { return }
    for file in files.sorted(by: { $0.time > $1.time }).dropFirst(Self.mostCases) {
      _ = unsafe unlink("\(path)/\(file.name)")
    }
  }
}
