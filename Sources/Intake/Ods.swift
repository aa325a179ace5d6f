import Tenders
import XML

/// OpenDocument spreadsheets (ODS): cells as they are shown.
enum Ods: DocumentExtractor {
  static let kinds: [DocumentKind] = [.ods]
  static let version: Int? = 1

  static func extract(_ bytes: [UInt8], limits: IntakeLimits) throws(ExtractionError) -> ExtractedDocument {
    let package = try OdfPackage(bytes, limits: limits)
    let xml = package.content
    guard let body = xml.first(xml.root, "body", "spreadsheet") else {
      throw ExtractionError(.broken, "There is no spreadsheet in it; open it and save it again.")
    }
    var writer = SheetWriter()
    var reader = OdsReader(xml, package.styles)
    for table in xml.children(body, "table") {
      writer.sheet(named: xml.attribute(table, "name") ?? "")
      try reader.sheet(table, into: &writer)
    }
    return try writer.document()
  }
}

private struct OdsReader {
  private let xml: Document
  private let styles: OdfStyles
  private var row = 0

  /// A row of a file is repeated up to a million times, and a cell 16,000 times, to fill a sheet; nobody fills in
  /// more columns than this.
  private static let columns = 512

  init(_ xml: Document, _ styles: OdfStyles) {
    self.xml = xml
    self.styles = styles
  }

  mutating func sheet(_ table: Document.Element, into writer: inout SheetWriter) throws(ExtractionError) {
    row = 0
    try rows(of: table, into: &writer)
  }

  private mutating func rows(
    of element: Document.Element, into writer: inout SheetWriter
  ) throws(ExtractionError) {
    for child in xml.children(element) {
      switch xml.name(child) {
      case "table-row":
        let (cells, texts) = cells(of: child)
        try writer.row(cells, number: row + 1, texts: texts)
        row += max(1, xml.number(child, "number-rows-repeated") ?? 1)
      case "table-header-rows", "table-rows", "table-row-group":
        try rows(of: child, into: &writer)
      default: break
      }
    }
  }

  /// The cells of a row and how many of them hold words. Repeated rows and cells say nothing new and stand once.
  private func cells(of element: Document.Element) -> (cells: [BlockText], texts: Int) {
    var cells: [BlockText] = []
    var texts = 0
    for child in xml.children(element) {
      let text = xml.name(child) == "table-cell" ? text(of: child) : BlockText()
      let count = xml.number(child, "number-columns-repeated") ?? 1
      cells.append(text)
      if text.isEmpty {
        let room = max(0, Self.columns - cells.count)
        cells += repeatElement(text, count: min(max(0, count - 1), room))
      } else if xml.attribute(child, "value-type") ?? "string" == "string" {
        texts += 1
      }
    }
    return (cells, texts)
  }

  private func text(of cell: Document.Element) -> BlockText {
    let style = styles.style("table-cell", xml.attribute(cell, "style-name"))
    var text = BlockText()
    for element in xml.children(cell, "p") {
      var reader = OdfReader(xml, styles)
      if !text.isEmpty { text.append([0x0A], isStruck: false) }
      text.append(reader.cellText(element, style))
    }
    return text
  }
}
