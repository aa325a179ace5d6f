import Tenders
import Testing

@testable import Analysis
@testable import Reports

@Suite("The report of an evaluation")
struct EvaluationReportTests {
  private let rules: RuleSet
  private let validator: SchemaValidator

  init() throws {
    rules = try #require(Fixtures.rules)
    validator = SchemaValidator(root: try JSONValue.parse(Schema.json.utf8))
  }

  private func report(
    _ language: ReportLanguage = .en, quote: String = "De aannemer zoekt.", showsMisses: Bool = true,
    about: [String]? = nil
  ) -> EvaluationReport {
    let labelled = LabelledCase(
      id: "A-1", file: "set/A-1.yaml", language: "nl", documents: [],
      truth: LabelledCase.Truth(
        level: "norms-only", elements: [.e1], stages: [.performance], flags: [], priceWeight: 70, quotes: [],
        note: "only norms"))
    let wrong = Fixtures.verdict(
      level: Level(code: "due-diligence", rank: 3), elements: [.e3], flags: ["price-led"],
      evidence: [Fixtures.evidence("E3", quote), Fixtures.evidence("E4", quote)])
    return EvaluationReport(
      evaluation: Evaluation(
        [.init(labelled: labelled, verdict: wrong, isQuoted: false)], ladder: rules.ladder),
      rules: rules, language: language, half: .build, showsMisses: showsMisses, about: about)
  }

  @Test("a miss is shown with what is true, what was found, and each quote once")
  func miss() {
    let text = report().text
    for wanted in ["A-1 (set/A-1.yaml)", "due-diligence (", "+E3 −E1", "+price-led", "only norms", "0 of 1"] {
      #expect(text.contains(wanted), "\(wanted) is not in it")
    }
    #expect(text.matches(of: "De aannemer zoekt.") == 1)
    #expect(text.contains("E3 chain-transparency, E4 chain-transparency"))
  }

  @Test("a summary shows neither a case nor a text, in any format")
  func summary() {
    let summary = report(showsMisses: false)
    for text in [summary.text, summary.markdown, summary.html, String(decoding: summary.json, as: UTF8.self)]
    {
      #expect(!text.contains("A-1"))
      #expect(!text.contains("De aannemer zoekt."))
      #expect(text.contains("norms-only"))
    }
  }

  @Test("the JSON fits its schema, with misses and without")
  func schema() throws {
    for showsMisses in [true, false] {
      #expect(validator.complaints(try JSONValue.parse(report(showsMisses: showsMisses).json)) == [])
    }
  }

  @Test("what texts hold does nothing in a page")
  func harmless() {
    let hostile = "<script>alert('x')</script> & | # `x` \u{1B}[31m"
    let html = report(quote: hostile, about: [hostile]).html
    #expect(!html.contains("<script>"))
    #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; | "))
    #expect(!html.contains("\u{1B}"))
    let markdown = report(quote: hostile, about: [hostile]).markdown
    #expect(!markdown.contains("<script>"))
    #expect(markdown.contains("&amp; \\| \\# \\`x\\`"))
  }

  @Test("the page names its language, its headers and its rows", arguments: ReportLanguage.allCases)
  func accessible(language: ReportLanguage) {
    let html = report(language).html
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    #expect(html.contains("<th scope=\"col\">"))
    #expect(html.contains("<th scope=\"row\">"))
    #expect(html.matches(of: "<h1>") == 1)
    #expect(!html.contains("src=") && !html.contains("http"))
  }

  @Test("every language says it in its own words")
  func languages() {
    #expect(Set(ReportLanguage.allCases.map { report($0).text }).count == 4)
  }

  @Test("how the set was made stands under the title")
  func about() {
    let markdown = report(about: ["Made by hand."]).markdown
    #expect(markdown.split(separator: "\n").dropFirst().first == "Made by hand.")
  }
}

extension String {
  fileprivate func matches(of part: String) -> Int { ranges(of: part).count }
}
