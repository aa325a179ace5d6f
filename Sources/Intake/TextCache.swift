import GRDB
import Tenders

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Texts of documents that were read before, by the content of their files, in a database of the user's cache folder.
///
/// A cache that cannot be used costs time, nothing else: every trouble with it counts as not found. Several processes
/// may use it at once.
public final class TextCache: Sendable {
  /// What a text depends on: the bytes of the document and the extractor that read it.
  struct Key: Sendable, Hashable {
    /// Lower-case hexadecimal.
    var sha256: String
    /// Name and version.
    var extractor: String
  }

  /// What the cache holds.
  public struct Info: Sendable, Equatable {
    public var path: String
    public var documents: Int
    /// Of the texts; the file is somewhat larger.
    public var bytes: Int
  }

  /// Bytes of texts that are kept; the ones that were used longest ago go first.
  public static let defaultLimit = 1 << 30

  /// Grows with every change of the table or of how a document is stored.
  private static let format = 1

  private let database: DatabasePool
  private let path: String
  private let limit: Int

  /// Opens the cache in the user's cache folder; nil when there is none or it cannot be used.
  public convenience init?(limit: Int = defaultLimit) {
    guard let folder = Self.folder else { return nil }
    self.init(folder: folder, limit: limit)
  }

  /// Opens the cache in this folder, which is made when it is not there.
  init?(folder: String, limit: Int = defaultLimit) {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    path = "\(folder)/text.sqlite"
    self.limit = limit
    if let database = Self.open(path) {
      self.database = database
      return
    }
    // Damaged, or made by another version: it is set aside, for whoever wants to know, and made anew.
    Self.setAside(path)
    guard let database = Self.open(path) else { return nil }
    self.database = database
  }

  // MARK: Use

  /// What was stored under this key: a document, or why there is none.
  func get(_ key: Key) -> Result<ExtractedDocument, ExtractionError>? {
    let stored = try? database.read { database in
      try Data.fetchOne(
        database, sql: "SELECT document FROM text WHERE sha256 = ? AND extractor = ?",
        arguments: [key.sha256, key.extractor])
    }
    guard let data = stored ?? nil, let outcome = PackedDocument.unpack(data) else { return nil }
    // When it was used need not be exact: once an hour spares most writes.
    let now = Self.now
    try? database.write { database in
      try database.execute(
        sql: "UPDATE text SET used = ? WHERE sha256 = ? AND extractor = ? AND used < ?",
        arguments: [now, key.sha256, key.extractor, now - 3600])
    }
    return outcome
  }

  /// Stores what became of a document, and drops the ones used longest ago when there is too much.
  func put(_ key: Key, _ outcome: Result<ExtractedDocument, ExtractionError>) {
    // A program that crashed or was too slow may do better next time.
    if case .failure(let error) = outcome, ![.noText, .encrypted].contains(error.state) { return }
    let data = PackedDocument.pack(outcome)
    guard data.count <= limit / 4 else { return }
    let limit = limit
    try? database.write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO text (sha256, extractor, used, bytes, document) VALUES (?, ?, ?, ?, ?)",
        arguments: [key.sha256, key.extractor, Self.now, data.count, data])
      let total = try Int.fetchOne(database, sql: "SELECT sum(bytes) FROM text") ?? 0
      guard total > limit else { return }
      // A tenth more than needed, so that not every text that is put in costs a clearing.
      try database.execute(
        sql: """
          DELETE FROM text WHERE rowid IN (
            SELECT rowid FROM (
              SELECT rowid, sum(bytes) OVER (ORDER BY used DESC, rowid DESC) AS newer FROM text)
            WHERE newer > ?)
          """, arguments: [limit - limit / 10])
    }
  }

  /// How much is in it.
  public func info() -> Info? {
    try? database.read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT count(*) AS n, coalesce(sum(bytes), 0) AS b FROM text")
      return Info(path: path, documents: row?["n"] ?? 0, bytes: row?["b"] ?? 0)
    }
  }

  /// Empties it; false when that could not be done.
  public func clear() -> Bool {
    do {
      try database.write { try $0.execute(sql: "DELETE FROM text") }
      try database.vacuum()
      return true
    } catch {
      return false
    }
  }

  // MARK: The file

  private static var now: Int { Int(Date().timeIntervalSince1970) }

  /// The program's folder among the user's caches; nil when the environment names none.
  public static var folder: String? {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["XDG_CACHE_HOME"], path.hasPrefix("/") { return "\(path)/toetssteen" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/.cache/toetssteen"
  }

  private static func open(_ path: String) -> DatabasePool? {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      // A crash of the machine may cost the last texts, which are then read again.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    // Drafts are nobody else's to read; SQLite gives its side files the same permissions.
    makePrivateFile(path)
    do {
      let pool = try DatabasePool(path: path, configuration: configuration)
      let isUsable = try pool.write { database in
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if version == format { return true }
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        guard version == 0, tables == 0 else { return false }
        try database.execute(
          sql: """
            CREATE TABLE text (
              sha256 TEXT NOT NULL, extractor TEXT NOT NULL, used INTEGER NOT NULL, bytes INTEGER NOT NULL,
              document BLOB NOT NULL, PRIMARY KEY (sha256, extractor));
            CREATE INDEX text_used ON text (used);
            PRAGMA user_version = \(format);
            """)
        return true
      }
      return isUsable ? pool : nil
    } catch {
      return nil
    }
  }

  /// Moves the database with its side files to `text.sqlite.old`, over the one that was set aside before.
  private static func setAside(_ path: String) {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: "\(path).old\(suffix)")
      try? FileManager.default.moveItem(atPath: path + suffix, toPath: "\(path).old\(suffix)")
    }
  }
}

/// Makes an empty file that nobody else can read, unless it is there.
private func makePrivateFile(_ path: String) {
  let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode_t(0o600))
  if descriptor >= 0 { close(descriptor) }
}
