import Tenders
import Testing

@testable import Analysis

@Suite("Text that is struck through")
struct StruckTests {
  private func level(isStruck: Bool) throws -> String {
    let text = Array(
      "De opdrachtnemer onderzoekt jaarlijks de risico's op kinderarbeid in de keten van de steen.".utf8)
    var passage = Passage(range: 0..<text.count, language: "nl")
    passage.isStruck = isStruck
    let source = SourceText(name: "Bestek.docx", role: .other, text: text, passages: [passage])
    var tender = Tender(noticeKind: .documents)
    tender.lots = [Lot(id: "1")]
    let document = Coverage.Document(name: "Bestek.docx", kind: .docx, role: .other, state: .read)
    let file = TenderFile(
      source: Source(path: "Bestek.docx"), tender: tender, coverage: Coverage(documents: [document]),
      texts: [source])
    let verdict = try Judge(rules: RuleSet(from: .packed)).judge(file).verdicts.first
    return try #require(verdict).level.code
  }

  @Test("a demand counts, and no longer when it is struck through")
  func struck() throws {
    #expect(try level(isStruck: false) == "steps-only")
    #expect(try level(isStruck: true) == "silent")
  }
}
