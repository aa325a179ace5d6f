import Analysis
public import ArgumentParser
public import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ReportLanguage: ExpressibleByArgument {}

/// The language of reports and messages.
struct LanguageOption: ParsableArguments {
  @Option(help: "Language of the report: nl, fr, de or en. Default: from the locale, nl if unknown.")
  var language: ReportLanguage?

  var value: ReportLanguage {
    if let language { return language }
    let environment = ProcessInfo.processInfo.environment
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return ReportLanguage(locale: locale ?? "")
  }
}

/// Which rules judge.
struct RulesOption: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp("Rules in place of the ones it carries.", valueName: "folder"))
  var folder: String?

  var source: RuleSource { folder.map { .folder($0) } ?? .packed }

  func ruleSet() throws -> RuleSet {
    do throws(RuleError) {
      return try RuleSet(from: source)
    } catch {
      throw CommandFailure(message: "\(error)")
    }
  }

  func judge() throws -> Judge {
    let rules = try ruleSet()
    do throws(RuleError) {
      return try Judge(rules: rules, cache: TermCache.cache)
    } catch {
      throw CommandFailure(message: "\(error)")
    }
  }
}

/// The lots that make the exit code 1.
struct ThresholdOption: ParsableArguments {
  @Option(help: ArgumentHelp("Exit with 1 when a lot ranks below this level.", valueName: "level"))
  var failBelow: String?

  /// The rank to reach; nil when none is asked.
  func rank(in rules: RuleSet) throws -> Int? {
    guard let failBelow else { return nil }
    let codes = rules.ladder.levels.map(\.level.code) + [rules.ladder.silent.code]
    guard let rank = rules.ladder.level(failBelow)?.rank else {
      throw CommandFailure(
        message: "--fail-below: unknown level '\(failBelow)'; give one of \(codes.joined(separator: ", ")).")
    }
    return rank
  }
}

/// Whether a judged tender has a lot below a rank; a lot that cannot be assessed counts only when asked for.
func ranksBelow(_ rank: Int?, _ judged: JudgedTender, strict: Bool) -> Bool {
  guard let rank else { return false }
  return judged.verdicts.contains { verdict in verdict.level.rank.map { $0 < rank } ?? strict }
}
