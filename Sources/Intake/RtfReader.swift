import Tenders

/// Reads the blocks of an RTF file from its tokens.
struct RtfReader {
  /// Where the text of a group goes.
  private enum Destination {
    case text, nothing
    /// The number or bullet of a list item.
    case label
    case styles, fonts
  }

  private struct Group {
    var destination = Destination.text
    /// What a group in this one returns to when only a part of it counts, as in `\upr`.
    var outer = Destination.text
    var isStruck = false
    var isDeleted = false
    var isHidden = false
    var isBold = false
    var isSymbol = false
    /// Characters that stand in for a `\u` for older programs.
    var fallback = 1
    /// This group collects blocks of its own, as a note, a box or a header does.
    var collects: Kind?
    /// `\*` stood before: a destination that is not known is to be left out.
    var isOptional = false

    enum Kind { case after, running }
  }

  /// What paragraphs are gathered into: a body, a cell, and the rows around it.
  private struct Level {
    var blocks: [Block] = []
    var row = Table.Row()
    var table = Table()
  }

  /// Text that is gathered apart: the body, a note, a box, a header.
  private struct Flow {
    var levels = [Level()]
    var paragraph = Paragraph()
    var bytes = 0
    var boldBytes = 0
    var properties = Properties()
  }

  private struct Properties {
    var style: Int?
    var outline: Int?
    var depth = 0
    var list: Int?
    var level: Int?
  }

  private struct Style {
    var outline: Int?
    var name: [UInt8] = []
  }

  private var groups: [Group] = []
  private var group = Group()
  private var flows = [Flow()]
  private var running: [Block] = []
  private var styles: [Int: Style] = [:]
  private var styleBeingRead: Int?
  private var symbolFonts: Set<Int> = []
  private var fontBeingRead = 0
  private var label: [UInt8] = []
  private var toSkip = 0
  private var highSurrogate: UInt32?

  private static let maximumDepth = 1000
  /// Notes in notes, boxes in boxes.
  private static let maximumFlows = 20

  // MARK: Tokens

  mutating func read(_ token: RtfToken) throws(ExtractionError) {
    switch token {
    case .open:
      guard groups.count < Self.maximumDepth else {
        throw ExtractionError(.broken, "Groups are nested too deep; open it and save it as DOCX.")
      }
      groups.append(group)
      group.collects = nil
      group.isOptional = false
      toSkip = 0
    case .close:
      toSkip = 0
      close()
    case .byte(let byte):
      if toSkip > 0 { toSkip -= 1 } else { text(decoded(byte)) }
    case .text(let bytes):
      let skipped = min(toSkip, bytes.count)
      toSkip -= skipped
      let rest = bytes.dropFirst(skipped)
      // Newer programs write no byte beyond ASCII; older ones do, in the code page.
      if rest.allSatisfy({ $0 < 0x80 }) {
        text(Array(rest))
      } else {
        for byte in rest { text(decoded(byte)) }
      }
    case .word(let name, let number):
      word(name, number)
    }
  }

  /// The body, and what stands at the head and foot of pages.
  mutating func finish() -> (body: [Block], running: [Block]) {
    while !groups.isEmpty { close() }
    return (endFlow(), running)
  }

  private mutating func close() {
    let kind = group.collects
    if let kind, flows.count > 1 {
      let found = endFlow()
      switch kind {
      case .after: flows[flows.count - 1].paragraph.after += found
      case .running: running += found
      }
    }
    if let last = groups.popLast() { group = last }
  }

  // MARK: Characters

  private func decoded(_ byte: UInt8) -> [UInt8] {
    if group.isSymbol { return Array((byte == 0xB7 || byte == 0xA7 ? "•" : " ").utf8) }
    return byte < 0x80 ? [byte] : PlainText.decode([byte])
  }

  private mutating func text(_ bytes: [UInt8]) {
    switch group.destination {
    case .nothing: break
    case .label: label += bytes
    case .fonts: break
    case .styles:
      if let style = styleBeingRead { styles[style]?.name += bytes }
    case .text:
      guard !group.isHidden, !group.isDeleted else { return }
      let last = flows.count - 1
      flows[last].paragraph.text.append(bytes, isStruck: group.isStruck)
      let visible = bytes.count { $0 > 0x20 }
      flows[last].bytes += visible
      if group.isBold { flows[last].boldBytes += visible }
    }
  }

  private mutating func unicode(_ number: Int) {
    let unit = UInt32(truncatingIfNeeded: number) & 0xFFFF
    toSkip = group.fallback
    switch unit {
    case 0xD800..<0xDC00: highSurrogate = unit
    case 0xDC00..<0xE000:
      let high = highSurrogate ?? 0xD800
      highSurrogate = nil
      character(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00))
    case 0xF000..<0xF100:
      // A symbol font: bullets are all that matters.
      let isBullet = group.destination == .label || unit == 0xF0B7 || unit == 0xF0A7
      text(Array((isBullet ? "•" : " ").utf8))
    default: character(unit)
    }
  }

  private mutating func character(_ code: UInt32) {
    if let scalar = Unicode.Scalar(code) { text(Array(String(Character(scalar)).utf8)) }
  }

  private static let characters: [String: String] = [
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "~": "\u{A0}", "_": "-", "emspace": " ", "enspace": " ", "qmspace": " ",
    "\\": "\\", "{": "{", "}": "}",
  ]

  // MARK: Control words

  private mutating func word(_ name: String, _ number: Int?) {
    if toSkip > 0, name != "u" {
      // A control word counts as one character that stands in.
      toSkip -= 1
      return
    }
    if let characters = Self.characters[name] { return text(Array(characters.utf8)) }
    if destination(name) || look(name, number) || paragraph(name, number) { return }
    if group.isOptional { group.destination = .nothing }
  }

  /// Control words that say where the text of their group goes.
  private mutating func destination(_ name: String) -> Bool {
    switch name {
    case "*":
      group.isOptional = true
    case "fonttbl": group.destination = .fonts
    case "stylesheet": group.destination = .styles
    case "listtext", "pntext":
      guard group.destination == .text else { return true }
      group.destination = .label
      label = []
    case "footnote", "shptxt": collect(.after)
    case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf":
      collect(.running)
    case "upr":
      group.outer = group.destination
      group.destination = .nothing
    case "ud": group.destination = group.outer
    // Text boxes stand among the properties of their shape.
    case "shpinst", "shp", "object":
      group.outer = group.destination
      group.destination = .nothing
    case "shprslt", "fldinst", "info", "pict", "colortbl", "nonshppict", "pntxta", "pntxtb", "sp",
      "annotation", "atnid", "atnauthor", "xe", "tc", "rxe", "txe", "listtable", "listoverridetable",
      "revtbl",
      "pn", "filetbl", "generator", "themedata", "colorschememapping", "datastore", "latentstyles", "rsidtbl":
      group.destination = .nothing
    case "result": group.destination = group.outer
    default: return false
    }
    return true
  }

  private mutating func collect(_ kind: Group.Kind) {
    let counts = group.destination == .text || (group.destination == .nothing && group.outer == .text)
    guard counts, !group.isDeleted, !group.isHidden, flows.count < Self.maximumFlows else {
      group.destination = .nothing
      return
    }
    group.destination = .text
    group.collects = kind
    (group.isStruck, group.isBold) = (false, false)
    flows.append(Flow())
  }

  /// Control words for type.
  private mutating func look(_ name: String, _ number: Int?) -> Bool {
    let isOn = number != 0
    switch name {
    case "u": unicode(number ?? 0)
    case "uc": group.fallback = max(0, number ?? 1)
    case "strike", "striked": group.isStruck = isOn
    case "deleted": group.isDeleted = isOn
    case "v": group.isHidden = isOn
    case "b": group.isBold = isOn
    case "plain":
      (group.isStruck, group.isDeleted, group.isHidden, group.isBold, group.isSymbol) = (
        false, false, false, false, false
      )
    case "f":
      if group.destination == .fonts { fontBeingRead = number ?? 0 }
      group.isSymbol = symbolFonts.contains(number ?? 0)
    case "fcharset":
      if group.destination == .fonts, number == 2 { symbolFonts.insert(fontBeingRead) }
    default: return false
    }
    return true
  }

  /// Control words for paragraphs, tables and styles.
  private mutating func paragraph(_ name: String, _ number: Int?) -> Bool {
    if group.destination == .styles { return style(name, number) }
    guard group.destination == .text else { return false }
    let last = flows.count - 1
    switch name {
    case "pard": flows[last].properties = Properties()
    case "s": flows[last].properties.style = number
    case "outlinelevel": flows[last].properties.outline = number
    case "ls": flows[last].properties.list = number
    case "ilvl": flows[last].properties.level = max(0, number ?? 0)
    case "intbl": flows[last].properties.depth = max(1, flows[last].properties.depth)
    case "itap": flows[last].properties.depth = min(max(0, number ?? 0), 30)
    case "par", "sect", "page": endParagraph()
    case "cell": endCell(at: 1)
    case "nestcell": endCell(at: max(2, flows[last].properties.depth))
    case "row": endRow(at: 1)
    case "nestrow": endRow(at: max(2, flows[last].properties.depth))
    case "trowd": if flows[last].levels.count > 1 { flows[last].levels[1].row.isHeader = false }
    case "trhdr": if flows[last].levels.count > 1 { flows[last].levels[1].row.isHeader = true }
    // Known groups whose text is text.
    case "nesttableprops", "nonesttables": group.destination = .nothing
    default: return false
    }
    return true
  }

  private mutating func style(_ name: String, _ number: Int?) -> Bool {
    switch name {
    case "s":
      styleBeingRead = number
      if let number { styles[number] = Style() }
    case "cs", "ds", "ts": styleBeingRead = nil
    case "outlinelevel": if let style = styleBeingRead { styles[style]?.outline = number }
    default: return false
    }
    return true
  }

  // MARK: Blocks

  private mutating func endParagraph() {
    let last = flows.count - 1
    let properties = flows[last].properties
    open(properties.depth, in: last)
    var paragraph = flows[last].paragraph
    paragraph.isBold = flows[last].bytes > 0 && flows[last].bytes == flows[last].boldBytes
    paragraph.label = BlockText(String(decoding: label, as: UTF8.self)).line
    if properties.list != nil || !paragraph.label.isEmpty {
      let level = properties.level ?? Self.level(of: paragraph.label)
      paragraph.list = ListPlace(list: properties.list ?? 0, level: level)
    }
    paragraph.style = style(properties)
    label = []
    flows[last].paragraph = Paragraph()
    (flows[last].bytes, flows[last].boldBytes) = (0, 0)
    guard !paragraph.text.isEmpty || !paragraph.after.isEmpty else { return }
    let level = flows[last].levels.count - 1
    flows[last].levels[level].blocks.append(.paragraph(paragraph))
  }

  /// The level that a label shows, for files that do not say it.
  private static func level(of label: String) -> Int {
    guard label.contains(where: \.isNumber) else { return 8 }
    return label.split(separator: ".").count - 1
  }

  private func style(_ properties: Properties) -> Paragraph.Style {
    let style = properties.style.flatMap { styles[$0] }
    let name =
      String(decoding: style?.name ?? [], as: UTF8.self).lowercased()
      .split(whereSeparator: { $0 == ";" }).first ?? ""
    if name.hasPrefix("toc ") || name.hasPrefix("contents ") { return .contents }
    if name == "title" { return .title }
    if let outline = properties.outline ?? style?.outline, (0..<9).contains(outline) {
      return .heading(outline + 1)
    }
    if name.hasPrefix("heading "), let level = name.last?.wholeNumberValue, level > 0 {
      return .heading(level)
    }
    return .body
  }

  /// Makes the tables around the next paragraph `depth` deep.
  private mutating func open(_ depth: Int, in flow: Int) {
    while flows[flow].levels.count > depth + 1 { closeTable(in: flow) }
    while flows[flow].levels.count < depth + 1 { flows[flow].levels.append(Level()) }
  }

  private mutating func closeTable(in flow: Int) {
    guard flows[flow].levels.count > 1, var level = flows[flow].levels.popLast() else { return }
    if !level.blocks.isEmpty { level.row.cells.append(level.blocks) }
    if !level.row.cells.isEmpty { level.table.rows.append(level.row) }
    guard !level.table.rows.isEmpty else { return }
    let below = flows[flow].levels.count - 1
    flows[flow].levels[below].blocks.append(.table(level.table))
  }

  private mutating func endCell(at depth: Int) {
    let flow = flows.count - 1
    flows[flow].properties.depth = depth
    endParagraph()
    open(depth, in: flow)
    let level = flows[flow].levels.count - 1
    flows[flow].levels[level].row.cells.append(flows[flow].levels[level].blocks)
    flows[flow].levels[level].blocks = []
  }

  private mutating func endRow(at depth: Int) {
    let flow = flows.count - 1
    open(depth, in: flow)
    let level = flows[flow].levels.count - 1
    guard level > 0, !flows[flow].levels[level].row.cells.isEmpty else { return }
    let isHeader = flows[flow].levels[level].row.isHeader
    flows[flow].levels[level].table.rows.append(flows[flow].levels[level].row)
    flows[flow].levels[level].row = Table.Row()
    flows[flow].levels[level].row.isHeader = isHeader
  }

  /// Ends the innermost flow; gives its blocks. The outermost one stays, empty.
  private mutating func endFlow() -> [Block] {
    let last = flows.count - 1
    // What stands behind the last mark is a paragraph too.
    if !flows[last].paragraph.text.isEmpty || !flows[last].paragraph.after.isEmpty { endParagraph() }
    open(0, in: last)
    let blocks = flows[last].levels[0].blocks
    if flows.count > 1 { flows.removeLast() } else { flows[last] = Flow() }
    return blocks
  }
}
