import Tenders
import XML

extension EFormsReading {
  /// The terms of a lot: performance conditions, documents, and the free texts that can hold a condition.
  mutating func readTerms(_ terms: Document.Element, into lot: inout Lot, lots: [Int]?) {
    for requirement in xml.children(terms, "ContractExecutionRequirement") {
      readExecutionRequirement(requirement, into: &lot, lots: lots)
    }
    // BT-15, BT-615
    for reference in xml.children(terms, "CallForTendersDocumentReference") {
      lot.documents.appendNew(xml.value(xml.first(reference, "Attachment", "ExternalReference", "URI")))
    }
    for guarantee in xml.children(terms, "RequiredFinancialGuarantee") {
      texts.add(guarantee, "Description", field: "BT-75", lots: lots)
    }
    for payment in xml.children(terms, "PaymentTerms") {
      texts.add(payment, "Note", field: "BT-77", stage: .performance, lots: lots)
    }
    for request in xml.children(terms, "TendererQualificationRequest") {
      texts.add(request, "CompanyLegalForm", field: "BT-76", lots: lots)
    }
    for clearance in xml.children(terms, "SecurityClearanceTerm") {
      texts.add(clearance, "Description", field: "BT-732", lots: lots)
    }
  }

  /// Performance conditions (BT-70), reserved execution (BT-736) and what else the code lists tell apart.
  private mutating func readExecutionRequirement(
    _ requirement: Document.Element, into lot: inout Lot, lots: [Int]?
  ) {
    let code = xml.child(requirement, "ExecutionRequirementCode")
    let field: String
    switch xml.value(code, attribute: "listName") {
    case "reserved-execution":
      lot.reservedExecution = lot.reservedExecution ?? xml.value(code)
      field = "OPT-070"
    case "nda": field = "BT-802"
    case "customer-service": field = "OPT-072"
    default: field = "BT-70"
    }
    texts.add(requirement, "Description", field: field, stage: .performance, lots: lots)
  }

  /// Exclusion grounds (BT-67): codes for the tender, descriptions as passages.
  ///
  /// A requirement without a code is a general description of the grounds, as older notices have it.
  mutating func readExclusionGrounds(_ terms: Document.Element, lots: [Int]?) {
    for request in xml.children(terms, "TendererQualificationRequest") {
      for requirement in xml.children(request, "SpecificTendererRequirement") {
        let code = xml.child(requirement, "TendererRequirementTypeCode")
        switch xml.value(code, attribute: "listName") {
        case "exclusion-ground": tender.exclusionGrounds.appendNew(xml.value(code))
        case nil: break
        default: continue
        }
        texts.add(requirement, "Description", field: "BT-67", stage: .selection, lots: lots, form: .exclusion)
      }
    }
  }

  /// Selection criteria: types (BT-747, from SDK 1.12 BT-809), names and descriptions (BT-749, BT-750).
  ///
  /// Some senders repeat those of the terms under the process.
  mutating func readSelectionCriteria(
    terms: Document.Element, process: Document.Element?, into lot: inout Lot, lots: [Int]?
  ) {
    let own = xml.eFormsExtension(terms).map { Array(xml.children($0, "SelectionCriteria")) } ?? []
    for criterion in own { readSelectionCriterion(criterion, into: &lot, lots: lots) }
    guard let process = process.flatMap(xml.eFormsExtension) else { return }
    for criterion in xml.children(process, "SelectionCriteria") {
      let text = xml.text[xml.textRange(criterion)]
      if own.contains(where: { xml.text[xml.textRange($0)] == text }) { continue }
      readSelectionCriterion(criterion, into: &lot, lots: lots)
    }
  }

  private mutating func readSelectionCriterion(
    _ criterion: Document.Element, into lot: inout Lot, lots: [Int]?
  ) {
    let isDescribed = xml.child(criterion, "Name") != nil || xml.child(criterion, "Description") != nil
    // BT-748; a criterion with a text is there whatever this code says
    let usage = xml.value(xml.child(criterion, "CalculationExpressionCode"))
    if isDescribed || usage == nil || usage == "used" {
      for name in ["CriterionTypeCode", "TendererRequirementTypeCode"] {
        for type in xml.children(criterion, name) { lot.selection.appendNew(xml.value(type)) }
      }
    }
    texts.add(criterion, "Name", field: "BT-749", stage: .selection, lots: lots)
    texts.add(criterion, "Description", field: "BT-750", stage: .selection, lots: lots)
  }
}
