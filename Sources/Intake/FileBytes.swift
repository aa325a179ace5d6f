#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Crypto

/// Why a file could not be read at all.
enum FileError: Error, Equatable {
  /// The system's own message.
  case unreadable(String)
  case tooLarge(bytes: Int, limit: Int)
}

/// A file's bytes, read once and whole.
enum FileBytes {
  static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
    defer { close(descriptor) }
    // Pipes and devices have no end to seek to, or none that tells: only regular files do.
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw .unreadable("not a regular file") }
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    return try readAll(descriptor, expected: size, limit: limit)
  }

  /// The first bytes of a file, to tell its kind, and its size.
  static func head(_ path: String) throws(FileError) -> (bytes: [UInt8], size: Int) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw .unreadable("not a regular file") }
    return (try read(descriptor, upTo: FileKind.headLength), size)
  }

  /// The size of a file in bytes, 0 when it cannot be told.
  static func size(_ path: String) -> Int {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    return max(0, Int(lseek(descriptor, 0, SEEK_END)))
  }

  /// True for a folder that can be opened.
  static func isFolder(_ path: String) -> Bool {
    guard let folder = opendir(path) else { return false }
    closedir(folder)
    return true
  }

  /// Everything that standard input holds.
  static func readStandardInput(limit: Int) throws(FileError) -> [UInt8] {
    try readAll(STDIN_FILENO, expected: 1 << 16, limit: limit)
  }

  private static func readAll(_ descriptor: Int32, expected: Int, limit: Int) throws(FileError) -> [UInt8] {
    var bytes = try read(descriptor, upTo: expected + 1)
    guard bytes.count > expected else { return bytes }
    // The input is longer than expected: it grew, or it is a stream.
    let block = 1 << 20
    while true {
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
      let more = try read(descriptor, upTo: block)
      if more.isEmpty { return bytes }
      bytes.append(contentsOf: more)
    }
  }

  /// At most `count` bytes, fewer only at the end.
  private static func read(_ descriptor: Int32, upTo wanted: Int) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      count = 0
      while count < wanted {
        let got = Self.read(descriptor, into: UnsafeMutableRawBufferPointer(rebasing: raw[count...]))
        if got < 0 { failure = .unreadable(String(cString: strerror(errno))) }
        guard got > 0 else { break }
        count += got
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// One read, again when a signal interrupts it; 0 at the end, negative on an error.
  private static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let got = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if got >= 0 || errno != EINTR { return got }
    }
  }

  /// Lower-case hexadecimal SHA-256.
  static func sha256(_ bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(64)
    for byte in digest {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }
}
