import Glibc

/// What a sanitizer adds to the memory of the process, where the tests are built with one.
public enum Sanitizer {
  /// What a program that is started by a test must be told of the sanitizer it is built with.
  public static var environment: [String: String] {
    var found: [String: String] = [:]
    for name in ["ASAN_OPTIONS", "LSAN_OPTIONS"] {
      found[name] = unsafe getenv(name).map { unsafe String(cString: $0) }
    }
    return found
  }

  /// How much more the process may hold than a test without a sanitizer would allow.
  ///
  /// The address sanitizer keeps what was freed for a while, 32 MB as `Config/sanitize` starts it,
  /// and marks all memory; the thread sanitizer keeps up to eight bytes beside each byte that is
  /// used.
  ///
  /// - Parameter kilobytes: the bound without a sanitizer.
  /// - Returns: the bound; the same where there is none.
  public static func bound(_ kilobytes: Int) -> Int {
    if unsafe dlsym(nil, "__asan_init") != nil { return kilobytes + 100_000 }
    if unsafe dlsym(nil, "__tsan_init") != nil { return kilobytes * 9 }
    return kilobytes
  }
}
