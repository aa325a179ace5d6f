/// Works out from a condition of the ladder what has to be added to what was found so that it holds.
struct WayFinder {
  let given: Set<String>
  let scored: Set<String>
  let rules: RuleSet

  /// Ways that are worked out at most: a ladder may combine more than anybody would read.
  private static let limit = 500
  /// Ways that need this much more than the shortest are left out.
  private static let detour = 1

  func holds(_ condition: Ladder.Condition, isScored: Bool = false) -> Bool {
    condition.holds(isScored ? scored : given, scored)
  }

  /// What the condition names and is there.
  func present(in condition: Ladder.Condition) -> [Demand] {
    Set(condition.demands(isScored: false)).filter { has($0.name, $0.isScored) }
      .map { demand($0.name, $0.isScored) }.sorted()
  }

  private func has(_ name: String, _ isScored: Bool) -> Bool { (isScored ? scored : given).contains(name) }

  private func demand(_ name: String, _ isScored: Bool) -> Demand {
    Demand(name: name, isScored: isScored, remedy: rules.remedy(for: name, isScored: isScored))
  }

  // MARK: Ways

  /// The shortest ways and those that are hardly longer, in order; empty when none leads there.
  func shortest(_ condition: Ladder.Condition) -> [Way] {
    let all = ways(condition, isScored: false).sorted { $0.isBefore($1) }
    guard let shortest = all.first?.size else { return [] }
    var kept: [Open] = []
    for way in all where way.size <= shortest + Self.detour && !kept.contains(where: { $0.isPartOf(way) }) {
      kept.append(way)
    }
    return kept.map(\.way)
  }

  private func ways(_ condition: Ladder.Condition, isScored: Bool) -> [Open] {
    if holds(condition, isScored: isScored) { return [Open()] }
    switch condition {
    case .found(let name): return [Open(all: [demand(name, isScored)])]
    case .scored(let inner): return ways(inner, isScored: true)
    // Nothing that is added takes away what is there.
    case .not: return []
    case .all(let all):
      return all.reduce([Open()]) { product($0, ways($1, isScored: isScored)) }
    case .any(let any):
      return some(1, of: any, isScored) + any.filter { !$0.isName }.flatMap { ways($0, isScored: isScored) }
    case .atLeast(let count, let list):
      let rest = list.filter { !holds($0, isScored: isScored) }
      let lacking = count - (list.count - rest.count)
      if rest.allSatisfy(\.isName) { return some(lacking, of: rest, isScored) }
      return combinations(of: rest, lacking).prefix(Self.limit).flatMap { chosen in
        chosen.reduce([Open()]) { product($0, ways($1, isScored: isScored)) }
      }
    }
  }

  /// So many of the names among these conditions.
  private func some(_ count: Int, of list: [Ladder.Condition], _ isScored: Bool) -> [Open] {
    let names = list.compactMap { if case .found(let name) = $0 { demand(name, isScored) } else { nil } }
    guard count <= names.count, !names.isEmpty else { return [] }
    return Open(all: [], choices: [Way.Choice(count: count, of: names)]).settled()
  }

  private func product(_ left: [Open], _ right: [Open]) -> [Open] {
    var out: [Open] = []
    for one in left {
      for other in right {
        out += Open(all: one.all.union(other.all), choices: one.choices + other.choices).settled()
        if out.count >= Self.limit { return out }
      }
    }
    return out
  }

  private func combinations(of list: [Ladder.Condition], _ count: Int) -> [[Ladder.Condition]] {
    guard count > 0 else { return [[]] }
    guard let first = list.first, count <= list.count else { return [] }
    let rest = Array(list.dropFirst())
    return combinations(of: rest, count - 1).map { [first] + $0 } + combinations(of: rest, count)
  }
}

/// A way that is still being worked out.
private struct Open {
  var all: Set<Demand> = []
  var choices: [Way.Choice] = []

  var size: Int { choices.reduce(all.count) { $0 + $1.count } }

  var way: Way {
    Way(
      all: all.sorted(),
      choices: choices.map { Way.Choice(count: $0.count, of: $0.of.sorted()) }
        .sorted { ($0.of.first.map(\.name) ?? "") < ($1.of.first.map(\.name) ?? "") })
  }

  func isBefore(_ other: Open) -> Bool {
    if size != other.size { return size < other.size }
    // Of two that are as long, the one that leaves more to choose.
    if all.count != other.all.count { return all.count < other.all.count }
    return way.all.map(\.name).joined(separator: " ") < other.way.all.map(\.name).joined(separator: " ")
  }

  /// What is scored is there as well.
  private func holds(_ demand: Demand) -> Bool {
    all.contains { $0.name == demand.name && ($0.isScored || !demand.isScored) }
  }

  /// The same without what follows from the rest, in parts that share nothing; none when it cannot be.
  func settled() -> [Open] {
    var open = self
    open.all = all.filter { demand in
      demand.isScored || !all.contains { $0.name == demand.name && $0.isScored }
    }
    var rest: [Way.Choice] = []
    for choice in open.choices {
      let free = choice.of.filter { !open.holds($0) }
      let count = choice.count - (choice.of.count - free.count)
      if count <= 0 { continue }
      guard count <= free.count else { return [] }
      if count == free.count {
        open.all.formUnion(free)
        open.choices.removeAll { $0 == choice }
        return open.settled()
      }
      rest.append(Way.Choice(count: count, of: free))
    }
    open.choices = rest.enumerated().filter { position, choice in
      !rest.enumerated().contains { other, stricter in
        other != position && stricter.brings(choice) && (other < position || !choice.brings(stricter))
      }
    }.map(\.element)
    guard let shared = open.sharedDemand else { return [open] }
    var with = open
    with.all.insert(shared)
    var without = open
    without.choices = open.choices.map { choice in
      Way.Choice(count: choice.count, of: choice.of.filter { $0 != shared })
    }
    guard without.choices.allSatisfy({ $0.count <= $0.of.count }) else { return with.settled() }
    return with.settled() + without.settled()
  }

  /// A demand that serves two choices at once.
  private var sharedDemand: Demand? {
    var seen: Set<Demand> = []
    for demand in choices.flatMap(\.of) where !seen.insert(demand).inserted { return demand }
    return nil
  }

  /// Whether whoever goes the other way goes this one, too.
  func isPartOf(_ other: Open) -> Bool {
    all.allSatisfy { other.holds($0) }
      && choices.allSatisfy { choice in
        choice.of.count { other.holds($0) } >= choice.count || other.choices.contains { $0.brings(choice) }
      }
  }
}

extension Way.Choice {
  /// Whether whatever is chosen here satisfies the other choice.
  fileprivate func brings(_ other: Way.Choice) -> Bool {
    count >= other.count
      && of.allSatisfy { demand in
        other.of.contains { $0.name == demand.name && (demand.isScored || !$0.isScored) }
      }
  }
}

extension Ladder.Condition {
  fileprivate var isName: Bool { if case .found = self { true } else { false } }

  /// All that it names, also what counts up a level.
  fileprivate func demands(isScored: Bool) -> [Demand] {
    switch self {
    case .found(let name): [Demand(name: name, isScored: isScored, remedy: nil)]
    case .all(let list), .any(let list), .atLeast(_, let list):
      list.flatMap { $0.demands(isScored: isScored) }
    case .scored(let inner): inner.demands(isScored: true)
    case .not: []
    }
  }
}
