/// What an RTF file is made of.
enum RtfToken {
  case open, close
  /// A control word such as `\b0`, with its number; a symbol such as `\~` is a word of one character.
  case word(String, Int?)
  /// A byte in the code page of its font, from `\'e9`.
  case byte(UInt8)
  case text(ArraySlice<UInt8>)
}

/// Cuts RTF into tokens, never looking beyond its end.
struct RtfTokens: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> RtfToken? {
    // Line ends of the file mean nothing.
    while index < bytes.count, [0x0A, 0x0D, 0].contains(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x7B:
      index += 1
      return .open
    case 0x7D:
      index += 1
      return .close
    case 0x5C:
      index += 1
      return control()
    default:
      let start = index
      while index < bytes.count, !Self.ends.contains(bytes[index]) { index += 1 }
      return .text(bytes[start..<index])
    }
  }

  private static let ends: Set<UInt8> = [0x5C, 0x7B, 0x7D, 0x0A, 0x0D, 0]

  private mutating func control() -> RtfToken? {
    guard index < bytes.count else { return nil }
    let first = bytes[index]
    guard isLetter(first) else {
      index += 1
      if first == 0x27 { return hexadecimal() }
      if first == 0x0A || first == 0x0D { return .word("par", nil) }
      return .word(String(Character(Unicode.Scalar(first))), nil)
    }
    let start = index
    while index < bytes.count, isLetter(bytes[index]), index - start < 32 { index += 1 }
    let name = String(decoding: bytes[start..<index], as: UTF8.self)
    let number = self.number()
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    if name == "bin" {
      // Raw bytes, which may look like anything.
      index += Swift.min(Swift.max(0, number ?? 0), bytes.count - index)
    }
    return .word(name, number)
  }

  private mutating func number() -> Int? {
    let isNegative = index < bytes.count && bytes[index] == 0x2D
    var position = isNegative ? index + 1 : index
    var value = 0
    var digits = 0
    while position < bytes.count, (0x30...0x39).contains(bytes[position]), digits < 10 {
      value = value * 10 + Int(bytes[position] - 0x30)
      digits += 1
      position += 1
    }
    guard digits > 0 else { return nil }
    index = position
    return isNegative ? -value : value
  }

  private mutating func hexadecimal() -> RtfToken? {
    guard index + 1 < bytes.count else {
      index = bytes.count
      return nil
    }
    let digits = String(decoding: bytes[index..<index + 2], as: UTF8.self)
    index += 2
    return .byte(UInt8(digits, radix: 16) ?? 0x3F)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
