import Tenders

/// Text in the form in which terms are looked for: lower case, without accents, white space as single spaces, quotes
/// and dashes in one form, soft hyphens and line-end hyphens gone. Each byte knows the byte that it came from.
struct FoldedText: Sendable {
  /// Folded passages, a line feed after each, so that no term crosses from one into the next.
  let bytes: [UInt8]
  /// The same with a space for each byte outside words, and a space more at the start: for the term database.
  let spaced: [UInt8]
  /// Where the way from folded bytes back to the source's text shifts, in order.
  private let shifts: [Shift]
  /// The folded bytes of each passage, in the order of the texts.
  let segments: [Segment]

  struct Segment: Sendable {
    var text: Int32
    var passage: Int32
    var range: Range<Int>
  }

  /// From the folded byte `start` on, a byte comes from the source byte `start + shift` and so on.
  fileprivate struct Shift: Sendable {
    var start: Int32
    var shift: Int32
  }

  /// The byte of the source from which a folded byte comes: the first one of its character.
  func origin(_ index: Int) -> Int {
    var low = 0
    var high = shifts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(shifts[middle].start) <= index { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? index : index + Int(shifts[low - 1].shift)
  }

  /// All passages of these texts.
  ///
  /// - Parameter skips: told which passage it is, counted over all texts, and its first folded bytes, whether the rest
  ///   of it need not be folded.
  init(_ texts: [SourceText], skips: (Int, UnsafeBufferPointer<UInt8>) -> Bool = { _, _ in false }) {
    var segments: [Segment] = []
    segments.reserveCapacity(texts.reduce(0) { $0 + $1.passages.count })
    let capacity = texts.reduce(0) { $0 + $1.passages.reduce(0) { $0 + Folder.capacity(of: $1.range) } }
    (bytes, shifts) = Folder.fold(capacity: capacity) { folder in
      for (position, text) in texts.enumerated() {
        text.text.withUnsafeBufferPointer { source in
          for (index, passage) in text.passages.enumerated() {
            let range =
              passage.gaps.isEmpty
              ? folder.segment(source, passage.range) { skips(segments.count, $0) }
              : folder.segment(source, passage.range, without: passage.gaps)
            segments.append(Segment(text: Int32(position), passage: Int32(index), range: range))
          }
        }
      }
    }
    self.segments = segments
    spaced = Self.spaced(bytes)
  }

  /// One short text of its own, such as a name.
  init(_ text: String) {
    let source = Array(text.utf8)
    var whole = 0..<0
    (bytes, shifts) = Folder.fold(capacity: Folder.capacity(of: 0..<source.count)) { folder in
      whole = source.withUnsafeBufferPointer { folder.segment($0, 0..<source.count) }
    }
    segments = [Segment(text: 0, passage: 0, range: whole)]
    spaced = Self.spaced(bytes)
  }

  private static func spaced(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { buffer, count in
      buffer[0] = 0x20
      for index in bytes.indices { buffer[index + 1] = wordByteOrSpace(bytes[index]) }
      count = bytes.count + 1
    }
  }

  /// A term's text in the same form.
  static func fold(_ text: String) -> [UInt8] {
    // Plain words with single spaces fold byte by byte.
    var simple: [UInt8] = []
    simple.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      let folded = byte == 0x20 || byte == 0x2D ? byte : plain[Int(byte)]
      if folded == 0 || (byte == 0x20 && simple.last ?? 0x20 == 0x20) { break }
      simple.append(folded)
    }
    if simple.count == text.utf8.count, simple.last != 0x20 { return simple }
    let folded = FoldedText(text)
    return Array(folded.bytes[folded.segments[0].range])
  }
}

/// Writes folded text. No character folds to more bytes than it has, so the room is known beforehand.
private struct Folder {
  private let bytes: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var shifts: [FoldedText.Shift] = []
  private var shift = 0

  /// Room for a passage and the line feed after it.
  static func capacity(of range: Range<Int>) -> Int { range.count + 1 }

  static func fold(capacity: Int, _ write: (inout Folder) -> Void) -> ([UInt8], [FoldedText.Shift]) {
    var shifts: [FoldedText.Shift] = []
    let bytes = [UInt8](unsafeUninitializedCapacity: max(1, capacity)) { buffer, count in
      guard let bytes = buffer.baseAddress else { return }
      var folder = Folder(bytes: bytes)
      write(&folder)
      count = folder.count
      shifts = folder.shifts
    }
    return (bytes, shifts)
  }

  private init(bytes: UnsafeMutablePointer<UInt8>) { self.bytes = bytes }

  /// Source bytes of a passage that are enough to tell its language.
  private static let tellingBytes = 300

  /// Folds a passage and ends it; gives its folded bytes.
  mutating func segment(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    skips: (UnsafeBufferPointer<UInt8>) -> Bool = { _ in false }
  ) -> Range<Int> {
    let start = count
    let first = range.prefix(Self.tellingBytes)
    if first.count < range.count {
      fold(source, first)
      let begun = UnsafeBufferPointer(start: bytes + start, count: count - start)
      if !skips(begun) {
        // Folded anew in one go, since a letter may lie over the border.
        rewind(to: start)
        fold(source, range)
      }
    } else {
      fold(source, range)
    }
    if count > start, bytes[count - 1] == 0x20 { count -= 1 }
    let end = count
    append(0x0A, range.upperBound)
    return start..<end
  }

  private mutating func rewind(to start: Int) {
    count = start
    while let last = shifts.last, Int(last.start) >= start { shifts.removeLast() }
    shift = shifts.last.map { Int($0.shift) } ?? 0
  }

  /// Folds a passage that has other text within it as if that were not there: a word broken before a footer goes on
  /// behind the next page's header.
  mutating func segment(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, without gaps: [Range<Int>]
  ) -> Range<Int> {
    var pieces: [Range<Int>] = []
    var from = range.lowerBound
    for gap in gaps where gap.lowerBound >= from && gap.upperBound <= range.upperBound {
      pieces.append(from..<gap.lowerBound)
      from = gap.upperBound
    }
    pieces.append(from..<range.upperBound)
    let joined = pieces.flatMap { source[$0] }
    let first = count
    let folded = joined.withUnsafeBufferPointer { segment($0, 0..<joined.count) }
    // The new shifts lead to the joined pieces; from there it is on to where each piece stands.
    let kept = shifts.lastIndex { Int($0.start) < first }.map { $0 + 1 } ?? 0
    let local = Array(shifts[kept...])
    shifts.removeLast(local.count)
    shift = shifts.last.map { Int($0.shift) } ?? 0
    var localShift = shift
    var next = 0
    var piece = 0
    var start = 0
    for index in first..<count {
      while next < local.count, Int(local[next].start) <= index {
        localShift = Int(local[next].shift)
        next += 1
      }
      let origin = index + localShift
      while piece + 1 < pieces.count, origin - start >= pieces[piece].count {
        start += pieces[piece].count
        piece += 1
      }
      let whole = pieces[piece].lowerBound + origin - start - index
      if whole != shift {
        shift = whole
        shifts.append(FoldedText.Shift(start: Int32(index), shift: Int32(whole)))
      }
    }
    return folded
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, _ origin: Int) {
    if origin - count != shift {
      shift = origin - count
      shifts.append(FoldedText.Shift(start: Int32(count), shift: Int32(shift)))
    }
    bytes[count] = byte
    count += 1
  }

  @inline(__always)
  private mutating func space(_ origin: Int) {
    if count > 0, bytes[count - 1] != 0x20, bytes[count - 1] != 0x0A { append(0x20, origin) }
  }

  private mutating func fold(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let run = foldPlain(source, index, end)
      index += run
      guard index < end else { break }
      let byte = source[index]
      if byte < 0x80 {
        if byte <= 0x20 || byte == 0x7F {
          space(index)
        } else if byte == 0x2D, let next = joined(source, index, end) {
          index = next
          continue
        } else if byte == 0x2D {
          append(0x2D, index)
          // "OECD-" at the end of a line goes on with its other half.
          if index > range.lowerBound, source[index - 1] > 0x20 {
            index = skipLineBreak(source, index + 1, end) - 1
          }
        } else {
          append(byte == 0x60 ? 0x27 : byte, index)
        }
        index += 1
      } else {
        let (scalar, length) = decode(source, index, end)
        // The hyphen of Unicode, with which browsers break words.
        if scalar == 0x2010, let next = joined(source, index, end, after: length) {
          index = next
          continue
        }
        foldWide(scalar, source, index, length, end)
        index += length
        if scalar == 0xAD { index = skipLineBreak(source, index, end) }
      }
    }
  }

  /// Folds the bytes that stay one byte each, as most do; gives how many there were.
  private mutating func foldPlain(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    if start < end, plain[Int(source[start])] != 0, start - count != shift {
      shift = start - count
      shifts.append(FoldedText.Shift(start: Int32(count), shift: Int32(shift)))
    }
    var written = count
    plain.withUnsafeBufferPointer { plain in
      while index < end {
        // Eight bytes at a time, as long as they need no closer look.
        while index + 8 <= end, let eight = Eight(source, index),
          eight.allowsSpaceFirst || !(index == start || bytes[written - 1] == 0x20)
        {
          UnsafeMutableRawPointer(bytes + written).storeBytes(of: eight.folded, as: UInt64.self)
          written += 8
          index += 8
        }
        guard index < end else { break }
        let folded = plain[Int(source[index])]
        if folded == 0 {
          // A single space between two words.
          guard source[index] == 0x20, index > start, bytes[written - 1] != 0x20 else { break }
          bytes[written] = 0x20
        } else {
          bytes[written] = folded
        }
        written += 1
        index += 1
      }
    }
    count = written
    return index - start
  }

  /// A hyphen at the end of a line within a word: gives where the word goes on, nil for any other hyphen.
  ///
  /// After a capital (an acronym as in "OECD-") or before a capital the hyphen belongs to the word.
  private func joined(
    _ source: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, after length: Int = 1
  ) -> Int? {
    guard index > 0, index + length < end else { return nil }
    let before = source[index - 1]
    guard (0x61...0x7A).contains(before) || before >= 0x80 else { return nil }
    let next = skipLineBreak(source, index + length, end)
    guard next > index + length, next < end else { return nil }
    let after = source[next]
    return (0x61...0x7A).contains(after) || after >= 0xC3 ? next : nil
  }

  /// Behind a line break with the white space around it; `index` itself when there is no line break.
  private func skipLineBreak(_ source: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Int {
    var next = index
    var breaks = false
    while next < end, source[next] <= 0x20 {
      if source[next] == 0x0A || source[next] == 0x0D { breaks = true }
      next += 1
    }
    return breaks ? next : index
  }

  private func decode(
    _ source: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(source[index])
    func next(_ offset: Int) -> UInt32 { index + offset < end ? UInt32(source[index + offset] & 0x3F) : 0 }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), min(2, end - index)) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), min(3, end - index)) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), min(4, end - index))
  }

  private mutating func foldWide(
    _ scalar: UInt32, _ source: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int, _ end: Int
  ) {
    switch scalar {
    case 0xC0..<0x180:
      let letter = latin[Int(scalar) - 0xC0]
      append(UInt8(truncatingIfNeeded: letter), index)
      if letter > 0xFF { append(UInt8(letter >> 8), index) }
    case 0x218, 0x219: append(0x73, index)
    case 0x21A, 0x21B: append(0x74, index)
    case 0x300..<0x370, 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: break
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x85, 0xE000..<0xF900:
      space(index)
    case 0xB4, 0x2BC, 0x2018...0x201B, 0x2032: append(0x27, index)
    case 0xAB, 0xBB, 0x201C...0x201F: append(0x22, index)
    case 0x2010...0x2015, 0x2212: append(0x2D, index)
    case 0x2026: for _ in 0..<3 { append(0x2E, index) }
    case 0xFB00: for byte in "ff".utf8 { append(byte, index) }
    case 0xFB01: for byte in "fi".utf8 { append(byte, index) }
    case 0xFB02: for byte in "fl".utf8 { append(byte, index) }
    default: for offset in 0..<length { append(source[index + offset], index) }
    }
  }
}

/// Eight bytes of plain text, folded together.
private struct Eight {
  /// In lower case.
  var folded: UInt64
  /// The first is none, so that any byte may stand before it.
  var allowsSpaceFirst: Bool

  /// The bytes from an index on; nil when one of them needs a closer look, or two spaces follow each other.
  @inline(__always)
  init?(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) {
    guard let base = source.baseAddress else { return nil }
    let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self).littleEndian
    guard word & Self.high == 0 else { return nil }
    let spaces = Self.equal(word, 0x20)
    let below = ~(word &+ Self.each * 0x5F) & Self.high
    let special = Self.equal(word, 0x2D) | Self.equal(word, 0x60) | Self.equal(word, 0x7F)
    guard (below & ~spaces) | special == 0, spaces & (spaces << 8) == 0 else { return nil }
    let capitals = (word &+ Self.each * 0x3F) & ~(word &+ Self.each * 0x25) & Self.high
    folded = (word | (capitals >> 2)).littleEndian
    allowsSpaceFirst = spaces & 0x80 == 0
  }

  private static let each: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that is this one; all bytes are below 0x80.
  @inline(__always)
  private static func equal(_ word: UInt64, _ byte: UInt64) -> UInt64 {
    ~((word ^ (each * byte)) &+ each * 0x7F) & high
  }
}

/// For each byte that stands for itself, capitals aside, its folded form; 0 for what needs a closer look.
private let plain: [UInt8] = (0..<256).map { byte in
  switch UInt8(byte) {
  case 0x41...0x5A: UInt8(byte) | 0x20
  case 0x2D, 0x60, 0x7F: 0
  case 0x21..<0x80: UInt8(byte)
  default: 0
  }
}

/// The letters U+00C0 to U+017F without their accents: the first byte, and 256 times the second where there are two.
private let latin: [UInt16] = {
  let plain: [(String, Int)] = [
    ("a", 6), ("ae", 1), ("c", 1), ("e", 4), ("i", 4), ("d", 1), ("n", 1), ("o", 5), ("x", 1), ("o", 1),
    ("u", 4), ("y", 1), ("th", 1), ("ss", 1),
    ("a", 6), ("ae", 1), ("c", 1), ("e", 4), ("i", 4), ("d", 1), ("n", 1), ("o", 5), (":", 1), ("o", 1),
    ("u", 4), ("y", 1), ("th", 1), ("y", 1),
    ("a", 6), ("c", 8), ("d", 4), ("e", 10), ("g", 8), ("h", 4), ("i", 10), ("ij", 2), ("j", 2), ("k", 3),
    ("l", 10), ("n", 9), ("o", 6), ("oe", 2), ("r", 6), ("s", 8), ("t", 6), ("u", 12), ("w", 2), ("y", 3),
    ("z", 6), ("s", 1),
  ]
  return plain.flatMap { letters, count in
    Array(repeating: letters.utf8.reversed().reduce(0) { $0 << 8 | UInt16($1) }, count: count)
  }
}()

/// True for a byte of a word in folded text: letters, digits, and what has no folded form.
@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
}

/// The byte of a word, or the percent sign, itself; a space for any other.
@inline(__always)
func wordByteOrSpace(_ byte: UInt8) -> UInt8 { isWordByte(byte) || byte == 0x25 ? byte : 0x20 }
