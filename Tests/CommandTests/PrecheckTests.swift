import Foundation
import Testing

@Suite("The precheck of a draft, as a file")
struct PrecheckTests {
  private let languages = ["nl", "fr", "de", "en"]

  @Test("Every sample has a page in every language, the same on standard output as in a file")
  func samples() throws {
    let scratch = try Scratch()
    for sample in try FileManager.default.contentsOfDirectory(atPath: Program.samples)
    where !sample.hasSuffix(".md") {
      for language in languages {
        let arguments = ["check", Program.sample(sample), "--format", "html", "--language", language]
        let file = scratch.path("\(sample).\(language).html")
        let written = try Program.run(arguments + ["--output", file])
        #expect(written.status == 0, "\(sample): \(written.errors)")
        #expect(written.output.isEmpty)
        let page = try Data(contentsOf: URL(filePath: file))
        #expect(page.starts(with: Data("<!DOCTYPE html>\n<html lang=\"\(language)\">".utf8)))
        #expect(page.suffix(8) == Data("</html>\n".utf8))
        if language == "en" { #expect(try Program.run(arguments).output == page) }
      }
    }
  }

  @Test("Quotes are marked in their paragraphs, and clauses are in the language of the documents")
  func quotes() throws {
    let page = try Program.run(
      "check", Program.sample("06-due-diligence"), "--format", "html", "--language", "nl"
    ).text
    #expect(page.contains("</mark> Il exécute ce plan avant la"))
    #expect(
      page.contains("id=\"clause-chain-reporting-performance\" lang=\"fr\"><p>Chaque année, le titulaire"))
    #expect(page.contains("carrières"))
  }

  @Test("A draft without a notice gets clauses in its own language")
  func draft() throws {
    let page = try Program.run(
      "check", Program.sample("01-silent") + "/Bestek.txt", "--format", "html", "--language", "en"
    ).text
    #expect(page.contains("id=\"clause-due-diligence-performance\" lang=\"nl\""))
  }

  @Test("Every quote of the JSON is on the page")
  func complete() throws {
    for sample in [
      "03-declaration-only", "07-due-diligence-monitored", "08-due-diligence-rewarded", "10-withdrawn",
    ] {
      let json = try JSON(try Program.run("check", Program.sample(sample), "--format", "json").output)[0]
      let page = try Program.run("check", Program.sample(sample), "--format", "html").text
      let verdict = json["verdicts"][0]
      var quotes = 0
      while let quote = verdict["evidence"][quotes]["quote"].string {
        quotes += 1
        let shown = quote.replacing("\n", with: " ").replacing("&", with: "&amp;").replacing(
          "\"", with: "&quot;"
        )
        .replacing("'", with: "&#39;")
        #expect(page.contains(shown), "\(sample): \(quote)")
      }
      #expect(quotes > 0)
    }
  }

  @Test("A file that cannot be written is an error with its reason")
  func unwritable() throws {
    for format in ["html", "json", "text"] {
      let result = try Program.run(
        "check", Program.sample("01-silent"), "--format", format, "--output", "/nowhere/at/all.html")
      #expect(result.status == 2)
      #expect(result.errors.contains("/nowhere/at/all.html"))
    }
  }
}
