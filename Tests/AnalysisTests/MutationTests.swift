import Foundation
import Testing

@testable import Analysis

@Suite struct MutationTests {
  // MARK: Forms

  @Test(
    "a form changes how a text is written, not what it says",
    arguments: [
      (Mutation.upperCase, "De bouwer zoekt één ding.", "DE BOUWER ZOEKT ÉÉN DING."),
      (.softHyphens, "de risicoanalyse van Nederland.", "de risico\u{AD}analyse van Nederland."),
      (.brokenWords, "wie opdrachtnemer, is", "wie opdrac-\nhtnemer, is"),
      (.noBreakSpaces, "hij doet:\n- dit\n- dat nu", "hij\u{A0}doet:\n- dit\n- dat\u{A0}nu"),
      (.decomposed, "één", "e\u{301}e\u{301}n"),
    ])
  func forms(mutation: Mutation, text: String, expected: String) throws {
    let form = try #require(mutation.form(of: text))
    #expect(Array(form.utf8) == Array(expected.utf8))
  }

  @Test("a form that changes nothing is left out")
  func noForm() {
    #expect(Mutation.decomposed.form(of: "een") == nil)
    #expect(Mutation.brokenWords.form(of: "een kort woord") == nil)
    #expect(Mutation.wish.form(of: "een kort woord") == nil)
  }

  // MARK: The project's rules

  @Test("every mutation fits many examples, and has words in every language of the rules")
  func everyMutation() throws {
    let judge = try Judge(rules: RuleSet(from: .packed))
    let frames = try RuleSource.packed.mutationFrames()
    let results = try RuleSource.packed.examples().flatMap { judge.run($0, frames) }
    for mutation in Mutation.allCases {
      for language in judge.rules.languages.map(\.id) {
        let trials = results.count { $0.mutation == mutation && $0.example.language == language }
        // English has no accents.
        let wanted = mutation == .decomposed ? 0 : 10
        #expect(trials >= wanted, "\(mutation.rawValue) in \(language): \(trials)")
      }
    }
    let failures = results.filter { $0.failure != nil }
    #expect(
      failures.isEmpty, "\(failures.map { "\($0.example.file):\($0.example.line) \($0.failure ?? "")" })")
  }

  // MARK: Frames

  private static let frames = """
    definition: {why: x, frames: {en: ["… shall be read as follows."]}}
    question: {why: x, frames: {en: ["Question 3: …?"]}}
    wish: {why: x, without: [must], frames: {en: ["It ought to be so that …"]}}
    waived: {why: x, frames: {en: ["It need not be that …"]}}
    struck: {why: x, frames: {en: ["This is crossed out: …"]}}
    other-lot: {why: x, without: [lot], headings: {en: [Lot 2]}}
    buyer: {why: x, without: [demand], bearers: {en: [town]}}

    """

  private func frames(_ text: String = Self.frames) throws(RuleError) -> MutationFrames {
    try MutationFrames(RuleFile(path: MutationFrames.path, text: text))
  }

  private func example(
    _ text: String, rule: String = "unveil", heading: String? = nil, isMatch: Bool = true
  ) -> RuleExample {
    RuleExample(
      rule: rule, file: "criteria/\(rule).yaml", line: 1, language: "en", text: text, heading: heading,
      isMatch: isMatch)
  }

  private func texts(_ mutation: Mutation, _ example: RuleExample) throws -> [String] {
    try TinyRules.judge().trials(of: example, mutation, frames()).map(\.text)
  }

  @Test(
    "a frame takes the sentence without its full stop, with a small letter unless a colon stands before it")
  func framed() throws {
    let example = example("The builder unveils the glass chain.")
    #expect(try texts(.waived, example) == ["It need not be that the builder unveils the glass chain."])
    #expect(try texts(.question, example) == ["Question 3: The builder unveils the glass chain?"])
    #expect(try texts(.buyer, example) == ["The town unveils the glass chain."])
    #expect(try texts(.otherLot, example) == ["Lot 2: The builder unveils the glass chain."])
  }

  @Test("a mutation is left out where it would not turn the demand")
  func unsound() throws {
    let must = example("The builder must unveil the glass chain.")
    #expect(try texts(.wish, must).isEmpty)
    #expect(try texts(.waived, must).count == 1)
    let two = example("The glass chain is long. The builder unveils the glass chain.")
    #expect(try texts(.waived, two).isEmpty)
    #expect(try texts(.buyer, two).isEmpty)
    let list = example("The builder:\n- unveils the glass chain;\n- sweeps.")
    #expect(try texts(.struck, list).isEmpty)
    #expect(try texts(.otherLot, list).count == 1)
    let unstated = example("The glass chain is unveiled in lot 1.", heading: "Work")
    #expect(try texts(.buyer, unstated).isEmpty)
    #expect(try texts(.otherLot, unstated).isEmpty)
    #expect(try texts(.buyer, example("The town wants the builder to unveil the glass chain.")).isEmpty)
    // A rule that looks for ornament finds it in wishes too, and in what the buyer does.
    let piety = example("The town is pious.", rule: "piety")
    #expect(try texts(.wish, piety).isEmpty)
    #expect(try texts(.buyer, piety).isEmpty)
  }

  @Test("the bearer below a heading is found at its own place")
  func headed() throws {
    let headed = example("Yes: the builder unveils the glass chain.", heading: "Wärk")
    #expect(try texts(.buyer, headed) == ["Yes: the town unveils the glass chain."])
  }

  @Test("an example passes all that fits it, and one that does not do what it says is run no further")
  func run() throws {
    let judge = try TinyRules.judge()
    let results = judge.run(example("The builder unveils the glass chain."), try frames())
    #expect(results.allSatisfy { $0.failure == nil }, "\(results.compactMap(\.failure))")
    let run = Set(results.compactMap(\.mutation))
    #expect(run == Set(Mutation.allCases).subtracting([.decomposed, .brokenWords, .softHyphens]))
    #expect(judge.run(example("The builder sweeps."), try frames()).count == 1)
    let counter = judge.run(example("The builder sweeps.", isMatch: false), try frames())
    #expect(counter.compactMap(\.mutation) == [.upperCase, .noBreakSpaces])
  }

  @Test(
    "a frame that does not turn the demand, or a struck or foreign one that stays, is a failure",
    arguments: [
      ("definition: {why: x, frames: {en: [\"So it is: …\"]}}", Mutation.definition, "must not match"),
      ("struck: {why: x, frames: {en: [\"So it is: …\"]}}", .struck, "must be struck"),
      ("other-lot: {why: x, headings: {en: [Chapter 2]}}", .otherLot, "for every lot"),
      ("buyer: {why: x, bearers: {en: [helper]}}", .buyer, "must not match"),
    ])
  func failures(frame: String, mutation: Mutation, message: String) throws {
    let results = try TinyRules.judge().run(
      example("The builder unveils the glass chain."), frames(frame + "\n"))
    let failures = results.filter { $0.failure != nil }
    #expect(failures.map(\.mutation) == [mutation])
    #expect(failures.first?.failure?.contains(message) == true)
  }

  @Test(
    "a fault in the frames names its place",
    arguments: [
      ("wihs: {why: x}", 1, "did you mean 'wish'?"), ("upper-case: {why: x}", 1, "unknown key"),
      ("wish:\n  frames: {en: [\"…\"]}", 2, "'why' is missing"),
      ("wish:\n  why: x\n  frames: {en: [\"so\"]}", 3, "no '…'"),
      ("wish:\n  why: x\n  without: [mist]", 3, "'must'"),
    ])
  func faults(text: String, line: Int, message: String) {
    do throws(RuleError) {
      _ = try frames(text + "\n")
      Issue.record("the frames were read")
    } catch {
      #expect(error.line == line)
      #expect(error.message.contains(message))
    }
  }

  // MARK: Exceptions and warnings

  /// The tiny rules in a folder, with one file changed.
  private func folder(_ file: TinyRules.File) throws -> (source: RuleSource, url: URL) {
    let url = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)")
    for file in try TinyRules.files(replacing: [file]) {
      let path = url.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: path)
    }
    return (.folder(url.path), url)
  }

  @Test("a rule and an example can be kept out of a mutation, with a reason")
  func except() throws {
    let file = TinyRules.criterion(
      "unveil", "E4",
      """
      find: [{statement: [unveil, chain]}]
      except: {upper-case: its words are names}
      examples:
        - {language: en, text: "The builder unveils the glass chain.", except: {wish: it cannot be wished}}
        - {language: en, text: "The builder must unveil the glass chain."}
      """)
    let (source, url) = try folder(file)
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(throws: Never.self) { try RuleSet(from: source) }
    let examples = try source.examples()
    #expect(examples.map(\.excepted) == [[.upperCase, .wish], [.upperCase]])
    let run = try TinyRules.judge().run(examples[0], frames()).compactMap(\.mutation)
    #expect(!run.contains(.wish) && !run.contains(.upperCase) && run.contains(.waived))
  }

  @Test(
    "an exception needs a mutation that is known, and a reason",
    arguments: [("{uper-case: x}", "'upper-case'"), ("{wish: \"\"}", "say why"), ("wish", "keys and values")])
  func badExcept(except: String, message: String) throws {
    let file = TinyRules.criterion(
      "unveil", "E4", "find: [{statement: [unveil, chain]}]\nexcept: \(except)\nexamples: []")
    let (source, url) = try folder(file)
    defer { try? FileManager.default.removeItem(at: url) }
    do throws(RuleError) {
      _ = try source.examples()
      Issue.record("the examples were read")
    } catch {
      #expect(error.file == "criteria/unveil.yaml")
      #expect(error.line == 7)
      #expect(error.message.contains(message))
    }
  }

  @Test("few examples and terms that none of them uses are warned of")
  func warnings() throws {
    let file: TinyRules.File = (
      "concepts/unveil.yaml", "id: unveil\ntitle: unveil\nterms:\n  en: [unveil*, show … openly, lay bare]\n"
    )
    let (source, url) = try folder(file)
    defer { try? FileManager.default.removeItem(at: url) }
    let examples = [
      example("The builder unveils the glass chain."),
      example("The builder shows it openly.", isMatch: false),
    ]
    let all = try source.warnings(about: nil, examples).map(\.description)
    #expect(
      all.contains(
        "concepts/unveil.yaml:4: warning: no example uses 2 of 3 terms (en): show … openly, lay bare"))
    #expect(!all.contains { $0.contains("concepts/chain.yaml") })
    let own = try source.warnings(about: "unveil", examples).map(\.description)
    #expect(
      own == [
        "criteria/unveil.yaml:1: warning: 'unveil' has only 1 examples; write at least 8",
        "criteria/unveil.yaml:1: warning: 'unveil' has only 1 counterexamples; write at least 8",
      ])
    let none = try source.warnings(about: "seek", examples).map(\.message)
    #expect(none.first == "'seek' has no examples; write at least 8")
  }
}
