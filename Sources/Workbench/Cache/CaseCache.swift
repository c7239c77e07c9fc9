public import CaseWire
import FoundationEssentials
import Glibc
import Threads

/// Keeps cases as they were seen on disk, so that they can be read without a server, and what
/// changed can be told without its history.
///
/// One file a case, the state seen last at its end; nobody but the user may read it. What cannot be
/// written or read is simply not there: nothing that anybody wrote lies here alone. All functions
/// may be called from any thread; they wait for the disk.
public final class CaseCache: Sendable {
  /// How many times a case is written before the limits are seen to again.
  private static let writesBetween = 50

  /// What is known of the folder without looking.
  private struct Memory {
    /// The states that were written last, so that an unchanged case is not read and written again.
    var last: [CaseNumber: Case] = [:]
    /// How often a case was written since the limits were seen to.
    var writes = 0
  }

  private let path: String
  private let limits: CaseCacheLimits
  private let memory = Locked(Memory())

  /// Takes a folder, which need not exist; what it holds above the limits is removed.
  ///
  /// - Parameters:
  ///   - path: a folder that holds nothing else.
  ///   - limits: how much of it is kept.
  public init(path: String, limits: CaseCacheLimits = CaseCacheLimits()) {
    self.path = path
    self.limits = limits
    prune()
  }

  /// Notes a case as it is now, unless it was seen so before.
  ///
  /// - Parameters:
  ///   - value: the case.
  ///   - seenAt: the present moment.
  public func remember(_ value: Case, seenAt: Timestamp) {
    memory.withLock { memory in
      guard memory.last[value.number] != value else { return }
      var states = read(value.number)
      if states.last?.value != value {
        states.append(SeenCase(value, seenAt: seenAt))
        write(states, of: value.number)
        memory.writes += 1
      } else {
        // The time of the file tells when the case was seen last.
        _ = unsafe utimensat(AT_FDCWD, "\(path)/\(file(value.number))", nil, 0)
      }
      if memory.last.count > limits.cases { memory.last = [:] }
      memory.last[value.number] = value
      guard memory.writes >= Self.writesBetween else { return }
      memory.writes = 0
      prune()
    }
  }

  /// The states in which a case was seen.
  ///
  /// - Parameter number: the case.
  /// - Returns: the states, the last one last; none where it was never seen.
  public func states(of number: CaseNumber) -> [SeenCase] {
    memory.withLock { _ in read(number) }
  }

  private func file(_ number: CaseNumber) -> String { "case-\(number).json" }

  private func read(_ number: CaseNumber) -> [SeenCase] {
    guard let folder = try? Descriptor.folder(path),
      let bytes = try? folder.read(file(number), path: path)
    else { return [] }
    return (try? JSONDecoder().decode([SeenCase].self, from: Data(bytes))) ?? []
  }

  /// Writes the newest states, as many as are kept; the last one always is.
  private func write(_ states: [SeenCase], of number: CaseNumber) {
    var kept = Array(states.suffix(limits.states))
    guard var bytes = try? JSONEncoder().encode(kept) else { return }
    while bytes.count > limits.bytesOfCase, kept.count > 1 {
      kept.removeFirst((kept.count + 3) / 4)
      guard let fewer = try? JSONEncoder().encode(kept) else { return }
      bytes = fewer
    }
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

  /// Removes the cases that were not seen for longest, down to the limits.
  private func prune() {
    guard let folder = try? Descriptor.folder(path) else { return }
    var files: [(name: String, time: Int, size: Int)] = []
    for name in folder.names() where name.hasPrefix("case-") {
      var found = stat()
      guard unsafe fstatat(folder.number, name, &found, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      files.append((name, found.st_mtim.tv_sec, Int(found.st_size)))
    }
    let oldest = time(nil) - limits.seconds
    var bytes = 0
    for (index, file) in files.sorted(by: { $0.time > $1.time }).enumerated() {
      bytes += file.size
      if index >= limits.cases || bytes > limits.bytes || file.time < oldest {
        folder.remove(file.name)
      }
    }
  }
}
