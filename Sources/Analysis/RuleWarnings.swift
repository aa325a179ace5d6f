/// Something about the rules that is no fault, but weakens their test.
public struct RuleWarning: Sendable, CustomStringConvertible {
  public var file: String
  /// From 1.
  public var line: Int
  public var message: String

  /// `file:line: warning: message`.
  public var description: String { "\(file):\(line): warning: \(message)" }
}

extension RuleSource {
  /// Rules with few examples, and terms of concepts that no example uses.
  ///
  /// - Parameters:
  ///   - rule: only this rule; terms are then left out, since other rules may use them.
  ///   - examples: of all rules.
  public func warnings(about rule: String?, _ examples: [RuleExample]) throws(RuleError) -> [RuleWarning] {
    let rules = try RuleSet(from: self)
    let few = rules.criteria.filter { rule == nil || $0.id == rule }.flatMap { criterion in
      RuleWarning.fewExamples(of: criterion, examples.filter { $0.rule == criterion.id })
    }
    guard rule == nil else { return few }
    return few + (try UnusedTerms(rules: rules, files: try files()).warnings(examples))
  }
}

extension RuleWarning {
  /// Examples of a kind below which a rule is hardly tested.
  private static let wanted = 8

  fileprivate static func fewExamples(of criterion: Criterion, _ examples: [RuleExample]) -> [RuleWarning] {
    [(true, "examples"), (false, "counterexamples")].compactMap { isMatch, name in
      let own = examples.filter { $0.isMatch == isMatch }
      guard own.count < wanted else { return nil }
      let count = own.isEmpty ? "no \(name)" : "only \(own.count) \(name)"
      return RuleWarning(
        file: criterion.file, line: own.first?.line ?? 1,
        message: "'\(criterion.id)' has \(count); write at least \(wanted)")
    }
  }
}

/// Looks for terms that no example names: each term is a concept of its own here, so that it can be told apart.
private struct UnusedTerms {
  private var terms: [(file: String, line: Int, term: Concept.Term)] = []
  private let rules: RuleSet

  init(rules: RuleSet, files: [(path: String, text: String)]) throws(RuleError) {
    for file in files where file.path.hasPrefix("concepts/") {
      let file = try RuleFile(path: file.path, text: file.text)
      let byLanguage = file.root.mapping?.first { $0.key.text == "terms" }?.value.mapping ?? []
      for (language, list) in byLanguage {
        let line = language.line
        for item in try file.list(list) {
          let written = try file.string(item)
          let spoken = language.text == "any" ? nil : language.text
          terms.append(
            (file.path, line, Concept.Term(written: written, language: spoken, cancels: false)))
        }
      }
    }
    var rules = rules
    rules.concepts = terms.enumerated().map { position, term in
      Concept(id: "\(position)", title: "", signal: nil, includes: [], terms: [term.term])
    }
    rules.kinds = terms.map { _ in .topics }
    self.rules = rules
  }

  func warnings(_ examples: [RuleExample]) throws(RuleError) -> [RuleWarning] {
    let lexicon = try Judge(rules: rules).lexicon
    var used: Set<Int32> = []
    for example in examples {
      let language = lexicon.position(of: example.language)
      for text in [example.text, example.heading ?? ""] {
        let mentions = lexicon.mentions(.topics, in: FoldedText(text), [0], [language])
        used.formUnion(mentions.map(\.concept))
      }
    }
    let lists = Dictionary(grouping: terms.indices) { TermList(terms[$0]) }
    return lists.sorted { $0.key < $1.key }.compactMap { list, members in
      let unused = members.filter { !used.contains(Int32($0)) }
      guard !unused.isEmpty else { return nil }
      let written = unused.map { terms[$0].term.written }.joined(separator: ", ")
      return RuleWarning(
        file: list.file, line: list.line,
        message: "no example uses \(unused.count) of \(members.count) terms (\(list.language)): \(written)")
    }
  }
}

/// The list of a concept's terms for a language.
private struct TermList: Hashable, Comparable {
  var file: String
  var line: Int
  var language: String

  init(_ entry: (file: String, line: Int, term: Concept.Term)) {
    (file, line, language) = (entry.file, entry.line, entry.term.language ?? "any")
  }

  static func < (left: TermList, right: TermList) -> Bool {
    (left.file, left.line, left.language) < (right.file, right.line, right.language)
  }
}
