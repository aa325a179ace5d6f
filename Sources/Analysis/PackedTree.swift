/// Reads the tree of a rule file that was packed into the program: what a YAML parser would give, without parsing.
struct PackedTree {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// The root of a packed tree; nil when it is empty or damaged.
  static func read(_ packed: StaticString) -> YAMLValue? {
    packed.withUTF8Buffer { bytes in
      var reader = PackedTree(bytes: bytes)
      return reader.value()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func value() -> YAMLValue? {
    guard position + 1 < bytes.count else { return nil }
    let kind = bytes[position]
    position += 2
    guard let line = number(), let column = number(), let count = number() else { return nil }
    switch kind {
    case 0x73:  // s
      guard position + count <= bytes.count else { return nil }
      let text = String(decoding: bytes[position..<position + count], as: UTF8.self)
      position += count
      return YAMLValue(content: .scalar(text), line: line, column: column)
    case 0x6C:  // l
      var items: [YAMLValue] = []
      items.reserveCapacity(count)
      for _ in 0..<count {
        guard let item = value() else { return nil }
        items.append(item)
      }
      return YAMLValue(content: .sequence(items), line: line, column: column)
    case 0x6D:  // m
      var pairs: [(key: YAMLValue, value: YAMLValue)] = []
      pairs.reserveCapacity(count)
      for _ in 0..<count {
        guard let key = value(), let inner = value() else { return nil }
        pairs.append((key, inner))
      }
      return YAMLValue(content: .mapping(pairs), line: line, column: column)
    default: return nil
    }
  }

  /// A number and the space after it.
  private mutating func number() -> Int? {
    var number = 0
    var digits = 0
    while position < bytes.count, (0x30...0x39).contains(bytes[position]), digits < 9 {
      number = number * 10 + Int(bytes[position] - 0x30)
      digits += 1
      position += 1
    }
    guard digits > 0, position < bytes.count, bytes[position] == 0x20 else { return nil }
    position += 1
    return number
  }
}
