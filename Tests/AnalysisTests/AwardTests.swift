import Testing
import Tenders

@testable import Analysis
@testable import Intake

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Award criteria as documents state them: the texts of `AwardTexts.txt`, and what notice and documents say together.
@Suite struct AwardTests {
  private static let judge = Result { try Judge(rules: RuleSet(from: .packed)) }

  /// A text of `AwardTexts.txt`.
  struct Case: CustomStringConvertible {
    var id: String
    var language: String
    var weight: Double?
    var documents: [(name: String, text: String)]

    var description: String { id }
  }

  static func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "AwardTexts.txt")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return text.split(separator: "\n## ").dropFirst().map { block in
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
      let head = lines[0].split(separator: " ").map(String.init)
      var documents: [(name: String, text: String)] = []
      for line in lines.dropFirst() {
        if line.hasPrefix("--- ") {
          documents.append((String(line.dropFirst(4)), ""))
        } else {
          if documents.isEmpty { documents.append((guides[head[1]] ?? "Guide.txt", "")) }
          documents[documents.count - 1].text += line + "\n"
        }
      }
      return Case(id: head[0], language: head[1], weight: Double(head[2]), documents: documents)
    }
  }

  private static let guides = [
    "nl": "Aanbestedingsleidraad.txt", "fr": "Règlement de consultation.txt", "de": "Vergabeunterlagen.txt",
    "en": "Invitation to tender.txt",
  ]

  private func judged(
    _ documents: [(name: String, text: String)], lots: [Lot] = [Lot(id: "1")], country: String? = nil
  ) throws -> JudgedTender {
    var tender = Tender(noticeKind: .documents)
    tender.lots = lots
    tender.country = country
    let texts = documents.map { document in
      let bytes = Array(document.text.utf8)
      return SourceText(
        name: document.name, role: .other, text: bytes, passages: PlainText.passages(bytes))
    }
    let coverage = Coverage(
      documents: documents.map { .init(name: $0.name, kind: .text, role: .other, state: .read) })
    return try Self.judge.get().judge(
      TenderFile(source: Source(path: "test"), tender: tender, coverage: coverage, texts: texts))
  }

  // MARK: The texts

  @Test func atLeastNineteenOfTwentyPriceWeightsAreRight() throws {
    let cases = try Self.cases()
    #expect(cases.count >= 60)
    #expect(Set(cases.map(\.language)) == ["nl", "fr", "de", "en"])
    let wrong = try cases.filter { try judged($0.documents).verdicts[0].priceWeight != $0.weight }
    #expect(wrong.count * 20 <= cases.count, "\(wrong.map(\.id))")
  }

  @Test func noNumberIsGivenWhereTheTextHasNone() throws {
    for text in try Self.cases() where text.weight == nil {
      #expect(try judged(text.documents).verdicts[0].priceWeight == nil, "\(text.id)")
    }
  }

  // MARK: Criteria

  @Test func criteriaKeepTheirNamesAndUnits() throws {
    let lot = try judged([
      (
        "Leidraad.txt",
        "4 Gunningscriteria\nPrijs: 60 punten\nPlan van aanpak: 25 punten\nLevertijd: 15 punten\n"
      )
    ]).tender.lots[0]
    #expect(lot.awardCriteriaIn == .documents)
    #expect(lot.award.map(\.kind) == [.price, .quality, .quality])
    #expect(lot.award.map(\.name) == ["Prijs", "Plan van aanpak", "Levertijd"])
    #expect(lot.award.map(\.unit) == [.points, .points, .points])
    #expect(lot.award.map(\.weight) == [.number(60), .number(25), .number(15)])
  }

  @Test func anOrderGivesRanksAndNoWeight() throws {
    let text = "Award criteria, in descending order of importance:\n- quality\n- price\n- delivery period\n"
    let judged = try judged([("Invitation to tender.txt", text)])
    #expect(judged.tender.lots[0].award.map(\.kind) == [.quality, .price, .quality])
    #expect(judged.tender.lots[0].award.map(\.unit) == [.order, .order, .order])
    #expect(judged.verdicts[0].priceWeight == nil)
  }

  @Test func aDiscountInMoneyGivesItsWordsAndNoWeight() throws {
    let text = """
      7 Gunning op waarde
      De fictieve korting voor het plan omgeving bedraagt ten hoogste EUR 250.000,-.
      De plafondprijs is EUR 2.000.000,-.

      """
    let judged = try judged([("Leidraad.txt", text)])
    #expect(judged.tender.lots[0].award.map(\.kind) == [.price, .quality])
    #expect(judged.tender.lots[0].award[1].weightText == "250.000")
    #expect(judged.verdicts[0].priceWeight == nil)
  }

  @Test func aCeilingGivesTheShareWhereTheRulesSaySo() throws {
    var rules = try RuleSet(from: .packed)
    rules.awardWeights.discountShare = .fromCeiling
    let text = """
      7 Gunning op waarde
      De fictieve korting voor het plan omgeving bedraagt ten hoogste EUR 500.000,-.
      De plafondprijs is EUR 2.000.000,-.

      """
    let bytes = Array(text.utf8)
    var tender = Tender(noticeKind: .documents)
    tender.lots = [Lot(id: "1")]
    let source = SourceText(
      name: "Leidraad.txt", role: .other, text: bytes, passages: PlainText.passages(bytes))
    let file = TenderFile(source: Source(path: "test"), tender: tender, texts: [source])
    #expect(try Judge(rules: rules).judge(file).verdicts[0].priceWeight == 80)
  }

  @Test func priceAloneIsACriterionToo() throws {
    let judged = try judged([("Leidraad.txt", "2 Gunning\nDe opdracht wordt gegund op laagste prijs.\n")])
    #expect(judged.tender.lots[0].award == [AwardCriterion(kind: .price)])
    #expect(judged.verdicts[0].flags.contains("price-only"))
  }

  // MARK: Flags

  @Test func deliveryTimeAmongTheCriteriaIsFlaggedWithItsRow() throws {
    let text = "5 Gunning\nCriterium | Weging\nPrijs | 75\nLevertijd | 25\n"
    let verdict = try judged([("Leidraad.txt", text)]).verdicts[0]
    #expect(verdict.flags.contains("delivery-led"))
    #expect(verdict.flags.contains("price-led"))
    #expect(verdict.evidence.contains { $0.gives == "delivery-led" && $0.quote == "Levertijd | 25" })
    #expect(verdict.evidence.contains { $0.gives == "price-led" && $0.quote == "Prijs | 75" })
  }

  // MARK: Lots, notice and documents

  @Test func eachLotHasItsOwnTable() throws {
    let text = """
      5.1 Gunningscriteria perceel 1
      Prijs 60 %, kwaliteit 40 %.

      5.2 Gunningscriteria perceel 2
      Prijs 30 %, kwaliteit 70 %.

      """
    let judged = try judged([("Leidraad.txt", text)], lots: [Lot(id: "LOT-0001"), Lot(id: "LOT-0002")])
    #expect(judged.verdicts.map(\.priceWeight) == [60, 30])
  }

  @Test func lotsMayBeColumns() throws {
    let text = "5 Gunning\nCriterium | Perceel 1 | Perceel 2\nPrijs | 40 % | 70 %\nKwaliteit | 60 % | 30 %\n"
    let judged = try judged([("Leidraad.txt", text)], lots: [Lot(id: "1"), Lot(id: "2")])
    #expect(judged.verdicts.map(\.priceWeight) == [40, 70])
  }

  private func lot(price: Double, quality: Double) -> Lot {
    var lot = Lot(id: "1")
    lot.awardCriteriaIn = .notice
    lot.award = [
      AwardCriterion(kind: .price, weight: .number(price), unit: .percent),
      AwardCriterion(kind: .quality, weight: .number(quality), unit: .percent),
    ]
    return lot
  }

  @Test func noticeAndDocumentsThatDifferAreShownBoth() throws {
    let guide = ("Leidraad.txt", "4 Gunningscriteria\nPrijs 70 %, kwaliteit 30 %.\n")
    let judged = try judged([guide], lots: [lot(price: 40, quality: 60)])
    #expect(judged.verdicts[0].priceWeight == 40)
    let disagreement = try #require(judged.verdicts[0].disagreements.first)
    #expect(judged.verdicts[0].disagreements.count == 1)
    #expect(disagreement.field == "priceWeight")
    #expect([disagreement.notice, disagreement.documents] == ["40", "70"])
    #expect(disagreement.documentEvidence.map(\.quote) == ["Prijs 70 %, kwaliteit 30 %."])
    #expect(disagreement.documentEvidence.map(\.place.document) == ["Leidraad.txt"])
    #expect(disagreement.documentEvidence.map(\.place.heading) == [["4 Gunningscriteria"]])
    #expect(judged.tender.lots[0].awardCriteriaIn == .notice)
    #expect(try self.judged([guide], lots: [lot(price: 70, quality: 30)]).verdicts[0].disagreements.isEmpty)
  }

  @Test func aLaterCorrectionWinsOverTheNotice() throws {
    let judged = try judged(
      [
        ("Leidraad.txt", "4 Gunningscriteria\nPrijs 70 %, kwaliteit 30 %.\n"),
        ("Nota van inlichtingen 1.txt", "Antwoord 2. De weging van prijs en kwaliteit wordt 50/50.\n"),
      ], lots: [lot(price: 70, quality: 30)])
    #expect(judged.verdicts[0].priceWeight == 50)
    #expect(!judged.verdicts[0].flags.contains("price-led"))
  }

  @Test func aCorrectedNoticeIsACorrection() throws {
    let judged = try judged([
      ("Cahier des charges.txt", "3. Critères\nPrix 55 points. Qualité 30 points. Reprise 15 points.\n"),
      (
        "Avis rectificatif n°1.txt",
        "Page 4, critères : lire « Prix 70 points. Qualité 30 points. » Le troisième critère disparaît.\n"
      ),
    ])
    #expect(judged.verdicts[0].priceWeight == 70)
  }

  @Test func pagesOfATableOfContentsAreNoWeights() throws {
    let text = "Prijs .......... 40\nKwaliteit .......... 60\nBijlagen .......... 71\n"
    #expect(try judged([("Leidraad.txt", text)]).verdicts[0].priceWeight == nil)
  }

  @Test func aPriceThatOnlyDecidesBetweenEqualsIsNotAllThatCounts() throws {
    let text = "De opdracht gaat naar het beste plan. Bij een gelijke stand wint de laagste prijs.\n"
    let verdict = try judged([("Leidraad.txt", text)]).verdicts[0]
    #expect(!verdict.flags.contains("price-only"))
    #expect(verdict.priceWeight == nil)
  }

  @Test func aReasonInTheNextSentenceMotivatesTheLowestPrice() throws {
    let plain = "Wie het goedkoopst is, krijgt het werk."
    let reason = " Dat doen we omdat alle lampen aan dezelfde norm voldoen."
    let bare = try judged([("Leidraad.txt", plain + "\n")], country: "NL")
    let motivated = try judged([("Leidraad.txt", plain + reason + "\n")], country: "NL")
    #expect(bare.verdicts[0].flags.contains("unmotivated-price"))
    #expect(!motivated.verdicts[0].flags.contains("unmotivated-price"))
    #expect(motivated.verdicts[0].flags.contains("price-only"))
  }

  // MARK: Numbers and sums

  @Test(
    arguments: [
      ("1.400", 1400), ("1,000", 1000), ("12,5", 12.5), ("0.6", 0.6), ("0,600", 0.6), ("1 000", 1000),
      ("450.000", 450_000), ("3.4.4", nil), ("12.03.2026", nil),
    ] as [(String, Double?)])
  func numbersAreReadAsWritten(_ written: String, _ value: Double?) {
    #expect(AwardNumber.value(written.utf8) == value)
  }
}
