import Analysis
import Tenders

/// Finds the paragraphs of a tender in which quotes stand.
struct QuoteContext {
  /// A piece of a paragraph.
  struct Piece: Equatable {
    var text: String
    var isQuote: Bool
  }

  /// A paragraph with its quotes marked.
  struct Paragraph {
    /// What introduces the list or table that it belongs to.
    var leadIn: String?
    var pieces: [Piece]
    /// The number of its clause, as the document writes it.
    var clause: String?
    /// The first of its quotes.
    var evidence: Evidence
  }

  private let texts: [SourceText]

  init(_ texts: [SourceText]) { self.texts = texts }

  /// Text around a quote that is shown, in bytes, on each side.
  private static let margin = 360

  /// The paragraphs of quotes, in the order of their first quotes; a quote stands alone where its paragraph cannot be
  /// found.
  func paragraphs(of evidence: [Evidence]) -> [Paragraph] {
    var found: [(passage: [Int], quotes: [Range<Int>], evidence: Evidence)] = []
    for evidence in evidence {
      guard let (text, passage, range) = locate(evidence) else {
        found.append(([], [], evidence))
        continue
      }
      if let before = found.firstIndex(where: { $0.passage == [text, passage] }) {
        found[before].quotes.append(range)
      } else {
        found.append(([text, passage], [range], evidence))
      }
    }
    return found.map { passage, quotes, evidence in
      guard passage.count == 2 else {
        return Paragraph(
          leadIn: nil, pieces: [Piece(text: evidence.quote, isQuote: true)], clause: nil, evidence: evidence)
      }
      let source = texts[passage[0]]
      let place = source.passages[passage[1]]
      let leadIn = place.leadIn.map { string(source, source.passages[Int($0)].range) }
      return Paragraph(
        // A long one is a paragraph of its own rather than an introduction.
        leadIn: leadIn.flatMap { $0.utf8.count <= 2 * Self.margin ? $0 : nil },
        pieces: pieces(of: source, place, Self.joined(quotes)),
        clause: place.number.map { trimmed(string(source, $0)) }, evidence: evidence)
    }
  }

  // MARK: Finding

  /// The text and passage of a quote, by position, and its bytes.
  private func locate(_ evidence: Evidence) -> (text: Int, passage: Int, range: Range<Int>)? {
    for (position, source) in texts.enumerated() where source.name == evidence.place.document {
      if let (passage, range) = locate(evidence, in: source) { return (position, passage, range) }
    }
    return nil
  }

  private func locate(_ evidence: Evidence, in source: SourceText) -> (passage: Int, range: Range<Int>)? {
    guard let xpath = evidence.place.xpath else {
      guard let range = bytes(evidence.place, from: 0, in: source), string(source, range) == evidence.quote
      else { return nil }
      return passage(around: range, in: source).map { ($0, range) }
    }
    for (position, passage) in source.passages.enumerated() {
      guard let element = passage.element, source.locate?(element).xpath == xpath,
        let range = bytes(evidence.place, from: passage.range.lowerBound, in: source),
        string(source, range) == evidence.quote, passage.range.contains(range)
      else { continue }
      return (position, range)
    }
    return nil
  }

  private func passage(around range: Range<Int>, in source: SourceText) -> Int? {
    source.passages.firstIndex { $0.range.contains(range) }
  }

  /// Places count Unicode scalars, texts bytes.
  private func bytes(_ place: Place, from start: Int, in source: SourceText) -> Range<Int>? {
    let text = source.text
    var index = start
    func skip(_ scalars: Int) -> Bool {
      var left = scalars
      while index < text.count {
        if text[index] & 0xC0 != 0x80 {
          if left == 0 { return true }
          left -= 1
        }
        index += 1
      }
      return left == 0
    }
    guard skip(place.offset) else { return nil }
    let first = index
    guard skip(place.length) else { return nil }
    return first..<index
  }

  // MARK: Cutting

  /// Quotes in the order of the text; those that overlap are one.
  private static func joined(_ quotes: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for quote in quotes.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, quote.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, quote.upperBound)
      } else {
        joined.append(quote)
      }
    }
    return joined
  }

  /// The paragraph in pieces, without running titles inside it and without what stands far from its quotes.
  private func pieces(of source: SourceText, _ passage: Passage, _ quotes: [Range<Int>]) -> [Piece] {
    guard let first = quotes.first, let last = quotes.last else { return [] }
    let whole = passage.range
    let start = cut(
      source, max(whole.lowerBound, first.lowerBound - Self.margin), whole.lowerBound, forward: true)
    let end = cut(
      source, min(whole.upperBound, last.upperBound + Self.margin), whole.upperBound, forward: false)
    var pieces: [Piece] = []
    func add(_ text: String, isQuote: Bool) {
      if !text.isEmpty { pieces.append(Piece(text: text, isQuote: isQuote)) }
    }
    if start > whole.lowerBound { add("[…] ", isQuote: false) }
    var from = start
    for quote in quotes {
      add(without(passage.gaps, source, from..<quote.lowerBound), isQuote: false)
      add(without(passage.gaps, source, quote), isQuote: true)
      from = quote.upperBound
    }
    add(without(passage.gaps, source, from..<end), isQuote: false)
    if end < whole.upperBound { add(" […]", isQuote: false) }
    return pieces
  }

  private func without(_ gaps: [Range<Int>], _ source: SourceText, _ range: Range<Int>) -> String {
    var text = ""
    var from = range.lowerBound
    for gap in gaps where gap.overlaps(range) {
      if gap.lowerBound > from { text += string(source, from..<gap.lowerBound) }
      text += " […] "
      from = min(gap.upperBound, range.upperBound)
    }
    return text + string(source, from..<range.upperBound)
  }

  /// Moves a cut to the next space towards the quote, unless it is at the edge of the paragraph.
  private func cut(_ source: SourceText, _ position: Int, _ edge: Int, forward: Bool) -> Int {
    guard position != edge else { return edge }
    var position = position
    for _ in 0..<Self.margin {
      if source.text[forward ? position : position - 1] <= 0x20 { return position }
      position += forward ? 1 : -1
    }
    return position
  }

  private func string(_ source: SourceText, _ range: Range<Int>) -> String {
    String(decoding: source.text[range], as: UTF8.self)
  }

  private func trimmed(_ text: String) -> String {
    let blank: (Character) -> Bool = { $0.isWhitespace }
    var text = text.drop(while: blank)
    while let last = text.last, blank(last) || last == "." { text.removeLast() }
    return String(text)
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
