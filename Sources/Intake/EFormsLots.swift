import Tenders
import XML

extension EFormsReading {
  /// What is bought as a whole, and the terms of the procedure.
  mutating func readProcedure() {
    if let project = xml.child(root, "ProcurementProject") {
      tender.title = addSubject(project, lots: nil)
      tender.cpv = productCodes(project)
      addPlaces(project)
      tender.value = estimate(project)
    }
    if let process = xml.child(root, "TenderingProcess") {
      texts.add(process, "Description", field: "BT-88")
    }
    if let terms = xml.child(root, "TenderingTerms") {
      readExclusionGrounds(terms, lots: nil)
    }
  }

  /// Lots, or parts where a planning notice has no lots yet, and groups of lots (BT-137).
  mutating func readLots() {
    var lots: [Document.Element] = []
    var parts: [Document.Element] = []
    var groups: [Document.Element] = []
    for element in xml.children(root, "ProcurementProjectLot") {
      switch xml.value(xml.child(element, "ID"), attribute: "schemeName") {
      case "Part": parts.append(element)
      case "LotsGroup": groups.append(element)
      default: lots.append(element)
      }
    }
    for (position, element) in (lots.isEmpty ? parts : lots).enumerated() {
      var lot = Lot(id: xml.value(xml.child(element, "ID")) ?? String(position + 1))
      read(element, into: &lot, lots: [position])
      if let project = xml.child(element, "ProcurementProject") { addPlaces(project) }
      tender.lots.append(lot)
    }
    guard !groups.isEmpty else { return }
    let members = groupMembers()
    for element in groups {
      var group = Lot(id: xml.value(xml.child(element, "ID")) ?? String(tender.lotGroups.count + 1))
      group.members = members[group.id] ?? []
      let positions = lotPositions(group.members)
      read(element, into: &group, lots: positions.isEmpty ? nil : positions)
      tender.lotGroups.append(group)
    }
  }

  /// The amounts of a result (BT-161, BT-118), and the terms of a transport contract (OPP-031).
  mutating func readResult() {
    guard let notice, let result = xml.child(notice, "NoticeResult") else { return }
    let total = value(
      xml.child(result, "TotalAmount"),
      maximum: xml.child(result, "OverallMaximumFrameworkContractsAmount"))
    if let total {
      // The estimate stands where the total awarded is withheld; a framework's maximum stands in any case.
      let estimate = tender.value
      tender.value = Value(
        amount: total.amount ?? estimate?.amount,
        currency: (total.amount == nil ? estimate?.currency : nil) ?? total.currency,
        maximum: total.maximum ?? estimate?.maximum)
    }
    guard xml.mentions("ContractTerm") else { return }
    for lotTender in xml.children(result, "LotTender") {
      let positions = lotPositions(xml.all(lotTender, "TenderLot", "ID").compactMap { xml.value($0) })
      for term in xml.children(lotTender, "ContractTerm") {
        texts.add(
          term, "TermDescription", field: "OPP-031", stage: .performance,
          lots: positions.isEmpty ? nil : positions)
      }
    }
  }

  private mutating func read(_ element: Document.Element, into lot: inout Lot, lots: [Int]?) {
    let process = xml.child(element, "TenderingProcess")
    if let project = xml.child(element, "ProcurementProject") {
      lot.title = addSubject(project, lots: lots)
      lot.cpv = productCodes(project)
      // BT-271 of lots in SDK 1.2 and earlier, and still BT-157 of groups
      let oldMaximum = process.flatMap {
        xml.first($0, "FrameworkAgreement", "EstimatedMaximumValueAmount")
      }
      lot.value = estimate(project, oldMaximum: oldMaximum)
      readStrategy(project, into: &lot, lots: lots)
    }
    for terms in xml.children(element, "TenderingTerms") {
      readTerms(terms, into: &lot, lots: lots)
      readAwardCriteria(terms, into: &lot, lots: lots)
      readExclusionGrounds(terms, lots: lots)
      readSelectionCriteria(terms: terms, process: process, into: &lot, lots: lots)
    }
  }

  // MARK: Subject

  /// Adds title, description and additional information (BT-21, BT-24, BT-300) and gives the title.
  private mutating func addSubject(_ project: Document.Element, lots: [Int]?) -> String? {
    texts.add(project, "Name", field: "BT-21", lots: lots, form: .title)
    texts.add(project, "Description", field: "BT-24", lots: lots)
    texts.add(project, "Note", field: "BT-300", lots: lots)
    return texts.best(xml.children(project, "Name"))
  }

  /// The main code (BT-262), then the additional ones (BT-263).
  private func productCodes(_ project: Document.Element) -> [String] {
    var codes: [String] = []
    for kind in ["MainCommodityClassification", "AdditionalCommodityClassification"] {
      for classification in xml.children(project, kind) {
        for element in xml.children(classification, "ItemClassificationCode") {
          guard let digits = xml.value(element)?.prefix(8), digits.utf8.count == 8,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
          else { continue }
          codes.appendNew(String(digits))
        }
      }
    }
    return codes
  }

  /// BT-5071.
  private mutating func addPlaces(_ project: Document.Element) {
    for location in xml.children(project, "RealizedLocation") {
      guard let address = xml.child(location, "Address") else { continue }
      tender.nuts.appendNew(xml.value(xml.child(address, "CountrySubentityCode")))
    }
  }

  /// BT-27 with BT-271 or, for a group, BT-157.
  private func estimate(_ project: Document.Element, oldMaximum: Document.Element? = nil) -> Value? {
    guard let total = xml.child(project, "RequestedTenderTotal") else {
      return value(nil, maximum: oldMaximum)
    }
    let maximum =
      xml.eFormsExtension(total).flatMap { xml.child($0, "FrameworkMaximumAmount") }
      ?? xml.child(total, "EstimatedOverallFrameworkContractsAmount") ?? oldMaximum
    return value(xml.child(total, "EstimatedOverallContractAmount"), maximum: maximum)
  }

  /// Strategic procurement (BT-06) with its kinds (BT-775, BT-774, BT-776) and the texts beside them (BT-777, BT-755).
  private mutating func readStrategy(_ project: Document.Element, into lot: inout Lot, lots: [Int]?) {
    for type in xml.children(project, "ProcurementAdditionalType") {
      var field = "BT-777"
      for element in xml.children(type, "ProcurementTypeCode") {
        let code = xml.value(element)
        switch xml.value(element, attribute: "listName") {
        case "strategic-procurement": lot.strategic.appendNew(code)
        // the second name is that of SDK 1.0 and earlier
        case "social-objective", "social-procurement":
          guard let code, !lot.social.contains(code) else { break }
          lot.social.append(code)
          lot.socialElements.append(element.index)
        case "environmental-impact": lot.environmental.appendNew(code)
        case "innovative-acquisition": lot.innovation.appendNew(code)
        case "accessibility": field = "BT-755"
        default: break
        }
      }
      texts.add(type, "ProcurementType", field: field, lots: lots)
    }
  }

  // MARK: Groups

  /// The lots of each group (BT-330, BT-1375).
  private func groupMembers() -> [String: [String]] {
    var members: [String: [String]] = [:]
    for group in xml.all(root, "TenderingTerms", "LotDistribution", "LotsGroup") {
      guard let id = xml.value(xml.child(group, "LotsGroupID")) else { continue }
      for lot in xml.all(group, "ProcurementProjectLotReference", "ID") {
        members[id, default: []].appendNew(xml.value(lot))
      }
    }
    return members
  }

  private func lotPositions(_ ids: [String]) -> [Int] {
    ids.compactMap { id in tender.lots.firstIndex { $0.id == id } }
  }
}
