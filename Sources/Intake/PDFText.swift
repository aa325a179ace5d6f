/// Writes the text of a PDF page by page and tells for each line what its place means.
///
/// Lines end with a line feed, paragraphs with a blank line, pages with a form feed. The cells of a row stand on one
/// line, four spaces between them. Headers and footers stand in the text where they stand on the page.
struct PDFText {
  private(set) var text: [UInt8] = []
  private(set) var lines: [TextLine] = []
  /// Characters of each page that are neither header nor footer.
  private(set) var characters: [Int] = []

  private let boxes: PDFBoxes
  private let measures: PDFMeasures
  private var page: Int32 = 0
  private var table = 0
  /// Columns of the table that ended the page before, which may go on here.
  private var openTable: Int?
  /// The line before on this page or the one before.
  private var above: Piece?
  private var resumes = false
  /// Where the text that belongs to no passage began; nil when there is none since the last line.
  private var aside: Int?

  /// A line as it is written: parts of rows, from left to right.
  private struct Piece {
    var segments: [Int]
    var box: PDFBoxes.Box
    /// The right edge of its column.
    var edge: Float
  }

  init(_ boxes: PDFBoxes) {
    self.boxes = boxes
    measures = PDFMeasures(boxes)
    text.reserveCapacity(boxes.text.count + boxes.words.count * 2)
    var pages = boxes.pages.map { PDFRows(boxes, page: $0) }
    let running = PDFRunningLines(pages, boxes, measures)
    for number in pages.indices {
      page = Int32(number + 1)
      let edge = running.pages[number]
      var rows = pages[number]
      pages[number] = PDFRows()
      let body = edge.top..<max(edge.top, rows.rows.count - edge.bottom)
      writeAside(rows, 0..<edge.top)
      let start = text.count
      resumes = number > 0
      write(&rows, body)
      characters.append(text[start...].count { $0 > 0x20 && $0 & 0xC0 != 0x80 })
      writeAside(rows, body.upperBound..<rows.rows.count)
      text.append(0x0C)
    }
  }

  /// Headers and footers: text, but of no passage.
  private mutating func writeAside(_ rows: PDFRows, _ span: Range<Int>) {
    guard !span.isEmpty else { return }
    if aside == nil { aside = text.count }
    for row in span {
      for (index, segment) in rows.rows[row].enumerated() {
        if index > 0 { text.append(contentsOf: [0x20, 0x20, 0x20, 0x20]) }
        append(rows.segments[segment])
      }
      text.append(0x0A)
    }
  }

  // MARK: The body of a page

  private mutating func write(_ rows: inout PDFRows, _ body: Range<Int>) {
    guard !body.isEmpty else { return }
    let regions = PDFRegion.find(
      &rows, body, boxes, measures, width: boxes.pages[Int(page) - 1].width)
    var regionOf = [Int?](repeating: nil, count: rows.segments.count)
    for (number, region) in regions.enumerated() {
      let last = rows.rows[region.span.upperBound - 1].upperBound
      for segment in rows.rows[region.span.lowerBound].lowerBound..<last { regionOf[segment] = number }
    }
    let segments = rows.rows[body.lowerBound].lowerBound..<rows.rows[body.upperBound - 1].upperBound
    let edges = columnEdges(
      rows,
      segments.filter { if case .table? = regionOf[$0].map({ regions[$0].content }) { false } else { true } })
    var written = Set<Int>()
    var piece: Piece?
    func line(_ parts: [Int], _ rows: PDFRows) -> Piece? {
      guard let first = parts.first.map({ rows.segments[$0] }) else { return nil }
      var piece = Piece(segments: parts, box: first.box, edge: edges[first.block] ?? first.box.right)
      for part in parts.dropFirst() {
        piece.box.extend(over: rows.segments[part].box)
        piece.edge = max(piece.edge, edges[rows.segments[part].block] ?? 0)
      }
      return piece
    }
    for index in segments.sorted(by: { rows.segments[$0].order < rows.segments[$1].order }) {
      let segment = rows.segments[index]
      if let number = regionOf[index] {
        if let whole = piece { writeLine(whole, rows) }
        piece = nil
        guard written.insert(number).inserted else { continue }
        switch regions[number].content {
        case .table(let table): writeTable(table, rows)
        case .columns(let columns):
          for parts in columns.joined() {
            if let whole = line(parts, rows) { writeLine(whole, rows) }
          }
        }
        continue
      }
      // Parts of one line of the program's, cut at a wide gap that turned out to be no column.
      if let last = piece?.segments.last, rows.segments[last].line == segment.line {
        piece?.segments.append(index)
        piece?.box.extend(over: segment.box)
        continue
      }
      if let whole = piece { writeLine(whole, rows) }
      piece = line([index], rows)
    }
    if let whole = piece { writeLine(whole, rows) }
    openTable = nil
    if let last = regions.last, last.span.upperBound == body.upperBound, case .table(let table) = last.content
    {
      openTable = table.columns
    }
  }

  /// For each block the right edge of the column in which it stands.
  private func columnEdges(_ rows: PDFRows, _ segments: [Int]) -> [Int: Float] {
    var blocks: [Int: PDFBoxes.Box] = [:]
    for index in segments {
      let segment = rows.segments[index]
      if blocks[segment.block]?.extend(over: segment.box) == nil { blocks[segment.block] = segment.box }
    }
    return blocks.mapValues { box in
      var edge = box.right
      for other in blocks.values where other.right > edge {
        let shared = min(box.right, other.right) - max(box.left, other.left)
        // A title over both columns tells nothing about either.
        if shared > 0.5 * box.width, other.width < 4 * box.width { edge = other.right }
      }
      return edge
    }
  }

  private mutating func writeLine(_ piece: Piece, _ rows: PDFRows) {
    if let above {
      if piece.box.top < above.box.top - 1 {
        resumes = true
      } else if !resumes, isApart(above, piece) {
        blank()
      }
    }
    let start = text.count
    for (index, segment) in piece.segments.enumerated() {
      if index > 0 { text.append(0x20) }
      append(rows.segments[segment])
    }
    var kind = TextLine.Kind.text
    if let level = measures.headingLevel(piece.box.height), piece.segments.count <= 2 {
      kind = .heading(level)
    }
    let isFull = piece.box.right > piece.edge - 0.15 * (piece.edge - piece.box.left) - measures.body
    addLine(start..<text.count, kind: kind, isFull: isFull)
    above = piece
    openTable = nil
  }

  /// True when a new paragraph begins: by space, by another size of type, or by an indent.
  private func isApart(_ upper: Piece, _ lower: Piece) -> Bool {
    if measures.isApart(upper.box, lower.box) { return true }
    let levels = (measures.headingLevel(upper.box.height), measures.headingLevel(lower.box.height))
    if levels.0 != levels.1 { return true }
    let indent = lower.box.left - upper.box.left
    return indent > measures.body * 0.8 && indent < measures.body * 3 && upper.edge == lower.edge
      && upper.box.right < upper.edge - 0.25 * (upper.edge - upper.box.left)
  }

  private mutating func writeTable(_ found: PDFTable, _ rows: PDFRows) {
    if above != nil || openTable == nil { blank() }
    // A table goes on over a page break when it has as many columns there.
    if !(resumes && openTable == found.columns) { table += 1 }
    resumes = false
    for row in found.rows {
      let start = text.count
      for cell in row where !cell.isEmpty {
        if text.count > start {
          text.append(contentsOf: found.isContents ? [0x20] : [0x20, 0x20, 0x20, 0x20])
        }
        for (index, segment) in cell.enumerated() {
          if index > 0 { text.append(0x20) }
          append(rows.segments[segment])
        }
      }
      addLine(start..<text.count, kind: found.isContents ? .contents : .row(table: table), isFull: false)
    }
    blank()
    above = nil
    openTable = found.columns
  }

  // MARK: Lines

  private mutating func blank() {
    guard lines.last?.isBlank == false else { return }
    text.append(0x0A)
    lines.append(TextLine(range: text.count..<text.count, layout: TextLine.Layout(page: page)))
  }

  private mutating func addLine(_ range: Range<Int>, kind: TextLine.Kind, isFull: Bool) {
    var gap: Range<Int>?
    if let aside { gap = aside..<range.lowerBound }
    lines.append(
      TextLine(
        range: range,
        layout: TextLine.Layout(kind: kind, page: page, isFull: isFull, resumes: resumes, gap: gap)))
    aside = nil
    resumes = false
    text.append(0x0A)
  }

  private mutating func append(_ segment: PDFRows.Segment) {
    for words in [segment.mark ?? 0..<0, segment.words] {
      for word in words {
        if let last = text.last, last > 0x20 { text.append(0x20) }
        text.append(contentsOf: boxes.text[boxes.words[word].text])
      }
    }
  }
}
