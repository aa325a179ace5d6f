import XML

/// Reads the blocks of a web page.
struct HtmlReader {
  private let xml: Document
  private var out: [Block] = []
  private var current = Paragraph()
  private var bytes = 0
  private var boldBytes = 0
  /// The label of a list item that has no text yet.
  private var label = ""
  private var listsSeen = 0

  /// What the elements around a text say about it.
  private struct Context {
    var style = Paragraph.Style.body
    var list: ListPlace?
    var isStruck = false
    var isBold = false
    var keepsLines = false
  }

  init(_ xml: Document) { self.xml = xml }

  /// The blocks of the whole page.
  mutating func blocks() -> [Block] {
    children(of: xml.root, Context())
    flush(Context())
    return out
  }

  // MARK: Elements

  private mutating func children(of element: Document.Element, _ context: Context) {
    let range = xml.textRange(element)
    var position = range.lowerBound
    for child in xml.children(element) {
      let inner = xml.textRange(child)
      append(xml.text[position..<inner.lowerBound], context)
      position = inner.upperBound
      read(child, context)
    }
    append(xml.text[position..<range.upperBound], context)
  }

  private mutating func read(_ element: Document.Element, _ outer: Context) {
    let name = xml.name(element)
    guard !Self.textless.contains(name), xml.attribute(element, "hidden") == nil else { return }
    var context = outer
    if let style = xml.attribute(element, "style") {
      let look = style.lowercased().filter { $0 != " " }
      if look.contains("display:none") || look.contains("visibility:hidden") { return }
      if look.contains("line-through") { context.isStruck = true }
      if look.contains("font-weight:bold") || look.contains("font-weight:700") { context.isBold = true }
    }
    switch name {
    case "br": append([0x0A], context, isLine: true)
    case "input": tick(element, context)
    case "del", "s", "strike":
      context.isStruck = true
      children(of: element, context)
    case "b", "strong":
      context.isBold = true
      children(of: element, context)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      context.style = .heading(name.last?.wholeNumberValue ?? 1)
      context.list = nil
      block(element, context, outer)
    case "ul", "ol", "menu", "dir": list(element, isNumbered: name == "ol", outer)
    case "dd":
      listsSeen += 1
      context.list = outer.list ?? ListPlace(list: listsSeen, level: 0)
      block(element, context, outer)
    case "pre":
      context.keepsLines = true
      block(element, context, outer)
    case "table":
      flush(outer)
      let table = table(element, context)
      out.append(.table(table))
    default:
      if Self.blocks.contains(name) {
        block(element, context, outer)
      } else {
        children(of: element, context)
      }
    }
  }

  private static let textless: Set<String> = [
    "script", "style", "noscript", "head", "title", "template", "svg", "iframe", "object", "textarea",
    "select", "audio", "video", "canvas", "datalist",
  ]

  private static let blocks: Set<String> = [
    "html", "body", "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "address",
    "blockquote", "center", "figure", "figcaption", "form", "fieldset", "legend", "hr", "dl", "dt", "li",
    "caption", "details", "summary", "tr", "td", "th", "tbody", "thead", "tfoot", "hgroup", "search",
    "frameset", "noframes",
  ]

  private mutating func block(_ element: Document.Element, _ context: Context, _ outer: Context) {
    flush(outer)
    children(of: element, context)
    flush(context)
  }

  /// A box to tick is text: it says what was chosen.
  private mutating func tick(_ element: Document.Element, _ context: Context) {
    let type = xml.attribute(element, "type")?.lowercased()
    guard type == "checkbox" || type == "radio" else { return }
    append(Array((xml.attribute(element, "checked") == nil ? "☐ " : "☒ ").utf8)[...], context)
  }

  // MARK: Text

  private mutating func append(_ text: ArraySlice<UInt8>, _ context: Context, isLine: Bool = false) {
    guard !text.isEmpty else { return }
    if isLine || context.keepsLines {
      current.text.append(text, isStruck: context.isStruck)
    } else {
      current.text.append(text.lazy.map { $0 < 0x20 ? 0x20 : $0 }, isStruck: context.isStruck)
    }
    let visible = text.count { $0 > 0x20 }
    bytes += visible
    if context.isBold { boldBytes += visible }
  }

  /// Ends the block that is being read.
  private mutating func flush(_ context: Context) {
    defer {
      current = Paragraph()
      (bytes, boldBytes) = (0, 0)
    }
    guard !current.text.isEmpty else { return }
    current.style = context.style
    current.list = context.list
    current.isBold = bytes > 0 && bytes == boldBytes
    current.label = label
    label = ""
    out.append(.paragraph(current))
  }

  // MARK: Lists

  private mutating func list(_ element: Document.Element, isNumbered: Bool, _ outer: Context) {
    flush(outer)
    var context = outer
    if let place = outer.list {
      context.list = ListPlace(list: place.list, level: place.level + 1)
    } else {
      listsSeen += 1
      context.list = ListPlace(list: listsSeen, level: 0)
    }
    let isReversed = xml.attribute(element, "reversed") != nil
    let items = isReversed ? Array<Document.Element>(xml.children(element, "li")).count : 1
    var number = xml.number(element, "start") ?? items
    let format = Self.format(xml.attribute(element, "type") ?? "1")
    for child in xml.children(element) {
      guard xml.name(child) == "li" else {
        read(child, context)
        continue
      }
      if let value = xml.number(child, "value") { number = value }
      label = isNumbered ? format.text(number) + "." : "•"
      number += isReversed ? -1 : 1
      read(child, context)
      label = ""
    }
  }

  private static func format(_ type: String) -> ListNumber {
    switch type {
    case "a": .lowerLetter
    case "A": .upperLetter
    case "i": .lowerRoman
    case "I": .upperRoman
    default: .decimal
    }
  }

  // MARK: Tables

  private mutating func table(_ element: Document.Element, _ context: Context) -> Table {
    var table = Table()
    var inner = context
    inner.list = nil
    inner.style = .body
    rows(of: element, isHeader: false, inner, into: &table)
    return table
  }

  private mutating func rows(
    of element: Document.Element, isHeader: Bool, _ context: Context, into table: inout Table
  ) {
    for child in xml.children(element) {
      switch xml.name(child) {
      case "thead": rows(of: child, isHeader: true, context, into: &table)
      case "tbody", "tfoot": rows(of: child, isHeader: false, context, into: &table)
      case "tr":
        var row = Table.Row()
        var names = 0
        for cell in xml.children(child) {
          let name = xml.name(cell)
          guard name == "td" || name == "th" else { continue }
          if name == "th" { names += 1 }
          row.cells.append(apart(cell, context))
        }
        // A row that begins with the one cell that names it is no header.
        row.isHeader = isHeader || (names > 0 && names == row.cells.count)
        table.rows.append(row)
      case "caption": out += apart(child, context)
      default: break
      }
    }
  }

  /// The blocks within an element, apart from those around it.
  private mutating func apart(_ element: Document.Element, _ context: Context) -> [Block] {
    let outer = (out, current, bytes, boldBytes, label)
    (out, current, bytes, boldBytes, label) = ([], Paragraph(), 0, 0, "")
    read(element, context)
    flush(context)
    let found = out
    (out, current, bytes, boldBytes, label) = outer
    return found
  }
}
