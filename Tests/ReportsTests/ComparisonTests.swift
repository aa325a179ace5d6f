@testable import Analysis
import Tenders
import Testing

@testable import Reports

@Suite("What differs between two tenders")
struct ComparisonTests {
  private func kinds(_ comparison: Comparison) -> [String] {
    comparison.lots.flatMap(\.differences).map {
      "\($0.field.rawValue) \($0.kind.rawValue) \($0.old ?? "-") \($0.new ?? "-")"
    }
  }

  private func place(_ offset: Int) -> Place {
    var place = Fixtures.documentPlace
    place.offset = offset
    return place
  }

  @Test("level, elements, flags, notes, stages and price weight are each told, with the quotes of both sides")
  func differences() {
    let old = Fixtures.verdict(
      level: Level(code: "steps-only", rank: 2), elements: [.e4, .e7], flags: ["price-led"],
      notes: ["name-only"])
    var new = Fixtures.verdict(atLeast: true, elements: [.e4, .e5], flags: ["conditional"])
    new.evidence = [
      Fixtures.evidence("E4", "De  opdrachtnemer brengt\nde keten in kaart."),
      Fixtures.evidence("E5", "Hij handelt."),
      Fixtures.evidence("conditional", "Alleen voor natuursteen."),
    ]
    new.stages = [.award]
    new.priceWeight = nil
    let comparison = Comparison(Fixtures.judged([old]), Fixtures.judged([new]))
    #expect(
      kinds(comparison) == [
        "level changed steps-only due-diligence", "atLeast changed false true", "elements removed E7 -",
        "elements added - E5", "stages removed performance -", "stages added - award",
        "flags removed price-led -",
        "flags added - conditional", "notes removed name-only -", "priceWeight changed 40 -",
      ])
    let all = comparison.lots[0].differences
    #expect(all[0].oldEvidence.map(\.gives) == ["E4", "E7"])
    #expect(all[0].newEvidence.map(\.quote).contains("Hij handelt."))
    #expect(all[2].oldEvidence.map(\.gives) == ["E7"])
    #expect(all[7].newEvidence.map(\.quote) == ["Alleen voor natuursteen."])
  }

  @Test("an element in other words is told with both quotes; line breaks are no other words")
  func reworded() {
    func verdict(_ quote: String) -> Verdict {
      Fixtures.verdict(elements: [.e4], evidence: [Fixtures.evidence("E4", quote)])
    }
    let old = Fixtures.judged([verdict("Hij meldt de groeve.")])
    let same = Comparison(old, Fixtures.judged([verdict("Hij meldt\n  de groeve.")]))
    #expect(same.isEmpty)
    let other = Comparison(old, Fixtures.judged([verdict("Hij meldt elke schakel.")]))
    #expect(kinds(other) == ["elements reworded E4 E4"])
    #expect(other.lots[0].differences[0].oldEvidence.map(\.quote) == ["Hij meldt de groeve."])
    #expect(other.lots[0].differences[0].newEvidence.map(\.quote) == ["Hij meldt elke schakel."])
  }

  @Test("a removed element is shown with what took it away")
  func withdrawn() {
    let new = Fixtures.verdict(
      level: Level(code: "declined", rank: 0), elements: [], flags: ["withdrawn"],
      evidence: [Fixtures.evidence("withdrawn", "Artikel 5.4 vervalt.")])
    let comparison = Comparison(Fixtures.judged([Fixtures.verdict(elements: [.e4])]), Fixtures.judged([new]))
    let removed = comparison.lots[0].differences.first { $0.field == .elements }
    #expect(removed?.newEvidence.map(\.quote) == ["Artikel 5.4 vervalt."])
  }

  @Test("lots are matched by their id, and those of one side are named")
  func lots() {
    func judged(_ lots: [String]) -> JudgedTender { Fixtures.judged(lots.map { Fixtures.verdict(lot: $0) }) }
    let comparison = Comparison(judged(["LOT-0001", "2", "A"]), judged(["B", "2", "1"]))
    #expect(comparison.lots.map(\.side) == [.both, .both, .old, .new])
    #expect(comparison.lots.map(\.lot) == ["1", "2", "A", "B"])
    #expect(!comparison.isEmpty)
    // An undivided contract is one lot, whatever it is called.
    #expect(Comparison(judged(["LOT-0000"]), judged(["1"])).isEmpty)
  }

  @Test("scope is told: categories, natural stone and duties")
  func scope() {
    let old = Fixtures.judged()
    var new = Fixtures.judged()
    new.scope = Scope(
      naturalStone: .unknown, by: [], categories: ["workwear"],
      duties: [DutyState(duty: "trustone", state: .yes, because: "")])
    let comparison = Comparison(old, new)
    #expect(
      comparison.scope.map { "\($0.field.rawValue) \($0.of ?? "") \($0.old ?? "-") \($0.new ?? "-")" } == [
        "naturalStone  yes unknown", "categories  natural-stone -", "categories  - workwear",
        "duties trustone unknown yes",
      ])
  }

  @Test("the text tells it in each language, and is safe for a terminal", arguments: ReportLanguage.allCases)
  func text(language: ReportLanguage) throws {
    let old = Fixtures.hostile("\u{1B}[2Jtitel")
    let new = Fixtures.judged([Fixtures.verdict(lot: "2")])
    let report = TextReport(language: language, rules: try #require(Fixtures.rules), width: 160)
    let text = report.comparison(Comparison(old, new))
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains(Phrase.comparison[language]))
    #expect(text.contains(Phrase.differenceReworded[language]))
    let none = report.comparison(Comparison(new, new))
    #expect(none.contains(Phrase.noDifference[language]))
  }

  @Test("the JSON fits the schema")
  func json() throws {
    let validator = SchemaValidator(root: try JSONValue.parse(Schema.json.utf8))
    let old = Fixtures.judged([Fixtures.verdict(lot: "1"), Fixtures.verdict(lot: "2")])
    let new = Fixtures.judged([
      Fixtures.verdict(
        lot: "1", level: Level(code: "not-assessable", rank: nil), elements: [], flags: ["withdrawn"])
    ])
    let line = JSONReport.line(Comparison(old, new))
    #expect(validator.complaints(try JSONValue.parse(line)) == [])
    let broken = String(decoding: line, as: UTF8.self).replacing("\"removed\"", with: "\"lost\"")
    #expect(validator.complaints(try JSONValue.parse(broken.utf8)) != [])
  }

  @Test("every field has a name in each language")
  func wording() {
    for field in TenderDifference.Field.allCases {
      let phrase = Phrase.name(of: field)
      #expect([phrase.nl, phrase.fr, phrase.de, phrase.en].allSatisfy { !$0.isEmpty })
    }
    for phrase in [
      Phrase.comparison, .oldSide, .newSide, .noDifference, .onlyOld, .onlyNew, .differenceAdded,
      .differenceRemoved,
      .differenceReworded,
    ] {
      #expect(Set([phrase.nl, phrase.fr, phrase.de, phrase.en]).count == 4)
    }
  }
}
