public import Tenders

/// A text that shows what a rule finds, or must not find: the test of the rule.
public struct RuleExample: Sendable {
  public var rule: String
  public var file: String
  /// From 1.
  public var line: Int
  /// ISO 639-1.
  public var language: String
  /// Without the mark.
  public var text: String
  public var heading: String?
  public var stage: Stage?
  public var field: String?
  public var form: Passage.Form?
  /// True for an example, false for a counterexample.
  public var isMatch: Bool
  /// Unicode scalars before the place where the quote must start, when `↓` marks it.
  public var start: Int?
}

/// What became of one example.
public struct ExampleResult: Sendable {
  public var example: RuleExample
  /// How the text was changed: `as written`, `upper case`, …
  public var variant: String
  /// What went wrong; nil when the rule did what the example says.
  public var failure: String?
}

extension RuleSource {
  /// The examples of all rules, in path order.
  public func examples() throws(RuleError) -> [RuleExample] {
    var found: [RuleExample] = []
    for file in try files() where file.path.hasPrefix("criteria/") {
      let rule = try RuleFile(path: file.path, text: file.text)
      let keys = try rule.keys(rule.root, RuleLoader.criterionKeys)
      let id = try rule.string(try rule.required(keys, "id", in: rule.root))
      for (key, isMatch) in [("examples", true), ("counterexamples", false)] {
        guard let list = keys[key] else { continue }
        for item in try rule.list(list) {
          found.append(try Self.example(item, in: rule, of: id, isMatch: isMatch))
        }
      }
    }
    return found
  }

  private static func example(
    _ item: YAMLValue, in file: RuleFile, of id: String, isMatch: Bool
  ) throws(RuleError) -> RuleExample {
    let keys = try file.keys(item, ["language", "text", "heading", "stage", "field", "form", "why"])
    let marked = try file.string(try file.required(keys, "text", in: item))
    let start = marked.unicodeScalars.firstIndex(of: "↓")
    return RuleExample(
      rule: id, file: file.path, line: item.line,
      language: try file.string(try file.required(keys, "language", in: item)),
      text: marked.replacing("↓", with: ""),
      heading: try keys["heading"].map { value throws(RuleError) in try file.string(value) },
      stage: try keys["stage"].map { value throws(RuleError) in try file.choice(value, Stage.self) },
      field: try keys["field"].map { value throws(RuleError) in try file.string(value) },
      form: try keys["form"].map { value throws(RuleError) in try file.choice(value, Passage.Form.self) },
      isMatch: isMatch,
      start: start.map { marked.unicodeScalars.distance(from: marked.unicodeScalars.startIndex, to: $0) })
  }
}

extension Judge {
  /// Runs one example as written, and in the ways in which texts really come.
  public func run(_ example: RuleExample) -> [ExampleResult] {
    var results = [ExampleResult(example: example, variant: "as written", failure: failure(example))]
    guard example.isMatch, results[0].failure == nil else { return results }
    for (variant, text) in Self.variants(of: example.text) {
      var changed = example
      changed.text = text
      changed.start = nil
      results.append(ExampleResult(example: example, variant: variant, failure: failure(changed)))
    }
    var contents = example
    contents.text = example.text.split(separator: "\n").joined(separator: " ") + " ........ 12"
    contents.form = .contents
    contents.isMatch = false
    contents.start = nil
    results.append(
      ExampleResult(example: example, variant: "in a table of contents", failure: failure(contents)))
    return results
  }

  /// The same text with decomposed accents, and with its longest word broken over two lines.
  private static func variants(of text: String) -> [(String, String)] {
    var found = [("decomposed", decomposed(text))]
    let plain = text.split(separator: " ").filter { $0.allSatisfy { $0.isLowercase && $0.isASCII } }
    if let longest = plain.max(by: { $0.count < $1.count }), longest.count >= 8 {
      let half = longest.index(longest.startIndex, offsetBy: longest.count / 2)
      let broken = longest[..<half] + "-\n  " + longest[half...]
      if let place = text.firstRange(of: longest) {
        found.append(("broken over two lines", text.replacingCharacters(in: place, with: broken)))
      }
    }
    return found
  }

  /// Letters with an accent as letter and combining accent, for the accents of the languages that have rules.
  private static func decomposed(_ text: String) -> String {
    let marks: [Character: String] = [
      "é": "e\u{301}", "è": "e\u{300}", "ê": "e\u{302}", "ë": "e\u{308}", "à": "a\u{300}", "â": "a\u{302}",
      "ä": "a\u{308}", "î": "i\u{302}", "ï": "i\u{308}", "ô": "o\u{302}", "ö": "o\u{308}", "ù": "u\u{300}",
      "û": "u\u{302}", "ü": "u\u{308}", "ç": "c\u{327}", "É": "E\u{301}", "Ä": "A\u{308}", "Ö": "O\u{308}",
      "Ü": "U\u{308}",
    ]
    return text.map { marks[$0] ?? String($0) }.joined()
  }

  private func failure(_ example: RuleExample) -> String? {
    var example = example
    // A rule that looks in certain places only is tried there.
    if let criterion = rules.criterion(example.rule) {
      example.form = example.form ?? criterion.forms?.first
      example.field = example.field ?? criterion.fields?.first
    }
    let reading = Reading(Self.tender(example), lexicon)
    let matcher = Matcher(rules: rules)
    guard let criterion = rules.criteria.first(where: { $0.id == example.rule }) else {
      return "no rule has the id '\(example.rule)'"
    }
    let holds = reading.statements.filter { matcher.rejection(of: criterion, $0, reading) == .some(nil) }
    guard example.isMatch else {
      return holds.first.map { "must not match, but does: \(text($0, reading))" }
    }
    guard !holds.isEmpty else { return "must match, but does not: \(reason(criterion, matcher, reading))" }
    guard let start = example.start else { return nil }
    let starts = holds.map { reading.evidence($0, rule: "", gives: "").place.offset }
    let shift = example.heading.map { $0.unicodeScalars.count + 2 } ?? 0
    if starts.contains(start + shift) { return nil }
    return "starts at \(starts.map { String($0 - shift) }.joined(separator: ", ")), not at \(start)"
  }

  private func text(_ statement: Statement, _ reading: Reading) -> String {
    "“\(reading.sourceText(statement.range, in: statement.segment))”"
  }

  /// Why a rule found nothing: for each statement its concepts and what stood in the way.
  private func reason(_ criterion: Criterion, _ matcher: Matcher, _ reading: Reading) -> String {
    let lines = reading.statements.map { statement in
      let named = Set(reading.mentions[statement.mentions].map { rules.concepts[Int($0.concept)].id })
        .sorted()
      let why = matcher.rejection(of: criterion, statement, reading)
      let reason =
        switch why {
        case .some(let rejection?): "\(rejection)"
        default: "its concepts are not all named"
        }
      return
        "\(reason); \(statement.force.rawValue), \(statement.bearer.rawValue); \(named.joined(separator: " "))"
    }
    return lines.isEmpty ? "nothing in it is named" : lines.joined(separator: " / ")
  }

  /// The example as a tender of one document.
  private static func tender(_ example: RuleExample) -> TenderFile {
    var text: [UInt8] = []
    var passages: [Passage] = []
    func add(_ line: Substring, _ passage: (inout Passage) -> Void) {
      let start = text.count
      text += Array(line.utf8)
      var made = Passage(
        range: start..<text.count, form: example.form ?? .paragraph, language: example.language,
        stage: example.stage, field: example.field, section: 1)
      passage(&made)
      passages.append(made)
      text.append(0x0A)
    }
    if let heading = example.heading {
      add(heading[...]) { $0.form = .heading }
      text.append(0x0A)
    }
    let headings: [Int32] = passages.isEmpty ? [] : [0]
    var leadIn: Int32?
    // A line that is no item goes on from the line before it.
    for block in blocks(example.text) {
      add(block) { passage in
        passage.headings = headings
        guard block.hasPrefix("- ") else { return }
        passage.form = example.form ?? .listItem
        passage.leadIn = leadIn
      }
      if !block.hasPrefix("- ") { leadIn = Int32(passages.count - 1) }
    }
    let source = SourceText(name: "example", role: .other, text: text, passages: passages)
    return TenderFile(
      source: Source(path: "example"), tender: Tender(noticeKind: .documents), texts: [source])
  }

  private static func blocks(_ text: String) -> [Substring] {
    var blocks: [Substring] = []
    var start = text.startIndex
    var index = text.startIndex
    while let line = text[index...].firstRange(of: "\n- ") {
      blocks.append(text[start..<line.lowerBound])
      start = text.index(after: line.lowerBound)
      index = start
    }
    blocks.append(text[start...])
    return blocks.filter { !$0.isEmpty }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: some StringProtocol)
    -> String
  {
    String(self[..<range.lowerBound]) + String(text) + String(self[range.upperBound...])
  }
}
