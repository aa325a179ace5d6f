/// A part of a report before it becomes text, Markdown or HTML.
enum ReportBlock {
  /// Below the title: 1 for a section, 2 for a part of one.
  case heading(String, level: Int)
  case paragraph(String)
  /// A label and what it says.
  case fields([(label: String, value: String)])
  case table(ReportTable)
  /// A quote from a text, and what it shows.
  case quotes([(text: String, note: String)])
}

/// Rows of cells under a header; the first column names its row, the others hold numbers.
struct ReportTable {
  var header: [String]
  var rows: [[String]]
}

/// A report in one language: a title and what stands under it.
struct ReportBlocks {
  let language: ReportLanguage
  let title: String
  let blocks: [ReportBlock]
}
