import XML

/// Reads the blocks of OpenDocument text: paragraphs, headings, lists, tables, notes and text boxes.
///
/// Deletions of tracked changes stand in a place of their own, which is not read.
struct OdfReader {
  private let xml: Document
  private let styles: OdfStyles
  private var outline = OdfListCount()
  /// Lists that a later list may go on with, by their own id and by their style.
  private var counts: [String: OdfListCount] = [:]
  private var listsSeen = 0
  private var isInContents = false

  /// The list around the blocks that are read.
  private struct ListContext {
    var place: ListPlace
    var style: String
    var count = OdfListCount()
    /// The item has not shown its label yet.
    var isItemStart = false
    var start: Int?
  }
  private var list: ListContext?

  init(_ xml: Document, _ styles: OdfStyles) {
    self.xml = xml
    self.styles = styles
  }

  /// The blocks in a body, cell, note or text box.
  mutating func blocks(in container: Document.Element) -> [Block] {
    var out: [Block] = []
    for child in xml.children(container) { read(child, into: &out) }
    return out
  }

  private mutating func read(_ element: Document.Element, into out: inout [Block]) {
    switch xml.name(element) {
    case "p": out.append(.paragraph(paragraph(element)))
    case "h": out.append(.paragraph(heading(element)))
    case "list": list(element, into: &out)
    case "table": out.append(.table(table(element)))
    case "table-of-content", "illustration-index", "table-index", "object-index":
      let outer = isInContents
      isInContents = true
      out += blocks(in: element)
      isInContents = outer
    case "section", "index-body", "index-title", "list-header", "text-box", "numbered-paragraph":
      out += blocks(in: element)
    case "alphabetical-index", "bibliography", "user-index":
      out += blocks(in: element)
    case "frame", "custom-shape", "g", "rect": boxes(in: element, into: &out)
    default: break
    }
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ element: Document.Element) -> Paragraph {
    let style = styles.style("paragraph", xml.attribute(element, "style-name"))
    var paragraph = line(element, style)
    if style.isTitle { paragraph.style = .title }
    if let outline = style.outline, outline > 0 { paragraph.style = .heading(outline) }
    if isInContents { paragraph.style = .contents }
    place(&paragraph)
    return paragraph
  }

  private mutating func heading(_ element: Document.Element) -> Paragraph {
    var paragraph = line(element, styles.style("paragraph", xml.attribute(element, "style-name")))
    let level = min(20, max(1, xml.number(element, "outline-level") ?? 1))
    let isInList = list != nil
    place(&paragraph)
    let isNumbered = xml.attribute(element, "is-list-header") != "true"
    if !isInList, isNumbered, !paragraph.text.isEmpty, let levels = styles.lists[""], levels[level] != nil {
      paragraph.label = outline.next(level, in: levels)
    }
    paragraph.style = isInContents ? .contents : .heading(level)
    paragraph.list = nil
    return paragraph
  }

  /// Gives a paragraph its place in the list around it, and the label when it is the first of its item.
  private mutating func place(_ paragraph: inout Paragraph) {
    guard var context = list else { return }
    paragraph.list = context.place
    if context.isItemStart {
      context.isItemStart = false
      let levels = styles.lists[context.style] ?? [:]
      paragraph.label = context.count.next(context.place.level + 1, in: levels, start: context.start)
      context.start = nil
    }
    list = context
  }

  private mutating func line(_ element: Document.Element, _ style: OdfStyles.Style) -> Paragraph {
    var run = OdfRun(style: style)
    text(of: element, into: &run)
    run.paragraph.isBold = run.isBold
    return run.paragraph
  }

  /// The text of one paragraph in the cell of a sheet, whose style is that of the cell.
  mutating func cellText(_ element: Document.Element, _ style: OdfStyles.Style) -> BlockText {
    line(element, style).text
  }

  // MARK: Runs

  /// Reads text and what stands in it.
  private mutating func text(of element: Document.Element, into run: inout OdfRun) {
    let range = xml.textRange(element)
    var position = range.lowerBound
    for child in xml.children(element) {
      let inner = xml.textRange(child)
      run.append(plain: xml.text[position..<inner.lowerBound])
      position = inner.upperBound
      inline(child, into: &run)
    }
    run.append(plain: xml.text[position..<range.upperBound])
  }

  private mutating func inline(_ element: Document.Element, into run: inout OdfRun) {
    switch xml.name(element) {
    case "span":
      let outer = run.style
      run.style = OdfRun.over(styles.style("text", xml.attribute(element, "style-name")), outer)
      text(of: element, into: &run)
      run.style = outer
    case "s":
      let count = xml.number(element, "c") ?? 1
      run.append(repeatElement(0x20, count: min(max(1, count), 8)))
    case "tab": run.append([0x09])
    case "line-break": run.append([0x0A])
    case "note":
      if let body = xml.child(element, "note-body") { apart(body, into: &run.paragraph.after) }
    case "frame", "custom-shape", "g", "rect": boxes(in: element, into: &run.paragraph.after)
    case "ruby":
      if let base = xml.child(element, "ruby-base") { text(of: base, into: &run) }
    case "annotation", "annotation-end", "number", "hidden-text", "tracked-changes", "script": break
    case "hidden-paragraph": run.style.isHidden = true
    default: text(of: element, into: &run)
    }
  }

  private mutating func boxes(in element: Document.Element, into out: inout [Block]) {
    switch xml.name(element) {
    case "text-box", "custom-shape", "rect": apart(element, into: &out)
    default: for child in xml.children(element) { boxes(in: child, into: &out) }
    }
  }

  /// Reads blocks that have nothing to do with the list around them.
  private mutating func apart(_ element: Document.Element, into out: inout [Block]) {
    let outer = list
    list = nil
    out += blocks(in: element)
    list = outer
  }

  // MARK: Lists

  private mutating func list(_ element: Document.Element, into out: inout [Block]) {
    let outer = list
    var context: ListContext
    if let outer {
      context = outer
      context.place.level += 1
      if let style = xml.attribute(element, "style-name") { context.style = style }
    } else {
      listsSeen += 1
      let style = xml.attribute(element, "style-name") ?? ""
      context = ListContext(place: ListPlace(list: listsSeen, level: 0), style: style)
      if let before = xml.attribute(element, "continue-list") {
        context.count = counts["#" + before] ?? OdfListCount()
      } else if xml.attribute(element, "continue-numbering") == "true" {
        context.count = counts[style] ?? OdfListCount()
      }
    }
    list = context
    for item in xml.children(element) {
      list?.isItemStart = xml.name(item) == "list-item"
      list?.start = xml.number(item, "start-value")
      out += blocks(in: item)
    }
    let count = list?.count ?? OdfListCount()
    list = outer
    // A list in a list counts in the numbers of the outer one.
    guard outer == nil else {
      list?.count = count
      return
    }
    counts[context.style] = count
    for name in ["id", "continue-list"] {
      if let id = xml.attribute(element, name) { counts["#" + id] = count }
    }
  }

  // MARK: Tables

  private mutating func table(_ element: Document.Element) -> Table {
    let outer = list
    list = nil
    var table = Table()
    rows(of: element, isHeader: false, into: &table)
    list = outer
    return table
  }

  private mutating func rows(of element: Document.Element, isHeader: Bool, into table: inout Table) {
    for child in xml.children(element) {
      switch xml.name(child) {
      case "table-header-rows": rows(of: child, isHeader: true, into: &table)
      case "table-rows", "table-row-group": rows(of: child, isHeader: isHeader, into: &table)
      case "table-row":
        var row = Table.Row()
        row.isHeader = isHeader
        for cell in xml.children(child, "table-cell") { row.cells.append(blocks(in: cell)) }
        table.rows.append(row)
      default: break
      }
    }
  }
}

/// A paragraph while its text is read.
struct OdfRun {
  var paragraph = Paragraph()
  var style: OdfStyles.Style
  private var bytes = 0
  private var boldBytes = 0

  init(style: OdfStyles.Style) { self.style = style }

  var isBold: Bool { bytes > 0 && bytes == boldBytes }

  static func over(_ style: OdfStyles.Style, _ outer: OdfStyles.Style) -> OdfStyles.Style {
    var out = style
    out.isStruck = style.isStruck ?? outer.isStruck
    out.isHidden = style.isHidden ?? outer.isHidden
    out.isBold = style.isBold ?? outer.isBold
    return out
  }

  /// Text of the file, in which line feeds and tabs are mere white space.
  mutating func append(plain text: ArraySlice<UInt8>) {
    append(text.lazy.map { $0 < 0x20 ? 0x20 : $0 })
  }

  mutating func append(_ text: some Collection<UInt8>) {
    guard style.isHidden != true, !text.isEmpty else { return }
    paragraph.text.append(text, isStruck: style.isStruck ?? false)
    let visible = text.count { $0 > 0x20 }
    bytes += visible
    if style.isBold == true { boldBytes += visible }
  }
}
