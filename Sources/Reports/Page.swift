/// A page of text for a terminal or a file: wrapped at a width, with styles if they are wanted.
///
/// Everything that is put on it is made safe for a terminal here, so that no field of a tender can be forgotten.
struct Page {
  /// How a text stands out; plain when the page has no color.
  enum Style: String {
    case plain = ""
    case strong = "\u{1B}[1m"
    case faint = "\u{1B}[2m"
    case signal = "\u{1B}[33m"
  }

  let language: ReportLanguage
  let width: Int
  let color: Bool
  private(set) var text = ""

  init(language: ReportLanguage, width: Int, color: Bool) {
    self.language = language
    // Narrower than this, a label and its value no longer fit side by side.
    self.width = max(width, 60)
    self.color = color
  }

  // MARK: Blocks

  mutating func title(_ title: String, mark: Character) {
    let lines = wrapped(title, first: width, rest: width)
    for line in lines { put(line, style: .strong) }
    put(String(repeating: mark, count: min(width, lines.map(\.count).max() ?? 0)))
  }

  mutating func blank() {
    // Sections set themselves apart; two in a row need one empty line.
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  mutating func heading(_ phrase: Phrase, indent: Int = 0) {
    blank()
    paragraph(phrase[language], indent: indent, style: .strong)
  }

  /// A text wrapped under its first line, which stands `hanging` columns to the left of the others.
  mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int = 0, style: Style = .plain) {
    let lines = wrapped(text, first: width - indent, rest: width - indent - hanging)
    for (position, line) in lines.enumerated() {
      put(line, indent: indent + (position == 0 ? 0 : hanging), style: style)
    }
  }

  mutating func paragraph(_ phrase: Phrase, indent: Int = 0, hanging: Int = 0, style: Style = .plain) {
    paragraph(phrase[language], indent: indent, hanging: hanging, style: style)
  }

  /// Labels in one column, values wrapped in the next.
  mutating func fields(_ fields: [(label: Phrase, value: String)], indent: Int = 0) {
    let column = min(fields.map { $0.label[language].count }.max() ?? 0, width / 2)
    for field in fields {
      let label = padded(field.label[language], to: column)
      let lines = wrapped(field.value, first: width - indent - column - 2, rest: width - indent - column - 2)
      for (position, line) in lines.enumerated() {
        let left = position == 0 ? label : padded("", to: column)
        put("\(left)  \(line)", indent: indent)
      }
    }
  }

  /// Names in one column, numbers to the right of them.
  mutating func counts(_ rows: [(name: String, numbers: [String])], indent: Int) {
    let names = rows.map { shortened(Terminal.safe($0.name), to: width - indent - 24) }
    let column = names.map(\.count).max() ?? 0
    for (name, row) in zip(names, rows) {
      let numbers = row.numbers.map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }
      put(padded(name, to: column) + numbers.joined(), indent: indent)
    }
  }

  /// Columns of names; the first gives way when the page is narrow, and rows become lines when that is not enough.
  mutating func table(_ rows: [[String]], indent: Int, after: (Int, inout Page) -> Void) {
    let safe = rows.map { $0.map { Terminal.safe($0) } }
    let columns = safe.first?.count ?? 0
    var widths = (0..<columns).map { column in safe.map { $0[column].count }.max() ?? 0 }
    let room = width - indent - widths.dropFirst().reduce(0) { $0 + $1 + 2 }
    if let first = widths.first { widths[0] = min(first, room) }
    for (position, row) in safe.enumerated() {
      if room < 16 {
        paragraph(row.filter { !$0.isEmpty }.joined(separator: ", "), indent: indent, hanging: 2)
      } else {
        let cells = row.enumerated().map { padded(shortened($1, to: widths[$0]), to: widths[$0]) }
        var line = cells.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        put(line, indent: indent)
      }
      after(position, &self)
    }
  }

  // MARK: Lines

  private mutating func put(_ line: String, indent: Int = 0, style: Style = .plain) {
    text += String(repeating: " ", count: indent)
    text += color && style != .plain ? "\(style.rawValue)\(line)\u{1B}[0m" : line
    text += "\n"
  }

  /// The lines of a text. A word longer than a line stays whole: an XPath or an address is there to be copied.
  private func wrapped(_ text: String, first: Int, rest: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in Terminal.safe(text).split(separator: " ") {
      let room = lines.isEmpty ? first : rest
      let count = word.count
      if length > 0, length + 1 + count > room {
        lines.append(line)
        line = ""
        length = 0
      }
      if length > 0 { line += " " }
      line += word
      length += count + (length > 0 ? 1 : 0)
    }
    lines.append(line)
    return lines
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Leaves out the middle of a name: its beginning and its ending tell files apart.
  private func shortened(_ text: String, to width: Int) -> String {
    let count = text.count
    guard count > width, width > 3 else { return text }
    let head = (width - 1) / 2
    return text.prefix(head) + "…" + text.suffix(width - 1 - head)
  }
}
