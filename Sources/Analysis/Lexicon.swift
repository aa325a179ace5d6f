import Tenders

/// The compiled terms of a rule set: what turns text into mentions. Made once, used by every worker.
final class Lexicon: Sendable {
  let rules: RuleSet
  private let database: TermDatabase
  private let patterns: [Entry]
  /// The patterns of each literal of the database.
  private let byLiteral: [[Int32]]
  /// Languages by position in `rules.languages`, for each everyday word.
  private let words: [UInt64: UInt32]
  private let languageIDs: [String: Int8]

  private struct Entry: Sendable {
    var concept: Int32
    /// Position in `rules.languages`; -1 for every language, -2 for one without everyday words.
    var language: Int8
    var cancels: Bool
    var pattern: TermPattern
  }

  /// Compiles the terms; `cache` may hold the compiled form of the same rules.
  init(rules: RuleSet, cache: LexiconCache?) throws(TermDatabaseError) {
    self.rules = rules
    var entries: [Entry] = []
    var literals: [[UInt8]] = []
    var known: [[UInt8]: Int] = [:]
    var byLiteral: [[Int32]] = []
    let ids = Dictionary(
      rules.languages.enumerated().map { ($1.id, Int8($0)) }, uniquingKeysWith: { first, _ in first })
    for (position, concept) in rules.concepts.enumerated() {
      for term in concept.terms {
        let language = term.language.map { ids[$0] ?? -2 } ?? -1
        for pattern in term.patterns {
          let literal = pattern.anchorBytes
          let index =
            known[literal]
            ?? {
              known[literal] = literals.count
              literals.append(literal)
              byLiteral.append([])
              return literals.count - 1
            }()
          byLiteral[index].append(Int32(entries.count))
          entries.append(
            Entry(concept: Int32(position), language: language, cancels: term.cancels, pattern: pattern))
        }
      }
    }
    patterns = entries
    self.byLiteral = byLiteral
    languageIDs = ids
    var words: [UInt64: UInt32] = [:]
    for (position, language) in rules.languages.enumerated() {
      for word in language.words { words[Self.hash(word), default: 0] |= 1 << UInt32(position) }
    }
    self.words = words
    let key = "\(rules.identity.sha256)-\(TermDatabase.version)"
    if let bytes = cache?.load(key) {
      database = try TermDatabase(literals: literals, serialized: bytes)
    } else {
      database = try TermDatabase(literals: literals)
      if let cache, let bytes = database.serialized { cache.store(key, bytes) }
    }
  }

  // MARK: Mentions

  /// Every mention in the folded text, by position, false friends taken out.
  ///
  /// - Parameter languages: the language of each segment, by position in `rules.languages`; -1 when unknown.
  ///   A language without rules is -2.
  func mentions(in folded: FoldedText, languages: inout [Int8]) -> [Mention] {
    var hits: [TermDatabase.Hit] = []
    var found: [Mention] = []
    var cancelled: [Mention] = []
    folded.bytes.withUnsafeBufferPointer { text in
      database.scan(text, &hits)
      var segment = 0
      for hit in hits {
        let start = Int(hit.start)
        while segment < folded.segments.count, folded.segments[segment].range.upperBound < start { segment += 1 }
        guard segment < folded.segments.count else { break }
        let range = folded.segments[segment].range
        for index in byLiteral[Int(hit.literal)] {
          let entry = patterns[Int(index)]
          guard let match = entry.pattern.match(in: text, anchorAt: start, within: range) else { continue }
          // A declared language without rules may be declared wrongly: the words themselves tell.
          if languages[segment] == -2 { languages[segment] = self.language(of: text, range) ?? -3 }
          let language = languages[segment]
          guard entry.language == -1 || language == -1 || entry.language == language else { continue }
          let mention = Mention(
            concept: entry.concept, segment: Int32(segment), start: Int32(match.lowerBound),
            end: Int32(match.upperBound), pattern: index)
          if entry.cancels { cancelled.append(mention) } else { found.append(mention) }
        }
      }
    }
    if !cancelled.isEmpty {
      let byConcept = Dictionary(grouping: cancelled, by: \.concept)
      found.removeAll { mention in
        byConcept[mention.concept]?.contains { $0.start < mention.end && mention.start < $0.end } ?? false
      }
    }
    found.sort { ($0.start, $0.concept, $0.end) < ($1.start, $1.concept, $1.end) }
    var last: Mention?
    found.removeAll { mention in
      defer { last = mention }
      return last.map { $0.start == mention.start && $0.concept == mention.concept && $0.end == mention.end } ?? false
    }
    return found
  }

  /// The written form that must hold exactly, when the term of a mention has one.
  func exact(_ mention: Mention) -> String? { patterns[Int(mention.pattern)].pattern.exact }

  // MARK: Languages

  /// The position of a declared language; -1 for none declared, -2 for one without rules.
  func position(of language: String?) -> Int8 {
    guard let language else { return -1 }
    return languageIDs[language] ?? -2
  }

  func code(_ position: Int8) -> String? {
    position >= 0 ? rules.languages[Int(position)].id : nil
  }

  /// The language of a passage by its everyday words; nil when they do not tell.
  func language(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int8? {
    var counts = WordCount(languages: rules.languages.count)
    count(text, range, &counts)
    return counts.clearest(minimum: 3)
  }

  /// Adds the everyday words of a range to the counts.
  func count(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ counts: inout WordCount) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard isWordByte(text[index]) else {
        index += 1
        continue
      }
      var hash = Self.seed
      while index < range.upperBound, isWordByte(text[index]) {
        hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3
        index += 1
      }
      counts.words += 1
      guard var mask = words[hash] else { continue }
      while mask != 0 {
        counts.hits[mask.trailingZeroBitCount] += 1
        mask &= mask - 1
      }
    }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func hash(_ word: [UInt8]) -> UInt64 {
    word.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

/// How often the everyday words of each language stand in a text.
struct WordCount {
  var words = 0
  var hits: [Int]

  init(languages: Int) { hits = Array(repeating: 0, count: languages) }

  /// The language that leads with at least `minimum` words and a sixth of the text's; nil when two are as likely.
  func clearest(minimum: Int) -> Int8? {
    guard let best = hits.indices.max(by: { hits[$0] < hits[$1] }), hits[best] >= minimum else { return nil }
    let second = hits.indices.filter { $0 != best }.map { hits[$0] }.max() ?? 0
    guard hits[best] * 6 >= words, hits[best] * 2 >= second * 3 else { return nil }
    return Int8(best)
  }
}

/// A place where a concept is named.
struct Mention: Sendable {
  /// Position in `RuleSet.concepts`.
  var concept: Int32
  /// Position in `FoldedText.segments`.
  var segment: Int32
  /// Folded bytes.
  var start: Int32
  var end: Int32
  var pattern: Int32
}

/// Keeps the compiled terms between runs: compiling costs more than judging a small tender.
public struct LexiconCache: Sendable {
  let load: @Sendable (String) -> [UInt8]?
  let store: @Sendable (String, [UInt8]) -> Void

  /// A cache that keeps bytes by key.
  public init(
    load: @escaping @Sendable (String) -> [UInt8]?, store: @escaping @Sendable (String, [UInt8]) -> Void
  ) {
    self.load = load
    self.store = store
  }
}
