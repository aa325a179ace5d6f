/// The number or letter that tells annexes apart: `7`, `B`, `III`, `A2`, `3.2`.
struct AnnexMark: Hashable {
  /// Folded, without zeros in front.
  let text: [UInt8]
  /// Folded bytes from the mark's first to behind its last.
  let range: Range<Int>

  static func == (left: AnnexMark, right: AnnexMark) -> Bool { left.text == right.text }
  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// The mark right behind the word for an annex, also behind a short word for "number": `annex no. 3`.
  ///
  /// - Parameter isCapital: whether the source writes the letter at this folded byte as a capital. A small letter by
  ///   itself is a word.
  init?(behind end: Int, in bytes: [UInt8], isCapital: (Int) -> Bool = { _ in true }) {
    guard end < bytes.count, bytes[end] == 0x20, let word = Self.word(end + 1, bytes) else { return nil }
    if let mark = Self.mark(word, bytes, isCapital) {
      self = mark
      return
    }
    // What stands between the word for "number" and the number is a sign and a space at most.
    var next = word.upperBound
    while next < min(bytes.count, word.upperBound + 4), !isWordByte(bytes[next]), bytes[next] != 0x0A {
      next += 1
    }
    guard word.count <= 2, let number = Self.word(next, bytes), Self.isDigit(bytes[number.lowerBound]),
      let mark = Self.mark(number, bytes, isCapital)
    else { return nil }
    self = mark
  }

  /// A mark at the start of a file's name: `07 Conditions`, `B7 conditions`.
  init?(leading bytes: [UInt8]) {
    guard let word = Self.word(0, bytes), let mark = Self.mark(word, bytes, { _ in true }), word.count > 1
    else { return nil }
    // A folder of dated files is no list of annexes.
    guard !mark.text.allSatisfy(Self.isRomanDigit) else { return nil }
    self = mark
  }

  private init(text: [UInt8], range: Range<Int>) {
    self.text = text
    self.range = range
  }

  private static func word(_ start: Int, _ bytes: [UInt8]) -> Range<Int>? {
    var end = start
    while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
    return end > start ? start..<end : nil
  }

  private static func mark(_ word: Range<Int>, _ bytes: [UInt8], _ isCapital: (Int) -> Bool) -> AnnexMark? {
    let text = Array(bytes[word])
    let digits = text.prefix(while: isDigit)
    let rest = text[digits.count...]
    if !digits.isEmpty {
      guard digits.count <= 3, rest.isEmpty || (rest.count == 1 && rest.allSatisfy(isLetter)) else {
        return nil
      }
      let parts = parts(behind: word.upperBound, bytes)
      let number = Array(digits.drop { $0 == 0x30 })
      return number.isEmpty
        ? nil : AnnexMark(text: number + rest + bytes[parts], range: word.lowerBound..<parts.upperBound)
    }
    guard let first = text.first, isLetter(first) else { return nil }
    let isLettered = text.count <= 3 && text.dropFirst().allSatisfy(isDigit) && isCapital(word.lowerBound)
    // Two or three of the same letter hold the place of a mark that is still to be filled in.
    let isRoman =
      text.count > 1 && text.allSatisfy(isRomanDigit) && !(text.allSatisfy { $0 == 0x78 })
    return isLettered || isRoman ? AnnexMark(text: text, range: word) : nil
  }

  /// `.2.1` behind a number.
  private static func parts(behind end: Int, _ bytes: [UInt8]) -> Range<Int> {
    var last = end
    while last + 1 < bytes.count, bytes[last] == 0x2E, isDigit(bytes[last + 1]) {
      var next = last + 1
      while next < bytes.count, isDigit(bytes[next]) { next += 1 }
      if next < bytes.count, isWordByte(bytes[next]) { break }
      last = next
    }
    return end..<last
  }

  // MARK: Likeness

  /// The ways in which the same annex may be written, and the annexes of which it is a part.
  var likes: Set<[UInt8]> {
    var likes: Set<[UInt8]> = [text]
    // 3.2 is a part of 3, B3 of B, 7a of 7.
    let whole = text.split(separator: 0x2E).first.map(Array.init) ?? text
    likes.insert(whole)
    let digits = Array(whole.prefix(while: Self.isDigit))
    if !digits.isEmpty { likes.insert(digits) }
    if let letter = whole.first, Self.isLetter(letter), whole.dropFirst().allSatisfy(Self.isDigit) {
      likes.insert([letter])
    }
    if let number = Self.number(roman: text) { likes.insert(Array(String(number).utf8)) }
    return likes
  }

  private static func number(roman text: [UInt8]) -> Int? {
    let values: [UInt8: Int] = [0x69: 1, 0x76: 5, 0x78: 10]
    let digits = text.compactMap { values[$0] }
    guard !digits.isEmpty, digits.count == text.count else { return nil }
    var number = 0
    for (digit, next) in zip(digits, digits.dropFirst() + [0]) { number += digit < next ? -digit : digit }
    return number > 0 ? number : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isRomanDigit(_ byte: UInt8) -> Bool { byte == 0x69 || byte == 0x76 || byte == 0x78 }
}
