import Foundation
import Tenders
import Testing

@testable import Intake

/// Reads the PDF files of `Tests/Fixtures/make-pdf.py`.
@Suite(.enabled(if: Scratch.has("pdftotext"), "pdftotext is not installed")) struct PDFTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/pdf")

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.folder.appending(path: name)))
  }

  private func read(_ name: String) async throws -> ExtractedDocument {
    try await PDF.extract(bytes(name), limits: IntakeLimits())
  }

  /// The failure of reading a file.
  private func failure(_ name: String) async throws -> ExtractionError {
    let bytes = try bytes(name)
    return try #require(
      await #expect(throws: ExtractionError.self) {
        try await PDF.extract(bytes, limits: IntakeLimits())
      })
  }

  // MARK: Structure

  @Test func headingsNumberTheirSections() async throws {
    let document = try await read("one-column-nl.pdf")
    #expect(document.pages == 5)
    let headings = document.passages.filter { $0.form == .heading }.map(document.string)
    #expect(
      headings.prefix(4) == [
        "Bestek herinrichting Kadeplein", "1 Inleiding", "1.1 Algemeen", "1.2 Bijzonder",
      ])
    let paragraph = try #require(document.passages.last { $0.form == .paragraph })
    #expect(
      paragraph.headings.map { document.string(document.passages[Int($0)]) } == [
        "5 Oplevering", "5.2 Bijzonder",
      ])
    #expect(paragraph.page == 5)
  }

  @Test func headersAndFootersAreTextButNoPassages() async throws {
    let document = try await read("one-column-nl.pdf")
    let text = String(decoding: document.text, as: UTF8.self)
    #expect(text.components(separatedBy: "Gemeente Veldemeer").count == 6)
    #expect(text.components(separatedBy: "\u{0C}").count == 6)
    #expect(!document.passages.contains { document.joined($0).contains("Gemeente Veldemeer") })
    #expect(!document.passages.contains { document.joined($0).contains("Pagina") })
  }

  @Test func headersOfOddAndEvenPagesAreBothKnown() async throws {
    let document = try await read("alternating-nl.pdf")
    let all = document.passages.map(document.joined).joined(separator: "\n")
    #expect(!all.contains("Technische bepalingen") && !all.contains("Provincie Oosterland"))
    #expect(document.passages.count { $0.form == .heading } == 4)
    // A paragraph that every page begins with is no header.
    #expect(
      document.passages.count { document.joined($0).hasPrefix("De opdrachtnemer levert natuursteen") } == 12)
  }

  @Test func aSentenceOverAPageBreakIsOnePassage() async throws {
    let document = try await read("hyphenated-nl.pdf")
    let passage = try #require(document.passages.first { !$0.gaps.isEmpty })
    #expect(passage.page == 1)
    #expect(
      document.joined(passage)
        == "Het overzicht wordt ieder jaar herzien en aan de op-\ndrachtgever gezonden, die het binnen vier weken be-\noordeelt."
    )
    let gap = try #require(passage.gaps.first)
    #expect(String(decoding: document.text[gap], as: UTF8.self) == "- 1 -\n\u{0C}Waterschap De Lage Dijk\n")
  }

  @Test func aSentenceOverAPageBreakInColumnsIsOnePassage() async throws {
    let document = try await read("two-columns-fr.pdf")
    let passage = try #require(document.passages.first { !$0.gaps.isEmpty })
    #expect(document.joined(passage).hasPrefix("Dans un délai de six semaines"))
    #expect(document.joined(passage).hasSuffix("première réunion de\nchantier."))
  }

  @Test(arguments: ["two-columns-fr.pdf", "latex-en.pdf"])
  func columnsAreReadOneAfterTheOther(name: String) async throws {
    let document = try await read(name)
    let paragraphs = document.passages.filter { $0.form == .paragraph }.map(document.joined)
    // Every paragraph is whole: it begins with a capital, or a mark that the font hides, and ends its sentence.
    for paragraph in paragraphs where paragraph.count > 30 {
      #expect(paragraph.first?.isUppercase == true, "\(paragraph)")
      #expect(paragraph.hasSuffix("."), "\(paragraph)")
    }
    let headings = document.passages.filter { $0.form == .heading && $0.number != nil }.map(document.string)
    #expect(
      headings
        == (name.hasPrefix("latex")
          ? ["1 Scope", "2 Stone", "3 Award", "4 Contract", "5 Control"]
          : ["Article 1 – Objet", "Article 2 – Livraison", "Article 3 – Contrôle"]))
  }

  @Test func chapterTitlesInTheHeaderAreNoPassages() async throws {
    let document = try await read("latex-en.pdf")
    #expect(!document.passages.contains { document.joined($0).contains("CONTRACT") })
  }

  // MARK: Tables and lists

  @Test(arguments: ["award-table-nl.pdf", "office-nl.pdf"])
  func aTableKeepsItsRows(name: String) async throws {
    let document = try await read(name)
    let rows = document.passages.filter { $0.form == .tableRow }
    #expect(
      rows.map(document.string) == [
        "Gunningscriterium    Subcriterium    Maximale punten",
        "Prijs    Inschrijfsom volgens het inschrijfbiljet    400",
        "K1 Plan van aanpak    Fasering en bereikbaarheid van de winkels tijdens het werk, met een planning op hoofdlijnen    250",
        "K2 Herkomst natuursteen    Wijze waarop de inschrijver de keten tot en met de groeve in beeld brengt    250",
        "K3 Samenwerking    Overleg met omwonenden    100",
        "Totaal    1000",
      ])
    #expect(rows.map(\.row) == [1, 2, 3, 4, 5, 6])
    let header = try #require(document.passages.firstIndex { $0.form == .tableRow })
    #expect(rows.dropFirst().allSatisfy { $0.leadIn == Int32(header) })
  }

  @Test(arguments: [
    ("plain-table-fr.pdf", "Performance environnementale    10 %    sur 10", 4),
    ("html-nl.pdf", "Duurzaamheid en ketenzorg    15 %", 4),
    ("latex-en.pdf", "Quality    60    600", 3),
  ])
  func aTableWithoutLinesKeepsItsRows(name: String, last: String, count: Int) async throws {
    let document = try await read(name)
    let rows = document.passages.filter { $0.form == .tableRow }.map(document.string)
    #expect(rows.last == last)
    #expect(rows.count == count)
  }

  @Test func aTableGoesOnOverPages() async throws {
    let document = try await read("long-table-nl.pdf")
    let rows = document.passages.filter { $0.form == .tableRow }
    #expect(rows.count == 31)
    #expect(rows.last.map(document.string)?.hasSuffix("    3.30") == true)
    #expect(rows.last?.page == 3)
    #expect(rows.last?.row == 31)
    #expect(Set(rows.dropFirst().map(\.leadIn)).count == 1)
  }

  @Test func clausesAndTheirItemsAreKnown() async throws {
    let document = try await read("clauses-de.pdf")
    let headings = document.passages.filter { $0.form == .heading }.map(document.string)
    #expect(headings == ["Besondere Vertragsbedingungen", "§ 1 Lieferung", "§ 2 Nachweise", "§ 3 Kündigung"])
    let items = document.passages.filter { $0.form == .listItem }
    #expect(items.count == 18)
    let last = try #require(items.last)
    #expect(
      document.string(last).hasPrefix("c) die Erklärungen") && document.string(last).hasSuffix("Sprache."))
    #expect(last.page == 2)
    let leadIn = try #require(last.leadIn)
    #expect(document.string(document.passages[Int(leadIn)]) == "Der Auftragnehmer übergibt dem Auftraggeber:")
  }

  @Test func aTableOfContentsIsKnown() async throws {
    let document = try await read("contents-en.pdf")
    let contents = document.passages.filter { $0.form == .contents }.map(document.string)
    #expect(contents.count == 4)
    #expect(contents.first?.hasPrefix("1 Introduction ....") == true)
    #expect(document.passages.count { $0.form == .listItem } == 8)
  }

  // MARK: States

  @Test(arguments: [
    ("scan.pdf", 3), ("scan-stamped.pdf", 5), ("many-pages.pdf", 10_000), ("shifted.pdf", 1),
    ("no-tounicode.pdf", 3),
  ])
  func whatHoldsNoTextNeedsRecognition(name: String, pages: Int) async throws {
    let error = try await failure(name)
    #expect(error.state == .noText)
    #expect(error.pages == pages)
    #expect(error.hint.contains("OCR"))
  }

  @Test func aScannedCoverLeavesTheRest() async throws {
    let document = try await read("scan-cover.pdf")
    #expect(document.pages == 4)
    #expect(document.hint == "1 of 4 pages hold no text and may be scans.")
    #expect(document.passages.first?.page == 2)
  }

  @Test func aPasswordIsNamed() async throws {
    #expect(try await failure("encrypted.pdf").state == .encrypted)
    #expect(try await read("owner-password.pdf").pages == 2)
  }

  @Test(arguments: ["truncated.pdf", "beyond-repair.pdf", "zero-pages.pdf"])
  func damageIsNamed(name: String) async throws {
    let error = try await failure(name)
    #expect(error.state == .broken)
    #expect(!error.hint.isEmpty)
  }

  @Test func aDamagedTableOfObjectsIsRepaired() async throws {
    let damaged = try await read("damaged-xref.pdf")
    let whole = try await read("clauses-de.pdf")
    #expect(damaged.text == whole.text)
  }

  @Test func embeddedFilesAreMentioned() async throws {
    #expect(try await read("embedded.pdf").hint == "files embedded in it were not read.")
  }

  // MARK: A package

  @Test func oneBadDocumentCostsThatDocumentOnly() async throws {
    var package = Package(path: "package")
    for name in ["truncated.pdf", "award-table-nl.pdf", "scan.pdf"] {
      package.files.append(RawFile(path: "package/\(name)", bytes: try bytes(name)))
    }
    let tender = try await TenderReader().tender(package).get()
    #expect(tender.coverage.documents.map(\.name) == ["award-table-nl.pdf", "scan.pdf", "truncated.pdf"])
    #expect(tender.coverage.documents.map(\.state) == [.read, .noText, .broken])
    #expect(tender.coverage.documents.map(\.pages) == [1, 3, nil])
    #expect(tender.texts.count == 1)
  }
}

extension ExtractedDocument {
  /// A passage as it stands in the text.
  func string(_ passage: Passage) -> String { String(decoding: text[passage.range], as: UTF8.self) }

  /// A passage without what stands in its gaps.
  func joined(_ passage: Passage) -> String {
    var bytes: [UInt8] = []
    var from = passage.range.lowerBound
    for gap in passage.gaps {
      bytes += text[from..<gap.lowerBound]
      from = gap.upperBound
    }
    return String(decoding: bytes + text[from..<passage.range.upperBound], as: UTF8.self)
  }
}
