@testable import Analysis
import Tenders

/// Hand-made values: a natural-stone tender with a chain clause.
enum Fixtures {
  static let rules = try? RuleSet(from: .packed)

  static let identity = RulesIdentity(version: "1.2.3", sha256: String(repeating: "0a", count: 32))

  static func source(path: String = "tenders/42/notice.xml") -> Source {
    Source(
      path: path, member: nil, format: "eforms-sdk-1.13", sha256: String(repeating: "f0", count: 32),
      bytes: 1200)
  }

  static func tender(lots: [String] = ["LOT-0001"]) -> Tender {
    var tender = Tender(noticeKind: .competition)
    tender.id = "412345-2025"
    tender.noticeType = "16"
    tender.published = "2025-09-06"
    tender.country = "NL"
    tender.languages = ["nl"]
    tender.title = "Herinrichting Marktplein"
    tender.buyers = [Buyer(name: "Gemeente Voorbeeld", id: "1234", country: "NL", kind: .municipality)]
    tender.cpv = ["45233222", "44912100"]
    tender.value = Value(amount: 1_250_000.5, currency: "EUR", maximum: nil)
    tender.lots = lots.map { id in
      var lot = Lot(id: id, title: "Werk \(id)")
      lot.awardCriteriaIn = .notice
      lot.award = [
        AwardCriterion(kind: .price, weight: .number(40), unit: .percent),
        AwardCriterion(kind: .quality, name: "Plan van aanpak", weight: .number(60), unit: .percent),
      ]
      return lot
    }
    return tender
  }

  static let documentPlace = Place(
    document: "Bestek.pdf", page: 31, paragraph: 12, row: nil, heading: ["5 Uitvoering", "5.4 Herkomst"],
    xpath: nil,
    line: nil, offset: 400, length: 30)

  static func noticePlace(line: Int) -> Place {
    Place(
      document: "notice.xml", page: nil, paragraph: nil, row: nil, heading: [],
      xpath: "/*[local-name()='ContractNotice']/*[local-name()='Name'][2]", line: line, offset: 0, length: 4)
  }

  static func evidence(
    _ gives: String, _ quote: String = "De opdrachtnemer brengt de keten in kaart.",
    at place: Place = documentPlace
  ) -> Evidence {
    Evidence(rule: "chain-transparency", gives: gives, quote: quote, language: "nl", place: place)
  }

  static func verdict(
    lot: String = "LOT-0001", level: Level = Level(code: "due-diligence", rank: 3), atLeast: Bool = false,
    elements: [Element] = [.e4, .e5], flags: [String] = [], notes: [String] = [], evidence: [Evidence]? = nil
  ) -> Verdict {
    Verdict(
      lot: lot, level: level, atLeast: atLeast, confidence: .certain, elements: elements,
      stages: elements.isEmpty ? [] : [.performance], flags: flags, notes: notes, priceWeight: 40,
      evidence: evidence ?? elements.map { Fixtures.evidence($0.rawValue) },
      missing: Element.allCases.filter { !elements.contains($0) }.map {
        Missing(element: $0, state: atLeast ? .unknown : .notAsked, remedy: nil)
      }, disagreements: [])
  }

  static let coverage = Coverage(documents: [
    Coverage.Document(
      name: "Bestek.pdf", kind: .pdf, role: .specification, state: .read, pages: 48, characters: 9000),
    Coverage.Document(
      name: "Bijlage 7.pdf", kind: .pdf, role: .annex, state: .noText, hint: "No text in it."),
  ])

  static func judged(
    _ verdicts: [Verdict] = [verdict()], tender: Tender? = nil, source: Source = source(),
    coverage: Coverage = coverage
  ) -> JudgedTender {
    JudgedTender(
      source: source, tender: tender ?? Fixtures.tender(lots: verdicts.map(\.lot)), coverage: coverage,
      scope: Scope(
        naturalStone: .yes, by: ["cpv:44912100", "text"], categories: ["natural-stone"],
        duties: [DutyState(duty: "trustone", state: .unknown, because: "The kind of buyer is not known.")]),
      verdicts: verdicts, rules: identity)
  }

  static let unread = Unread(
    source: Source(path: "inbox/a.zip", member: "b.xml", format: nil, sha256: nil, bytes: nil),
    reason: .malformed,
    message: "Not well-formed XML, line 3")

  /// A tender in which every foreign text carries the given one.
  static func hostile(_ text: String) -> JudgedTender {
    var tender = tender()
    tender.id = text
    tender.procedureId = text
    tender.version = text
    tender.noticeType = text
    tender.published = text
    tender.dispatched = text
    tender.country = text
    tender.title = text
    tender.buyers = [Buyer(name: text, id: text, country: text)]
    tender.cpv = [text]
    tender.nuts = [text]
    tender.value = Value(amount: 1, currency: text)
    tender.changes = [Change(noticeId: text, reason: text, description: text)]
    tender.exclusionGrounds = [text]
    tender.lots[0].title = text
    tender.lots[0].cpv = [text]
    tender.lots[0].award = [AwardCriterion(kind: .quality, name: text, weightText: text)]
    tender.lots[0].social = [text]
    tender.lots[0].strategic = [text]
    tender.lots[0].documents = [text]
    let place = Place(
      document: text, page: nil, paragraph: nil, row: nil, heading: [text], xpath: text, line: 1, offset: 0,
      length: 1)
    var verdict = verdict(
      flags: ["conditional"],
      evidence: [evidence("E4", text, at: place), evidence("conditional", text, at: place)])
    verdict.disagreements = [Disagreement(field: text, notice: text, documents: text)]
    return judged(
      [verdict], tender: tender, source: Source(path: text, member: text, format: text),
      coverage: Coverage(documents: [
        Coverage.Document(name: text, kind: .pdf, role: .annex, state: .broken, hint: text)
      ]))
  }
}
