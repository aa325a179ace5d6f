import Tenders
import Testing

@testable import Analysis

/// Text within a passage that is none of it: where a page breaks a sentence.
@Suite struct GapTests {
  private func folded(_ parts: [(text: String, isGap: Bool)], before: String = "") -> (FoldedText, [UInt8]) {
    var text = Array(before.utf8)
    var passage = Passage(range: 0..<0)
    let start = text.count
    for part in parts {
      if part.isGap { passage.gaps.append(text.count..<text.count + part.text.utf8.count) }
      text += Array(part.text.utf8)
    }
    passage.range = start..<text.count
    let source = SourceText(
      name: "a", role: .other, text: text, passages: [Passage(range: 0..<start), passage])
    return (FoldedText([source]), text)
  }

  private func string(_ folded: FoldedText) -> String {
    String(decoding: folded.bytes[folded.segments[1].range], as: UTF8.self)
  }

  @Test func whatStandsInAGapIsNotRead() throws {
    let (folded, _) = folded([
      ("De  keten\n", false), ("12\n\u{0C}Bestek\n", true), ("Wordt ÉÉN geheel.", false),
    ])
    let range = folded.segments[1].range
    #expect(String(decoding: folded.bytes[range], as: UTF8.self) == "de keten wordt een geheel.")
  }

  @Test func aWordGoesOnBehindAGap() {
    let (folded, _) = folded([
      ("natuur-\n", false), ("- 1 -\n\u{0C}Kop\n", true), ("steen uit de groeve", false),
    ])
    #expect(
      string(folded) == "natuursteen uit de groeve")
  }

  @Test func theHyphenOfUnicodeBreaksWordsToo() {
    let (folded, _) = folded([("onder\u{2010}\nnemer, CO\u{2010}\nuitstoot", false)])
    #expect(string(folded) == "ondernemer, co- uitstoot")
  }

  @Test func eachByteKnowsWhereItCameFrom() {
    let (folded, text) = folded(
      [
        ("Eén  natuur-\n", false), ("1\n", true), ("steen, dan\n", false), ("2\n", true),
        ("de groeve", false),
      ],
      before: "Vooraf.\n")
    for index in folded.segments[1].range {
      let byte = folded.bytes[index]
      guard byte != 0x20, text[folded.origin(index)] < 0x80 else { continue }
      #expect(text[folded.origin(index)] | 0x20 == byte)
    }
    #expect(folded.origin(folded.segments[1].range.upperBound - 1) == text.count - 1)
  }
}
