@testable import Analysis
import Reports
import Tenders
import Testing

@Suite("The text report")
struct TextReportTests {
  private func report(_ language: ReportLanguage = .nl, width: Int = 100, color: Bool = false) throws
    -> TextReport
  {
    TextReport(language: language, rules: try #require(Fixtures.rules), width: width, color: color)
  }

  @Test("A quote stands with its place and rule")
  func quoteAndPlace() throws {
    let text = try report(width: 200).tender(Fixtures.judged())
    #expect(text.contains("“De opdrachtnemer brengt de keten in kaart.”"))
    #expect(text.contains("Bestek.pdf › 5 Uitvoering › 5.4 Herkomst › pagina 31, alinea 12"))
    #expect(text.contains("toetsregel chain-transparency"))
    #expect(text.contains("Niveau 3 van 5 — Gepaste zorgvuldigheid"))
  }

  @Test("A quote in the notice stands with its line and the path of its element")
  func placeInNotice() throws {
    let evidence = Fixtures.evidence("price-led", "70 %", at: Fixtures.noticePlace(line: 9))
    let verdict = Fixtures.verdict(elements: [], flags: ["price-led"], evidence: [evidence])
    let text = try report(.fr).tender(Fixtures.judged([verdict]))
    #expect(text.contains("notice.xml › ligne 9"))
    #expect(text.contains("/ContractNotice/Name[2]"))
    #expect(text.contains("Prix prépondérant"))
  }

  @Test("A quote that supports two elements is written once")
  func sameQuote() throws {
    let text = try report().tender(Fixtures.judged())
    #expect(text.ranges(of: "brengt de keten in kaart").count == 1)
    #expect(text.contains("Zelfde citaat als bij E4"))
  }

  @Test("Every quote is shown, whatever it supports")
  func everyQuote() throws {
    let verdict = Fixtures.verdict(
      flags: ["conditional"], notes: ["name-only"],
      evidence: ["due-diligence", "norms-only", "E4", "conditional", "name-only", "something-new"]
        .enumerated().map {
          var place = Fixtures.documentPlace
          place.offset = $0
          return Fixtures.evidence($1, "Citaat \($1).", at: place)
        })
    let text = try report().tender(Fixtures.judged([verdict]))
    for evidence in verdict.evidence { #expect(text.contains("“\(evidence.quote)”")) }
  }

  @Test("A minimum is said to be one")
  func minimum() throws {
    let text = try report(.de).tender(Fixtures.judged([Fixtures.verdict(atLeast: true)]))
    #expect(text.contains("Mindestens Stufe 3 von 5"))
    #expect(text.contains("Untergrenze"))
    #expect(text.contains("Unbekannt, denn nicht alles wurde gelesen"))
  }

  @Test("It is plain when only the notice was read")
  func noticeOnly() throws {
    var tender = Fixtures.tender()
    tender.lots[0].documents = ["https://example.org/stukken"]
    let level = Level(code: "not-assessable", rank: nil)
    let verdict = Fixtures.verdict(level: level, atLeast: true, elements: [])
    let text = try report().tender(Fixtures.judged([verdict], tender: tender, coverage: Coverage()))
    #expect(text.contains("Alleen de aankondiging is gelezen."))
    #expect(text.contains("https://example.org/stukken"))
    #expect(text.contains("Niet te beoordelen"))
    #expect(!text.contains("E3"))
  }

  @Test("What was not read is listed with what helps")
  func coverage() throws {
    let text = try report(.en).tender(Fixtures.judged())
    #expect(text.contains("2 documents named, 2 present, 1 read."))
    #expect(text.contains("Bijlage 7.pdf"))
    #expect(text.contains("recognised text (OCR)"))
  }

  @Test("A missing element names the model clause that asks for it")
  func remedy() throws {
    let rules = try #require(Fixtures.rules)
    let remedy = try #require(rules.remedies.first)
    var verdict = Fixtures.verdict()
    verdict.missing = [Missing(element: .e8, state: .notAsked, remedy: remedy.id)]
    let text = try report(.fr, width: 200).tender(Fixtures.judged([verdict]))
    #expect(text.contains("→ \(remedy.title.text("fr")) (\(remedy.id))"))
  }

  @Test("It closes with what a verdict cannot tell", arguments: ReportLanguage.allCases)
  func limits(language: ReportLanguage) throws {
    let text = try report(language).tender(Fixtures.judged())
    let words = [
      "nl": "geen beschuldiging", "fr": "pas une accusation", "de": "kein Vorwurf", "en": "not an accusation",
    ]
    #expect(text.contains(words[language.rawValue] ?? "?"))
    #expect(text.hasSuffix(").\n"))
  }

  @Test("Lines keep to the width, except words that are longer", arguments: [60, 72, 100])
  func width(width: Int) throws {
    var tender = Fixtures.tender()
    tender.title = String(repeating: "herinrichting van het plein ", count: 12)
    let long = String(repeating: "De leverancier onderzoekt de keten. ", count: 8)
    let verdict = Fixtures.verdict(evidence: [Fixtures.evidence("E4", long)])
    for language in ReportLanguage.allCases {
      let text = try report(language, width: width).tender(Fixtures.judged([verdict], tender: tender))
      for line in text.split(separator: "\n") where line.count > width {
        #expect(line.split(separator: " ").count == 1, "\(line)")
      }
    }
  }

  @Test("Styles are written only when they are wanted, and each is ended")
  func color() throws {
    let plain = try report().tender(Fixtures.judged())
    let colored = try report(color: true).tender(Fixtures.judged())
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.replacing(/\u{1B}\[[0-9]+m/, with: "") == plain)
    for line in colored.split(separator: "\n") where line.contains("\u{1B}") {
      #expect(line.hasSuffix("\u{1B}[0m"))
    }
  }

  @Test("A very long quote is cut at a word")
  func longQuote() throws {
    let quote = String(repeating: "woord ", count: 400)
    let text = try report().tender(
      Fixtures.judged([Fixtures.verdict(evidence: [Fixtures.evidence("E4", quote)])]))
    #expect(text.contains("[…]”"))
    #expect(text.count < 6000)
  }

  @Test("Facts tell lots, criteria and documents without a verdict")
  func facts() throws {
    let file = TenderFile(
      source: Fixtures.source(), tender: Fixtures.tender(), coverage: Fixtures.coverage, texts: [])
    let text = try report(.de).facts(file)
    #expect(text.contains("Los 1 — Werk LOT-0001"))
    #expect(text.contains("Preis, 40\u{A0}%; Plan van aanpak, 60\u{A0}%"))
    #expect(text.contains("1.250.000,50\u{A0}EUR"))
    #expect(!text.contains("Stufe"))
  }

  @Test("Unread input is named with its reason")
  func unread() throws {
    let text = try report(.en).unread(Fixtures.unread)
    #expect(text == "inbox/a.zip!b.xml: not read, malformed.\n  Not well-formed XML, line 3\n")
  }
}
