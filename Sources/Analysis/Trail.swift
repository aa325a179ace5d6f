public import Tenders

/// How a verdict came about, step by step.
public struct Trail: Sendable {
  /// A statement with what was found in it.
  public struct Step: Sendable {
    public var statement: Evidence
    /// Concept and the words that named it.
    public var mentions: [(concept: String, words: String)]
    public var force: Force
    public var bearer: Bearer
    public var stage: Stage?
    /// Rules that hold, with what they give.
    public var rules: [(rule: String, gives: [String], isStruck: Bool)]
    /// Rules whose concepts are all named but that do not hold, with the reason.
    public var nearly: [(rule: String, reason: String)]
  }

  public var steps: [Step]
  public var judged: JudgedTender
}

extension Judge {
  /// The trail of a tender.
  public func trail(of file: TenderFile) -> Trail {
    let reading = Reading(file, lexicon)
    let matcher = Matcher(rules: rules)
    let (findings, strikes) = findings(in: reading)
    let byStatement = Dictionary(grouping: findings, by: \.statement)
    let steps = reading.statements.enumerated().map { position, statement in
      Trail.Step(
        statement: reading.evidence(statement, rule: "", gives: ""),
        mentions: reading.mentions[statement.mentions].map { mention in
          (
            rules.concepts[Int(mention.concept)].id,
            reading.sourceText(Int(mention.start)..<Int(mention.end), in: statement.segment)
          )
        },
        force: statement.force, bearer: statement.bearer, stage: statement.stage,
        rules: (byStatement[position] ?? []).map { finding in
          (rules.criteria[finding.criterion].id, finding.gives, finding.isStruck)
        },
        nearly: rules.criteria.compactMap { criterion in
          guard case .some(let rejection?) = matcher.rejection(of: criterion, statement, reading) else {
            return nil
          }
          return (criterion.id, "\(rejection)")
        })
    }
    return Trail(steps: steps, judged: judge(reading, findings, strikes))
  }
}
