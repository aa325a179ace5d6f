import Foundation
import Tenders
import Testing

@testable import Analysis

/// The same texts, handed in differently, get the same verdicts.
@Suite("Arrangement of the documents") struct ArrangementTests {
  private typealias File = (name: String, text: String)

  @Test("the order of the files and their line ends change no verdict")
  func neutral() throws {
    let judge = try Judge(rules: RuleSet(from: .packed))
    for labelled in try Self.cases(judge.rules.ladder) {
      let files = labelled.documents.map { File($0.name, $0.text) }
      let expected = try Self.verdict(files, judge)
      #expect(try Self.verdict(files.reversed(), judge) == expected, "\(labelled.id) in reverse order")
      let windows = files.map {
        File(
          $0.name, $0.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
      }
      #expect(try Self.verdict(windows, judge) == expected, "\(labelled.id) with the line ends of Windows")
    }
  }

  /// Names and the borders of files tell something, such as that a list of short lines holds answers, so not all
  /// verdicts can stay; nearly all levels must.
  @Test("file names that say nothing, and one file in place of several, change few levels")
  func telling() throws {
    let judge = try Judge(rules: RuleSet(from: .packed))
    let cases = try Self.cases(judge.rules.ladder)
    var renamed = 0
    var joined = 0
    for labelled in cases {
      let files = labelled.documents.map { File($0.name, $0.text) }
      let level = try Self.verdict(files, judge).level
      let plain = files.enumerated().map { File("document \($0 + 1).txt", $1.text) }
      if try Self.verdict(plain, judge).level != level { renamed += 1 }
      let whole = files.map { "\($0.name.split(separator: ".").first ?? "")\n\n\($0.text)" }.joined(
        separator: "\n\n")
      if try Self.verdict([File("all.txt", whole)], judge).level != level { joined += 1 }
    }
    #expect(Double(renamed) <= Double(cases.count) * 0.07)
    #expect(Double(joined) <= Double(cases.count) * 0.1)
  }

  private struct Outcome: Equatable {
    var level: String
    var elements: [Element]
    var flags: [String]
    var priceWeight: Double?
  }

  private static func verdict(_ files: [File], _ judge: Judge) throws -> Outcome {
    let verdict = try judge.judge(TinyRules.tender(files, isSorted: false)).verdicts.first
    return Outcome(
      level: verdict?.level.code ?? "", elements: verdict?.elements ?? [], flags: verdict?.flags ?? [],
      priceWeight: verdict?.priceWeight)
  }

  private static func cases(_ ladder: Ladder) throws -> [LabelledCase] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Labelled")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".yaml") }.map { name in
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return try LabelledCase(path: name, text: text, ladder: ladder)
      }
  }
}
