import Tenders
import XML

/// TED XML notices: `TED_EXPORT` as published (R2.0.7 to R2.0.9), and `TED_ESENDERS` as sent in, which has no
/// coded data.
enum TED: NoticeReader {
  static let roots = ["TED_EXPORT", "TED_ESENDERS"]

  static func read(_ xml: Document) -> Notice { TEDReader(xml).notice() }
}

/// Reads one TED notice.
///
/// A notice holds the same form once for each language. Facts are read from one of the forms in an original
/// language and never summed over languages; passages are read from each original form.
struct TEDReader {
  typealias Element = Document.Element

  let xml: Document
  /// CODED_DATA_SECTION/NOTICE_DATA; nil in TED_ESENDERS, like the next two.
  let noticeData: Element?
  /// CODED_DATA_SECTION/CODIF_DATA.
  let codification: Element?
  /// CODED_DATA_SECTION/REF_OJS: the issue of the Official Journal.
  let journal: Element?
  /// The forms in an original language, in document order.
  let originals: [Element]
  /// The form that facts are read from: Dutch where it is an original, else the first.
  let form: Element?

  init(_ xml: Document) {
    self.xml = xml
    let coded = xml.child(xml.root, "CODED_DATA_SECTION")
    noticeData = coded.flatMap { xml.child($0, "NOTICE_DATA") }
    codification = coded.flatMap { xml.child($0, "CODIF_DATA") }
    journal = coded.flatMap { xml.child($0, "REF_OJS") }
    var forms: [Element] = []
    for section in xml.children(xml.root, "FORM_SECTION") {
      forms += xml.children(section).filter { xml.attribute($0, "LG") != nil }
    }
    var originals = forms.filter { xml.attribute($0, "CATEGORY") == "ORIGINAL" }
    if originals.isEmpty {
      let stated = Self.originalLanguages(xml, noticeData)
      originals = forms.filter { stated.contains(xml.attribute($0, "LG") ?? "") }
    }
    self.originals = originals.isEmpty ? Array(forms.prefix(1)) : originals
    form = self.originals.first { xml.attribute($0, "LG") == "NL" } ?? self.originals.first
  }

  func notice() -> Notice {
    let type = form.flatMap { noticeType($0) }
    var tender = Tender(noticeKind: noticeKind(type))
    tender.noticeType = type
    tender.id = identifier()
    tender.published = xml.value(child(journal, "DATE_PUB")).flatMap(FieldText.date)
    tender.languages = languages()
    var passages: [Passage] = []
    if let form {
      tender.dispatched = dispatchDate(form)
      tender.buyers = buyers(form)
      let lots: [Element]
      if xml.child(form, "OBJECT_CONTRACT") != nil {
        lots = readObjects(form, into: &tender)
      } else {
        lots = readOldObjects(form, into: &tender)
      }
      if tender.nuts.isEmpty { tender.nuts = codedPlaces() }
      tender.changes = changes(form)
      passages = self.passages(of: form, lots: lots)
    }
    tender.country =
      tender.buyers.lazy.compactMap(\.country).first
      ?? xml.value(child(noticeData, "ISO_COUNTRY"), attribute: "VALUE").flatMap(Codes.country)
    return Notice(format: format(), tender: tender, passages: passages)
  }

  func child(_ element: Element?, _ name: String) -> Element? {
    element.flatMap { xml.child($0, name) }
  }

  // MARK: Format, identity, dates

  /// `ted-r2.0.9.s03`, as precise as the notice says it; forms named `…_2014` exist since R2.0.9 only.
  private func format() -> String {
    let stated = [
      xml.attribute(xml.root, "VERSION"), xml.attribute(xml.root, "schemaLocation"),
      form.flatMap { xml.attribute($0, "VERSION") },
    ]
    for text in stated {
      if let version = text.flatMap(Self.version) { return "ted-\(version)" }
    }
    return form.map { xml.name($0).hasSuffix("_2014") } == true ? "ted-r2.0.9" : "ted-unknown"
  }

  /// The `r2.0.9` or `r2.0.9.s03` in `R2.0.9.S03.E01` or in the address of a schema.
  private static func version(in text: String) -> String? {
    let parts = text.split { $0 == "/" || $0 == " " }
    guard let release = parts.first(where: { $0.hasPrefix("R2.") }) else { return nil }
    return release.split(separator: ".").prefix { !$0.hasPrefix("E") }.joined(separator: ".").lowercased()
  }

  /// The publication number, else the identifier that the sender gave (BT-701).
  private func identifier() -> String? {
    if let number = xml.value(child(noticeData, "NO_DOC_OJS")).flatMap(Self.publicationNumber) {
      return number
    }
    if let number = xml.value(xml.root, attribute: "DOC_ID") { return number }
    return xml.value(child(xml.child(xml.root, "FORM_SECTION"), "NOTICE_UUID"))
  }

  /// `2017/S 153-317894` as it is printed elsewhere: `317894-2017`.
  static func publicationNumber(_ text: String) -> String? {
    let bytes = text.utf8
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")),
      let dash = bytes.lastIndex(of: UInt8(ascii: "-")), slash < dash
    else { return nil }
    let year = text[..<slash]
    let number = text[bytes.index(after: dash)...]
    guard year.utf8.count == 4, year.utf8.allSatisfy(isDigit), !number.isEmpty,
      number.utf8.allSatisfy(isDigit)
    else { return nil }
    return "\(number)-\(year)"
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// BT-05: DS_DATE_DISPATCH, else the form's own date.
  private func dispatchDate(_ form: Element) -> String? {
    if let date = xml.value(child(codification, "DS_DATE_DISPATCH")).flatMap(FieldText.date) { return date }
    if let date = xml.value(xml.first(form, "COMPLEMENTARY_INFO", "DATE_DISPATCH_NOTICE")) {
      return FieldText.date(date)
    }
    guard let date = xml.descendants(form, "NOTICE_DISPATCH_DATE").first,
      let year = xml.value(xml.child(date, "YEAR")), let month = xml.value(xml.child(date, "MONTH")),
      let day = xml.value(xml.child(date, "DAY"))
    else { return nil }
    let pad = { (text: String) in text.utf8.count == 1 ? "0" + text : text }
    return FieldText.date(year + pad(month) + pad(day))
  }

  /// LG_ORIG as the notice writes it; one element may name several languages.
  private static func originalLanguages(_ xml: Document, _ noticeData: Element?) -> [String] {
    guard let noticeData else { return [] }
    return xml.children(noticeData, "LG_ORIG").flatMap {
      xml.string($0).split(whereSeparator: \.isWhitespace).map(String.init)
    }
  }

  /// BT-702.
  private func languages() -> [String] {
    var codes = Self.originalLanguages(xml, noticeData)
    if codes.isEmpty { codes = originals.compactMap { xml.attribute($0, "LG") } }
    var languages: [String] = []
    for language in codes.compactMap(Codes.language) where !languages.contains(language) {
      languages.append(language)
    }
    return languages
  }

  // MARK: Kind of notice

  /// `F02` of FORM `F02`, `2` or, without it, of the element `F02_2014`.
  private func noticeType(_ form: Element) -> String? {
    guard let number = xml.value(form, attribute: "FORM") else {
      let name = xml.name(form)
      return name.hasSuffix("_2014") ? String(name.prefix { $0 != "_" }) : nil
    }
    guard number.utf8.allSatisfy(Self.isDigit) else { return number }
    return number.utf8.count == 1 ? "F0\(number)" : "F\(number)"
  }

  /// BT-03: NOTICE@TYPE where a form serves several purposes, else the form, else TD_DOCUMENT_TYPE.
  private func noticeKind(_ type: String?) -> NoticeKind {
    switch child(form, "NOTICE").flatMap({ xml.attribute($0, "TYPE") }) {
    case "PRI_ONLY", "PRI_REDUCING_TIME_LIMITS", "PER_ONLY", "PER_REDUCING_TIME_LIMITS": return .planning
    case "PRI_CALL_COMPETITION", "PER_CALL_COMPETITION", "QSU_CALL_COMPETITION", "CONTRACT":
      return .competition
    // In F23 a prior information notice is the call for the concession.
    case "PRI": return .competition
    case "AWARD_CONTRACT", "CONCESSION_AWARD_CONTRACT": return .result
    case "QSU_ONLY": return .other
    default: break
    }
    switch type {
    case "F01", "F04", "F16", "T01": return .planning
    case "F02", "F05", "F09", "F10", "F11", "F12", "F17", "F19", "F24": return .competition
    case "F03", "F06", "F13", "F15", "F18", "F25", "T02": return .result
    case "F14", "F20": return .change
    // A qualification system that is also a call says so in NOTICE@TYPE.
    case "F07": return .other
    case "F08": return child(form, "OBJECT_CONTRACT") == nil ? .other : .planning
    default: break
    }
    switch child(codification, "TD_DOCUMENT_TYPE").flatMap({ xml.attribute($0, "CODE") }) {
    case "0", "P": return .planning
    case "3", "D": return .competition
    case "7", "R", "V": return .result
    case "1", "2", "K": return .change
    default: return .other
    }
  }

  // MARK: Places and changes

  /// PERFORMANCE_NUTS, for forms that have no place of performance of their own.
  private func codedPlaces() -> [String] {
    guard let noticeData else { return [] }
    return xml.children(noticeData, "PERFORMANCE_NUTS").compactMap { xml.value($0, attribute: "CODE") }
  }

  /// What a corrigendum (F14) or a modification (F20) changes.
  private func changes(_ form: Element) -> [Change] {
    if let section = xml.child(form, "CHANGES") {
      let changed = xml.value(xml.first(form, "COMPLEMENTARY_INFO", "NOTICE_NUMBER_OJ"))
        .flatMap(Self.publicationNumber)
      let changes = xml.children(section, "CHANGE").map {
        Change(noticeId: changed, reason: nil, description: changeDescription($0))
      }
      guard changes.isEmpty else { return changes }
      return [Change(noticeId: changed, reason: nil, description: xml.value(xml.child(section, "INFO_ADD")))]
    }
    if let section = xml.child(form, "MODIFICATIONS_CONTRACT") {
      let changed = xml.value(xml.first(form, "PROCEDURE", "NOTICE_NUMBER_OJ")).flatMap(
        Self.publicationNumber)
      let text = xml.value(xml.first(section, "INFO_MODIFICATIONS", "SHORT_DESCR"))
      return [Change(noticeId: changed, reason: nil, description: text)]
    }
    return []
  }

  /// Where and what it says now: WHERE/LABEL (else its SECTION), then the text or date of NEW_VALUE.
  private func changeDescription(_ change: Element) -> String? {
    let place = child(change, "WHERE").flatMap {
      xml.value(xml.child($0, "LABEL")) ?? xml.value(xml.child($0, "SECTION"))
    }
    let new = child(change, "NEW_VALUE").map { xml.children($0).compactMap { xml.value($0) } } ?? []
    let parts = [place, new.isEmpty ? nil : new.joined(separator: " ")].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }
}
