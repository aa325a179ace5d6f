extension ReportBlocks {
  /// As one HTML page that needs nothing else: no script, no font, no picture.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Self.htmlSafe(title))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    <h1>\(Self.htmlSafe(title))</h1>
    \(blocks.map(html).joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private static let style = """
    body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto; max-width: 60rem; padding: 1rem; }
    .wide { margin: 1rem 0; overflow-x: auto; }
    table { border-collapse: collapse; }
    th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: right; }
    th:first-child { text-align: left; }
    dt { font-weight: bold; }
    blockquote { border-left: .25rem solid #767676; margin: .5rem 0; padding: 0 1rem; }
    """

  private func html(_ block: ReportBlock) -> String {
    switch block {
    case .heading(let heading, let level): "<h\(level + 1)>\(Self.htmlSafe(heading))</h\(level + 1)>"
    case .paragraph(let paragraph): "<p>\(Self.htmlSafe(paragraph))</p>"
    case .fields(let fields):
      "<dl>\n"
        + fields.map { "<dt>\(Self.htmlSafe($0.label))</dt><dd>\(Self.htmlSafe($0.value))</dd>\n" }.joined()
        + "</dl>"
    case .table(let table): html(table)
    case .quotes(let quotes):
      quotes.map { quote in
        "<blockquote><p>\(Self.htmlSafe(Phrase.quoted(quote.text)[language]))</p>"
          + "<p>\(Self.htmlSafe(quote.note))</p></blockquote>"
      }.joined(separator: "\n")
    }
  }

  private func html(_ table: ReportTable) -> String {
    let head = table.header.map { "<th scope=\"col\">\(Self.htmlSafe($0))</th>" }.joined()
    let rows = table.rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == 0 ? "<th scope=\"row\">\(Self.htmlSafe(cell))</th>" : "<td>\(Self.htmlSafe(cell))</td>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    return "<div class=\"wide\">\n<table>\n<thead><tr>\(head)</tr></thead>\n"
      + "<tbody>\n\(rows.joined())</tbody>\n</table>\n</div>"
  }

  /// What a text says, never what it would do in a page.
  static func htmlSafe(_ text: String) -> String {
    Terminal.safe(text).map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: String(character)
      }
    }.joined()
  }
}
