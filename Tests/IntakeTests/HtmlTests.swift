import Tenders
import Testing

@testable import Intake

@Suite("Web pages")
struct HtmlTests {
  @Test("Headings, lists, tables, deletions; no scripts, nothing hidden")
  func page() async throws {
    #expect(
      try await OfficeFixture.read("page-nl.html").outline == """
        H1 Nota van inlichtingen
        P De gemeente Oosterwolde-Zuid antwoordt op vragen van inschrijvers & anderen…
        H2 Herkomst
        P De inschrijver levert:
        L • een lijst; < De inschrijver l
        L • een verslag met: < De inschrijver l
        L a. namen < • een verslag me
        L b. plaatsen < • een verslag me
        L [7] 7. Zevende < De inschrijver l
        L [8] 8. Achtste < De inschrijver l
        P De termijn is een maand.
        P~ een jaar
        P~ Vervallen antwoord.
        P Vragen
        R1 Nr | Vraag < Vragen
        R2 [1] 1 | Mag graniet?/En marmer? < Nr | Vraag
        R3 [2] 2 | Is een audit nodig? < Nr | Vraag
        P regel een/regel twee
        P ☒ Akkoord
        """)
  }

  @Test("Elements that are never closed, entities, layout tables")
  func sloppy() async throws {
    #expect(
      try await OfficeFixture.read("sloppy-en.html").outline == """
        H1 Technical terms
        H2 Stone
        P The supplier énumerates "quarries" — all of them
        P Second paragraph stands
        P~ no longer valid
        P Chain
        L everyone who works on the stone < Chain
        P Only one column
        P still text
        R1 Inner left | Inner right < still text
        R2 x | y < Inner left | Inn
        P loose text at the end &unknown; <tag>
        """)
  }

  @Test("Windows-1252 that claims to be Latin-1")
  func latin() async throws {
    #expect(
      try await OfficeFixture.read("latin-fr.html").outline == """
        H1 Règlement
        P Le fournisseur déclare l’origine des pierres.
        """)
  }

  @Test("An encoding that the page declares")
  func foreign() async throws {
    #expect(
      try await OfficeFixture.read("foreign-pl.html").outline == """
        P Wykonawca wskaże źródło kamienia.
        """)
  }
}
