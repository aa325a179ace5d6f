import Analysis
import ArgumentParser

/// The level to which `check` works out the way.
struct TargetOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Tell what each lot needs to reach this level, with model clauses.", valueName: "level"))
  var target: String?

  /// Nil when no way is asked for.
  func level(in rules: RuleSet, for format: Check.Format) throws -> Level? {
    guard let target else { return nil }
    guard format != .html else {
      throw CommandFailure(
        message: "--target: the HTML precheck has no room for it; give --format text or json.")
    }
    guard let level = rules.targets.first(where: { $0.code == target }) else {
      throw CommandFailure(
        message: "--target: '\(target)' is no level to reach\(rules.nearestTarget(to: target))")
    }
    return level
  }
}
