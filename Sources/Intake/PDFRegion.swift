/// A part of a page where pieces stand beside each other: columns of running text, or a table.
struct PDFRegion {
  /// Positions in `PDFRows.rows`.
  var span: Range<Int>
  var content: Content

  enum Content {
    /// The lines of each column, from the top, each of one or more segments.
    case columns([[[Int]]])
    case table(PDFTable)
  }

  /// The regions within these rows of a page, from the top.
  static func find(
    _ page: inout PDFRows, _ body: Range<Int>, _ boxes: PDFBoxes, _ measures: PDFMeasures, width: Float
  ) -> [PDFRegion] {
    var regions: [PDFRegion] = []
    var row = body.lowerBound
    while row < body.upperBound {
      guard page.rows[row].count > 1,
        let run = PDFRun(&page, row..<body.upperBound, boxes, measures)
      else {
        row += 1
        continue
      }
      if run.isProse(page, boxes, measures, width: width) {
        regions.append(PDFRegion(span: run.reach, content: .columns(run.byColumn(page))))
        row = run.reach.upperBound
      } else if run.isList(page, boxes) {
        row = run.span.upperBound
      } else {
        let table = PDFTable(
          columns: run.columns.count, rows: run.cells(page, measures, boxes),
          isContents: run.isContents(page, boxes))
        if table.rows.count > 1 { regions.append(PDFRegion(span: run.span, content: .table(table))) }
        row = run.span.upperBound
      }
    }
    return regions
  }
}

/// A table of a page, known by the places of its words alone.
struct PDFTable {
  var columns: Int
  /// For each row the segments of its cells, from left to right; some are empty.
  var rows: [[[Int]]]
  var isContents: Bool
}
