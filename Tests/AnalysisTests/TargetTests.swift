import Intake
import Tenders
import Testing

@testable import Analysis

@Suite("The way to a level")
struct TargetTests {
  private static let tiny = Result { try TinyRules.judge() }
  private static let packed = Result { try Judge(rules: RuleSet(from: .packed)) }

  private func target(
    _ text: String, _ code: String, unread: [String] = [], by judge: Judge? = nil
  ) throws -> Target {
    let judge = try judge ?? Self.tiny.get()
    let level = try #require(judge.rules.targets.first { $0.code == code })
    let file = try TinyRules.tender([("Contract.txt", text)], unread: unread)
    return try #require(judge.judge(file, target: level).target)
  }

  /// A way in short: `E5, 1 of E3 E4`.
  private func short(_ way: Way) -> String {
    func name(_ demand: Demand) -> String { demand.isScored ? "scored \(demand.name)" : demand.name }
    let choices = way.choices.map { "\($0.count) of " + $0.of.map(name).joined(separator: " ") }
    return (way.all.map(name) + choices).joined(separator: ", ")
  }

  private let nothing = "The builder paints the wall of the house on time."
  private let process =
    "The builder must seek harm in the glass chain. The builder must mend the glass chain."

  @Test("from nothing, all ways are told, the shortest first")
  func fromNothing() throws {
    let lot = try #require(try target(nothing, "due-diligence-monitored").lots.first)
    #expect(lot.state == .open)
    #expect(lot.present.isEmpty)
    #expect(
      lot.ways.map(short) == [
        "due-diligence, 2 of E6 E7 E8 E10", "E5, E6, 1 of E7 E8 E10", "E5, 1 of E3 E4, 2 of E7 E8 E10",
      ])
    #expect(lot.ways.map(\.size) == [3, 3, 4])
  }

  @Test("what is there already is told, and not asked again")
  func partlyThere() throws {
    let lot = try #require(try target(process, "due-diligence-monitored").lots.first)
    #expect(lot.present.map(\.name) == ["E3", "E5"])
    #expect(lot.ways.map(short) == ["2 of E6 E7 E8 E10"])
    let more = try target(process + " The builder must watch the glass chain.", "due-diligence-monitored")
    #expect(more.lots.first?.ways.map(short) == ["1 of E7 E8 E10"])
  }

  @Test("what must be scored is told as such")
  func scored() throws {
    let lot = try #require(try target(process, "due-diligence-rewarded").lots.first)
    #expect(
      lot.ways.map(short) == ["scored due-diligence", "scored E5, 1 of scored E3 scored E4 scored E6"])
  }

  @Test("a level that is reached, or stands lower, is said to be so")
  func reached() throws {
    let reached = try #require(try target(process, "due-diligence").lots.first)
    #expect(reached.state == .reached)
    #expect(reached.ways.isEmpty)
    let higher = try #require(try target(process, "certification-only").lots.first)
    #expect(higher.state == .higher)
    #expect(higher.ways.map(short) == ["certificate"])
  }

  @Test("documents that were not read leave open whether a level is reached")
  func unread() throws {
    let lot = try #require(try target(process, "due-diligence-monitored", unread: ["Terms.pdf"]).lots.first)
    #expect(lot.state == .unknown)
    #expect(lot.unread == ["Terms.pdf"])
    #expect(lot.ways.map(short) == ["2 of E6 E7 E8 E10"])
    #expect(try target(process, "due-diligence", unread: ["Terms.pdf"]).lots.first?.state == .reached)
  }

  @Test("the ways follow the ladder of the rules, whatever it says")
  func otherLadder() throws {
    let files = try TinyRules.files()
    let ladder = try #require(files.first { $0.path == "verdicts.yaml" }?.text)
    func judge(_ condition: String) throws -> Judge {
      let old = "- *process\n        - {at-least: 2, of: [E6, E7, E8, E10]}"
      let text = ladder.replacing(old, with: condition)
      try #require(text != ladder)
      return try TinyRules.judge(replacing: [("verdicts.yaml", text)])
    }
    let more = try judge("- *process\n        - {at-least: 3, of: [E6, E7, E8, E10]}\n        - E2")
    #expect(
      try target(process, "due-diligence-monitored", by: more).lots.first?.ways.map(short)
        == ["E2, 3 of E6 E7 E8 E10"])
    let never = try judge("- *process\n        - {not: E3}")
    let lot = try #require(try target(process, "due-diligence-monitored", by: never).lots.first)
    #expect(lot.state == .impossible)
    #expect(lot.ways.isEmpty)
    let nested = try judge("- *process\n        - {at-least: 2, of: [{all: [E6, E7]}, E8, E10]}")
    let ways = try target(process, "due-diligence-monitored", by: nested).lots.first?.ways.map(short)
    #expect(ways == ["E8, E10", "E6, E7, E10", "E6, E7, E8"])
  }

  @Test(
    "model clauses are in the tender's language, and putting them in brings the level",
    arguments: [
      (
        "nl",
        "De aannemer levert en legt de tegels op de aangewezen plaats en op tijd. Het werk is klaar als het vuil van de straat is."
      ),
      ("fr", "Le titulaire livre et pose les dalles à l'endroit indiqué et dans les délais."),
      (
        "de", "Der Auftragnehmer liefert und verlegt die Platten an der bezeichneten Stelle und in der Frist."
      ),
      ("en", "The contractor delivers and lays the tiles at the place that is shown and on time."),
    ])
  func clauses(language: String, text: String) throws {
    let judge = try Self.packed.get()
    let made = try target(text, "due-diligence-monitored", by: judge)
    #expect(made.language == language)
    let clauses = Dictionary(uniqueKeysWithValues: made.clauses.map { ($0.remedy, $0.text) })
    #expect(clauses.count == 8)
    for way in try #require(made.lots.first).ways {
      let chosen = way.all + way.choices.flatMap { $0.of.suffix($0.count) }
      let added = try chosen.map { try #require($0.remedy.flatMap { clauses[$0] }) }
      let whole = ([text] + added).joined(separator: "\n\n")
      let file = try TinyRules.tender([("Contract.txt", whole)])
      let rank = judge.judge(file).verdicts.first?.level.rank
      #expect((rank ?? 0) >= 4, "\(language): \(short(way))")
    }
  }
}
