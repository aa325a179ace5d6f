import Tenders
import Testing

@testable import Analysis

@Suite struct LadderTests {
  private let judge: Judge

  init() throws { judge = try TinyRules.judge() }

  private static let care = "The builder must take due care."
  private static let follow =
    "The builder must watch the glass chain. The builder must tell of the glass chain."

  // MARK: Each level

  @Test(
    "each level holds when its findings are there",
    arguments: [
      ("The tea is served at four.", "silent", 0),
      ("The town is pious.", "boilerplate", 1),
      ("The bidder must vow silence.", "declaration-only", 2),
      ("The builder must hold a badge.", "certification-only", 2),
      ("The builder must keep the glass code.", "norms-only", 2),
      ("The builder must seek out harm in the glass chain.", "steps-only", 2),
      ("The builder must mend the glass chain.", "steps-only", 2),
      ("The builder must pledge care of the glass chain.", "silent", 0),
      ("The bidder must show his own house.", "steps-only", 2),
      ("The builder must take due care.", "due-diligence", 3),
      (
        "The builder must seek out harm in the glass chain. The builder must mend the glass chain.",
        "due-diligence", 3
      ),
      ("The builder must unveil the glass chain. The builder must mend the glass chain.", "due-diligence", 3),
      (
        "The builder must unveil the glass chain. The builder must seek harm in the glass chain.",
        "steps-only", 2
      ),
      ("\(care) The builder must tell of the glass chain.", "due-diligence", 3),
      ("\(care) \(follow)", "due-diligence-monitored", 4),
      (
        "\(care) The builder must heal the glass chain. He is fined for the glass chain.",
        "due-diligence-monitored", 4
      ),
    ])
  func levels(text: String, level: String, rank: Int) throws {
    let verdict = try verdict(text)
    #expect(verdict.level == Level(code: level, rank: rank))
    #expect(!verdict.atLeast)
  }

  @Test(
    "of several levels of rank 2 the one that asks most is told",
    arguments: [
      ("The builder must keep the glass code. The builder must hold a badge.", "norms-only"),
      ("The builder must hold a badge. The bidder must vow silence.", "certification-only"),
      ("The builder must mend the glass chain. The builder must keep the glass code.", "steps-only"),
      ("The town is pious. The bidder must vow silence.", "declaration-only"),
    ])
  func severalLevels(text: String, level: String) throws {
    #expect(try verdict(text).level.code == level)
  }

  @Test("of alternatives in one statement the lightest that suffices counts")
  func alternatives() throws {
    let verdict = try verdict("The builder must hold a badge or vow silence.")
    #expect(verdict.level.code == "declaration-only")
    #expect(!verdict.evidence.contains { $0.gives == "certification-only" })
    #expect(
      try self.verdict("The builder must hold a badge. The builder must vow silence.").level.code
        == "certification-only")
  }

  @Test("due diligence that is scored is rewarded; a scored step is not")
  func scored() throws {
    let rewarded = try verdict("# Scoring\n\nThe bidder must take due care.\n")
    #expect(rewarded.level.code == "due-diligence-rewarded")
    #expect(rewarded.stages == [.award])
    let both = try verdict(
      "# Work\n\n\(Self.care)\n\n# Scoring\n\nThe bidder must tell of the glass chain.\n")
    #expect(both.level.code == "due-diligence")
    #expect(both.stages == [.award, .performance])
    let step = try verdict("# Scoring\n\nThe bidder must seek harm in the glass chain.\n")
    #expect(step.level.code == "steps-only")
    #expect(step.stages == [.award])
  }

  @Test("elements count from rank 2 up, in order, and what is missing is told with its remedy")
  func elements() throws {
    let verdict = try verdict("\(Self.follow) The builder must seek harm in the glass chain.")
    #expect(verdict.elements == [.e3, .e6, .e7])
    #expect(verdict.missing.map(\.element) == [.e1, .e2, .e4, .e5, .e8, .e9, .e10])
    #expect(verdict.missing.allSatisfy { $0.state == .notAsked })
    let silent = try self.verdict("The tea is served at four.")
    #expect(silent.missing.first { $0.element == .e3 }?.remedy == "seek")
    #expect(silent.elements.isEmpty)
  }

  @Test(
    "every level from declined up is quoted",
    arguments: [
      "The bidder must vow silence.", "The builder must hold a badge.",
      "The builder must keep the glass code.",
      "The builder must take due care.", "The town is pious.", "The town does without glass care.",
      "The builder must mend the glass chain.",
    ])
  func quoted(text: String) throws {
    let verdict = try verdict(text)
    #expect(verdict.evidence.contains { $0.quote == text })
  }

  // MARK: Declined

  @Test("a refusal is declined, with its reason")
  func declined() throws {
    let verdict = try verdict("The town does without glass care because it is small.")
    #expect(verdict.level == Level(code: "declined", rank: 0))
    #expect(verdict.flags == ["explained"])
    #expect(try self.verdict("The town does without glass care.").flags.isEmpty)
  }

  @Test("a refusal beside a demand leaves the demand's level and stays in the evidence")
  func refusedBesideDemand() throws {
    let verdict = try verdict("The town does without glass care. The builder must hold a badge.")
    #expect(verdict.level.code == "certification-only")
    #expect(verdict.evidence.contains { $0.gives == "declined" })
  }

  private static let clause = (
    "contract.txt", "5.1 The builder must take due care.\n\n5.2 The builder must keep the glass code.\n"
  )

  @Test("an answer of a later document that strikes a clause by number takes its findings away")
  func struckByNumber() throws {
    let answer = "Question 1: Does clause 5.1 stay?\n\nAnswer: Clause 5.1 is crossed out.\n"
    let verdict = try verdict([Self.clause, ("z answers.txt", answer)])
    #expect(verdict.level.code == "norms-only")
    #expect(verdict.flags == ["withdrawn"])
    let both = answer + "\nQuestion 2: And 5.2?\n\nAnswer: Clause 5.2 is crossed out.\n"
    let all = try self.verdict([Self.clause, ("z answers.txt", both)])
    #expect(all.level.code == "declined")
    #expect(all.elements.isEmpty)
    #expect(all.flags == ["withdrawn"])
    #expect(all.evidence.contains { $0.gives == "withdrawn" && $0.place.document == "z answers.txt" })
  }

  @Test("an answer without a number strikes what its question is about")
  func struckBySubject() throws {
    let answer = "Question 1: Is due care needed?\n\nAnswer: This demand is crossed out.\n"
    let verdict = try verdict([Self.clause, ("z answers.txt", answer)])
    #expect(verdict.level.code == "norms-only")
    #expect(verdict.flags == ["withdrawn"])
  }

  @Test(
    "an answer strikes nothing of another number or in a question, and a letter strikes nothing",
    arguments: [
      ("z answers.txt", "Question 1: About 7.9?\n\nAnswer: Clause 7.9 is crossed out.\n"),
      ("z answers.txt", "Question 1: May clause 5.1 be crossed out?\n\nAnswer: No.\n"),
      ("z letter.txt", "Clause 5.1 is crossed out.\n"),
    ])
  func notStruck(name: String, text: String) throws {
    let verdict = try verdict([Self.clause, (name, text)])
    #expect(verdict.level.code == "due-diligence")
    #expect(verdict.flags.isEmpty)
  }

  @Test(
    "an answer that repeats a demand to strike it asks for nothing; one that puts another in its place does",
    arguments: [
      ("The demand that the builder must take due care is crossed out.", "declined"),
      ("This is crossed out: the builder must keep the glass code and take due care.", "declined"),
      ("This is crossed out; instead the builder must keep the glass code.", "norms-only"),
    ])
  func struckInItsOwnWords(answer: String, level: String) throws {
    let clause = ("contract.txt", "5.1 The builder must take due care.\n")
    let verdict = try verdict([clause, ("z answers.txt", "Question 1: What of 5.1?\n\nAnswer: \(answer)\n")])
    #expect(verdict.level.code == level)
    #expect(verdict.flags == ["withdrawn"])
  }

  @Test("who has a badge and is spared the work beside it is asked for the badge alone")
  func lighter() throws {
    let work = "5.1 The builder must take due care and seek harm in the glass chain.\n"
    let spared = "5.2 The builder with a badge is spared this.\n"
    #expect(try verdict([("contract.txt", work)]).level.code == "due-diligence")
    #expect(try verdict([("contract.txt", work + "\n" + spared)]).level.code == "certification-only")
    let elsewhere = "6 Other\n\n6.1 The builder with a badge is spared this.\n"
    #expect(try verdict([("contract.txt", work + "\n" + elsewhere)]).level.code == "due-diligence")
  }

  @Test("a whole chapter is struck by its number, one with a longer number of its own is not")
  func struckChapter() throws {
    let contract = (
      "contract.txt", "5.1 The builder must take due care.\n\n5.11 The builder must keep the glass code.\n"
    )
    let verdict = try verdict([contract, ("z answers.txt", "Answer: Clause 5.1 is crossed out.\n")])
    #expect(verdict.level.code == "norms-only")
  }

  // MARK: Lots

  private static let lots = [Lot(id: "LOT-0001"), Lot(id: "LOT-0002"), Lot(id: "LOT-0003")]

  @Test(
    "a demand counts for the lots that it names, else for all",
    arguments: [
      ("The builder must take due care.", [3, 3, 3]),
      ("For lot 2 the builder must take due care.", [0, 3, 0]),
      ("For lots 1 and 3 the builder must take due care.", [3, 0, 3]),
      ("# Lot 2\n\nThe builder must take due care.\n", [0, 3, 0]),
      ("For lot 3:\n- the builder must take due care.", [0, 0, 3]),
      ("For LOT-0002 the builder must take due care.", [3, 3, 3]),
      (
        "# Lot 1\n\nThe builder must take due care.\n\n# Lot 2\n\nThe builder must hold a badge.\n",
        [3, 2, 0]
      ),
    ])
  func lots(text: String, ranks: [Int?]) throws {
    let judged = judge.judge(try TinyRules.tender([("contract.txt", text)], lots: Self.lots))
    #expect(judged.verdicts.map(\.lot) == ["LOT-0001", "LOT-0002", "LOT-0003"])
    if text.contains("LOT-") {
      // Whether the full identifier is understood or not, lot 2 is never lost.
      #expect(judged.verdicts[1].level.rank == 3)
    } else {
      #expect(judged.verdicts.map(\.level.rank) == ranks)
    }
  }

  // MARK: What was not read

  @Test("with an unread document a level is a minimum, and what is missing is unknown")
  func atLeast() throws {
    let verdict = try verdict([("contract.txt", Self.care)], unread: ["annex.pdf"])
    #expect(verdict.level.code == "due-diligence")
    #expect(verdict.atLeast)
    #expect(verdict.missing.allSatisfy { $0.state == .unknown })
  }

  @Test("silence is known only when every document was read")
  func silence() throws {
    let tea = [("contract.txt", "The tea is served at four.")]
    #expect(try verdict(tea).level.code == "silent")
    let unread = try verdict(tea, unread: ["annex.pdf"])
    #expect(unread.level == Level(code: "not-assessable", rank: nil))
    #expect(!unread.atLeast)
    #expect(unread.missing.allSatisfy { $0.state == .unknown })
  }

  @Test("a form that was not read could hold no demand")
  func unreadForm() throws {
    #expect(
      try verdict([("contract.txt", "The tea is served.")], unread: ["form 3.pdf"]).level.code == "silent")
  }

  @Test("a text in a language without rules was not read as far as silence goes")
  func foreign() throws {
    let words = Array(repeating: "sklo se lije rychle a bez konce", count: 12).joined(separator: ", ")
    let judged = judge.judge(try TinyRules.tender([("contract.txt", words + ".")]))
    #expect(judged.verdicts.map(\.level.code) == ["not-assessable"])
    #expect(judged.coverage.documents.first?.hint != nil)
  }

  @Test(
    "a notice alone is not assessable unless it declines or asks for something",
    arguments: [
      ("The tea is served at four.", "not-assessable", false),
      ("The town is pious.", "not-assessable", false),
      ("The town does without glass care.", "declined", true),
      ("The builder must hold a badge.", "certification-only", true),
      ("The builder must take due care.", "due-diligence", true),
    ])
  func noticeAlone(text: String, level: String, atLeast: Bool) throws {
    let verdict = try #require(judge.judge(TinyRules.notice(text)).verdicts.first)
    #expect(verdict.level.code == level)
    #expect(verdict.atLeast == atLeast)
  }

  // MARK: Claims

  private func claimed(
    _ text: String, claims: Bool, format: String = "eforms-sdk-1.10", unread: [String] = []
  ) throws
    -> [String]
  {
    var lot = Lot(id: "1")
    if claims { lot.social = ["hum-right"] }
    var file = try TinyRules.tender([("contract.txt", text)], unread: unread, lots: [lot])
    file.source.format = format
    return try #require(judge.judge(file).verdicts.first).flags
  }

  @Test("a claim that the documents do not bear out is flagged, when all were read")
  func unsupportedClaim() throws {
    #expect(try claimed("The tea is served.", claims: true) == ["claim-unsupported"])
    #expect(try claimed("The builder must hold a badge.", claims: true) == ["claim-unsupported"])
    #expect(try claimed("The builder must mend the glass chain.", claims: true).isEmpty)
    #expect(try claimed(Self.care, claims: true).isEmpty)
    #expect(try claimed("The tea is served.", claims: true, unread: ["annex.pdf"]).isEmpty)
    #expect(try claimed("The town boasts of the glass code.", claims: false) == ["claim-unsupported"])
  }

  @Test("due diligence that the notice does not claim is flagged where its form has the field")
  func unclaimed() throws {
    #expect(try claimed(Self.care, claims: false) == ["unclaimed"])
    #expect(try claimed(Self.care, claims: false, format: "ted-r2.0.9").isEmpty)
    #expect(try claimed("The builder must hold a badge.", claims: false).isEmpty)
    #expect(try claimed("The tea is served.", claims: false).isEmpty)
  }

  @Test("due diligence that is only named is noted as such")
  func nameOnly() throws {
    #expect(try verdict(Self.care).notes == ["name-only"])
    #expect(try verdict("\(Self.care) The builder must mend the glass chain.").notes.isEmpty)
    #expect(try verdict("The builder must hold a badge.").notes.isEmpty)
  }

  @Test("a verdict by a rule that is not yet proven in its language is to be checked")
  func preview() throws {
    let judge = try TinyRules.judge(replacing: [
      TinyRules.criterion("care", "due-diligence", "find: [{statement: [care]}]\npreview: [en]")
    ])
    let text = "# Work\n\nAt work the builder must take due care of it, as it is.\n"
    let file = try TinyRules.tender([("contract.txt", text)])
    #expect(judge.judge(file).verdicts.map(\.confidence) == [.check])
    #expect(self.judge.judge(file).verdicts.map(\.confidence) == [.certain])
  }

  // MARK: Price

  @Test(
    "the weight of price is told in percent only when it can be computed",
    arguments: [
      ([price()], 100),
      ([price(100, .percent)], 100),
      ([price(40, .percent), quality(60, .percent)], 40),
      ([price(30, .percent), cost(20, .percent), quality(50, .percent)], 50),
      ([price(40, .percent), quality(40, .percent)], nil),
      ([price(0.4, .decimal), quality(0.6, .decimal)], 40),
      ([price(50, .points), quality(150, .points)], 25),
      ([price(400, .bare), quality(600, .bare)], 40),
      ([price(4, .bare), quality(5, .bare)], nil),
      ([price(1, .order), quality(2, .order)], nil),
      ([price(40, .percent), quality(60, .points)], nil),
      ([price(40, .percent), AwardCriterion(kind: .unknown, weight: .number(60), unit: .percent)], nil),
      ([price(), quality(60, .percent)], nil),
      ([quality(100, .percent)], 0),
      ([], nil),
    ] as [([AwardCriterion], Double?)])
  func priceWeight(award: [AwardCriterion], weight: Double?) throws {
    #expect(try verdict(award: award).priceWeight == weight)
  }

  @Test(
    "price alone, and price that leads, are flagged",
    arguments: [
      ([price()], ["price-only"]),
      ([price(60, .percent), cost(40, .percent)], ["price-only"]),
      ([price(70, .percent), quality(30, .percent)], ["price-led"]),
      ([price(69, .percent), quality(31, .percent)], []),
      ([price(40, .percent), cost(30, .percent), quality(30, .percent)], ["price-led"]),
      ([quality(100, .percent)], []),
      ([], []),
    ] as [([AwardCriterion], [String])])
  func priceFlags(award: [AwardCriterion], flags: [String]) throws {
    #expect(try verdict(award: award).flags == flags)
  }

  @Test("lowest price without a motivation is flagged where the law wants one and all was read")
  func motivation() throws {
    let tea = "The tea is served at four."
    let all: [(String?, String, [String], [String])] = [
      ("NL", tea, [], ["price-only", "unmotivated-price"]),
      ("BE", tea, [], ["price-only"]),
      (nil, tea, [], ["price-only"]),
      ("NL", "The town takes the cheapest since tea is tea.", [], ["price-only"]),
      ("NL", tea, ["annex.pdf"], ["price-only"]),
    ]
    for (country, text, unread, flags) in all {
      let file = try TinyRules.tender(
        [("contract.txt", text)], unread: unread, lots: [lot([Self.price()])], country: country)
      #expect(judge.judge(file).verdicts.map(\.flags) == [flags])
    }
  }

  // MARK: Help

  private static func price(_ weight: Double? = nil, _ unit: AwardCriterion.Unit = .none) -> AwardCriterion {
    AwardCriterion(kind: .price, weight: weight.map { .number($0) }, unit: unit)
  }

  private static func cost(_ weight: Double, _ unit: AwardCriterion.Unit) -> AwardCriterion {
    AwardCriterion(kind: .cost, weight: .number(weight), unit: unit)
  }

  private static func quality(_ weight: Double, _ unit: AwardCriterion.Unit) -> AwardCriterion {
    AwardCriterion(kind: .quality, name: "Tea", weight: .number(weight), unit: unit)
  }

  private func lot(_ award: [AwardCriterion]) -> Lot {
    var lot = Lot(id: "1")
    lot.award = award
    return lot
  }

  private func verdict(award: [AwardCriterion]) throws -> Verdict {
    let file = try TinyRules.tender([("contract.txt", "The tea is served at four.")], lots: [lot(award)])
    return try #require(judge.judge(file).verdicts.first)
  }

  private func verdict(_ text: String) throws -> Verdict { try verdict([("contract.txt", text)]) }

  private func verdict(_ documents: [(String, String)], unread: [String] = []) throws -> Verdict {
    let judged = judge.judge(try TinyRules.tender(documents, unread: unread))
    return try #require(judged.verdicts.first)
  }
}
