import Tenders
import XML

/// Excel workbooks (XLSX, XLSM): cells with the values that were last computed, also in hidden rows and sheets.
enum Xlsx: DocumentExtractor {
  static let kinds: [DocumentKind] = [.xlsx]
  static let version: Int? = 1

  static func extract(_ bytes: [UInt8], limits: IntakeLimits) throws(ExtractionError) -> ExtractedDocument {
    // A cell is up to three elements; a sheet with more is beyond the limit of cells in any case.
    let package = try OfficePackage(bytes, limits: limits, elements: SheetWriter.maximumCells * 3)
    let main = try package.mainPart() ?? "xl/workbook.xml"
    guard let workbook = try package.document(main), let sheets = workbook.child(workbook.root, "sheets")
    else {
      throw ExtractionError(.broken, "There is no workbook in it; open it in Excel and save it again.")
    }
    let related = try package.relationships(of: main)
    func part(_ type: String) throws(ExtractionError) -> Document? {
      guard let found = related.first(where: { $0.type == type }) else { return nil }
      return try package.document(found.part)
    }
    let reader = XlsxReader(strings: try part("sharedStrings"), styles: try part("styles"))
    var writer = SheetWriter()
    for sheet in workbook.children(sheets, "sheet") {
      guard let id = workbook.attribute(sheet, "id"), let found = related.first(where: { $0.id == id }),
        let xml = try package.document(found.part)
      else { continue }
      writer.sheet(named: workbook.attribute(sheet, "name") ?? "")
      try reader.read(xml, into: &writer)
    }
    return try writer.document()
  }
}

/// Reads the rows of sheets with the strings and styles of their workbook.
private struct XlsxReader {
  private var strings: [BlockText] = []
  private var formats: [(number: CellNumber, isStruck: Bool)] = []

  init(strings: Document?, styles: Document?) {
    if let strings {
      self.strings = strings.children(strings.root, "si").map { Self.rich(strings, $0) }
    }
    if let styles { readFormats(styles) }
  }

  private mutating func readFormats(_ xml: Document) {
    var numbers: [Int: CellNumber] = [:]
    if let list = xml.child(xml.root, "numFmts") {
      for element in xml.children(list, "numFmt") {
        guard let id = xml.number(element, "numFmtId") else { continue }
        numbers[id] = CellNumber(format: xml.attribute(element, "formatCode") ?? "")
      }
    }
    var struck: [Bool] = []
    if let fonts = xml.child(xml.root, "fonts") {
      struck = xml.children(fonts, "font").map { DocxLook.toggle(xml, $0, "strike") ?? false }
    }
    guard let list = xml.child(xml.root, "cellXfs") else { return }
    for element in xml.children(list, "xf") {
      let id = xml.number(element, "numFmtId") ?? 0
      let font = xml.number(element, "fontId") ?? 0
      let isStruck = struck.indices.contains(font) && struck[font]
      formats.append((numbers[id] ?? CellNumber(builtIn: id) ?? .plain, isStruck))
    }
  }

  /// A string with or without runs of its own type; readings of foreign characters are left out.
  private static func rich(_ xml: Document, _ element: Document.Element, isStruck: Bool = false) -> BlockText
  {
    var text = BlockText()
    for child in xml.children(element) {
      switch xml.name(child) {
      case "t":
        text.append(xml.text[xml.textRange(child)], isStruck: isStruck)
      case "r":
        let own = xml.child(child, "rPr").flatMap { DocxLook.toggle(xml, $0, "strike") }
        if let run = xml.child(child, "t") {
          text.append(xml.text[xml.textRange(run)], isStruck: own ?? isStruck)
        }
      default: break
      }
    }
    return text
  }

  func read(_ xml: Document, into writer: inout SheetWriter) throws(ExtractionError) {
    guard let data = xml.child(xml.root, "sheetData") else { return }
    var number = 0
    for row in xml.children(data, "row") {
      number = xml.number(row, "r") ?? number + 1
      var cells: [BlockText] = []
      var texts = 0
      for cell in xml.children(row, "c") {
        let (text, isText) = self.text(xml, cell)
        guard !text.isEmpty else { continue }
        let column = xml.attribute(cell, "r").map(Self.column) ?? cells.count
        if column < Self.columns {
          while cells.count < column { cells.append(BlockText()) }
        }
        cells.append(text)
        if isText { texts += 1 }
      }
      try writer.row(cells, number: number, texts: texts)
    }
  }

  /// Columns whose place is kept; text further to the right only follows.
  private static let columns = 512

  /// The column of a reference such as `AB12`, from 0.
  private static func column(_ reference: String) -> Int {
    var column = 0
    for letter in reference.utf8.prefix(3) {
      guard (0x41...0x5A).contains(letter) else { break }
      column = column * 26 + Int(letter) - 0x40
    }
    return max(0, column - 1)
  }

  private func text(_ xml: Document, _ cell: Document.Element) -> (text: BlockText, isText: Bool) {
    let style = xml.number(cell, "s") ?? 0
    let format = formats.indices.contains(style) ? formats[style] : (.plain, false)
    if let inline = xml.child(cell, "is") { return (Self.rich(xml, inline, isStruck: format.isStruck), true) }
    guard let element = xml.child(cell, "v") else { return (BlockText(), false) }
    let value = xml.string(element)
    var text = BlockText()
    switch xml.attribute(cell, "t") ?? "n" {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else { return (text, false) }
      if format.isStruck {
        text.append(strings[index].whole, isStruck: true)
      } else {
        text = strings[index]
      }
      return (text, true)
    case "b":
      text.append((value == "1" ? "TRUE" : "FALSE").utf8, isStruck: format.isStruck)
      return (text, false)
    case "str", "e", "d":
      text.append(value.utf8, isStruck: format.isStruck)
      return (text, true)
    default:
      text.append(format.number.text(value).utf8, isStruck: format.isStruck)
      return (text, false)
    }
  }
}
