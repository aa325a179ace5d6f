import Tenders

/// Tells which lots a statement counts for: those that it, its headings or its list name; all when none is named.
struct LotReader {
  private let reading: Reading
  private let numbers: [[UInt8]: Int]

  init(_ reading: Reading) {
    self.reading = reading
    var numbers: [[UInt8]: Int] = [:]
    for (position, lot) in reading.file.tender.lots.enumerated() {
      // "LOT-0001" is called lot 1 in the documents.
      let digits = Array(lot.id.utf8.reversed().prefix { (0x30...0x39).contains($0) }.reversed())
      let plain = Array(digits.drop { $0 == 0x30 })
      numbers[plain.isEmpty ? Array(lot.id.lowercased().utf8) : plain] = position
    }
    self.numbers = numbers
  }

  func lots(of statement: Statement) -> [Int]? {
    let passage = reading.passage(statement.segment)
    if let lots = passage.lots { return lots }
    guard reading.file.tender.lots.count > 1 else { return nil }
    if let named = named(in: statement.mentions) { return named }
    let text = reading.text(statement.segment)
    if let leadIn = passage.leadIn, let named = named(inSegment: reading.segment(of: leadIn, in: text)) {
      return named
    }
    if let named = named(inSegment: statement.segment) { return named }
    for above in passage.headings.reversed() {
      if let named = named(inSegment: reading.segment(of: above, in: text)) { return named }
    }
    // A clause may name its lot in its first sentence and speak of it from there on.
    let passages = reading.file.texts[text].passages
    var index = statement.segment - reading.firstSegment[text] - 1
    while index >= 0, passages[index].section == passage.section {
      if let named = named(inSegment: reading.firstSegment[text] + index) { return named }
      index -= 1
    }
    return nil
  }

  private func named(inSegment segment: Int) -> [Int]? { named(in: reading.bySegment[segment]) }

  private func named(in mentions: Range<Int>) -> [Int]? {
    var lots: Set<Int> = []
    for mention in reading.mentions[mentions] where reading.signal(mention) == .lot {
      lots.formUnion(numbers(behind: Int(mention.end)))
    }
    return lots.isEmpty ? nil : lots.sorted()
  }

  /// The lots of "1", "1 en 2", "1, 2 et 3", "LOT-0001" behind the word for a lot.
  private func numbers(behind start: Int) -> [Int] {
    let bytes = reading.folded.bytes
    var found: [Int] = []
    var index = start
    var others = 0
    while index < bytes.count, index < start + 40, bytes[index] != 0x0A, others <= 1 {
      guard isWordByte(bytes[index]) else {
        if bytes[index] == 0x2E || bytes[index] == 0x3A { break }
        index += 1
        continue
      }
      var word: [UInt8] = []
      while index < bytes.count, isWordByte(bytes[index]) {
        word.append(bytes[index])
        index += 1
      }
      let plain = word.allSatisfy { (0x30...0x39).contains($0) } ? Array(word.drop { $0 == 0x30 }) : word
      if let lot = numbers[plain] { found.append(lot) } else { others += 1 }
    }
    return found
  }
}
