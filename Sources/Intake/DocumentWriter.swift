import Tenders

/// Writes blocks down as text, one a line, and as passages: the one way in which office files become passages.
struct DocumentWriter {
  private var text: [UInt8] = []
  private var passages: [Passage] = []
  private var section: Int32 = 0
  private var paragraph: Int32 = 0
  /// Open headings, outermost first: level and position of the passage.
  private var headings: [(level: Int, passage: Int32)] = []
  private var leads = ListLeads()
  /// The document marks its headings, so that typed numbers need not be taken for some.
  private var marksHeadings = false
  /// Text that stands at the head or foot of pages and was written.
  private var running: Set<[UInt8]> = []

  /// The document as written so far.
  func document() throws(ExtractionError) -> ExtractedDocument {
    guard !passages.isEmpty else { throw ExtractionError(.noText, "There is no text in it.") }
    return ExtractedDocument(text: text + [0x0A], passages: passages)
  }

  // MARK: Blocks

  /// Writes the body of a document.
  mutating func body(_ blocks: [Block]) {
    var marks = false
    Block.forEach(in: blocks) { if case .heading = $0.style { marks = true } }
    marksHeadings = marks
    write(rejoined(blocks))
  }

  /// The blocks with sentences whole that were broken over several of them.
  private func rejoined(_ blocks: [Block]) -> [Block] {
    var lengths: [Int] = []
    var resumed = 0
    var last: [UInt8] = []
    let unknown = LineWraps()
    let lines = blocks.map(line)
    for line in lines {
      if line.resumes, unknown.runsOn(last[...], into: line.text[...]) { resumed += 1 }
      last = line.text
      if !last.isEmpty { lengths.append(last.count) }
    }
    guard resumed > 0 else { return blocks }
    let wraps = LineWraps(lengths: lengths, resumed: resumed)
    var out: [Block] = []
    last = []
    for (block, line) in zip(blocks, lines) {
      if case .paragraph(let next) = block, case .paragraph(var before)? = out.last, line.resumes,
        wraps.runsOn(last[...], into: line.text[...])
      {
        before.text.append(" ".utf8, isStruck: false)
        before.text.append(next.text)
        before.after += next.after
        out[out.count - 1] = .paragraph(before)
      } else {
        out.append(block)
      }
      last = line.text
    }
    return out
  }

  /// The text of a paragraph that can be carried on, empty for any other block; it can itself carry a sentence on when
  /// it has neither number nor bullet.
  private func line(_ block: Block) -> (text: [UInt8], resumes: Bool) {
    guard case .paragraph(let paragraph) = block, paragraph.style == .body else { return ([], false) }
    return (paragraph.text.kept, paragraph.list == nil && paragraph.label.isEmpty)
  }

  private mutating func write(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): write(paragraph)
      case .table(let table): write(table)
      }
    }
  }

  private mutating func write(_ block: Paragraph) {
    let kept = block.text.kept
    switch style(of: block, kept) {
    case .title:
      leads.clear()
      append(block.text, form: .title)
    case .contents:
      append(block.text, label: block.label, form: .contents)
    case .heading(let level):
      heading(block.text, label: block.label, level: level)
    case .body:
      body(block, kept)
    }
    write(block.after)
  }

  private mutating func body(_ block: Paragraph, _ kept: [UInt8]) {
    let typed = block.list == nil && LineMarks.item(kept[...]) != nil
    guard let place = block.list ?? (typed ? ListPlace(list: -1, level: 0) : nil) else {
      if let passage = append(block.text, form: .paragraph) {
        leads.paragraph(passage, kept)
      }
      return
    }
    let lead = leads.lead(of: place)
    let form = isClause(block.label) ? Passage.Form.paragraph : .listItem
    if let passage = append(block.text, label: block.label, form: form, leadIn: lead) {
      leads.item(passage, at: place, kept)
    }
  }

  /// Opens a section under a heading; a heading without text opens none.
  mutating func heading(_ text: BlockText, label: String = "", level: Int) {
    guard !text.isEmpty else { return }
    let isStanding = !text.kept.isEmpty
    if isStanding {
      headings.removeAll { $0.level >= level }
      section += 1
      leads.clear()
      if !self.text.isEmpty { self.text.append(0x0A) }
    }
    let passage = append(text, label: label, form: .heading)
    if let passage, isStanding { headings.append((level, passage)) }
  }

  /// Writes what stands at the head or foot of every page: once, in a section of its own.
  mutating func running(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        running(paragraph.text)
        running(paragraph.after)
      case .table(let table):
        for row in table.rows { running(TableText(row).text) }
      }
    }
  }

  private mutating func running(_ line: BlockText) {
    let kept = line.kept
    let hasWords = kept.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    guard hasWords, running.insert(kept).inserted else { return }
    if running.count == 1 {
      headings = []
      leads.clear()
      section += 1
      if !text.isEmpty { text.append(0x0A) }
    }
    append(line, form: .paragraph)
  }

  // MARK: Tables

  private mutating func write(_ table: Table) {
    if table.isLayout {
      for row in table.rows { for cell in row.cells { write(cell) } }
      return
    }
    let lead = leads.ofTable
    let headers = table.headerRows
    var header: Int32?
    for (index, row) in table.rows.enumerated() {
      let read = TableText(row)
      let passage = self.row(read.text, number: index + 1, leadIn: header ?? lead)
      if index < headers, let passage { header = passage }
      write(read.below)
    }
    leads.clear()
  }

  /// Writes a row of a table or sheet; gives the position of its passage.
  @discardableResult
  mutating func row(_ text: BlockText, number: Int, leadIn: Int32?) -> Int32? {
    append(text, form: .tableRow, leadIn: leadIn, row: Int32(clamping: number))
  }

  // MARK: Passages

  /// Writes a block: what stands as one passage, and behind it each struck part as one of its own.
  ///
  /// The struck parts stand behind, so that what still holds reads as one sentence. Gives the position of the first
  /// passage, nil when there is no text.
  @discardableResult
  private mutating func append(
    _ block: BlockText, label: String = "", form: Passage.Form, leadIn: Int32? = nil, row: Int32? = nil
  ) -> Int32? {
    let (kept, struck) = (block.kept, block.struck)
    guard !kept.isEmpty || !struck.isEmpty else { return nil }
    paragraph += 1
    let first = Int32(passages.count)
    func passage(_ range: Range<Int>, _ number: Range<Int>?) -> Passage {
      var passage = Passage(
        range: range, form: form, section: section, headings: headings.map(\.passage), leadIn: leadIn,
        paragraph: paragraph, number: number)
      passage.row = row
      return passage
    }
    if !kept.isEmpty {
      let (range, number) = line(kept, label: label)
      passages.append(passage(range, number))
    }
    for part in struck {
      let (range, number) = line(part, label: kept.isEmpty ? label : "")
      var passage = passage(range, number)
      passage.isStruck = true
      passages.append(passage)
    }
    return first
  }

  /// Adds a line to the text; gives where it stands and its clause number.
  private mutating func line(_ bytes: [UInt8], label: String) -> (Range<Int>, number: Range<Int>?) {
    // A paragraph that is the first line of all has no line before it to end.
    if !text.isEmpty { text.append(0x0A) }
    let start = text.count
    text.append(contentsOf: label.utf8)
    if !label.isEmpty { text.append(0x20) }
    text.append(contentsOf: bytes)
    let range = start..<text.count
    guard !label.isEmpty else { return (range, LineMarks.number(in: text, at: range)) }
    return (range, LineMarks.number(in: text, label: start..<start + label.utf8.count))
  }

  // MARK: Style

  /// A label of several levels, or behind a word, numbers a clause; all others number items.
  private func isClause(_ label: String) -> Bool {
    let bytes = Array(label.utf8)
    guard let number = LineMarks.number(in: bytes, label: 0..<bytes.count) else { return false }
    let dots = bytes[number].count { $0 == 0x2E }
    return dots > 0 || bytes[number].contains(0x20)
  }

  /// The style that a block has, or that its looks tell: many documents only imitate headings.
  private func style(of block: Paragraph, _ kept: [UInt8]) -> Paragraph.Style {
    guard block.style == .body, let last = kept.last else { return block.style }
    if LineMarks.isContents(kept[...]) { return .contents }
    guard kept.count <= 110, !".;,:?!".utf8.contains(last), !kept.contains(0x0A), !kept.contains(0x09),
      kept.count(where: { $0 == 0x20 }) <= 11
    else { return .body }
    let label = Array(block.label.utf8)
    if let number = LineMarks.number(in: label, label: 0..<label.count) {
      let level = label[number].count { $0 == 0x2E } + 1
      // Clauses behind a word (`Artikel 6`) stand below the chapter that has a style.
      if label[number].contains(0x20) { return .heading(marksHeadings ? level + belowStyles : level) }
      return block.isBold || isCapitals(kept[...]) ? .heading(level) : .body
    }
    guard block.list == nil, LineMarks.item(kept[...]) == nil else { return .body }
    if let number = LineMarks.number(in: kept, at: 0..<kept.count) {
      let title = kept[number.upperBound...].drop { !isLetter($0) }
      guard let first = title.first, !(0x61...0x7A).contains(first) else { return .body }
      guard block.isBold || isCapitals(title) || !marksHeadings else { return .body }
      return .heading(kept[number].count { $0 == 0x2E } + 1)
    }
    guard let first = kept.first, isLetter(first), !(0x61...0x7A).contains(first) else { return .body }
    return block.isBold || isCapitals(kept[...]) ? .heading(looksOnly) : .body
  }

  private func isCapitals(_ bytes: ArraySlice<UInt8>) -> Bool {
    let letters = bytes.filter(isLetter)
    return letters.count >= 4 && !letters.contains { (0x61...0x7A).contains($0) }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0xC3
  }
}

/// Levels that styles have.
private let belowStyles = 9

/// The level of a heading that only its type shows: below all that have a style or a number.
private let looksOnly = 20
