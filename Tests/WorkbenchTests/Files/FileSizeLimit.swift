import Glibc

/// Makes writing fail in this process as it does on a full disk, from some size on.
enum FileSizeLimit {
  static func set(bytes: UInt) {
    _ = signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }
}
