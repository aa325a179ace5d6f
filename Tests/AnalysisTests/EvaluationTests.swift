import Tenders
import Testing

@testable import Analysis

@Suite struct EvaluationTests {
  private let ladder: Ladder

  init() throws { ladder = try RuleSet(from: .packed).ladder }

  @Test(
    "the interval of a share is Wilson's",
    arguments: [
      // Newcombe, Statistics in Medicine 17 (1998), table I.
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
    ])
  func wilson(part: Int, whole: Int, low: Double, high: Double) throws {
    let interval = try #require(Share(part: part, whole: whole).interval)
    #expect(abs(interval.lowerBound - low) < 0.00006)
    #expect(abs(interval.upperBound - high) < 0.00006)
  }

  @Test("a share and a score of nothing are unknown, not nought")
  func nothing() {
    #expect(Share(part: 0, whole: 0).value == nil)
    #expect(Share(part: 0, whole: 0).interval == nil)
    #expect(Tally().precision.value == nil)
    #expect(Tally().f1 == nil)
    #expect(Tally(missing: 2).f1 == 0)
  }

  @Test("a tally tells precision, recall and their harmonic mean apart")
  func tally() {
    let tally = Tally(right: 6, tooMany: 2, missing: 6)
    #expect(tally.precision == Share(part: 6, whole: 8))
    #expect(tally.recall == Share(part: 6, whole: 12))
    #expect(tally.f1 == 0.6)
  }

  @Test("levels, due diligence, elements, flags, price and doubt are counted over all cases")
  func counts() {
    let evaluation = Evaluation(
      [
        outcome("a", truth: "due-diligence", [.e3, .e5], verdict: "due-diligence", [.e3, .e4]),
        outcome("b", "fr", truth: "silent", verdict: "due-diligence", [.e3], confidence: .check),
        outcome("c", truth: "due-diligence-rewarded", verdict: "norms-only", price: (70, 60)),
        outcome(
          "d", truth: "silent", verdict: "silent", flags: (["price-only"], ["price-led"]), isQuoted: true),
      ], ladder: ladder)
    #expect(evaluation.levels == Share(part: 2, whole: 4))
    #expect(evaluation.dueDiligence == Tally(right: 1, tooMany: 1, missing: 1))
    #expect(evaluation.elements.map(\.name) == [.e3, .e4, .e5])
    #expect(evaluation.elements.first?.tally == Tally(right: 1, tooMany: 1))
    #expect(evaluation.allElements == Tally(right: 1, tooMany: 2, missing: 1))
    #expect(evaluation.allFlags == Tally(tooMany: 1, missing: 1))
    #expect(evaluation.priceWeights == Share(part: 3, whole: 4))
    #expect(evaluation.quotes == Share(part: 1, whole: 1))
    #expect(evaluation.doubted == Share(part: 1, whole: 4))
    #expect(evaluation.errorsDoubted == Share(part: 1, whole: 2))
    #expect(evaluation.languages.map(\.language) == ["fr", "nl"])
    #expect(evaluation.languages.last?.levels == Share(part: 2, whole: 3))
    #expect(evaluation.misses.map(\.labelled.id) == ["b", "c", "a", "d"])
    let cells = evaluation.confusion.map { "\($0.truth.code) \($0.verdict.code) \($0.count)" }
    #expect(
      cells == [
        "silent silent 1", "silent due-diligence 1", "due-diligence due-diligence 1",
        "due-diligence-rewarded norms-only 1",
      ])
  }

  @Test("specification and performance may be confused; selection and award may not")
  func stages() {
    func miss(_ truth: Set<Stage>, _ verdict: [Stage]) -> Bool {
      outcome("a", truth: "silent", verdict: "silent", stages: (truth, verdict)).isMiss
    }
    #expect(!miss([.specification], [.performance]))
    #expect(!miss([.performance, .specification], [.performance]))
    #expect(miss([.selection], [.performance]))
    #expect(miss([.award], []))
  }

  @Test("evidence quotes a decisive sentence when it stands on some of it, whatever the white space")
  func quotes() throws {
    let text = "De stad koopt.\nDe bouwer zoekt\n  het gevaar op. Hij meldt het."
    let file = try TinyRules.tender([("a.txt", text), ("b.txt", "De bouwer zoekt het gevaar op.")])
    func isQuoted(_ quotes: [String], _ offset: Int, _ length: Int, in document: String = "a.txt") -> Bool? {
      var labelled = outcome("a", truth: "silent", verdict: "silent").labelled
      labelled.truth.quotes = quotes
      let place = Place(document: document, heading: [], offset: offset, length: length)
      return labelled.isQuoted(
        by: [Evidence(rule: "r", gives: "E3", quote: "", language: nil, place: place)], in: file.texts)
    }
    #expect(isQuoted(["De bouwer zoekt het gevaar op."], 25, 40) == true)
    #expect(isQuoted(["niets", "Hij meldt  het."], 49, 3) == true)
    #expect(isQuoted(["De bouwer zoekt het gevaar op."], 0, 14) == false)
    #expect(isQuoted(["De bouwer zoekt het gevaar op."], 0, 14, in: "b.txt") == true)
    #expect(isQuoted(["Hij meldt het."], 0, 14, in: "b.txt") == false)
    #expect(isQuoted([], 0, 14) == nil)
    #expect(isQuoted(["De bouwer zoekt het gevaar op."], 5000, 14) == false)
  }

  private func outcome(
    _ id: String, _ language: String = "nl", truth: String, _ expected: Set<Element> = [], verdict: String,
    _ found: [Element] = [], flags: (Set<String>, [String]) = ([], []),
    stages: (Set<Stage>, [Stage]) = ([], []), price: (Double?, Double?) = (nil, nil),
    confidence: Confidence = .certain, isQuoted: Bool? = nil
  ) -> Evaluation.Outcome {
    Evaluation.Outcome(
      labelled: LabelledCase(
        id: id, file: "\(id).yaml", language: language, documents: [],
        truth: LabelledCase.Truth(
          level: truth, elements: expected, stages: stages.0, flags: flags.0, priceWeight: price.0, quotes: []
        )),
      verdict: Verdict(
        lot: "1", level: ladder.level(verdict) ?? Level(code: verdict), atLeast: false,
        confidence: confidence,
        elements: found, stages: stages.1, flags: flags.1, notes: [], priceWeight: price.1, evidence: [],
        missing: [], disagreements: []),
      isQuoted: isQuoted)
  }
}
