@testable import Analysis
import Reports
import Tenders
import Testing

@Suite("Documents that are missing, in reports")
struct MissingDocumentReportTests {
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
}
