import Tenders
import Testing
import XML

@testable import Intake

@Suite("eForms notices")
struct EFormsTests {
  // MARK: Header

  @Test("Header fields are read, dates lose their zone, placeholders are no values")
  func header() throws {
    let tender = try read(
      """
      <CustomizationID>eforms-sdk-1.10</CustomizationID>
      <ID schemeName="notice-id">7b1c</ID>
      <ContractFolderID>${FOLDER}</ContractFolderID>
      <IssueDate>2024-03-05+01:00</IssueDate>
      <VersionID>02</VersionID>
      <NoticeTypeCode listName="competition">cn-standard</NoticeTypeCode>
      <NoticeLanguageCode>NLD</NoticeLanguageCode>
      """,
      extension: """
        <NoticeSubType><SubTypeCode>16
        </SubTypeCode></NoticeSubType>
        <Publication>
          <NoticePublicationID>00012345-2024</NoticePublicationID>
          <PublicationDate>2024-03-07Z</PublicationDate>
        </Publication>
        """
    ).tender
    #expect(tender.id == "12345-2024")
    #expect(tender.procedureId == nil)
    #expect(tender.version == "02")
    #expect(tender.dispatched == "2024-03-05")
    #expect(tender.published == "2024-03-07")
    #expect(tender.noticeType == "16")
    #expect(tender.noticeKind == .competition)
    #expect(tender.languages == ["nl"])
    #expect(tender.lots.isEmpty)
  }

  @Test(
    "The format is the customisation up to its national part",
    arguments: [
      ("eforms-sdk-1.13#extended#urn:fdc:example:national", "eforms-sdk-1.13"),
      ("eforms-de-2.1", "eforms-de-2.1"), ("eforms-sdk-${MINOR}", "eforms-unknown"), ("", "eforms-unknown"),
    ])
  func format(customisation: String, format: String) throws {
    #expect(try read("<CustomizationID>\(customisation)</CustomizationID>").format == format)
  }

  @Test(
    "The form type decides the kind of notice, without one the root does",
    arguments: [
      ("consultation", NoticeKind.planning), ("dir-awa-pre", .result), ("completion", .result),
      ("cont-modif", .change), ("bri", .other), ("", .result),
    ])
  func noticeKind(formType: String, kind: NoticeKind) throws {
    let code = #"<NoticeTypeCode listName="\#(formType)">x</NoticeTypeCode>"#
    #expect(try read(code, root: "ContractAwardNotice").tender.noticeKind == kind)
  }

  @Test("A notice with changes is a change, whatever its form type, and keeps what it changes")
  func changes() throws {
    let tender = try read(
      #"<NoticeTypeCode listName="competition">cn-standard</NoticeTypeCode>"#,
      extension: """
        <Changes>
          <ChangedNoticeIdentifier>7b1c-01</ChangedNoticeIdentifier>
          <ChangeReason>
            <ReasonCode>cor-buy</ReasonCode>
            <ReasonDescription>The deadline was wrong.</ReasonDescription>
          </ChangeReason>
        </Changes>
        """
    ).tender
    #expect(tender.noticeKind == .change)
    #expect(
      tender.changes == [
        Change(noticeId: "7b1c-01", reason: "cor-buy", description: "The deadline was wrong.")
      ])
  }

  // MARK: Languages

  @Test("Titles come in the notice's first language, passages in all its languages and no other")
  func languages() throws {
    let notice = try read(
      """
      <NoticeLanguageCode>NLD</NoticeLanguageCode>
      <AdditionalNoticeLanguage><ID>FRA</ID></AdditionalNoticeLanguage>
      <ProcurementProject>
        <Name languageID="FRA">Pavage du quai</Name>
        <Name languageID="DEU">Pflasterung des Kais</Name>
        <Name languageID="NLD">Bestrating van de kade</Name>
        <Description languageID="DEU">Nur auf Deutsch.</Description>
      </ProcurementProject>
      """)
    #expect(notice.tender.title == "Bestrating van de kade")
    #expect(notice.tender.languages == ["nl", "fr"])
    let titles = notice.passages.filter { $0.form == .title }
    #expect(titles.map(\.language) == ["fr", "nl"])
    // A text that is there in another language only is better than none.
    #expect(notice.passages.filter { $0.field == "BT-24" }.map(\.language) == ["de"])
  }

  // MARK: Buyers

  @Test("Joint buyers are read in order; a touch point takes from its company what it leaves out")
  func jointBuyers() throws {
    let tender = try read(
      """
      <NoticeLanguageCode>NLD</NoticeLanguageCode>
      <ContractingParty>
        <ContractingPartyType>
          <PartyTypeCode listName="buyer-contracting-type">cont-ent</PartyTypeCode>
          <PartyTypeCode listName="buyer-legal-type">la</PartyTypeCode>
        </ContractingPartyType>
        <ContractingActivity>
          <ActivityTypeCode listName="authority-activity">gen-pub</ActivityTypeCode>
        </ContractingActivity>
        <Party><PartyIdentification><ID>TPO-0001</ID></PartyIdentification></Party>
      </ContractingParty>
      <ContractingParty>
        <ContractingPartyType>
          <PartyTypeCode listName="buyer-legal-type">body-pl-cga</PartyTypeCode>
        </ContractingPartyType>
        <ContractingActivity>
          <ActivityTypeCode listName="authority-activity">education</ActivityTypeCode>
        </ContractingActivity>
        <Party><PartyIdentification><ID>ORG-0002</ID></PartyIdentification></Party>
      </ContractingParty>
      """,
      extension: """
        <Organizations>
          <Organization>
            <Company>
              <PostalAddress>
                <CountrySubentityCode>NL337</CountrySubentityCode>
                <Country><IdentificationCode>NLD</IdentificationCode></Country>
              </PostalAddress>
              <PartyIdentification><ID>ORG-0001</ID></PartyIdentification>
              <PartyName><Name languageID="NLD">Gemeente Oostwoude</Name></PartyName>
              <PartyLegalEntity><CompanyID>11112222</CompanyID></PartyLegalEntity>
            </Company>
            <TouchPoint>
              <PartyIdentification><ID>TPO-0001</ID></PartyIdentification>
              <PartyName><Name languageID="NLD">Inkoopbureau Oostwoude</Name></PartyName>
            </TouchPoint>
          </Organization>
          <Organization>
            <Company>
              <PostalAddress><Country><IdentificationCode>BEL</IdentificationCode></Country></PostalAddress>
              <PartyIdentification><ID>ORG-0002</ID></PartyIdentification>
              <PartyName><Name languageID="NLD">Hogeschool Maasdal</Name></PartyName>
            </Company>
          </Organization>
        </Organizations>
        """
    ).tender
    #expect(
      tender.buyers == [
        Buyer(
          name: "Inkoopbureau Oostwoude", id: "11112222", country: "NL", nuts: "NL337", kind: .municipality,
          activity: "gen-pub"),
        Buyer(name: "Hogeschool Maasdal", country: "BE", kind: .education, activity: "education"),
      ])
    #expect(tender.country == "NL")
  }

  @Test("Country and language codes of any kind come out with two letters, other text with none")
  func codes() {
    #expect(
      ["NLD", "nl", "UK", "el", "GRC", "1A0", "nl "].map(Codes.country) == [
        "NL", "NL", "GB", "GR", "GR", "XK", "NL",
      ])
    #expect(["NLD", "dut", "nl", "FRE", "fra"].map(Codes.language) == ["nl", "nl", "nl", "fr", "fr"])
    #expect(["", "QQ", "Nederland"].allSatisfy { Codes.country($0) == nil && Codes.language($0) == nil })
  }

  // MARK: Lots

  @Test("Parts are lots where there are no lots, and a lot without a number gets that of its place")
  func parts() throws {
    let tender = try read(
      """
      <ProcurementProjectLot><ID schemeName="Part">PAR-0001</ID></ProcurementProjectLot>
      <ProcurementProjectLot><ID schemeName="Part"></ID></ProcurementProjectLot>
      """, root: "PriorInformationNotice"
    ).tender
    #expect(tender.lots.map(\.id) == ["PAR-0001", "2"])
    #expect(tender.noticeKind == .planning)
  }

  @Test("A group of lots stands beside the lots; its texts count for its members")
  func lotsGroup() throws {
    let notice = try read(
      """
      <TenderingTerms><LotDistribution><LotsGroup>
        <LotsGroupID>GLO-0001</LotsGroupID>
        <ProcurementProjectLotReference><ID schemeName="Lot">LOT-0003</ID></ProcurementProjectLotReference>
        <ProcurementProjectLotReference><ID schemeName="Lot">LOT-0001</ID></ProcurementProjectLotReference>
      </LotsGroup></LotDistribution></TenderingTerms>
      <ProcurementProjectLot>
        <ID schemeName="LotsGroup">GLO-0001</ID>
        <TenderingTerms><AwardingTerms><AwardingCriterion>
          \(criterion("quality", name: "Samenhang", number: "1", code: "ord-imp"))
        </AwardingCriterion></AwardingTerms></TenderingTerms>
        <TenderingProcess><FrameworkAgreement>
          <EstimatedMaximumValueAmount currencyID="EUR">9000</EstimatedMaximumValueAmount>
        </FrameworkAgreement></TenderingProcess>
        <ProcurementProject><Name languageID="NLD">Beide oevers</Name></ProcurementProject>
      </ProcurementProjectLot>
      <ProcurementProjectLot><ID schemeName="Lot">LOT-0001</ID></ProcurementProjectLot>
      <ProcurementProjectLot><ID schemeName="Lot">LOT-0002</ID></ProcurementProjectLot>
      <ProcurementProjectLot><ID schemeName="Lot">LOT-0003</ID></ProcurementProjectLot>
      """)
    #expect(notice.tender.lots.map(\.id) == ["LOT-0001", "LOT-0002", "LOT-0003"])
    let group = try #require(notice.tender.lotGroups.first)
    #expect(group.id == "GLO-0001")
    #expect(group.members == ["LOT-0003", "LOT-0001"])
    #expect(group.value == Value(amount: nil, currency: "EUR", maximum: 9000))
    #expect(group.award.map(\.unit) == [.order])
    #expect(notice.passages.allSatisfy { $0.lots == [2, 0] })
  }

  @Test("Strategic codes go by their list, old and new, with white space around them")
  func strategicProcurement() throws {
    let notice = try read(
      lot(
        project: """
          <ProcurementAdditionalType>
            <ProcurementTypeCode listName="strategic-procurement">soc-obj
            </ProcurementTypeCode>
            <ProcurementType languageID="NLD">Eerlijk werk in de steengroeven.</ProcurementType>
          </ProcurementAdditionalType>
          <ProcurementAdditionalType>
            <ProcurementTypeCode listName="social-objective">\n  hum-right\n</ProcurementTypeCode>
          </ProcurementAdditionalType>
          <ProcurementAdditionalType>
            <ProcurementTypeCode listName="social-procurement">work-cond</ProcurementTypeCode>
          </ProcurementAdditionalType>
          <ProcurementAdditionalType>
            <ProcurementTypeCode listName="environmental-impact"></ProcurementTypeCode>
            <ProcurementTypeCode listName="innovative-acquisition">mar-nov</ProcurementTypeCode>
          </ProcurementAdditionalType>
          """))
    let lot = try #require(notice.tender.lots.first)
    #expect(lot.strategic == ["soc-obj"])
    #expect(lot.social == ["hum-right", "work-cond"])
    #expect(lot.environmental.isEmpty)
    #expect(lot.innovation == ["mar-nov"])
    #expect(notice.passages.map(\.field) == ["BT-777"])
  }

  @Test("In a result the total awarded is the value; -1 is not stated")
  func value() throws {
    let estimate = """
      <ProcurementProject><RequestedTenderTotal>
        <EstimatedOverallContractAmount currencyID="EUR">500.50</EstimatedOverallContractAmount>
      </RequestedTenderTotal></ProcurementProject>
      """
    func total(_ amount: String) throws -> Value? {
      let result = #"<NoticeResult><TotalAmount currencyID="EUR">\#(amount)</TotalAmount></NoticeResult>"#
      return try read(estimate, root: "ContractAwardNotice", extension: result).tender.value
    }
    #expect(try total("480") == Value(amount: 480, currency: "EUR"))
    #expect(try total("-1") == Value(amount: 500.5, currency: "EUR"))
  }

  // MARK: Award

  @Test(
    "A weight is the number as stated, in the unit of its code",
    arguments: [
      ("per-exa", "number-weight", 40, AwardCriterion.Unit.percent),
      ("per-mid", "number-weight", 35, .percent), ("poi-exa", "number-weight", 12.5, .points),
      ("dec-exa", "number-weight", 0.4, .decimal), ("ord-imp", "number-weight", 2, .order),
      ("min-score", "number-threshold", 6, .threshold), ("fix-tot", "number-fixed", 1000, .fixed),
      (" poi-mid\n", "number-weight", 7, .points), ("", "number-weight", 3, .bare),
    ])
  func weight(code: String, list: String, number: Double, unit: AwardCriterion.Unit) throws {
    let stated = criterion("quality", name: "Aanpak", number: String(number), code: code, list: list)
    let award = try award(stated)
    #expect(
      award.map(\.unplaced) == [
        AwardCriterion(kind: .quality, name: "Aanpak", weight: .number(number), unit: unit)
      ])
  }

  @Test("A weight without any code is bare, and a weight goes before a threshold")
  func weightAmongParameters() throws {
    let award = try award(
      """
      <SubordinateAwardingCriterion>
        \(fields(
          parameter("5", code: "min-score", list: "number-threshold"),
          parameter("60", code: "per-exa", list: "number-weight")))
        <AwardingCriterionTypeCode listName="award-criterion-type">quality\n</AwardingCriterionTypeCode>
      </SubordinateAwardingCriterion>
      <SubordinateAwardingCriterion>
        \(fields("<AwardCriterionParameter><ParameterNumeric>40</ParameterNumeric></AwardCriterionParameter>"))
        <AwardingCriterionTypeCode listName="award-criterion-type">cost</AwardingCriterionTypeCode>
      </SubordinateAwardingCriterion>
      """)
    #expect(
      award.map(\.unplaced) == [
        AwardCriterion(kind: .quality, weight: .number(60), unit: .percent),
        AwardCriterion(kind: .cost, weight: .number(40), unit: .bare),
      ])
  }

  @Test("Withheld weights are unknown, not numbers")
  func withheldWeight() throws {
    let award = try award(
      criterion("price", name: "unpublished", number: "-1", code: "per-exa")
        + criterion("unpublished", name: "unpublished", number: "-1", code: "unpublished"))
    #expect(award.map(\.kind) == [.price, .unknown])
    #expect(award.allSatisfy { $0.weight == nil && $0.withheld && $0.name == nil })
  }

  @Test("Nothing but criteria without type and weight says that the criteria stand in the documents")
  func criteriaElsewhere() throws {
    let pointer = """
      <SubordinateAwardingCriterion>
        <Description languageID="NLD">Zie de stukken.</Description>
      </SubordinateAwardingCriterion>
      """
    let empty = """
      <SubordinateAwardingCriterion>
        <AwardingCriterionTypeCode listName="award-criterion-type"/><Description/>
      </SubordinateAwardingCriterion>
      """
    func place(_ criteria: String) throws -> AwardCriteriaPlace? {
      try read(lot(terms: awarding(criteria))).tender.lots.first?.awardCriteriaIn
    }
    #expect(try place(pointer) == .documents)
    #expect(try place(empty) == .unknown)
    #expect(try place("") == .unknown)
    let award = try award(pointer + criterion("price", name: "Prijs", number: "100", code: "per-exa"))
    #expect(award.map(\.kind) == [.unknown, .price])
  }

  // MARK: Passages

  @Test("Texts become passages with their stage and lot, in document order")
  func passages() throws {
    let xml = try document(
      """
      <NoticeLanguageCode>NLD</NoticeLanguageCode>
      <TenderingTerms><TendererQualificationRequest><SpecificTendererRequirement>
        <TendererRequirementTypeCode listName="exclusion-ground">labour-law</TendererRequirementTypeCode>
        <Description languageID="NLD">Zie de eigen verklaring.</Description>
      </SpecificTendererRequirement></TendererQualificationRequest></TenderingTerms>
      <ProcurementProject><Name languageID="NLD">Kademuren</Name></ProcurementProject>
      <ProcurementProjectLot><ID schemeName="Lot">LOT-0001</ID></ProcurementProjectLot>
      """
        + lot(
          id: "LOT-0002", project: #"<Name languageID="NLD">Zuidkade</Name>"#,
          terms: selection(type: "CriterionTypeCode", code: "tp-abil", text: "Drie referenties.")
            + """
            <ContractExecutionRequirement>
              <ExecutionRequirementCode listName="reserved-execution">no</ExecutionRequirementCode>
            </ContractExecutionRequirement>
            <ContractExecutionRequirement>
              <ExecutionRequirementCode listName="conditions">performance</ExecutionRequirementCode>
              <Description languageID="NLD">De aannemer rapporteert elk kwartaal.</Description>
            </ContractExecutionRequirement>
            """
            + awarding(criterion("quality", name: "Plan", number: "30", code: "per-exa"))))
    let notice = EForms.read(xml)
    let seen = notice.passages.map {
      Seen(
        text: String(decoding: xml.text[$0.range], as: UTF8.self), form: $0.form, stage: $0.stage,
        lots: $0.lots, language: $0.language)
    }
    #expect(
      seen == [
        Seen(text: "Zie de eigen verklaring.", form: .exclusion, stage: .selection, lots: nil),
        Seen(text: "Kademuren", form: .title, stage: nil, lots: nil),
        Seen(text: "Drie referenties.", form: .paragraph, stage: .selection, lots: [1]),
        Seen(text: "De aannemer rapporteert elk kwartaal.", form: .paragraph, stage: .performance, lots: [1]),
        Seen(text: "Plan", form: .criterion, stage: .award, lots: [1]),
        Seen(text: "Zuidkade", form: .title, stage: nil, lots: [1]),
      ])
    #expect(notice.tender.exclusionGrounds == ["labour-law"])
    #expect(notice.tender.lots[1].reservedExecution == "no")
    #expect(notice.tender.lots[1].selection == ["tp-abil"])
  }

  @Test("Selection criteria that stand under the process again are read once")
  func repeatedSelectionCriteria() throws {
    let type = "TendererRequirementTypeCode"
    let terms = selection(type: type, code: "slc-abil-mgmt-supply", text: "Beheer van de keten.")
    let other = selection(type: type, code: "slc-stand-other", text: "Een verzekering.")
    let notice = try read(
      """
      <ProcurementProjectLot><ID schemeName="Lot">LOT-0001</ID>
      <TenderingTerms>\(terms)</TenderingTerms><TenderingProcess>\(terms)</TenderingProcess>
      </ProcurementProjectLot>
      <ProcurementProjectLot><ID schemeName="Lot">LOT-0002</ID>
      <TenderingTerms>\(terms)</TenderingTerms><TenderingProcess>\(other)</TenderingProcess>
      </ProcurementProjectLot>
      """)
    #expect(notice.passages.map(\.lots) == [[0], [1], [1]])
    #expect(notice.tender.lots.last?.selection == ["slc-abil-mgmt-supply", "slc-stand-other"])
  }

  @Test("Any prefix will do")
  func prefixes() throws {
    let xml = """
      <ns8:ContractNotice xmlns:ns8="urn:n" xmlns:a="urn:a" xmlns:b="urn:b">
        <b:NoticeLanguageCode>FIN</b:NoticeLanguageCode>
        <a:ProcurementProject>
          <b:Name languageID="FIN">Katukivet</b:Name>
          <a:MainCommodityClassification xmlns:c="urn:b">
            <c:ItemClassificationCode listName="cpv">44113100-6</c:ItemClassificationCode>
          </a:MainCommodityClassification>
        </a:ProcurementProject>
      </ns8:ContractNotice>
      """
    let tender = EForms.read(try Document.parse(Array(xml.utf8))).tender
    #expect(tender.title == "Katukivet")
    #expect(tender.cpv == ["44113100"])
  }

  // MARK: Writing notices

  private struct Seen: Equatable {
    var text: String
    var form: Passage.Form
    var stage: Stage?
    var lots: [Int]?
    var language: String? = "nl"
  }

  private func document(
    _ body: String, root: String = "ContractNotice", extension notice: String = ""
  ) throws -> Document {
    try Document.parse(Array("<\(root)>\(extended(notice))\(body)</\(root)>".utf8))
  }

  private func read(
    _ body: String, root: String = "ContractNotice", extension notice: String = ""
  ) throws -> Notice {
    EForms.read(try document(body, root: root, extension: notice))
  }

  private func award(_ criteria: String) throws -> [AwardCriterion] {
    try read(lot(terms: awarding(criteria))).tender.lots.flatMap(\.award)
  }

  private func extended(_ content: String) -> String {
    """
    <UBLExtensions><UBLExtension><ExtensionContent><EformsExtension>\(content)</EformsExtension>\
    </ExtensionContent></UBLExtension></UBLExtensions>
    """
  }

  private func lot(id: String = "LOT-0001", project: String = "", terms: String = "") -> String {
    """
    <ProcurementProjectLot><ID schemeName="Lot">\(id)</ID><TenderingTerms>\(terms)</TenderingTerms>\
    <ProcurementProject>\(project)</ProcurementProject></ProcurementProjectLot>
    """
  }

  private func awarding(_ criteria: String) -> String {
    "<AwardingTerms><AwardingCriterion>\(criteria)</AwardingCriterion></AwardingTerms>"
  }

  private func criterion(
    _ type: String, name: String, number: String, code: String, list: String = "number-weight"
  ) -> String {
    """
    <SubordinateAwardingCriterion>\(fields(parameter(number, code: code, list: list)))\
    <AwardingCriterionTypeCode listName="award-criterion-type">\(type)</AwardingCriterionTypeCode>\
    <Name languageID="NLD">\(name)</Name></SubordinateAwardingCriterion>
    """
  }

  private func fields(_ parameters: String...) -> String { extended(parameters.joined()) }

  private func parameter(_ number: String, code: String, list: String) -> String {
    """
    <AwardCriterionParameter><ParameterCode listName="\(list)">\(code)</ParameterCode>\
    <ParameterNumeric>\(number)</ParameterNumeric></AwardCriterionParameter>
    """
  }

  private func selection(type: String, code: String, text: String) -> String {
    extended(
      """
      <SelectionCriteria><\(type) listName="selection-criterion">\(code)</\(type)>\
      <Description languageID="NLD">\(text)</Description></SelectionCriteria>
      """)
  }
}
