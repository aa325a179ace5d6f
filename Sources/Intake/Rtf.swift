import Tenders

/// Rich Text Format.
///
/// It has a reader of its own because no kept library reads it outside Apple's systems, and the converters that
/// are installed with one command lose struck and deleted text, which decides what still holds.
enum Rtf: DocumentExtractor {
  static let kinds: [DocumentKind] = [.rtf]
  static let version: Int? = 2

  static func extract(_ bytes: [UInt8], limits: IntakeLimits) throws(ExtractionError) -> ExtractedDocument {
    var reader = RtfReader()
    for token in RtfTokens(bytes) { try reader.read(token) }
    let (body, running) = reader.finish()
    var writer = DocumentWriter()
    writer.body(body)
    writer.running(running)
    return try writer.document()
  }
}
