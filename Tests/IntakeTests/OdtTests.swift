import Tenders
import Testing

@testable import Intake

@Suite("OpenDocument texts")
struct OdtTests {
  @Test("Headings and items have computed numbers, deletions and hidden text are no text")
  func clauses() async throws {
    #expect(
      try await OfficeFixture.read("clauses-nl.odt").outline == SharedOutline.clauses)
  }

  @Test("Lists that LibreOffice saved have their numbers")
  func saved() async throws {
    #expect(
      try await OfficeFixture.read("saved-clauses-nl.odt").outline == """
        H1 [3] 3 Algemeen
        H1 [4] 4 Uitvoering
        H2 [4.1] 4.1 Planning
        H2 [4.2] 4.2 Herkomst
        P De opdrachtnemer kent zijn keten.
        P De opdrachtnemer levert op verzoek:
        P een lijst van groeven;
        P een verslag per jaar.
        P De directie houdt toezicht.
        H2 [4.3] 4.3 Voorwaarden
        L • eerlijke lonen
        L - ook bij onderaannemers < • eerlijke lonen
        H3 [Artikel I] Artikel I. Begrippen
        P [I.1] I.1 Keten: allen die aan de steen werken.
        H3 [Artikel II] Artikel II. Boete
        P [II.1] II.1 De boete bedraagt duizend euro.
        P Eerste reeks:
        L a) alfa < Eerste reeks:
        L i. diep < a) alfa
        L b) bravo < Eerste reeks:
        P Tweede reeks:
        L a) opnieuw < Tweede reeks:
        L b) verder < Tweede reeks:
        """)
  }

  @Test("Tracked changes that LibreOffice saved are taken as accepted")
  func tracked() async throws {
    #expect(
      try await OfficeFixture.read("saved-tracked-nl.odt").outline == """
        P De opdrachtnemer moet de herkomst aantonen.
        P Deze zin loopt door in de volgende alinea.
        P Tussenzin.
        P Verplaatste zin.
        R1 Eis | Bewijs
        R3 Herkomst | certificaat < Eis | Bewijs
        """)
  }

  @Test("Text boxes stand behind their paragraph")
  func boxes() async throws {
    #expect(
      try await OfficeFixture.read("saved-text-box-nl.odt").outline == """
        P Naast deze alinea staat een kader.
        P Let op: de inschrijver ondertekent zelf.
        P Een oud kader.
        """)
  }
}
