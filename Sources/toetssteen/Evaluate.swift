import Analysis
import ArgumentParser
import Intake
import Reports
import Tenders

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `toetssteen evaluate`: measures verdicts on labelled texts.
struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures verdicts on labelled texts.",
    discussion: """
      FOLDER holds YAML files, at any depth: each a tender's documents with its true verdict (see \
      Tests/Labelled/README.md). Each is judged as `check` would judge its documents, without a notice, for a buyer in \
      its country. A case is in the half `build` or `test` by the SHA-256 of its id, so that rules can be written \
      beside one half and measured on the other; --summary keeps that other half out of sight.

      Example: toetssteen evaluate Tests/Labelled --half build
      Example: toetssteen evaluate Tests/Labelled --half test --summary --format markdown --output Rules/ACCURACY.md
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html, markdown
  }

  enum Half: String, ExpressibleByArgument, CaseIterable {
    case build, test, all
  }

  @Argument(help: ArgumentHelp("Folders with labelled texts, or single files.", valueName: "folder"))
  var folders: [String]

  @Option(help: "text, json, html (one page) or markdown.")
  var format: Format = .text

  @Option(help: "Which cases: build, test or all.")
  var half: Half = .all

  @Flag(help: "Only the figures, not the cases that were missed.")
  var summary = false

  @Option(
    help: ArgumentHelp(
      "Put the opening of this text under the title: how the set was made.", valueName: "file"))
  var about: String?

  @Option(help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var language: LanguageOption
  @OptionGroup var rules: RulesOption

  func run() async throws {
    let judge = try rules.judge()
    let about = try self.about.map(opening)
    let outcomes = try await Self.outcomes(of: cases(judge.rules.ladder), judge)
    let report = EvaluationReport(
      evaluation: Evaluation(outcomes, ladder: judge.rules.ladder), rules: judge.rules,
      language: language.value,
      half: LabelledCase.Half(rawValue: half.rawValue), showsMisses: !summary, about: about)
    let output = try Output(path: self.output)
    switch format {
    case .text: try output.write(report.text)
    case .json: try output.line(report.json)
    case .html: try output.write(report.html)
    case .markdown: try output.write(report.markdown)
    }
    try output.flush()
  }

  /// The cases of the half that is asked for.
  private func cases(_ ladder: Ladder) throws -> [LabelledCase] {
    let set = LabelledSet(at: folders, ladder: ladder)
    guard set.faults.isEmpty else {
      throw CommandFailure(message: set.faults.map { "\($0)" }.joined(separator: "\n"))
    }
    for labelled in set.cases where !labelled.strayQuotes.isEmpty {
      printError("\(Terminal.safe(labelled.file)): a quote of the truth stands in none of the documents.")
    }
    let cases = set.cases.filter { half == .all || $0.half.rawValue == half.rawValue }
    guard !cases.isEmpty else {
      throw CommandFailure(
        message: "no case is in the half '\(half.rawValue)'; give more texts, or --half all.")
    }
    return cases
  }

  /// Judges cases side by side, in their order.
  private static func outcomes(
    of cases: [LabelledCase], _ judge: Judge
  ) async throws -> [Evaluation.Outcome] {
    try await withThrowingTaskGroup(of: (Int, Evaluation.Outcome).self) { group in
      for (index, labelled) in cases.enumerated() {
        group.addTask { (index, try await outcome(of: labelled, judge)) }
      }
      var found: [Int: Evaluation.Outcome] = [:]
      for try await (index, outcome) in group { found[index] = outcome }
      return cases.indices.compactMap { found[$0] }
    }
  }

  private static func outcome(of labelled: LabelledCase, _ judge: Judge) async throws -> Evaluation.Outcome {
    let package = InputWalker().package(
      labelled.file, labelled.documents.map { (name: $0.name, bytes: Array($0.text.utf8)) })
    var file: TenderFile
    switch await TenderReader().tender(package) {
    case .success(let read): file = read
    case .failure(let unread):
      throw CommandFailure(message: "\(Terminal.safe(labelled.file)): \(unread.message)")
    }
    if file.tender.noticeKind == .documents { file.tender.tellBuyer(country: labelled.country, kind: nil) }
    let verdicts = judge.judge(file).verdicts
    guard let first = verdicts.first else {
      throw CommandFailure(message: "\(Terminal.safe(labelled.file)): its documents name no lot to judge.")
    }
    // The truth is that of the highest lot.
    let highest = verdicts.dropFirst().reduce(first) { $1.isAbove($0) ? $1 : $0 }
    return Evaluation.Outcome(
      labelled: labelled, verdict: highest,
      isQuoted: labelled.isQuoted(by: highest.evidence, in: file.texts))
  }

  /// What a text says under its title and before its next heading.
  private func opening(of path: String) throws -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(message: "\(path): cannot be read; give a text file with --about.")
    }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { $0.hasPrefix("# ") }.prefix { !$0.hasPrefix("#") }.split { $0.isEmpty }
      .map { $0.joined(separator: " ") }
  }
}

extension Verdict {
  /// Whether it ranks higher, or as high with more elements.
  fileprivate func isAbove(_ other: Verdict) -> Bool {
    (level.rank ?? -1, elements.count) > (other.level.rank ?? -1, other.elements.count)
  }
}
