import Tenders
import Testing

@testable import Analysis

@Suite("What a later document takes back") struct ChangesTests {
  private static let demand = "The builder must seek harm in the glass chain."

  @Test(
    "a clause is struck by its code",
    arguments: [("E-06", "E-06"), ("G3.2", "g3.2"), ("3.4.4", "3.4.4")])
  func code(own: String, named: String) throws {
    let verdict = try verdict(
      "Work\n\n\(own) \(Self.demand)", answers: "Question: why? Answer: demand \(named) is crossed out.")
    #expect(verdict.level.code == "declined")
    #expect(verdict.flags == ["withdrawn"])
  }

  @Test("a clause that another code names stays")
  func otherCode() throws {
    let verdict = try verdict(
      "Work\n\nE-06 \(Self.demand)\n\nE-07 The glass is blue.", answers: "Answer: demand E-07 is crossed out."
    )
    #expect(verdict.elements == [.e3])
  }

  @Test("what stands in quotation marks strikes the passage that it names")
  func quoted() throws {
    let work =
      "Scoring\n\nPlan for the glass chain: the bidder must seek harm in the glass chain, 20 points.\n"
    let struck = try verdict(work, answers: "The part “Plan for the glass chain” is crossed out.")
    #expect(struck.elements.isEmpty)
    let kept = try verdict(work, answers: "The part “Plan for the windows” is crossed out.")
    #expect(kept.elements == [.e3])
  }

  @Test("one item of a paragraph is struck by its letter")
  func item() throws {
    let work = "5 Chain. a) \(Self.demand) b) The builder must mend harm in the glass chain."
    let verdict = try verdict(work, answers: "Answer: clause 5 b is crossed out.", clauseWord: true)
    #expect(verdict.elements == [.e3])
  }

  @Test("answers come after all else, wherever their file stands in the list")
  func order() throws {
    let documents = [
      ("answers.txt", "Answer: 3.4.4 is crossed out."), ("contract.txt", "3.4.4 \(Self.demand)"),
    ]
    for files in [documents, documents.reversed()] {
      let judged = try TinyRules.judge().judge(TinyRules.tender(files))
      #expect(judged.verdicts.first?.flags == ["withdrawn"])
    }
  }

  @Test("a reason counts where it stands beside the refusal")
  func reason() throws {
    let work = "3.4.4 \(Self.demand)"
    let beside = try verdict(
      work, answers: "Answer: 3.4.4 is crossed out. This is because the town is small.")
    #expect(beside.flags == ["withdrawn", "explained"])
    let far = try verdict(
      work,
      answers:
        "Answer: 3.4.4 is crossed out.\n\nThe glass.\n\nThe gate.\n\nIt shuts at ten because the town is small."
    )
    #expect(far.flags == ["withdrawn"])
  }

  @Test("a yes to the question whether a clause may be struck strikes it; a yes to another question does not")
  func agreement() throws {
    let work = "3.4.4 \(Self.demand)"
    let struck = try verdict(work, answers: "Question 1: May 3.4.4 be crossed out?\n\nAnswer: Agreed.")
    #expect(struck.flags == ["withdrawn"])
    let row = try verdict(work, answers: "Question: may 3.4.4 be crossed out? Answer: Agreed.")
    #expect(row.flags == ["withdrawn"])
    let kept = try verdict(work, answers: "Question 1: Is 3.4.4 for the glass chain?\n\nAnswer: Agreed.")
    #expect(kept.elements == [.e3])
  }

  @Test("what was asked before is not asked now")
  func past() throws {
    #expect(try verdict("Formerly the builder must seek harm in the glass chain.").elements.isEmpty)
  }

  @Test("a box that was left open where others are ticked chooses nothing")
  func boxes() throws {
    #expect(try verdict("☐ \(Self.demand)\n\n☒ The glass is blue.").elements.isEmpty)
    #expect(try verdict("[ ] \(Self.demand)\n\n[x] The glass is blue.").elements.isEmpty)
    #expect(try verdict("☒ \(Self.demand)\n\n☐ The glass is blue.").elements == [.e3])
    #expect(
      try verdict("☐ \(Self.demand)\n\n☐ The glass is blue.").elements == [.e3], "for the tenderer to tick")
  }

  private func verdict(
    _ contract: String, answers: String? = nil, clauseWord: Bool = false
  ) throws -> Verdict {
    var files = [("contract.txt", contract)]
    if let answers { files.append(("answers.txt", answers)) }
    let clause = [TinyRules.grammar("clause", "clause, clauses")]
    let judged = try TinyRules.judge(replacing: clauseWord ? clause : []).judge(TinyRules.tender(files))
    return try #require(judged.verdicts.first)
  }
}
