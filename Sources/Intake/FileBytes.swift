import Crypto

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file could not be read at all.
enum FileError: Error, Equatable {
  /// The system's own message.
  case unreadable(String)
  case tooLarge(bytes: Int, limit: Int)
}

/// A file's bytes, read once and whole.
enum FileBytes {
  static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    try read(path, limit: { _ in limit }) ?? []
  }

  /// Reads a file whose first bytes tell how large it may be.
  ///
  /// - Parameter limit: the limit for a file that begins so; nil leaves it unread.
  static func read(_ path: String, limit: (_ head: [UInt8]) -> Int?) throws(FileError) -> [UInt8]? {
    let descriptor = try openFile(path)
    defer { close(descriptor) }
    let size = try sizeOfRegularFile(descriptor)
    // Most files are small: what is read to tell the kind is then the whole of it.
    var wanted = size < smallFile ? size + 1 : FileKind.headLength
    var bytes = try read(descriptor, upTo: wanted)
    guard let limit = limit(bytes) else { return nil }
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    // A read that comes back full is not the end: the file may also grow meanwhile, and a device has no size.
    while bytes.count >= wanted {
      wanted = max(size - bytes.count + 1, block)
      let more = try read(descriptor, upTo: wanted)
      bytes += more
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
      if more.count < wanted { break }
      wanted = bytes.count
    }
    return bytes
  }

  /// Everything that standard input holds.
  static func readStandardInput(limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let more = try read(STDIN_FILENO, upTo: block)
      bytes += more
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
      if more.count < block { return bytes }
    }
  }

  private static let smallFile = 1 << 20
  private static let block = 1 << 20

  /// The size of a file in bytes, 0 when it cannot be told.
  static func size(_ path: String) -> Int {
    guard let descriptor = try? openFile(path) else { return 0 }
    defer { close(descriptor) }
    return (try? sizeOfRegularFile(descriptor)) ?? 0
  }

  /// The names in a folder, each with whether it is itself a folder, by name; nil when it cannot be read.
  static func entries(of path: String) -> [(name: String, isFolder: Bool)]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var found: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      // Links and some file systems do not tell the type here.
      let kind = Int32(entry.pointee.d_type)
      let isUnsure = kind != Int32(DT_DIR) && kind != Int32(DT_REG)
      found.append((name, kind == Int32(DT_DIR) || (isUnsure && isFolder("\(path)/\(name)"))))
    }
    return found.sorted { $0.name < $1.name }
  }

  /// What tells a file from every other, whatever links lead to it.
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  /// The identity of what a path leads to, nil when nothing is there.
  static func identity(_ path: String) -> Identity? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return Identity(
      device: UInt64(truncatingIfNeeded: info.st_dev), number: UInt64(truncatingIfNeeded: info.st_ino))
  }

  /// True for a folder that can be opened.
  static func isFolder(_ path: String) -> Bool {
    guard let folder = opendir(path) else { return false }
    closedir(folder)
    return true
  }

  private static func openFile(_ path: String) throws(FileError) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
    return descriptor
  }

  /// Pipes have no end to seek to.
  private static func sizeOfRegularFile(_ descriptor: Int32) throws(FileError) -> Int {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw .unreadable("not a regular file") }
    return size
  }

  /// At most `wanted` bytes, fewer only at the end.
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
