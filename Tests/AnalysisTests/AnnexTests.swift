import Intake
import Tenders
import Testing

@testable import Analysis

@Suite("Annexes that a text points to")
struct AnnexTests {
  private func verdict(_ documents: [(name: String, text: String)]) async throws -> Verdict {
    var package = Package(path: "map")
    package.files = documents.map { RawFile(path: "map/\($0.name)", bytes: Array($0.text.utf8)) }
    let file = try await TenderReader().tender(package).get()
    let judged = try Judge(rules: RuleSet(from: .packed)).judge(file)
    return try #require(judged.verdicts.first)
  }

  private let pointing = """
    Bestek Hofplein

    4 Uitvoering
    4.1 De internationale sociale voorwaarden voor de steen staan in bijlage 9.
    """

  @Test("an annex with the social conditions that is not there makes the tender not assessable")
  func missing() async throws {
    let verdict = try await verdict([("Bestek.txt", pointing)])
    #expect(verdict.flags.contains("annex-missing"))
    #expect(verdict.level.code == "not-assessable")
    #expect(verdict.evidence.contains { $0.gives == "annex-missing" })
  }

  @Test("an annex that is among the documents, by name or as a part of one, is not missing")
  func present() async throws {
    let byName = try await verdict([("Bestek.txt", pointing), ("Bijlage 9.txt", "De tegels zijn grijs.")])
    #expect(!byName.flags.contains("annex-missing"))
    let asPart = try await verdict([
      ("Bestek.txt", pointing + "\n\nBijlage 9 Kleuren\n\nDe tegels zijn grijs.")
    ])
    #expect(!asPart.flags.contains("annex-missing"))
  }
}
