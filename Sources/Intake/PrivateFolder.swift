#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that only this user can enter, for one child process.
struct PrivateFolder: ~Copyable, Sendable {
  let path: String

  init() throws(ChildProcess.Failure) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base.hasPrefix("/") ? base : "/tmp")/toetssteen-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .notStarted("no temporary folder: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Writes a file that nothing but this user reads; gives its path.
  func write(_ bytes: [UInt8], as name: String) throws(ChildProcess.Failure) -> String {
    let descriptor = try create(name)
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        #else
          Darwin.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .notStarted("no temporary file: \(String(cString: strerror(errno)))") }
      written += count
    }
    return "\(path)/\(name)"
  }

  /// Makes an empty file to write to; gives its descriptor, which is the caller's to close.
  func create(_ name: String) throws(ChildProcess.Failure) -> CInt {
    let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .notStarted("no temporary file: \(String(cString: strerror(errno)))") }
    return descriptor
  }

  /// Reads a file that was written here.
  func read(_ name: String, limit: Int) throws(ChildProcess.Failure) -> [UInt8] {
    do throws(FileError) {
      return try FileBytes.read("\(path)/\(name)", limit: limit)
    } catch {
      if case .tooLarge(_, let limit) = error { throw .tooMuchOutput(limit: limit) }
      throw .notStarted("its output cannot be read")
    }
  }

  /// The names of what a folder holds, in order.
  static func files(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    // A link is removed, never followed.
    if unlink(path) == 0 { return }
    for name in files(in: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }

  deinit { Self.remove(path) }
}
