import Tenders
import Testing

@testable import Analysis

@Suite("Sections that say what an award criterion asks") struct ScoredSectionsTests {
  private static let criteria = """
    4 Gunning

    G1 Prijs: 60 punten

    G2 Herkomst van de natuursteen: 40 punten


    """
  private static let demand = """
    beschrijft u hoe u de risico's op kinderarbeid in de keten van de natuursteen onderzoekt en welke maatregelen u \
    neemt om ze te beperken.
    """

  @Test("a passage that names the criterion is scored", arguments: ["Bij G2", "Voor criterium G2"])
  func byNumber(opening: String) throws {
    let verdict = try verdict(Self.criteria + "\(opening) \(Self.demand)")
    #expect(verdict.stages == [.award])
    #expect(verdict.level.code == "due-diligence-rewarded")
  }

  @Test(
    "what stands under a heading with its number or name is scored",
    arguments: ["5.2 Uitwerking van G2", "5.2 Toelichting herkomst van de natuursteen"])
  func byHeading(heading: String) throws {
    let verdict = try verdict(Self.criteria + "\(heading)\n\nOp ten hoogste twee pagina's \(Self.demand)")
    #expect(verdict.stages == [.award])
  }

  @Test("a question there asks for an answer that is scored")
  func question() throws {
    let question = "Hoe onderzoekt u de risico's op kinderarbeid in de keten van de natuursteen?"
    #expect(try verdict(Self.criteria + "Bij G2 geldt het volgende. \(question)").elements == [.e3])
    #expect(try verdict(Self.criteria + "Bij G7 geldt het volgende. \(question)").elements.isEmpty)
  }

  @Test("a contract clause that names the criterion binds the performance")
  func contract() throws {
    let clause =
      "Artikel 4. Bij G2 onderzoekt de opdrachtnemer de risico's op kinderarbeid in de keten van de steen."
    let verdict = try verdict(Self.criteria, also: ("Conceptovereenkomst.txt", clause))
    #expect(verdict.stages == [.performance])
  }

  private func verdict(_ guide: String, also other: (String, String)? = nil) throws -> Verdict {
    let files = [("Leidraad.txt", guide)] + (other.map { [$0] } ?? [])
    let judged = try Judge(rules: RuleSet(from: .packed)).judge(TinyRules.tender(files))
    return try #require(judged.verdicts.first)
  }
}
