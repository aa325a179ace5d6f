import Tenders
import XML

extension TEDReader {
  /// The texts of every original form that can hold a demand, in document order.
  ///
  /// - Parameter lots: the elements of `tender.lots` in the form that facts are read from.
  func passages(of form: Element, lots: [Element]) -> [Passage] {
    var walk = TEDPassageWalk(xml)
    for original in originals {
      let elements: [Element]
      if original == form {
        elements = lots
      } else {
        elements = lotElements(original)
      }
      // Another language that divides the contract otherwise speaks for the whole.
      let language = xml.attribute(original, "LG").flatMap(Codes.language)
      walk.read(original, lots: elements.count == lots.count ? elements : [], language: language)
    }
    return walk.collector.passages
  }

  private func lotElements(_ form: Element) -> [Element] {
    var copy = Tender(noticeKind: .other)
    return xml.child(form, "OBJECT_CONTRACT") != nil
      ? readObjects(form, into: &copy) : readOldObjects(form, into: &copy)
  }
}

/// Walks through forms once and collects the passages of the fields that it knows.
private struct TEDPassageWalk {
  private let xml: Document
  private(set) var collector: PassageCollector
  /// Elements of the lots of the form, and how many of them were entered.
  private var lots: [Document.Element] = []
  private var entered = 0
  private var severalContracts = false
  private var language: String?

  init(_ xml: Document) {
    self.xml = xml
    collector = PassageCollector(xml)
  }

  mutating func read(_ form: Document.Element, lots: [Document.Element], language: String?) {
    self.lots = lots
    self.language = language
    entered = 0
    severalContracts = xml.children(form, "OBJECT_CONTRACT").dropFirst().first { _ in true } != nil
    if lots.first == form { entered = 1 }
    visit(form, lots: nil)
  }

  private mutating func visit(_ element: Document.Element, lots inherited: [Int]?) {
    for child in xml.children(element) {
      var concerned = inherited
      let name = xml.name(child)
      if entered < lots.count, lots[entered] == child {
        concerned = [entered]
        entered += 1
      } else if severalContracts, name == "OBJECT_CONTRACT" {
        // What a contract says of its object counts for its own lots.
        let count = xml.children(child, "OBJECT_DESCR").reduce(0) { count, _ in count + 1 }
        if entered + count <= lots.count { concerned = Array(entered..<entered + count) }
      }
      switch TEDField.named[name] {
      case .passage(let form, let stage)?:
        collector.add(child, field: name, language: language, stage: stage, lots: concerned, form: form)
      case .left?: continue
      case nil: visit(child, lots: concerned)
      }
    }
  }
}

/// What the walk does with a field; it goes into elements that are not named here.
private enum TEDField {
  case passage(Passage.Form, Stage?)
  /// Left out with all that is below it: addresses, review, the award itself, and replaced text.
  case left

  static let named: [String: TEDField] = {
    var fields: [String: TEDField] = [:]
    for name in leftOut { fields[name] = .left }
    for name in titles { fields[name] = .passage(.title, nil) }
    for name in criteria { fields[name] = .passage(.criterion, .award) }
    for name in evaluation { fields[name] = .passage(.paragraph, .award) }
    for name in selection { fields[name] = .passage(.paragraph, .selection) }
    for name in performance { fields[name] = .passage(.paragraph, .performance) }
    for name in descriptions { fields[name] = .passage(.paragraph, nil) }
    return fields
  }()

  private static let leftOut = [
    "CONTRACTING_BODY", "AWARD_CONTRACT", "RESULTS", "OPENING_CONDITION", "OLD_VALUE", "CONTRACTOR",
    "CONTRACTORS",
    "ADDRESS_REVIEW_BODY", "ADDRESS_REVIEW_INFO", "ADDRESS_MEDIATION_BODY",
    // Old forms.
    "AWARD_OF_CONTRACT", "AWARD_OF_CONTRACT_DEFENCE", "PROCEDURES_FOR_APPEAL",
    "INFORMATION_REGULATORY_FRAMEWORK",
  ]

  private static let titles = ["TITLE", "TITLE_CONTRACT", "LOT_TITLE"]

  /// Award criteria; CRITERIA is that of old forms.
  private static let criteria = ["AC_CRITERION", "CRITERIA"]

  private static let evaluation = ["CRITERIA_EVALUATION"]

  private static let selection = [
    "SUITABILITY", "ECONOMIC_FINANCIAL_INFO", "ECONOMIC_FINANCIAL_MIN_LEVEL", "TECHNICAL_PROFESSIONAL_INFO",
    "TECHNICAL_PROFESSIONAL_MIN_LEVEL", "RULES_CRITERIA", "CRITERIA_SELECTION", "CRITERIA_CANDIDATE",
    // LEFTI/QUALIFICATION of a qualification system (F07, F22).
    "CONDITIONS", "METHODS",
    // Old forms.
    "ECONOMIC_OPERATORS_PERSONAL_SITUATION", "ECONOMIC_OPERATORS_PERSONAL_SITUATION_SUBCONTRACTORS",
    "EAF_CAPACITY_INFORMATION", "EAF_CAPACITY_MIN_LEVEL", "T_CAPACITY_INFORMATION", "T_CAPACITY_MIN_LEVEL",
    "OPE_OBJECTIVE_CRITERIA",
  ]

  private static let performance = [
    "PERFORMANCE_CONDITIONS", "EXISTENCE_OTHER_PARTICULAR_CONDITIONS",
    // Public passenger transport (T02).
    "PUBLIC_SERVICE_OBLIGATIONS", "OTHER_PARTICULAR_CONDITIONS", "SOCIAL_STANDARDS", "REWARDS_PENALITIES",
    "OTHER_QUALITY_TARGET", "COMPLAINT_HANDLING",
  ]

  private static let descriptions = [
    "SHORT_DESCR", "INFO_ADD", "OPTIONS_DESCR", "RENEWAL_DESCR", "MAIN_FEATURES_AWARD",
    "DEPOSIT_GUARANTEE_REQUIRED", "MAIN_FINANCING_CONDITION", "LEGAL_FORM",
    // CHANGE/NEW_VALUE of a corrigendum; the reasons for a modification.
    "TEXT", "ADDITIONAL_NEED", "UNFORESEEN_CIRCUMSTANCE",
    // Old forms.
    "SHORT_CONTRACT_DESCRIPTION", "TOTAL_QUANTITY_OR_SCOPE", "OPTION_DESCRIPTION", "LOT_DESCRIPTION",
    "ADDITIONAL_INFORMATION", "ADDITIONAL_INFORMATION_ABOUT_LOTS", "DEPOSITS_GUARANTEES_REQUIRED",
    "MAIN_FINANCING_CONDITIONS",
  ]
}
