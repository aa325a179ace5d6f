/// The file that a record comes from.
public struct Source: Sendable, Codable, Equatable {
  /// The path as it was given or found.
  public var path: String
  /// The way into an archive, deeper levels joined with `!`.
  public var member: String?
  /// `eforms-…`, `ted-…`, `ocds-…` or `documents`; nil when no format was recognised.
  public var format: String?
  /// Lower-case hexadecimal SHA-256 of the notice's bytes; nil when they could not be read.
  public var sha256: String?
  public var bytes: Int?

  public init(
    path: String, member: String? = nil, format: String? = nil, sha256: String? = nil, bytes: Int? = nil
  ) {
    self.path = path
    self.member = member
    self.format = format
    self.sha256 = sha256
    self.bytes = bytes
  }
}

/// Input that gave no tender, with its reason: nothing is lost.
public struct Unread: Sendable, Codable, Equatable {
  public var source: Source
  public var reason: Reason
  /// What is wrong and, where it helps, what to do; one line.
  public var message: String

  public init(source: Source, reason: Reason, message: String) {
    self.source = source
    self.reason = reason
    self.message = message
  }

  public enum Reason: String, Sendable, Codable {
    case notANotice = "not-a-notice"
    case malformed, encrypted
    case tooLarge = "too-large"
    case tooDeep = "too-deep"
    case unsupported, unreadable
  }
}

/// A tender with the texts that can be judged: what Intake hands to Analysis.
public struct TenderFile: Sendable {
  public var source: Source
  public var tender: Tender
  public var coverage: Coverage
  /// The notice's text first, then the documents in their order in time.
  public var texts: [SourceText]

  public init(source: Source, tender: Tender, coverage: Coverage = Coverage(), texts: [SourceText]) {
    self.source = source
    self.tender = tender
    self.coverage = coverage
    self.texts = texts
  }
}
