/// What marks a block at its start, in a line of any kind of document: a clause number or a list mark.
enum LineMarks {
  /// The clause number at the start of a block: `3.4.4`, `01.22.03`, `II.4`, `§ 9`, `E-07`, also behind one word
  /// as in `Artikel 6`.
  static func number(in text: [UInt8], at range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    let end = min(range.upperBound, start + 40)
    // Markdown marks stand before the number.
    while start < end, text[start] == 0x23 || text[start] == 0x2A || text[start] == 0x20 { start += 1 }
    if let plain = plainNumber(in: text, from: start, to: end) { return plain }
    // One word that names the clause, with a capital as at the start of a clause, then its number.
    guard start < end, (0x41...0x5A).contains(text[start]) else { return nil }
    var word = start
    while word < end, text[word] != 0x20 { word += 1 }
    guard word > start, word < end, word - start <= 12, isWord(text[start..<word]) else { return nil }
    guard let plain = plainNumber(in: text, from: word + 1, to: end) else { return nil }
    return start..<plain.upperBound
  }

  /// Letters only, but for the marks within a word (`Eis-nr.`, `Lot/perceel`).
  private static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy {
      (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 >= 0x80 || (0x2D...0x2F).contains($0)
    }
  }

  /// The clause number in a label that the document itself sets before a block: `3.4.4.` gives `3.4.4`, and
  /// `Artikel II.` all but its point.
  static func number(in text: [UInt8], label: Range<Int>) -> Range<Int>? {
    var label = label
    func isMark(_ byte: UInt8) -> Bool { ".-:() ".utf8.contains(byte) }
    while let last = text[label].last, isMark(last) { label = label.lowerBound..<label.upperBound - 1 }
    while let first = text[label].first, isMark(first) { label = label.lowerBound + 1..<label.upperBound }
    if text[label].contains(where: { (0x30...0x39).contains($0) }) { return label }
    // Behind a word a Roman number or a letter counts as one.
    guard let space = text[label].lastIndex(of: 0x20) else { return nil }
    return text[label].suffix(from: space + 1).allSatisfy { (0x41...0x5A).contains($0) } ? label : nil
  }

  private static func plainNumber(in text: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    var index = start
    var digits = 0
    var letters = 0
    if text[start..<end].starts(with: "§".utf8) {
      index += 2
      if index < end, text[index] == 0x20 { index += 1 }
    }
    let first = index
    while index < end {
      let byte = text[index]
      if (0x30...0x39).contains(byte) {
        digits += 1
      } else if (0x41...0x5A).contains(byte) {
        letters += 1
      } else if byte != 0x2E && byte != 0x2D {
        break
      }
      index += 1
    }
    guard digits > 0 && digits <= 10 && letters <= 4 else { return nil }
    guard index < end, text[index] == 0x20 || text[index] == 0x29 || text[index] == 0x3A else { return nil }
    // A year, an amount or a date is no clause number.
    let bytes = text[first..<index]
    if letters == 0, !bytes.contains(0x2E), digits >= 4 { return nil }
    var upper = index
    while upper > first, text[upper - 1] == 0x2E || text[upper - 1] == 0x2D { upper -= 1 }
    return start..<upper
  }

  /// The length of a list mark at the start of a line: `- `, `• `, `a) `, `(1) `, `ii. `.
  static func item(_ line: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(line.prefix(8))
    guard let first = bytes.first, bytes.count > 2 else { return nil }
    if first == 0x2D || first == 0x2A, bytes[1] == 0x20 { return 2 }
    for bullet in ["•", "–", "—", "‣", "▪", "○", "\u{F0A7}", "\u{F0B7}"]
    where bytes.starts(with: bullet.utf8) && bytes.dropFirst(bullet.utf8.count).first ?? 0x20 <= 0x20 {
      return bullet.utf8.count + 1
    }
    // Word processors write a hollow bullet as the letter; no other small letter o stands alone.
    if first == 0x6F, bytes[1] == 0x20 || bytes[1] == 0x09 { return 2 }
    // A box to tick, and an ordinal such as 1°.
    if bytes.starts(with: "[ ]".utf8) || bytes.starts(with: "[x]".utf8) { return 4 }
    if bytes.starts(with: "☐".utf8) || bytes.starts(with: "□".utf8) { return 4 }
    if let degree = bytes.firstIndex(of: 0xC2), degree <= 2, bytes[degree...].starts(with: "°".utf8),
      bytes[..<degree].allSatisfy({ (0x30...0x39).contains($0) })
    {
      return degree + 3
    }
    let open = first == 0x28 ? 1 : 0
    guard let close = bytes.firstIndex(where: { $0 == 0x29 || $0 == 0x2E }), close > open, close <= open + 3
    else { return nil }
    let mark = bytes[open..<close]
    let isLetters = mark.allSatisfy { (0x61...0x7A).contains($0) }
    let isRoman = mark.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
    let isNumber = bytes[close] == 0x29 && mark.allSatisfy { (0x30...0x39).contains($0) }
    guard isNumber || isRoman || (isLetters && mark.count == 1) else { return nil }
    guard close + 1 < bytes.count, bytes[close + 1] == 0x20 else { return nil }
    return close + 2
  }

  /// True for a line of a table of contents, known by the dots that lead to its page number.
  static func isContents(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last, (0x30...0x39).contains(last) else { return false }
    return bytes.contains(sequence: "....") || bytes.contains(sequence: ". . .")
      || bytes.contains(sequence: "……")
  }
}

extension ArraySlice<UInt8> {
  /// True when these bytes stand somewhere in the slice.
  func contains(sequence: String) -> Bool {
    let wanted = Array(sequence.utf8)
    guard let head = wanted.first, count >= wanted.count else { return false }
    var index = startIndex
    while let found = self[index...].firstIndex(of: head), found + wanted.count <= endIndex {
      if self[found..<found + wanted.count].elementsEqual(wanted) { return true }
      index = found + 1
    }
    return false
  }
}
