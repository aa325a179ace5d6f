import Tenders

/// Tells whether an annex that a statement points to is among the documents.
struct AnnexReader {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// The numbers and letters of the annexes that are there, by document name or by a line that begins with them.
  private func present() -> Set<[UInt8]> {
    var present: Set<[UInt8]> = []
    for text in reading.file.texts where text.role != .notice {
      let name = FoldedText(String(text.name.map { $0 == "_" || $0 == "." || $0 == "-" ? " " : $0 }))
      for mention in reading.lexicon.mentions(.grammar, in: name, [0], [-1])
      where reading.signal(mention) == .roleAnnex {
        present.formUnion(Self.mark(behind: Int(mention.end), in: name.bytes).map { [$0] } ?? [])
      }
    }
    for segment in reading.folded.segments.indices {
      let start = reading.folded.segments[segment].range.lowerBound
      let first = reading.mentions[reading.bySegment[segment]].first { reading.signal($0) == .roleAnnex }
      guard let first, Int(first.start) <= start + 4,
        reading.folded.segments[segment].range.count < Self.lineLength
      else { continue }
      present.formUnion(Self.mark(behind: Int(first.end), in: reading.folded.bytes).map { [$0] } ?? [])
    }
    return present
  }

  /// The findings, of which those that point to an annex that is there no longer say that it is missing.
  func confirmed(_ findings: [Finding]) -> [Finding] {
    guard findings.contains(where: { $0.gives.contains(Self.flag) }) else { return findings }
    let present = present()
    return findings.compactMap { finding in
      guard finding.gives.contains(Self.flag) else { return finding }
      let statement = reading.statements[finding.statement]
      let marks = reading.mentions[statement.mentions].filter { reading.signal($0) == .roleAnnex }.compactMap
      {
        Self.mark(behind: Int($0.end), in: reading.folded.bytes)
      }
      if marks.contains(where: { !present.contains($0) }) { return finding }
      var rest = finding
      rest.gives.removeAll { $0 == Self.flag }
      return rest.gives.isEmpty ? nil : rest
    }
  }

  static let flag = "annex-missing"
  /// A line that begins with an annex's name and is longer speaks of it; it is not its heading.
  private static let lineLength = 120

  /// The number or letter right behind the word for an annex: `7`, `b`, `iii`.
  private static func mark(behind end: Int, in bytes: [UInt8]) -> [UInt8]? {
    guard end < bytes.count, bytes[end] == 0x20 else { return nil }
    let word = Array(bytes[(end + 1)...].prefix { isWordByte($0) })
    let isNumber = word.allSatisfy { (0x30...0x39).contains($0) } && word.count <= 3
    let isRoman = word.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
    let isLettered = word.count == 2 && (0x61...0x7A).contains(word[0]) && (0x30...0x39).contains(word[1])
    return !word.isEmpty && (isNumber || isRoman || isLettered || word.count == 1) ? word : nil
  }
}
