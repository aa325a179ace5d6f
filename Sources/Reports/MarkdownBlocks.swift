extension ReportBlocks {
  /// As Markdown with tables (GitHub's kind).
  var markdown: String {
    "# \(Self.markdownSafe(title))\n" + blocks.map { "\n" + markdown($0) }.joined()
  }

  private func markdown(_ block: ReportBlock) -> String {
    switch block {
    case .heading(let heading, let level):
      String(repeating: "#", count: level + 1) + " \(Self.markdownSafe(heading))\n"
    case .paragraph(let paragraph): Self.markdownSafe(paragraph) + "\n"
    case .fields(let fields):
      fields.map { "- \(Self.markdownSafe($0.label)): \(Self.markdownSafe($0.value))\n" }.joined()
    case .table(let table): markdown(table)
    case .quotes(let quotes):
      quotes.map { quote in
        "- \(Self.markdownSafe(quote.note)): \(Self.markdownSafe(Phrase.quoted(quote.text)[language]))\n"
      }.joined()
    }
  }

  private func markdown(_ table: ReportTable) -> String {
    let rule = table.header.indices.map { $0 == 0 ? "---" : "---:" }
    return ([table.header.map(Self.markdownSafe), rule] + table.rows.map { $0.map(Self.markdownSafe) })
      .map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  /// On one line, with the characters that Markdown or HTML would take for their own made harmless.
  private static func markdownSafe(_ text: String) -> String {
    Terminal.safe(text).map { character in
      switch character {
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~": "\\\(character)"
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }
}
