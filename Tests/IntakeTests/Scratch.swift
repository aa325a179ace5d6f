import Foundation
import Tenders
import Testing

/// A temporary folder that goes away with this value, and the system's own tools to pack archives in it.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "intake-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  /// The path of something in the folder.
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file; folders on the way are made.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: name))) }

  // MARK: Tools

  static func has(_ tool: String) -> Bool { find(tool) != nil }

  private static func find(_ tool: String) -> String? {
    ["/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(tool)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  struct ToolFailure: Error {
    var tool: String
    var status: Int32
  }

  /// Runs a tool in a folder of the scratch folder.
  func run(_ tool: String, _ arguments: [String], in folder: String = "") throws {
    let process = Process()
    process.executableURL = URL(filePath: Self.find(tool) ?? tool)
    process.arguments = arguments
    process.currentDirectoryURL = folder.isEmpty ? url : url.appending(path: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ToolFailure(tool: tool, status: process.terminationStatus)
    }
  }

  /// Packs these files of a folder as a zip beside it.
  @discardableResult
  func zip(_ archive: String, _ files: [String], in folder: String = "", options: [String] = []) throws
    -> String
  {
    try run("zip", ["-q", "-X"] + options + [path(archive)] + files, in: folder)
    return path(archive)
  }
}

let needsZip: Comment = "zip is not installed"
let needsTar: Comment = "tar or xz is not installed"

/// A small eForms notice with a procedure, a title and a dispatch day.
func notice(
  _ id: String = "a", procedure: String = "1", title: String = "Kademuur", day: String = "2026-03-01"
) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
    <cbc:CustomizationID>eforms-sdk-1.10</cbc:CustomizationID>
    <cbc:ID schemeName="notice-id">\(id)</cbc:ID>
    <cbc:ContractFolderID>procedure-\(procedure)</cbc:ContractFolderID>
    <cbc:IssueDate>\(day)</cbc:IssueDate>
    <cbc:NoticeTypeCode listName="competition">cn-standard</cbc:NoticeTypeCode>
    <cac:ProcurementProject><cbc:Name languageID="NLD">\(title)</cbc:Name></cac:ProcurementProject>
  </ContractNotice>
  """
}

extension AwardCriterion {
  /// The criterion without the element that states it.
  var unplaced: AwardCriterion {
    var copy = self
    copy.element = nil
    return copy
  }
}
