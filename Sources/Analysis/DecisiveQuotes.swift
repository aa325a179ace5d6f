public import Tenders

extension LabelledCase {
  /// Whether evidence stands on any character of a decisive sentence, white space aside; nil when the case names none.
  ///
  /// - Parameter texts: the case's documents as they were read, in which the places of the evidence count.
  public func isQuoted(by evidence: [Evidence], in texts: [SourceText]) -> Bool? {
    let quotes = truth.quotes.map { BareText(Array($0.utf8)).bytes }.filter { !$0.isEmpty }
    guard !quotes.isEmpty else { return nil }
    return texts.contains { text in
      let places = evidence.map(\.place).filter { $0.document == text.name }
      guard !places.isEmpty else { return false }
      let bare = BareText(text.text)
      let quoted = places.map { bare.range(offset: $0.offset, length: $0.length) }
      return quotes.contains { quote in
        bare.ranges(of: quote).contains { range in quoted.contains { $0.overlaps(range) } }
      }
    }
  }

  /// Decisive sentences that stand in none of the documents: a slip in the label.
  public var strayQuotes: [String] {
    let bare = documents.map { BareText(Array($0.text.utf8)) }
    return truth.quotes.filter { quote in
      let wanted = BareText(Array(quote.utf8)).bytes
      return !bare.contains { !$0.ranges(of: wanted).isEmpty }
    }
  }
}

/// A text without its white space.
private struct BareText {
  private(set) var bytes: [UInt8] = []
  /// For each Unicode scalar of the whole text the bytes that are left before it.
  private var before: [Int] = []

  init(_ text: [UInt8]) {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      before.append(bytes.count)
      if !scalar.properties.isWhitespace {
        bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    before.append(bytes.count)
  }

  /// The bytes that are left of a range of Unicode scalars.
  func range(offset: Int, length: Int) -> Range<Int> {
    func place(_ index: Int) -> Int { before[min(max(0, index), before.count - 1)] }
    return place(offset)..<max(place(offset), place(offset + length))
  }

  /// Every place where other bytes stand.
  func ranges(of wanted: [UInt8]) -> [Range<Int>] {
    guard let first = wanted.first, wanted.count <= bytes.count else { return [] }
    return (0...(bytes.count - wanted.count)).filter { start in
      bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
    }.map { $0..<($0 + wanted.count) }
  }
}
