import Foundation
import Testing

@Suite struct EvaluateTests {
  /// A labelled text; `e` is in the half `test`, `a` and `b` in `build`.
  private func labelled(
    _ id: String, level: String, _ text: String, country: String = "NL", weight: String = "null",
    flags: String = "[]", quote: String? = nil
  ) -> String {
    """
    id: \(id)
    language: nl
    country: \(country)
    documents:
      - name: Bestek.txt
        text: "\(text)"
    truth:
      level: \(level)
      elements: []
      stages: []
      flags: \(flags)
      price_weight: \(weight)
      quotes: [\(quote.map { "\"\($0)\"" } ?? "")]

    """
  }

  private let silent = "De opdrachtnemer levert de stoelen op tijd."
  private let cheapest = "Gegund wordt aan de inschrijver met de laagste prijs."

  private func set() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("set/a.yaml", labelled("a", level: "silent", silent))
    try scratch.write(
      "set/deeper/b.yaml",
      labelled(
        "b", level: "silent", cheapest, weight: "100", flags: "[price-only, unmotivated-price]",
        quote: cheapest))
    try scratch.write("set/deeper/e.yaml", labelled("e", level: "due-diligence", silent))
    return scratch
  }

  @Test("labelled texts are judged and counted, in every format")
  func formats() throws {
    let set = try set()
    let json = try Program.run("evaluate", set.path("set"), "--format", "json")
    #expect(json.status == 0)
    #expect(json.errors.isEmpty)
    let figures = try JSON(json.output)
    #expect(figures["cases"].int == 3)
    #expect(figures["levels"]["part"].int == 2)
    #expect(figures["dueDiligence"]["missing"].int == 1)
    #expect(figures["priceWeights"]["part"].int == 3)
    #expect(figures["quotes"]["part"].int == 1)
    #expect(figures["quotes"]["whole"].int == 1)
    #expect(figures["misses"].array.map { $0["id"].string } == ["e"])
    for format in ["text", "markdown", "html"] {
      let result = try Program.run("evaluate", set.path("set"), "--format", format)
      #expect(result.status == 0)
      #expect(result.text.contains("2 of 3"))
      #expect(result.text.contains("deeper/e.yaml"))
    }
  }

  @Test("a case gets the verdict that check gives its documents in its country")
  func sameAsCheck() throws {
    let set = try set()
    let document = try set.write("b/Bestek.txt", cheapest)
    for (country, flags) in [("NL", ["price-only", "unmotivated-price"]), ("DE", ["price-only"])] {
      let check = try Program.run("check", document, "--country", country, "--format", "json")
      #expect(try JSON(check.output)[0]["verdicts"][0]["flags"].strings == flags)
      let list = "[\(flags.joined(separator: ", "))]"
      let file = try set.write(
        "one.yaml", labelled("b", level: "silent", cheapest, country: country, weight: "100", flags: list))
      let figures = try JSON(try Program.run("evaluate", file, "--format", "json").output)
      #expect(figures["levels"]["part"].int == 1)
      #expect(figures["misses"].array.isEmpty)
    }
  }

  @Test("a set is cut in two halves, and a summary shows no case")
  func halves() throws {
    let set = try set()
    let hidden = try Program.run("evaluate", set.path("set"), "--half", "test", "--summary")
    #expect(hidden.status == 0)
    #expect(hidden.text.contains("0 of 1"))
    #expect(!hidden.text.contains("e.yaml"))
    let build = try Program.run("evaluate", set.path("set"), "--half", "build", "--format", "json")
    #expect(try JSON(build.output)["cases"].int == 2)
    let none = try Program.run("evaluate", set.path("set/a.yaml"), "--half", "test")
    #expect(none.status == 2)
    #expect(isOneLine(none.errors))
  }

  @Test("the opening of a text stands in the report, which goes to a file")
  func output() throws {
    let set = try set()
    let about = try set.write("README.md", "# Texts\n\nMade\nby hand.\n\n## Format\n\nNot this.\n")
    let file = set.path("ACCURACY.md")
    let result = try Program.run(
      "evaluate", set.path("set"), "--format", "markdown", "--about", about, "--output", file)
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    let written = try set.read("ACCURACY.md")
    #expect(written.contains("\nMade by hand.\n"))
    #expect(!written.contains("Not this."))
  }

  @Test("every file that cannot be used is named with its line, and nothing is measured")
  func faults() throws {
    let set = try set()
    try set.write("set/c.yaml", labelled("c", level: "silnt", silent))
    try set.write("set/d.yaml", labelled("a", level: "silent", silent))
    let result = try Program.run("evaluate", set.path("set"))
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("c.yaml:8:10: unknown level 'silnt'; did you mean 'silent'?"))
    #expect(result.errors.contains("d.yaml:1:1: another file has the id 'a'"))
    for wrong in [["evaluate"], ["evaluate", "/nowhere"], ["evaluate", set.path("b"), "--half", "best"]] {
      #expect(try Program.run(wrong).status == 2)
    }
  }

  @Test("a quote that is in no document is a warning")
  func strayQuote() throws {
    let set = try set()
    let file = try set.write("s.yaml", labelled("s", level: "silent", silent, quote: "Dit staat er niet."))
    let result = try Program.run("evaluate", file)
    #expect(result.status == 0)
    #expect(isOneLine(result.errors))
    #expect(result.errors.contains("s.yaml"))
  }

  @Test(
    "the labelled texts beside the project are measured within seconds",
    .enabled(if: FileManager.default.fileExists(atPath: gold), "../shared/gold-dev is not there"))
  func labelledBeside() throws {
    let figures = try JSON(try Program.run("evaluate", gold, "--format", "json").output)
    #expect(figures["cases"].int ?? 0 > 80)
    #expect(figures["levels"]["share"].double ?? 0 > 0.9)
  }
}

private let gold = Program.root.appending(path: "../shared/gold-dev").path
