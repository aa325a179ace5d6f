import Tenders

/// The compiled terms of a rule set: what turns text into mentions. Made once, used by every worker.
final class Lexicon: Sendable {
  let rules: RuleSet
  /// What texts are about: scanned in every text.
  private let topics: Vocabulary
  /// How sentences are meant: scanned only around topics, since its words stand everywhere.
  private let grammar: Vocabulary
  /// Languages by position in `rules.languages`, for each everyday word.
  private let words: [UInt64: UInt32]
  private let languageIDs: [String: Int8]

  /// Compiles the terms; `cache` may hold the compiled form of the same rules.
  init(rules: RuleSet, cache: LexiconCache?) throws(TermDatabaseError) {
    self.rules = rules
    let ids = Dictionary(
      rules.languages.enumerated().map { ($1.id, Int8($0)) }, uniquingKeysWith: { first, _ in first })
    let key = "\(rules.identity.sha256)-\(TermDatabase.version)"
    let (concepts, signals) = (
      rules.concepts.indices.filter { rules.concepts[$0].signal == nil },
      rules.concepts.indices.filter { rules.concepts[$0].signal != nil }
    )
    topics = try Vocabulary(concepts, of: rules, languages: ids, key: "topics-\(key)", cache)
    grammar = try Vocabulary(signals, of: rules, languages: ids, key: "grammar-\(key)", cache)
    languageIDs = ids
    var words: [UInt64: UInt32] = [:]
    for (position, language) in rules.languages.enumerated() {
      for word in language.words { words[Self.hash(word), default: 0] |= 1 << UInt32(position) }
    }
    self.words = words
  }

  // MARK: Mentions

  /// Every mention of a topic in the folded text, by position, false friends taken out.
  ///
  /// - Parameter languages: the language of each segment, by position in `rules.languages`; -1 when unknown, -2 when
  ///   it has no rules. Where a word of a topic stands in a segment of -2, its own words decide: the declaration may
  ///   be wrong.
  func topics(in folded: FoldedText, languages: inout [Int8]) -> [Mention] {
    var found = Found()
    folded.bytes.withUnsafeBufferPointer { text in
      topics.scan(text, folded.segments, folded.segments.indices, &found) { segment in
        if languages[segment] == -2 {
          languages[segment] = self.language(of: text, folded.segments[segment].range) ?? -3
        }
        return languages[segment]
      }
    }
    return found.mentions()
  }

  /// Every grammar signal in these segments, by position.
  func signals(in folded: FoldedText, _ segments: [Int], languages: [Int8]) -> [Mention] {
    var found = Found()
    folded.bytes.withUnsafeBufferPointer { text in
      grammar.scan(text, folded.segments, segments, &found) { languages[$0] }
    }
    return found.mentions()
  }

  /// The written form that must hold exactly, when the term of a mention has one.
  func exact(_ mention: Mention) -> String? {
    let isSignal = rules.concepts[Int(mention.concept)].signal != nil
    return (isSignal ? grammar : topics).exact(mention)
  }

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

/// The terms of some concepts with the database that finds them.
private struct Vocabulary: Sendable {
  private let database: TermDatabase
  private let entries: [Entry]
  /// The entries of each literal of the database.
  private let byLiteral: [[Int32]]

  /// What of each entry can be checked without its pattern, which most places fail.
  private let quick: [Quick]

  /// A term's pattern and its concept; a class, so that looking at one copies nothing.
  private final class Entry: Sendable {
    let concept: Int32
    let cancels: Bool
    let pattern: TermPattern

    init(concept: Int32, cancels: Bool, pattern: TermPattern) {
      self.concept = concept
      self.cancels = cancels
      self.pattern = pattern
    }
  }

  private struct Quick: Sendable {
    /// Position in `RuleSet.languages`; -1 for every language, -4 for one without everyday words.
    var language: Int8
    /// The anchor begins, or ends, a word and the term.
    var startsWord: Bool
    var endsWord: Bool
    var length: Int32
  }

  init(
    _ concepts: [Int], of rules: RuleSet, languages: [String: Int8], key: String, _ cache: LexiconCache?
  ) throws(TermDatabaseError) {
    var entries: [Entry] = []
    var quick: [Quick] = []
    var literals: [[UInt8]] = []
    var known: [[UInt8]: Int] = [:]
    var byLiteral: [[Int32]] = []
    for position in concepts {
      for term in rules.concepts[position].terms {
        let language = term.language.map { languages[$0] ?? -4 } ?? -1
        for pattern in term.patterns {
          let literal = pattern.anchorBytes
          if known[literal] == nil {
            known[literal] = literals.count
            literals.append(literal)
            byLiteral.append([])
          }
          byLiteral[known[literal, default: 0]].append(Int32(entries.count))
          entries.append(Entry(concept: Int32(position), cancels: term.cancels, pattern: pattern))
          quick.append(
            Quick(
              language: language, startsWord: pattern.anchor == 0,
              endsWord: pattern.anchor == pattern.steps.count - 1,
              length: Int32(literal.count)))
        }
      }
    }
    self.entries = entries
    self.quick = quick
    self.byLiteral = byLiteral
    if let bytes = cache?.load(key) {
      database = try TermDatabase(literals: literals, serialized: bytes)
    } else {
      database = try TermDatabase(literals: literals)
      if let cache, let bytes = database.serialized { cache.store(key, bytes) }
    }
  }

  func exact(_ mention: Mention) -> String? { entries[Int(mention.entry)].pattern.exact }

  /// Looks for the terms in some segments, given in order; neighbouring ones are scanned in one go.
  func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ segments: [FoldedText.Segment], _ wanted: some Collection<Int>,
    _ found: inout Found, language: (Int) -> Int8
  ) {
    var hits: [TermDatabase.Hit] = []
    var index = wanted.startIndex
    while index < wanted.endIndex {
      let first = wanted[index]
      var last = first
      index = wanted.index(after: index)
      while index < wanted.endIndex, wanted[index] == last + 1 {
        last += 1
        index = wanted.index(after: index)
      }
      let range = segments[first].range.lowerBound..<segments[last].range.upperBound
      hits.removeAll(keepingCapacity: true)
      database.scan(UnsafeBufferPointer(rebasing: text[range]), &hits)
      var segment = first
      for hit in hits {
        let start = Int(hit.start) + range.lowerBound
        while segment < last, segments[segment].range.upperBound <= start { segment += 1 }
        for entry in byLiteral[Int(hit.literal)] {
          check(entry, text, start, segment, segments[segment].range, &found, language)
        }
      }
    }
  }

  @inline(__always)
  private func check(
    _ index: Int32, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ segment: Int, _ range: Range<Int>,
    _ found: inout Found, _ language: (Int) -> Int8
  ) {
    let quick = quick[Int(index)]
    let end = start + Int(quick.length)
    if quick.startsWord, start > range.lowerBound, isWordByte(text[start - 1]) { return }
    if quick.endsWord, end < range.upperBound, isWordByte(text[end]) { return }
    let spoken = language(segment)
    guard quick.language == -1 || spoken == -1 || quick.language == spoken else { return }
    let entry = entries[Int(index)]
    guard let match = entry.pattern.match(in: text, anchorAt: start, within: range) else { return }
    let mention = Mention(
      concept: entry.concept, segment: Int32(segment), start: Int32(match.lowerBound),
      end: Int32(match.upperBound), entry: index)
    if entry.cancels { found.cancelling.append(mention) } else { found.named.append(mention) }
  }
}

/// What a scan found, before false friends are taken out.
private struct Found {
  var named: [Mention] = []
  var cancelling: [Mention] = []

  /// The mentions by position: without those that a false friend of the same concept overlaps, and each once.
  func mentions() -> [Mention] {
    var mentions = named
    if !cancelling.isEmpty {
      let byConcept = Dictionary(grouping: cancelling, by: \.concept)
      mentions.removeAll { mention in
        byConcept[mention.concept]?.contains { $0.start < mention.end && mention.start < $0.end } ?? false
      }
    }
    mentions.sort(by: Mention.isBefore)
    var last: Mention?
    mentions.removeAll { mention in
      defer { last = mention }
      return last.map { $0.start == mention.start && $0.concept == mention.concept && $0.end == mention.end }
        ?? false
    }
    return mentions
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
  /// Position of its term in its vocabulary.
  var entry: Int32

  /// The order in the text.
  static func isBefore(_ left: Mention, _ right: Mention) -> Bool {
    (left.start, left.concept, left.end) < (right.start, right.concept, right.end)
  }
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
