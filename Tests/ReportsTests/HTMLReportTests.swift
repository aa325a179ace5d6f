import Crypto
import Foundation
import Tenders
import Testing

@testable import Analysis
@testable import Reports

@Suite("The precheck in HTML")
struct HTMLReportTests {
  /// A page of a judged tender whose documents are in Dutch.
  private func page(
    _ judged: JudgedTender = Fixtures.judged(), _ language: ReportLanguage = .nl, texts: [SourceText] = [],
    tenderLanguage: String? = "nl"
  ) throws -> String {
    let file = TenderFile(
      source: judged.source, tender: judged.tender, coverage: judged.coverage, texts: texts)
    return HTMLReport(language: language, rules: try #require(Fixtures.rules))
      .page(judged, of: file, in: tenderLanguage)
  }

  /// A verdict in which the rules tell the remedies of what is missing.
  private func verdict(
    lot: String = "LOT-0001", _ level: String = "due-diligence", rank: Int? = 3, atLeast: Bool = false,
    elements: [Element] = [.e4, .e5], flags: [String] = [], notes: [String] = []
  ) throws -> Verdict {
    let rules = try #require(Fixtures.rules)
    var verdict = Fixtures.verdict(
      lot: lot, level: Level(code: level, rank: rank), atLeast: atLeast, elements: elements, flags: flags,
      notes: notes)
    for index in verdict.missing.indices {
      verdict.missing[index].remedy = rules.remedyIDs[verdict.missing[index].element]
    }
    return verdict
  }

  private func count(_ part: String, in page: String) -> Int { page.ranges(of: part).count }

  /// What stands in the section of a question.
  private func section(_ number: Int, of page: String) throws -> String {
    let start = try #require(page.range(of: "<section id=\"q\(number)\""))
    let end = try #require(page.range(of: "</section>", range: start.upperBound..<page.endIndex))
    return String(page[start.lowerBound..<end.lowerBound])
  }

  // MARK: The page

  @Test("It answers six questions in every language", arguments: ReportLanguage.allCases)
  func questions(language: ReportLanguage) throws {
    let page = try page(Fixtures.judged([verdict(flags: ["conditional"])]), language)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    for question in Precheck.Question.allCases {
      let section = try section(question.rawValue, of: page)
      #expect(section.contains(HTMLWriter.escaped(question.title[language])))
      #expect(count("<p", in: section) + count("<table", in: section) > 0)
    }
    #expect(page.contains(HTMLWriter.escaped(Phrase.limitsText[language])))
  }

  @Test("It has one h1, landmarks, a skip link, and heads of rows and columns")
  func structure() throws {
    let page = try page()
    #expect(count("<h1", in: page) == 1)
    for landmark in ["<header", "<main id=\"content\"", "<nav aria-label=", "<footer"] {
      #expect(count(landmark, in: page) == 1, "\(landmark)")
    }
    #expect(page.contains("<a class=\"skip\" href=\"#content\">"))
    #expect(count("<th ", in: page) == count("scope=\"col\"", in: page) + count("scope=\"row\"", in: page))
    #expect(count("scope=\"row\"", in: page) == 3)
  }

  @Test("Nothing is loaded and nothing is linked to outside it")
  func selfContained() throws {
    var judged = Fixtures.judged([try verdict("not-assessable", rank: nil, atLeast: true, elements: [])])
    judged.coverage = Coverage()
    judged.tender.lots[0].documents = ["https://example.org/stukken"]
    let page = try page(judged)
    #expect(page.contains("<code>https://example.org/stukken</code>"))
    for loading in ["src=", "<link", "<img", "<iframe", "@import", "url("] {
      #expect(!page.contains(loading))
    }
    #expect(count("href=\"", in: page) == count("href=\"#", in: page))
    #expect(page.contains("default-src &#39;none&#39;"))
  }

  @Test("Every link and copy button leads to a part of the page, and no id stands twice")
  func anchors() throws {
    let judged = Fixtures.judged([
      try verdict("certification-only", rank: 2, elements: [], flags: ["price-led", "membership-only"])
    ])
    let page = try page(judged)
    let ids = page.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let targets = page.matches(of: /(?:href="#|data-copy="|labelledby=")([^"]+)"/).map { String($0.1) }
    #expect(targets.count > 40)
    for target in targets { #expect(ids.contains(target), "\(target)") }
  }

  @Test("Only its own script may run: its policy holds the script's hash")
  func policy() throws {
    let page = try page()
    let start = try #require(page.range(of: "<script>"))
    let end = try #require(page.range(of: "</script>"))
    let hash = Data(SHA256.hash(data: Data(page[start.upperBound..<end.lowerBound].utf8)))
      .base64EncodedString()
    #expect(HTMLStyle.policy.contains("'sha256-\(hash)'"), "the hash is now \(hash)")
    #expect(count("<script", in: page) == 1)
  }

  // MARK: Hostile texts

  @Test(
    "Texts from files are never markup",
    arguments: [
      "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onfocus='alert(1)", "</title><script>x",
      "</style><b>",
      "<!-- ", "&lt;script&gt;", "]]><svg/onload=alert(1)>",
    ])
  func markup(text: String) throws {
    let judged = Fixtures.hostile(text)
    let source = SourceText(
      name: text, role: .annex, text: Array("A \(text) B".utf8),
      passages: [Passage(range: 0..<("A \(text) B".utf8.count))])
    let plain = try page(Fixtures.hostile("x"), texts: [])
    for language in ReportLanguage.allCases {
      let page = try page(judged, language, texts: [source], tenderLanguage: text)
      #expect(!page.contains(text))
      #expect(page.contains(HTMLWriter.escaped(text)))
      #expect(count("<script", in: page) == 1)
      #expect(count("</title>", in: page) == 1)
      #expect(count("</style>", in: page) == 1)
    }
    // The same text makes as many tags as a harmless one.
    let tags = /<[a-z!\/]/
    #expect(try page(judged, texts: []).matches(of: tags).count == plain.matches(of: tags).count)
  }

  @Test("Controls and marks of writing direction are made visible")
  func controls() throws {
    let page = try page(Fixtures.hostile("a\u{1B}[2J\u{202E}b\u{0}c\u{2066}\r\nd\u{7F}"))
    let isHarmless = page.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || (scalar.value >= 0x20 && scalar.value != 0x7F && !(0x202A...0x202E).contains(scalar.value)
          && !(0x2066...0x2069).contains(scalar.value))
    }
    #expect(isHarmless)
    #expect(page.contains("a\u{FFFD}[2J\u{FFFD}b\u{FFFD}c\u{FFFD} d\u{FFFD}"))
  }

  // MARK: Read

  @Test("What was not read stands first, with what helps")
  func coverage() throws {
    let section = try section(1, of: page(Fixtures.judged(), .en))
    let unread = try #require(section.range(of: "Bijlage 7.pdf"))
    let read = try #require(section.range(of: "Bestek.pdf"))
    #expect(unread.lowerBound < read.lowerBound)
    #expect(section.contains("1 document was not read. What it holds is unknown."))
    #expect(section.contains("recognised text (OCR)"))
  }

  // MARK: Ladder

  @Test("The ladder shows every rank, and where the text stands")
  func ladder() throws {
    let section = try section(2, of: page(Fixtures.judged([verdict()]), .en))
    let rungs = section.components(separatedBy: "<li").dropFirst()
    #expect(rungs.count == 6)
    let here = rungs.filter { $0.contains("aria-current=\"true\"") }
    #expect(here.count == 1)
    #expect(here.first?.contains("<span class=\"chip\">3</span>") ?? false)
    #expect(here.first?.contains("the text stands here") ?? false)
    #expect(!section.contains("class=\"open\""))
    #expect(section.contains("Level 3 of 5"))
  }

  @Test("A minimum stands at least there, and what is above is unknown")
  func minimum() throws {
    let section = try section(2, of: page(Fixtures.judged([verdict(atLeast: true)]), .en))
    #expect(section.contains("at least here"))
    #expect(count("class=\"open\"", in: section) == 2)
    #expect(section.contains("At least level 3 of 5"))
    #expect(section.contains(Phrase.atLeast.en))
  }

  @Test("What cannot be assessed has no place on the ladder")
  func offTheLadder() throws {
    let verdict = try verdict("not-assessable", rank: nil, atLeast: true, elements: [])
    let section = try section(2, of: page(Fixtures.judged([verdict]), .en))
    #expect(!section.contains("aria-current"))
    #expect(count("class=\"open\"", in: section) == 6)
    #expect(section.contains(Phrase.offTheLadder.en))
  }

  // MARK: Elements

  @Test("Each element is asked, not asked or unknown", arguments: ReportLanguage.allCases)
  func elements(language: ReportLanguage) throws {
    let read = try section(3, of: page(Fixtures.judged([verdict()]), language))
    let partly = try section(3, of: page(Fixtures.judged([verdict(atLeast: true)]), language))
    let notAsked = HTMLWriter.escaped(">\(Phrase.name(of: Missing.State.notAsked)[language])<")
      .replacing("&gt;", with: ">").replacing("&lt;", with: "<")
    for element in Element.allCases {
      #expect(count(">\(element.rawValue)</span>", in: read) == 1)
      #expect(read.contains(HTMLWriter.escaped(Phrase.meaning(of: element)[language])))
    }
    #expect(count("class=\"state yes\"", in: read) == 2)
    #expect(count("class=\"state no\"", in: read) == 8)
    #expect(count(notAsked, in: read) == 8)
    #expect(count("class=\"state unknown\"", in: read) == 0)
    #expect(count("class=\"state yes\"", in: partly) == 2)
    #expect(count("class=\"state unknown\"", in: partly) == 8)
    #expect(count(notAsked, in: partly) == 0)
    #expect(partly.contains(HTMLWriter.escaped(Phrase.unknownIsNotNo[language])))
  }

  @Test("A quote is marked in its paragraph, in its language, with document, headings, clause and page")
  func quote() throws {
    let text = "5.4.2 Voor de start. De opdrachtnemer brengt de keten in kaart. Daarna volgt de rest."
    var passage = Passage(range: 0..<text.utf8.count, number: 0..<5)
    passage.page = 31
    let source = SourceText(
      name: "Bestek.pdf", role: .specification, text: Array(text.utf8), passages: [passage])
    var place = Fixtures.documentPlace
    (place.offset, place.length) = (21, 42)
    let verdict = Fixtures.verdict(
      elements: [.e4],
      evidence: [Fixtures.evidence("E4", "De opdrachtnemer brengt de keten in kaart.", at: place)])
    let page = try page(Fixtures.judged([verdict]), .fr, texts: [source])
    #expect(
      page.contains(
        "<blockquote lang=\"nl\"><p>5.4.2 Voor de start. <mark>De opdrachtnemer brengt de keten in kaart.</mark>"
          + " Daarna volgt de rest.</p></blockquote>"))
    #expect(
      page.contains(
        "<cite>Bestek.pdf</cite> › <span lang=\"nl\">5 Uitvoering</span> › <span lang=\"nl\">5.4 Herkomst</span>"
          + " · clause 5.4.2, page 31, alinéa 12"))
  }

  @Test("Every quote is shown, whatever it supports")
  func everyQuote() throws {
    let codes = ["due-diligence", "norms-only", "E4", "conditional", "name-only", "something-new", "E9"]
    let verdict = Fixtures.verdict(
      elements: [.e4], flags: ["conditional"], notes: ["name-only"],
      evidence: codes.enumerated().map {
        var place = Fixtures.documentPlace
        place.offset = $0
        return Fixtures.evidence($1, "Citaat \($1).", at: place)
      })
    let page = try page(Fixtures.judged([verdict]))
    for evidence in verdict.evidence { #expect(page.contains("<mark>\(evidence.quote)</mark>")) }
  }

  // MARK: Weaknesses

  @Test("Every flag, note and low level says why it matters and on what that rests")
  func weaknesses() throws {
    let ladder = try #require(Fixtures.rules).ladder
    let low = ladder.levels.map(\.level).filter { ($0.rank ?? 0) < 3 }.map(\.code)
    for code in ladder.flags + ladder.notes + low {
      let weakness = try #require(Weakness(code), "\(code)")
      for phrase in [weakness.why, weakness.basis] {
        let texts = ReportLanguage.allCases.map { phrase[$0] }
        #expect(Set(texts).count == 4 && texts.allSatisfy { !$0.isEmpty }, "\(code): \(texts)")
      }
    }
    for code in ["silent", "not-assessable", "due-diligence"] { #expect(Weakness(code) == nil) }
  }

  @Test("A label alone and a flag are told with reason, basis, quote and the clause that mends them")
  func label() throws {
    var verdict = try verdict(
      "certification-only", rank: 2, elements: [], flags: ["label-without-equivalent"])
    verdict.evidence = [Fixtures.evidence("label-without-equivalent", "Keurmerk X is vereist.")]
    let section = try section(4, of: page(Fixtures.judged([verdict]), .en))
    for text in [
      "Certification only", "Label without “or equivalent”", "art. 43(1) and 44(1)", "Why it matters",
    ] {
      #expect(section.contains(text), "\(text)")
    }
    #expect(section.contains("<mark>Keurmerk X is vereist.</mark>"))
    #expect(section.contains("href=\"#clause-certificate-as-proof\""))
    #expect(section.contains("href=\"#clause-due-diligence\""))
  }

  @Test("Where nothing weakens it says so; where not all was read, that it is unknown")
  func nothingWeakens() throws {
    func text(_ verdict: Verdict) throws -> String {
      try section(4, of: page(Fixtures.judged([verdict]), .en))
    }
    #expect(try text(verdict()).contains(Phrase.nothingWeakens.en))
    #expect(try text(verdict(atLeast: true)).contains(Phrase.nothingWeakensUnknown.en))
    #expect(try text(verdict("silent", rank: 0, elements: [])).contains(Phrase.nothingToWeaken.en))
  }

  // MARK: Clauses

  @Test(
    "Clauses are in the tender's language, marked as such on a page in another",
    arguments: ["nl", "fr", "de", "en"])
  func clauseLanguage(tenderLanguage: String) throws {
    let rules = try #require(Fixtures.rules)
    let judged = Fixtures.judged([try verdict()])
    for language in ReportLanguage.allCases {
      let section = try section(5, of: page(judged, language, tenderLanguage: tenderLanguage))
      let remedy = try #require(rules.remedies.first { $0.id == "chain-reporting" })
      #expect(section.contains(HTMLWriter.escaped(remedy.clause.texts[tenderLanguage] ?? "?")))
      #expect(section.contains("E7</span> \(HTMLWriter.escaped(remedy.title.text(language.rawValue)))"))
      let marked = "id=\"clause-chain-reporting-performance\" lang=\"\(tenderLanguage)\""
      #expect(section.contains(marked) == (tenderLanguage != language.rawValue))
      let clauses = count("class=\"clause\"", in: section)
      #expect(clauses >= 8)
      #expect(count(HTMLWriter.escaped(Phrase.proposal[language]), in: section) == clauses)
      #expect(count("<button type=\"button\" class=\"copy\" hidden=\"\"", in: section) == clauses)
    }
  }

  @Test("A tender in a language without clauses gets the English ones, and that is said")
  func otherLanguage() throws {
    let section = try section(5, of: page(Fixtures.judged([verdict()]), .de, tenderLanguage: "sv"))
    #expect(section.contains("lang=\"en\""))
    #expect(section.contains(Phrase.clauseIsInEnglish.de))
  }

  @Test("Only what is missing is proposed, and the duty itself only where it is not there")
  func onlyMissing() throws {
    let high = try section(5, of: page(Fixtures.judged([verdict()])))
    #expect(!high.contains("id=\"clause-chain-transparency\""))
    #expect(!high.contains("id=\"clause-due-diligence\""))
    #expect(high.contains("id=\"clause-remedy-and-grievance\""))
    let low = try section(5, of: page(Fixtures.judged([verdict("silent", rank: 0, elements: [])])))
    #expect(low.contains("id=\"clause-due-diligence\""))
    for element in Element.allCases { #expect(low.contains(">\(element.rawValue)</span>")) }
    let all = try section(5, of: page(Fixtures.judged([verdict(elements: Element.allCases)])))
    #expect(all.contains(Phrase.nothingToPutIn.nl))
  }

  @Test("Clauses are fitted to stone, to their place, and to the tender's own documents")
  func fitted() throws {
    var judged = Fixtures.judged([try verdict("silent", rank: 0, elements: [])])
    let stone = try section(5, of: page(judged))
    #expect(stone.contains("naam en plaats van de groeve en van elke fabriek"))
    #expect(stone.contains("toegesneden op natuursteen"))
    #expect(stone.contains("clause-chain-transparency-award"))
    #expect(stone.contains("als gunningscriterium met punten"))
    #expect(stone.contains("(in uw stukken: Bestek.pdf)"))
    judged.scope.categories = ["workwear"]
    let other = try section(5, of: page(judged))
    #expect(!other.contains("groeve en van elke fabriek"))
    #expect(other.contains("terug tot de groeve, mijn, akker of fabriek"))
  }

  @Test("What is unknown is first to be looked for in the documents that were not read")
  func unknownClauses() throws {
    let section = try section(5, of: page(Fixtures.judged([verdict(atLeast: true)]), .en))
    #expect(section.contains("First see whether the documents that were not read already ask for it."))
    #expect(count("class=\"state unknown\"", in: section) == 8)
  }

  @Test("Lots share one set of clauses, each with the lots that lack it")
  func lots() throws {
    var judged = Fixtures.judged([
      try verdict(lot: "LOT-0001"), try verdict(lot: "LOT-0002", "silent", rank: 0, elements: []),
    ])
    judged.tender.lots[0].title = "Perceel 1: natuursteen"
    let page = try page(judged, .de)
    #expect(page.contains("Los 1 — <span lang=\"nl\">natuursteen</span>"))
    let section = try section(5, of: page)
    #expect(count("id=\"clause-chain-reporting\"", in: section) == 1)
    #expect(section.contains("für Lose 1, 2"))
    #expect(section.contains("für Los 2"))
  }

  // MARK: Owed

  @Test("What is owed is yes, no or unknown, with source and date")
  func owed() throws {
    var judged = Fixtures.judged()
    judged.scope.duties = [
      DutyState(duty: "state-isv", state: .unknown, because: "The kind of buyer is not known."),
      DutyState(duty: "other", state: .yes, because: "x"), DutyState(duty: "third", state: .no, because: "y"),
    ]
    let section = try section(6, of: page(judged, .fr))
    #expect(section.contains("<span class=\"state unknown\">inconnu</span>"))
    #expect(section.contains("<span class=\"state yes\">oui</span>"))
    #expect(section.contains("<span class=\"state no\">non</span>"))
    #expect(section.contains("<span lang=\"en\">PIANOo"))
    #expect(section.contains("1er janvier 2023"))
    #expect(section.contains(HTMLWriter.escaped(Phrase.ownPledgesUnknown.fr)))
    judged.scope.duties = []
    #expect(try self.section(6, of: page(judged, .fr)).contains(HTMLWriter.escaped(Phrase.noDutyKnown.fr)))
  }
}
