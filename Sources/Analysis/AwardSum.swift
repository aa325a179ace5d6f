/// Finds among the weights of a passage those that make up a whole: not parts of others, and none beside it.
struct AwardSum {
  let entries: [AwardEntry]
  /// Sums that a list can have when no total is stated.
  let whole: [Double]
  /// The same for numbers without a unit.
  let wholeBare: [Double]

  /// A full list of criteria and the percentage of price in it.
  struct Solution {
    /// Positions in `entries`.
    var chosen: [Int]
    var weight: Double
    /// The sum that they make up is a hundred or a thousand, or the one that the text states.
    var isSure: Bool
  }

  func solve() -> Solution? {
    let percents = indices { $0.measure == .percent }
    if let found = solve(percents, totals: [100]) { return found }
    if let found = mixed(percents) { return found }
    let points = indices { $0.measure == .points }
    let counted = indices { $0.measure == .points || $0.measure == .bare }
    let totals = stated
    if !totals.isEmpty {
      return solve(points, totals: totals) ?? solve(counted, totals: totals)
    }
    return solve(points, totals: whole) ?? solve(counted, totals: wholeBare)
  }

  /// "40 %, 35, 25": percent of which only some carry the sign.
  private func mixed(_ percents: [Int]) -> Solution? {
    let all = indices { $0.measure == .percent || $0.measure == .bare }
    guard !percents.isEmpty, percents.count < all.count, let run = run(in: all, 100),
      percents.contains(where: run.contains)
    else { return nil }
    return solution(run, 100)
  }

  /// The totals that the passage itself states.
  private var stated: [Double] {
    let sums = entries.filter { $0.isTotal && $0.measure != .percent && $0.measure != .money }.map(\.value)
    let totals = sums + entries.filter { !$0.isTotal }.compactMap(\.outOf)
    return Array(Set(totals)).sorted(by: >)
  }

  private func indices(where holds: (AwardEntry) -> Bool) -> [Int] {
    entries.indices.filter { !entries[$0].isTotal && entries[$0].value > 0 && holds(entries[$0]) }
  }

  private func solve(_ all: [Int], totals: [Double]) -> Solution? {
    guard all.contains(where: { entries[$0].isPrice }) else { return nil }
    let main = withoutParts(all)
    for total in totals {
      for candidate in [main, all] where isWhole(candidate, total) { return solution(candidate, total) }
      for candidate in [main, all] {
        if let run = run(in: candidate, total) { return solution(run, total) }
      }
    }
    return nil
  }

  private func solution(_ chosen: [Int], _ total: Double) -> Solution {
    Solution(
      chosen: chosen, weight: (sum(chosen.filter { entries[$0].isPrice }) * 100 / total).rounded(toPlaces: 2),
      isSure: wholeBare.contains(total) || stated.contains(total))
  }

  private func sum(_ positions: [Int]) -> Double { positions.reduce(0) { $0 + entries[$1].value } }

  /// One criterion is a whole only when it is price alone.
  private func isWhole(_ positions: [Int], _ total: Double) -> Bool {
    guard positions.contains(where: { entries[$0].isPrice }), abs(sum(positions) - total) < total * 0.001
    else {
      return false
    }
    guard positions.count > 1 else { return entries[positions[0]].measure == .percent }
    // Prices that make up a whole by themselves are the parts of a price.
    return positions.contains { !entries[$0].isPrice }
  }

  /// Criteria in a row that make up the whole, when what stands around them explains them.
  private func run(in positions: [Int], _ total: Double) -> [Int]? {
    for first in positions.indices {
      for last in positions.indices.dropFirst(first + 1) {
        let run = Array(positions[first...last])
        if isWhole(run, total) { return run }
      }
      // Nothing before the list is a price.
      if entries[positions[first]].isPrice { return nil }
    }
    return nil
  }

  /// Takes out the parts of a criterion: marked as such, numbered below it, or adding up to it or to a hundred.
  private func withoutParts(_ positions: [Int]) -> [Int] {
    var kept: [Int] = []
    var index = 0
    while index < positions.count {
      kept.append(positions[index])
      index += 1 + parts(behind: index, in: positions)
    }
    return kept
  }

  private func parts(behind index: Int, in positions: [Int]) -> Int {
    let parent = entries[positions[index]]
    let rest = positions[(index + 1)...].map { entries[$0] }
    let marked = rest.prefix { $0.isPart || isBelow($0, parent) }.count
    var total = 0.0
    for (offset, entry) in rest.enumerated() {
      total += entry.value
      guard offset > 0 || entry.isPart else { continue }
      if abs(total - parent.value) < 0.001 { return max(marked, offset + 1) }
      if total > max(parent.value, 100) { break }
    }
    // Weights within a criterion: they add up to a hundred, as the criteria themselves do.
    total = 0
    for (offset, entry) in rest.enumerated() where parent.value < 100 {
      if entry.isPrice { break }
      total += entry.value
      if offset > 0, total == 100, parent.measure == .percent { return max(marked, offset + 1) }
      if total > 100 { break }
    }
    return marked
  }

  private func isBelow(_ entry: AwardEntry, _ parent: AwardEntry) -> Bool {
    guard let outer = parent.codeText, let inner = entry.codeText else { return false }
    return inner.starts(with: outer + [0x2E])
  }
}
