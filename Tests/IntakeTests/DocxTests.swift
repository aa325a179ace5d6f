import Tenders
import Testing

@testable import Intake

@Suite("Word documents")
struct DocxTests {
  @Test("Headings are known in a Word with Dutch style names; head and foot of pages stand once")
  func headings() async throws {
    #expect(
      try await OfficeFixture.read("headings-nl.docx").outline == """
        T Bestek natuursteen Vestermarkt
        P Dit bestek beschrijft de levering van natuursteen.
        H1 Opdracht
        P De gemeente Oosterwolde-Zuid vernieuwt de Vestermarkt.
        H2 Herkomst van de steen
        P De opdrachtnemer toont aan waar de steen is gewonnen. Hij noemt de groeve.
        P De opdrachtnemer levert aan:
        L • een overzicht van de groeven; < De opdrachtnemer
        L • een ketenanalyse. < De opdrachtnemer
        H3 Toezicht
        P De directie mag de groeve bezoeken.
        H1 Betaling
        P De gemeente betaalt binnen dertig dagen.
        P Gemeente Oosterwolde-Zuid – concept
        P Bestek 2031-17
        """)
  }

  @Test("A sentence whose lines became paragraphs is one")
  func brokenLines() async throws {
    let outline = try await OfficeFixture.read("broken-lines-de.docx").outline
    let lines = outline.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasSuffix("über Werke, Löhne und Menschen vor.") == true)
    #expect(lines.last == "P Der Auftraggeber antwortet schriftlich.")
  }

  @Test("Clauses, items and bullets have the numbers that Word shows")
  func numbers() async throws {
    #expect(
      try await OfficeFixture.read("clauses-nl.docx").outline == """
        H1 [3] 3 Algemeen
        H1 [4] 4 Uitvoering
        H2 [4.1] 4.1 Planning
        H2 [4.2] 4.2 Herkomst
        P [4.2.1] 4.2.1 De opdrachtnemer kent zijn keten.
        P [4.2.2] 4.2.2 De opdrachtnemer levert op verzoek:
        L a) een lijst van groeven; < 4.2.2 De opdrach
        L b) een verslag per jaar. < 4.2.2 De opdrach
        P [4.2.3] 4.2.3 De directie houdt toezicht.
        H2 [4.3] 4.3 Voorwaarden
        L • eerlijke lonen
        L - ook bij onderaannemers < • eerlijke lonen
        H3 [Artikel I] Artikel I. Begrippen
        P [1.1] 1.1 Keten: allen die aan de steen werken.
        H3 [Artikel II] Artikel II. Boete
        P [2.1] 2.1 De boete bedraagt duizend euro.
        P Eerste reeks:
        L a) alfa < Eerste reeks:
        L i. diep < a) alfa
        L b) bravo < Eerste reeks:
        P Tweede reeks:
        L a) opnieuw < Tweede reeks:
        L b) verder < Tweede reeks:
        """)
  }

  @Test("A file that LibreOffice saved reads as one of Word")
  func numbersOfLibreOffice() async throws {
    #expect(
      try await OfficeFixture.read("saved-clauses-nl.docx").outline == SharedOutline.clauses)
  }

  @Test("Rows have their header as lead-in, merged cells stand once")
  func header() async throws {
    #expect(
      try await OfficeFixture.read("award-table-fr.docx").outline == SharedOutline.awardTable)
  }

  @Test("A table in a cell stands below its row; a table of pairs has no header")
  func nested() async throws {
    #expect(
      try await OfficeFixture.read("nested-table-de.docx").outline == """
        H1 Leistungen
        R1 Nr | Leistung
        R2 [L-01] L-01 | Natursteinplatten liefern < Nr | Leistung
        R1 Format | Menge
        R2 [40] 40 x 40 | 300 < Format | Menge
        H1 Kopf und Tabelle ohne Überschrift
        R1 Auftraggeber | Stadt Hohenfels
        R2 Ort | Markt
        """)
  }

  @Test("A table that only places text is no table")
  func layout() async throws {
    #expect(
      try await OfficeFixture.read("layout-table-nl.docx").outline == """
        H1 Hoofdstuk links
        P De inschrijver verklaart dat hij de keten kent.
        P Rechts staat een toelichting.
        P Een kader met één cel per rij.
        P Nog een kader.
        """)
  }

  @Test("Notes stand behind the paragraph or row that calls them")
  func notes() async throws {
    #expect(
      try await OfficeFixture.read("notes-nl.docx").outline == """
        P De opdrachtnemer volgt het convenant en meldt misstanden.
        P Zie het convenant van 2031.
        P Hij doet onderzoek.
        P Bron: eigen onderzoek.
        R1 Soort | Eis
        R2 Graniet | Herkomst bekend < Soort | Eis
        P Alleen bij graniet.
        P Einde van de tekst.
        """)
  }

  @Test("Notes that LibreOffice saved stand in the same places")
  func savedNotes() async throws {
    #expect(
      try await OfficeFixture.read("saved-notes-nl.docx").outline == """
        P De opdrachtnemer volgt het convenant en meldt misstanden.
        P Zie het convenant van 2031.
        P Hij doet onderzoek.
        P Bron: eigen onderzoek.
        R1 Soort | Eis
        R2 Graniet | Herkomst bekend < Soort | Eis
        P Alleen bij graniet.
        P Einde van de tekst.
        """)
  }

  @Test("A text box stands once, behind its paragraph")
  func boxes() async throws {
    #expect(
      try await OfficeFixture.read("text-box-nl.docx").outline == """
        P Naast deze alinea staat een kader.
        P Let op: de inschrijver ondertekent zelf.
        P Een oud kader.
        """)
  }

  @Test("Deleted and moved text is none, inserted text is; a deleted paragraph end joins")
  func tracked() async throws {
    #expect(
      try await OfficeFixture.read("tracked-nl.docx").outline == """
        P De opdrachtnemer moet de herkomst aantonen.
        P Deze zin loopt door in de volgende alinea.
        P Tussenzin.
        P Verplaatste zin.
        R1 Eis | Bewijs
        R2 Herkomst | certificaat < Eis | Bewijs
        """)
  }

  @Test("What is struck stands apart, what holds reads on")
  func struck() async throws {
    #expect(
      try await OfficeFixture.read("struck-nl.docx").outline == """
        H1 Eisen
        P~ De leverancier hoeft niets te melden.
        P De leverancier meldt misstanden binnen een week per brief.
        P~ binnen een jaar
        P~ schriftelijk
        P Voor marmer geldt dit
        P~ niet
        P behalve dit deel.
        P~ Deze alinea is geschrapt,
        R1 Code | Eis
        R2 [E-01] E-01 | Keten in beeld < Code | Eis
        R2~ binnen drie jaar < Code | Eis
        R3~ [E-02] E-02 | Audit per jaar < Code | Eis
        """)
  }

  @Test("Hidden text and field codes are no text; tabs, breaks and hyphens are")
  func inline() async throws {
    #expect(
      try await OfficeFixture.read("inline-en.docx").outline == """
        P The supplier shall trace the stone to its quarry.
        P Traceability	first/second-line, duty
        P See the guide, page 12.
        P Date: 1 May 2031
        P ☒ yes, I declare
        P Before the page
        """)
  }

  @Test("A table of contents is known by control, style, field and dots")
  func contents() async throws {
    #expect(
      try await OfficeFixture.read("contents-nl.docx").outline == """
        C Inhoud
        C [1] 1 Opdracht	3
        C [1.1] 1.1 Herkomst van de steen	4
        H1 Opdracht
        P De opdracht omvat het leveren van steen.
        C Losse inhoud zonder stijl	5
        C Met de hand getypt ........ 12
        P Gewone tekst.
        """)
  }

  @Test("Content controls are read around text, blocks, rows and cells")
  func controls() async throws {
    #expect(
      try await OfficeFixture.read("controls-nl.docx").outline == """
        P Naam inschrijver: Steenbedrijf De Korenaar
        P Blok in een besturingselement.
        P Genest blok.
        P ☒ akkoord
        R1 Vraag | Antwoord < ☒ akkoord
        """)
  }

  @Test("Headings, numbers and items that are only typed are known by their looks")
  func imitated() async throws {
    #expect(
      try await OfficeFixture.read("imitated-de.docx").outline == """
        H1 Besondere Bedingungen
        P Der Auftragnehmer kennt seine Lieferkette und benennt alle Steinbrüche.
        H1 [3.4] 3.4 Herkunft der Steine
        P [3.4.1] 3.4.1 Der Auftragnehmer weist die Herkunft der Steine nach, bevor er sie einbaut.
        P Er legt vor:
        L - eine Liste der Steinbrüche < Er legt vor:
        L a) einen Bericht je Jahr. < Er legt vor:
        H2 ZAHLUNG
        P Die Stadt zahlt in dreißig Tagen.
        """)
  }

  @Test("A file with macros is read, its macros are not")
  func macros() async throws {
    #expect(
      try await OfficeFixture.read("macros.docm").outline == """
        P Deze tekst staat in een bestand met problemen.
        """)
  }

  @Test("Passages know their section, headings and place")
  func places() async throws {
    let document = try await OfficeFixture.read("headings-nl.docx")
    let item = try #require(document.passages.first { $0.form == .listItem })
    #expect(
      item.headings.map { document.string(document.passages[Int($0)].range) } == [
        "Opdracht", "Herkomst van de steen",
      ])
    let heading = try #require(item.headings.last)
    #expect(item.section == document.passages[Int(heading)].section)
    #expect(document.pages == nil)
    #expect(document.passages.map(\.paragraph) == (1...15).map { Int32($0) })
    let running = document.passages.suffix(2)
    #expect(running.allSatisfy { $0.headings.isEmpty && $0.section > item.section })
  }

  @Test("The text has one block a line and is what the passages show")
  func lines() async throws {
    let document = try await OfficeFixture.read("clauses-nl.docx")
    let lines = String(decoding: document.text, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines == document.passages.map { document.string($0.range) })
  }

  @Test("Struck parts share the paragraph and the section of what they stood in")
  func struckPlaces() async throws {
    let document = try await OfficeFixture.read("struck-nl.docx")
    let parts = document.passages[2...4]
    #expect(Set(parts.map(\.paragraph)).count == 1)
    #expect(Set(parts.map(\.section)).count == 1)
    #expect(parts.map(\.isStruck) == [false, true, true])
  }
}
