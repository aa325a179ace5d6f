#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output or a file, written in large blocks.
final class Output {
  private let descriptor: Int32
  private let path: String?
  private var buffer: [UInt8] = []

  /// Standard output, or the file at `path`, which is made anew.
  init(path: String? = nil) throws {
    self.path = path
    guard let path else {
      descriptor = STDOUT_FILENO
      return
    }
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw CommandFailure(message: "\(path): cannot be written: \(String(cString: strerror(errno))).")
    }
  }

  deinit {
    if path != nil { close(descriptor) }
  }

  func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Adds a line and its end.
  func line(_ bytes: [UInt8]) throws {
    try write(bytes)
    buffer.append(0x0A)
  }

  func flush() throws {
    var start = 0
    while start < buffer.count {
      let written = buffer[start...].withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #else
          Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      if written > 0 {
        start += written
      } else if errno == EPIPE {
        buffer = []
        throw OutputClosed()
      } else if errno != EINTR {
        let message = String(cString: strerror(errno))
        buffer = []
        throw CommandFailure(message: "\(path ?? "standard output"): cannot be written: \(message).")
      }
    }
    buffer = []
  }
}
