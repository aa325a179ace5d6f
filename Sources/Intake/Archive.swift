internal import CArchive

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a batch of files may cost. What is beyond a limit is named as such and left out; the rest goes on.
public struct IntakeLimits: Sendable {
  /// Bytes of one file or archive member.
  public var file = 96 << 20
  /// Bytes of one notice. The largest real one has about 2 MB.
  public var notice = 64 << 20
  /// Members of one archive.
  public var members = 2_000_000
  /// Archives in archives.
  public var nesting = 4
  /// How many times the size of its archive a member may unpack to, from `ratioFrom` bytes on.
  public var ratio = 200
  public var ratioFrom = 32 << 20
  /// Bytes of all files of one tender.
  public var tender = 128 << 20

  /// The limits that the command uses.
  public init() {}
}

/// Why an archive, or one of its members, was not read.
enum ArchiveError: Error, Equatable {
  case malformed(String)
  case encrypted
  case memberTooLarge(limit: Int)
  case ratio(limit: Int)
}

/// A safe face on libarchive: zip, tar and single compressed files, read in order, never unpacked to disk.
final class ArchiveReader {
  struct Member {
    var name: String
    var isFile: Bool
    var isEncrypted: Bool
    /// The size that the archive states; it may lie.
    var size: Int?
  }

  private let archive: OpaquePointer
  private let memory: UnsafeMutableRawBufferPointer?
  private let packedBytes: Int
  private let limits: IntakeLimits

  /// Opens an archive file.
  convenience init(path: String, limits: IntakeLimits) throws(ArchiveError) {
    try self.init(packedBytes: FileBytes.size(path), memory: nil, limits: limits) {
      archive_read_open_filename($0, path, 1 << 16)
    }
  }

  /// Opens an archive that is in memory.
  convenience init(bytes: [UInt8], limits: IntakeLimits) throws(ArchiveError) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    memory.copyBytes(from: bytes)
    try self.init(packedBytes: bytes.count, memory: memory, limits: limits) {
      archive_read_open_memory($0, memory.baseAddress, bytes.count)
    }
  }

  private init(
    packedBytes: Int, memory: UnsafeMutableRawBufferPointer?, limits: IntakeLimits,
    open: (OpaquePointer) -> Int32
  ) throws(ArchiveError) {
    utf8Names
    guard let archive = archive_read_new() else { throw .malformed("out of memory") }
    self.archive = archive
    self.memory = memory
    self.packedBytes = packedBytes
    self.limits = limits
    // Not all filters: some of them would start a program of the system.
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_bzip2(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_filter_zstd(archive)
    archive_read_support_format_zip(archive)
    archive_read_support_format_tar(archive)
    archive_read_support_format_raw(archive)
    guard open(archive) == ARCHIVE_OK else { throw .malformed(message) }
  }

  deinit {
    archive_read_free(archive)
    memory?.deallocate()
  }

  private var message: String {
    archive_error_string(archive).map { String(cString: $0) } ?? "unknown archive format"
  }

  /// The next member, nil at the end.
  func next() throws(ArchiveError) -> Member? {
    var entry: OpaquePointer?
    let result = archive_read_next_header(archive, &entry)
    if result == ARCHIVE_EOF { return nil }
    guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else { throw .malformed(message) }
    // What no filter unpacked and no format knows comes out as it went in.
    guard !isSingleFile || archive_filter_count(archive) > 1 else {
      throw .malformed("unknown archive format")
    }
    let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    return Member(
      name: name.map { String(cString: $0) } ?? "",
      isFile: archive_entry_filetype(entry) == regularFile || archive_format(archive) == ARCHIVE_FORMAT_RAW,
      isEncrypted: archive_entry_is_data_encrypted(entry) != 0,
      size: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil)
  }

  /// True for a single compressed file, whose one member has no name of its own.
  var isSingleFile: Bool { archive_format(archive) == ARCHIVE_FORMAT_RAW }

  /// The bytes of the member that `next` gave.
  func data(limit: Int) throws(ArchiveError) -> [UInt8] {
    var bytes: [UInt8] = []
    let block = 1 << 16
    while true {
      var got = 0
      let more = [UInt8](unsafeUninitializedCapacity: block) { buffer, count in
        got = archive_read_data(archive, buffer.baseAddress, block)
        count = max(0, got)
      }
      if got < 0 {
        if message.contains("assphrase") || message.contains("ncrypt") { throw .encrypted }
        throw .malformed(message)
      }
      if got == 0 { return bytes }
      bytes.append(contentsOf: more)
      if bytes.count > limit { throw .memberTooLarge(limit: limit) }
      if bytes.count > limits.ratioFrom, bytes.count / max(1, packedBytes) > limits.ratio {
        throw .ratio(limit: limits.ratio)
      }
    }
  }
}

/// libarchive converts member names through the locale; without a UTF-8 one it would lose them.
private let utf8Names: Void = {
  if setlocale(LC_CTYPE, "C.UTF-8") == nil { setlocale(LC_CTYPE, "en_US.UTF-8") }
}()

/// The file type of a regular file (`AE_IFREG`), a macro that Swift does not see.
private let regularFile: UInt32 = 0o100000
