public import Analysis
import Tenders

/// The report of `toetssteen explain`.
public struct TrailReport {
  private let language: ReportLanguage
  private let rules: RuleSet
  private let words: ExplainWording

  /// A report in this language.
  public init(language: ReportLanguage, rules: RuleSet) {
    self.language = language
    self.rules = rules
    words = ExplainWording(language)
  }

  /// The trail as text; with `rule`, only what concerns that rule.
  public func text(_ trail: Trail, rule: String? = nil) -> String {
    var out = ""
    for step in trail.steps {
      let found = step.rules.filter { rule == nil || $0.rule == rule }
      let nearly = step.nearly.filter { rule == nil || $0.rule == rule }
      guard !found.isEmpty || (rule != nil && !nearly.isEmpty) else { continue }
      out += text(step, found, rule == nil ? [] : nearly) + "\n"
    }
    if out.isEmpty { out = words.nothing + "\n\n" }
    for verdict in trail.judged.verdicts {
      out += "\(verdict.lot): \(verdict.level.code)\(verdict.atLeast ? " ≥" : "")"
      out += "  \(verdict.elements.map(\.rawValue).joined(separator: " "))\n"
      out += change(verdict)
    }
    return out
  }

  private func text(
    _ step: Trail.Step, _ found: [(rule: String, gives: [String], isStruck: Bool)],
    _ nearly: [(rule: String, reason: String)]
  ) -> String {
    let place = step.statement.place
    let where_ = [place.document] + place.heading + (place.xpath.map { [$0] } ?? [])
    var out = Terminal.safe(where_.joined(separator: " › ")) + "\n"
    out += "  “\(Terminal.safe(step.statement.quote))”\n"
    let terms = step.mentions.map { "\($0.concept) (\(Terminal.safe($0.words)))" }
    out += "  \(words.terms): \(terms.joined(separator: ", "))\n"
    out +=
      "  \(words.statement): \(words.force) \(step.force.rawValue), \(words.bearer) \(step.bearer.rawValue)"
    out += ", \(words.stage) \(step.stage?.rawValue ?? "–")\n"
    for hit in found {
      out += "  → \(hit.rule) \(words.found) \(hit.gives.joined(separator: ", "))"
      out += hit.isStruck ? " (\(words.struck))\n" : "\n"
    }
    for miss in nearly { out += "  ✗ \(miss.rule) \(words.because) \(miss.reason)\n" }
    return out
  }

  /// The next level up, and the elements that are not there.
  private func change(_ verdict: Verdict) -> String {
    let missing = verdict.missing.map { missing in
      "\(missing.element.rawValue)\(missing.remedy.map { " (\($0))" } ?? "")"
    }
    return missing.isEmpty ? "" : "  \(words.change): + \(missing.joined(separator: ", "))\n"
  }
}
