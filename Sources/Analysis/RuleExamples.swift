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
  /// Mutations that it is not put through: its file says why.
  public var excepted: Set<Mutation> = []
}

/// What became of one example.
public struct ExampleResult: Sendable {
  public var example: RuleExample
  /// How the text was changed; nil as written.
  public var mutation: Mutation?
  /// The text that was run.
  public var text: String
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
      let excepted = try Self.exceptions(keys["except"], in: rule)
      for (key, isMatch) in [("examples", true), ("counterexamples", false)] {
        guard let list = keys[key] else { continue }
        for item in try rule.list(list) {
          var example = try Self.example(item, in: rule, of: id, isMatch: isMatch)
          example.excepted.formUnion(excepted)
          found.append(example)
        }
      }
    }
    return found
  }

  private static func example(
    _ item: YAMLValue, in file: RuleFile, of id: String, isMatch: Bool
  ) throws(RuleError) -> RuleExample {
    let keys = try file.keys(
      item, ["language", "text", "heading", "stage", "field", "form", "why", "except"])
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
      start: start.map { marked.unicodeScalars.distance(from: marked.unicodeScalars.startIndex, to: $0) },
      excepted: try exceptions(keys["except"], in: file))
  }

  /// The mutations that a rule or an example is kept out of, each with its reason.
  private static func exceptions(_ value: YAMLValue?, in file: RuleFile) throws(RuleError) -> Set<Mutation> {
    guard let value else { return [] }
    var found: Set<Mutation> = []
    for (name, reason) in try file.keys(value, Mutation.allCases.map(\.rawValue)) {
      guard !(try file.string(reason)).isEmpty else {
        throw file.error(at: reason, "say why '\(name)' does not fit")
      }
      if let mutation = Mutation(rawValue: name) { found.insert(mutation) }
    }
    return found
  }
}

extension Judge {
  /// Runs one example as written and, when it does what it says, in every mutation that fits it.
  public func run(_ example: RuleExample, _ frames: MutationFrames) -> [ExampleResult] {
    let plain = ExampleResult(example: example, text: example.text, failure: failure(example))
    guard plain.failure == nil else { return [plain] }
    return [plain]
      + Mutation.allCases.filter { !example.excepted.contains($0) }.flatMap { mutation in
        trials(of: example, mutation, frames).map { trial in
          ExampleResult(
            example: example, mutation: mutation, text: trial.text, failure: failure(trial))
        }
      }
  }

  func failure(_ example: RuleExample) -> String? {
    let reading = reading(of: example)
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

  /// The example as it is read. A rule that looks in certain places only is tried there.
  func reading(of example: RuleExample) -> Reading {
    Reading(Self.tender(placed(example)), lexicon)
  }

  func placed(_ example: RuleExample) -> RuleExample {
    var example = example
    if let criterion = rules.criterion(example.rule) {
      example.form = example.form ?? criterion.forms?.first
      example.field = example.field ?? criterion.fields?.first
    }
    return example
  }

  func text(_ statement: Statement, _ reading: Reading) -> String {
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
  static func tender(_ example: RuleExample) -> TenderFile {
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
