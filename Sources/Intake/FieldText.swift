import XML

/// The reading of short fields, alike in every notice format.
enum FieldText {
  /// A field's text on one line: white space (also no-break) as single spaces, invisible characters dropped.
  /// Nil when nothing is left, or when the value was withheld or is a template's placeholder.
  static func normal(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { stated(oneLine([$0])) }
  }

  /// The same for UTF-8 text in parts, which are joined with a space.
  static func normal(_ parts: [UnsafeBufferPointer<UInt8>]) -> String? { stated(oneLine(parts)) }

  private static func oneLine(_ parts: [UnsafeBufferPointer<UInt8>]) -> String {
    let capacity = parts.reduce(parts.count) { $0 + $1.count }
    return String(unsafeUninitializedCapacity: capacity) { out in
      var count = 0
      for part in parts {
        var gap = count > 0
        var index = 0
        while index < part.count {
          let (length, role) = character(in: part, at: index)
          switch role {
          case .space: gap = count > 0
          case .invisible: break
          case .visible:
            if gap {
              out[count] = UInt8(ascii: " ")
              count += 1
              gap = false
            }
            for byte in part[index..<index + length] {
              out[count] = byte
              count += 1
            }
          }
          index += length
        }
      }
      return count
    }
  }

  private enum Role { case visible, space, invisible }

  /// The byte, or the bytes of a character that is white space or invisible, at an index.
  @inline(__always)
  private static func character(
    in text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (length: Int, role: Role) {
    let first = text[index]
    if first < 0x80 { return (1, first == 0x20 || (0x09...0x0D).contains(first) ? .space : .visible) }
    guard index + 1 < text.count else { return (1, .visible) }
    let second = text[index + 1]
    if first == 0xC2 {
      switch second {
      case 0x85, 0xA0: return (2, .space)
      case 0xAD: return (2, .invisible)
      default: return (1, .visible)
      }
    }
    guard first == 0xE1 || first == 0xE2 || first == 0xE3 || first == 0xEF, index + 2 < text.count
    else { return (1, .visible) }
    switch (first, second, text[index + 2]) {
    // U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return (3, .space)
    // U+200B to U+200D, U+2060, U+FEFF.
    case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return (3, .invisible)
    default: return (1, .visible)
    }
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
    return text.withUnsafeBufferPointer { text in
      var parts = children(element, "P").map { UnsafeBufferPointer(rebasing: text[textRange($0)]) }
      if parts.isEmpty { parts = [UnsafeBufferPointer(rebasing: text[textRange(element)])] }
      return FieldText.normal(parts)
    }
  }

  /// The normal value of an attribute.
  func value(_ element: Element?, attribute name: String) -> String? {
    guard let element, let value = attribute(element, name) else { return nil }
    return FieldText.normal(value)
  }
}
