import Tenders
import XML

extension EFormsReading {
  /// The award criteria of a lot or group (BT-539 and those around it), and where they stand.
  mutating func readAwardCriteria(_ terms: Document.Element, into lot: inout Lot, lots: [Int]?) {
    var pointsElsewhere = false
    for awarding in xml.children(terms, "AwardingTerms") {
      for criterion in xml.children(awarding, "AwardingCriterion") {
        readAwardCriterion(criterion, into: &lot, lots: lots, pointsElsewhere: &pointsElsewhere)
      }
    }
    lot.awardCriteriaIn = !lot.award.isEmpty ? .notice : pointsElsewhere ? .documents : .unknown
  }

  private mutating func readAwardCriterion(
    _ group: Document.Element, into lot: inout Lot, lots: [Int]?, pointsElsewhere: inout Bool
  ) {
    texts.add(group, "CalculationExpression", field: "BT-543", stage: .award, lots: lots)
    var isDivided = false
    for criterion in xml.children(group, "SubordinateAwardingCriterion") {
      isDivided = true
      addAwardTexts(criterion, lots: lots)
      texts.add(criterion, "CalculationExpression", field: "BT-543", stage: .award, lots: lots)
      if let criterion = awardCriterion(criterion) {
        lot.award.append(criterion)
      } else if texts.best(xml.children(criterion, "Name")) != nil
        || texts.best(xml.children(criterion, "Description")) != nil
      {
        pointsElsewhere = true
      }
    }
    // Some converters write the criterion itself where the group of criteria belongs.
    if !isDivided, xml.value(xml.child(group, "AwardingCriterionTypeCode")) != nil {
      addAwardTexts(group, lots: lots)
      if let criterion = awardCriterion(group) { lot.award.append(criterion) }
    } else {
      texts.add(group, "Description", field: "BT-733", stage: .award, lots: lots)
    }
  }

  private mutating func addAwardTexts(_ criterion: Document.Element, lots: [Int]?) {
    texts.add(criterion, "Name", field: "BT-734", stage: .award, lots: lots, form: .criterion)
    texts.add(criterion, "Description", field: "BT-540", stage: .award, lots: lots, form: .criterion)
  }

  /// One criterion; nil when it has neither type nor weight, as notices say that the documents hold the criteria.
  private func awardCriterion(_ element: Document.Element) -> AwardCriterion? {
    let type = xml.child(element, "AwardingCriterionTypeCode")
    let code = xml.value(type)
    let fields = xml.eFormsExtension(element)
    let weight = fields.flatMap(weight)
    guard code != nil || weight != nil || type.map(isWithheld) == true else { return nil }
    var criterion = weight ?? AwardCriterion(kind: .unknown)
    criterion.kind = AwardCriterion.Kind(type: code)
    criterion.name =
      texts.best(xml.children(element, "Name")) ?? texts.best(xml.children(element, "Description"))
    if criterion.weight == nil, let fields, hidesNumber(fields) { criterion.withheld = true }
    return criterion
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
      } else if number != nil || stated.map(isWithheld) == true || codeElement.map(isWithheld) == true {
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

  /// True when the number of a criterion is withheld from publication (BT-195).
  private func hidesNumber(_ fields: Document.Element) -> Bool {
    for privacy in xml.children(fields, "FieldsPrivacy") {
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
