import Testing

@testable import Analysis

@Suite struct RuleLoaderTests {
  @Test("the rules that the program carries load")
  func packed() throws {
    let rules = try RuleSet(from: .packed)
    #expect(!rules.criteria.isEmpty)
    #expect(!rules.concepts.isEmpty)
    #expect(rules.identity.sha256.count == 64)
    #expect(Set(rules.criteria.map(\.id)).count == rules.criteria.count)
  }

  @Test("the tiny rules of these tests load")
  func tiny() throws {
    let rules = try TinyRules.load(TinyRules.files())
    #expect(rules.criterion("seek")?.gives == ["E3"])
    #expect(rules.criterion("seek")?.title.text("nl") == "seek")
    #expect(rules.criterion("nowhere") == nil)
  }

  @Test(
    "a fault in a rule file names file, line, column and what is known",
    arguments: [
      Fault(
        "criteria/seek.yaml", "an unknown key with its nearest", at: (8, 1), "unknown key 'fource'",
        "'force'",
        criterion("seek", "find: [{statement: [seek]}]\nfource: [must]")),
      Fault(
        "criteria/seek.yaml", "an unknown key in 'find'", at: (7, 28), "unknown key 'contekst'", "'context'",
        criterion("seek", "find: [{statement: [seek], contekst: [chain]}]")),
      Fault(
        "criteria/seek.yaml", "a text in place of a list", at: (7, 20), "expected a list",
        "", criterion("seek", "find: [{statement: seek}]")),
      Fault(
        "criteria/seek.yaml", "a concept that is not there", at: (7, 21), "no concept has the id 'seak'",
        "'seek'",
        criterion("seek", "find: [{statement: [seak]}]")),
      Fault(
        "criteria/seek.yaml", "no concept at all", at: (7, 8), "names no concept", "",
        criterion("seek", "find: [{statement: []}]")),
      Fault(
        "award/numerals.yaml", "a word without its number", at: (5, 13), "expected a number", "",
        "id: numerals\ntitle: numbers\nword: numeral\nvalues:\n  en: {ten: many}\n"),
      Fault(
        "criteria/seek.yaml", "a value of a closed list", at: (8, 9), "unknown value 'shuld'", "'should'",
        criterion("seek", "find: [{statement: [seek]}]\nforce: [shuld]")),
      Fault(
        "criteria/seek.yaml", "a missing key", at: (1, 1), "'find' is missing", "",
        criterion("seek", "force: [must]")),
      Fault(
        "criteria/seek.yaml", "a key that stands twice", at: (8, 1), "'basis'", "",
        criterion("seek", "find: [{statement: [seek]}]\nbasis: other")),
      Fault(
        "criteria/seek.yaml", "something that no rule gives", at: (2, 9),
        "'E33' is nothing that a rule gives", "'E3'",
        criterion("seek", "find: [{statement: [seek]}]", gives: "E33")),
      Fault(
        "criteria/seek.yaml", "a remedy that is not there", at: (7, 9), "'seak'", "'seek'",
        criterion("seek", "remedy: seak\nfind: [{statement: [seek]}]")),
      Fault(
        "criteria/zeek.yaml", "an id of another file", at: (1, 1), "another file has the id 'seek'", "",
        criterion("seek", "find: [{statement: [seek]}]")),
      Fault(
        "concepts/seek.yaml", "a term that cannot be read", at: (4, 12), "the term 'a(b'", "without ')'",
        "id: seek\ntitle: Seek\nterms:\n  en: [x, a(b]\n"),
      Fault(
        "concepts/seek.yaml", "terms without a language", at: (3, 8), "for each language", "",
        "id: seek\ntitle: Seek\nterms: [x]\n"),
      Fault(
        "concepts/seek.yaml", "a language that is no code", at: (4, 3), "language code", "",
        "id: seek\ntitle: Seek\nterms:\n  english: [x]\n"),
      Fault(
        "concepts/seek.yaml", "neither terms nor includes", at: (1, 1), "neither terms nor includes", "",
        "id: seek\ntitle: Seek\n"),
      Fault(
        "concepts/seek.yaml", "an include that is not there", at: nil, "no concept has the id 'chian'",
        "'chain'",
        "id: seek\ntitle: Seek\nincludes: [chian]\n"),
      Fault(
        "grammar/must.yaml", "an unknown signal", at: (3, 9), "unknown value 'mist'", "'must'",
        "id: must\ntitle: Must\nsignal: mist\nterms:\n  en: [must]\n"),
      Fault(
        "criterea/seek.yaml", "an unknown folder", at: (1, 1), "unknown folder 'criterea'", "'criteria'",
        "id: x\n"),
      Fault(
        "concepts/seek.yaml", "what is no YAML", at: nil, "", "", "id: [seek\ntitle: x\n"),
      Fault("concepts/seek.yaml", "an empty file", at: (1, 1), "empty", "", ""),
      Fault("concepts/seek.yaml", "a list in place of keys", at: (1, 1), "keys and values", "", "- id\n"),
      Fault(
        "verdicts.yaml", "a level without a name", at: (3, 5), "'level' is missing", "",
        "version: 1\nlevels:\n  - rank: 1\n    when: E1\n" + ladderRest),
      Fault(
        "verdicts.yaml", "a rank that is no number", at: (3, 25), "number", "",
        "version: 1\nlevels:\n  - {level: high, rank: top, when: E1}\n" + ladderRest),
      Fault(
        "verdicts.yaml", "a finding that nothing gives", at: (3, 34), "unknown 'E11'", "'E1'",
        "version: 1\nlevels:\n  - {level: high, rank: 1, when: E11}\n" + ladderRest),
    ])
  func faults(fault: Fault) throws {
    do throws(RuleError) {
      _ = try TinyRules.load(try files(replacing: (fault.file, fault.text)))
      Issue.record("\(fault.what): the rules loaded")
    } catch {
      #expect(error.file == fault.file)
      #expect(error.message.contains(fault.message))
      #expect(error.message.contains(fault.nearest))
      #expect(!error.message.contains { $0.isNewline })
      if let (line, column) = fault.place { #expect((error.line, error.column) == (line, column)) }
      let lines = fault.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(error.source.isEmpty || lines.contains(error.source))
    }
  }

  @Test("the caret stands below the fault")
  func caret() {
    let error = RuleError(file: "a.yaml", line: 3, column: 5, message: "wrong", source: "\tab: c")
    #expect(error.description == "a.yaml:3:5: wrong\n  \tab: c\n  \t   ^")
  }

  @Test("a fault in an example is found when the examples are read, with its line")
  func exampleFault() throws {
    let text = criterion("seek", "find: [{statement: [seek]}]\nexamples:\n  - {language: en, txt: x}")
    #expect(throws: Never.self) { try TinyRules.load(try files(replacing: ("criteria/seek.yaml", text))) }
  }

  @Test("a file for the ladder must be there")
  func noLadder() throws {
    let files = try TinyRules.files().filter { $0.path != "verdicts.yaml" }
    do throws(RuleError) {
      _ = try TinyRules.load(files)
      Issue.record("the rules loaded")
    } catch {
      #expect(error.file == "verdicts.yaml")
      #expect(error.message.contains("missing"))
    }
  }

  @Test("a folder that is not there is an error that names it")
  func noFolder() {
    do throws(RuleError) {
      _ = try RuleSet(from: .folder("/nowhere/rules"))
      Issue.record("the rules loaded")
    } catch {
      #expect(error.file == "/nowhere/rules")
    }
  }

  @Test("a nearest word is given only when one is near")
  func nearestWord() {
    #expect(nearest("forse", ["force", "bearer"]) == "; did you mean 'force'?")
    #expect(nearest("zzzzzz", (0..<30).map { "key\($0)" }).isEmpty)
    #expect(nearest("zzzzzz", ["a", "b"]).contains("a, b"))
  }

  @Test("mentions of a part count for all that include it, also through others and in a circle")
  func includes() throws {
    let rules = try TinyRules.load(
      TinyRules.files(replacing: [
        ("concepts/whole.yaml", "id: whole\ntitle: w\nincludes: [part]\n"),
        ("concepts/part.yaml", "id: part\ntitle: p\nincludes: [piece]\n"),
        ("concepts/piece.yaml", "id: piece\ntitle: p\nterms:\n  en: [shard]\nincludes: [whole]\n"),
      ]))
    let position = try #require(rules.concept("piece"))
    let counts = rules.concepts[position].counts
    for id in ["whole", "part", "piece"] { #expect(counts.contains(try #require(rules.concept(id)))) }
    #expect(!counts.contains(try #require(rules.concept("chain"))))
  }

  @Test("the identity of rules changes with every byte and path")
  func identity() {
    let files: [TinyRules.File] = [("a.yaml", "x"), ("b.yaml", "y")]
    let whole = RuleSource.identity(of: files)
    #expect(whole == RuleSource.identity(of: files))
    #expect(whole != RuleSource.identity(of: [("a.yaml", "x"), ("b.yaml", "z")]))
    #expect(whole != RuleSource.identity(of: [("a.yaml", "x"), ("c.yaml", "y")]))
    #expect(whole != RuleSource.identity(of: [("a.yaml", "xb.yaml"), ("", "y")]))
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var file: String
    var what: String
    var place: (line: Int, column: Int)?
    var message: String
    var nearest: String
    var text: String

    init(
      _ file: String, _ what: String, at place: (Int, Int)?, _ message: String, _ nearest: String,
      _ text: String
    ) {
      (self.file, self.what, self.message, self.nearest, self.text) = (file, what, message, nearest, text)
      self.place = place.map { (line: $0.0, column: $0.1) }
    }

    var testDescription: String { what }
  }
}

private func files(replacing file: TinyRules.File) throws(RuleError) -> [TinyRules.File] {
  do { return try TinyRules.files(replacing: [file]) } catch {
    throw RuleError(
      file: "", line: 0, column: 0, message: "the tiny rules cannot be made: \(error)", source: "")
  }
}

private func criterion(_ id: String, _ rest: String, gives: String = "E3") -> String {
  """
  id: \(id)
  gives: [\(gives)]
  title: {en: x}
  explanation: {en: x}
  basis: x
  note: x
  \(rest)

  """
}

private let ladderRest = """
  silent: {level: silent, rank: 0}
  not-assessable: {level: not-assessable}
  signals: {norms: none, due-diligence: none, own-process: none, certificate: none, declaration: none}
  flags: []
  notes: []
  price: {led-from: 70, motivation: []}
  claim: {codes: [], borne-out-by: [], unclaimed-from: []}

  """
