import Tenders
import XML

/// Collects the passages of a notice: one for each paragraph of a field.
struct PassageCollector {
  let xml: Document
  private(set) var passages: [Passage] = []
  private var section: Int32 = 0

  init(_ xml: Document) { self.xml = xml }

  /// Adds the text of a field; nothing when it is empty.
  ///
  /// A field with `<P>` children gives a passage for each; they share a section.
  mutating func add(
    _ element: Document.Element?, field: String, language: String?, stage: Stage? = nil, lots: [Int]? = nil,
    form: Passage.Form = .paragraph
  ) {
    guard let element else { return }
    section += 1
    let paragraphs = xml.mentions("P") ? Array<Document.Element>(xml.children(element, "P")) : []
    for part in paragraphs.isEmpty ? [element] : paragraphs {
      let range = xml.textRange(part)
      guard xml.text[range].contains(where: { $0 > 0x20 }) else { continue }
      passages.append(
        Passage(
          range: range, form: form, language: language, stage: stage, lots: lots, field: field,
          section: section, element: part.index))
    }
  }
}
