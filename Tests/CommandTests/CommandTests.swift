import Foundation
import Testing

@Suite struct CommandTests {
  // MARK: Arguments

  @Test(
    "wrong arguments end with 2 and say what is wrong",
    arguments: [
      ["nonsense"], ["scan"], ["check"], ["scan", "--jobs", "0", "x"], ["scan", "--jobs", "many", "x"],
      ["scan", "--format", "xml", "x"], ["scan", "--as", "heap", "x"], ["scan", "--from", "yesterday", "x"],
      ["scan", "--to", "2026-13-01", "x"], ["scan", "--country", "NLD", "x"],
      ["scan", "--cpv", "stone", "x"],
      ["check", "--language", "it", "x"], ["check", "--buyer-kind", "king", "x"], ["scan", "--unknown", "x"],
      ["rules", "show"], ["rules", "show", "nowhere"], ["rules", "test", "nowhere"],
      ["rules", "new", "Not An Id"],
      ["rules", "new", "../escape"], ["rules", "list", "--rules", "/nowhere"], ["text"], ["facts"],
      ["explain"],
    ])
  func wrongArguments(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 2)
    #expect(!result.errors.isEmpty)
    #expect(result.output.isEmpty)
  }

  @Test(
    "help and version end with 0",
    arguments: [
      ["--help"], ["--version"], ["scan", "--help"], ["check", "--help"], ["facts", "--help"],
      ["text", "--help"],
      ["explain", "--help"], ["evaluate", "--help"], ["rules", "--help"], ["rules", "new", "--help"],
      ["schema", "--help"],
    ])
  func help(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 0)
    #expect(!result.text.isEmpty)
    #expect(result.errors.isEmpty)
    #expect(
      arguments[0] == "--version" || arguments == ["rules", "--help"] || result.text.contains("xample"))
  }

  // MARK: check

  @Test("check prints one tender as text, and as an array of JSON")
  func check() throws {
    let sample = Program.sample("07-due-diligence-monitored")
    let text = try Program.run("check", sample)
    #expect(text.status == 0)
    #expect(!text.text.isEmpty)
    #expect(text.errors.isEmpty)
    let json = try Program.run("check", sample, "--format", "json")
    let list = try JSON(json.output).array
    #expect(list.count == 1)
    #expect(
      list.first?["verdicts"].array.map { $0["level"].string } == [
        "due-diligence-monitored", "silent", "silent",
      ])
  }

  @Test("a threshold of check counts as in scan")
  func checkThreshold() throws {
    let silent = Program.sample("01-silent")
    #expect(try Program.run("check", silent, "--fail-below", "steps-only").status == 1)
    #expect(try Program.run("check", silent, "--fail-below", "nonsense").status == 2)
    #expect(
      try Program.run("check", Program.sample("06-due-diligence"), "--fail-below", "due-diligence").status
        == 0)
  }

  @Test("several sources of check are one tender")
  func checkSeveral() throws {
    let scratch = try Scratch()
    let file = try scratch.write("notice.xml", notice("a"))
    let document = try scratch.write("Contract.txt", "De opdrachtnemer levert op tijd.\n")
    let result = try Program.run("check", file, document, "--format", "json")
    #expect(result.status == 0)
    let tender = try JSON(result.output)[0]
    #expect(tender["tender"]["id"].string == "a")
    #expect(tender["coverage"]["read"].int == 1)
  }

  @Test("a draft can be told what its notice will say, and a notice cannot")
  func draft() throws {
    let scratch = try Scratch()
    let document = try scratch.write("Bestek.txt", "De opdrachtnemer levert op tijd.\n")
    let options = ["--country", "nl", "--buyer-kind", "municipality", "--lot", "A", "--lot", "B"]
    let result = try Program.run(["check", document, "--format", "json"] + options)
    #expect(result.status == 0)
    let tender = try JSON(result.output)[0]
    #expect(tender["tender"]["country"].string == "NL")
    #expect(tender["tender"]["buyers"][0]["kind"].string == "municipality")
    #expect(tender["verdicts"].array.map { $0["lot"].string } == ["A", "B"])
    #expect(tender["tender"]["noticeKind"].string == "documents")
    let noticed = try Program.run("check", try scratch.write("n.xml", notice()), "--country", "NL")
    #expect(noticed.status == 2)
    #expect(isOneLine(noticed.errors))
    let unknown = try Program.run("check", document, "--category", "moon-dust")
    #expect(unknown.status == 2)
    #expect(isOneLine(unknown.errors))
  }

  @Test("the language of a report is the one asked for, else that of the locale")
  func language() throws {
    let sample = Program.sample("06-due-diligence")
    let asked = try ["nl", "fr", "de", "en"].map { try Program.run("check", sample, "--language", $0).output }
    #expect(Set(asked).count == 4)
    let locale = try Program.run("check", sample, environment: ["LC_ALL": "fr_BE.UTF-8"])
    #expect(locale.output == asked[1])
  }

  // MARK: facts, text, explain, schema

  @Test("facts prints what was read, without a verdict")
  func facts() throws {
    let file = Program.sample("08-due-diligence-rewarded") + "/notice.xml"
    let result = try Program.run("facts", file, "--format", "ndjson")
    #expect(result.status == 0)
    let object = try #require(try result.objects().first)
    #expect(object["schema"].string == "toetssteen.facts/1")
    #expect(object["tender"]["lots"].array.count >= 1)
    #expect(object["verdicts"].array.isEmpty)
    #expect(try Program.run("facts", file).text.isEmpty == false)
  }

  @Test("facts ends with 2 when nothing was read, and says what was left out")
  func factsUnread() throws {
    let scratch = try Scratch()
    let bad = try scratch.write("b.xml", "<half>")
    #expect(try Program.run("facts", bad).status == 2)
    let some = try Program.run("facts", bad, try scratch.write("a.xml", notice()), "--format", "ndjson")
    #expect(some.status == 0)
    #expect(try some.objects().map { $0["schema"].string } == ["toetssteen.unread/1", "toetssteen.facts/1"])
    #expect(some.errors.contains("malformed"))
  }

  @Test("offsets of a quote count in what text prints")
  func textOffsets() throws {
    for sample in ["07-due-diligence-monitored", "06-due-diligence", "10-withdrawn"] {
      let json = try JSON(try Program.run("check", Program.sample(sample), "--format", "json").output)
      var texts: [String: [Unicode.Scalar]] = [:]
      var compared = 0
      for evidence in json[0]["verdicts"].array.flatMap({ $0["evidence"].array }) {
        let place = evidence["place"]
        guard place["xpath"].string == nil, let name = place["document"].string else { continue }
        if texts[name] == nil {
          let result = try Program.run("text", "\(Program.sample(sample))/\(name)")
          #expect(result.status == 0)
          texts[name] = Array(result.text.unicodeScalars)
        }
        let (offset, length) = (try #require(place["offset"].int), try #require(place["length"].int))
        let found = texts[name, default: []].dropFirst(offset).prefix(length)
        #expect(String(String.UnicodeScalarView(found)) == evidence["quote"].string)
        compared += 1
      }
      #expect(compared > 0)
    }
  }

  @Test(
    "xmllint finds a quote of a notice at its XPath and offset",
    .enabled(if: Scratch.has("xmllint"), "xmllint is not installed"))
  func xmlOffsets() throws {
    let result = try Program.run("scan", Program.samples, "--format", "ndjson")
    var compared = 0
    for tender in try result.objects() {
      guard let path = tender["source"]["path"].string else { continue }
      for evidence in tender["verdicts"].array.flatMap({ $0["evidence"].array }) {
        let place = evidence["place"]
        guard let xpath = place["xpath"].string, let offset = place["offset"].int else { continue }
        let quote = try #require(evidence["quote"].string)
        let line = "xmllint --nonet --xpath \"string(\(xpath))\" '\(path)'"
        let text = Array(try Program.shell(line).text.unicodeScalars)
        let found = text.dropFirst(offset).prefix(place["length"].int ?? 0)
        #expect(String(String.UnicodeScalarView(found)) == quote)
        compared += 1
      }
    }
    #expect(compared > 0)
  }

  @Test("text of a folder, or of a kind that holds none, ends with 2")
  func noText() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "a")
    try scratch.write("b.txt", "b")
    for path in [scratch.path, try scratch.write("c.bin", [0, 1, 2, 3])] {
      let result = try Program.run("text", path)
      #expect(result.status == 2)
      #expect(isOneLine(result.errors))
    }
  }

  @Test("explain prints the trail, and that of one rule")
  func explain() throws {
    let sample = Program.sample("07-due-diligence-monitored")
    let whole = try Program.run("explain", sample)
    #expect(whole.status == 0)
    #expect(whole.text.contains("due-diligence-monitored"))
    let one = try Program.run("explain", sample, "chain-reporting")
    #expect(one.status == 0)
    #expect(one.text.contains("chain-reporting"))
    let unknown = try Program.run("explain", sample, "chain-reportin")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("chain-reporting"))
  }

  @Test("the schema is JSON")
  func schema() throws {
    let result = try Program.run("schema")
    #expect(result.status == 0)
    let schema = try JSON(result.output)
    #expect(schema["$schema"].string != nil)
    #expect(!schema.keys.isEmpty)
  }

  // MARK: rules

  @Test("rules lists and shows what the program carries")
  func rulesShown() throws {
    let list = try Program.run("rules", "list")
    #expect(list.status == 0)
    #expect(list.lines.contains { $0.hasPrefix("chain-risk-analysis ") })
    let show = try Program.run("rules", "show", "chain-risk-analysis")
    #expect(show.status == 0)
    #expect(show.text.contains("E3"))
    let near = try Program.run("rules", "show", "chain-risk-analisis")
    #expect(near.status == 2)
    #expect(near.errors.contains("'chain-risk-analysis'"))
  }

  @Test("a new rule is made once, loads when its concept is named, and its examples are tested")
  func newRule() throws {
    let scratch = try Scratch()
    try scratch.copy("Rules", to: "Rules")
    let file = "Rules/criteria/nieuwe-regel.yaml"
    let made = try Program.run("rules", "new", "nieuwe-regel", in: scratch.url)
    #expect(made.status == 0)
    #expect(made.text == file + "\n")
    #expect(try Program.run("rules", "new", "nieuwe-regel", in: scratch.url).status == 2)

    let unfinished = try Program.run("rules", "test", "--rules", "Rules", in: scratch.url)
    #expect(unfinished.status == 2)
    #expect(unfinished.errors.contains("criteria/nieuwe-regel.yaml:"))
    #expect(unfinished.errors.contains("CONCEPT"))
    #expect(unfinished.errors.hasSuffix("^\n"))

    try scratch.write("Rules/concepts/glas.yaml", "id: glas\ntitle: Glas\nterms:\n  nl: [spiegelglas]\n")
    let text = try scratch.read(file).replacing("CONCEPT", with: "glas")
    let good = text.replacing("\"↓…\"", with: "\"Welkom. ↓De opdrachtnemer poetst het spiegelglas.\"")
    try scratch.write(file, good)
    let passed = try Program.run("rules", "test", "nieuwe-regel", "--rules", "Rules", in: scratch.url)
    #expect(passed.status == 0)
    #expect(passed.text.contains(" 0 failed"))

    try scratch.write(file, good.replacing("spiegelglas", with: "vensterglas"))
    let failed = try Program.run("rules", "test", "nieuwe-regel", "--rules", "Rules", in: scratch.url)
    #expect(failed.status == 1)
    #expect(failed.text.contains("criteria/nieuwe-regel.yaml:"))
  }

  @Test("rules test counts mutations too, and warns only when asked")
  func ruleWarnings() throws {
    let plain = try Program.run("rules", "test", "chain-reporting")
    #expect(plain.status == 0)
    #expect(!plain.text.contains("warning"))
    let file = Program.root.appending(path: "Rules/criteria/chain-reporting.yaml")
    let written = try String(contentsOf: file, encoding: .utf8).ranges(of: "- {language:").count
    let passed = try #require(plain.text.split(separator: " ").first.flatMap { Int($0) })
    #expect(passed > 5 * written)
    let warned = try Program.run("rules", "test", "--warnings")
    #expect(warned.status == 0)
    #expect(warned.lines.contains { $0.hasPrefix("concepts/") && $0.contains(": warning: no example uses ") })
    #expect(warned.lines.last?.hasSuffix(" warnings") == true)
  }

  @Test("a new rule needs a rules folder")
  func newRuleNowhere() throws {
    let scratch = try Scratch()
    let result = try Program.run("rules", "new", "regel", in: scratch.url)
    #expect(result.status == 2)
    #expect(isOneLine(result.errors))
  }

  @Test("rules of a folder replace those that the program carries")
  func otherRules() throws {
    let scratch = try Scratch()
    try scratch.copy("Rules", to: "Rules")
    let sample = Program.sample("01-silent")
    let own = try Program.run("check", sample, "--format", "json")
    let same = try Program.run("check", sample, "--format", "json", "--rules", scratch.path("Rules"))
    #expect(same.status == 0)
    #expect(same.output == own.output)

    try scratch.write("Rules/concepts/glas.yaml", "id: glas\ntitle: Glas\nterms:\n  nl: [spiegelglas]\n")
    let rule = try scratch.read("Rules/criteria/norms-duty.yaml").split(separator: "find:")[0]
      .replacing("id: norms-duty", with: "id: glas")
    try scratch.write("Rules/criteria/glas.yaml", "\(rule)find:\n  - statement: [glas]\nforce: [must]\n")
    let document = try scratch.write("Contract.txt", "De opdrachtnemer poetst het spiegelglas.\n")
    let changed = try Program.run("check", document, "--format", "json", "--rules", scratch.path("Rules"))
    #expect(changed.status == 0)
    let verdict = try JSON(changed.output)[0]["verdicts"][0]
    #expect(verdict["level"].string == "norms-only")
    #expect(verdict["evidence"][0]["quote"].string == "De opdrachtnemer poetst het spiegelglas.")
    let carried = try JSON(try Program.run("check", document, "--format", "json").output)[0]
    #expect(carried["verdicts"][0]["level"].string == "silent")
    #expect(carried["rules"]["sha256"].string != (try JSON(changed.output))[0]["rules"]["sha256"].string)
  }

  @Test(
    "a fault in a rules folder ends with 2, file, line and caret",
    arguments: [
      ("concepts/glas.yaml", "id: glas\ntitel: Glas\n", "concepts/glas.yaml:2:1: unknown key 'titel'"),
      ("concepts/glas.yaml", "id: [glas\n", "concepts/glas.yaml:"),
      ("concept/glas.yaml", "id: glas\n", "unknown folder 'concept'"),
    ])
  func brokenRules(name: String, text: String, message: String) throws {
    let scratch = try Scratch()
    try scratch.copy("Rules", to: "Rules")
    try scratch.write("Rules/\(name)", text)
    for command in [["scan", Program.samples], ["rules", "test"]] {
      let result = try Program.run(command + ["--rules", scratch.path("Rules")])
      #expect(result.status == 2)
      #expect(result.errors.contains(message))
      #expect(result.output.isEmpty)
    }
  }

  @Test(
    "a number in the ladder that is none ends with 2, not with a crash",
    arguments: ["nan", "1e40", "inf", "top"])
  func brokenRank(rank: String) throws {
    let scratch = try Scratch()
    try scratch.copy("Rules", to: "Rules")
    let ladder = try scratch.read("Rules/verdicts.yaml").replacing("rank: 5", with: "rank: \(rank)")
    try scratch.write("Rules/verdicts.yaml", ladder)
    let result = try Program.run("rules", "list", "--rules", scratch.path("Rules"))
    #expect(result.status == 2)
    #expect(result.errors.contains("verdicts.yaml:"))
  }

  @Test("a cache that cannot be used costs nothing but time")
  func cache() throws {
    let scratch = try Scratch()
    let sample = Program.sample("05-norms-only")
    let expected = try Program.run("check", sample, "--format", "json").output
    try scratch.write("file", "no folder")
    let blocked = try Program.run(
      "check", sample, "--format", "json", environment: ["XDG_CACHE_HOME": scratch.path("file")])
    #expect(blocked.output == expected)
    let fresh = ["XDG_CACHE_HOME": scratch.path("cache")]
    #expect(try Program.run("check", sample, "--format", "json", environment: fresh).output == expected)
    let folder = scratch.url.appending(path: "cache/toetssteen")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for file in files { try Data("damaged".utf8).write(to: folder.appending(path: file)) }
    #expect(try Program.run("check", sample, "--format", "json", environment: fresh).output == expected)
  }
}
