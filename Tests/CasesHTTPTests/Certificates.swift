import FoundationEssentials
import Glibc
import Testing

/// Certificates of a made-up authority, in a folder of their own that vanishes with this object.
///
/// `good` is for `localhost` and 127.0.0.1, `other` for another name, `old` has run out, `client` is
/// for the client, and the key of `locked` has a password.
final class Certificates {
  /// The folder.
  let folder: String

  /// Makes them.
  ///
  /// - Throws: an issue where `openssl` cannot make them.
  init() throws {
    var template = Array("/tmp/caseworkbench-tls-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { template in
      unsafe template.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    folder = try #require(made)
    try openssl(
      ["req", "-x509"] + Self.newKey + ["-nodes", "-keyout", "ca.key", "-out", "ca.pem"]
        + ["-days", "2", "-subj", "/CN=Test authority"])
    try issue("good", names: "DNS:localhost,IP:127.0.0.1")
    try issue("other", names: "DNS:other.example.com")
    try issue("old", names: "DNS:localhost", days: -1)
    try issue("client", names: "DNS:client")
    try openssl(
      ["ec", "-in", "client.key", "-aes128", "-passout", "pass:x", "-out", "locked.key"])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The path of a file.
  subscript(name: String) -> String { "\(folder)/\(name)" }

  private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]

  private func issue(_ name: String, names: String, days: Int = 2) throws {
    try openssl(
      ["req"] + Self.newKey + ["-nodes", "-keyout", "\(name).key"]
        + ["-out", "\(name).csr", "-subj", "/CN=\(name)"])
    try Data("subjectAltName=\(names)\n".utf8).write(to: URL(filePath: self["\(name).ext"]))
    try openssl(
      ["x509", "-req", "-in", "\(name).csr", "-CA", "ca.pem", "-CAkey", "ca.key"]
        + ["-CAcreateserial", "-days", "\(days)", "-extfile", "\(name).ext", "-out", "\(name).pem"])
  }

  private func openssl(_ arguments: [String]) throws {
    try Tool.run(["openssl"] + arguments, in: folder)
  }
}
