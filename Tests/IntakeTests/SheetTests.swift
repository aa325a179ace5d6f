import Tenders
import Testing

@testable import Intake

@Suite("Sheets")
struct SheetTests {
  @Test("A sheet of Excel is a section of rows; hidden rows and sheets are text")
  func xlsx() async throws {
    #expect(
      try await OfficeFixture.read("prices-nl.xlsx").outline == """
        H1 Prijzen
        R1 Inschrijfbiljet Vestermarkt
        R2 Post | Omschrijving | Prijs | Aandeel
        R3 [1] 1 | Graniet band | 12.5 | 40% < Post | Omschrijv
        R4 [2] 2 | Natuursteen tegel | 0.3 | 25% < Post | Omschrijv
        R5 | Totaal | 12.8 < Post | Omschrijv
        R6 2031-03-31 | TRUE | eerste regel/tweede regel < Post | Omschrijv
        R7~ | vervallen post < Post | Omschrijv
        R8 | Verborgen rij < Post | Omschrijv
        H1 Verborgen blad
        R2 | Ook dit is tekst
        H1 Leeg
        """)
  }

  @Test("Inline strings and runs of them are read, struck ones apart")
  func inline() async throws {
    #expect(
      try await OfficeFixture.read("inline-fr.xlsx").outline == """
        H1 Exigences
        R1 N° | Exigence | Réponse
        R2 [E-1] E-1 | Origine des pierres connue | oui < N° | Exigence | 
        R3 [E-2] E-2 | Audit chaque année < N° | Exigence | 
        R3~ tous les deux ans < N° | Exigence | 
        """)
  }

  @Test("A sheet of LibreOffice shows values as they are displayed")
  func ods() async throws {
    #expect(
      try await OfficeFixture.read("prices-nl.ods").outline == """
        H1 Prijzen
        R1 Inschrijfbiljet Vestermarkt
        R2 Post | Omschrijving | Prijs | Aandeel
        R3 [1] 1 | Graniet band | 12.5 | 40% < Post | Omschrijv
        R4 [2] 2 | Natuursteen tegel | 0.3 | 25.0% < Post | Omschrijv
        R5 | Totaal | 12.8 < Post | Omschrijv
        R6 31-03-2031 | TRUE | eerste regel/tweede regel < Post | Omschrijv
        R7~ | vervallen post < Post | Omschrijv
        R8 | Verborgen rij < Post | Omschrijv
        H1 Verborgen blad
        R2 | Ook dit is tekst
        H1 Leeg
        """)
  }

  @Test("Repeated cells and rows count but stand once; remarks are no text")
  func repeated() async throws {
    #expect(
      try await OfficeFixture.read("scores-de.ods").outline == """
        H1 Wertung
        R1 Kriterium | | | Gewicht
        R2 Herkunft | | | 40 % < Kriterium | | | 
        R3~ Preis < Kriterium | | | 
        R1048006 Ende < Kriterium | | | 
        """)
  }

  @Test("Numbers are shown as their format means them")
  func numbers() {
    #expect(CellNumber.plain.text("0.30000000000000004") == "0.3")
    #expect(CellNumber.plain.text("1250000") == "1250000")
    #expect(CellNumber.plain.text("n.v.t.") == "n.v.t.")
    #expect(CellNumber(format: "0.0%").text("0.125") == "12.5%")
    #expect(CellNumber(format: "dd/mm/yyyy").text("45747") == "2025-03-31")
    #expect(CellNumber(format: "dd/mm/yyyy").text("61") == "1900-03-01")
    #expect(CellNumber(format: "#,##0.00 \"dagen per jaar\"").text("12") == "12")
    #expect(CellNumber(format: "[Red]0").text("-3.5") == "-3.5")
  }

  @Test("A workbook with too many cells is refused, with what would help")
  func tooMany() {
    var writer = SheetWriter()
    let row = [BlockText](repeating: BlockText("x"), count: 1000)
    #expect(throws: ExtractionError(.tooLarge, "It has more than 1000000 cells with text; split it.")) {
      for number in 1...1001 { try writer.row(row, number: number, texts: 1000) }
    }
  }
}
