/// The words of a PDF with their places, as `pdftotext -bbox-layout` tells them, in its reading order.
struct PDFBoxes: Sendable {
  /// A rectangle in points, from the upper left corner of its page.
  struct Box: Sendable {
    var left: Float
    var top: Float
    var right: Float
    var bottom: Float

    var height: Float { bottom - top }
    var width: Float { right - left }

    mutating func extend(over other: Box) {
      left = min(left, other.left)
      top = min(top, other.top)
      right = max(right, other.right)
      bottom = max(bottom, other.bottom)
    }
  }

  struct Word: Sendable {
    /// Bytes in `text`.
    var text: Range<Int>
    var box: Box
  }

  struct Line: Sendable {
    /// Positions in `words`.
    var words: Range<Int>
    /// Lines of one block stand below each other in one column.
    var block: Int
  }

  struct Page: Sendable {
    var width: Float
    var height: Float
    /// Positions in `lines`.
    var lines: Range<Int>
  }

  private(set) var text: [UInt8] = []
  private(set) var words: [Word] = []
  private(set) var lines: [Line] = []
  private(set) var pages: [Page] = []

  /// Reads the program's output. It is markup of a fixed form but not always well-formed XML, because words keep the
  /// control characters that broken fonts give; so it is read byte by byte and what is not known is left out.
  init(_ output: [UInt8]) {
    text.reserveCapacity(output.count / 16)
    output.withUnsafeBufferPointer { bytes in
      var scanner = Scanner(bytes: bytes)
      var block = 0
      while let tag = scanner.nextTag() {
        switch tag {
        case .page:
          let (width, height) = (scanner.number(), scanner.number())
          pages.append(Page(width: width, height: height, lines: lines.count..<lines.count))
        case .block: block += 1
        case .line: lines.append(Line(words: words.count..<words.count, block: block))
        case .word: addWord(&scanner)
        }
      }
    }
  }

  /// Adds the pages of a later part of the same document.
  mutating func append(_ part: PDFBoxes) {
    let (bytes, words, lines) = (self.text.count, self.words.count, self.lines.count)
    let block = self.lines.last.map { $0.block + 1 } ?? 0
    func shifted(_ range: Range<Int>, _ by: Int) -> Range<Int> {
      range.lowerBound + by..<range.upperBound + by
    }
    text += part.text
    self.words.reserveCapacity(words + part.words.count)
    for word in part.words { self.words.append(Word(text: shifted(word.text, bytes), box: word.box)) }
    for line in part.lines {
      self.lines.append(Line(words: shifted(line.words, words), block: line.block + block))
    }
    for page in part.pages {
      pages.append(Page(width: page.width, height: page.height, lines: shifted(page.lines, lines)))
    }
  }

  private mutating func addWord(_ scanner: inout Scanner) {
    let left = scanner.number()
    let top = scanner.number()
    let right = scanner.number()
    let bottom = scanner.number()
    let start = text.count
    scanner.content(into: &text)
    guard text.count > start, !pages.isEmpty, !lines.isEmpty else { return }
    words.append(
      Word(text: start..<text.count, box: Box(left: left, top: top, right: right, bottom: bottom)))
    lines[lines.count - 1].words = lines[lines.count - 1].words.lowerBound..<words.count
    pages[pages.count - 1].lines = pages[pages.count - 1].lines.lowerBound..<lines.count
  }

  private enum Tag { case page, block, line, word }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Goes behind the name of the next known start tag.
    mutating func nextTag() -> Tag? {
      while index + 6 < bytes.count {
        guard bytes[index] == 0x3C else {
          index += 1
          continue
        }
        index += 1
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0x77, 0x6F, 0x72): return .word
        case (0x6C, 0x69, 0x6E) where bytes[index + 4] == 0x20: return .line
        case (0x62, 0x6C, 0x6F): return .block
        case (0x70, 0x61, 0x67): return .page
        default: break
        }
      }
      return nil
    }

    /// The next attribute's value.
    mutating func number() -> Float {
      while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x3E { index += 1 }
      guard index < bytes.count, bytes[index] == 0x22 else { return 0 }
      index += 1
      var isNegative = false
      var whole: Int64 = 0
      var scale: Float = 1
      var seenPoint = false
      var digits = 0
      while index < bytes.count, bytes[index] != 0x22 {
        let byte = bytes[index]
        index += 1
        if byte == 0x2D { isNegative = true }
        if byte == 0x2E { seenPoint = true }
        guard (0x30...0x39).contains(byte), digits < 12 else { continue }
        // Hundredths of a point are enough.
        if seenPoint, scale > 50 { continue }
        whole = whole * 10 + Int64(byte & 15)
        digits += 1
        if seenPoint { scale *= 10 }
      }
      index += 1
      return (isNegative ? -1 : 1) * Float(whole) / scale
    }

    /// The text up to the next tag, with its character references replaced.
    mutating func content(into text: inout [UInt8]) {
      while index < bytes.count, bytes[index] != 0x3E { index += 1 }
      index += 1
      while index < bytes.count, bytes[index] != 0x3C {
        let byte = bytes[index]
        if byte == 0x26 {
          reference(into: &text)
        } else {
          // A control character would be a line break, or none at all, in the text.
          text.append(byte < 0x20 || byte == 0x7F ? 0x1A : byte)
          index += 1
        }
      }
    }

    private mutating func reference(into text: inout [UInt8]) {
      let rest = UnsafeBufferPointer(rebasing: bytes[index..<min(bytes.count, index + 8)])
      for (name, byte) in [
        ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&apos;", 0x27),
      ]
      where rest.starts(with: name.utf8) {
        text.append(UInt8(byte))
        index += name.utf8.count
        return
      }
      text.append(0x26)
      index += 1
    }
  }
}
