import Tenders
import Testing

@testable import Intake

@Suite("Old office files")
struct LegacyOfficeTests {
  private static func isInstalled(_ name: String) -> Bool {
    do throws(ChildProcess.Failure) {
      _ = try ChildProcess.find(name)
      return true
    } catch {
      return false
    }
  }

  @Test(
    "LibreOffice gives headings, numbers and items",
    .enabled(if: isInstalled("soffice"), "soffice is not installed"))
  func libreOffice() async throws {
    let outline = try await OfficeFixture.read("clauses-nl.doc").outline
    #expect(outline.hasPrefix("H1 [3] 3 Algemeen\nH1 [4] 4 Uitvoering\nH2 [4.1] 4.1 Planning\n"))
    #expect(outline.contains("\nL a) een lijst van groeven; < 4.2.2 De opdrach\n"))
  }

  @Test(
    "LibreOffice gives rows of sheets",
    .enabled(if: isInstalled("soffice"), "soffice is not installed"))
  func sheets() async throws {
    let outline = try await OfficeFixture.read("prices-nl.xls").outline
    #expect(outline.contains("R3 [1] 1 | Graniet band | 12.5 | 40% < Post | Omschrijv"))
  }

  @Test(
    "catdoc gives the lines",
    .enabled(if: isInstalled("catdoc"), "catdoc is not installed"))
  func lines() async throws {
    let bytes = try OfficeFixture.bytes("clauses-nl.doc")
    let catdoc = LegacyConverter.word.filter { $0.name == "catdoc" }
    let text = try await LegacyOffice.word(bytes, IntakeLimits(), with: catdoc).text
    #expect(String(decoding: text, as: UTF8.self).contains("De opdrachtnemer levert op verzoek:\n"))
  }

  @Test("Without a converter it says what to install")
  func none() async throws {
    let bytes = try OfficeFixture.bytes("clauses-nl.doc")
    let missing = LegacyConverter(name: "no-such-program", output: .text) { file, _ in [file] }
    await #expect(
      throws: ExtractionError(
        .unsupported, "Old Word format: install LibreOffice Writer or catdoc, or save it as DOCX.")
    ) { try await LegacyOffice.word(bytes, IntakeLimits(), with: [missing]) }
  }

  @Test(
    "A converter that fails costs the document",
    .enabled(if: isInstalled("false"), "false is not installed"))
  func failing() async throws {
    let failing = LegacyConverter(name: "false", output: .text) { _, _ in [] }
    await #expect(throws: ExtractionError(.broken, "false cannot read it; save it in a new format.")) {
      try await LegacyOffice.word([], IntakeLimits(), with: [failing])
    }
  }
}
