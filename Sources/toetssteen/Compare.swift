import Analysis
import ArgumentParser
import Reports
import Tenders

/// Whether `check` compares two tenders.
struct CompareOption: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Tell what differs between two: the old one, then the new one. Ends with 0, whatever differs."))
  var compare = false
}

extension Check {
  /// Two drafts of one tender, or a tender and its rectification.
  func compareTwo(by judge: Judge) async throws {
    guard tender.count == 2 else {
      throw CommandFailure(
        message: "--compare: give two inputs, the old one and the new one; \(tender.count) given.")
    }
    guard format != .html else {
      throw CommandFailure(
        message: "--compare: the HTML precheck is of one tender; give --format text or json.")
    }
    guard threshold.failBelow == nil, target.target == nil, !strict else {
      throw CommandFailure(
        message: "--compare judges neither side by itself; leave out --fail-below, --strict and --target.")
    }
    var files: [TenderFile] = []
    let reader = await reader()
    for path in tender { files.append(try await TenderArgument.read([path], by: reader)) }
    let hasDraft = files.contains { $0.tender.noticeKind == .documents }
    for index in files.indices where !hasDraft || files[index].tender.noticeKind == .documents {
      try draft.apply(to: &files[index].tender, judge.rules)
    }
    let comparison = Comparison(judge.judge(files[0]), judge.judge(files[1]))
    let output = try Output(path: self.output)
    switch format {
    case .text, .html:
      try output.write(TextReport(language: language.value, rules: judge.rules).comparison(comparison))
    case .json:
      try output.write("[")
      try output.write(JSONReport.line(comparison))
      try output.write("]\n")
    }
    try output.flush()
  }
}
