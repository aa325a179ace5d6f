import Tenders
import XML

/// The object of the contract and its lots, in the forms since 2014.
extension TEDReader {
  /// Reads the facts of each OBJECT_CONTRACT; gives the lots' elements in the order of `tender.lots`.
  func readObjects(_ form: Element, into tender: inout Tender) -> [Element] {
    let contracts = Array<Element>(xml.children(form, "OBJECT_CONTRACT"))
    let documents = documentAddresses(form)
    let performance = child(xml.child(form, "LEFTI"), "RESTRICTED_SHELTERED_PROGRAM")
    var elements: [Element] = []
    var places = OrderedCodes()
    for contract in contracts {
      let main = cpvCodes(xml.child(contract, "CPV_MAIN"))
      for code in main where !tender.cpv.contains(code) { tender.cpv.append(code) }
      let title = xml.value(xml.child(contract, "TITLE"))
      if tender.title == nil { tender.title = title }
      for element in xml.children(contract, "OBJECT_DESCR") {
        elements.append(element)
        var lot = readLot(element, place: elements.count, places: &places)
        lot.documents = documents
        if performance != nil { lot.reservedExecution = "yes" }
        // Several contracts in one notice have no code and title in common.
        if contracts.count > 1 {
          lot.cpv = main + lot.cpv.filter { !main.contains($0) }
          lot.title = lot.title ?? title
        }
        tender.lots.append(lot)
      }
    }
    let modified = xml.first(form, "MODIFICATIONS_CONTRACT", "DESCRIPTION_PROCUREMENT")
    if let modified { readPlaces(modified, into: &places) }
    tender.nuts = places.codes
    // Values of several contracts are not summed.
    if contracts.count == 1 {
      tender.value = procedureValue(contracts[0], modified: modified, tender.noticeKind)
    }
    // Design contests have no criteria of lots: one text states them for all.
    if let evaluation = xml.first(form, "PROCEDURE", "CRITERIA_EVALUATION"),
      !xml.textRange(evaluation).isEmpty
    {
      for index in tender.lots.indices { tender.lots[index].awardCriteriaIn = .notice }
    }
    return elements
  }

  /// OBJECT_DESCR.
  private func readLot(_ element: Element, place: Int, places: inout OrderedCodes) -> Lot {
    let numbers = xml.children(element, "LOT_NO").compactMap { xml.value($0) }
    var lot = Lot(
      id: numbers.isEmpty ? String(place) : numbers.joined(separator: ", "),
      title: xml.value(xml.child(element, "TITLE")))
    for additional in xml.children(element, "CPV_ADDITIONAL") {
      for code in cpvCodes(additional) where !lot.cpv.contains(code) { lot.cpv.append(code) }
    }
    lot.value = amount(xml.child(element, "VAL_OBJECT"))
    readPlaces(element, into: &places)
    var inDocuments = false
    readCriteria(element, into: &lot.award, inDocuments: &inDocuments)
    lot.awardCriteriaIn = !lot.award.isEmpty ? .notice : inDocuments ? .documents : .unknown
    return lot
  }

  private func readPlaces(_ element: Element, into places: inout OrderedCodes) {
    for place in xml.children(element, "NUTS") {
      if let code = xml.value(place, attribute: "CODE") { places.insert(code) }
    }
  }

  /// BT-15: URL_DOCUMENT.
  private func documentAddresses(_ form: Element) -> [String] {
    guard let body = xml.child(form, "CONTRACTING_BODY") else { return [] }
    return xml.children(body, "URL_DOCUMENT").compactMap { xml.value($0) }
  }

  /// BT-27, in a result BT-161. A modification gives the value of the contract that it modifies.
  private func procedureValue(_ contract: Element, modified: Element?, _ kind: NoticeKind) -> Value? {
    if let modified,
      let value = amount(xml.child(modified, "VAL_TOTAL") ?? xml.first(modified, "VALUES", "VAL_TOTAL"))
    {
      return value
    }
    let estimated = amount(xml.child(contract, "VAL_ESTIMATED_TOTAL"))
    let awarded = amount(xml.child(contract, "VAL_TOTAL"))
    return kind == .result ? awarded ?? estimated : estimated ?? awarded
  }

  /// An amount with its CURRENCY; nil when it is no number or not meant for publication.
  func amount(_ element: Element?, currencyIn holder: Element? = nil) -> Value? {
    guard let element, xml.attribute(element, "PUBLICATION") != "NO" else { return nil }
    let text = xml.value(element, attribute: "FMTVAL") ?? xml.value(element)
    guard let number = text.flatMap(FieldText.number), number >= 0 else { return nil }
    return Value(amount: number, currency: xml.value(holder ?? element, attribute: "CURRENCY"))
  }

  /// The codes of CPV_MAIN or CPV_ADDITIONAL, eight digits each.
  func cpvCodes(_ holder: Element?) -> [String] {
    guard let holder else { return [] }
    return xml.children(holder, "CPV_CODE").compactMap { element in
      guard let text = xml.value(element, attribute: "CODE") ?? xml.value(element) else { return nil }
      let code = text.utf8.prefix { Self.isDigit($0) }.prefix(8)
      return code.count == 8 ? String(Substring(code)) : nil
    }
  }

  // MARK: Award criteria

  /// The criteria below an OBJECT_DESCR, within the wrappers AC and DIRECTIVE_… or without one.
  private func readCriteria(
    _ holder: Element, into criteria: inout [AwardCriterion], inDocuments: inout Bool
  ) {
    var rank = 0.0
    for element in xml.children(holder) {
      let name = xml.name(element)
      guard name.hasPrefix("AC") || name.hasPrefix("DIRECTIVE_") else { continue }
      switch name {
      case "AC_PROCUREMENT_DOC": inDocuments = true
      case "AC_PRICE": criteria.append(criterion(.price, element))
      case "AC_COST": criteria.append(criterion(.cost, element))
      case "AC_QUALITY": criteria.append(criterion(.quality, element))
      // 2009/81/EC has no kinds.
      case "AC_CRITERIA": criteria.append(criterion(.unknown, element))
      // Concessions list their criteria in descending order of importance (2014/23/EU art. 41(3)).
      case "AC_CRITERION":
        rank += 1
        criteria.append(
          AwardCriterion(
            kind: .unknown, name: xml.value(element), weight: .number(rank), unit: .order,
            element: element.index))
      case "ACCEPTED_VARIANTS": break
      default:
        if xml.attribute(element, "PUBLICATION") != "NO" {
          readCriteria(element, into: &criteria, inDocuments: &inDocuments)
        }
      }
    }
  }

  private func criterion(_ kind: AwardCriterion.Kind, _ element: Element) -> AwardCriterion {
    var criterion = AwardCriterion(kind: kind, name: xml.value(xml.child(element, "AC_CRITERION")))
    criterion.setWeight(xml.value(xml.child(element, "AC_WEIGHTING")))
    criterion.element = element.index
    return criterion
  }
}

/// Codes in order of appearance, each once.
struct OrderedCodes {
  private(set) var codes: [String] = []
  private var known: Set<String> = []

  mutating func insert(_ code: String) {
    if known.insert(code).inserted { codes.append(code) }
  }
}
