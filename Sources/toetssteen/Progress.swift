#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A line on a terminal with what is done, the rate and the time left; nothing in a pipe.
struct Progress {
  private let isShown: Bool
  private let total: Int?
  private let start = ContinuousClock.now
  private var done = 0
  private var shownAt = ContinuousClock.now

  /// - Parameter isShown: false when the report itself goes to the terminal.
  init(_ sources: [String], isShown: Bool) {
    self.isShown = isShown && isatty(STDERR_FILENO) == 1
    total = self.isShown ? Self.count(sources) : nil
  }

  /// The number of files, known only when no archive has to be opened to count them.
  private static func count(_ sources: [String]) -> Int? {
    var total = 0
    for source in sources {
      guard source != "-", !source.hasSuffix(".zip"), !source.contains(".tar"), !source.hasSuffix(".tgz")
      else {
        return nil
      }
      let files = (try? FileManager.default.subpathsOfDirectory(atPath: source)) ?? []
      total += files.isEmpty ? 1 : files.count
    }
    return total
  }

  mutating func step() {
    done += 1
    guard isShown, ContinuousClock.now - shownAt > .milliseconds(200) else { return }
    shownAt = .now
    let seconds =
      Double((shownAt - start).components.seconds) + Double((shownAt - start).components.attoseconds) / 1e18
    let rate = Double(done) / max(seconds, 0.001)
    var line = "\r\u{1B}[K\(done)"
    if let total, total >= done {
      let left = Int(Double(total - done) / max(rate, 0.001))
      line += "/\(total)  \(Int(rate))/s  \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
    } else {
      line += "  \(Int(rate))/s"
    }
    show(line)
  }

  func end() {
    if isShown { show("\r\u{1B}[K") }
  }

  private func show(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
