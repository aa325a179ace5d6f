import Foundation
import Intake
import Tenders
import Testing

@testable import Analysis

/// The samples of the project, judged by the project's rules.
@Suite struct SampleTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Samples").path

  private static func judged() async throws -> [(file: TenderFile, judged: JudgedTender)] {
    let judge = try Judge(rules: RuleSet(from: .packed))
    let reader = TenderReader()
    var all: [(TenderFile, JudgedTender)] = []
    try await InputWalker().walk([folder]) { input in
      // The README beside the samples is none of them.
      if case .success(let file) = await reader.read(input) { all.append((file, judge.judge(file))) }
    }
    return all
  }

  @Test("each quote is exactly the range of the text that its place names")
  func quotes() async throws {
    let all = try await Self.judged()
    #expect(all.count == 13)
    var inXML = 0
    var inDocuments = 0
    for (file, judged) in all {
      for evidence in judged.verdicts.flatMap(\.evidence) {
        let source = try #require(file.texts.first { $0.name == evidence.place.document })
        if let xpath = evidence.place.xpath {
          inXML += 1
          let place = try #require(element(at: xpath, of: file, in: source))
          #expect(range(evidence.place, of: Array(source.text[place.range])) == evidence.quote)
          #expect(evidence.place.line == place.line)
        } else {
          inDocuments += 1
          #expect(range(evidence.place, of: source.text) == evidence.quote)
          #expect(evidence.place.line == nil)
        }
        #expect(!evidence.quote.isEmpty)
        #expect(evidence.quote.trimmingCharacters(in: .whitespacesAndNewlines) == evidence.quote)
      }
    }
    #expect(inXML > 0)
    #expect(inDocuments > 10)
  }

  @Test("judging twice, and on several threads, gives the same")
  func repeatable() async throws {
    let first = try await Self.judged()
    let judge = try Judge(rules: RuleSet(from: .packed))
    let again = await withTaskGroup(of: (Int, JudgedTender).self) { group in
      for (index, one) in first.enumerated() { group.addTask { (index, judge.judge(one.file)) } }
      return await group.reduce(into: [Int: JudgedTender]()) { $0[$1.0] = $1.1 }
    }
    for (index, one) in first.enumerated() { #expect(again[index] == one.judged) }
  }

  @Test("the trail of a sample names the rules that its verdict quotes")
  func trails() async throws {
    let judge = try Judge(rules: RuleSet(from: .packed))
    for (file, judged) in try await Self.judged() {
      let trail = judge.trail(of: file)
      #expect(trail.judged == judged)
      let holding = Set(trail.steps.flatMap { $0.rules.map(\.rule) })
      for rule in judged.verdicts.flatMap(\.evidence).map(\.rule) where judge.rules.criterion(rule) != nil {
        #expect(holding.contains(rule))
      }
    }
  }

  /// The Unicode scalars of a text from offset on.
  private func range(_ place: Place, of text: [UInt8]) -> String {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    return String(String.UnicodeScalarView(scalars.dropFirst(place.offset).prefix(place.length)))
  }

  /// The element that an XPath names, among those that passages, criteria and claims point to.
  private func element(at xpath: String, of file: TenderFile, in source: SourceText) -> XMLPlace? {
    let lots = file.tender.lots
    let elements =
      source.passages.compactMap(\.element) + lots.flatMap { $0.award.compactMap(\.element) }
      + lots.flatMap(\.socialElements)
    return elements.lazy.compactMap { source.locate?($0) }.first { $0.xpath == xpath }
  }
}
