/// The everyday words of every language, by which the language of a text is known.
struct EverydayWords: Sendable {
  /// Hashes of the words at the place that their last bits give, or at the next free one; 0 where none is.
  private var hashes: [UInt64]
  /// For each of them its languages, a bit for each position in `RuleSet.languages`.
  private var languages: [UInt32]

  init(_ all: [Language]) {
    let words = all.reduce(0) { $0 + $1.words.count }
    var size = 64
    while size < words * 4 { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    languages = Array(repeating: 0, count: size)
    for (position, language) in all.enumerated() {
      for word in language.words {
        let hash = word.reduce(Self.seed) { Self.hash($0, $1) }
        var place = Int(truncatingIfNeeded: hash) & (size - 1)
        while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & (size - 1) }
        hashes[place] = hash
        languages[place] |= 1 << UInt32(position)
      }
    }
  }

  /// Adds the words of a range of folded text to the counts.
  func count(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ counts: inout WordCount) {
    let last = hashes.count - 1
    var index = range.lowerBound
    while index < range.upperBound {
      guard isWordByte(text[index]) else {
        index += 1
        continue
      }
      var hash = Self.seed
      while index < range.upperBound, isWordByte(text[index]) {
        hash = Self.hash(hash, text[index])
        index += 1
      }
      counts.words += 1
      var place = Int(truncatingIfNeeded: hash) & last
      while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & last }
      var mask = languages[place]
      while mask != 0 {
        counts.hits[mask.trailingZeroBitCount] += 1
        mask &= mask - 1
      }
    }
  }

  // FNV-1a.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
