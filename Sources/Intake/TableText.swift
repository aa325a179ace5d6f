/// A row of a table as one line: its cells joined, and what must stand on lines of its own below it.
struct TableText {
  var text = BlockText()
  /// Tables within its cells, notes and text boxes.
  var below: [Block] = []

  init(_ row: Table.Row) {
    for (index, cell) in row.cells.enumerated() {
      if index > 0 { text.append(" | ".utf8, isStruck: false) }
      var isFirst = true
      for case .paragraph(let paragraph) in cell where !paragraph.text.isEmpty {
        if !isFirst { text.append([0x0A], isStruck: false) }
        isFirst = false
        if !paragraph.label.isEmpty { text.append("\(paragraph.label) ".utf8, isStruck: false) }
        text.append(paragraph.text)
      }
      for block in cell {
        switch block {
        case .paragraph(let paragraph): below += paragraph.after
        case .table: below.append(block)
        }
      }
    }
    text.dropSeparators()
  }
}

extension Table {
  /// True when the table only places text on the page: its content is read as if there were none.
  var isLayout: Bool {
    guard rows.contains(where: { $0.cells.count > 1 }) else { return true }
    return rows.contains { row in
      row.cells.contains { cell in
        let paragraphs = cell.count { if case .paragraph(let it) = $0 { !it.text.isEmpty } else { false } }
        let hasHeading = cell.contains { if case .paragraph(let it) = $0 { it.isHeading } else { false } }
        return hasHeading || paragraphs > 8
      }
    }
  }

  /// The number of rows at the top that name the columns.
  var headerRows: Int {
    let marked = rows.prefix { $0.isHeader }.count
    if marked > 0 { return marked }
    guard rows.count > 1, let first = rows.first, looksLikeHeader(first) else { return 0 }
    return 1
  }

  /// Names of columns are short and no sentences, have no numbers, and are bold when anything is.
  private func looksLikeHeader(_ row: Row) -> Bool {
    var named = 0
    var isBold = true
    for case .paragraph(let paragraph) in row.cells.joined() where !paragraph.text.isEmpty {
      let text = paragraph.text.kept
      guard text.count <= 80, let last = text.last, !".;?!".utf8.contains(last) else { return false }
      guard text.first.map({ !(0x30...0x39).contains($0) }) ?? false else { return false }
      guard LineMarks.number(in: text + [0x20], at: 0..<text.count + 1) == nil else { return false }
      named += 1
      isBold = isBold && paragraph.isBold
    }
    guard named >= 2 else { return false }
    if isBold { return true }
    var boldBelow = false
    for row in rows.dropFirst() {
      for case .paragraph(let paragraph) in row.cells.joined() { boldBelow = boldBelow || paragraph.isBold }
    }
    return !boldBelow
  }
}

extension Paragraph {
  var isHeading: Bool { if case .heading = style { true } else { false } }
}
