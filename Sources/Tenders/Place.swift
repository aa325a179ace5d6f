/// Where a quote stands.
public struct Place: Sendable, Codable, Equatable {
  public var document: String
  public var page: Int?
  public var paragraph: Int?
  public var row: Int?
  /// Headings above it, outermost first.
  public var heading: [String]
  public var xpath: String?
  public var line: Int?
  /// Unicode scalars before the quote, in the document's text or in the text content of the element at `xpath`.
  public var offset: Int
  /// Unicode scalars of the quote.
  public var length: Int

  public init(
    document: String, page: Int? = nil, paragraph: Int? = nil, row: Int? = nil, heading: [String],
    xpath: String? = nil, line: Int? = nil, offset: Int, length: Int
  ) {
    self.document = document
    self.page = page
    self.paragraph = paragraph
    self.row = row
    self.heading = heading
    self.xpath = xpath
    self.line = line
    self.offset = offset
    self.length = length
  }
}
