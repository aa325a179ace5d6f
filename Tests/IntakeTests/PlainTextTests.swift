import Tenders
import Testing

@testable import Intake

@Suite struct PlainTextTests {
  // MARK: Encodings

  @Test("UTF-8 stays as it is, without a byte order mark")
  func utf8() {
    let text = Array("één €".utf8)
    #expect(PlainText.decode(text) == text)
    #expect(PlainText.decode([0xEF, 0xBB, 0xBF] + text) == text)
  }

  @Test("UTF-16 is read in both byte orders, with characters beyond the first plane")
  func utf16() {
    let units = Array("één 𝄞".utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(string(PlainText.decode([0xFF, 0xFE] + little)) == "één 𝄞")
    #expect(string(PlainText.decode([0xFE, 0xFF] + big)) == "één 𝄞")
    #expect(string(PlainText.decode([0xFF, 0xFE] + little + [0x41])) == "één 𝄞")
  }

  @Test("bytes that are no UTF-8 are Windows-1252, in which every byte is a character")
  func windows1252() {
    let bytes: [UInt8] = [0x80, 0x20, 0x93, 0x65, 0xE9, 0x6E, 0x94, 0x20, 0x96, 0x20, 0x9C]
    #expect(string(PlainText.decode(bytes)) == "€ “eén” – œ")
    let all = PlainText.decode((0...255).map { UInt8($0) })
    #expect(string(all).unicodeScalars.count == 256)
  }

  @Test("an empty text has no passages", arguments: ["", "\n", "  \n\t\n", "----\n====\n"])
  func empty(text: String) {
    #expect(PlainText.passages(Array(text.utf8)).isEmpty)
  }

  // MARK: Headings

  @Test("Markdown headings nest by their marks")
  func markdownHeadings() {
    let read = Blocks(
      "# Bestek\n\nInleiding over de opdracht.\n\n## Eisen\n\nDe steen is grijs.\n\n# Slot\n\nDank u.\n")
    #expect(read.forms == [.heading, .paragraph, .heading, .paragraph, .heading, .paragraph])
    #expect(read.headings(3) == ["# Bestek", "## Eisen"])
    #expect(read.headings(5) == ["# Slot"])
    #expect(read[1].section != read[3].section)
  }

  @Test("numbered headings nest by their number")
  func numberedHeadings() {
    let read = Blocks(
      """
      3 Uitvoering

      3.1 Herkomst van de steen

      De opdrachtnemer meldt de groeve.

      3.2 Planning

      Het werk duurt een jaar.

      Artikel 4 Betaling

      Er wordt maandelijks betaald.
      """)
    #expect(
      read.headings(of: "De opdrachtnemer meldt de groeve.") == ["3 Uitvoering", "3.1 Herkomst van de steen"])
    #expect(read.headings(of: "Het werk duurt een jaar.") == ["3 Uitvoering", "3.2 Planning"])
    #expect(read.headings(of: "Er wordt maandelijks betaald.") == ["Artikel 4 Betaling"])
  }

  @Test("a line in capitals, and a short line on its own, is a heading")
  func plainHeadings() {
    let read = Blocks(
      "SOCIALE VOORWAARDEN\nDe eis geldt.\n\nHerkomst van de steen\n\nDe steen komt ergens vandaan.\n")
    #expect(read.forms == [.heading, .paragraph, .heading, .paragraph])
    #expect(read.headings(3) == ["SOCIALE VOORWAARDEN", "Herkomst van de steen"])
  }

  @Test(
    "a heading keeps its number apart",
    arguments: [
      ("3.4.4 Natuursteen", "3.4.4"), ("Artikel 6 Herkomst", "Artikel 6"), ("§ 9 Lieferkette", "§ 9"),
      ("E-07 Keteneis", "E-07"), ("## 2.1 Eisen", "2.1"), ("01.22.03 Hardsteen", "01.22.03"),
    ])
  func numbers(line: String, number: String) {
    let read = Blocks(line + "\n\nTekst van de bepaling.\n")
    #expect(read.forms.first == .heading)
    #expect(read.number(0) == number)
  }

  @Test(
    "a year, an amount and a date are no clause number",
    arguments: [
      "2026 was een goed jaar voor de gemeente, zegt zij.",
      "15000 euro is het plafond van de opdracht, exclusief btw.",
    ])
  func noNumbers(line: String) {
    #expect(Blocks(line).number(0) == nil)
  }

  // MARK: Clauses, lists, tables

  @Test("a numbered clause is a paragraph of its own with its number")
  func clauses() {
    let read = Blocks(
      "5.1 De aannemer levert de steen op tijd.\n5.2 De aannemer meldt de groeve\nbinnen een maand.\n")
    #expect(read.forms == [.paragraph, .paragraph])
    #expect(
      read.texts == [
        "5.1 De aannemer levert de steen op tijd.", "5.2 De aannemer meldt de groeve\nbinnen een maand.",
      ])
    #expect([read.number(0), read.number(1)] == ["5.1", "5.2"])
  }

  @Test(
    "each kind of mark makes a list item that knows its lead-in",
    arguments: ["- ", "* ", "• ", "– ", "a) ", "(1) ", "1) ", "ii. ", "▪ ", "o "])
  func listItems(mark: String) {
    let read = Blocks(
      "De opdrachtnemer zorgt voor:\n\(mark)het eerste punt;\n\(mark)het tweede punt.\n\nEen slotzin volgt hier.\n"
    )
    #expect(read.forms == [.paragraph, .listItem, .listItem, .paragraph])
    #expect([read[1].leadIn, read[2].leadIn] == [0, 0])
    #expect(read[3].leadIn == nil)
    #expect(read[1].section == read[0].section)
  }

  @Test("an item runs on over the lines that follow it")
  func longItems() {
    let read = Blocks("Te leveren:\n- een plan dat zegt\n  wat er gebeurt;\n- een verslag.\n")
    #expect(read.texts == ["Te leveren:", "- een plan dat zegt\n  wat er gebeurt;", "- een verslag."])
  }

  @Test("a sentence goes on behind a blank line when the next block begins small")
  func resumed() {
    let read = Blocks(
      """
      De opdrachtnemer gaat na waar de stenen zijn gewonnen en onder welke

      omstandigheden, en bespreekt dat met zijn leveranciers. Wie niets

      Élargit la carrière.
      """)
    #expect(read.count == 2)
    #expect(read.texts[0].hasSuffix("Wie niets"))
  }

  @Test("when lines became blocks, also a capital goes on behind a full line")
  func brokenLines() {
    let read = Blocks(
      """
      Der Auftragnehmer prüft die Herkunft der gesamten Ware und nennt dem

      Auftraggeber alle Werke, in denen sie entsteht. Er beschreibt dabei

      auch die Lage der Menschen, die dort arbeiten, und legt ihm ohne ein

      besonderes Verlangen jedes Jahr einen Bericht über Werke, Löhne und

      Menschen vor.

      Der Auftraggeber antwortet schriftlich.
      """)
    #expect(read.count == 2)
    #expect(read.texts[0].hasSuffix("Menschen vor."))
  }

  @Test("criteria in a list with their weights are no headings", arguments: ["30%", "300"])
  func weights(weight: String) {
    let read = Blocks(
      "4 Gunning\n\nCriterium Weging\nG1 Prijs 40%\n\nG2 Ergonomie \(weight)\n\n4.1 Uitwerking\n\nU schrijft op."
    )
    #expect(read.headings(read.count - 1) == ["4 Gunning", "4.1 Uitwerking"])
  }

  @Test("a list of names and what they stand for has a passage for each, with its wrapped line")
  func fields() {
    let read = Blocks(
      "Buyer: Town of Merrow\nSocial objective: human rights in the\nchains\nAward criteria: Price 40")
    #expect(read.count == 3)
    #expect(read.texts[1] == "Social objective: human rights in the\nchains")
  }

  @Test("a heading ends the reach of a lead-in")
  func leadInEnds() {
    let read = Blocks("De aannemer levert:\n\n## Eisen\n\n- een plan.\n")
    #expect(read.forms == [.paragraph, .heading, .listItem])
    #expect(read[2].leadIn == nil)
  }

  @Test("rows of a table know their header; the rule between them is none")
  func tableRows() {
    let read = Blocks(
      "| Eis | Bewijs |\n|---|---|\n| Herkomst | Lijst van groeven |\n| Loon | Loonstaat |\n\nNa de tabel.\n")
    #expect(read.forms == [.tableRow, .tableRow, .tableRow, .paragraph])
    #expect([read[0].leadIn, read[1].leadIn, read[2].leadIn] == [nil, 0, 0])
    #expect(read.texts.contains("| Herkomst | Lijst van groeven |"))
  }

  @Test("columns that are set with spaces are rows too")
  func spacedColumns() {
    let read = Blocks("Eis          Bewijs\nHerkomst     Lijst van groeven\n")
    #expect(read.forms == [.tableRow, .tableRow])
    #expect(read[1].leadIn == 0)
  }

  @Test(
    "lines of a table of contents are known as such",
    arguments: [
      "3.1 Herkomst natuursteen ........ 12", "Bijlage 2 Verklaring . . . . . . 31", "4 Uitvoering …… 7",
    ])
  func contents(line: String) {
    let read = Blocks("Inhoud\n\n\(line)\n")
    #expect(read.forms.last == .contents)
  }

  // MARK: Ranges

  @Test("every passage is trimmed, in order, apart from the others, and has its number")
  func ranges() {
    let text = "# A\r\n\r\n  tekst met staart  \r\n\r\n- punt\r\n\r\n| a | b |\r\n"
    let read = Blocks(text)
    #expect(read.texts == ["# A", "tekst met staart", "- punt", "| a | b |"])
    #expect(read.passages.map(\.paragraph) == [1, 2, 3, 4])
    for (left, right) in zip(read.passages, read.passages.dropFirst()) {
      #expect(left.range.upperBound <= right.range.lowerBound)
    }
  }

  @Test(
    "no text makes the reader fail",
    arguments: [
      "§", "§ ", "#", "# ", "-", "- ", "a)", "(", "()", "1.", "1", "|", "| |", "...", "§§§ 1", "A", "•", ":",
      "\u{F0B7}",
      "Artikel", "Artikel ", "Artikel 1", "1 A", "....1", "\u{FEFF}", "é", "\t§\t1 :",
    ])
  func oddLines(line: String) {
    for text in [line, line + "\n", "\n" + line, line + "\n" + line, "Tekst:\n" + line] {
      let bytes = Array(text.utf8)
      for passage in PlainText.passages(bytes) {
        #expect(passage.range.lowerBound >= 0 && passage.range.upperBound <= bytes.count)
        if let number = passage.number { #expect(passage.range.contains(number.lowerBound)) }
      }
    }
  }
}

private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// The passages of a text with their words.
private struct Blocks {
  let bytes: [UInt8]
  let passages: [Passage]

  init(_ text: String) {
    bytes = Array(text.utf8)
    passages = PlainText.passages(bytes)
  }

  /// The passage at an index; an empty one beyond the end, so that a test fails instead of ending the run.
  subscript(index: Int) -> Passage {
    index < passages.count ? passages[index] : Passage(range: 0..<0, section: -1)
  }

  var count: Int { passages.count }
  var forms: [Passage.Form] { passages.map(\.form) }
  var texts: [String] { passages.map { string(Array(bytes[$0.range])) } }

  func headings(_ index: Int) -> [String] { self[index].headings.map { texts[Int($0)] } }

  func headings(of text: String) -> [String]? { texts.firstIndex(of: text).map { headings($0) } }

  func number(_ index: Int) -> String? { self[index].number.map { string(Array(bytes[$0])) } }
}
