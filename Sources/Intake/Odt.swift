import Tenders
import XML

/// OpenDocument texts (ODT), as LibreOffice and others write them.
enum Odt: DocumentExtractor {
  static let kinds: [DocumentKind] = [.odt]
  static let version: Int? = 2

  static func extract(_ bytes: [UInt8], limits: IntakeLimits) throws(ExtractionError) -> ExtractedDocument {
    let package = try OdfPackage(bytes, limits: limits)
    let content = package.content
    guard let body = content.first(content.root, "body", "text") else {
      throw ExtractionError(.broken, "There is no text document in it; open it and save it again.")
    }
    var writer = DocumentWriter()
    var reader = OdfReader(content, package.styles)
    writer.body(reader.blocks(in: body))
    if let part = package.stylePart {
      let names = [
        "header", "header-left", "header-first", "footer", "footer-left", "footer-first",
      ]
      for master in part.descendants(part.root, "master-page") {
        for element in part.children(master) where names.contains(part.name(element)) {
          var reader = OdfReader(part, package.styles)
          writer.running(reader.blocks(in: element))
        }
      }
    }
    return try writer.document()
  }
}
