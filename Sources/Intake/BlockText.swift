/// The text of one block while it is put together: what stands, and what is struck through.
struct BlockText {
  private var spans: [(bytes: [UInt8], isStruck: Bool)] = []

  init() {}

  init(_ text: String) { append(text.utf8, isStruck: false) }

  mutating func append(_ bytes: some Sequence<UInt8>, isStruck: Bool) {
    if spans.isEmpty || spans[spans.count - 1].isStruck != isStruck { spans.append(([], isStruck)) }
    spans[spans.count - 1].bytes.append(contentsOf: bytes)
  }

  mutating func append(_ other: BlockText) {
    for span in other.spans { append(span.bytes, isStruck: span.isStruck) }
  }

  var isEmpty: Bool { spans.allSatisfy { Self.tidy($0.bytes).isEmpty } }

  /// All of it as it was added.
  var whole: [UInt8] { spans.flatMap(\.bytes) }

  /// All of it as one line without white space around it.
  var line: String { String(decoding: Self.tidy(whole), as: UTF8.self) }

  /// What stands, tidied. Empty when at most punctuation stands, since then all of the block was struck.
  var kept: [UInt8] {
    let kept = Self.tidy(spans.filter { !$0.isStruck }.flatMap(\.bytes))
    guard spans.contains(where: \.isStruck) else { return kept }
    return kept.contains(where: isWord) ? kept : []
  }

  /// The struck parts in order, tidied: one for each stretch, or all of the block when nothing else stands.
  var struck: [[UInt8]] {
    let parts = spans.filter(\.isStruck).map { Self.tidy($0.bytes) }.filter { !$0.isEmpty }
    if parts.isEmpty { return [] }
    return kept.isEmpty ? [Self.tidy(spans.flatMap(\.bytes))] : parts
  }

  /// Drops the separators of empty cells at the end of a row.
  mutating func dropSeparators() {
    while let last = spans.last, !last.isStruck {
      let bytes = last.bytes.reversed().drop { $0 == 0x20 || $0 == 0x7C || $0 == 0x0A }
      spans[spans.count - 1].bytes = bytes.reversed()
      guard bytes.isEmpty else { return }
      spans.removeLast()
    }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte >= 0xC3
  }

  /// White space as it is meant: one space, tab or line feed between words, none at the ends. Soft hyphens, which
  /// only say where a word may break, go.
  private static func tidy(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var pending: UInt8 = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 || byte == 0x7F {
        pending = stronger(pending, byte)
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xAD {
        index += 1
      } else {
        if pending != 0, !out.isEmpty { out.append(pending) }
        pending = 0
        out.append(byte)
      }
      index += 1
    }
    return out
  }

  /// A line feed outweighs a tab, and a tab a space.
  private static func stronger(_ pending: UInt8, _ byte: UInt8) -> UInt8 {
    if byte == 0x0A || pending == 0x0A { return 0x0A }
    return byte == 0x09 || pending == 0x09 ? 0x09 : 0x20
  }
}
