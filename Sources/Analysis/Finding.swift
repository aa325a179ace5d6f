import Tenders

/// A statement that satisfies a rule.
struct Finding {
  /// Position in `RuleSet.criteria`.
  var criterion: Int
  /// Position in `Reading.statements`.
  var statement: Int
  /// What it gives, after other findings replaced some of it.
  var gives: [String]
  /// Positions of lots in `Tender.lots`; nil for all.
  var lots: [Int]?
  var isStruck = false
}

/// Why a rule does not hold for a statement that names its concepts.
enum Rejection: Equatable, CustomStringConvertible {
  case force(Force)
  case bearer(Bearer)
  case stage(Stage?)
  case form(Passage.Form)
  case field(String?)
  case definition
  case context
  case unless

  /// In the words of the rule files.
  var description: String {
    switch self {
    case .force(let force): "force: \(force.rawValue)"
    case .bearer(let bearer): "bearer: \(bearer.rawValue)"
    case .stage(let stage): "stages: \(stage?.rawValue ?? "none")"
    case .form(let form): "forms: \(form.rawValue)"
    case .field(let field): "fields: \(field ?? "none")"
    case .definition: "a definition"
    case .context: "context"
    case .unless: "unless"
    }
  }
}

/// Holds rules against statements.
struct Matcher {
  let rules: RuleSet

  /// The passages that hold running text, where rules look unless they name others.
  private static let running: Set<Passage.Form> = [.paragraph, .listItem, .tableRow, .answer, .criterion]

  /// All findings of a reading, in the order of the text.
  func findings(in reading: Reading) -> [Finding] {
    var found: [Finding] = []
    for (position, statement) in reading.statements.enumerated() {
      let first = found.count
      for (index, criterion) in rules.criteria.enumerated()
      where rejection(of: criterion, statement, reading) == .some(nil) {
        found.append(Finding(criterion: index, statement: position, gives: criterion.gives, lots: nil))
      }
      let replaced = Set(found[first...].flatMap { rules.criteria[$0.criterion].replaces })
      if !replaced.isEmpty {
        for index in first..<found.count { found[index].gives.removeAll { replaced.contains($0) } }
      }
    }
    return found.filter { !$0.gives.isEmpty }
  }

  /// `.some(nil)` when the rule holds, a reason when its concepts are named but it does not hold, nil when they are not.
  func rejection(of criterion: Criterion, _ statement: Statement, _ reading: Reading) -> Rejection?? {
    var best: Rejection?
    for alternative in criterion.find
    where alternative.statement.allSatisfy({ $0.intersects(statement.concepts) }) {
      let reason = rejection(criterion, alternative, statement, reading)
      if reason == nil { return .some(nil) }
      best = best ?? reason
    }
    return best.map { .some($0) }
  }

  private func rejection(
    _ criterion: Criterion, _ alternative: Criterion.Alternative, _ statement: Statement, _ reading: Reading
  ) -> Rejection? {
    let passage = reading.passage(statement.segment)
    if let forms = criterion.forms {
      guard forms.contains(statement.form) else { return .form(statement.form) }
    } else if !Self.running.contains(statement.form) {
      return .form(statement.form)
    }
    if let fields = criterion.fields, !fields.contains(passage.field ?? "") { return .field(passage.field) }
    if alternative.unless.intersects(statement.concepts) { return .unless }
    if alternative.unlessContext.intersects(statement.concepts)
      || alternative.unlessContext.intersects(statement.heading)
    {
      return .unless
    }
    if alternative.unlessNear.intersects(statement.concepts)
      || alternative.unlessNear.intersects(statement.near)
    {
      return .unless
    }
    let context = statement.concepts.union(statement.heading).union(statement.near)
    guard alternative.context.allSatisfy({ $0.intersects(context) }) else { return .context }
    if statement.isDefinition, !criterion.allowsDefinitions { return .definition }
    guard criterion.force.contains(statement.force) else { return .force(statement.force) }
    guard criterion.bearers.contains(statement.bearer) else { return .bearer(statement.bearer) }
    if let stages = criterion.stages, !(statement.stage.map { stages.contains($0) } ?? false) {
      return .stage(statement.stage)
    }
    return nil
  }
}
