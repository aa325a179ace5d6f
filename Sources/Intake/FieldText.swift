import XML

/// The reading of short fields, alike in every notice format.
enum FieldText {
  /// A field's text on one line: white space (also no-break) as single spaces, invisible characters dropped,
  /// canonically composed. Nil when nothing is left, or when the value was withheld or is a template's placeholder.
  static func normal(_ text: String) -> String? {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return stated(text) }
    var out = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: continue
      default: break
      }
      if scalar.properties.isWhitespace {
        gap = !out.isEmpty
      } else {
        if gap { out.append(" ") }
        gap = false
        out.append(scalar)
      }
    }
    return stated(String(out))
  }

  private static func stated(_ text: String) -> String? {
    if text.isEmpty || text == "unpublished" { return nil }
    if text.hasPrefix("${"), text.hasSuffix("}") { return nil }
    return text
  }

  /// A plain number as stated, also `1 234,50` and `1,234.50`; nil for anything else.
  static func number(_ text: String) -> Double? {
    var digits = text.filter { !$0.isWhitespace }
    let commas = digits.count { $0 == "," }
    let dots = digits.count { $0 == "." }
    if commas == 1, dots == 0 {
      digits = digits.replacing(",", with: ".")
    } else if commas > 0, dots <= 1 {
      digits = digits.replacing(",", with: "")
    }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B })
    else { return nil }
    return Double(digits)
  }

  /// The date of `2026-07-16+00:00`, `20260716` and the like as `YYYY-MM-DD`.
  static func date(_ text: String) -> String? {
    let digits = text.utf8.drop { $0 <= 0x20 }.prefix(10).filter { $0 != 0x2D }.prefix(8)
    guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let plain = String(decoding: digits, as: UTF8.self)
    return "\(plain.prefix(4))-\(plain.dropFirst(4).prefix(2))-\(plain.suffix(2))"
  }
}

extension Document {
  /// The normal text of an element's whole content; `<P>` children are joined with a space.
  func value(_ element: Element?) -> String? {
    guard let element else { return nil }
    let paragraphs = mentions("P") ? children(element, "P").map { string($0) } : []
    return FieldText.normal(paragraphs.isEmpty ? string(element) : paragraphs.joined(separator: " "))
  }

  /// The normal value of an attribute.
  func value(_ element: Element?, attribute name: String) -> String? {
    guard let element, let value = attribute(element, name) else { return nil }
    return FieldText.normal(value)
  }
}
