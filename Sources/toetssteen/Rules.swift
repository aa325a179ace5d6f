import Analysis
import ArgumentParser
import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `toetssteen rules`: shows, makes and tests rules.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists, shows, makes and tests rules.",
    discussion: "Example: toetssteen rules show chain-risk-analysis",
    subcommands: [List.self, Show.self, New.self, Test.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the rules: id, what each gives, title.",
      discussion: "Example: toetssteen rules list --language en")

    @OptionGroup var language: LanguageOption
    @OptionGroup var rules: RulesOption

    func run() throws {
      let output = try Output()
      let criteria = try rules.ruleSet().criteria
      let width = criteria.map(\.id.count).max() ?? 0
      let gives = criteria.map { $0.gives.joined(separator: ", ") }
      let givesWidth = gives.map(\.count).max() ?? 0
      for (criterion, given) in zip(criteria, gives) {
        let title = criterion.title.text(language.value.rawValue)
        let columns = [criterion.id.padded(to: width), given.padded(to: givesWidth), title]
        try output.write(columns.joined(separator: "  ") + "\n")
      }
      try output.flush()
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows one rule: what it looks for, why, and what to put in.",
      discussion: "Example: toetssteen rules show chain-transparency --language en")

    @Argument(help: "The rule's id, as `rules list` gives it.")
    var id: String

    @OptionGroup var language: LanguageOption
    @OptionGroup var rules: RulesOption

    func run() throws {
      let set = try rules.ruleSet()
      let code = language.value.rawValue
      guard let criterion = set.criterion(id) else {
        throw CommandFailure(
          message: "no rule '\(id)'\(set.nearestRule(to: id)); `toetssteen rules list` gives them.")
      }
      let output = try Output()
      try output.write(
        "\(criterion.id) → \(criterion.gives.joined(separator: ", "))\n\(criterion.title.text(code))\n\n")
      try output.write("\(criterion.explanation.text(code))\n\n\(criterion.basis)\n")
      if let remedy = set.remedies.first(where: { $0.id == criterion.remedy }) {
        try output.write(
          "\n\(remedy.title.text(code))\n\(remedy.place.text(code))\n\n\(remedy.clause.text(code))\n")
      }
      try output.write("\n\(criterion.file)\n")
      for file in try rules.source.files() where file.path == criterion.file {
        try output.write("\n\(file.text)")
      }
      try output.flush()
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes the file of a new rule, ready to fill in.",
      discussion: "Example: toetssteen rules new living-wage --rules Rules")

    @Argument(help: "The new rule's id: small letters and hyphens.")
    var id: String

    @Option(name: .customLong("rules"), help: ArgumentHelp("The rules folder.", valueName: "folder"))
    var folder: String = "Rules"

    func run() throws {
      guard !id.isEmpty, id.allSatisfy({ $0.isASCII && ($0.isLowercase || $0 == "-" || $0.isNumber) }) else {
        throw CommandFailure(message: "'\(id)' is no rule id: use small letters, digits and hyphens.")
      }
      let path = "\(folder)/criteria/\(id).yaml"
      let manager = FileManager.default
      guard manager.fileExists(atPath: "\(folder)/criteria") else {
        throw CommandFailure(message: "\(folder)/criteria is no folder; give the rules folder with --rules.")
      }
      guard !manager.fileExists(atPath: path) else {
        throw CommandFailure(message: "\(path) is there already.")
      }
      do {
        try Data(RuleSet.scaffold(id).utf8).write(to: URL(filePath: path))
      } catch {
        throw CommandFailure(message: "\(path): cannot be written.")
      }
      let output = try Output()
      try output.write("\(path)\n")
      try output.flush()
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Runs the examples of the rules.",
      discussion: """
        Each example is run as written and in mutations: in other forms of the same text, which change nothing, and in \
        frames that ask nothing (a table of contents, a definition, a question, a wish, what need not be done, what is \
        struck, another lot, the buyer's own task). Rules/README.md says which and how to except one.

        Example: toetssteen rules test --rules Rules
        Example: toetssteen rules test chain-reporting --rules Rules --warnings
        """)

    @Argument(help: "Only the rule with this id.")
    var id: String?

    @Flag(help: "Also say which rules have few examples, and which terms no example uses.")
    var warnings = false

    @OptionGroup var rules: RulesOption

    func run() throws {
      let judge = try rules.judge()
      if let id, judge.rules.criterion(id) == nil {
        throw CommandFailure(message: "no rule '\(id)'\(judge.rules.nearestRule(to: id)).")
      }
      let examples: [RuleExample]
      let frames: MutationFrames
      let warned: [RuleWarning]
      do throws(RuleError) {
        examples = try rules.source.examples()
        frames = try rules.source.mutationFrames()
        warned = warnings ? try rules.source.warnings(about: id, examples) : []
      } catch {
        throw CommandFailure(message: "\(error)")
      }
      let output = try Output()
      var passed = 0
      var failed = 0
      for result in examples.filter({ id == nil || $0.rule == id }).flatMap({ judge.run($0, frames) }) {
        guard let failure = result.failure else {
          passed += 1
          continue
        }
        failed += 1
        let example = result.example
        let form = result.mutation?.rawValue ?? "as written"
        try output.write("\(example.file):\(example.line): \(form), \(example.language): \(failure)\n")
        try output.write("  \(result.text.split(separator: "\n").joined(separator: " "))\n")
      }
      for warning in warned { try output.write("\(warning)\n") }
      let count = warnings ? ", \(warned.count) warnings" : ""
      try output.write("\(passed) passed, \(failed) failed\(count)\n")
      try output.flush()
      if failed > 0 { throw ExitCode(1) }
    }
  }
}

extension String {
  /// Spaces behind it up to a width.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
