import Tenders
import XML

/// eForms (UBL) notices, SDK 0.6 and later, also with national customisations.
///
/// Elements are matched by local name, because senders use any prefix and some none. The paths in this folder are
/// those of the business terms (BT) and OP terms (OPP, OPT) in the eForms SDK, older ones beside them.
enum EForms: NoticeReader {
  static let roots = [
    "ContractNotice", "ContractAwardNotice", "PriorInformationNotice",
    "BusinessRegistrationInformationNotice",
  ]

  static func read(_ xml: Document) -> Notice {
    var reading = EFormsReading(xml)
    reading.readHeader()
    reading.readChanges()
    reading.readBuyers()
    reading.readProcedure()
    reading.readLots()
    reading.readResult()
    return Notice(format: format(xml), tender: reading.tender, passages: reading.texts.passages)
  }

  /// The customisation without what follows `#`: national profiles extend the SDK's own identifier there.
  private static func format(_ xml: Document) -> String {
    guard
      let identifier = xml.value(xml.child(xml.root, "CustomizationID"))?.prefix(while: { $0 != "#" }),
      identifier.hasPrefix("eforms-"), !identifier.contains("$")
    else { return "eforms-unknown" }
    return String(identifier)
  }
}

/// One eForms notice while it is read; the parts of the work stand in the other `EForms` files.
struct EFormsReading {
  let xml: Document
  let root: Document.Element
  /// The notice's own extension: subtype, publication, organisations, result, changes.
  let notice: Document.Element?
  var tender: Tender
  var texts: EFormsTexts

  init(_ xml: Document) {
    self.xml = xml
    root = xml.root
    notice = xml.eFormsExtension(xml.root)
    tender = Tender(noticeKind: .other)
    texts = EFormsTexts(xml)
  }

  /// What the notice says about itself.
  mutating func readHeader() {
    tender.noticeKind = noticeKind()
    tender.languages = texts.languages
    // OPP-070
    tender.noticeType = notice.flatMap { xml.value(xml.first($0, "NoticeSubType", "SubTypeCode")) }
    // BT-04
    tender.procedureId = firstValue(of: "ContractFolderID")
    // BT-757
    tender.version = firstValue(of: "VersionID")
    // BT-05
    tender.dispatched = xml.value(xml.child(root, "IssueDate")).flatMap(FieldText.date)
    let publication = notice.flatMap { xml.child($0, "Publication") }
    // OPP-012
    tender.published = publication.flatMap { xml.value(xml.child($0, "PublicationDate")) }
      .flatMap(FieldText.date)
    // OPP-010, else BT-701
    tender.id =
      publication.flatMap { xml.value(xml.child($0, "NoticePublicationID")) }.map(printedNumber)
      ?? firstValue(of: "ID")
  }

  /// The first child of the root with this name that states something.
  private func firstValue(of name: String) -> String? {
    for element in xml.children(root, name) {
      if let value = xml.value(element) { return value }
    }
    return nil
  }

  /// A publication number as the Official Journal prints it: `00412345-2023` is 412345-2023.
  private func printedNumber(_ number: String) -> String {
    let printed = number.drop { $0 == "0" }
    return printed.first?.isNumber == true ? String(printed) : number
  }

  /// The form type (BT-03), where there is none the kind of document; a notice with changes is a change.
  private func noticeKind() -> NoticeKind {
    if let notice, xml.child(notice, "Changes") != nil { return .change }
    switch xml.value(xml.child(root, "NoticeTypeCode"), attribute: "listName") {
    case "planning", "consultation": return .planning
    case "competition": return .competition
    case "result", "dir-awa-pre", "completion": return .result
    case "change", "cont-modif": return .change
    case "bri": return .other
    default: break
    }
    switch xml.name(root) {
    case "ContractNotice": return .competition
    case "ContractAwardNotice": return .result
    case "PriorInformationNotice": return .planning
    default: return .other
    }
  }

  /// Changes of a notice (BT-758, BT-140, BT-762, BT-141) and of a contract (BT-1501, BT-200, BT-201, BT-202).
  mutating func readChanges() {
    guard let notice else { return }
    for name in ["Changes", "ContractModification"] {
      for changes in xml.children(notice, name) {
        let reason = xml.child(changes, "ChangeReason")
        let change = Change(
          noticeId: xml.value(xml.child(changes, "ChangedNoticeIdentifier")),
          reason: reason.flatMap { xml.value(xml.child($0, "ReasonCode")) },
          description: reason.flatMap { texts.best(xml.children($0, "ReasonDescription")) }
            ?? xml.child(changes, "Change").flatMap { texts.best(xml.children($0, "ChangeDescription")) })
        tender.changes.append(change)
      }
    }
  }

  // MARK: Shared

  /// The value of the first of these code elements that belongs to the code list.
  func code(_ elements: some Sequence<Document.Element>, list: String) -> String? {
    for element in elements where xml.attribute(element, "listName") == list {
      if let value = xml.value(element) { return value }
    }
    return nil
  }

  /// An amount with its currency; nil when none is stated, as also by -1.
  func amount(_ element: Document.Element?) -> (amount: Double, currency: String?)? {
    guard let amount = xml.value(element).flatMap(FieldText.number), amount >= 0 else { return nil }
    return (amount, xml.value(element, attribute: "currencyID"))
  }

  /// A value from the elements of an amount and of a framework's maximum; nil when neither is stated.
  func value(_ amount: Document.Element?, maximum: Document.Element?) -> Value? {
    let amount = self.amount(amount)
    let maximum = self.amount(maximum)
    guard amount != nil || maximum != nil else { return nil }
    return Value(
      amount: amount?.amount, currency: amount?.currency ?? maximum?.currency, maximum: maximum?.amount)
  }
}

extension Document {
  /// The eForms extension of an element, which holds the fields that UBL does not have.
  func eFormsExtension(_ element: Element) -> Element? {
    first(element, "UBLExtensions", "UBLExtension", "ExtensionContent", "EformsExtension")
  }
}

extension Array where Element: Equatable {
  /// Adds a value that is stated and not yet there.
  mutating func appendNew(_ value: Element?) {
    if let value, !contains(value) { append(value) }
  }
}
