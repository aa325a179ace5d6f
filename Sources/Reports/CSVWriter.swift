/// Writes rows of comma-separated values (RFC 4180) that no spreadsheet takes for formulas.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  private mutating func prepare() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  mutating func endRow() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    needsComma = false
  }

  /// Cells that were written before, at least one.
  mutating func cells(_ written: [UInt8]) {
    prepare()
    bytes.append(contentsOf: written)
  }

  // MARK: Cells

  mutating func cell(_ text: String?) {
    prepare()
    guard var text else { return }
    text.withUTF8 { append($0) }
  }

  /// Several values in one cell; empty when none of them says anything.
  mutating func cell(_ values: [String]) {
    guard values.contains(where: { !$0.isEmpty }) else { return prepare() }
    cell(values.joined(separator: " | "))
  }

  mutating func cell(_ number: Int?) {
    prepare()
    if let number { bytes.append(contentsOf: String(number).utf8) }
  }

  /// A number with a decimal point, in digits alone where a Double holds them exactly.
  mutating func cell(_ number: Double?) {
    prepare()
    guard let number, number.isFinite else { return }
    let isWhole = number == number.rounded() && abs(number) < 1e15
    bytes.append(contentsOf: (isWhole ? String(Int(number)) : "\(number)").utf8)
  }

  mutating func cell(_ answer: Bool) {
    prepare()
    bytes.append(contentsOf: (answer ? "true" : "false").utf8)
  }

  // MARK: Text

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.first else { return }
    var isPlain = true
    for byte in text where Self.isSpecial(byte) {
      isPlain = false
      break
    }
    // A spreadsheet runs what begins so; the apostrophe makes it text.
    let isFormula = Self.startsFormula(first)
    if isPlain {
      if isFormula { bytes.append(0x27) }
      return bytes.append(contentsOf: text)
    }
    bytes.append(0x22)
    if isFormula { bytes.append(0x27) }
    for byte in text {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(Self.isControl(byte) ? 0x20 : byte)
    }
    bytes.append(0x22)
  }

  /// `=`, `+`, `-`, `@`, tab, line feed and carriage return.
  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  /// Bytes that make quotes needed. The semicolon is no separator here, but is where spreadsheets write decimals
  /// with a comma.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x2C || byte == 0x3B || byte == 0x7F
  }

  /// What no cell needs and some readers stop at, or a terminal obeys.
  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
  }
}
