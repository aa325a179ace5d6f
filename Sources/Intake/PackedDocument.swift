import Tenders

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An extracted document as bytes: its text as it is, and its passages as numbers.
enum PackedDocument {
  static func pack(_ outcome: Result<ExtractedDocument, ExtractionError>) -> Data {
    var writer = Writer()
    switch outcome {
    case .success(let document):
      writer.number(0)
      writer.bytes(document.text)
      writer.optional(document.pages)
      writer.string(document.hint)
      writer.number(document.passages.count)
      for passage in document.passages { writer.passage(passage) }
    case .failure(let error):
      writer.number(1)
      writer.string(error.state.rawValue)
      writer.optional(error.pages)
      writer.string(error.hint)
    }
    return writer.data
  }

  /// Nil for bytes that are not what was packed.
  static func unpack(_ data: Data) -> Result<ExtractedDocument, ExtractionError>? {
    data.withUnsafeBytes { buffer in
      var reader = Reader(buffer: buffer)
      let outcome = reader.number() == 0 ? document(&reader).map { .success($0) } : failure(&reader)
      return reader.isAtEnd && !reader.failed ? outcome : nil
    }
  }

  private static func failure(_ reader: inout Reader) -> Result<ExtractedDocument, ExtractionError>? {
    guard let state = reader.string().flatMap(Coverage.State.init(rawValue:)) else { return nil }
    let pages = reader.optional()
    return .failure(ExtractionError(state, reader.string() ?? "", pages: pages))
  }

  private static func document(_ reader: inout Reader) -> ExtractedDocument? {
    guard let text = reader.bytes() else { return nil }
    let pages = reader.optional()
    let hint = reader.string()
    guard let count = reader.number(), (0...reader.buffer.count).contains(count) else { return nil }
    var passages: [Passage] = []
    passages.reserveCapacity(count)
    for _ in 0..<count {
      guard let passage = reader.passage(within: text.count) else { return nil }
      passages.append(passage)
    }
    var document = ExtractedDocument(text: text, passages: passages, pages: pages)
    document.hint = hint
    return document
  }

  private struct Writer {
    var data = Data()

    /// Seven bits a byte, the lowest first; negative numbers stand between the others.
    mutating func number(_ value: Int) {
      var rest = UInt64(bitPattern: Int64(value << 1 ^ value >> (Int.bitWidth - 1)))
      while rest >= 0x80 {
        data.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      data.append(UInt8(rest))
    }

    mutating func optional(_ value: Int?) {
      number(value == nil ? 0 : 1)
      if let value { number(value) }
    }

    mutating func optional(_ value: Int32?) { optional(value.map(Int.init)) }

    mutating func bytes(_ bytes: [UInt8]) {
      number(bytes.count)
      data.append(contentsOf: bytes)
    }

    mutating func range(_ range: Range<Int>) {
      number(range.lowerBound)
      number(range.count)
    }

    mutating func string(_ text: String?) {
      number(text == nil ? 0 : 1)
      if let text { bytes(Array(text.utf8)) }
    }

    mutating func passage(_ passage: Passage) {
      range(passage.range)
      number(passage.gaps.count)
      for gap in passage.gaps { range(gap) }
      number(Passage.Form.allCases.firstIndex(of: passage.form) ?? 0)
      string(passage.language)
      number(passage.stage.flatMap(Stage.allCases.firstIndex(of:)).map { $0 + 1 } ?? 0)
      number(Int(passage.section))
      number(passage.headings.count)
      for heading in passage.headings { number(Int(heading)) }
      optional(passage.leadIn)
      optional(passage.page)
      optional(passage.paragraph)
      optional(passage.row)
      number(passage.isStruck ? 1 : 0)
      number(passage.number == nil ? 0 : 1)
      if let number = passage.number { range(number) }
    }
  }

  private struct Reader {
    let buffer: UnsafeRawBufferPointer
    var index = 0
    var failed = false

    init(buffer: UnsafeRawBufferPointer) { self.buffer = buffer }

    var isAtEnd: Bool { index == buffer.count }

    mutating func number() -> Int? {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while index < buffer.count, shift < 64 {
        let byte = buffer[index]
        index += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)) }
        shift += 7
      }
      failed = true
      return nil
    }

    mutating func optional() -> Int? { number() == 1 ? number() : nil }

    mutating func short() -> Int32? { number().flatMap { Int32(exactly: $0) } }

    mutating func optionalShort() -> Int32? { optional().flatMap { Int32(exactly: $0) } }

    mutating func bytes() -> [UInt8]? {
      guard let count = number(), count >= 0, count <= buffer.count - index else { return nil }
      defer { index += count }
      return Array(buffer[index..<index + count])
    }

    mutating func range(within size: Int) -> Range<Int>? {
      guard let start = number(), let count = number(), start >= 0, count >= 0, start <= size,
        count <= size - start
      else { return nil }
      return start..<start + count
    }

    mutating func string() -> String? {
      number() == 1 ? bytes().map { String(decoding: $0, as: UTF8.self) } : nil
    }

    mutating func passage(within size: Int) -> Passage? {
      guard let range = range(within: size), let gaps = number(), (0...range.count).contains(gaps) else {
        return nil
      }
      var passage = Passage(range: range)
      for _ in 0..<gaps {
        guard let gap = self.range(within: size) else { return nil }
        passage.gaps.append(gap)
      }
      guard let form = number(), Passage.Form.allCases.indices.contains(form) else { return nil }
      passage.form = Passage.Form.allCases[form]
      passage.language = string()
      guard let stage = number(), (0...Stage.allCases.count).contains(stage) else { return nil }
      passage.stage = stage == 0 ? nil : Stage.allCases[stage - 1]
      guard let section = short(), let headings = number(), (0...buffer.count).contains(headings) else {
        return nil
      }
      passage.section = section
      for _ in 0..<headings {
        guard let heading = short() else { return nil }
        passage.headings.append(heading)
      }
      passage.leadIn = optionalShort()
      passage.page = optionalShort()
      passage.paragraph = optionalShort()
      passage.row = optionalShort()
      passage.isStruck = number() == 1
      if number() == 1 {
        guard let number = self.range(within: size) else { return nil }
        passage.number = number
      }
      return passage
    }
  }
}
