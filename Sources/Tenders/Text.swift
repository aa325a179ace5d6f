/// A text that was read: the notice itself or one of the tender's documents, with the passages worth judging.
public struct SourceText: Sendable {
  /// The file's name as the buyer gave it.
  public var name: String
  public var role: DocumentRole
  /// UTF-8, exactly what `toetssteen text` prints and what offsets of documents count in.
  public var text: [UInt8]
  public var passages: [Passage]
  /// Its text was recognised in images (OCR), so that words may be wrong.
  public var isRecognised = false
  /// For XML: finds the element of a passage. Nil for documents.
  public var locate: (@Sendable (Int32) -> XMLPlace)?

  public init(
    name: String, role: DocumentRole, text: [UInt8], passages: [Passage],
    locate: (@Sendable (Int32) -> XMLPlace)? = nil
  ) {
    self.name = name
    self.role = role
    self.text = text
    self.passages = passages
    self.locate = locate
  }
}

/// The place of an element in an XML file.
public struct XMLPlace: Sendable, Equatable {
  /// XPath 1.0 without prefixes.
  public var xpath: String
  /// From 1.
  public var line: Int
  /// Bytes of its text content in the source's text.
  public var range: Range<Int>

  public init(xpath: String, line: Int, range: Range<Int>) {
    self.xpath = xpath
    self.line = line
    self.range = range
  }
}

/// One block of text that can hold a demand: a field of a notice, or a paragraph, list item or row of a document.
public struct Passage: Sendable {
  /// Bytes in the text of its source.
  public var range: Range<Int>
  /// What stands within `range` and is none of its text: the footer and header at which a page breaks a sentence.
  public var gaps: [Range<Int>] = []
  public var form: Form
  /// ISO 639-1; nil when the source does not say.
  public var language: String?
  /// Where a demand in this passage binds, when its place tells.
  public var stage: Stage?
  /// Positions of the lots in `Tender.lots` for which it counts; nil means all.
  public var lots: [Int]?
  /// The field of the notice, by its BT-number or TED element (`BT-70`, `PERFORMANCE_CONDITIONS`); nil in documents.
  public var field: String?
  /// Passages of one section stand under one heading or in one field.
  public var section: Int32
  /// Headings above it, outermost first: positions of their passages in the same source.
  public var headings: [Int32]
  /// The passage that introduces the list or table to which this one belongs.
  public var leadIn: Int32?
  /// The element in XML, for `SourceText.locate`.
  public var element: Int32?
  /// Page of a document, from 1; nil where the kind has no pages.
  public var page: Int32?
  /// Number of the paragraph in a document, from 1.
  public var paragraph: Int32?
  /// Row of a table or sheet, from 1.
  public var row: Int32?
  /// Struck through: it stands there as no longer valid.
  public var isStruck = false
  /// Bytes of the clause number at its start (`3.4.4`, `Artikel 6`, `§ 9`), within `range`.
  public var number: Range<Int>?

  public init(
    range: Range<Int>, form: Form = .paragraph, language: String? = nil, stage: Stage? = nil,
    lots: [Int]? = nil, field: String? = nil, section: Int32 = 0, headings: [Int32] = [],
    leadIn: Int32? = nil, element: Int32? = nil, paragraph: Int32? = nil,
    number: Range<Int>? = nil
  ) {
    self.range = range
    self.form = form
    self.language = language
    self.stage = stage
    self.lots = lots
    self.field = field
    self.section = section
    self.headings = headings
    self.leadIn = leadIn
    self.element = element
    self.paragraph = paragraph
    self.number = number
  }

  /// The description of what is bought: BT-24, or its TED likeness.
  public var isDescription: Bool { field == "BT-24" || field == "SHORT_DESCR" }

  public enum Form: String, Sendable, Codable, CaseIterable {
    case title, heading, paragraph
    case listItem = "list-item"
    case tableRow = "table-row"
    /// A line of a table of contents.
    case contents
    /// A question of a tenderer, and the buyer's answer.
    case question, answer
    /// The name or description of an award criterion.
    case criterion
    /// An exclusion ground.
    case exclusion
  }
}

/// Where in the procedure a demand binds.
public enum Stage: String, Sendable, Codable, CaseIterable {
  /// Minimum requirement on what is offered.
  case specification
  /// Suitability of the tenderer, statements about it.
  case selection
  /// Scored.
  case award
  /// Contract clause or special performance condition.
  case performance
}

/// What a document is for in a tender.
public enum DocumentRole: String, Sendable, Codable, CaseIterable {
  case notice, guide, specification, contract
  case awardGuide = "award-guide"
  case questionsAndAnswers = "questions-and-answers"
  case rectification, form
  case priceSheet = "price-sheet"
  case annex, other
}
