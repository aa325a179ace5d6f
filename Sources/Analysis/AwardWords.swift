internal import Tenders

/// What a word of `Rules/award/` says about the award criteria in a document.
public enum AwardWord: String, Sendable, CaseIterable {
  case price, cost, quality
  /// Everything but price in one word.
  case qualityWhole = "quality-whole"
  case percent, points, weight
  /// A verb that says how much something counts.
  case counts
  /// Says that award criteria follow.
  case announce
  /// Says that tenders are judged, which is less than that criteria follow.
  case judging
  /// Between the last two items of a list.
  case and
  /// Says that candidates are weighed, not tenders.
  case selection
  case maximum, minimum, total
  /// Between a number and the one that it is a part of.
  case outOf = "out-of"
  /// What follows is part of the criterion before.
  case part
  /// How a score comes about, which is no weight.
  case scoring
  /// What else a percentage may be.
  case other
  /// The sum of which a percentage is taken.
  case base
  case order, discount, ceiling, currency
  /// Before a number that no longer holds.
  case instead
  /// Before a number that takes the place of another.
  case becomes
  case respectively
  /// Price and quality in one word, in the order of the numbers behind it.
  case ratio
  case ratioReversed = "ratio-reversed"
  /// Says that two criteria count the same.
  case equal
  /// A number in words.
  case numeral
  /// A part of the whole in words, as a percentage.
  case share
  /// Between a number and what it is for.
  case goesTo = "goes-to"
  /// Behind a number that it ends: "400 can be *earned*".
  case earned
  /// Says that a price is one by unit.
  case rate
}

/// How the price weight is worked out where the text leaves a choice: `Rules/award/weights.yaml`.
public struct AwardWeights: Sendable {
  /// Whether a discount in money gives a price weight.
  public enum DiscountShare: String, Sendable, CaseIterable {
    case unknown
    case fromCeiling = "from-ceiling"
  }

  public internal(set) var discountShare: DiscountShare = .unknown
  /// Sums that a full list can have when no total is stated; the likeliest first.
  var whole: [Double] = []
  /// The same for numbers without a unit.
  var wholeBare: [Double] = []
  /// The same where the text calls them weights.
  var wholeFactors: [Double] = []
  /// What numbers and parts in words stand for, by their folded letters.
  var values: [[UInt8]: Double] = [:]

  func value(_ words: some Sequence<UInt8>) -> Double? { values[Self.key(words)] }

  /// Words that may be written apart, joined or with hyphens.
  static func key(_ words: some Sequence<UInt8>) -> [UInt8] { words.filter { $0 != 0x20 && $0 != 0x2D } }
}

extension Reading {
  /// The award words of the documents; notices have fields for their criteria.
  ///
  /// Only passages that can hold or introduce a weight are looked at: those with a digit, headings, rows, short ones.
  func awardMentions() -> [Mention] {
    var wanted: [Int] = []
    for (position, text) in file.texts.enumerated() where text.role != .notice {
      let first = firstSegment[position]
      for index in text.passages.indices where mayHoldWeight(first + index) { wanted.append(first + index) }
    }
    guard !wanted.isEmpty else { return [] }
    return lexicon.mentions(.award, in: folded, wanted, languages, isExactly: isExactly)
  }

  private func mayHoldWeight(_ segment: Int) -> Bool {
    let passage = passage(segment)
    guard !passage.isStruck else { return false }
    let range = folded.segments[segment].range
    if range.count <= 400 || passage.form == .heading || passage.form == .tableRow { return true }
    return folded.bytes[range].contains { (0x30...0x39).contains($0) }
  }
}
