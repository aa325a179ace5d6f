import XML

/// Reads the blocks of one part of a Word document.
///
/// What was deleted or moved away with tracked changes, hidden text and the codes of fields are no text.
struct DocxReader {
  private let xml: Document
  private let styles: DocxStyles
  private let notes: DocxNotes
  private var numbering: DocxNumbering
  private var fields = DocxFields()
  /// Text of a paragraph whose end was deleted: it runs on in the next.
  private var carried: BlockText?
  /// Some of the text stands in a file of another format within this one.
  private(set) var leavesOut = false
  /// Within a content control that the program made for a table of contents.
  private var isInContents = false
  /// The notes that were placed; a note is placed once.
  private var placed: Set<String> = []

  init(_ xml: Document, _ styles: DocxStyles, _ numbering: DocxNumbering, _ notes: DocxNotes) {
    self.xml = xml
    self.styles = styles
    self.numbering = numbering
    self.notes = notes
  }

  /// The blocks in a body, cell, note or text box.
  mutating func blocks(in container: Document.Element) -> [Block] {
    var out: [Block] = []
    read(container, into: &out)
    if let rest = carried {
      carried = nil
      out.append(.paragraph(Paragraph(rest)))
    }
    return out
  }

  private mutating func read(_ container: Document.Element, into out: inout [Block]) {
    for child in xml.children(container) {
      switch xml.name(child) {
      case "p":
        if let paragraph = paragraph(child) { out.append(.paragraph(paragraph)) }
      case "tbl":
        out.append(.table(table(child)))
      case "sdt":
        control(child, into: &out)
      case "ins", "moveTo", "customXml", "smartTag":
        read(child, into: &out)
      case "AlternateContent":
        if let choice = choice(child) { read(choice, into: &out) }
      case "altChunk":
        leavesOut = true
      default:
        break
      }
    }
  }

  private mutating func control(_ element: Document.Element, into out: inout [Block]) {
    guard let content = xml.child(element, "sdtContent") else { return }
    let outer = isInContents
    let gallery = xml.first(element, "sdtPr", "docPartObj", "docPartGallery")
    if gallery.flatMap({ xml.attribute($0, "val") }) == "Table of Contents" { isInContents = true }
    read(content, into: &out)
    isInContents = outer
  }

  /// The one version of content that is to be read: the newest, or what stands in for it.
  private func choice(_ element: Document.Element) -> Document.Element? {
    xml.child(element, "Choice") ?? xml.child(element, "Fallback")
  }

  // MARK: Paragraphs

  /// A paragraph, nil when it runs on in the next.
  private mutating func paragraph(_ element: Document.Element) -> Paragraph? {
    let properties = xml.child(element, "pPr")
    let styleID = properties.flatMap { xml.child($0, "pStyle") }.flatMap { xml.attribute($0, "val") }
    var style = styles.paragraph(styleID)
    if let properties { DocxStyles.read(xml, properties, into: &style) }
    let mark = properties.flatMap { xml.child($0, "rPr") }

    var run = DocxRun(look: style.look)
    if let before = carried {
      run.paragraph.text = before
      carried = nil
    }
    read(element, into: &run)
    if let mark, xml.child(mark, "del") != nil || xml.child(mark, "moveFrom") != nil {
      carried = run.paragraph.text
      return nil
    }

    var paragraph = run.paragraph
    paragraph.isBold = run.isBold
    let isHidden = mark.flatMap { DocxLook.toggle(xml, $0, "vanish") } ?? false
    if !isHidden { number(&paragraph, style, styleID) }
    if style.isTitle {
      paragraph.style = .title
    } else if style.isContents || isInContents {
      paragraph.style = .contents
    } else if let level = style.heading {
      paragraph.style = .heading(level)
      // A field that was never ended would swallow the rest of the document.
      fields = DocxFields()
    } else if run.isContents {
      paragraph.style = .contents
    }
    return paragraph
  }

  private mutating func number(_ paragraph: inout Paragraph, _ style: DocxStyles.Style, _ id: String?) {
    guard let list = style.list, list != 0 else { return }
    let ofStyle = id.flatMap { numbering.level(ofStyle: $0, in: list) }
    guard let level = style.level ?? ofStyle else { return count(&paragraph, list, 0) }
    count(&paragraph, list, level)
  }

  private mutating func count(_ paragraph: inout Paragraph, _ list: Int, _ level: Int) {
    guard let number = numbering.next(list: list, level: level) else { return }
    paragraph.label = number.label
    paragraph.list = ListPlace(list: number.list, level: level)
  }

  // MARK: Runs

  /// Reads what stands in a line of text: runs, and what wraps them.
  private mutating func read(_ element: Document.Element, into run: inout DocxRun) {
    for child in xml.children(element) {
      switch xml.name(child) {
      case "r":
        self.run(child, into: &run)
      case "hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "customXml", "fldSimple", "dir", "bdo":
        read(child, into: &run)
      case "sdt":
        if let content = xml.child(child, "sdtContent") { read(content, into: &run) }
      case "AlternateContent":
        if let choice = choice(child) { read(choice, into: &run) }
      case "oMath", "oMathPara":
        for text in xml.descendants(child, "t") { run.append(xml.text[xml.textRange(text)]) }
      default:
        break
      }
    }
  }

  private mutating func run(_ element: Document.Element, into run: inout DocxRun) {
    let outer = run.look
    if let properties = xml.child(element, "rPr") {
      let style = xml.child(properties, "rStyle").flatMap { xml.attribute($0, "val") }
      let below = style.map { styles.character($0).over(outer) } ?? outer
      run.look = DocxLook(xml, properties).over(below)
    }
    content(of: element, into: &run)
    run.look = outer
  }

  private mutating func content(of element: Document.Element, into run: inout DocxRun) {
    for child in xml.children(element) {
      let name = xml.name(child)
      switch name {
      case "fldChar":
        fields.mark(xml.attribute(child, "fldCharType") ?? "")
        if let box = xml.first(child, "ffData", "checkBox") { tick(box, into: &run) }
      case "instrText":
        fields.code(xml.text[xml.textRange(child)])
      case "AlternateContent":
        if let choice = choice(child) { content(of: choice, into: &run) }
      case "drawing", "pict", "object":
        boxes(in: child, into: &run.paragraph.after)
      case "footnoteReference":
        place(notes.footnotes, "f", child, into: &run)
      case "endnoteReference":
        place(notes.endnotes, "e", child, into: &run)
      case "ruby":
        if let base = xml.child(child, "rubyBase") { read(base, into: &run) }
      default:
        guard fields.isText else { break }
        run.isContents = run.isContents || fields.isContents
        character(name, child, into: &run)
      }
    }
  }

  private func character(_ name: String, _ element: Document.Element, into run: inout DocxRun) {
    switch name {
    case "t": run.append(xml.text[xml.textRange(element)])
    case "tab", "ptab": run.append([0x09])
    case "br", "cr": run.append([0x0A])
    case "noBreakHyphen": run.append([0x2D])
    case "sym": run.append(symbol(element).utf8)
    default: break
    }
  }

  /// A character of a symbol font, as text where it has a meaning.
  private func symbol(_ element: Document.Element) -> String {
    switch xml.attribute(element, "char").flatMap({ UInt32($0, radix: 16) }).map({ $0 & 0xFF }) {
    case 0xFE?, 0x78?: "☒"
    case 0xA8?, 0x6F?, 0x71?: "☐"
    case 0xFC?: "✓"
    case 0xA7?, 0xB7?: "•"
    default: " "
    }
  }

  /// A box to tick is text: it says what was chosen.
  private func tick(_ box: Document.Element, into run: inout DocxRun) {
    let state = DocxLook.toggle(xml, box, "checked") ?? DocxLook.toggle(xml, box, "default") ?? false
    run.append((state ? "☒" : "☐").utf8)
  }

  private mutating func place(
    _ notes: [String: [Block]], _ kind: String, _ reference: Document.Element, into run: inout DocxRun
  ) {
    guard run.look.isHidden != true, let id = xml.attribute(reference, "id"), let note = notes[id],
      placed.insert(kind + id).inserted
    else { return }
    run.paragraph.after += note
  }

  /// Finds the text boxes in a drawing; each is read once, in its newest version.
  private mutating func boxes(in element: Document.Element, into out: inout [Block]) {
    for child in xml.children(element) {
      switch xml.name(child) {
      case "txbxContent":
        // A box has fields and paragraphs of its own.
        let (outerFields, outerCarried) = (fields, carried)
        (fields, carried) = (DocxFields(), nil)
        out += blocks(in: child)
        (fields, carried) = (outerFields, outerCarried)
      case "AlternateContent":
        if let choice = choice(child) { boxes(in: choice, into: &out) }
      default:
        boxes(in: child, into: &out)
      }
    }
  }

  // MARK: Tables

  private mutating func table(_ element: Document.Element) -> Table {
    var table = Table()
    rows(of: element, into: &table)
    return table
  }

  private mutating func rows(of element: Document.Element, into table: inout Table) {
    for child in xml.children(element) {
      switch xml.name(child) {
      case "tr":
        let properties = xml.child(child, "trPr")
        if let properties, xml.child(properties, "del") != nil { continue }
        var row = Table.Row()
        row.isHeader = properties.flatMap { DocxLook.toggle(xml, $0, "tblHeader") } ?? false
        cells(of: child, into: &row)
        table.rows.append(row)
      case "sdt", "sdtContent", "ins", "moveTo", "customXml":
        rows(of: child, into: &table)
      default:
        break
      }
    }
  }

  private mutating func cells(of element: Document.Element, into row: inout Table.Row) {
    for child in xml.children(element) {
      switch xml.name(child) {
      case "tc":
        if xml.first(child, "tcPr", "cellDel") != nil { continue }
        row.cells.append(blocks(in: child))
      case "sdt", "sdtContent", "ins", "moveTo", "customXml":
        cells(of: child, into: &row)
      default:
        break
      }
    }
  }
}

/// A paragraph while its runs are read.
private struct DocxRun {
  var paragraph = Paragraph()
  var look: DocxLook
  /// Some of it stands in a table of contents.
  var isContents = false
  private var boldBytes = 0
  private var bytes = 0

  init(look: DocxLook) { self.look = look }

  /// True when all text is in bold type.
  var isBold: Bool { bytes > 0 && boldBytes == bytes }

  mutating func append(_ text: some Collection<UInt8>) {
    guard look.isHidden != true else { return }
    paragraph.text.append(text, isStruck: look.isStruck ?? false)
    let visible = text.count { $0 > 0x20 }
    bytes += visible
    if look.isBold == true { boldBytes += visible }
  }
}

/// The open fields of a text: the code of a field is no text, its result is.
private struct DocxFields {
  private var open: [(code: [UInt8], isResult: Bool)] = []

  var isText: Bool { open.allSatisfy(\.isResult) }

  /// Within the result of a field that makes a table of contents.
  var isContents: Bool {
    open.contains { $0.isResult && $0.code.drop { $0 <= 0x20 }.starts(with: "TOC ".utf8) }
  }

  mutating func mark(_ type: String) {
    switch type {
    case "begin": open.append(([], false))
    case "separate": if !open.isEmpty { open[open.count - 1].isResult = true }
    case "end": _ = open.popLast()
    default: break
    }
  }

  mutating func code(_ text: ArraySlice<UInt8>) {
    if let last = open.last, !last.isResult { open[open.count - 1].code.append(contentsOf: text) }
  }
}
