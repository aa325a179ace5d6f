import Tenders

/// How well verdicts agree with labelled cases, as counts.
public struct Evaluation: Sendable {
  /// A case with the verdict that its texts were given.
  public struct Outcome: Sendable {
    public var labelled: LabelledCase
    public var verdict: Verdict
    /// Whether the evidence holds some of a decisive sentence; nil when the case names none.
    public var isQuoted: Bool?

    public init(labelled: LabelledCase, verdict: Verdict, isQuoted: Bool?) {
      self.labelled = labelled
      self.verdict = verdict
      self.isQuoted = isQuoted
    }

    public var hasLevel: Bool { verdict.level.code == labelled.truth.level }
    public var hasPriceWeight: Bool { verdict.priceWeight == labelled.truth.priceWeight }
    public var elements: Difference<Element> {
      Difference(expected: labelled.truth.elements, found: Set(verdict.elements))
    }
    public var flags: Difference<String> {
      Difference(expected: labelled.truth.flags, found: Set(verdict.flags))
    }
    public var stages: Difference<StageGroup> {
      Difference(
        expected: Set(labelled.truth.stages.map(StageGroup.init)),
        found: Set(verdict.stages.map(StageGroup.init)))
    }

    /// Whether anything of the verdict differs from the truth.
    public var isMiss: Bool {
      !hasLevel || !hasPriceWeight || elements.isAny || flags.isAny || stages.isAny
    }
  }

  /// Stages as far as they are told apart: specification and performance may be confused without harm.
  public enum StageGroup: String, Sendable, CaseIterable, Comparable {
    case selection, award
    case specificationOrPerformance = "specification-or-performance"

    init(_ stage: Stage) {
      self =
        switch stage {
        case .selection: .selection
        case .award: .award
        case .specification, .performance: .specificationOrPerformance
        }
    }

    public static func < (left: StageGroup, right: StageGroup) -> Bool { left.rawValue < right.rawValue }
  }

  /// In the order of the cases.
  public let outcomes: [Outcome]
  /// Exactly right levels.
  public let levels: Share
  /// Levels that are due diligence: called so, and truly so.
  public let dueDiligence: Tally
  /// How often a true level was called another, or itself.
  public let confusion: [(truth: Level, verdict: Level, count: Int)]
  public let elements: [(name: Element, tally: Tally)]
  public let flags: [(name: String, tally: Tally)]
  public let stages: [(name: StageGroup, tally: Tally)]
  public let allElements: Tally
  public let allFlags: Tally
  public let allStages: Tally
  /// Exactly right levels among the cases of a language.
  public let languages: [(language: String, levels: Share)]
  public let priceWeights: Share
  /// Cases of which the evidence holds some of a decisive sentence, among those that name one.
  public let quotes: Share
  /// Verdicts that say themselves that they want a second look.
  public let doubted: Share
  /// How many of the wrong levels are among those.
  public let errorsDoubted: Share

  /// Counts what came of labelled cases.
  ///
  /// - Parameter ladder: gives the order of the levels, and which of them are due diligence.
  public init(_ outcomes: [Outcome], ladder: Ladder) {
    self.outcomes = outcomes
    levels = Share(outcomes, where: \.hasLevel)
    var process = Tally()
    for outcome in outcomes {
      process.add(
        expected: ladder.isDueDiligence(outcome.labelled.truth.level),
        found: ladder.isDueDiligence(outcome.verdict.level.code))
    }
    dueDiligence = process
    confusion = Self.confusion(of: outcomes, ladder)
    elements = Self.tallies(outcomes.map(\.elements))
    flags = Self.tallies(outcomes.map(\.flags))
    stages = Self.tallies(outcomes.map(\.stages))
    allElements = Tally(sum: elements.map(\.tally))
    allFlags = Tally(sum: flags.map(\.tally))
    allStages = Tally(sum: stages.map(\.tally))
    languages = Dictionary(grouping: outcomes, by: \.labelled.language)
      .map { ($0.key, Share($0.value, where: \.hasLevel)) }.sorted { $0.0 < $1.0 }
    priceWeights = Share(outcomes, where: \.hasPriceWeight)
    quotes = Share(outcomes.filter { $0.isQuoted != nil }) { $0.isQuoted == true }
    doubted = Share(outcomes) { $0.verdict.confidence == .check }
    errorsDoubted = Share(outcomes.filter { !$0.hasLevel }) { $0.verdict.confidence == .check }
  }

  /// What differs from the truth, wrong levels first.
  public var misses: [Outcome] {
    outcomes.filter { !$0.hasLevel } + outcomes.filter { $0.hasLevel && $0.isMiss }
  }

  private static func confusion(
    of outcomes: [Outcome], _ ladder: Ladder
  ) -> [(truth: Level, verdict: Level, count: Int)] {
    var cells: [(truth: Level, verdict: Level, count: Int)] = []
    for truth in ladder.all {
      let those = outcomes.filter { $0.labelled.truth.level == truth.code }
      for verdict in ladder.all {
        let count = those.count { $0.verdict.level == verdict }
        if count > 0 { cells.append((truth, verdict, count)) }
      }
    }
    return cells
  }

  /// A tally for each name that is expected or found anywhere, in the order of the names.
  private static func tallies<Name: Comparable>(
    _ differences: [Difference<Name>]
  ) -> [(name: Name, tally: Tally)] {
    let names = differences.reduce(into: Set<Name>()) { $0.formUnion($1.expected.union($1.found)) }
    return names.sorted().map { name in
      var tally = Tally()
      for one in differences {
        tally.add(expected: one.expected.contains(name), found: one.found.contains(name))
      }
      return (name, tally)
    }
  }
}

/// What was expected of a case and what was found.
public struct Difference<Name: Hashable & Comparable & Sendable>: Sendable {
  public var expected: Set<Name>
  public var found: Set<Name>

  public var tooMany: [Name] { found.subtracting(expected).sorted() }
  public var missing: [Name] { expected.subtracting(found).sorted() }
  public var isAny: Bool { expected != found }
}

/// A part of a whole.
public struct Share: Sendable, Equatable {
  public var part: Int
  public var whole: Int

  public init(part: Int, whole: Int) {
    self.part = part
    self.whole = whole
  }

  init<Item>(_ items: [Item], where holds: (Item) -> Bool) {
    self.init(part: items.count(where: holds), whole: items.count)
  }

  /// From 0 to 1; nil of nothing.
  public var value: Double? { whole > 0 ? Double(part) / Double(whole) : nil }

  /// The bounds between which the true share lies with 95 % probability, by Wilson's score (1927); nil of nothing.
  public var interval: ClosedRange<Double>? {
    guard let value else { return nil }
    let (count, z) = (Double(whole), 1.959_964)
    let middle = value + z * z / (2 * count)
    let reach = z * (value * (1 - value) / count + z * z / (4 * count * count)).squareRoot()
    let scale = 1 + z * z / count
    return max(0, (middle - reach) / scale)...min(1, (middle + reach) / scale)
  }
}

/// How often something was found rightly, wrongly, or not although it is there.
public struct Tally: Sendable, Equatable {
  public var right = 0
  public var tooMany = 0
  public var missing = 0

  public init(right: Int = 0, tooMany: Int = 0, missing: Int = 0) {
    self.right = right
    self.tooMany = tooMany
    self.missing = missing
  }

  init(sum tallies: [Tally]) {
    for tally in tallies {
      right += tally.right
      tooMany += tally.tooMany
      missing += tally.missing
    }
  }

  mutating func add(expected: Bool, found: Bool) {
    if expected, found { right += 1 }
    if found, !expected { tooMany += 1 }
    if expected, !found { missing += 1 }
  }

  /// Of what was found, what is true.
  public var precision: Share { Share(part: right, whole: right + tooMany) }
  /// Of what is true, what was found.
  public var recall: Share { Share(part: right, whole: right + missing) }
  /// The harmonic mean of precision and recall (F1); nil when there was nothing to find and nothing was found.
  public var f1: Double? {
    let all = 2 * right + tooMany + missing
    return all > 0 ? 2 * Double(right) / Double(all) : nil
  }
}
