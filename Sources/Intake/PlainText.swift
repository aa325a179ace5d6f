import Tenders

/// Plain text and Markdown: decoded to UTF-8 and cut into headings, paragraphs, list items and table rows.
enum PlainText: DocumentExtractor {
  static let kinds: [DocumentKind] = [.text, .markdown]
  static let version: Int? = nil

  static func extract(_ bytes: [UInt8], limits: IntakeLimits) throws(ExtractionError) -> ExtractedDocument {
    let text = decode(bytes)
    let passages = passages(text)
    guard !passages.isEmpty else { throw ExtractionError(.noText, "There is no text in it.") }
    return ExtractedDocument(text: text, passages: passages)
  }

  /// The document's text as UTF-8, whatever common encoding it has: UTF-8, UTF-16 with a byte order mark, and
  /// otherwise Windows-1252, in which every byte is a character.
  static func decode(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return decode(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), littleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), littleEndian: false) }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      let scalar = (0x80..<0xA0).contains(byte) ? windows1252[Int(byte) - 0x80] : Unicode.Scalar(byte)
      out.append(contentsOf: String(Character(scalar)).utf8)
    }
    return out
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(littleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static let windows1252: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  /// The blocks of a text, in order. Passages of one section stand under one heading.
  static func passages(_ text: [UInt8]) -> [Passage] {
    var structure = TextStructure(text)
    return structure.read()
  }
}

/// Reads the structure of a plain text from its lines.
struct TextStructure {
  private let text: [UInt8]
  private var lines: [TextLine] = []
  private var passages: [Passage] = []
  private var section: Int32 = 0
  private var paragraph: Int32 = 0
  /// Open headings, outermost first: level and position of the passage.
  private var headings: [(level: Int, passage: Int32)] = []
  private var leadIn: Int32?
  private var tableHeader: Int32?
  /// The table of the last row, where a layout tells it, and the row's number in it.
  private var table: (number: Int?, row: Int32) = (nil, 0)
  /// The length at which lines are broken, about; a line that comes near it runs on in the next one.
  private var width = 0
  /// Markdown marks its headings, so that no other line is one.
  private var marksHeadings = false
  private var wraps = LineWraps()
  /// Paragraphs that carried on the one before, although a blank line stands between.
  private var resumed = 0
  /// Bytes of each block between blank lines.
  private var lengths: [Int] = []

  init(_ text: [UInt8]) {
    self.text = text
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      var low = start
      var high = end
      while low < high, isSpace(text[low]) { low += 1 }
      while high > low, isSpace(text[high - 1]) { high -= 1 }
      lines.append(TextLine(range: low..<high, indent: low - start))
      start = end + 1
    }
    width = Self.width(of: lines)
    marksHeadings = lines.contains { markedLevel($0) != nil }
  }

  /// The structure of lines whose layout is known.
  init(_ text: [UInt8], lines: [TextLine]) {
    self.text = text
    self.lines = lines
    width = Self.width(of: lines)
  }

  private static func width(of lines: [TextLine]) -> Int {
    let running = lines.filter { !$0.isBlank && ($0.layout?.kind ?? .text) == .text }
    let lengths = running.map(\.range.count).sorted()
    return lengths.isEmpty ? 0 : lengths[lengths.count * 9 / 10]
  }

  mutating func read() -> [Passage] {
    var again = self
    let passages = readOnce()
    again.wraps = LineWraps(lengths: lengths, resumed: resumed)
    return again.wraps.isKnown ? again.readOnce() : passages
  }

  private mutating func readOnce() -> [Passage] {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        // A layout tells where a table ends; in plain text a blank line does.
        if line.layout == nil { tableHeader = nil }
        index += 1
      } else if let level = headingLevel(at: index) {
        index = addHeading(from: index, level: level)
      } else if isRule(line) {
        index += 1
      } else if isRow(line) {
        addRow(at: index)
        index += 1
      } else {
        index = addBlock(from: index)
      }
    }
    return passages
  }

  // MARK: Blocks

  private mutating func append(_ block: ClosedRange<Int>, form: Passage.Form, leadIn: Int32? = nil) {
    paragraph += 1
    let range = range(of: block)
    var passage = Passage(
      range: range, form: form, section: section, headings: headings.map(\.passage), leadIn: leadIn,
      paragraph: paragraph, number: number(at: range))
    passage.page = lines[block.lowerBound].layout?.page
    passage.gaps = lines[block].dropFirst().compactMap { $0.layout?.gap }
    passages.append(passage)
  }

  private func range(of block: ClosedRange<Int>) -> Range<Int> {
    lines[block.lowerBound].range.lowerBound..<lines[block.upperBound].range.upperBound
  }

  /// A heading with the lines that its layout shows to belong to it; gives the position of the next line.
  private mutating func addHeading(from first: Int, level: Int) -> Int {
    var last = first
    if case .heading(let size)? = lines[first].layout?.kind {
      while last + 1 < lines.count, let next = lines[last + 1].layout, !lines[last + 1].isBlank,
        next.kind == .heading(size), !next.resumes, !startsClause(lines[last + 1])
      { last += 1 }
    }
    if last == first, breaksTitle(at: first), first + 1 < lines.count { last += 1 }
    headings.removeAll { $0.level >= level }
    section += 1
    leadIn = nil
    tableHeader = nil
    append(first...last, form: .heading)
    headings.append((level, Int32(passages.count - 1)))
    return last + 1
  }

  private mutating func addRow(at index: Int) {
    if case .row(let number)? = lines[index].layout?.kind {
      if table.number != number {
        tableHeader = nil
        table = (number, 0)
      }
      table.row += 1
    }
    append(index...index, form: .tableRow, leadIn: tableHeader ?? leadIn)
    if lines[index].layout != nil { passages[passages.count - 1].row = table.row }
    if tableHeader == nil { tableHeader = Int32(passages.count - 1) }
  }

  /// A paragraph, clause or list item with the lines that carry it on; gives the position of the next line.
  private mutating func addBlock(from first: Int) -> Int {
    tableHeader = nil
    var last = first
    while last + 1 < lines.count, continues(last, of: first, into: last + 1) { last += 1 }
    lengths.append(range(of: first...last).count)
    while let next = resumption(of: range(of: first...last), after: last) {
      resumed += 1
      last = next
      while last + 1 < lines.count, continues(last, of: first, into: last + 1) { last += 1 }
      lengths.append(range(of: next...last).count)
    }
    let range = range(of: first...last)
    if isContents(lines[first]) || isContents(range) {
      append(first...last, form: .contents)
    } else if itemMark(lines[first]) != nil || (leadIn != nil && startsItem(lines[first])) {
      append(first...last, form: .listItem, leadIn: leadIn)
    } else {
      append(first...last, form: .paragraph)
      leadIn = nil
    }
    if text[range.upperBound - 1] == 0x3A { leadIn = Int32(passages.count - 1) }
    return last + 1
  }

  /// The line behind a blank one in which the sentence at the end of a block runs on; nil when none does.
  private func resumption(of block: Range<Int>, after last: Int) -> Int? {
    guard let next = lines[(last + 1)...].firstIndex(where: { !$0.isBlank }), next > last + 1 else {
      return nil
    }
    let line = lines[next]
    guard !isRow(line), !isRule(line), !isRow(lines[last]), headingLevel(at: next) == nil else { return nil }
    return wraps.runsOn(text[block], into: text[line.range]) ? next : nil
  }

  /// True when the text of line `here`, in a block that begins with line `first`, runs on in line `next`.
  private func continues(_ here: Int, of first: Int, into next: Int) -> Bool {
    let line = lines[next]
    if line.isBlank || isRow(line) || isRule(line) { return false }
    if isContents(line) || isContents(lines[here]) { return false }
    // A number at the start of a line is no clause when the sentence before fills its line and is not at its end.
    if line.layout != nil, runsOn(lines[here]), number(at: line.range) != nil, itemMark(line) == nil {
      return !isContents(lines[here].range)
    }
    if itemMark(line) != nil || headingLevel(at: next) != nil || startsClause(line) { return false }
    if isField(line), isField(lines[first]) { return false }
    let end = text[lines[here].range.upperBound - 1]
    let endsSentence = end == 0x2E || end == 0x3A || end == 0x3F || end == 0x21
    let start = text[line.range.lowerBound]
    let startsUpper = (0x41...0x5A).contains(start) || start >= 0xC3
    let isFull = lines[here].layout?.isFull ?? (lines[here].range.count > 70)
    if line.layout?.resumes == true { return !endsSentence && (!startsUpper || isFull) }
    if startsUpper && endsSentence { return isFull }
    return true
  }

  // MARK: Lines

  private func isRule(_ line: TextLine) -> Bool {
    line.range.count >= 3 && text[line.range].allSatisfy { "-=_*|:+ ".utf8.contains($0) }
  }

  /// True when the line is a name and what it stands for: `Country: Belgium`.
  private func isField(_ line: TextLine) -> Bool {
    let bytes = text[line.range]
    guard let first = bytes.first, (0x41...0x5A).contains(first) || first >= 0xC3 else { return false }
    let name = bytes.prefix(45)
    guard let colon = name.firstIndex(of: 0x3A), colon + 1 < bytes.endIndex, bytes[colon + 1] == 0x20 else {
      return false
    }
    return !bytes[..<colon].contains(0x2E) && bytes[..<colon].count(where: { $0 == 0x20 }) <= 4
  }

  private func isContents(_ line: TextLine) -> Bool { line.layout?.kind == .contents }

  private func isRow(_ line: TextLine) -> Bool {
    if let layout = line.layout {
      if case .row = layout.kind { return true }
      return text[line.range].contains(sequence: " | ")
    }
    let bytes = text[line.range]
    if bytes.count(where: { $0 == 0x7C }) >= 1, bytes.first == 0x7C || bytes.contains(sequence: " | ") {
      return true
    }
    // Columns set with spaces: at least four between two words.
    return bytes.contains(sequence: "    ") && line.range.count < 200
  }

  private func isContents(_ range: Range<Int>) -> Bool { LineMarks.isContents(text[range]) }

  private func itemMark(_ line: TextLine) -> Int? { LineMarks.item(text[line.range]) }

  /// True when the line begins an item with a plain number: `1. …`, or a numbered one in small letters: `5.4.1 brings …`.
  private func startsItem(_ line: TextLine) -> Bool {
    guard let number = number(at: line.range) else { return false }
    let title = text[number.upperBound..<line.range.upperBound].drop { !isLetter($0) }
    let isPlain = text[number].allSatisfy { (0x30...0x39).contains($0) }
    return isPlain || title.first.map { (0x61...0x7A).contains($0) } ?? false
  }

  /// True when the line begins a numbered clause.
  private func startsClause(_ line: TextLine) -> Bool {
    guard let number = number(at: line.range) else { return false }
    let digits = text[number].contains { (0x30...0x39).contains($0) }
    return digits && number.upperBound < line.range.upperBound
  }

  private func number(at range: Range<Int>) -> Range<Int>? { LineMarks.number(in: text, at: range) }

  /// The level of a heading that `#` marks.
  private func markedLevel(_ line: TextLine) -> Int? {
    let bytes = text[line.range]
    let level = bytes.prefix { $0 == 0x23 }.count
    return (1...6).contains(level) && bytes.dropFirst(level).first == 0x20 ? level : nil
  }

  /// The level of a heading line, from 1; nil when the line is none.
  private func headingLevel(at index: Int) -> Int? {
    let line = lines[index]
    if marksHeadings { return markedLevel(line) }
    let bytes = text[line.range]
    if isContents(line) { return nil }
    if case .heading(let size)? = line.layout?.kind, bytes.count <= 200 {
      guard let number = number(at: line.range) else { return size }
      return text[number].count { $0 == 0x2E } + 1
    }
    guard bytes.count <= 110, let last = bytes.last, !".;,:?!".utf8.contains(last) else { return nil }
    guard !isRow(line), itemMark(line) == nil, !isContents(line.range), !isScored(at: index) else {
      return nil
    }
    let next = index + 1 < lines.count ? lines[index + 1] : nil
    let before = index > 0 ? lines[index - 1] : nil
    if let number = number(at: line.range) {
      let title = text[number.upperBound..<line.range.upperBound].drop { !isLetter($0) }
      guard let first = title.first, !(0x61...0x7A).contains(first) else { return nil }
      guard title.count(where: { $0 == 0x20 }) <= 11 else { return nil }
      // A clause that runs on in the next line is no heading.
      if let next, !next.isBlank, !startsClause(next), itemMark(next) == nil, !breaksTitle(at: index) {
        let start = text[next.range.lowerBound]
        if (0x61...0x7A).contains(start) { return nil }
        if line.layout?.isFull ?? (line.range.count * 4 > width * 3) { return nil }
      }
      let dots = text[number].count { $0 == 0x2E }
      return dots + 1
    }
    let letters = bytes.filter(isLetter)
    guard letters.count >= 3 else { return nil }
    let capitals = !letters.contains { (0x61...0x7A).contains($0) }
    let startsBlock = before.map { $0.isBlank || line.layout?.resumes == true && !runsOn($0) } ?? true
    let alone = startsBlock && (next?.isBlank ?? true)
    if capitals && bytes.count <= 90 && startsBlock { return 1 }
    let short = bytes.count <= 70 && bytes.count(where: { $0 == 0x20 }) <= 8
    guard let first = bytes.first, !(0x61...0x7A).contains(first) else { return nil }
    return (alone || (startsBlock && isTitle(line, above: next))) && short ? 2 : nil
  }

  /// True when a short line stands right above a longer one that begins anew: a title that no blank line sets apart.
  private func isTitle(_ line: TextLine, above next: TextLine?) -> Bool {
    guard line.layout == nil, let next, !next.isBlank, line.range.count <= 60, line.range.count * 2 <= width,
      line.range.count * 3 <= next.range.count * 2, !isRow(next), !isRule(next)
    else { return false }
    guard !text[line.range].contains(0x3A), let first = text[next.range].first else { return false }
    return (0x41...0x5A).contains(first) || first >= 0xC3 && !(0x61...0x7A).contains(first)
  }

  /// True when the line is the title of a clause behind a word (`Artikel 6`), and its last word goes on in the next
  /// line, which ends the title.
  private func breaksTitle(at index: Int) -> Bool {
    let line = lines[index]
    guard let number = number(at: line.range), text[number].contains(0x20) else { return false }
    guard text[line.range].last == 0x2D || text[line.range].suffix(3) == [0xE2, 0x80, 0x90] else {
      return false
    }
    guard index + 2 < lines.count else { return true }
    return lines[index + 2].isBlank || startsClause(lines[index + 2])
  }

  /// True when the line is one of a list with a percentage, or a number as its neighbour has one, at the end: a table
  /// of criteria that lost its columns.
  private func isScored(at index: Int) -> Bool {
    guard let end = lastNumber(lines[index]) else { return false }
    if end == .percentage { return true }
    let neighbours = [lines[..<index].last { !$0.isBlank }, lines[(index + 1)...].first { !$0.isBlank }]
    return neighbours.contains { $0.flatMap(lastNumber) != nil }
  }

  private enum LastNumber { case percentage, number }

  /// The number behind the last space of a line, a year aside.
  private func lastNumber(_ line: TextLine) -> LastNumber? {
    var word = text[line.range].lastWord
    guard word.count < line.range.count else { return nil }
    let isPercentage = word.last == 0x25
    if isPercentage { word.removeLast() }
    guard word.count <= 5, word.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }) else {
      return nil
    }
    if isPercentage { return .percentage }
    let isYear = word.count == 4 && (word.starts(with: "19".utf8) || word.starts(with: "20".utf8))
    return isYear || word.count < 2 ? nil : .number
  }

  /// True when a line ends within a sentence.
  private func runsOn(_ line: TextLine) -> Bool {
    guard let last = text[line.range].last else { return false }
    return line.layout?.isFull == true && !".:;?!".utf8.contains(last)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0xC3
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

extension ArraySlice<UInt8> {
  /// What stands behind the last space.
  fileprivate var lastWord: ArraySlice<UInt8> {
    lastIndex(of: 0x20).map { self[($0 + 1)...] } ?? self
  }
}
