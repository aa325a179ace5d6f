import Tenders
import XML

/// Word documents (DOCX, DOCM): body, notes, text boxes, and once what stands at the head and foot of pages.
enum Docx: DocumentExtractor {
  static let kinds: [DocumentKind] = [.docx]
  static let version: Int? = 2

  static func extract(_ bytes: [UInt8], limits: IntakeLimits) throws(ExtractionError) -> ExtractedDocument {
    let package = try OfficePackage(bytes, limits: limits)
    let main = try package.mainPart() ?? "word/document.xml"
    guard let xml = try package.document(main), let body = xml.child(xml.root, "body") else {
      throw ExtractionError(.broken, "There is no Word document in it; open it in Word and save it again.")
    }
    var related: [Substring: [Document]] = [:]
    for relationship in try package.relationships(of: main) where parts.contains(relationship.type) {
      guard let part = try package.document(relationship.part) else { continue }
      related[relationship.type, default: []].append(part)
    }
    let styles = DocxStyles(related["styles"]?.first)
    let numbering = DocxNumbering(related["numbering"]?.first)
    var notes = DocxNotes()
    notes.footnotes = read(related["footnotes"]?.first, "footnote", styles, numbering)
    notes.endnotes = read(related["endnotes"]?.first, "endnote", styles, numbering)

    var writer = DocumentWriter()
    var reader = DocxReader(xml, styles, numbering, notes)
    writer.body(reader.blocks(in: body))
    for part in (related["header"] ?? []) + (related["footer"] ?? []) {
      var reader = DocxReader(part, styles, numbering, DocxNotes())
      writer.running(reader.blocks(in: part.root))
    }
    return try document(writer, leavesOut: reader.leavesOut)
  }

  private static func document(
    _ writer: DocumentWriter, leavesOut: Bool
  ) throws(ExtractionError) -> ExtractedDocument {
    guard leavesOut else { return try writer.document() }
    let hint = "Part of it is a file of another format within it; open it in Word and save it again."
    do throws(ExtractionError) {
      var document = try writer.document()
      document.hint = hint
      return document
    } catch {
      throw ExtractionError(error.state, hint)
    }
  }

  private static let parts: Set<Substring> = [
    "styles", "numbering", "footnotes", "endnotes", "header", "footer",
  ]

  /// The notes of a part by their id, without the lines that separate notes from the text.
  private static func read(
    _ xml: Document?, _ name: String, _ styles: DocxStyles, _ numbering: DocxNumbering
  ) -> [String: [Block]] {
    guard let xml else { return [:] }
    var notes: [String: [Block]] = [:]
    for element in xml.children(xml.root, name) {
      let type = xml.attribute(element, "type") ?? "normal"
      guard type == "normal", let id = xml.attribute(element, "id") else { continue }
      var reader = DocxReader(xml, styles, numbering, DocxNotes())
      notes[id] = reader.blocks(in: element)
    }
    return notes
  }
}

/// Footnotes and endnotes by their id.
struct DocxNotes {
  var footnotes: [String: [Block]] = [:]
  var endnotes: [String: [Block]] = [:]
}
