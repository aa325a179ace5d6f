import Tenders

/// Finds the specifications and guides that texts name by a number of their own, such as `2024/12`, and that are not
/// among the documents.
struct NumberedDocuments {
  private let reading: Reading
  private var names: DocumentNames { reading.documentNames }

  init(_ reading: Reading) { self.reading = reading }

  /// Of these mentions, in the order of the text; each number once.
  func missing(_ mentions: [Mention]) -> [Coverage.Document] {
    var found: [(number: [UInt8], document: Coverage.Document)] = []
    let named = mentions.filter {
      let signal = reading.signal($0)
      return signal == .roleSpecification || signal == .roleGuide
    }
    for mention in named.sorted(by: Mention.isBefore) {
      guard let role = reading.signal(mention)?.role, !names.has(role), !names.hasUnknown,
        let range = number(behind: Int(mention.end))
      else { continue }
      let number = Array(reading.folded.bytes[range])
      guard !found.contains(where: { $0.number == number }), !names.contains(number) else { continue }
      let whole = Int(mention.start)..<range.upperBound
      let segment = Int(mention.segment)
      let place = reading.place(whole, in: segment)
      let name = reading.sourceText(whole, in: segment).split(whereSeparator: \.isWhitespace)
      found.append(
        (
          number,
          Coverage.Document(
            name: name.joined(separator: " "), kind: .unknown, role: role, state: .missing,
            hint: AnnexReader.hint(place), namedAt: place)
        ))
    }
    return found.map(\.document)
  }

  /// Digits in parts, behind a short word for "number" at most: `2024/12`, `nr. OV-2024-017`.
  private func number(behind end: Int) -> Range<Int>? {
    let bytes = reading.folded.bytes
    for start in starts(behind: end) {
      var last = start
      while last < bytes.count, isWordByte(bytes[last]) || isJoint(last) { last += 1 }
      let word = bytes[start..<last]
      let digits = word.count { (0x30...0x39).contains($0) }
      if digits >= 4, word.contains(where: { $0 == 0x2F || $0 == 0x2D }) { return start..<last }
    }
    return nil
  }

  private func isJoint(_ index: Int) -> Bool {
    let bytes = reading.folded.bytes
    guard bytes[index] == 0x2F || bytes[index] == 0x2D, index + 1 < bytes.count else { return false }
    return isWordByte(bytes[index + 1])
  }

  /// Where the number may begin: behind the space, or behind one short word and a sign.
  private func starts(behind end: Int) -> [Int] {
    let bytes = reading.folded.bytes
    guard end < bytes.count, bytes[end] == 0x20 else { return [] }
    var next = end + 1
    let first = next
    while next < bytes.count, isWordByte(bytes[next]) { next += 1 }
    guard next - first <= 3 else { return [first] }
    while next < min(bytes.count, first + 6), !isWordByte(bytes[next]), bytes[next] != 0x0A { next += 1 }
    return [first, next]
  }
}
