import Tenders

/// Writes the sheets of a workbook: each a section under its name, each row a passage.
struct SheetWriter {
  private var writer = DocumentWriter()
  private var cells = 0
  private var header: Int32?

  /// Cells with text in one workbook; price sheets stay under 100,000.
  static let maximumCells = 1_000_000

  mutating func sheet(named name: String) {
    writer.heading(BlockText(name), level: 1)
    header = nil
  }

  /// Writes a row; empty cells at its end do not count.
  ///
  /// - Parameter texts: how many of the cells hold words and no number or date.
  mutating func row(_ row: [BlockText], number: Int, texts: Int) throws(ExtractionError) {
    cells += row.count { !$0.isEmpty }
    guard cells <= Self.maximumCells else {
      throw ExtractionError(.tooLarge, "It has more than \(Self.maximumCells) cells with text; split it.")
    }
    var line = BlockText()
    for (index, cell) in row.enumerated() {
      if index > 0 { line.append(" | ".utf8, isStruck: false) }
      line.append(cell)
    }
    line.dropSeparators()
    guard !line.isEmpty else { return }
    let passage = writer.row(line, number: number, leadIn: header)
    if header == nil, texts >= 2 { header = passage }
  }

  func document() throws(ExtractionError) -> ExtractedDocument {
    guard cells > 0 else { throw ExtractionError(.noText, "There is no text in its sheets.") }
    return try writer.document()
  }
}
