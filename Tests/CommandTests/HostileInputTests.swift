import Foundation
import Testing

/// Files that want to do harm, or are broken: each costs itself and nothing else.
@Suite struct HostileInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var reason: String
    /// What the message must say.
    var says: String

    init(_ name: String, _ text: String, _ reason: String, _ says: String = "") {
      self.init(name, Array(text.utf8), reason, says)
    }

    init(_ name: String, _ bytes: [UInt8], _ reason: String, _ says: String = "") {
      (self.name, self.bytes, self.reason, self.says) = (name, bytes, reason, says)
    }

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case("an empty file", "", "not-a-notice", "empty"),
    Case("HTML", "<!DOCTYPE html><html><body>Inloggen</body></html>", "not-a-notice"),
    Case("plain text", "De inschrijver levert.", "not-a-notice"),
    Case("XML of another kind", "<invoice><total>3</total></invoice>", "not-a-notice"),
    Case("JSON", "{\"ocid\": 1}", "not-a-notice"),
    Case("a PDF", "%PDF-1.7\n1 0 obj", "not-a-notice"),
    Case("binary", [0, 1, 2, 3, 0xFF], "not-a-notice"),
    Case("truncated XML", String(notice().prefix(900)), "malformed", "line"),
    Case(
      "the wrong encoding",
      Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ContractNotice>\n<a>caf".utf8) + [0xE9]
        + Array("</a></ContractNotice>".utf8), "malformed", "line 3"),
    Case(
      "an external entity",
      "<!DOCTYPE n [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><ContractNotice>&e;</ContractNotice>",
      "malformed",
      "refused"),
    Case(
      "a parameter entity",
      "<!DOCTYPE n [<!ENTITY % e SYSTEM \"http://127.0.0.1:9/\"> %e;]><ContractNotice/>",
      "malformed", "refused"),
    Case("a billion laughs", billionLaughs, "malformed", "refused"),
    Case("deep nesting", String(repeating: "<n>", count: 1_700_000), "too-deep", "deep"),
    Case("a zip that is cut off", [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0], "malformed", "archive"),
    Case("a gzip of nothing", [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0], "malformed", "archive"),
  ]

  private static let billionLaughs: String = {
    let levels = (1...9).map { level in
      "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">"
    }
    return "<!DOCTYPE n [<!ENTITY a0 \"ha\">\(levels.joined())]><ContractNotice>&a9;</ContractNotice>"
  }()

  @Test("a bad file of a batch is named with its reason, and the others are read", arguments: cases)
  func inBatch(bad: Case) throws {
    let scratch = try Scratch()
    try scratch.write("1.xml", notice("a"))
    try scratch.write("2.xml", bad.bytes)
    try scratch.write("3.xml", notice("c", procedure: "3"))
    let result = try Program.run("scan", scratch.path, "--format", "ndjson")
    #expect(result.status == 0)
    let objects = try result.objects()
    #expect(objects.compactMap { $0["tender"]["id"].string } == ["a", "c"])
    let unread = try #require(objects.first { $0["schema"].string == "toetssteen.unread/1" })
    #expect(unread["source"]["path"].string == scratch.path("2.xml"))
    #expect(unread["reason"].string == bad.reason)
    let message = try #require(unread["message"].string)
    #expect(!message.isEmpty && !message.contains { $0.isNewline })
    #expect(bad.says.isEmpty || message.contains(bad.says))
    #expect(isOneLine(result.errors))
    #expect(result.errors.contains(bad.reason))
    #expect(!result.text.contains("root:"))
  }

  @Test(
    "alone it ends with 2 and one line, for each command that reads a tender",
    arguments: cases.filter { $0.reason != "not-a-notice" })
  func alone(bad: Case) throws {
    let scratch = try Scratch()
    let file = try scratch.write("slecht.xml", bad.bytes)
    for command in ["check", "text"] {
      let result = try Program.run(command, file)
      #expect(result.status == 2, "\(command)")
      #expect(isOneLine(result.errors), "\(command): \(result.errors)")
      #expect(result.errors.contains("slecht.xml"))
      #expect(result.output.isEmpty)
    }
  }

  // MARK: Archives

  @Test("a zip bomb costs its member only", .enabled(if: Scratch.has("zip"), needsZip))
  func bomb() throws {
    let scratch = try Scratch()
    let zeros = try FileHandle(forWritingTo: URL(filePath: scratch.write("nullen.xml", "")))
    try zeros.truncate(atOffset: 300 << 20)
    try zeros.close()
    try scratch.write("notice.xml", notice("a"))
    try scratch.pack("zip", "-q", "-1", "a.zip", "nullen.xml", "notice.xml")
    let result = try Program.run("scan", scratch.path("a.zip"), "--format", "ndjson")
    #expect(result.status == 0)
    let objects = try result.objects()
    #expect(objects.map { $0["reason"].string } == ["too-large", nil])
    #expect(objects.last?["tender"]["id"].string == "a")
    #expect(result.errors.contains("too-large"))
  }

  @Test(
    "a member that leads out of its zip is named and nothing is written",
    .enabled(if: Scratch.has("zip"), needsZip))
  func leadsOut() throws {
    let scratch = try Scratch()
    try scratch.write("in/notice.xml", notice("a"))
    try scratch.write("buiten.xml", notice("b", procedure: "2"))
    let line = "cd in && zip -q ../a.zip ../buiten.xml notice.xml && rm ../buiten.xml"
    #expect(try Program.shell(line, in: scratch.url).status == 0)
    let result = try Program.run("scan", "a.zip", "--format", "ndjson", in: scratch.url.appending(path: "."))
    let objects = try result.objects()
    #expect(objects.compactMap { $0["tender"]["id"].string } == ["a"])
    let unread = try #require(objects.first { $0["reason"].string != nil })
    #expect(unread["source"]["member"].string == "../buiten.xml")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("buiten.xml")))
  }

  @Test("an encrypted zip is named as such, with what to do", .enabled(if: Scratch.has("zip"), needsZip))
  func encrypted() throws {
    let scratch = try Scratch()
    try scratch.write("geheim.xml", notice("a"))
    try scratch.write("open.xml", notice("b", procedure: "2"))
    try scratch.pack("zip", "-q", "-P", "sleutel", "a.zip", "geheim.xml")
    let alone = try Program.run("scan", scratch.path("a.zip"), "--format", "ndjson")
    #expect(alone.status == 2)
    #expect(try alone.objects().map { $0["reason"].string } == ["encrypted"])
    #expect(try alone.objects()[0]["message"].string?.contains("password") == true)
    let batch = try Program.run("scan", scratch.path("a.zip"), scratch.path("open.xml"), "--format", "ndjson")
    #expect(batch.status == 0)
    #expect(try batch.objects().count == 2)
  }

  // MARK: What is not there

  @Test(
    "what is not there ends with 2 and one line", arguments: ["scan", "check", "facts", "text", "explain"])
  func missing(command: String) throws {
    let scratch = try Scratch()
    let result = try Program.run(command, scratch.path("nergens.xml"))
    #expect(result.status == 2)
    #expect(isOneLine(result.errors))
    #expect((result.text + result.errors).contains("nergens.xml"))
  }

  @Test("a missing source does not cost the others")
  func missingInBatch() throws {
    let scratch = try Scratch()
    let file = try scratch.write("a.xml", notice("a"))
    let result = try Program.run("scan", scratch.path("nergens"), file, "--format", "ndjson")
    #expect(result.status == 0)
    #expect(try result.objects().map { $0["reason"].string } == ["unreadable", nil])
  }

  @Test("a file without permission is named", .enabled(if: geteuid() != 0, "root reads everything"))
  func noPermission() throws {
    let scratch = try Scratch()
    try scratch.write("1.xml", notice("a"))
    let closed = try scratch.write("2.xml", notice("b"))
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
    let result = try Program.run("scan", scratch.path, "--format", "ndjson")
    #expect(try result.objects().map { $0["reason"].string } == [nil, "unreadable"])
  }

  @Test("a device, a pipe and a link to nowhere are no endless wait")
  func specialFiles() throws {
    let scratch = try Scratch()
    try scratch.write("1.xml", notice("a"))
    #expect(mkfifo(scratch.path("2.xml"), 0o600) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("3.xml"), withDestinationPath: scratch.path("nergens"))
    let result = try Program.run("scan", scratch.path, "/dev/null", "--format", "ndjson")
    #expect(result.status == 0)
    #expect(try result.objects().compactMap { $0["tender"]["id"].string } == ["a"])
    #expect(try result.objects().count == 4)
  }

  @Test("control characters of a file's name do not reach the terminal")
  func terminal() throws {
    let scratch = try Scratch()
    let file = try scratch.write("a\u{1B}[31mrood.xml", "<half>")
    let result = try Program.run("check", file)
    #expect(result.status == 2)
    #expect(!result.errors.contains("\u{1B}"))
  }
}
