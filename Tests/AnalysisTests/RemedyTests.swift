import Tenders
import Testing

@testable import Analysis
@testable import Intake

@Suite("Model clauses")
struct RemedyTests {
  private static let languages = ["nl", "fr", "de", "en"]

  @Test("Every clause, title and basis is there in Dutch, French, German and English, with a date")
  func languages() throws {
    let rules = try RuleSet(from: .packed)
    #expect(rules.remedies.count >= 14)
    for remedy in rules.remedies {
      let texts = [remedy.title, remedy.clause, remedy.place, remedy.basis] + remedy.variants.map(\.clause)
      for wording in texts {
        #expect(Set(wording.texts.keys) == Set(Self.languages), "\(remedy.id)")
        #expect(Set(wording.texts.values).count == 4, "\(remedy.id): \(wording.texts)")
      }
      #expect(remedy.dated.wholeMatch(of: /20\d\d-\d\d-\d\d/) != nil, "\(remedy.id)")
    }
  }

  @Test("Every element has a clause for the contract; those that may be scored have one for award")
  func elements() throws {
    let rules = try RuleSet(from: .packed)
    for element in Element.allCases {
      let id = try #require(rules.remedyIDs[element], "\(element)")
      let remedy = try #require(rules.remedies.first { $0.id == id })
      #expect(remedy.clause(at: .performance, for: []) != nil, "\(element)")
      // Company policy, the yardstick, the effort and the sanction are no quality of an offer.
      let isScored = [.e3, .e4, .e5, .e6, .e8].contains(element)
      #expect((remedy.clause(at: .award, for: []) != nil) == isScored, "\(element)")
    }
  }

  @Test("A clause for a product that is bought goes before the general one, at each place")
  func products() throws {
    let rules = try RuleSet(from: .packed)
    let remedy = try #require(rules.remedies.first { $0.id == "chain-transparency" })
    #expect(remedy.stages == [.performance, .specification, .award])
    for stage in remedy.stages {
      let general = try #require(remedy.clause(at: stage, for: ["workwear"]))
      let stone = try #require(remedy.clause(at: stage, for: ["workwear", "natural-stone"]))
      #expect(general.category == nil)
      #expect(stone.category == "natural-stone")
      #expect(stone.clause.text("en").contains("quarry"))
    }
    #expect(remedy.clause(at: .selection, for: ["natural-stone"]) == nil)
  }

  @Test("Whatever is below due diligence, or flagged for its proof, has a clause that mends it")
  func mending() throws {
    let rules = try RuleSet(from: .packed)
    let low = rules.ladder.levels.map(\.level).filter { ($0.rank ?? 0) < 3 }
    let codes = low.map(\.code) + ["silent", "not-assessable", "label-without-equivalent", "price-only"]
    for code in codes { #expect(rules.remedies.contains { $0.mends.contains(code) }, "\(code)") }
  }

  @Test(
    "A mistake in a clause is an error with its place",
    arguments: [
      ("stage: performance", "stage: perfomance", "'performance'"),
      ("stage: performance", "stage: performance\nmends: [silnt]", "'silent'"),
      ("stage: performance", "stage: performance\nmend: [silent]", "'mends'"),
      (
        "dated:", "variants: [{stage: award, category: glas, clause: {en: x}}]\ndated:", "no product category"
      ),
      ("dated:", "variants: [{stage: award, text: {en: x}}]\ndated:", "unknown key 'text'"),
      ("clause: {en:", "clause: {eng:", "language code"),
      ("dated: 2026-01-01", "note: x", "'dated' is missing"),
    ])
  func mistakes(from old: String, to new: String, message: String) throws {
    let file = TinyRules.remedy
    let broken = file.text.replacing(old, with: new)
    #expect(broken != file.text)
    let error = #expect(throws: RuleError.self) {
      try TinyRules.load(TinyRules.files(replacing: [(file.path, broken)]))
    }
    #expect(error?.file == file.path)
    #expect(error?.description.contains(message) ?? false, "\(String(describing: error))")
  }

  @Test("A tender's language is that of its documents, and of its notice where there is none")
  func tenderLanguage() throws {
    let judge = try Judge(rules: RuleSet(from: .packed))
    func text(_ text: String, _ role: DocumentRole, _ language: String? = nil) -> SourceText {
      SourceText(
        name: "\(role)", role: role, text: Array(text.utf8),
        passages: [Passage(range: 0..<text.utf8.count, language: language)])
    }
    let french =
      "Le titulaire indique à l'acheteur, pour chacun des produits du marché, le lieu où il est fabriqué."
    func language(_ texts: [SourceText]) -> String? {
      judge.language(
        of: TenderFile(
          source: Source(path: "x"), tender: Tender(noticeKind: .competition), texts: texts))
    }
    #expect(language([text("De opdracht", .notice, "nl"), text(french, .other)]) == "fr")
    #expect(language([text("De opdracht", .notice, "nl")]) == "nl")
    #expect(language([text("12 345", .other)]) == nil)
  }
}
