/// Rows below each other of which the segments stand in the same columns.
struct PDFRun {
  /// Rows of the run when it is a table.
  private(set) var span: Range<Int>
  /// Rows of the run when it is running text in columns, of which one may be longer.
  private(set) var reach: Range<Int>
  /// From left to right.
  private(set) var columns: [ClosedRange<Float>]

  init?(_ page: inout PDFRows, _ rows: Range<Int>, _ boxes: PDFBoxes, _ measures: PDFMeasures) {
    let first = rows.lowerBound
    columns = []
    var last = first
    var several = 0
    var row = first
    var isOpen = true
    while row < rows.upperBound {
      if row > first {
        let space = page.box(of: row).top - page.box(of: row - 1).bottom
        if space > (measures.gap + 3) * measures.body { break }
        // One piece alone belongs to a table when it carries on a cell right above it.
        if page.rows[row].count == 1, space > (measures.gap + 1.2) * measures.body || row > last + 3 {
          isOpen = false
        }
        page.split(row, at: columns.map(\.lowerBound), boxes)
      }
      let joined = Self.join(columns, page.segments[page.rows[row]].map { $0.box.left...$0.box.right })
      // What stands across columns is text after them, or before; only cells beside others may be joined.
      if joined.count < 2 || (row > first && joined.count * 2 < columns.count) { break }
      if page.rows[row].count == 1, joined.count < columns.count { break }
      columns = joined
      if page.rows[row].count > 1, isOpen {
        several += 1
        last = row
      }
      row += 1
    }
    reach = first..<row
    span = first..<last + 1
    if several < 2 { return nil }
    measureColumns(page)
    for strip in columns.compactMap({ strip(in: $0, page, boxes, measures) }) {
      for row in span { page.split(row, around: strip, boxes) }
    }
    measureColumns(page)
    // Pieces after the last row with several cells are its own only when they carry on a cell.
    while span.upperBound < row, isTail(page, span.upperBound, boxes, measures) {
      span = first..<span.upperBound + 1
    }
  }

  private mutating func measureColumns(_ page: PDFRows) {
    columns = []
    for row in span {
      columns = Self.join(columns, page.segments[page.rows[row]].map { $0.box.left...$0.box.right })
    }
  }

  /// A strip of white through all rows of a column, which makes two of it: columns of numbers often stand close.
  private func strip(
    in column: ClosedRange<Float>, _ page: PDFRows, _ boxes: PDFBoxes, _ measures: PDFMeasures
  ) -> ClosedRange<Float>? {
    var words: [ClosedRange<Float>] = []
    for row in span {
      for segment in page.segments[page.rows[row]] where column.contains(segment.box.left) {
        for word in segment.words {
          let box = boxes.words[word].box
          words.append(box.left...max(box.left, box.right))
        }
      }
    }
    let covered = Self.join([], words)
    for (left, right) in zip(covered, covered.dropFirst())
    where right.lowerBound - left.upperBound > 0.6 * measures.body {
      return left.upperBound...right.lowerBound
    }
    return nil
  }

  private func isTail(_ page: PDFRows, _ row: Int, _ boxes: PDFBoxes, _ measures: PDFMeasures) -> Bool {
    guard page.rows[row].count == 1, let lower = page.rows[row].first else { return false }
    let above = page.rows[row - 1].last { column(of: page.segments[$0]) == column(of: page.segments[lower]) }
    guard let upper = above, !measures.isApart(page.segments[upper].box, page.segments[lower].box) else {
      return false
    }
    return wraps(page, upper, lower, boxes) && page.segments[lower].mark == nil
  }

  /// Columns with these pieces: those that overlap become one.
  private static func join(
    _ columns: [ClosedRange<Float>], _ pieces: [ClosedRange<Float>]
  ) -> [ClosedRange<Float>] {
    var out: [ClosedRange<Float>] = []
    for piece in (columns + pieces).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = out.last, piece.lowerBound < last.upperBound + 1 {
        out[out.count - 1] = last.lowerBound...max(last.upperBound, piece.upperBound)
      } else {
        out.append(piece)
      }
    }
    return out
  }

  private func column(of segment: PDFRows.Segment) -> Int {
    let middle = (segment.box.left + segment.box.right) / 2
    return columns.firstIndex { $0.upperBound >= middle } ?? columns.count - 1
  }

  /// The lines of each column, from the top, each of one or more segments.
  func byColumn(_ page: PDFRows) -> [[[Int]]] {
    var out = [[[Int]]](repeating: [], count: columns.count)
    for row in reach {
      for (column, line) in Dictionary(grouping: page.rows[row], by: { column(of: page.segments[$0]) }) {
        out[column].append(line)
      }
    }
    return out
  }

  // MARK: What looks like a table and is none

  /// Marks or numbers with their text beside them, farther than a mark usually hangs.
  func isList(_ page: PDFRows, _ boxes: PDFBoxes) -> Bool {
    guard columns.count == 2 else { return false }
    let first = span.flatMap { page.rows[$0] }.filter { column(of: page.segments[$0]) == 0 }
    let marks = first.count {
      PDFRows.isMark(boxes, page.segments[$0].words) && page.segments[$0].mark == nil
    }
    return marks * 100 >= first.count * 85
  }

  /// Columns of running text: wide, filled with lines, and broken into paragraphs at different heights.
  func isProse(_ page: PDFRows, _ boxes: PDFBoxes, _ measures: PDFMeasures, width: Float) -> Bool {
    guard columns.count <= 3, span.count >= 4 else { return false }
    var starts: [[Float]] = []
    for (column, lines) in zip(columns, cellLines(page)) {
      let size = column.upperBound - column.lowerBound
      guard size > width * 0.2 else { return false }
      let full = lines.count { line in
        let words = line.segments.reduce(0) { $0 + page.segments[$1].words.count }
        return line.box.width > 0.7 * size && words >= 3
      }
      let words = lines.reduce(0) { $0 + $1.segments.reduce(0) { $0 + page.segments[$1].words.count } }
      guard lines.count >= 3, full * 10 >= lines.count * 3, words >= lines.count * 3 else { return false }
      let breaks = zip(lines, lines.dropFirst()).filter { measures.isApart($0.box, $1.box) }
      starts.append(breaks.map(\.1.box.top))
    }
    let most = starts.max { $0.count < $1.count } ?? []
    let aligned = most.count { top in starts.allSatisfy { $0.contains { abs($0 - top) < 4 } } }
    if aligned < 2 || aligned * 10 < most.count * 7 { return true }
    // Rows of a table, or paragraphs that happen to be of one length: then the text goes on from the foot of one column
    // to the head of the next.
    return goesOn(page, boxes)
  }

  /// True when a sentence runs from the foot of the first column to the head of the second.
  private func goesOn(_ page: PDFRows, _ boxes: PDFBoxes) -> Bool {
    let lines = byColumn(page)
    guard let foot = lines[0].last?.last, let head = lines[1].first?.first else { return false }
    let last = page.segments[foot].words.last.flatMap { boxes.text[boxes.words[$0].text].last } ?? 0x2E
    let first = boxes.text[boxes.words[page.segments[head].words.lowerBound].text].first ?? 0
    return (0x61...0x7A).contains(first) || !".:;?!".utf8.contains(last)
  }

  /// A table of contents without dots: titles with a page number that grows.
  func isContents(_ page: PDFRows, _ boxes: PDFBoxes) -> Bool {
    var numbers: [Int] = []
    var dots = 0
    var rows = 0
    for row in span {
      guard let last = page.rows[row].last, page.rows[row].count > 1 else { continue }
      rows += 1
      let segment = page.segments[last]
      let before = page.segments[last - 1]
      if let word = before.words.last, boxes.text[boxes.words[word].text].suffix(3).elementsEqual("...".utf8)
      {
        dots += 1
      }
      let text = String(decoding: boxes.text[boxes.words[segment.words.lowerBound].text], as: UTF8.self)
      if segment.words.count == 1, let number = Int(text) { numbers.append(number) }
    }
    guard rows >= 2, numbers.count * 100 >= rows * 85, numbers == numbers.sorted() else { return false }
    if dots * 2 >= rows { return true }
    return columns.count == 2 && rows >= 5 && (numbers.last ?? 0) <= boxes.pages.count + 2
      && Set(numbers).count * 2 > rows
  }

  // MARK: Cells

  /// A line of a cell: the pieces of one column at one height.
  private struct CellLine {
    var row: Int
    var segments: [Int]
    var box: PDFBoxes.Box
  }

  /// Puts the lines of the run together to cells of one or more lines, and the cells that stand beside each other to
  /// rows, whether they are set at the top or in the middle of the row.
  func cells(_ page: PDFRows, _ measures: PDFMeasures, _ boxes: PDFBoxes) -> [[[Int]]] {
    let lines = cellLines(page)
    let joins = joins(page, lines, measures, boxes)
    var cells: [(column: Int, segments: [Int], top: Float, bottom: Float, height: Float)] = []
    for (column, lines) in lines.enumerated() {
      for (index, line) in lines.enumerated() {
        if index > 0, joins[column].contains(index), let last = cells.indices.last {
          cells[last].segments += line.segments
          cells[last].bottom = line.box.bottom
        } else {
          cells.append((column, line.segments, line.box.top, line.box.bottom, line.box.height))
        }
      }
    }
    cells.sort { ($0.top, $0.column) < ($1.top, $1.column) }
    var out: [[[Int]]] = []
    var bottom = -Float.infinity
    for cell in cells {
      if out.isEmpty || bottom - cell.top < 0.35 * cell.height {
        out.append([[Int]](repeating: [], count: columns.count))
        bottom = cell.bottom
      }
      out[out.count - 1][cell.column] += cell.segments
      bottom = max(bottom, cell.bottom)
    }
    return out
  }

  private func cellLines(_ page: PDFRows) -> [[CellLine]] {
    var lines = [[CellLine]](repeating: [], count: columns.count)
    for row in span {
      for index in page.rows[row] {
        let segment = page.segments[index]
        let column = column(of: segment)
        if let last = lines[column].indices.last, lines[column][last].row == row {
          lines[column][last].segments.append(index)
          lines[column][last].box.extend(over: segment.box)
        } else {
          lines[column].append(CellLine(row: row, segments: [index], box: segment.box))
        }
      }
    }
    return lines
  }

  /// For each column the positions of lines that carry on the cell above them.
  private func joins(
    _ page: PDFRows, _ lines: [[CellLine]], _ measures: PDFMeasures, _ boxes: PDFBoxes
  ) -> [Set<Int>] {
    var pairs: [(column: Int, index: Int, pitch: Float, wraps: Bool)] = []
    for (column, lines) in lines.enumerated() {
      for index in lines.indices.dropFirst() {
        let (upper, lower) = (lines[index - 1], lines[index])
        guard let above = upper.segments.last, let below = lower.segments.first,
          !measures.isApart(upper.box, lower.box)
        else { continue }
        pairs.append(
          (column, index, lower.box.top - upper.box.top, wraps(page, above, below, boxes)))
      }
    }
    // The lines of a cell stand closer than rows do, where any cell has several.
    let least = pairs.filter(\.wraps).map(\.pitch).min() ?? 0
    let tight = pairs.filter { $0.pitch <= least * 1.08 + 0.3 }
    let isSpaced = lines.contains { lines in
      zip(lines, lines.dropFirst()).contains { $1.box.top - $0.box.top > least * 1.08 + 0.3 }
    }
    var broken: Set<Int> = []
    for pair in tight where !pair.wraps { broken.insert(lines[pair.column][pair.index].row) }
    var out = [Set<Int>](repeating: [], count: columns.count)
    for pair in tight where pair.wraps {
      let line = lines[pair.column][pair.index]
      if broken.contains(line.row) { continue }
      if !isSpaced, isWholeRow(page, line.row, boxes) { continue }
      out[pair.column].insert(pair.index)
    }
    return out
  }

  /// True when a row has a piece in every column that the row above it has, and they do not all begin in lower case.
  private func isWholeRow(_ page: PDFRows, _ row: Int, _ boxes: PDFBoxes) -> Bool {
    let filled = Set(page.rows[row].map { column(of: page.segments[$0]) })
    let above = Set(page.rows[row - 1].map { column(of: page.segments[$0]) })
    guard filled.count >= 2, filled.isSuperset(of: above) else { return false }
    return !page.rows[row].allSatisfy { index in
      let segment = page.segments[index]
      let byte = boxes.text[boxes.words[(segment.mark ?? segment.words).lowerBound].text].first ?? 0
      return (0x61...0x7A).contains(byte)
    }
  }

  /// True when the lower line can carry on the upper one: a line is only broken where the next word had no room, and
  /// numbers below each other are not broken at all.
  private func wraps(_ page: PDFRows, _ upper: Int, _ lower: Int, _ boxes: PDFBoxes) -> Bool {
    let (above, below) = (page.segments[upper], page.segments[lower])
    if below.mark != nil || isNumeric(above, boxes) && isNumeric(below, boxes) { return false }
    let column = columns[column(of: below)]
    let word = boxes.words[below.words.lowerBound].box
    return above.box.width + word.width + 0.2 * word.height > column.upperBound - column.lowerBound - 2
  }

  private func isNumeric(_ segment: PDFRows.Segment, _ boxes: PDFBoxes) -> Bool {
    guard segment.words.count <= 3, let first = segment.words.first else { return false }
    return boxes.text[boxes.words[first].text].contains { (0x30...0x39).contains($0) }
  }
}
