public import Tenders

/// What each lot needs to reach a level.
public struct Target: Sendable, Equatable {
  public var level: Level
  /// The language of the clauses: the tender's own, ISO 639-1.
  public var language: String
  /// One for each lot, in the order of the lots.
  public var lots: [LotTarget]
  /// The model clauses for all that is needed, each once.
  public var clauses: [Clause]

  /// A model clause in the language of the tender.
  public struct Clause: Sendable, Equatable {
    /// The id of the remedy.
    public var remedy: String
    /// Where in the procedure it binds, and so where in the documents it belongs.
    public var stage: Stage
    public var title: String
    /// Fitted to what is bought, where the rules have a text for it.
    public var text: String
    public var basis: String
  }
}

/// What one lot needs to reach a level.
public struct LotTarget: Sendable, Equatable {
  public enum State: String, Sendable {
    /// The level holds already.
    case reached
    /// The lot has a level that stands higher, though not all that this one asks.
    case higher
    /// It does not hold, and what would bring it is known.
    case open
    /// It was not found, and what was not read may hold it.
    case unknown
    /// Nothing that can be added brings it.
    case impossible
  }

  public var lot: String
  public var state: State
  /// What the level can rest on and is there.
  public var present: [Demand]
  /// The shortest ways first; none when the level is reached.
  public var ways: [Way]
  /// Documents that may hold more and were not read.
  public var unread: [String]
}

/// An element, or something else that a level rests on.
public struct Demand: Sendable, Hashable, Comparable {
  /// `E1` to `E10`, or a signal of the ladder.
  public var name: String
  /// It must be scored in selection or award.
  public var isScored: Bool
  /// The id of the model clause that asks for it.
  public var remedy: String?

  public static func < (left: Demand, right: Demand) -> Bool {
    switch (Element(rawValue: left.name), Element(rawValue: right.name)) {
    case (let one?, let other?) where one != other: one < other
    case (_?, nil): true
    case (nil, _?): false
    default: (left.name, left.isScored ? 1 : 0) < (right.name, right.isScored ? 1 : 0)
    }
  }
}

/// One way to a level: all of some demands, and so many of others.
public struct Way: Sendable, Hashable {
  public struct Choice: Sendable, Hashable {
    public var count: Int
    public var of: [Demand]
  }

  /// In order.
  public var all: [Demand] = []
  public var choices: [Choice] = []

  /// How many demands have to be added.
  public var size: Int { choices.reduce(all.count) { $0 + $1.count } }
}

extension RuleSet {
  /// The levels that a text can be brought to, highest first.
  public var targets: [Level] { ladder.levels.map(\.level).filter { ($0.rank ?? 0) >= 2 } }

  /// `; did you mean 'x'?` for the level that is nearest to a misspelt one, empty when none is near.
  public func nearestTarget(to code: String) -> String { nearest(code, targets.map(\.code)) }

  /// The model clause that asks for an element or signal; what is scored has a clause of its own.
  func remedy(for name: String, isScored: Bool) -> String? {
    let own = Element(rawValue: name).flatMap { remedyIDs[$0] }
    if isScored {
      if remedies.contains(where: { $0.id == own && $0.stages.contains(.award) }) { return own }
      let scoring = criteria.filter { $0.stages == [.award] && $0.remedy != nil }
      return (scoring.first { $0.gives.contains(name) } ?? scoring.first)?.remedy
    }
    if let own { return own }
    let giving = criteria.filter { $0.gives.contains(name) && $0.stages != [.award] }
    // The clause that is named as what it gives says it best.
    return giving.first { $0.remedy == name }?.remedy ?? giving.lazy.compactMap(\.remedy).first
  }
}

extension Panel {
  /// What a lot needs to reach a level of the ladder.
  func target(_ level: Level, lot position: Int) -> LotTarget {
    let found = found(lot: position)
    let own = verdictLevel(found)
    let rung = reading.rules.ladder.levels.first { $0.level == level }
    let finder = WayFinder(given: found.counted, scored: found.scored, rules: reading.rules)
    let condition = rung?.when ?? .any([])
    let isReached = finder.holds(condition)
    let ways = isReached ? [] : finder.shortest(condition)
    let codes = reading.rules.ladder.levels.map(\.level.code)
    let isHigher = codes.firstIndex(of: own.code).map { $0 < codes.firstIndex(of: level.code) ?? 0 } ?? false
    let state: LotTarget.State =
      if isReached { .reached } else if isHigher { .higher } else if ways.isEmpty {
        .impossible
      } else { isFullyRead ? .open : .unknown }
    return LotTarget(
      lot: tender.lots[position].id, state: state, present: finder.present(in: condition), ways: ways,
      unread: isReached ? [] : unreadNames)
  }
}
