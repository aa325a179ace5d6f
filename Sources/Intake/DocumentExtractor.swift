import Tenders

/// A kind of document: one file in this folder and one line in `documentExtractors`.
protocol DocumentExtractor: Sendable {
  /// The kinds, told by content, that it reads.
  static var kinds: [DocumentKind] { get }
  /// Grows with every change of what it gives, so that cached texts of an older one are made anew; nil for a kind that
  /// is read as fast as it is looked up.
  static var version: Int? { get }

  /// Reads the text of a document and its structure.
  ///
  /// - Throws: why the text could not be had, for the coverage.
  static func extract(
    _ bytes: [UInt8], limits: IntakeLimits
  ) async throws(ExtractionError) -> ExtractedDocument
}

/// A document's text and the blocks in it.
struct ExtractedDocument: Sendable {
  /// UTF-8: what `toetssteen text` prints and what offsets count in.
  var text: [UInt8]
  var passages: [Passage]
  /// Nil where the kind has no pages.
  var pages: Int?
  /// What was left out, in one line; nil when nothing was.
  var hint: String?
  /// Its text was recognised in images.
  var isRecognised = false

  init(text: [UInt8], passages: [Passage], pages: Int? = nil) {
    self.text = text
    self.passages = passages
    self.pages = pages
  }
}

/// Why a document gave no text.
struct ExtractionError: Error, Equatable {
  var state: Coverage.State
  /// What is wrong and what would help, in one line.
  var hint: String
  /// Nil where the kind has no pages or they could not be counted.
  var pages: Int?

  init(_ state: Coverage.State, _ hint: String, pages: Int? = nil) {
    self.state = state
    self.hint = hint
    self.pages = pages
  }
}

/// The document kinds that are read.
let documentExtractors: [any DocumentExtractor.Type] = [
  PlainText.self, PDF.self, Docx.self, Odt.self, Xlsx.self, Ods.self, Html.self, Rtf.self, LegacyOffice.self,
]
