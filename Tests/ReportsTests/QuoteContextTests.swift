import Analysis
import Tenders
import Testing

@testable import Reports

@Suite("Quotes in their paragraphs")
struct QuoteContextTests {
  private func source(_ text: String, _ passages: [Passage]) -> SourceText {
    SourceText(name: "Bestek.pdf", role: .specification, text: Array(text.utf8), passages: passages)
  }

  /// Evidence that quotes a part of a text.
  private func evidence(_ quote: String, in text: String) throws -> Evidence {
    let range = try #require(text.firstRange(of: quote))
    var place = Fixtures.documentPlace
    place.offset = text[..<range.lowerBound].unicodeScalars.count
    place.length = quote.unicodeScalars.count
    return Fixtures.evidence("E4", quote, at: place)
  }

  private func written(_ paragraph: QuoteContext.Paragraph?) -> String? {
    paragraph?.pieces.map { $0.isQuote ? "[\($0.text)]" : $0.text }.joined()
  }

  @Test("Places count scalars, also after letters of several bytes")
  func scalars() throws {
    let text = "Één €-teken vóór de keten. De eis staat hier. Slot."
    let context = QuoteContext([source(text, [Passage(range: 0..<text.utf8.count)])])
    let found = context.paragraphs(of: [try evidence("De eis staat hier.", in: text)])
    #expect(written(found.first) == "Één €-teken vóór de keten. [De eis staat hier.] Slot.")
  }

  @Test("Quotes of one paragraph stand together")
  func together() throws {
    let text = "Eerste eis. Iets anders. Tweede eis."
    let context = QuoteContext([source(text, [Passage(range: 0..<text.utf8.count)])])
    let found = context.paragraphs(of: [
      try evidence("Tweede eis.", in: text), try evidence("Eerste eis.", in: text),
    ])
    #expect(found.count == 1)
    #expect(written(found.first) == "[Eerste eis.] Iets anders. [Tweede eis.]")
  }

  @Test("A list item comes with what introduces it, and running titles are left out")
  func leadIn() throws {
    let text = "De opdrachtnemer:\n- onderzoekt Blad 3 de keten;"
    let first = Passage(range: 0..<17)
    var item = Passage(range: 18..<text.utf8.count, form: .listItem, leadIn: 0)
    item.gaps = [31..<37]
    let context = QuoteContext([source(text, [first, item])])
    let found = try #require(context.paragraphs(of: [evidence("onderzoekt Blad 3 de keten", in: text)]).first)
    #expect(found.leadIn == "De opdrachtnemer:")
    #expect(written(found) == "- [onderzoekt  […]  de keten];")
  }

  @Test("A long paragraph is cut at words, on both sides of the quote")
  func long() throws {
    let filling = String(repeating: "woorden zonder einde ", count: 60)
    let text = filling + "De eis. " + filling
    let context = QuoteContext([source(text, [Passage(range: 0..<text.utf8.count)])])
    let cut = try #require(self.written(context.paragraphs(of: [evidence("De eis.", in: text)]).first))
    #expect(cut.hasPrefix("[…] "))
    #expect(cut.hasSuffix(" […]"))
    #expect(cut.contains("einde [De eis.] woorden"))
    #expect(cut.count < 800)
  }

  @Test("A quote whose text is elsewhere or changed stands alone")
  func alone() throws {
    let text = "Een andere tekst."
    let context = QuoteContext([source(text, [Passage(range: 0..<text.utf8.count)])])
    for place in [(0, 5), (900, 20)] {
      var evidence = Fixtures.evidence("E4", "De eis.")
      (evidence.place.offset, evidence.place.length) = place
      #expect(written(context.paragraphs(of: [evidence]).first) == "[De eis.]")
    }
    #expect(
      written(QuoteContext([]).paragraphs(of: [Fixtures.evidence("E4", "De eis.")]).first) == "[De eis.]")
  }

  @Test("A quote in a notice is found by the path of its element")
  func notice() throws {
    let text = "Titel\nVoorwaarden: de keten in kaart. Verder niets."
    let place = Fixtures.noticePlace(line: 9)
    let source = SourceText(
      name: "notice.xml", role: .notice, text: Array(text.utf8),
      passages: [Passage(range: 0..<5, element: 1), Passage(range: 6..<text.utf8.count, element: 2)]
    ) { element in
      XMLPlace(xpath: element == 2 ? place.xpath ?? "" : "/other", line: 9, range: 6..<text.utf8.count)
    }
    var evidence = Fixtures.evidence("E4", "de keten in kaart.", at: place)
    (evidence.place.offset, evidence.place.length) = (13, 18)
    let found = QuoteContext([source]).paragraphs(of: [evidence])
    #expect(written(found.first) == "Voorwaarden: [de keten in kaart.] Verder niets.")
  }
}
