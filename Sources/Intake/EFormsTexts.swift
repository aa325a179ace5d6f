import Tenders
import XML

/// The texts of an eForms notice: each stands there once for every language of the notice (BT-702).
struct EFormsTexts {
  private let xml: Document
  /// The languages as the notice writes them (`NLD`), its first language first, and in ISO 639-1.
  private let codes: [(written: String, language: String?)]
  private var collector: PassageCollector

  init(_ xml: Document) {
    self.xml = xml
    collector = PassageCollector(xml)
    let elements =
      Array(xml.children(xml.root, "NoticeLanguageCode"))
      + xml.all(xml.root, "AdditionalNoticeLanguage", "ID")
    codes = elements.compactMap { xml.value($0) }.map { ($0, Codes.language($0)) }
  }

  /// ISO 639-1.
  var languages: [String] {
    var languages: [String] = []
    for code in codes { languages.appendNew(code.language) }
    return languages
  }

  /// In document order.
  var passages: [Passage] {
    let passages = collector.passages
    return passages.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The text in the first of the notice's languages that has one, else in any language.
  func best(_ elements: some Sequence<Document.Element>) -> String? {
    var best: (rank: Int, text: String)?
    for element in elements {
      let rank = place(element).rank
      if let best, best.rank <= rank { continue }
      if let text = xml.value(element) { best = (rank, text) }
    }
    return best?.text
  }

  /// Adds a field's texts in all of the notice's languages to the passages.
  ///
  /// Texts in other languages, which machine translations are, count only where the field has no other.
  mutating func add(
    _ parent: Document.Element?, _ name: String, field: String, stage: Stage? = nil, lots: [Int]? = nil,
    form: Passage.Form = .paragraph
  ) {
    guard let parent else { return }
    let elements = xml.children(parent, name)
    let others = elements.allSatisfy { place($0).rank == Self.foreign }
    for element in elements {
      let place = place(element)
      guard others || place.rank != Self.foreign else { continue }
      collector.add(element, field: field, language: place.language, stage: stage, lots: lots, form: form)
    }
  }

  private static let foreign = Int.max

  /// The place of a text's language among those of the notice, and the language.
  private func place(_ element: Document.Element) -> (rank: Int, language: String?) {
    guard let written = xml.attribute(element, "languageID") else { return unstated }
    if let rank = codes.firstIndex(where: { $0.written == written }) { return (rank, codes[rank].language) }
    guard let language = Codes.language(written) else { return unstated }
    return (codes.firstIndex { $0.language == language } ?? Self.foreign, language)
  }

  /// A text that does not say its language is in that of the notice where it has only one.
  private var unstated: (rank: Int, language: String?) {
    (codes.count, codes.count == 1 ? codes.first?.language : nil)
  }
}
