import Tenders

/// A weight that a document states, with the words it belongs to.
struct AwardEntry {
  /// What the number counts.
  enum Measure {
    case percent, points, money
    /// No unit: a share only when the whole list adds up.
    case bare
  }

  var kind: AwardCriterion.Kind
  /// Folded bytes of the words that it belongs to.
  var label: Range<Int>
  /// Folded bytes of the number.
  var number: Range<Int>
  var value: Double
  var measure: Measure
  /// The total of which the text says that the number is a part.
  var outOf: Double?
  /// It is the sum of the others.
  var isTotal = false
  /// It is part of the entry before it.
  var isPart = false
  /// It names everything but price in one word.
  var isWholeQuality = false
  /// The clause code before the label (`g3.1`).
  var codeText: [UInt8]?
  /// The lots of its column, by the numbers that the head of the column gives.
  var lots: [[UInt8]] = []

  var isPrice: Bool { kind.isPrice }
}

/// A sentence or row of a document, as far as award criteria are concerned.
struct AwardLine {
  var segment: Int
  /// Folded bytes.
  var range: Range<Int>
  var entries: [AwardEntry] = []
  var words: Set<AwardWord> = []
  /// The last word before its weights that tells whether tenders or candidates are weighed.
  var lead: AwardWord?
  var stage: Stage?
  var isHeading = false
  /// The heading above it speaks of price alone.
  var isUnderPrice = false
  var isRow = false
  /// The numbers of the lots that it, its headings or its list name.
  var lots: [[UInt8]] = []
}

/// A place where an award word stands.
struct AwardMention {
  var word: AwardWord
  /// Folded bytes.
  var start: Int
  var end: Int
}

/// A number in running text with the unit next to it.
struct AwardNumber {
  /// Folded bytes of the number alone.
  var range: Range<Int>
  /// Behind the number and its unit.
  var end: Int
  var value: Double
  var measure: AwardEntry.Measure = .bare
  var outOf: Double?
  /// A part of the whole in words: "two thirds".
  var isShare = false

  /// "1.400", "1,000", "12,5", "0.6", "1 000,50"; nil for "3.4.4" and dates.
  static func value(_ written: some Sequence<UInt8>) -> Double? {
    var groups: [[UInt8]] = [[]]
    var marks: [UInt8] = []
    for byte in written {
      if isDigit(byte) {
        groups[groups.count - 1].append(byte)
      } else {
        marks.append(byte)
        groups.append([])
      }
    }
    func number(_ digits: [UInt8]) -> Double { digits.reduce(0) { $0 * 10 + Double($1 - 0x30) } }
    guard groups.allSatisfy({ (1...9).contains($0.count) }), let tail = groups.last else { return nil }
    guard let last = marks.last else { return number(tail) }
    let before = Set(marks.dropLast())
    guard before.count <= 1, groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }) else { return nil }
    let whole = groups.dropLast().flatMap { $0 }
    if tail.count == 3, groups[0] != [0x30], before.isEmpty || before.contains(last) {
      return number(whole + tail)
    }
    if before.contains(last) || last == 0x20 { return nil }
    return number(whole) + number(tail) / tail.reduce(1) { value, _ in value * 10 }
  }
}

func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

func isLetterOrDigit(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || isDigit(byte) }
