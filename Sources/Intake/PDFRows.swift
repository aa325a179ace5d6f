/// The pieces of text of one page that stand at one height, row by row from the top.
struct PDFRows {
  /// A part of a line without a wide gap in it.
  struct Segment {
    /// Positions of its words; those of a list mark or clause number that hangs before it come first.
    var words: Range<Int>
    var mark: Range<Int>?
    var box: PDFBoxes.Box
    /// Its place in the program's reading order.
    var order: Int
    /// The line that it is a part of, in the program's own cut.
    var line: Int
    var block: Int
  }

  /// By row, from left to right within it.
  private(set) var segments: [Segment] = []
  /// Positions in `segments`.
  private(set) var rows: [Range<Int>] = []

  /// A page without text.
  init() {}

  init(_ boxes: PDFBoxes, page: PDFBoxes.Page) {
    let gutters = Self.gutters(boxes, page)
    for line in page.lines { cut(boxes, line, gutters) }
    gather()
    hangMarks(boxes)
  }

  func box(of row: Int) -> PDFBoxes.Box {
    let range = rows[row]
    var box = segments[range.lowerBound].box
    for segment in segments[range.dropFirst()] { box.extend(over: segment.box) }
    return box
  }

  /// Strips of white, top to bottom, between columns: few lines cross them and many stand at either side. The program
  /// joins lines of two columns when they are close and at one height.
  private static func gutters(_ boxes: PDFBoxes, _ page: PDFBoxes.Page) -> [Float] {
    let size: Float = 2
    let count = Int(min(max(page.width, 0), 4000) / size) + 1
    var changes = [Int](repeating: 0, count: count + 1)
    for line in page.lines {
      guard let box = PDFMeasures.box(boxes, boxes.lines[line]) else { continue }
      changes[min(max(Int(box.left / size), 0), count)] += 1
      changes[min(max(Int(box.right / size) + 1, 0), count)] -= 1
    }
    var covered: [Int] = []
    var now = 0
    for change in changes {
      now += change
      covered.append(now)
    }
    var right = covered
    for index in right.indices.dropLast().reversed() { right[index] = max(right[index], right[index + 1]) }
    var left = 0
    var out: [Float] = []
    for (index, lines) in covered.enumerated() {
      if lines * 5 <= min(left, right[index]), min(left, right[index]) >= 8 {
        out.append((Float(index) + 0.5) * size)
      }
      left = max(left, lines)
    }
    return out
  }

  /// Cuts a line at gaps wider than any between words and at the space between columns, but not at the dots of a table
  /// of contents.
  private mutating func cut(_ boxes: PDFBoxes, _ line: Int, _ gutters: [Float]) {
    let words = boxes.lines[line].words
    guard let first = words.first else { return }
    var start = first
    var box = boxes.words[first].box
    func isDots(_ word: Int) -> Bool { boxes.text[boxes.words[word].text].allSatisfy { $0 == 0x2E } }
    for word in words.dropFirst() {
      let next = boxes.words[word].box
      let right = boxes.words[word - 1].box.right
      let gap = next.left - right
      let isWide =
        gap > 0.9 * next.height
        || gap > 0.4 * next.height && gutters.contains { $0 > right && $0 < next.left }
      if isWide, !isDots(word), !isDots(word - 1) {
        add(start..<word, box, line, boxes.lines[line].block)
        start = word
        box = next
      } else {
        box.extend(over: next)
      }
    }
    add(start..<words.upperBound, box, line, boxes.lines[line].block)
  }

  private mutating func add(_ words: Range<Int>, _ box: PDFBoxes.Box, _ line: Int, _ block: Int) {
    segments.append(Segment(words: words, box: box, order: segments.count, line: line, block: block))
  }

  /// Sorts the segments into rows: at one height are those of which half overlaps the row's first.
  private mutating func gather() {
    segments.sort { ($0.box.top + $0.box.bottom, $0.box.left) < ($1.box.top + $1.box.bottom, $1.box.left) }
    var start = 0
    var index = 0
    while index < segments.count {
      let seed = segments[start].box
      let box = segments[index].box
      let overlap = min(seed.bottom, box.bottom) - max(seed.top, box.top)
      if index > start, overlap < 0.5 * min(seed.height, box.height) {
        close(start..<index)
        start = index
      }
      index += 1
    }
    if start < segments.count { close(start..<segments.count) }
  }

  private mutating func close(_ row: Range<Int>) {
    segments[row].sort { $0.box.left < $1.box.left }
    rows.append(row)
  }

  /// Cuts a piece that crosses columns where a word begins exactly at the left edge of one of them.
  mutating func split(_ row: Int, at edges: [Float], _ boxes: PDFBoxes) {
    guard !edges.isEmpty else { return }
    split(row, boxes) { before, word in
      word.left - before.right > 0.33 * word.height && edges.contains { abs($0 - word.left) < 1.5 }
    }
  }

  /// Cuts the pieces of a row that have a strip of white in them.
  mutating func split(_ row: Int, around strip: ClosedRange<Float>, _ boxes: PDFBoxes) {
    split(row, boxes) { before, word in
      before.right <= strip.lowerBound + 0.1 && word.left >= strip.upperBound - 0.1
    }
  }

  private mutating func split(
    _ row: Int, _ boxes: PDFBoxes, where isCut: (_ before: PDFBoxes.Box, _ word: PDFBoxes.Box) -> Bool
  ) {
    var index = rows[row].lowerBound
    while index < rows[row].upperBound {
      let segment = segments[index]
      index += 1
      let at = segment.words.dropFirst().first { isCut(boxes.words[$0 - 1].box, boxes.words[$0].box) }
      guard let at else { continue }
      var (left, right) = (segment, segment)
      left.words = segment.words.lowerBound..<at
      right.words = at..<segment.words.upperBound
      right.mark = nil
      left.box.right = boxes.words[at - 1].box.right
      right.box.left = boxes.words[at].box.left
      segments[index - 1] = left
      segments.insert(right, at: index)
      rows[row] = rows[row].lowerBound..<rows[row].upperBound + 1
      for later in rows.indices where later > row {
        rows[later] = rows[later].lowerBound + 1..<rows[later].upperBound + 1
      }
    }
  }

  /// Joins a list mark or clause number with the text that hangs beside it.
  private mutating func hangMarks(_ boxes: PDFBoxes) {
    var out: [Segment] = []
    out.reserveCapacity(segments.count)
    for row in rows.indices {
      let start = out.count
      for index in rows[row] {
        let segment = segments[index]
        if let mark = out.last, out.count > start, mark.mark == nil, Self.isMark(boxes, mark.words),
          segment.box.left - mark.box.right < 60, !Self.isMark(boxes, segment.words),
          // Further right a bare number is a cell.
          out.count == start + 1 || !Self.isNumber(boxes, mark.words)
        {
          out.removeLast()
          var joined = segment
          joined.mark = mark.words
          joined.box.extend(over: mark.box)
          joined.order = min(mark.order, segment.order)
          out.append(joined)
        } else {
          out.append(segment)
        }
      }
      rows[row] = start..<out.count
    }
    segments = out
  }

  /// True for what numbers or marks a block: `•`, `a)`, `(2)`, `3.4.1`, `K2`, `§ 9`.
  static func isMark(_ boxes: PDFBoxes, _ words: Range<Int>) -> Bool {
    guard words.count <= 2, let first = words.first, let last = words.last else { return false }
    let bytes = boxes.text[boxes.words[last].text]
    if words.count == 2, !boxes.text[boxes.words[first].text].elementsEqual("§".utf8) { return false }
    if bullets.contains(where: { bytes.elementsEqual($0.utf8) }) { return true }
    guard bytes.count <= 9 else { return false }
    let digits = bytes.count { (0x30...0x39).contains($0) }
    let letters = bytes.count { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    let points = bytes.count { ".)(-".utf8.contains($0) }
    guard digits + letters + points == bytes.count, letters <= 4, digits + letters > 0 else { return false }
    // A letter needs a point, a number none: `a)`, `iv.`, `3`, `K2`.
    return digits > 0 ? letters <= 2 : points > 0 && letters <= 4
  }

  private static func isNumber(_ boxes: PDFBoxes, _ words: Range<Int>) -> Bool {
    words.allSatisfy { boxes.text[boxes.words[$0].text].allSatisfy { (0x30...0x39).contains($0) } }
  }

  private static let bullets = [
    "•", "–", "—", "‣", "▪", "○", "●", "■", "□", "◦", "-", "*", "o", "\u{F0A7}", "\u{F0B7}", "➢", "✓",
  ]
}
