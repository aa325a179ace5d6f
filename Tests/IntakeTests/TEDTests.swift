import Tenders
import Testing
import XML

@testable import Intake

@Suite struct TEDTests {
  // MARK: Identity and header

  @Test func readsTheHeaderOfAPublishedNotice() throws {
    let tender = try read(
      export(
        form("F02", "<LEGAL_BASIS/>\(body())\(object())"),
        coded: """
          <REF_OJS><DATE_PUB>20190906</DATE_PUB></REF_OJS>
          <NOTICE_DATA><NO_DOC_OJS>2019/S 172-012345</NO_DOC_OJS><LG_ORIG>NL FR</LG_ORIG>
          <REF_NOTICE><NO_DOC_OJS>2018/S 001-000001</NO_DOC_OJS></REF_NOTICE></NOTICE_DATA>
          <CODIF_DATA><DS_DATE_DISPATCH>20190904</DS_DATE_DISPATCH></CODIF_DATA>
          """)
    ).tender
    #expect(tender.id == "012345-2019")
    #expect(tender.published == "2019-09-06")
    #expect(tender.dispatched == "2019-09-04")
    #expect(tender.languages == ["nl", "fr"])
    #expect(tender.country == "GR")
    #expect(tender.noticeType == "F02")
    #expect(tender.noticeKind == .competition)
    #expect(tender.title == "Kademuur")
    #expect(tender.cpv == ["45241000"])
    #expect(tender.nuts == ["NL33C"])
    #expect(tender.value == Value(amount: 1_250_000.5, currency: "EUR"))
  }

  @Test(arguments: [
    (#"VERSION="R2.0.9.S03.E01""#, "ted-r2.0.9.s03"),
    (#"VERSION="R2.0.9""#, "ted-r2.0.9"),
    (#"schemaLocation="http://example.org/ted/R2.0.8/publication TED_EXPORT.xsd""#, "ted-r2.0.8"),
    ("", "ted-r2.0.9"),
  ])
  func namesTheFormatAsPreciselyAsTheNotice(attributes: String, format: String) throws {
    #expect(try read(export(form("F02", object()), attributes: attributes)).format == format)
  }

  @Test func readsAFormWithoutCodedData() throws {
    let notice = try read(
      """
      <TED_ESENDERS VERSION="R2.0.9.S02"><SENDER/><FORM_SECTION>
      <NOTICE_UUID>0c1d9c3e-0000-4000-8000-5a5a5a5a5a5a</NOTICE_UUID>
      \(form("F03", body() + object() + complement()))
      </FORM_SECTION></TED_ESENDERS>
      """)
    #expect(notice.tender.id == "0c1d9c3e-0000-4000-8000-5a5a5a5a5a5a")
    #expect(notice.tender.published == nil)
    #expect(notice.tender.dispatched == "2020-02-03")
    #expect(notice.tender.languages == ["nl"])
    #expect(notice.tender.noticeKind == .result)
    #expect(notice.tender.lots.count == 1)
  }

  @Test(arguments: [
    ("F01", "PRI_ONLY", NoticeKind.planning), ("F01", "PRI_CALL_COMPETITION", .competition),
    ("F04", "PER_REDUCING_TIME_LIMITS", .planning), ("F07", "QSU_CALL_COMPETITION", .competition),
    ("F07", "", .other), ("F12", "", .competition), ("F13", "", .result), ("F14", "", .change),
    ("F15", "", .result), ("F20", "", .change), ("F21", "AWARD_CONTRACT", .result),
    ("F22", "CONTRACT", .competition),
    ("F23", "PRI", .competition), ("F24", "", .competition), ("F25", "", .result), ("T01", "", .planning),
    ("17", "", .competition), ("2", "", .competition),
  ])
  func theFormAndItsPurposeGiveTheKind(number: String, purpose: String, kind: NoticeKind) throws {
    let notice = purpose.isEmpty ? "" : #"<NOTICE TYPE="\#(purpose)"/>"#
    let tender = try read(export(form(number, notice + object()))).tender
    #expect(tender.noticeKind == kind)
    #expect(tender.noticeType == (number == "17" ? "F17" : number == "2" ? "F02" : number))
  }

  // MARK: Languages

  @Test func factsComeFromOneOriginalLanguageAndTextsFromEach() throws {
    let french = object(title: "Mur de quai", lots: [lot("<LOT_NO>1</LOT_NO>"), lot("<LOT_NO>2</LOT_NO>")])
    let dutch = object(lots: [lot("<LOT_NO>1</LOT_NO>"), lot("<LOT_NO>2</LOT_NO>")])
    let notice = try read(
      export(
        form("F02", body() + french, language: "FR") + form("F02", body() + dutch, language: "NL")
          + form("F02", object(title: "Quay wall"), language: "EN", category: "TRANSLATION")))
    #expect(notice.tender.title == "Kademuur")
    #expect(notice.tender.languages == ["fr", "nl"])
    #expect(notice.tender.buyers.count == 1)
    #expect(notice.tender.lots.map(\.id) == ["1", "2"])
    #expect(
      notice.passages.map(\.language) == Array(repeating: "fr", count: 4) + Array(repeating: "nl", count: 4))
    #expect(notice.passages.map(\.lots) == [nil, nil, [0], [1], nil, nil, [0], [1]])
  }

  @Test func withoutAnOriginalTheStatedLanguageIsRead() throws {
    let forms =
      form("F02", object(title: "Quay wall"), language: "EN", category: "TRANSLATION")
      + form("F02", object(title: "Kaimauer"), language: "DE", category: "TRANSLATION")
    let stated = try read(export(forms, coded: "<NOTICE_DATA><LG_ORIG>DE</LG_ORIG></NOTICE_DATA>"))
    #expect(stated.tender.title == "Kaimauer")
    #expect(try read(export(forms)).tender.title == "Quay wall")
  }

  // MARK: Text

  @Test func wordsSplitByMarkupAreWhole() throws {
    let title = "Herstel van ruim 5 m<FT TYPE=\"SUP\">2</FT>\u{A0} kade\u{AD}muur</P><P>en 3  bolders"
    #expect(
      try read(export(form("F02", object(title: title)))).tender.title
        == "Herstel van ruim 5 m2 kademuur en 3 bolders")
  }

  // MARK: Lots

  @Test func aLotWithoutANumberGetsItsPlace() throws {
    let tender = try read(
      export(
        form(
          "F02",
          object(lots: [lot("<LOT_NO>A3</LOT_NO>"), lot("<LOT_NO/>"), lot("<TITLE><P>Bolders</P></TITLE>")])))
    ).tender
    #expect(tender.lots.map(\.id) == ["A3", "2", "3"])
    #expect(tender.lots.map(\.title) == [nil, nil, "Bolders"])
    #expect(tender.lots[0].cpv == ["44912100"])
    #expect(tender.lots[0].value == Value(amount: 1000, currency: "EUR"))
  }

  @Test func severalContractsKeepTheirOwnLotsCodesAndTexts() throws {
    let notice = try read(
      export(form("F01", object() + object(title: "Steiger", main: "45242000-9", lots: [lot(), lot()]))))
    let tender = notice.tender
    #expect(tender.title == "Kademuur")
    #expect(tender.cpv == ["45241000", "45242000"])
    #expect(tender.value == nil)
    #expect(tender.lots.map(\.id) == ["1", "2", "3"])
    #expect(tender.lots.map(\.title) == ["Kademuur", "Steiger", "Steiger"])
    #expect(tender.lots[2].cpv == ["45242000", "44912100"])
    #expect(notice.passages.first { xmlText($0, notice) == "Steiger" }?.lots == [1, 2])
  }

  @Test func documentsAndReservedPerformanceCountForEveryLot() throws {
    let tender = try read(
      export(
        form(
          "F02",
          body("<URL_DOCUMENT>https://example.org/1</URL_DOCUMENT>") + object(lots: [lot(), lot()])
            + "<LEFTI><RESTRICTED_SHELTERED_PROGRAM/></LEFTI>"))
    ).tender
    #expect(tender.lots.map(\.documents) == [["https://example.org/1"], ["https://example.org/1"]])
    #expect(tender.lots.map(\.reservedExecution) == ["yes", "yes"])
  }

  // MARK: Award criteria

  private static let priceAndQuality = """
    <AC_QUALITY><AC_CRITERION>Plan van aanpak</AC_CRITERION><AC_WEIGHTING>60 %</AC_WEIGHTING></AC_QUALITY>
    <AC_PRICE><AC_WEIGHTING>40 %</AC_WEIGHTING></AC_PRICE>
    """

  @Test(arguments: [
    "<AC>\(priceAndQuality)</AC>", priceAndQuality,
    "<DIRECTIVE_2014_24_EU>\(priceAndQuality)</DIRECTIVE_2014_24_EU>",
    "<DIRECTIVE_2014_25_EU><AC>\(priceAndQuality)</AC></DIRECTIVE_2014_25_EU>",
  ])
  func criteriaAreReadWithinAnyWrapper(criteria: String) throws {
    let lots = try read(export(form("F02", object(lots: [lot(criteria)])))).tender.lots
    #expect(
      lots[0].award.map(\.unplaced) == [
        AwardCriterion(kind: .quality, name: "Plan van aanpak", weight: .number(60), unit: .percent),
        AwardCriterion(kind: .price, weight: .number(40), unit: .percent),
      ])
    #expect(lots[0].awardCriteriaIn == .notice)
  }

  @Test func criteriaWithoutAKindStayUnknown() throws {
    let concession =
      "<AC><AC_CRITERION>Dienstverlening</AC_CRITERION><AC_CRITERION>Afdracht</AC_CRITERION></AC>"
    let defence = """
      <DIRECTIVE_2009_81_EC><AC_CRITERIA><AC_CRITERION>Levertijd</AC_CRITERION>
      <AC_WEIGHTING>30</AC_WEIGHTING></AC_CRITERIA></DIRECTIVE_2009_81_EC>
      """
    let lots = try read(export(form("F24", object(lots: [lot(concession), lot(defence)])))).tender.lots
    #expect(
      lots[0].award.map(\.unplaced) == [
        AwardCriterion(kind: .unknown, name: "Dienstverlening", weight: .number(1), unit: .order),
        AwardCriterion(kind: .unknown, name: "Afdracht", weight: .number(2), unit: .order),
      ])
    #expect(
      lots[1].award.map(\.unplaced) == [
        AwardCriterion(kind: .unknown, name: "Levertijd", weight: .number(30), unit: .bare)
      ])
  }

  @Test func aNoticeMayLeaveItsCriteriaToTheDocuments() throws {
    let lots = try read(
      export(form("F02", object(lots: [lot("<AC><AC_PROCUREMENT_DOC/></AC>"), lot()])))
    ).tender.lots
    #expect(lots.map(\.awardCriteriaIn) == [.documents, .unknown])
  }

  @Test func theJuryOfADesignContestJudgesByFreeText() throws {
    let notice = try read(
      export(
        form(
          "F12",
          object()
            + "<PROCEDURE><CRITERIA_EVALUATION><P>Inpassing.</P><P>Duurzaamheid.</P></CRITERIA_EVALUATION>"
            + "</PROCEDURE>"
        )))
    #expect(notice.tender.lots[0].award == [])
    #expect(notice.tender.lots[0].awardCriteriaIn == .notice)
    let texts = notice.passages.filter { $0.field == "CRITERIA_EVALUATION" }
    #expect(texts.map { xmlText($0, notice) } == ["Inpassing.", "Duurzaamheid."])
    #expect(texts.map(\.stage) == [.award, .award])
  }

  @Test(arguments: [
    ("40", AwardCriterion.Weight.number(40), AwardCriterion.Unit.bare), ("0,05", .number(0.05), .bare),
    ("12.5", .number(12.5), .bare), ("40 %", .number(40), .percent), ("40%.", .number(40), .percent),
    ("30 prosenttia", .number(30), .percent), ("30 procent", .number(30), .percent),
    ("20 Punkte", .number(20), .points), ("32 puntos", .number(32), .points),
    ("20 pts.", .number(20), .points),
    ("45 punten", .number(45), .points), ("25/100", .number(0.25), .decimal),
    ("3 / 20", .number(0.15), .decimal),
    ("40-80 %", .range(low: 40, high: 80), .range), ("40 % – 80 %", .range(low: 40, high: 80), .range),
    ("1-60", .range(low: 1, high: 60), .range),
  ])
  func numbersInWeightsAreRead(text: String, weight: AwardCriterion.Weight, unit: AwardCriterion.Unit) throws
  {
    let criterion = try criterion(weighing: text)
    #expect(criterion.weight == weight)
    #expect(criterion.unit == unit)
    #expect(criterion.weightText == nil)
  }

  @Test(arguments: [
    "Pass/Fail", "N/A", "40/20/20/17/3", "50/50", "40/60", "Prijs 20 %, kwaliteit 80 %", "max. 40",
    "40 wensen", "-",
  ])
  func otherWeightsStayText(text: String) throws {
    let criterion = try criterion(weighing: text)
    #expect(criterion.weight == nil)
    #expect(criterion.unit == .none)
    #expect(criterion.weightText == text)
  }

  // MARK: Buyers

  @Test func theFirstBuyerHasTheTypeThatTheNoticeStates() throws {
    let joint = body(
      """
      <ADDRESS_CONTRACTING_BODY_ADDITIONAL><OFFICIALNAME>Waterwerk Duin</OFFICIALNAME><COUNTRY VALUE="NL"/>
      </ADDRESS_CONTRACTING_BODY_ADDITIONAL>
      <CA_TYPE VALUE="BODY_PUBLIC"/><CA_ACTIVITY VALUE="HEALTH"/>
      """)
    let buyers = try read(export(form("F02", joint + object()))).tender.buyers
    #expect(
      buyers == [
        Buyer(
          name: "Havenbeheer Zilt", id: "12345678", country: "GR", nuts: "EL30", kind: .health,
          activity: "HEALTH"),
        Buyer(name: "Waterwerk Duin", country: "NL"),
      ])
  }

  @Test(arguments: [
    (#"<CA_TYPE VALUE="MINISTRY"/>"#, BuyerKind.ministry),
    (#"<CA_TYPE VALUE="REGIONAL_AUTHORITY"/>"#, .region),
    (#"<CA_TYPE VALUE="NATIONAL_AGENCY"/>"#, .agency),
    (#"<CA_TYPE VALUE="BODY_PUBLIC"/>"#, .bodyGovernedByPublicLaw),
    (#"<CA_TYPE_OTHER>Vereniging</CA_TYPE_OTHER><CA_ACTIVITY VALUE="EDUCATION"/>"#, .education),
    (#"<CE_ACTIVITY VALUE="WATER"/>"#, .utility), ("", .euInstitution),
  ])
  func theTypeOfBuyerIsItsKind(fields: String, kind: BuyerKind) throws {
    let coded = #"<CODIF_DATA><AA_AUTHORITY_TYPE CODE="5"/></CODIF_DATA>"#
    #expect(
      try read(export(form("F02", body(fields) + object()), coded: coded)).tender.buyers.first?.kind == kind)
  }

  // MARK: Passages

  @Test func passagesKnowTheirStageAndLot() throws {
    let notice = try read(
      export(
        form(
          "F02",
          object(lots: [
            lot("<AC>\(Self.priceAndQuality)</AC>"),
            lot("<CRITERIA_CANDIDATE><P>Loting.</P></CRITERIA_CANDIDATE>"),
          ])
            + """
            <LEFTI><SUITABILITY><P>Handelsregister.</P></SUITABILITY>
            <PERFORMANCE_CONDITIONS><P>Ketenrapport.</P><P>Jaarlijks.</P></PERFORMANCE_CONDITIONS></LEFTI>
            """ + complement())))
    let rows = notice.passages.map {
      [
        xmlText($0, notice), $0.field ?? "-", $0.form.rawValue, $0.stage?.rawValue ?? "-",
        $0.lots.map { $0.map(String.init).joined() } ?? "all",
      ].joined(separator: " | ")
    }
    #expect(
      rows == [
        "Kademuur | TITLE | title | - | all",
        "Bouw. | SHORT_DESCR | paragraph | - | all",
        "Deel. | SHORT_DESCR | paragraph | - | 0",
        "Plan van aanpak | AC_CRITERION | criterion | award | 0",
        "Deel. | SHORT_DESCR | paragraph | - | 1",
        "Loting. | CRITERIA_CANDIDATE | paragraph | selection | 1",
        "Handelsregister. | SUITABILITY | paragraph | selection | all",
        "Ketenrapport. | PERFORMANCE_CONDITIONS | paragraph | performance | all",
        "Jaarlijks. | PERFORMANCE_CONDITIONS | paragraph | performance | all",
        "Nadere inlichtingen. | INFO_ADD | paragraph | - | all",
      ])
    #expect(notice.passages[7].section == notice.passages[8].section)
    #expect(notice.passages[6].section != notice.passages[7].section)
  }

  @Test func aCorrigendumGivesWhatItChanges() throws {
    let notice = try read(
      export(
        form(
          "F14",
          """
          <OBJECT_CONTRACT><TITLE><P>Kademuur</P></TITLE></OBJECT_CONTRACT>
          <COMPLEMENTARY_INFO><NOTICE_NUMBER_OJ>2019/S 172-012345</NOTICE_NUMBER_OJ></COMPLEMENTARY_INFO>
          <CHANGES><CHANGE><WHERE><SECTION>III.2.2</SECTION><LABEL>Voorwaarden</LABEL></WHERE>
          <OLD_VALUE><TEXT><P>Oud.</P></TEXT></OLD_VALUE><NEW_VALUE><TEXT><P>Nieuw.</P></TEXT></NEW_VALUE>
          </CHANGE></CHANGES>
          """)))
    #expect(
      notice.tender.changes == [
        Change(noticeId: "012345-2019", reason: nil, description: "Voorwaarden: Nieuw.")
      ])
    #expect(notice.tender.lots == [])
    #expect(notice.passages.map { xmlText($0, notice) } == ["Kademuur", "Nieuw."])
  }

  // MARK: Forms before 2014

  @Test func defenceNoticesKeepTheOldForm() throws {
    let notice = try read(
      """
      <TED_EXPORT schemaLocation="http://example.org/ted/R2.0.8/publication TED_EXPORT.xsd"><FORM_SECTION>
      <CONTRACT_DEFENCE CATEGORY="ORIGINAL" FORM="17" LG="EN"><FD_CONTRACT_DEFENCE>
      <CONTRACTING_AUTHORITY_INFORMATION_DEFENCE><CA_CE_CONCESSIONAIRE_PROFILE>
      <ORGANISATION><OFFICIALNAME>Fleet Depot</OFFICIALNAME><NATIONALID>77</NATIONALID></ORGANISATION>
      <COUNTRY VALUE="UK"/>
      </CA_CE_CONCESSIONAIRE_PROFILE><TYPE_OF_CONTRACTING_AUTHORITY VALUE="MINISTRY"/>
      </CONTRACTING_AUTHORITY_INFORMATION_DEFENCE>
      <OBJECT_CONTRACT_INFORMATION_DEFENCE><DESCRIPTION_CONTRACT_INFORMATION_DEFENCE>
      <TITLE_CONTRACT><P>Uniforms</P></TITLE_CONTRACT><LOCATION_NUTS><NUTS CODE="UKK4"/></LOCATION_NUTS>
      <CPV><CPV_MAIN><CPV_CODE CODE="18100000"/></CPV_MAIN><CPV_ADDITIONAL><CPV_CODE CODE="18400000"/>
      </CPV_ADDITIONAL></CPV>
      <F17_DIVISION_INTO_LOTS><F17_DIV_INTO_LOT_YES>
      <F17_ANNEX_B><LOT_NUMBER>7</LOT_NUMBER><LOT_TITLE><P>Boots</P></LOT_TITLE>
      <CPV><CPV_MAIN><CPV_CODE CODE="18830000"/></CPV_MAIN></CPV></F17_ANNEX_B>
      <F17_ANNEX_B><LOT_DESCRIPTION><P>Gloves.</P></LOT_DESCRIPTION></F17_ANNEX_B>
      </F17_DIV_INTO_LOT_YES></F17_DIVISION_INTO_LOTS></DESCRIPTION_CONTRACT_INFORMATION_DEFENCE>
      <QUANTITY_SCOPE><COSTS_RANGE_AND_CURRENCY CURRENCY="GBP">
      <VALUE_COST FMTVAL="445000.00">445 000</VALUE_COST>
      </COSTS_RANGE_AND_CURRENCY></QUANTITY_SCOPE></OBJECT_CONTRACT_INFORMATION_DEFENCE>
      <LEFTI_CONTRACT_DEFENCE><EXISTENCE_OTHER_PARTICULAR_CONDITIONS><P>Site audits.</P>
      </EXISTENCE_OTHER_PARTICULAR_CONDITIONS>
      <T_CAPACITY_INFORMATION><P>References.</P></T_CAPACITY_INFORMATION></LEFTI_CONTRACT_DEFENCE>
      <PROCEDURE_DEFINITION_CONTRACT_NOTICE_DEFENCE><AWARD_CRITERIA_CONTRACT_NOTICE_INFORMATION>
      <AWARD_CRITERIA_DETAIL>
      <MOST_ECONOMICALLY_ADVANTAGEOUS_TENDER><CRITERIA_STATED_BELOW>
      <CRITERIA_DEFINITION><ORDER_C>1</ORDER_C><CRITERIA>Price</CRITERIA><WEIGHTING>70</WEIGHTING>
      </CRITERIA_DEFINITION>
      <CRITERIA_DEFINITION><ORDER_C>2</ORDER_C><CRITERIA>Comfort</CRITERIA></CRITERIA_DEFINITION>
      </CRITERIA_STATED_BELOW></MOST_ECONOMICALLY_ADVANTAGEOUS_TENDER></AWARD_CRITERIA_DETAIL>
      </AWARD_CRITERIA_CONTRACT_NOTICE_INFORMATION></PROCEDURE_DEFINITION_CONTRACT_NOTICE_DEFENCE>
      <COMPLEMENTARY_INFORMATION_CONTRACT_NOTICE><NOTICE_DISPATCH_DATE><DAY>4</DAY><MONTH>11</MONTH>
      <YEAR>2021</YEAR>
      </NOTICE_DISPATCH_DATE></COMPLEMENTARY_INFORMATION_CONTRACT_NOTICE>
      </FD_CONTRACT_DEFENCE></CONTRACT_DEFENCE></FORM_SECTION></TED_EXPORT>
      """)
    let tender = notice.tender
    #expect(notice.format == "ted-r2.0.8")
    #expect(tender.noticeType == "F17")
    #expect(tender.dispatched == "2021-11-04")
    #expect(tender.buyers == [Buyer(name: "Fleet Depot", id: "77", country: "GB", kind: .ministry)])
    #expect(tender.title == "Uniforms")
    #expect(tender.cpv == ["18100000", "18400000"])
    #expect(tender.nuts == ["UKK4"])
    #expect(tender.value == Value(amount: 445_000, currency: "GBP"))
    #expect(tender.lots.map(\.id) == ["7", "2"])
    #expect(tender.lots[0].title == "Boots")
    #expect(tender.lots[0].cpv == ["18830000"])
    #expect(
      tender.lots[1].award.map(\.unplaced) == [
        AwardCriterion(kind: .unknown, name: "Price", weight: .number(70), unit: .bare),
        AwardCriterion(kind: .unknown, name: "Comfort", weight: .number(2), unit: .order),
      ])
    let rows = notice.passages.map { "\(xmlText($0, notice)) \($0.stage?.rawValue ?? "-") \($0.lots ?? [])" }
    #expect(
      rows == [
        "Uniforms - []", "Boots - [0]", "Gloves. - [1]", "Site audits. performance []",
        "References. selection []",
        "Price award []", "Comfort award []",
      ])
  }

  @Test func anUndividedOldFormIsOneLotAndMayPointToTheDocuments() throws {
    let tender = try read(
      """
      <TED_EXPORT VERSION="R2.0.7.S03.E01"><FORM_SECTION><CONTRACT CATEGORY="ORIGINAL" FORM="2" LG="EN">
      <FD_CONTRACT>
      <CONTRACTING_AUTHORITY_INFORMATION><CA_CE_CONCESSIONAIRE_PROFILE>
      <ORGANISATION>Town of Brine</ORGANISATION>
      </CA_CE_CONCESSIONAIRE_PROFILE></CONTRACTING_AUTHORITY_INFORMATION>
      <OBJECT_CONTRACT_INFORMATION><TITLE_CONTRACT><P>Kerbs</P></TITLE_CONTRACT></OBJECT_CONTRACT_INFORMATION>
      <PROCEDURE_DEFINITION_CONTRACT_NOTICE><AWARD_CRITERIA_CONTRACT_NOTICE_INFORMATION>
      <AWARD_CRITERIA_DETAIL>
      <MOST_ECONOMICALLY_ADVANTAGEOUS_TENDER><CRITERIA_STATED_IN_OTHER_DOCUMENT/>
      </MOST_ECONOMICALLY_ADVANTAGEOUS_TENDER>
      </AWARD_CRITERIA_DETAIL></AWARD_CRITERIA_CONTRACT_NOTICE_INFORMATION>
      </PROCEDURE_DEFINITION_CONTRACT_NOTICE>
      </FD_CONTRACT></CONTRACT></FORM_SECTION></TED_EXPORT>
      """
    ).tender
    #expect(tender.noticeType == "F02")
    #expect(tender.buyers.map(\.name) == ["Town of Brine"])
    #expect(tender.lots.map(\.id) == ["1"])
    #expect(tender.lots[0].awardCriteriaIn == .documents)
  }

  @Test func aFileWithoutAFormGivesNoFacts() throws {
    let notice = try read("<TED_EXPORT><FORM_SECTION/></TED_EXPORT>")
    #expect(notice.tender == Tender(noticeKind: .other))
    #expect(notice.passages.isEmpty)
  }
}

// MARK: Notices to read

private struct Read {
  let notice: Notice
  let xml: Document
  var tender: Tender { notice.tender }
  var passages: [Passage] { notice.passages }
  var format: String { notice.format }
}

private func read(_ text: String) throws -> Read {
  let xml = try Document.parse(Array(text.utf8))
  return Read(notice: TED.read(xml), xml: xml)
}

private func xmlText(_ passage: Passage, _ read: Read) -> String {
  String(decoding: read.xml.text[passage.range], as: UTF8.self)
}

private func export(_ forms: String, coded: String = "", attributes: String = "") -> String {
  """
  <TED_EXPORT \(attributes)><CODED_DATA_SECTION>\(coded)</CODED_DATA_SECTION>
  <FORM_SECTION>\(forms)</FORM_SECTION></TED_EXPORT>
  """
}

private func form(
  _ number: String, _ content: String, language: String = "NL", category: String = "ORIGINAL"
) -> String {
  #"<F_2014 CATEGORY="\#(category)" FORM="\#(number)" LG="\#(language)">\#(content)</F_2014>"#
}

private func body(_ fields: String = "") -> String {
  """
  <CONTRACTING_BODY><ADDRESS_CONTRACTING_BODY><OFFICIALNAME>Havenbeheer Zilt</OFFICIALNAME>
  <NATIONALID>12345678</NATIONALID><COUNTRY VALUE="EL"/><n:NUTS xmlns:n="urn:n" CODE="EL30"/>
  </ADDRESS_CONTRACTING_BODY>
  \(fields)</CONTRACTING_BODY>
  """
}

private func object(title: String = "Kademuur", main: String = "45241000", lots: [String] = [lot()]) -> String
{
  """
  <OBJECT_CONTRACT><TITLE><P>\(title)</P></TITLE><CPV_MAIN><CPV_CODE CODE="\(main)"/></CPV_MAIN>
  <SHORT_DESCR><P>Bouw.</P></SHORT_DESCR><VAL_ESTIMATED_TOTAL CURRENCY="EUR">1250000.50</VAL_ESTIMATED_TOTAL>
  \(lots.joined())</OBJECT_CONTRACT>
  """
}

private func lot(_ fields: String = "") -> String {
  """
  <OBJECT_DESCR><CPV_ADDITIONAL><CPV_CODE CODE="44912100"/></CPV_ADDITIONAL><NUTS CODE="NL33C"/>
  <SHORT_DESCR><P>Deel.</P></SHORT_DESCR><VAL_OBJECT CURRENCY="EUR">1000</VAL_OBJECT>\(fields)</OBJECT_DESCR>
  """
}

private func complement() -> String {
  """
  <COMPLEMENTARY_INFO><INFO_ADD><P>Nadere inlichtingen.</P></INFO_ADD><REVIEW_PROCEDURE><P>Kort geding.</P>
  </REVIEW_PROCEDURE>
  <DATE_DISPATCH_NOTICE>2020-02-03</DATE_DISPATCH_NOTICE></COMPLEMENTARY_INFO>
  """
}

private func criterion(weighing text: String) throws -> AwardCriterion {
  let criteria =
    "<AC><AC_COST><AC_CRITERION>Kosten</AC_CRITERION><AC_WEIGHTING>\(text)</AC_WEIGHTING></AC_COST></AC>"
  return try #require(
    try read(export(form("F02", object(lots: [lot(criteria)])))).tender.lots.first?.award.first)
}
