@testable import Analysis
import Tenders
import Testing

@testable import Reports

@Suite("Documents that are missing or were recognised, in reports")
struct CoverageReportTests {
  private let coverage: Coverage = {
    var coverage = Fixtures.coverage
    coverage.documents.append(
      Coverage.Document(
        name: "bijlage 9 ISV", kind: .unknown, role: .annex, state: .missing,
        hint: "Named in Bestek.pdf, page 31, paragraph 12.", namedAt: Fixtures.documentPlace))
    return coverage
  }()

  @Test(
    "the text report says where it is named, in each language",
    arguments: [
      (ReportLanguage.nl, "Niet bij de stukken; genoemd in Bestek.pdf, pagina 31, alinea 12."),
      (.fr, "Absent du dossier ; cité dans Bestek.pdf, page 31, alinéa 12."),
      (.de, "Liegt nicht bei; genannt in Bestek.pdf, Seite 31, Absatz 12."),
      (.en, "Not among the documents; named in Bestek.pdf, page 31, paragraph 12."),
    ])
  func text(language: ReportLanguage, line: String) throws {
    let report = TextReport(language: language, rules: try #require(Fixtures.rules))
    let text = report.tender(Fixtures.judged(coverage: coverage))
    #expect(text.contains("bijlage 9 ISV"))
    #expect(text.contains(line))
  }

  @Test("the JSON has the place, and fits the schema")
  func json() throws {
    let line = JSONReport.line(Fixtures.judged(coverage: coverage))
    let validator = SchemaValidator(root: try JSONValue.parse(Schema.json.utf8))
    #expect(validator.complaints(try JSONValue.parse(line)) == [])
    let text = String(decoding: line, as: UTF8.self)
    #expect(
      text.contains(
        #""hint":"Named in Bestek.pdf, page 31, paragraph 12.","namedAt":{"document":"Bestek.pdf""#))
    #expect(text.contains(#""listed":3,"present":2,"read":1"#))
  }

  @Test(
    "a document that was recognised is told as such, with the pages that were not",
    arguments: ReportLanguage.allCases)
  func recognised(language: ReportLanguage) throws {
    var coverage = Fixtures.coverage
    coverage.documents[0].isRecognised = true
    coverage.documents[0].hint =
      "Its text was recognised in images (OCR) and may hold errors; 2 of its pages could not be recognised."
    var verdict = Fixtures.verdict()
    verdict.confidence = .check
    let judged = Fixtures.judged([verdict], coverage: coverage)
    let text = TextReport(language: language, rules: try #require(Fixtures.rules), width: 300).tender(judged)
    #expect(text.contains(Phrase.recognised[language] + " (2 of its pages could not be recognised.)"))
    #expect(text.contains(try #require(Phrase.reason(for: verdict, in: coverage))[language]))
    #expect(!text.contains(try #require(Phrase.reason(for: .check))[language]))
    let validator = SchemaValidator(root: try JSONValue.parse(Schema.json.utf8))
    #expect(validator.complaints(try JSONValue.parse(JSONReport.line(judged))) == [])
    #expect(String(decoding: JSONReport.line(judged), as: UTF8.self).contains(#""ocr":true"#))
  }

  @Test("the HTML precheck says both, too")
  func html() throws {
    var coverage = coverage
    coverage.documents[0].isRecognised = true
    coverage.documents[0].hint = "Its text was recognised in images (OCR) and may hold errors."
    let judged = Fixtures.judged([Fixtures.verdict()], coverage: coverage)
    let file = TenderFile(source: judged.source, tender: judged.tender, coverage: coverage, texts: [])
    let page = HTMLReport(language: .nl, rules: try #require(Fixtures.rules)).page(judged, of: file, in: "nl")
    #expect(page.contains("Niet bij de stukken; genoemd in Bestek.pdf, pagina 31, alinea 12."))
    #expect(page.contains(Phrase.recognised.nl))
  }
}
