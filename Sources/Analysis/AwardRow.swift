import Tenders

/// The head of a table of criteria: what each of its columns holds.
struct AwardHeader {
  struct Column {
    /// Folded bytes.
    var range: Range<Int>
    var words: Set<AwardWord>
    var kind: AwardCriterion.Kind
    var lots: [[UInt8]]

    /// How likely its numbers are the weights.
    var rank: Int {
      if words.contains(.minimum) || words.contains(.total) { return 0 }
      if words.contains(.percent) { return 4 }
      if words.contains(.points) { return 3 }
      if words.contains(.weight) { return 2 }
      return lots.isEmpty ? 0 : 1
    }

    var measure: AwardEntry.Measure {
      if words.contains(.percent) { return .percent }
      return words.contains(.points) || words.contains(.weight) ? .points : .bare
    }
  }

  var columns: [Column]
}

/// A row of cells: a label with the number that belongs to it.
struct AwardRow {
  private let reading: Reading
  private let segment: Int
  private let cells: [Range<Int>]
  private let words: AwardWords
  private let bytes: [UInt8]
  private(set) var entries: [AwardEntry] = []

  init(_ reading: Reading, _ segment: Int, _ cells: [Range<Int>], _ words: AwardWords) {
    self.reading = reading
    self.segment = segment
    self.cells = cells
    self.words = words
    bytes = reading.folded.bytes
  }

  mutating func read(below header: AwardHeader?) {
    guard cells.count > 1 else { return }
    let numbers = cells.map(number)
    guard numbers.contains(where: { $0 != nil }) else { return }
    guard let label = cells.indices.first(where: { numbers[$0] == nil && hasName(cells[$0]) }) else {
      readAcross(numbers, below: header)
      return
    }
    if !words.hasContent(cells[label], bytes), !words.has(.total, in: cells[label]),
      numbers.count(where: { $0 != nil }) > 1
    {
      readAcross(numbers, below: header)
      return
    }
    var own = cells[label]
    // A label such as "G1" or "Criterium 1" stands before the name.
    if label > 0, numbers[label - 1] == nil, !cells[label - 1].isEmpty {
      own = cells[label - 1].lowerBound..<own.upperBound
    }
    for column in columns(numbers, label, header) {
      guard let number = numbers[column] else { continue }
      var entry = entry(cells[label], number)
      entry.codeText = AwardSentence.code(own, bytes)
      if let header, header.columns.count == cells.count {
        if entry.measure == .bare { entry.measure = header.columns[column].measure }
        entry.lots = header.columns[column].lots
      }
      entries.append(entry)
    }
  }

  /// The columns that hold weights: those that the head names, else the first with a number behind the label.
  private func columns(_ numbers: [AwardNumber?], _ label: Int, _ header: AwardHeader?) -> [Int] {
    let filled = numbers.indices.filter { numbers[$0] != nil }
    if let header, header.columns.count == cells.count {
      let best = filled.map { header.columns[$0].rank }.max() ?? 0
      let chosen = filled.filter { header.columns[$0].rank == best }
      let byLot = chosen.filter { !header.columns[$0].lots.isEmpty }
      if byLot.count > 1 { return byLot }
      if best > 0, let first = chosen.first { return [first] }
    }
    let behind = filled.filter { $0 > label }
    if let percent = behind.first(where: { numbers[$0]?.measure == .percent }) { return [percent] }
    if let first = behind.first { return [first] }
    return filled.filter { numbers[$0]?.measure != .bare }.prefix(1).map { $0 }
  }

  /// A table on its side: the names stand in the head, the weights below them.
  private mutating func readAcross(_ numbers: [AwardNumber?], below header: AwardHeader?) {
    let filled = numbers.indices.filter { numbers[$0] != nil }
    if let header, header.columns.count == cells.count, filled.count > 1,
      header.columns.contains(where: { $0.kind == .price || $0.kind == .cost })
    {
      for column in filled {
        guard let number = numbers[column] else { continue }
        var made = entry(header.columns[column].range, number)
        made.kind = header.columns[column].kind
        made.isTotal = header.columns[column].words.contains(.total) && !made.isPrice
        entries.append(made)
      }
      return
    }
    // A number below the others, without a name, is their sum.
    guard filled.count == 1, let number = filled.first.flatMap({ numbers[$0] }) else { return }
    var total = entry(number.range, number)
    total.isTotal = true
    entries.append(total)
  }

  private func entry(_ label: Range<Int>, _ number: AwardNumber) -> AwardEntry {
    var entry = AwardEntry(
      kind: words.kind(label), label: label, number: number.range, value: number.value,
      measure: number.measure, outOf: number.outOf)
    let inside = words.inside(label)
    entry.isTotal = inside.contains { $0.word == .total } && !entry.isPrice
    if let first = inside.first, first.word == .part, first.start <= label.lowerBound + 3 {
      entry.isPart = true
    }
    return entry
  }

  /// The number of a cell that holds nothing else but its unit.
  private func number(_ cell: Range<Int>) -> AwardNumber? {
    guard cell.count <= 40, bytes[cell].contains(where: isDigit), !words.hasContent(cell, bytes, length: 2)
    else {
      return nil
    }
    // "4.1" or "G1" before a name is a code; that shows only when a name and a number follow.
    let numbers = AwardSentence(reading, segment, cell, AwardWords(words.mentions, in: cell), before: nil)
      .numbers()
    guard numbers.count == 1, let number = numbers.first else { return nil }
    let letters = bytes[cell.lowerBound..<number.range.lowerBound].contains { (0x61...0x7A).contains($0) }
    return letters && words.inside(cell).isEmpty ? nil : number
  }

  private func hasName(_ cell: Range<Int>) -> Bool {
    bytes[cell].count { (0x61...0x7A).contains($0) || $0 >= 0x80 } >= 3
  }

  // MARK: Head

  /// The head that this row makes; nil when it holds weights or says nothing of columns.
  func header(over header: AwardHeader?, lots: (Range<Int>, Int) -> [[UInt8]]) -> AwardHeader? {
    guard cells.count > 1, entries.isEmpty else { return nil }
    let columns = cells.map { cell in
      AwardHeader.Column(
        range: cell, words: Set(words.inside(cell).map(\.word)), kind: words.kind(cell),
        lots: lots(cell, segment))
    }
    let says = columns.contains { $0.rank > 0 || $0.kind != .quality }
    return header == nil || says ? AwardHeader(columns: columns) : nil
  }
}
