import Tenders
import XML

/// The forms before 2014 (R2.0.7, R2.0.8), which defence notices (F16 to F19) kept.
///
/// Each form has section names of its own (`OBJECT_CONTRACT_INFORMATION_DEFENCE`, …) around the same fields,
/// so sections are known by how their names begin or end.
extension TEDReader {
  /// Reads the facts of the object sections; gives the lots' elements in the order of `tender.lots`.
  func readOldObjects(_ form: Element, into tender: inout Tender) -> [Element] {
    var facts = OldFacts()
    for body in xml.children(form) {
      for section in xml.children(body) { readOldSection(section, into: &facts) }
    }
    tender.title = facts.title
    tender.cpv = facts.mainCodes + facts.additionalCodes.filter { !facts.mainCodes.contains($0) }
    tender.nuts = facts.places.codes
    tender.value = facts.value
    for (index, element) in facts.lots.enumerated() {
      var lot = Lot(id: String(index + 1))
      if isOldLot(element) {
        lot.id = xml.value(xml.child(element, "LOT_NUMBER")) ?? lot.id
        lot.title = xml.value(xml.child(element, "LOT_TITLE"))
        let cpv = xml.child(element, "CPV")
        lot.cpv = cpvCodes(child(cpv, "CPV_MAIN"))
        if let cpv { lot.cpv += xml.children(cpv, "CPV_ADDITIONAL").flatMap { cpvCodes($0) } }
        let costs = xml.first(element, "NATURE_QUANTITY_SCOPE", "COSTS_RANGE_AND_CURRENCY")
        lot.value = costs.flatMap { amount(xml.child($0, "VALUE_COST"), currencyIn: $0) }
      } else {
        lot.cpv = facts.additionalCodes
      }
      lot.award = facts.award
      lot.awardCriteriaIn = !facts.award.isEmpty ? .notice : facts.inDocuments ? .documents : .unknown
      if facts.isReserved { lot.reservedExecution = "yes" }
      tender.lots.append(lot)
    }
    return facts.lots
  }

  private struct OldFacts {
    var title: String?
    var mainCodes: [String] = []
    var additionalCodes: [String] = []
    var places = OrderedCodes()
    var value: Value?
    var lots: [Element] = []
    var award: [AwardCriterion] = []
    var inDocuments = false
    var isReserved = false
  }

  /// F02_ANNEX_B, F17_ANNEX_B, … and, in prior information, LOT_PRIOR_INFORMATION.
  private func isOldLot(_ element: Element) -> Bool {
    let name = xml.name(element)
    return name.hasSuffix("ANNEX_B") || name == "LOT_PRIOR_INFORMATION"
  }

  private func readOldSection(_ section: Element, into facts: inout OldFacts) {
    let name = xml.name(section)
    if name.hasPrefix("OBJECT") {
      let before = facts.lots.count
      readOldObject(section, into: &facts)
      if facts.lots.count == before { facts.lots.append(section) }
    } else if name.hasPrefix("PROCEDURE") {
      // Criteria are those of the procedure: each lot has them.
      for part in xml.children(section) {
        for detail in xml.children(part) where xml.name(detail).hasPrefix("AWARD_CRITERIA_DETAIL") {
          readOldCriteria(detail, into: &facts)
        }
      }
    } else if name.hasPrefix("LEFTI") {
      facts.isReserved = !xml.descendants(section, "RESTRICTED_TO_FRAMEWORK").isEmpty
    }
  }

  private func readOldObject(_ element: Element, into facts: inout OldFacts) {
    for child in xml.children(element) {
      switch xml.name(child) {
      case "TITLE_CONTRACT":
        if facts.title == nil { facts.title = xml.value(child) }
      case "CPV":
        facts.mainCodes += cpvCodes(xml.child(child, "CPV_MAIN"))
        for additional in xml.children(child, "CPV_ADDITIONAL") {
          facts.additionalCodes += cpvCodes(additional)
        }
      case "NUTS":
        if let code = xml.value(child, attribute: "CODE") { facts.places.insert(code) }
      case "COSTS_RANGE_AND_CURRENCY", "COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE":
        facts.value = facts.value ?? amount(xml.child(child, "VALUE_COST"), currencyIn: child)
      default:
        if isOldLot(child) { facts.lots.append(child) } else { readOldObject(child, into: &facts) }
      }
    }
  }

  /// AWARD_CRITERIA_DETAIL, AWARD_CRITERIA_DETAIL_F18.
  private func readOldCriteria(_ detail: Element, into facts: inout OldFacts) {
    if let lowest = xml.child(detail, "LOWEST_PRICE") {
      facts.award.append(AwardCriterion(kind: .price, element: lowest.index))
      return
    }
    for element in xml.descendants(detail, "CRITERIA_DEFINITION", "CRITERIA_STATED_IN_OTHER_DOCUMENT") {
      if xml.name(element) == "CRITERIA_STATED_IN_OTHER_DOCUMENT" {
        facts.inDocuments = true
        continue
      }
      var criterion = AwardCriterion(kind: .unknown, name: xml.value(xml.child(element, "CRITERIA")))
      criterion.setWeight(xml.value(xml.child(element, "WEIGHTING")))
      // ORDER_C numbers the criteria by importance; it says nothing more where they are weighted.
      if xml.child(element, "WEIGHTING") == nil,
        let order = xml.value(xml.child(element, "ORDER_C")).flatMap(FieldText.number)
      {
        criterion.weight = .number(order)
        criterion.unit = .order
      }
      criterion.element = element.index
      facts.award.append(criterion)
    }
  }
}
