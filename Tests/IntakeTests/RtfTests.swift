import Tenders
import Testing

@testable import Intake

@Suite("Rich text")
struct RtfTests {
  @Test("Code pages, Unicode, styles, labels, notes, tables, and what is no text")
  func byHand() async throws {
    #expect(
      try await OfficeFixture.read("hand-nl.rtf").outline == """
        C [1] 1 Eisen	3
        H1 Eisen
        P De leverancier én zijn keten: cafés, € 5, π.
        P [3.4.4] 3.4.4 De opdrachtnemer levert:
        L a) een lijst; < 3.4.4 De opdrach
        P Dit blijft.
        P~ vervalt
        P Een noot.
        P~ Geheel geschrapt.
        P een verwijzing met {accolades}/nieuwe regel
        P Unicode-tekst
        L • punt < Unicode-tekst
        R1 Soort | Eis
        R2 Graniet | Herkomst/bekend < Soort | Eis
        P Slot 😀
        P Kop van de bladzijde
        """)
  }

  @Test("Numbers that LibreOffice saved")
  func saved() async throws {
    #expect(
      try await OfficeFixture.read("clauses-nl.rtf").outline == """
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

  @Test("Rows and their header")
  func table() async throws {
    #expect(
      try await OfficeFixture.read("award-table-fr.rtf").outline == SharedOutline.awardTable)
  }

  @Test("Deleted text is none")
  func tracked() async throws {
    #expect(
      try await OfficeFixture.read("tracked-nl.rtf").outline == """
        P De opdrachtnemer moet de herkomst aantonen.
        P door in de volgende alinea.
        P Tussenzin.
        P Verplaatste zin.
        R1 Eis | Bewijs
        R3 Herkomst | certificaat < Eis | Bewijs
        """)
  }
}
