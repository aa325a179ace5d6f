@testable import Analysis
import Tenders
import Testing

@testable import Reports

@Suite("Everything has wording in every language")
struct WordingTests {
  @Test("Every level has a name and a meaning")
  func levels() throws {
    let ladder = try #require(Fixtures.rules).ladder
    for level in ladder.levels.map(\.level) + [ladder.silent, ladder.notAssessable] {
      try check("level \(level.code)", #require(Phrase.levelName(level.code)))
      try check("meaning of \(level.code)", #require(Phrase.levelMeaning(level.code)))
    }
  }

  @Test("Every flag and note has a name and a meaning")
  func flags() throws {
    let ladder = try #require(Fixtures.rules).ladder
    for flag in ladder.flags {
      try check("flag \(flag)", #require(Phrase.flagName(flag)))
      try check("meaning of \(flag)", #require(Phrase.flagMeaning(flag)))
    }
    for note in ladder.notes {
      try check("note \(note)", #require(Phrase.noteName(note)))
      try check("meaning of \(note)", #require(Phrase.noteMeaning(note)))
    }
  }

  @Test("Every element, stage, state and answer has a name")
  func verdict() {
    for element in Element.allCases {
      check("\(element)", .name(of: element))
      if let step = Phrase.oecdStep(of: element) { check("step of \(element)", step) }
    }
    for stage in Stage.allCases { check("\(stage)", .name(of: stage)) }
    for confidence in [Confidence.certain, .likely, .check] {
      check("\(confidence)", .name(of: confidence), alike: ["certain"])
      if let reason = Phrase.reason(for: confidence) { check("reason for \(confidence)", reason) }
    }
    for state in [Missing.State.notAsked, .unknown] { check("\(state)", .heading(for: state)) }
    for answer in [Scope.Answer.yes, .no, .unknown] { check("\(answer)", .name(of: answer), alike: ["ja"]) }
  }

  @Test("Every kind of notice, buyer, document and criterion has a name")
  func tender() {
    for kind in [NoticeKind.planning, .competition, .result, .change, .other, .documents] {
      check("\(kind)", .name(of: kind))
    }
    for kind in BuyerKind.allCases { check("\(kind)", .name(of: kind), alike: ["Provinz"]) }
    for role in DocumentRole.allCases { check("\(role)", .name(of: role)) }
    for state in [Coverage.State.read, .noText, .encrypted, .unsupported, .broken, .tooLarge, .missing] {
      check("\(state)", .name(of: state))
      if state != .read { #expect(Phrase.help(for: state) != nil) }
      if let help = Phrase.help(for: state) { check("help for \(state)", help) }
    }
    for kind in [AwardCriterion.Kind.price, .cost, .quality, .unknown] { check("\(kind)", .name(of: kind)) }
    for place in [AwardCriteriaPlace.notice, .documents, .unknown] { check("\(place)", .name(of: place)) }
  }

  @Test("Every reason for unread input has a name")
  func reasons() {
    let reasons: [Unread.Reason] = [
      .notANotice, .malformed, .encrypted, .tooLarge, .tooDeep, .unsupported, .unreadable,
    ]
    for reason in reasons { check("\(reason)", .name(of: reason)) }
  }

  @Test("Reasons of duties are said in the reader's language")
  func duties() throws {
    let lines = [
      "The buyer's country is not stated.", "It binds buyers in NL, BE only.",
      "It does not bind this kind of buyer.",
      "The kind of buyer is not known.", "The product was not recognised as one of its categories.",
      "Buyer and category fit; whether the value reaches the threshold was not worked out.",
    ]
    for line in lines {
      check(line, .because(line))
      #expect(Phrase.because(line).en == line)
    }
    #expect(Phrase.because("Something new.") == Phrase(verbatim: "Something new."))
    check("remark", .remark("No rules for the language of this document."))
  }

  @Test("Numbers, money and dates are written as each language does")
  func numbers() {
    #expect(Phrase.number(1_234_567).nl == "1.234.567")
    #expect(Phrase.number(1_234_567).fr == "1\u{A0}234\u{A0}567")
    #expect(Phrase.number(1_234_567).en == "1,234,567")
    #expect(Phrase.number(-33.30).de == "−33,3")
    #expect(Phrase.percent(12.5).fr == "12,5\u{A0}%")
    #expect(Phrase.percent(100).nl == "100%")
    #expect(Phrase.number(0.001) == Phrase(verbatim: "0"))
    #expect(Phrase.number(999.999).en == "1,000")
    #expect(Phrase.number(Double.infinity) == Phrase(verbatim: "inf"))
    #expect(Phrase.money(Value(amount: 1250.5, currency: "EUR"))?.nl == "EUR\u{A0}1.250,50")
    #expect(
      Phrase.money(Value(amount: nil, currency: "EUR", maximum: 2e6))?.fr
        == "au plus 2\u{A0}000\u{A0}000\u{A0}EUR")
    #expect(Phrase.money(Value(amount: nil, currency: "EUR")) == nil)
    #expect(Phrase.date("2025-03-01").fr == "1er mars 2025")
    #expect(Phrase.date("2025-03-01").de == "1. März 2025")
    #expect(Phrase.date("2025-13-01") == Phrase(verbatim: "2025-13-01"))
  }

  @Test("Plurals follow the number")
  func plurals() {
    let none = Phrase.documentsRead(Coverage())
    #expect(none.nl.hasPrefix("0 documenten"))
    #expect(none.fr.hasPrefix("0 document cité,"))
    #expect(
      Phrase.documentsRead(Coverage(documents: Array(Fixtures.coverage.documents.prefix(1)))).en.hasPrefix(
        "1 document "))
    #expect(Phrase.lots("3", count: 1).de == "Los 3")
    #expect(Phrase.lots("1–3", count: 3).de == "Lose 1–3")
  }

  /// Each language says it, and none in the words of another, except words that are truly the same.
  private func check(_ what: String, _ phrase: Phrase, alike: Set<String> = []) {
    let texts = ReportLanguage.allCases.map { phrase[$0] }
    #expect(texts.allSatisfy { !$0.isEmpty }, "\(what) lacks a language")
    #expect(
      Set(texts).count == texts.count || texts.contains { alike.contains($0) },
      "\(what) is the same in two languages: \(texts)")
  }
}
