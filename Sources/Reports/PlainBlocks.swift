extension ReportBlocks {
  /// As plain text, wrapped at a width.
  func text(width: Int = 100) -> String {
    var page = Page(language: language, width: width, color: false)
    page.title(title, mark: "═")
    for block in blocks {
      page.blank()
      switch block {
      case .heading(let heading, level: 1): page.title(heading, mark: "─")
      case .heading(let heading, level: _): page.paragraph(heading)
      case .paragraph(let paragraph): page.paragraph(paragraph)
      case .fields(let fields):
        page.fields(fields.map { (Phrase(verbatim: $0.label), $0.value) }, indent: 2)
      case .table(let table): page.table(table.aligned, indent: 2) { _, _ in }
      case .quotes(let quotes):
        for quote in quotes {
          page.paragraph("\(quote.note): \(Phrase.quoted(quote.text)[language])", indent: 2, hanging: 4)
        }
      }
    }
    return page.text
  }
}

extension ReportTable {
  /// Header and rows, with numbers to the right of their columns.
  fileprivate var aligned: [[String]] {
    let all = [header] + rows
    return all.map { row in
      row.enumerated().map { column, cell in
        guard column > 0 else { return cell }
        let width = all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        return String(repeating: " ", count: width - cell.count) + cell
      }
    }
  }
}
