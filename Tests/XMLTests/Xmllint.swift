import Foundation

/// The XPath engine of xmllint, which knows nothing of ours.
enum Xmllint {
  private static let path = ["/usr/bin/xmllint", "/usr/local/bin/xmllint", "/opt/homebrew/bin/xmllint"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isThere: Bool { path != nil }

  /// Writes bytes to a temporary file, which is removed behind `body`.
  static func withFile(_ bytes: [UInt8], _ body: (URL) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "xmllint-\(UUID().uuidString).xml")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try body(file)
  }

  /// What an expression gives for a file, without the line end that xmllint adds.
  static func evaluate(_ expression: String, in file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/usr/bin/xmllint")
    process.arguments = ["--nonet", "--xpath", expression, file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    var text = String(decoding: data, as: UTF8.self)
    if text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
