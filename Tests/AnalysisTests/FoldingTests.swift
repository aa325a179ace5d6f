import Tenders
import Testing

@testable import Analysis

@Suite struct FoldingTests {
  @Test(
    "different ways of writing fold to the same text",
    arguments: [
      ("KETEN", "keten"),
      ("kéten", "keten"),
      ("ke\u{301}ten", "keten"),
      ("ke\u{AD}ten", "keten"),
      ("ke\u{200B}ten", "keten"),
      ("ke-\nten", "keten"),
      ("ke-\r\n   ten", "keten"),
      ("ke\u{AD}\nten", "keten"),
      ("in\u{A0}de \t\n keten", "in de keten"),
      ("  rand  ", "rand"),
      ("Straße", "strasse"),
      ("Œuvre æ ĳs", "oeuvre ae ijs"),
      ("ÀÉÎÕÜ ÇÑ ŠŽ Łódź", "aeiou cn sz lodz"),
      ("l’eau ʼs `t", "l'eau 's 't"),
      ("“a” «b»", "\"a\" \"b\""),
      ("a–b—c−d‑e", "a-b-c-d-e"),
      ("en … toen", "en ... toen"),
      ("ﬁets ﬂes", "fiets fles"),
      ("", ""),
      (" \n\t ", ""),
    ])
  func folds(written: String, folded: String) {
    #expect(String(decoding: FoldedText.fold(written), as: UTF8.self) == folded)
  }

  @Test(
    "a hyphen stays behind a capital, before a capital and within a line, without the line's end",
    arguments: [
      ("OECD-\nrichtlijn", "oecd-richtlijn"), ("Noord-\n  Holland", "noord-holland"),
      ("in- en uit", "in- en uit"),
      ("2025-\n2026", "2025-2026"), ("keten-analyse", "keten-analyse"), ("steen -\nbreed", "steen - breed"),
    ])
  func keepsHyphens(written: String, folded: String) {
    #expect(String(decoding: FoldedText.fold(written), as: UTF8.self) == folded)
  }

  @Test("what has no folded form stays as it is")
  func others() {
    #expect(FoldedText.fold("цепь 链 €") == Array("цепь 链 €".utf8))
  }

  @Test("bytes that are cut off in a character do not fail")
  func brokenBytes() {
    for bytes: [UInt8] in [[0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0x80], [0xFF, 0x61], [0x61, 0xED]] {
      let folded = FoldedText([text(bytes, [0..<bytes.count])])
      #expect(folded.segments.count == 1)
      for position in folded.bytes.indices { #expect((0...bytes.count).contains(folded.origin(position))) }
    }
  }

  @Test("passages fold apart: nothing runs from one into the next")
  func passages() {
    let bytes = Array("due\ndiligence ".utf8)
    let folded = FoldedText([text(bytes, [0..<3, 4..<14]), text(Array("x".utf8), [0..<1])])
    #expect(String(decoding: folded.bytes, as: UTF8.self) == "due\ndiligence\nx\n")
    #expect(folded.segments.map(\.range) == [0..<3, 4..<13, 14..<15])
    #expect(folded.segments.map(\.text) == [0, 0, 1])
    #expect(folded.segments.map(\.passage) == [0, 1, 0])
  }

  @Test("each folded byte knows the character of the source that it came from")
  func origins() {
    let source = "Dé\u{AD}  ke\u{301}t-\nen… «ß»"
    let bytes = Array(source.utf8)
    let folded = FoldedText([text(bytes, [0..<bytes.count])])
    let range = folded.segments[0].range
    #expect(String(decoding: folded.bytes[range], as: UTF8.self) == "de keten... \"ss\"")
    let starts = Set(
      source.unicodeScalars.indices.map { source.utf8.distance(from: source.startIndex, to: $0) })
    var last = 0
    for position in range {
      let origin = folded.origin(position)
      #expect(starts.contains(origin))
      #expect(origin >= last)
      last = origin
      if folded.bytes[position] >= 0x61, folded.bytes[position] <= 0x7A, bytes[origin] < 0x80 {
        #expect(bytes[origin] | 0x20 == folded.bytes[position])
      }
    }
  }

  @Test("the words of a mention are the source's own characters")
  func sourceWords() throws {
    let judge = try TinyRules.judge()
    for written in [
      "GLASS CHAIN", "gla\u{AD}ss\u{A0}chain", "glass\n  chain", "gláss cha\u{301}in", "glass cha-\nin",
    ] {
      let text = "The builder must mend the \(written), he says."
      let file = try TinyRules.tender([("contract.txt", text)])
      let reading = Reading(file, judge.lexicon)
      let chain = try #require(judge.rules.concept("chain"))
      let mention = try #require(reading.mentions.first { Int($0.concept) == chain })
      #expect(reading.sourceText(Int(mention.start)..<Int(mention.end), in: Int(mention.segment)) == written)
    }
  }

  private func text(_ bytes: [UInt8], _ ranges: [Range<Int>]) -> SourceText {
    SourceText(name: "t", role: .other, text: bytes, passages: ranges.map { Passage(range: $0) })
  }
}
