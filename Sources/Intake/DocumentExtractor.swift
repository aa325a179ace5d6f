import Tenders

/// A kind of document: one file in this folder and one line in `documentExtractors`.
protocol DocumentExtractor: Sendable {
  /// The kinds, told by content, that it reads.
  static var kinds: [DocumentKind] { get }

  /// Reads the text of a document and its structure.
  ///
  /// - Throws: why the text could not be had, for the coverage.
  static func extract(_ bytes: [UInt8], limits: IntakeLimits) throws(ExtractionError) -> ExtractedDocument
}

/// A document's text and the blocks in it.
struct ExtractedDocument: Sendable {
  /// UTF-8: what `toetssteen text` prints and what offsets count in.
  var text: [UInt8]
  var passages: [Passage]
  /// Nil where the kind has no pages.
  var pages: Int?

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

  init(_ state: Coverage.State, _ hint: String) {
    self.state = state
    self.hint = hint
  }
}

/// The document kinds that are read.
let documentExtractors: [any DocumentExtractor.Type] = [PlainText.self]
