import Foundation
import Testing

@Suite struct ScanTests {
  // MARK: The samples

  @Test("the samples give one line a tender, the same with one job, with two, and again")
  func deterministic() throws {
    let one = try Program.run("scan", Program.samples, "--format", "ndjson", "--jobs", "1")
    let two = try Program.run("scan", Program.samples, "--format", "ndjson", "--jobs", "2")
    let again = try Program.run("scan", Program.samples, "--format", "ndjson", "--jobs", "2")
    #expect(one.status == 0)
    #expect(one.output == two.output)
    #expect(two.output == again.output)
    let tenders = try one.objects().filter { $0["schema"].string == "toetssteen.tender/1" }
    #expect(tenders.count == 13)
    let paths = tenders.compactMap { $0["source"]["path"].string }
    #expect(paths == paths.sorted())
  }

  @Test("text and CSV too are the same bytes with one job and with two", arguments: ["text", "csv"])
  func deterministicFormats(format: String) throws {
    let one = try Program.run("scan", Program.samples, "--format", format, "--jobs", "1")
    let two = try Program.run("scan", Program.samples, "--format", format, "--jobs", "2")
    #expect(one.output == two.output)
    #expect(!one.output.isEmpty)
  }

  @Test("CSV has a header and one row a lot")
  func csv() throws {
    let sample = Program.sample("07-due-diligence-monitored")
    let result = try Program.run("scan", sample, Program.sample("09-price-only"), "--format", "csv")
    #expect(result.status == 0)
    #expect(rows(result.text).count == 1 + 3 + 1)
    #expect(Set(rows(result.text).map(\.count)).count == 1)
  }

  @Test("input that gives no tender is a row of CSV too")
  func csvUnread() throws {
    let scratch = try Scratch()
    let result = try Program.run(
      "scan", try scratch.write("a.xml", notice()), try scratch.write("b.xml", "<half>"), "--format", "csv")
    #expect(rows(result.text).count == 3)
    #expect(Set(rows(result.text).map(\.count)).count == 1)
  }

  @Test("the report goes to a file when asked")
  func outputFile() throws {
    let scratch = try Scratch()
    let direct = try Program.run("scan", Program.samples, "--format", "ndjson")
    let file = scratch.path("out.ndjson")
    let result = try Program.run("scan", Program.samples, "--format", "ndjson", "--output", file)
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(try Data(contentsOf: URL(filePath: file)) == direct.output)
    let nowhere = try Program.run("scan", Program.samples, "--output", scratch.path("no/out"))
    #expect(nowhere.status == 2)
    #expect(isOneLine(nowhere.errors))
  }

  @Test("it works from any folder, with paths below that folder")
  func elsewhere() throws {
    let scratch = try Scratch()
    try scratch.write("t/notice.xml", notice())
    let result = try Program.run("scan", "t", "--format", "ndjson", in: scratch.url)
    #expect(result.status == 0)
    #expect(try result.objects().map { $0["source"]["path"].string } == ["t/notice.xml"])
    let empty = try Program.run("rules", "list", in: scratch.url)
    #expect(empty.status == 0)
    #expect(empty.lines.count > 10)
  }

  @Test("standard input is a notice, or an archive of them", .enabled(if: Scratch.has("zip"), needsZip))
  func standardInput() throws {
    let result = try Program.run("scan", "-", "--format", "ndjson", input: Array(notice().utf8))
    #expect(result.status == 0)
    #expect(try result.objects().map { $0["source"]["path"].string } == ["-"])
    let scratch = try Scratch()
    try scratch.write("1.xml", notice("a"))
    try scratch.write("2.xml", notice("b", procedure: "2"))
    try scratch.pack("zip", "-q", "a.zip", "1.xml", "2.xml")
    let archive = Array(try Data(contentsOf: scratch.url.appending(path: "a.zip")))
    let packed = try Program.run("scan", "-", "--format", "ndjson", input: archive)
    #expect(try packed.objects().map { $0["source"]["member"].string } == ["1.xml", "2.xml"])
    let nothing = try Program.run("scan", "-", input: [])
    #expect(nothing.status == 2)
  }

  // MARK: Filters and grouping

  @Test(
    "filters keep the tenders that fit",
    arguments: [
      (["--country", "NL"], ["a", "c"]),
      (["--country", "be"], ["b"]),
      (["--cpv", "4491"], ["a", "b"]),
      (["--cpv", "30213100"], ["c"]),
      (["--from", "2026-02-01"], ["b", "c"]),
      (["--to", "2026-02-15"], ["a", "b"]),
      (["--from", "2026-02-15", "--to", "2026-02-15"], ["b"]),
      (["--country", "NL", "--cpv", "4491"], ["a"]),
      (["--country", "FR"], []),
    ])
  func filters(options: [String], ids: [String]) throws {
    let scratch = try Scratch()
    try scratch.write("1.xml", notice("a", procedure: "1", day: "2026-01-10"))
    try scratch.write("2.xml", notice("b", procedure: "2", country: "BEL", day: "2026-02-15"))
    try scratch.write("3.xml", notice("c", procedure: "3", cpv: "30213100", day: "2026-03-20"))
    let result = try Program.run(["scan", scratch.path, "--format", "ndjson"] + options)
    #expect(result.status == 0)
    #expect(try result.objects().compactMap { $0["tender"]["id"].string } == ids)
  }

  @Test("--as decides what is one tender")
  func grouping() throws {
    let scratch = try Scratch()
    try scratch.write("t/1.xml", notice("a"))
    try scratch.write("t/2.xml", notice("b", day: "2026-04-01"))
    try scratch.write("t/Bestek.txt", "De aannemer levert op tijd.")
    let auto = try Program.run("scan", scratch.path, "--format", "ndjson")
    #expect(try auto.objects().compactMap { $0["tender"]["id"].string } == ["b"])
    let notices = try Program.run("scan", scratch.path, "--format", "ndjson", "--as", "notices")
    #expect(try notices.objects().compactMap { $0["tender"]["id"].string } == ["a", "b"])
    try scratch.write("u/3.xml", notice("c", procedure: "2", day: "2026-05-01"))
    let tenders = try Program.run("scan", scratch.path, "--format", "ndjson", "--as", "tenders")
    #expect(try tenders.objects().compactMap { $0["tender"]["id"].string } == ["c"])
  }

  // MARK: Exit codes

  @Test("--fail-below makes the exit code 1 when a lot ranks below")
  func failBelow() throws {
    let silent = Program.sample("01-silent")
    #expect(try Program.run("scan", silent, "--fail-below", "due-diligence").status == 1)
    #expect(try Program.run("scan", silent, "--fail-below", "silent").status == 0)
    let monitored = Program.sample("07-due-diligence-monitored")
    #expect(try Program.run("scan", monitored, "--fail-below", "boilerplate").status == 1)
    let rewarded = Program.sample("08-due-diligence-rewarded")
    #expect(try Program.run("scan", rewarded, "--fail-below", "due-diligence").status == 0)
    let unknown = try Program.run("scan", silent, "--fail-below", "excellent")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("due-diligence"))
    #expect(isOneLine(unknown.errors))
  }

  @Test("what cannot be assessed counts for --fail-below only with --strict")
  func failBelowStrict() throws {
    let sample = Program.sample("11-not-assessable")
    #expect(try Program.run("scan", sample, "--fail-below", "due-diligence").status == 0)
    #expect(try Program.run("scan", sample, "--fail-below", "due-diligence", "--strict").status == 1)
    #expect(try Program.run("check", sample, "--fail-below", "due-diligence").status == 0)
    #expect(try Program.run("check", sample, "--fail-below", "due-diligence", "--strict").status == 1)
  }

  @Test("a file that cannot be read is told, and is an error only with --strict")
  func strict() throws {
    let scratch = try Scratch()
    try scratch.write("1.xml", notice())
    try scratch.write("2.xml", "<ContractNotice>")
    let lax = try Program.run("scan", scratch.path, "--format", "ndjson")
    #expect(lax.status == 0)
    #expect(isOneLine(lax.errors))
    #expect(lax.errors.contains("1"))
    #expect(try Program.run("scan", scratch.path, "--strict").status == 2)
    #expect(try Program.run("scan", scratch.path("1.xml"), "--strict").status == 0)
  }

  @Test("when nothing at all was read the exit code is 2", arguments: ["", "<half>", "Alleen tekst.", "{}"])
  func nothingRead(text: String) throws {
    let scratch = try Scratch()
    let result = try Program.run("scan", try scratch.write("a.xml", text), "--format", "ndjson")
    #expect(result.status == 2)
    #expect(try result.objects().map { $0["schema"].string } == ["toetssteen.unread/1"])
    #expect(isOneLine(result.errors))
  }

  @Test("an empty folder holds nothing to read")
  func emptyFolder() throws {
    let scratch = try Scratch()
    let result = try Program.run("scan", scratch.path)
    #expect(result.status == 2)
    #expect(isOneLine(result.errors))
  }

  @Test(
    "an interrupt keeps what was done and ends with 130, a termination with 143",
    arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func signals(signal: Int32, status: Int32) throws {
    let scratch = try Scratch()
    let text = notice(condition: String(repeating: "De opdrachtnemer meldt de keten. ", count: 200))
    try scratch.write("a.xml", text)
    let many = [String](repeating: scratch.path("a.xml"), count: 4000)
    let process = try Program.process(["scan", "--format", "ndjson", "--jobs", "1"] + many)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let first = output.fileHandleForReading.availableData
    kill(process.processIdentifier, signal)
    let rest = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == status)
    let result = Program.Result(status: 0, output: first + rest, errors: "")
    #expect(result.output.last == 0x0A)
    let objects = try result.objects()
    #expect(!objects.isEmpty)
    #expect(objects.count < many.count)
    #expect(objects.allSatisfy { $0["schema"].string == "toetssteen.tender/1" })
  }

  @Test(
    "a closed pipe ends silently with 0",
    arguments: [
      "scan \"$samples\" --format ndjson", "check \"$samples/07-due-diligence-monitored\" --format json",
      "rules list", "facts \"$samples\" --format ndjson --as notices", "schema",
    ])
  func closedPipe(command: String) throws {
    let line = """
      samples='\(Program.samples)'; { "$program" \(command) 2>err; echo $? >code; } | head -c 1 >/dev/null
      sleep 0; cat err code
      """
    let scratch = try Scratch()
    let result = try Program.shell(line, in: scratch.url)
    let lines = result.lines.filter { !$0.hasPrefix("Not read") }
    #expect(lines == ["0"])
  }
}

/// Cells of CSV, quoted ones with their line ends.
private func rows(_ text: String) -> [[String]] {
  var rows: [[String]] = [[]]
  var cell = ""
  var isQuoted = false
  for character in text where character != "\u{FEFF}" {
    switch character {
    case "\"": isQuoted.toggle()
    case _ where isQuoted: cell.append(character)
    case ",", ";":
      rows[rows.count - 1].append(cell)
      cell = ""
    case _ where character.isNewline:
      rows[rows.count - 1].append(cell)
      cell = ""
      rows.append([])
    default: cell.append(character)
    }
  }
  return rows.filter { !$0.isEmpty }
}

/// One line that says something, with its end.
func isOneLine(_ text: String) -> Bool {
  text.count > 1 && text.split(separator: "\n", omittingEmptySubsequences: false).count == 2
    && text.hasSuffix("\n")
}
