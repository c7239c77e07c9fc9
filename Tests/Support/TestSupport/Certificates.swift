import FoundationEssentials
import Glibc
import Testing

/// Certificates of a made-up authority, in a folder of their own that vanishes with this object.
///
/// `good` is for `localhost` and 127.0.0.1, `other` for another name, `old` has run out, `client`
/// is for the client, the key of `locked` has a password, and nobody has signed `stranger`.
public final class Certificates: Sendable {
  /// The folder.
  public let folder: String

  /// Makes them.
  ///
  /// - Throws: an issue where `openssl` cannot make them.
  public init() throws {
    var template = Array("/tmp/caseworkbench-tls-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { template in
      unsafe template.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    folder = try #require(made)
    try sign("ca", as: "Test authority")
    try sign("stranger", as: "client")
    try issue("good", names: "DNS:localhost,IP:127.0.0.1")
    try issue("other", names: "DNS:other.example.com")
    try issue("old", names: "DNS:localhost", days: -1)
    try issue("client", names: "DNS:client")
    try openssl(
      ["ec", "-in", "client.key", "-aes128", "-passout", "pass:x", "-out", "locked.key"])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The path of a file.
  ///
  /// - Parameter name: its name with its ending, such as `client.pem` or `client.key`.
  public subscript(name: String) -> String { "\(folder)/\(name)" }

  private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]

  /// Makes a certificate that vouches for itself.
  private func sign(_ name: String, as subject: String) throws {
    try openssl(
      ["req", "-x509"] + Self.newKey + ["-nodes", "-keyout", "\(name).key"]
        + ["-out", "\(name).pem", "-days", "2", "-subj", "/CN=\(subject)"])
  }

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
