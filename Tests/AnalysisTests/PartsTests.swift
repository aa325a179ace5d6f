import Tenders
import Testing

@testable import Analysis

@Suite("Documents joined in one file") struct PartsTests {
  private static let contract = "Contract\n\n5.1 The builder must take due care.\n\n5.2 The glass is blue.\n"
  private static let answers = "Answers\n\nQuestion 1: What of 5.1?\n\nAnswer: 5.1 is crossed out.\n"

  @Test("answers that follow in the same file strike what stands before them")
  func joined() throws {
    let verdict = try verdict("all.txt", Self.contract + "\n" + Self.answers)
    #expect(verdict.level.code == "declined")
    #expect(verdict.flags == ["withdrawn"])
  }

  @Test("a file whose name tells what it is has one part")
  func named() throws {
    let verdict = try verdict("contract.txt", Self.contract + "\n" + Self.answers)
    #expect(verdict.level.code == "due-diligence")
  }

  @Test("a numbered heading of another role opens no part")
  func numbered() throws {
    let text = Self.contract + "\n6 Answers\n\n6.1 Question 1: What of 5.1?\n\nAnswer: 5.1 is crossed out.\n"
    #expect(try verdict("all.txt", text).level.code == "due-diligence")
  }

  private func verdict(_ name: String, _ text: String) throws -> Verdict {
    let judged = try TinyRules.judge().judge(TinyRules.tender([(name, text)]))
    return try #require(judged.verdicts.first)
  }
}
