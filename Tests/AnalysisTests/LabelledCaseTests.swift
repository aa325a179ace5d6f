import Foundation
import Testing

@testable import Analysis

@Suite struct LabelledCaseTests {
  private let ladder: Ladder

  init() throws { ladder = try RuleSet(from: .packed).ladder }

  private static let whole = """
    id: a
    language: nl
    country: NL
    title: Stone
    documents:
      - name: Bestek.txt
        text: |
          De aannemer levert.
    truth:
      level: silent
      elements: [E3]
      stages: [performance]
      flags: [price-only]
      price_weight: 70
      quotes: ["De aannemer  levert.", "iets anders"]
      note: nothing is asked

    """

  private func read(_ text: String) throws(RuleError) -> LabelledCase {
    try LabelledCase(path: "a.yaml", text: text, ladder: ladder)
  }

  @Test("a case is read with its documents and its truth")
  func read() throws {
    let labelled = try read(Self.whole)
    #expect(labelled.documents.map(\.name) == ["Bestek.txt"])
    #expect(labelled.documents.first?.text == "De aannemer levert.\n")
    #expect(labelled.country == "NL")
    #expect(labelled.truth.elements == [.e3])
    #expect(labelled.truth.priceWeight == 70)
    #expect(labelled.strayQuotes == ["iets anders"])
  }

  @Test("what is left out or null is not known", arguments: ["null", "~", "\"\""])
  func unknown(written: String) throws {
    let labelled = try read(
      Self.whole.replacing("price_weight: 70", with: "price_weight: \(written)")
        .replacing("country: NL\n", with: ""))
    #expect(labelled.truth.priceWeight == nil)
    #expect(labelled.country == nil)
  }

  @Test(
    "a fault names its line and what is known",
    arguments: [
      ("title: Stone", "titel: Stone", 4, "did you mean 'title'?"),
      ("level: silent", "level: silnt", 10, "unknown level 'silnt'; did you mean 'silent'?"),
      ("[E3]", "[E3, E33]", 11, "unknown value 'E33'"),
      ("[price-only]", "[price-onyl]", 13, "did you mean 'price-only'?"),
      ("price_weight: 70", "price_weight: much", 14, "expected a number"),
      ("  flags: [price-only]\n", "", 10, "the key 'flags' is missing"),
      ("    text: |\n      De aannemer levert.\n", "", 6, "the key 'text' is missing"),
    ])
  func faults(written: String, broken: String, line: Int, message: String) {
    do throws(RuleError) {
      _ = try read(Self.whole.replacing(written, with: broken))
      Issue.record("the case was read")
    } catch {
      #expect(error.file == "a.yaml")
      #expect(error.line == line)
      #expect(error.message.contains(message))
    }
  }

  @Test(
    "the half is that of the SHA-256 of the id",
    arguments: [("a", LabelledCase.Half.build), ("b", .build), ("e", .test), ("f", .test), ("i", .build)])
  func half(id: String, half: LabelledCase.Half) throws {
    #expect(try read(Self.whole.replacing("id: a", with: "id: \(id)")).half == half)
  }

  @Test("a set is every YAML file below a folder, and says what it cannot use")
  func set() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "labelled-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ text: String) throws {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try write("b/2.yaml", Self.whole.replacing("id: a", with: "id: b"))
    try write("a/1.yml", Self.whole)
    try write("README.md", "no case")
    try write(".hidden/3.yaml", "no case")
    let good = LabelledSet(at: [folder.path], ladder: ladder)
    #expect(good.faults.isEmpty)
    #expect(good.cases.map(\.id) == ["a", "b"])

    try write("b/4.yaml", Self.whole)
    try write("b/5.yaml", "id: [")
    let bad = LabelledSet(at: [folder.path, "/nowhere"], ladder: ladder)
    #expect(bad.cases.map(\.id) == ["a", "b"])
    #expect(bad.faults.map { $0.file.split(separator: "/").last } == ["4.yaml", "5.yaml", "nowhere"])
    #expect(bad.faults.first?.message.contains("the id 'a'") == true)
  }
}
