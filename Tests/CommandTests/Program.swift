import Foundation
import Testing

/// The built program, run as a user runs it.
enum Program {
  struct Result {
    var status: Int32
    var output: Data
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(whereSeparator: \.isNewline).map(String.init) }

    /// The objects of NDJSON output.
    func objects() throws -> [JSON] { try lines.map { try JSON(Data($0.utf8)) } }
  }

  /// Beside the test bundle, or in one of the folders above it.
  static let url: URL? = {
    var folders: [URL] = []
    for start in [CommandLine.arguments.first.map { URL(filePath: $0) }, Bundle.main.bundleURL].compactMap({
      $0
    }) {
      var folder = start.resolvingSymlinksInPath()
      for _ in 0..<6 {
        folder.deleteLastPathComponent()
        folders.append(folder)
      }
    }
    // A test runner may stand elsewhere: then the build folder of the package is looked in.
    folders.append(root.appending(path: ".build/debug"))
    return folders.map { $0.appending(path: "toetssteen") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) && !isFolder($0) }
  }()

  private static func isFolder(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
  }

  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static var samples: String { root.appending(path: "Samples").path }
  static func sample(_ name: String) -> String { root.appending(path: "Samples/\(name)").path }

  /// A process of the program, not yet started; its messages are in English and its cache is the test's own.
  static func process(_ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:])
    throws
    -> Process
  {
    let process = Process()
    let program: URL = try #require(url, "the program is not built")
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? FileManager.default.temporaryDirectory
    process.environment = self.environment.merging(environment) { $1 }
    return process
  }

  static let environment: [String: String] = [
    "LC_ALL": "en_GB.UTF-8", "PATH": "/usr/bin:/bin",
    "XDG_CACHE_HOME": FileManager.default.temporaryDirectory.appending(path: "toetssteen-tests-cache").path,
  ]

  /// Runs the program to its end.
  static func run(
    _ arguments: String..., input: [UInt8]? = nil, in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try run(arguments, input: input, in: folder, environment: environment)
  }

  static func run(
    _ arguments: [String], input: [UInt8]? = nil, in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try finish(process(arguments, in: folder, environment: environment), input: input)
  }

  /// Runs a line of shell in which `$program` is the program.
  static func shell(_ line: String, in folder: URL? = nil) throws -> Result {
    let process = try process(["-c", line], in: folder, environment: ["program": try #require(url).path])
    process.executableURL = URL(filePath: "/bin/sh")
    return try finish(process)
  }

  /// Starts a process and gives what it wrote; through files, so that no pipe can fill.
  private static func finish(_ process: Process, input: [UInt8]? = nil) throws -> Result {
    let scratch = try Scratch()
    let output = try FileHandle(forUpdating: URL(filePath: scratch.write("out", "")))
    let errors = try FileHandle(forUpdating: URL(filePath: scratch.write("err", "")))
    process.standardOutput = output
    process.standardError = errors
    if let input {
      process.standardInput = try FileHandle(forReadingFrom: URL(filePath: scratch.write("in", input)))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    try output.close()
    try errors.close()
    return Result(
      status: process.terminationStatus,
      output: try Data(contentsOf: scratch.url.appending(path: "out")),
      errors: String(decoding: try Data(contentsOf: scratch.url.appending(path: "err")), as: UTF8.self))
  }
}

/// A value of JSON, reached into by keys and positions; what is not there is null.
struct JSON {
  private let value: Any

  init(_ data: Data) throws {
    value = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
  }

  private init(value: Any) { self.value = value }

  subscript(key: String) -> JSON { JSON(value: (value as? [String: Any])?[key] ?? NSNull()) }
  subscript(index: Int) -> JSON {
    let list = value as? [Any] ?? []
    return JSON(value: index < list.count ? list[index] : NSNull())
  }

  var string: String? { value as? String }
  var int: Int? { (value as? NSNumber)?.intValue }
  var double: Double? { (value as? NSNumber)?.doubleValue }
  var bool: Bool? { (value as? NSNumber)?.boolValue }
  var array: [JSON] { (value as? [Any] ?? []).map { JSON(value: $0) } }
  var strings: [String] { array.compactMap(\.string) }
  var keys: [String] { (value as? [String: Any])?.keys.sorted() ?? [] }
}

/// A temporary folder that goes away with this value, and the system's own tools to pack archives in it.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }
  func path(_ name: String) -> String { url.appending(path: name).path }

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

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  /// Copies something of the package into the folder.
  func copy(_ source: String, to name: String) throws {
    try FileManager.default.copyItem(at: Program.root.appending(path: source), to: url.appending(path: name))
  }

  static func has(_ tool: String) -> Bool { find(tool) != nil }

  private static func find(_ tool: String) -> String? {
    ["/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(tool)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Packs files of the folder with zip or tar.
  func pack(_ tool: String, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.find(tool)))
    process.arguments = arguments
    process.currentDirectoryURL = url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(tool) \(arguments)")
  }
}

let needsZip: Comment = "zip is not installed"

/// A small eForms notice; `condition` is the text of its conditions of performance.
func notice(
  _ id: String = "a", procedure: String = "1", country: String = "NLD", cpv: String = "44912100",
  day: String = "2026-03-01", condition: String = "De opdrachtnemer levert op tijd."
) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"
    xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1"
    xmlns:efbc="http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1"
    xmlns:efext="http://data.europa.eu/p27/eforms-ubl-extensions/1">
    <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
      <efac:Organizations><efac:Organization><efac:Company>
        <cac:PartyIdentification><cbc:ID schemeName="organization">ORG-0001</cbc:ID></cac:PartyIdentification>
        <cac:PartyName><cbc:Name languageID="NLD">Gemeente Zandoever</cbc:Name></cac:PartyName>
        <cac:PostalAddress>
          <cac:Country><cbc:IdentificationCode listName="country">\(country)</cbc:IdentificationCode></cac:Country>
        </cac:PostalAddress>
      </efac:Company></efac:Organization></efac:Organizations>
    </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
    <cbc:CustomizationID>eforms-sdk-1.10</cbc:CustomizationID>
    <cbc:ID schemeName="notice-id">\(id)</cbc:ID>
    <cbc:ContractFolderID>procedure-\(procedure)</cbc:ContractFolderID>
    <cbc:IssueDate>\(day)</cbc:IssueDate>
    <cbc:NoticeTypeCode listName="competition">cn-standard</cbc:NoticeTypeCode>
    <cac:ContractingParty><cac:Party>
      <cac:PartyIdentification><cbc:ID schemeName="organization">ORG-0001</cbc:ID></cac:PartyIdentification>
    </cac:Party></cac:ContractingParty>
    <cac:ProcurementProject>
      <cbc:Name languageID="NLD">Kademuur</cbc:Name>
      <cac:MainCommodityClassification>
        <cbc:ItemClassificationCode listName="cpv">\(cpv)</cbc:ItemClassificationCode>
      </cac:MainCommodityClassification>
    </cac:ProcurementProject>
    <cac:ProcurementProjectLot><cbc:ID schemeName="Lot">LOT-0001</cbc:ID>
      <cac:TenderingTerms><cac:ContractExecutionRequirement>
        <cbc:ExecutionRequirementCode listName="conditions">performance</cbc:ExecutionRequirementCode>
        <cbc:Description languageID="NLD">\(condition)</cbc:Description>
      </cac:ContractExecutionRequirement></cac:TenderingTerms>
    </cac:ProcurementProjectLot>
  </ContractNotice>
  """
}
