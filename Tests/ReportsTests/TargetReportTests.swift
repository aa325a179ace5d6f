@testable import Analysis
import Tenders
import Testing

@testable import Reports

@Suite("The way to a level, in reports")
struct TargetReportTests {
  private func demand(_ name: String, isScored: Bool = false) -> Demand {
    Demand(name: name, isScored: isScored, remedy: "chain-measures")
  }

  private func judged(_ states: [LotTarget.State]) -> JudgedTender {
    let way = Way(
      all: [demand("E5")], choices: [Way.Choice(count: 1, of: [demand("E7"), demand("E8", isScored: true)])])
    var judged = Fixtures.judged(states.indices.map { Fixtures.verdict(lot: "\($0 + 1)") })
    judged.target = Target(
      level: Level(code: "due-diligence-monitored", rank: 4), language: "nl",
      lots: states.enumerated().map { position, state in
        LotTarget(
          lot: "\(position + 1)", state: state, present: [demand("E3")], ways: [way],
          unread: ["Bijlage 7.pdf"])
      },
      clauses: [
        Target.Clause(
          remedy: "chain-measures", stage: .performance, title: "Doen", text: "Doe wat nodig is.\u{1B}[2J",
          basis: "OECD")
      ])
    return judged
  }

  @Test("lots that need the same are told once, and clauses once for all", arguments: ReportLanguage.allCases)
  func text(language: ReportLanguage) throws {
    let report = TextReport(language: language, rules: try #require(Fixtures.rules), width: 200)
    let text = report.tender(judged([.open, .open, .unknown]))
    #expect(text.ranges(of: Phrase.target(.open)[language]).count == 1)
    #expect(text.ranges(of: Phrase.target(.unknown)[language]).count == 1)
    #expect(text.contains("Bijlage 7.pdf"))
    #expect(text.ranges(of: "Doe wat nodig is.").count == 1)
    #expect(text.contains(Phrase.choice(1, of: 2)[language]))
    #expect(text.contains("(\(Phrase.scored[language]))"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test("the JSON fits the schema")
  func json() throws {
    let validator = SchemaValidator(root: try JSONValue.parse(Schema.json.utf8))
    let line = JSONReport.line(judged([.reached, .higher, .open, .unknown, .impossible]))
    #expect(validator.complaints(try JSONValue.parse(line)) == [])
    let broken = String(decoding: line, as: UTF8.self).replacing("\"impossible\"", with: "\"hopeless\"")
    #expect(validator.complaints(try JSONValue.parse(broken.utf8)) != [])
  }

  @Test("every state and line has its own wording in each language")
  func wording() {
    let phrases =
      [LotTarget.State.reached, .higher, .open, .unknown, .impossible].map { Phrase.target($0) }
      + [
        .alreadyThere, .notYetRead, .unreadDocuments, .scored, .needed(1), .needed(3), .orNeeded(1),
        .orNeeded(2),
      ]
    for phrase in phrases { #expect(Set([phrase.nl, phrase.fr, phrase.de, phrase.en]).count == 4) }
  }
}
