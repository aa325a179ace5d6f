public import Tenders

/// A file's bytes and where they come from.
public struct RawFile: Sendable {
  /// As given or found.
  public var path: String
  /// The way into an archive, deeper levels joined with `!`; nil outside archives.
  public var member: String?
  public var bytes: [UInt8]

  /// A file that was read from `path`, or from `member` of the archive there.
  public init(path: String, member: String? = nil, bytes: [UInt8]) {
    self.path = path
    self.member = member
    self.bytes = bytes
  }

  var source: Source { Source(path: path, member: member) }

  /// The name without folders and archives.
  var name: String {
    let whole = member ?? path
    return String(whole.split { $0 == "/" || $0 == "!" }.last ?? Substring(whole))
  }
}

/// What one piece of input is: the unit of a batch.
public enum Input: Sendable {
  /// A file to read as a notice.
  case file(RawFile)
  /// The files of one tender: a folder or archive that holds documents. A part that could not be read is named.
  case package(Package)
  /// Input that cannot be read at all.
  case unread(Unread)
}

/// The files of one tender, in name order.
public struct Package: Sendable {
  /// The folder or archive.
  public var path: String
  /// The folder within an archive; nil for a whole archive or a folder.
  public var member: String?
  public var files: [RawFile] = []
  /// Documents that are there but could not be read, with the reason.
  public var unread: [Unread] = []

  /// A package at `path`, as yet without files.
  public init(path: String, member: String? = nil) {
    self.path = path
    self.member = member
  }
}
