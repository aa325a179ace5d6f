/// What was read of a tender and what was not: it travels with each verdict to the last report.
public struct Coverage: Sendable, Codable, Equatable {
  public var documents: [Document]

  public init(documents: [Document] = []) { self.documents = documents }

  /// Documents that the package holds or its texts name.
  public var listed: Int { documents.count }
  /// Documents that the package holds.
  public var present: Int { documents.count { $0.state != .missing } }
  /// Documents whose text was read.
  public var read: Int { documents.count { $0.state == .read } }

  public struct Document: Sendable, Codable, Equatable {
    public var name: String
    public var kind: DocumentKind
    public var role: DocumentRole
    public var state: State
    public var pages: Int?
    /// Unicode scalars of text that were read.
    public var characters: Int
    /// Why it was not read and what would help, in one line of English for logs.
    public var hint: String?
    /// Its text was recognised in images (OCR), so that words may be wrong.
    public var isRecognised = false
    /// For a document that is missing: where a text names it.
    public var namedAt: Place?

    public init(
      name: String, kind: DocumentKind, role: DocumentRole, state: State, pages: Int? = nil,
      characters: Int = 0, hint: String? = nil, namedAt: Place? = nil
    ) {
      self.name = name
      self.kind = kind
      self.role = role
      self.state = state
      self.pages = pages
      self.characters = characters
      self.hint = hint
      self.namedAt = namedAt
    }
  }

  public enum State: String, Sendable, Codable {
    case read
    case noText = "no-text"
    case encrypted, unsupported, broken
    case tooLarge = "too-large"
    case missing
  }
}

/// The kind of a document file, by its content.
public enum DocumentKind: String, Sendable, Codable {
  case text, markdown, pdf, docx, odt, xlsx, ods, pptx, html, rtf, doc, xls, archive, image, xml, unknown
}
