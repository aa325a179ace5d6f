import Analysis
import ArgumentParser
import Reports

/// `toetssteen explain`: prints the trail from terms to the level.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints how a verdict came about, from terms to level, and what would change it.",
    discussion: """
      With RULE it shows only what that rule found, and the statements that nearly satisfied it with what stood in the
      way.

      Example: toetssteen explain Samples/07-due-diligence-monitored chain-reporting
      """)

  @Argument(help: "A notice, a document, a folder or an archive.")
  var tender: String

  @Argument(help: "The id of a rule.")
  var rule: String?

  @OptionGroup var language: LanguageOption
  @OptionGroup var rules: RulesOption

  func run() async throws {
    let judge = try rules.judge()
    if let rule, judge.rules.criterion(rule) == nil {
      throw CommandFailure(
        message: "no rule '\(rule)'\(judge.rules.nearestRule(to: rule)); `toetssteen rules list` gives them.")
    }
    let file = try await TenderArgument.read([tender])
    let output = try Output()
    try output.write(
      TrailReport(language: language.value, rules: judge.rules).text(judge.trail(of: file), rule: rule))
    try output.flush()
  }
}
