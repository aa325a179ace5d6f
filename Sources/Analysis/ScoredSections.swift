import Tenders

/// Knows which headings and passages say what an award criterion asks, by its number (`Elaboration of G3.2`) or its name.
struct ScoredSections {
  private let reading: Reading
  private var criteria: [Criterion] = []

  private struct Criterion {
    var text: Int
    var segment: Int
    /// Folded, as in `Reading.clauseNumbers`.
    var number: [UInt8]?
    /// Folded words without number and weight; nil when they are too few to know the criterion by.
    var name: [UInt8]?
  }

  init(_ reading: Reading) {
    self.reading = reading
    for award in reading.awards.compactMap({ $0 }) {
      for (criterion, place) in zip(award.criteria, award.places) where !criterion.isPrice {
        guard case .number(let weight)? = criterion.weight, weight > 0, criterion.unit != .order else {
          continue
        }
        let label = reading.folded.bytes[place.label].drop { $0 == 0x20 }
        let first = Array(label.prefix { $0 != 0x20 })
        let code = reading.isClauseCode(first) ? first : nil
        let name = code == nil ? label : label.dropFirst(first.count + 1)
        criteria.append(
          Criterion(
            text: reading.text(place.segment), segment: place.segment,
            number: code ?? reading.clauseNumber(of: place.segment),
            name: name.count >= Self.tellingBytes && name.contains(0x20) ? Array(name) : nil))
      }
    }
  }

  /// Bytes of a name that are enough to know a criterion by.
  private static let tellingBytes = 10
  /// Bytes at the start of a passage in which it says what it is about.
  private static let opening = 40

  /// Whether a passage of running text, or a heading, says what a scored criterion asks.
  func explains(_ segment: Int) -> Bool {
    guard !criteria.isEmpty else { return false }
    let text = reading.text(segment)
    guard reading.role(at: segment) != .contract else { return false }
    let whole = reading.folded.segments[segment].range
    let isHeading = reading.passage(segment).form == .heading
    let start = isHeading ? whole : whole.prefix(Self.opening)
    // "For G2" looks like a clause number behind its word, but another passage has it.
    let number = reading.passage(segment).number.map { reading.file.texts[text].text[$0] }
    let own = number?.contains(0x20) == true ? nil : reading.clauseNumber(of: segment)
    let named = reading.clauseNumbers(in: start, of: segment).filter { $0 != own }
    let words = reading.folded.bytes[whole]
    return criteria.contains { criterion in
      guard criterion.segment != segment else { return false }
      if let number = criterion.number, named.contains(number) {
        // A plain number is one of the same document.
        if criterion.text == text || (0x61...0x7A).contains(number[0]) { return true }
      }
      guard isHeading, criterion.text == text, let name = criterion.name else { return false }
      return words.contains(name)
    }
  }
}
