import Analysis
import Tenders

/// Lots with one and the same verdict, which are reported together.
struct LotGroup {
  /// Positions in the tender's verdicts, in order.
  var positions: [Int]
  /// The verdict of the first of them; the others differ only in places within the notice.
  var verdict: Verdict
  /// Places of its quotes that the other lots have elsewhere.
  var placesOfFirstLot: [Place] = []

  /// The groups of a tender, in the order of their first lots.
  static func groups(of verdicts: [Verdict]) -> [LotGroup] {
    var groups: [LotGroup] = []
    var likenesses: [Verdict] = []
    // Some tenders have hundreds of lots: only those alike at first sight are compared in full.
    var atFirstSight: [String: [Int]] = [:]
    for (position, verdict) in verdicts.enumerated() {
      let likeness = likeness(of: verdict)
      let sight = sight(of: verdict)
      guard let same = atFirstSight[sight, default: []].first(where: { likenesses[$0] == likeness }) else {
        atFirstSight[sight, default: []].append(groups.count)
        likenesses.append(likeness)
        groups.append(LotGroup(positions: [position], verdict: verdict))
        continue
      }
      groups[same].positions.append(position)
      for (own, other) in zip(groups[same].verdict.evidence, verdict.evidence)
      where own.place != other.place && !groups[same].placesOfFirstLot.contains(own.place) {
        groups[same].placesOfFirstLot.append(own.place)
      }
    }
    return groups
  }

  private static func sight(of verdict: Verdict) -> String {
    let quotes = verdict.evidence.flatMap { [$0.gives, $0.quote] }
    let weight = verdict.priceWeight.map { "\($0)" } ?? ""
    return ([verdict.level.code, weight] + verdict.flags + quotes).joined(separator: "\n")
  }

  /// A verdict without what differs between lots that are told the same: the lot itself, and the places of its own
  /// fields in the notice.
  private static func likeness(of verdict: Verdict) -> Verdict {
    var likeness = verdict
    likeness.lot = ""
    for index in likeness.evidence.indices where likeness.evidence[index].place.xpath != nil {
      likeness.evidence[index].place.xpath = ""
      likeness.evidence[index].place.line = nil
      likeness.evidence[index].place.offset = 0
    }
    return likeness
  }

  /// The lots of a group as a reader writes them: "1, 3–7".
  static func written(_ ids: [String]) -> [String] {
    let short = ids.map(short)
    let numbers = short.compactMap { id in Int(id).flatMap { String($0) == id ? $0 : nil } }
    guard numbers.count == ids.count else { return short }
    var parts: [String] = []
    var run: [Int] = []
    func close() {
      if run.count > 2, let first = run.first, let last = run.last {
        parts.append("\(first)–\(last)")
      } else {
        parts += run.map(String.init)
      }
      run = []
    }
    for number in numbers.sorted() {
      if let last = run.last, number &- 1 != last { close() }
      run.append(number)
    }
    close()
    return parts
  }

  /// `LOT-0003` is lot 3 to a reader.
  static func short(_ id: String) -> String { Lot.number(of: id) }
}

extension JudgedTender {
  /// The lot of a verdict; verdicts stand in the order of the lots.
  func lot(at position: Int) -> Lot? {
    let id = verdicts[position].lot
    if position < tender.lots.count, tender.lots[position].id == id { return tender.lots[position] }
    return tender.lots.first { $0.id == id }
  }
}
