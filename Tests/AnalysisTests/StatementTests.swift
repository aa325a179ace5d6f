import Tenders
import Testing

@testable import Analysis

@Suite struct StatementTests {
  private let judge: Judge

  init() throws { judge = try TinyRules.judge() }

  // MARK: Sentences

  @Test(
    "a sentence ends at a full stop, a question mark or an exclamation mark before a capital or digit",
    arguments: [
      ("The glass chain is long. The glass chain is old.", 2),
      ("The glass chain is long! 3 times the glass chain is old.", 2),
      ("Is the glass chain long? The glass chain is.", 2),
      ("The glass chain is approx. Five glass chains long.", 1),
      ("The glass chain (e.g. The glass chain) is long.", 1),
      ("The glass chain of A. Miller is a glass chain.", 1),
      ("5.1. The glass chain is long.", 1),
      ("The glass chain counts for 40 %. The glass chain is old.", 2),
      ("The glass chain ..... 40", 1),
      ("5. The glass chain is long.", 1),
      ("The glass chain, Nos. 3 and 4, is long.", 1),
      ("The glass chain is 3.5 metres, the glass chain is long.", 1),
      ("The glass chain is long. however the glass chain is old.", 1),
      ("The glass chain is long; the glass chain is old.", 1),
    ])
  func sentences(text: String, count: Int) throws {
    #expect(try statements(text).count == count)
  }

  @Test("a quote is its sentence, without the ones around it")
  func quotes() throws {
    let text = "The town is old. The builder must mend\n  the glass chain. The town is glad."
    let reading = try reading(text)
    let chain = try #require(judge.rules.concept("chain"))
    let quotes = reading.statements.filter { $0.concepts.contains(chain) }.map {
      reading.evidence($0, rule: "", gives: "").quote
    }
    #expect(quotes == ["The builder must mend\n  the glass chain."])
  }

  // MARK: Force

  @Test(
    "the force of a sentence is that of its words",
    arguments: [
      ("The builder must mend the glass chain.", Force.must),
      ("The builder mends the glass chain.", .must),
      ("The builder ought to mend the glass chain.", .should),
      ("The builder may mend the glass chain.", .may),
      ("The builder hopes to mend the glass chain.", .ambition),
      ("The builder need not mend the glass chain.", .waived),
      ("The town mends the glass chain.", .mention),
      ("A stranger mends the glass chain.", .mention),
      ("The town must mend the glass chain.", .must),
    ])
  func force(text: String, force: Force) throws {
    #expect(try statements(text).map(\.force) == [force])
  }

  @Test("a sentence that names no bearer is a duty in a place of duties, else a mention")
  func placesOfDuties() throws {
    #expect(try statements("The glass chain is mended.", in: "contract.txt").map(\.force) == [.must])
    #expect(try statements("The glass chain is mended.", in: "letter.txt").map(\.force) == [.mention])
  }

  // MARK: Bearer

  @Test(
    "the bearer is who stands first and does not receive",
    arguments: [
      ("The builder must tell of the glass chain.", Bearer.contractor),
      ("The bidder must tell of the glass chain.", .tenderer),
      ("The helper must tell of the glass chain.", .subcontractor),
      ("The quarryman must tell of the glass chain.", .supplier),
      ("A stranger must tell of the glass chain.", .thirdParty),
      ("The town must tell of the glass chain.", .buyer),
      ("The town tells the builder of the glass chain.", .buyer),
      ("To the builder the town tells of the glass chain.", .buyer),
      ("The builder tells of the glass chain to the town.", .contractor),
      ("The town wants the builder to tell of the glass chain.", .contractor),
      ("The glass chain must be told.", .unstated),
    ])
  func bearer(text: String, bearer: Bearer) throws {
    #expect(try statements(text).map(\.bearer) == [bearer])
  }

  @Test("a sentence without a bearer takes that of the sentence before")
  func inheritedBearer() throws {
    let found = try statements("The builder must mend the glass chain. He tells of the glass chain.")
    #expect(found.map(\.bearer) == [.contractor, .contractor])
    #expect(found.map(\.isInherited) == [false, true])
  }

  @Test("an item takes its bearer from the lead-in of its list")
  func inheritedFromLeadIn() throws {
    let found = try statements("The builder must:\n- mend the glass chain;\n- tell of the glass chain.")
    #expect(found.map(\.bearer) == [.contractor, .contractor])
    #expect(found.map(\.force) == [.must, .must])
    #expect(found.allSatisfy { $0.isInherited })
    #expect(found.allSatisfy { $0.form == .listItem })
  }

  @Test(
    "an item takes its force from the lead-in of its list",
    arguments: [
      ("The builder ought to:", Force.should), ("The builder may:", .may), ("The builder need not:", .waived),
      ("The builder hopes to:", .ambition), ("The builder must:", .must),
    ])
  func inheritedForce(leadIn: String, force: Force) throws {
    let found = try statements(
      "\(leadIn)\n- mend the glass chain;\n- tell of the glass chain.", in: "contract.txt")
    #expect(found.map(\.force) == [force, force])
  }

  @Test("the concepts of a lead-in count as context of its items")
  func leadInContext() throws {
    let text = "For the glass chain the builder must:\n- seek out harm."
    #expect(try gives(text) == ["E3"])
    #expect(try gives("The builder must:\n- seek out harm.").isEmpty)
  }

  // MARK: Context and place

  @Test("a heading gives context and stage")
  func headings() throws {
    let text = "# The glass chain\n\nThe builder must seek out harm.\n"
    #expect(try gives(text) == ["E3"])
    for (heading, stage) in [
      ("Scoring", Stage.award), ("Fitness", .selection), ("Wares", .specification), ("Work", .performance),
    ] {
      let found = try statements("# \(heading)\n\nThe builder must mend the glass chain.\n", in: "letter.txt")
      #expect(found.map(\.stage) == [stage])
    }
    #expect(
      try statements("The builder must mend the glass chain.", in: "contract.txt").map(\.stage) == [
        .performance
      ])
    #expect(try statements("The builder must mend the glass chain.", in: "letter.txt").map(\.stage) == [nil])
  }

  @Test("the nearest heading decides on the stage")
  func nearestHeading() throws {
    let text = "# Fitness\n\n## Scoring\n\nThe builder must mend the glass chain.\n"
    #expect(try statements(text, in: "letter.txt").map(\.stage) == [.award])
  }

  @Test("a sentence before in the same section is context; one of another section is not")
  func near() throws {
    #expect(try gives("The glass chain is long.\n\nThe builder must seek out harm.\n") == ["E3"])
    #expect(try gives("The glass chain is long.\n\n# Wares\n\nThe builder must seek out harm.\n").isEmpty)
  }

  @Test("a false friend is no mention")
  func falseFriend() throws {
    let rules = try TinyRules.load(
      TinyRules.files(replacing: [
        (
          "concepts/chain.yaml",
          "id: chain\ntitle: c\nterms:\n  en: [\"glass chain*\"]\nnot:\n  en: [glass chain of office]\n"
        )
      ]))
    let judge = try Judge(rules: rules)
    let file = try TinyRules.tender([("contract.txt", "The builder must mend the glass chain of office.")])
    #expect(judge.judge(file).verdicts.map(\.level.code) == ["silent"])
  }

  // MARK: What asks for nothing

  @Test("a definition asks for nothing")
  func definition() throws {
    let found = try statements("To mend the glass chain shall be read as to repair it.", in: "contract.txt")
    #expect(found.map(\.isDefinition) == [true])
    #expect(
      try gives("The builder must mend the glass chain. Mend the glass chain shall be read as repair.") == [
        "E5"
      ])
    #expect(try gives("Mend the glass chain shall be read as repair.").isEmpty)
  }

  @Test(
    "a wish, a permission, a lifted duty and the buyer's own task give no element",
    arguments: [
      "The builder ought to mend the glass chain.", "The builder may mend the glass chain.",
      "The builder need not mend the glass chain.", "The town must mend the glass chain.",
      "The builder hopes to mend the glass chain.", "A stranger must mend the glass chain.",
    ])
  func nothingAsked(text: String) throws {
    #expect(try gives(text).isEmpty)
  }

  @Test("a line of a table of contents, a heading and a title ask for nothing")
  func contents() throws {
    #expect(try gives("The builder must mend the glass chain ........ 12").isEmpty)
    #expect(try gives("# The builder must mend the glass chain\n").isEmpty)
  }

  @Test(
    "a pronoun as subject stands for whoever the clause before named, whoever else the sentence names",
    arguments: [
      "5.2 He must tell strangers of the glass chain.",
      "5.2 He must tell of the glass chain, with a stranger.",
      "5.2 He must tell of the glass chain, as the town wants.",
    ])
  func pronounAsSubject(clause: String) throws {
    let text = "Work\n\n5.1 The builder must mend the glass chain.\n\n\(clause)"
    #expect(try statements(text).map(\.bearer) == [.contractor, .contractor])
  }

  @Test("the items of a list are for the one who acts in its lead-in, as binding as it says")
  func actingInLeadIn() throws {
    let text =
      "For all that the town buys, the builder must:\n\n- seek harm in the glass chain;\n- mend the glass chain."
    let found = try statements(text, in: "letter.txt")
    #expect(found.map(\.bearer) == [.contractor, .contractor])
    #expect(found.map(\.force) == [.must, .must])
  }

  @Test("a question asks for nothing; its answer may")
  func questions() throws {
    let text =
      "Question 4: Must the builder mend the glass chain?\n\nAnswer: The builder must tell of the glass chain.\n"
    let reading = try reading(text)
    #expect(reading.statements.map(\.form) == [.question, .answer])
    #expect(try gives(text) == ["E7"])
  }

  @Test("a condition is known as such")
  func condition() throws {
    let text = "Whenever glass is used, the builder must mend the glass chain."
    #expect(try statements(text).map(\.isConditional) == [true])
    #expect(Set(try gives(text)) == ["E5", "conditional"])
  }

  @Test("each row of a table is a statement with the header as context")
  func tableRows() throws {
    let text =
      "| Duty | Of the glass chain |\n|---|---|\n| Seek | The builder must seek out harm |\n| Tea | None |\n"
    #expect(try gives(text) == ["E3"])
  }

  // MARK: Help

  private func reading(_ text: String, in document: String = "contract.txt") throws -> Reading {
    Reading(try TinyRules.tender([(document, text)]), judge.lexicon)
  }

  private func statements(_ text: String, in document: String = "contract.txt") throws -> [Statement] {
    let chain = try #require(judge.rules.concept("chain"))
    return try reading(text, in: document).statements.filter { $0.concepts.contains(chain) }
  }

  /// What the rules find in a text, in order.
  private func gives(_ text: String) throws -> [String] {
    Matcher(rules: judge.rules).findings(in: try reading(text)).flatMap(\.gives)
  }
}
