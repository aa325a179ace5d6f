import Tenders
import XML

/// Web pages (HTML), read as a browser shows them: without scripts, styles and what is hidden.
enum Html: DocumentExtractor {
  static let kinds: [DocumentKind] = [.html]
  static let version: Int? = 2

  static func extract(_ bytes: [UInt8], limits: IntakeLimits) throws(ExtractionError) -> ExtractedDocument {
    let xml = try parse(bytes)
    var reader = HtmlReader(xml)
    var writer = DocumentWriter()
    writer.body(reader.blocks())
    return try writer.document()
  }

  private static func parse(_ bytes: [UInt8]) throws(ExtractionError) -> Document {
    let isForeign = charset(bytes).map { !familiar.contains($0) } ?? false
    do throws(ParseError) {
      // Pages that claim one of the common encodings often have another of them; the bytes tell.
      return try isForeign
        ? Document.parseHTML(bytes, encoding: nil, limits: Limits(depth: 400))
        : Document.parseHTML(PlainText.decode(bytes), encoding: "UTF-8", limits: Limits(depth: 400))
    } catch {
      switch error {
      case .malformed(_, let message): throw ExtractionError(.noText, "There is no text in it: \(message).")
      case .entities: throw ExtractionError(.broken, "It declares entities, which are refused.")
      case .tooDeep(let limit):
        throw ExtractionError(.broken, "Elements are nested more than \(limit) deep; save it as plain text.")
      case .tooLarge(let elements):
        throw ExtractionError(.tooLarge, "It has more than \(elements) elements; split the file.")
      }
    }
  }

  /// Encodings that `PlainText` tells apart by the bytes.
  private static let familiar: Set<String> = [
    "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "cp1252", "utf-16",
    "iso-8859-15", "unicode",
  ]

  /// The encoding that a page says it has.
  private static func charset(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(2048).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let wanted = Array("charset=".utf8)
    guard head.count > wanted.count,
      let found = head.indices.dropLast(wanted.count).first(where: { head[$0...].starts(with: wanted) })
    else { return nil }
    let value = head[(found + wanted.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
    return String(decoding: value.prefix { $0 > 0x20 && !"\"';>/".utf8.contains($0) }, as: UTF8.self)
  }
}
