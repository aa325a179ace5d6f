public import Tenders
public import XML

/// A notice format: one file in this folder and one line in `noticeReaders`.
///
/// The format is recognised by the root element, never by the file's name.
public protocol NoticeReader: Sendable {
  /// The local names of root elements that this format has.
  static var roots: [String] { get }

  /// Reads what the notice states. A reader never fails: what is not stated, or not in a known form, is nil.
  static func read(_ xml: Document) -> Notice
}

/// What a reader found in one notice.
public struct Notice: Sendable {
  /// Such as `eforms-sdk-1.10` or `ted-r2.0.9`.
  public var format: String
  public var tender: Tender
  /// The texts that can hold a demand, as ranges of the document's text, in document order.
  public var passages: [Passage]

  /// A notice with these facts.
  public init(format: String, tender: Tender, passages: [Passage]) {
    self.format = format
    self.tender = tender
    self.passages = passages
  }
}

/// The notice formats that are read.
public let noticeReaders: [any NoticeReader.Type] = [EForms.self, TED.self]
