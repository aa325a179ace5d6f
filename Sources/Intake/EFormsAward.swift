import Tenders
import XML

extension EFormsReading {
  /// The award criteria of a lot or group (BT-539 and those around it), and where they stand.
  ///
  /// Criteria that have neither type nor weight, and stand alone, are how notices say that the documents hold them.
  mutating func readAwardCriteria(_ terms: Document.Element, into lot: inout Lot, lots: [Int]?) {
    var criteria: [(criterion: AwardCriterion, isBare: Bool)] = []
    for awarding in xml.children(terms, "AwardingTerms") {
      for group in xml.children(awarding, "AwardingCriterion") {
        readAwardCriteria(group: group, into: &criteria, lots: lots)
      }
    }
    if criteria.contains(where: { !$0.isBare }) {
      lot.awardCriteriaIn = .notice
      lot.award += criteria.map(\.criterion)
    } else if !criteria.isEmpty, lot.award.isEmpty {
      lot.awardCriteriaIn = .documents
    }
  }

  private mutating func readAwardCriteria(
    group: Document.Element, into criteria: inout [(criterion: AwardCriterion, isBare: Bool)], lots: [Int]?
  ) {
    texts.add(group, "CalculationExpression", field: "BT-543", stage: .award, lots: lots)
    var isDivided = false
    for criterion in xml.children(group, "SubordinateAwardingCriterion") {
      isDivided = true
      texts.add(criterion, "CalculationExpression", field: "BT-543", stage: .award, lots: lots)
      addAwardTexts(criterion, lots: lots)
      if let read = awardCriterion(criterion) { criteria.append(read) }
    }
    // Some converters write the criterion itself where the group of criteria belongs.
    if !isDivided, xml.value(xml.child(group, "AwardingCriterionTypeCode")) != nil {
      addAwardTexts(group, lots: lots)
      if let read = awardCriterion(group) { criteria.append(read) }
    } else {
      texts.add(group, "Description", field: "BT-733", stage: .award, lots: lots)
    }
  }

  private mutating func addAwardTexts(_ criterion: Document.Element, lots: [Int]?) {
    texts.add(criterion, "Name", field: "BT-734", stage: .award, lots: lots, form: .criterion)
    texts.add(criterion, "Description", field: "BT-540", stage: .award, lots: lots, form: .criterion)
  }

  /// One criterion, nil when it says nothing; it is bare when it has neither type nor weight.
  private func awardCriterion(_ element: Document.Element) -> (criterion: AwardCriterion, isBare: Bool)? {
    let type = xml.child(element, "AwardingCriterionTypeCode")
    let code = xml.value(type)
    let fields = xml.eFormsExtension(element)
    let weight = fields.flatMap(weight)
    var criterion = weight ?? AwardCriterion(kind: .unknown)
    criterion.kind = AwardCriterion.Kind(type: code)
    criterion.name =
      texts.best(xml.children(element, "Name")) ?? texts.best(xml.children(element, "Description"))
    if criterion.weight == nil, let fields, hidesNumber(fields) { criterion.withheld = true }
    criterion.element = (type ?? element).index
    let isBare = code == nil && weight == nil && type.map(isWithheld) != true
    return isBare && criterion.name == nil ? nil : (criterion, isBare)
  }

  // MARK: Weights

  /// What a number says about a criterion; the first of these that it has is its weight.
  private enum Meaning: Int {
    case weight, unstated, threshold, fixed

    /// The unit of a number whose code does not give one.
    var unit: AwardCriterion.Unit {
      switch self {
      case .weight, .unstated: .bare
      case .threshold: .threshold
      case .fixed: .fixed
      }
    }
  }

  /// The number of a criterion (BT-541) in the unit that it is given in (BT-5421, BT-5422, BT-5423).
  private func weight(_ fields: Document.Element) -> AwardCriterion? {
    var chosen: (meaning: Meaning, criterion: AwardCriterion)?
    for parameter in xml.children(fields, "AwardCriterionParameter") {
      let codeElement = xml.child(parameter, "ParameterCode")
      let code = xml.value(codeElement)
      let meaning = meaning(code: code, list: xml.value(codeElement, attribute: "listName"))
      if let chosen, chosen.meaning.rawValue <= meaning.rawValue { continue }
      var criterion = AwardCriterion(kind: .unknown)
      let stated = xml.child(parameter, "ParameterNumeric")
      let text = xml.value(stated)
      let number = text.flatMap(FieldText.number)
      if let number, number >= 0 {
        criterion.weight = .number(number)
      } else if number != nil || [stated, codeElement].contains(where: { $0.map(isWithheld) == true })
        || hidesNumber(parameter)
      {
        criterion.withheld = true
      } else {
        criterion.weightText = text
      }
      criterion.unit = AwardCriterion.Unit(code: code) ?? meaning.unit
      if criterion.weight == nil, meaning == .unstated || code == nil { criterion.unit = .none }
      chosen = (meaning, criterion)
    }
    return chosen?.criterion
  }

  private func meaning(code: String?, list: String?) -> Meaning {
    if list == "number-weight" || AwardCriterion.Unit(code: code) != nil { return .weight }
    if list == "number-threshold" || code == "min-score" || code == "max-pass" { return .threshold }
    return code == nil && list != "number-fixed" ? .unstated : .fixed
  }

  /// True when the number of a criterion is withheld from publication (BT-195), as stated beside or within it.
  private func hidesNumber(_ parent: Document.Element) -> Bool {
    for privacy in xml.children(parent, "FieldsPrivacy") {
      switch xml.value(xml.child(privacy, "FieldIdentifierCode")) {
      case "awa-cri-num", "awa-cri-wei", "awa-cri-fix", "awa-cri-thr": return true
      default: continue
      }
    }
    return false
  }

  /// True when the publisher put its mark in the place of a withheld value.
  private func isWithheld(_ element: Document.Element) -> Bool {
    xml.text[xml.textRange(element)].filter { $0 > 0x20 }.elementsEqual("unpublished".utf8)
  }
}

extension AwardCriterion.Kind {
  /// BT-539, also its retired codes, which begin alike.
  fileprivate init(type code: String?) {
    self = [.price, .cost, .quality].first { code?.hasPrefix($0.rawValue) == true } ?? .unknown
  }
}

extension AwardCriterion.Unit {
  /// BT-5421: `per-exa` and `per-mid`, and so on; the middle of a range stands for the range.
  fileprivate init?(code: String?) {
    switch code?.prefix(4) {
    case "per-": self = .percent
    case "poi-": self = .points
    case "dec-": self = .decimal
    case "ord-": self = .order
    default: return nil
    }
  }
}
