/// Documents made of a text with broken lines, in which each line became a paragraph of its own: tells which ones were
/// one sentence.
struct LineWraps {
  /// The length at which lines were broken, in bytes; nil when the document is none of these.
  private var width: Int?

  /// - Parameter lengths: bytes of each paragraph.
  /// - Parameter resumed: how many of them begin within a sentence.
  init(lengths: [Int], resumed: Int) {
    let sorted = lengths.sorted()
    guard resumed >= Self.fewest, let longest = sorted.last, longest <= Self.longestLine else { return }
    width = sorted[sorted.count * 9 / 10]
  }

  /// One of which nothing is known: only what begins with a small letter goes on.
  init() {}

  var isKnown: Bool { width != nil }

  /// Whether a paragraph that is as long as a line stops within a sentence that the next one carries on.
  func runsOn(_ here: ArraySlice<UInt8>, into next: ArraySlice<UInt8>) -> Bool {
    guard here.count >= Self.shortestLine, let last = here.last, !".:;?!|".utf8.contains(last) else {
      return false
    }
    guard !next.isEmpty, LineMarks.item(next) == nil, !LineMarks.isContents(here) else { return false }
    if beginsSmall(next) { return true }
    return width.map { here.count * 4 >= $0 * 3 } ?? false
  }

  /// Whether the first letter is small, with or without an accent.
  private func beginsSmall(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if first == 0xC3 { return text.dropFirst().first.map { $0 >= 0xA0 && $0 != 0xB7 } ?? false }
    return (0x61...0x7A).contains(first)
  }

  /// Bytes of the shortest and the longest line at which texts are broken.
  private static let shortestLine = 60
  private static let longestLine = 180
  /// Sentences that run on in a paragraph of a document that has broken lines.
  private static let fewest = 2
}
