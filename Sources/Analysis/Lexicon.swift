internal import Crypto
import Synchronization
import Tenders

/// The compiled terms of a rule set: what turns text into mentions. Made once, used by every worker.
final class Lexicon: Sendable {
  let rules: RuleSet
  private let cache: LexiconCache?
  /// Vocabularies that were needed so far. A text is scanned for the terms of its own language only.
  private let vocabularies = Mutex<[Vocabulary.Key: Result<Vocabulary, TermDatabaseError>]>([:])
  /// Languages by position in `rules.languages`, for each everyday word.
  private let words: [UInt64: UInt32]
  private let languageIDs: [String: Int8]

  /// A lexicon of these rules; `cache` may hold the compiled form of the same rules.
  init(rules: RuleSet, cache: LexiconCache?) throws(TermDatabaseError) {
    self.rules = rules
    self.cache = cache
    languageIDs = Dictionary(
      rules.languages.enumerated().map { ($1.id, Int8($0)) }, uniquingKeysWith: { first, _ in first })
    var words: [UInt64: UInt32] = [:]
    for (position, language) in rules.languages.enumerated() {
      for word in language.words { words[Self.hash(word), default: 0] |= 1 << UInt32(position) }
    }
    self.words = words
    // The terms of rules that are new here are all compiled now, so that a fault shows at once.
    let mark = "compiled-\(rules.identity.sha256)-\(TermDatabase.version)"
    if cache?.load(mark) == nil {
      for kind in Vocabulary.Kind.allCases { _ = try vocabulary(Vocabulary.Key(kind: kind, language: -1)) }
      cache?.store(mark, [])
    }
  }

  /// The vocabulary for a language, made when it is first needed.
  private func vocabulary(_ key: Vocabulary.Key) throws(TermDatabaseError) -> Vocabulary {
    try vocabularies.withLock { made -> Result<Vocabulary, TermDatabaseError> in
      if let vocabulary = made[key] { return vocabulary }
      let result = Result { () throws(TermDatabaseError) in
        try Vocabulary(key, of: rules, languages: languageIDs, cache)
      }
      made[key] = result
      return result
    }.get()
  }

  // MARK: Mentions

  /// Puts right the language of segments that are declared in a language without rules (-2), where their first words
  /// are of a language with rules: the declaration may be wrong.
  func correct(_ languages: inout [Int8], in folded: FoldedText) {
    folded.bytes.withUnsafeBufferPointer { text in
      for segment in languages.indices where languages[segment] == -2 {
        let range = folded.segments[segment].range
        if let spoken = language(beginning: UnsafeBufferPointer(rebasing: text[range])) {
          languages[segment] = spoken
        }
      }
    }
  }

  /// The language of a passage by its first words, when there are enough of them to tell.
  func language(beginning text: UnsafeBufferPointer<UInt8>) -> Int8? {
    guard text.count >= Self.tellingBytes / 4 else { return nil }
    return language(of: text, 0..<min(text.count, Self.tellingBytes))
  }

  /// Folded bytes that are enough to tell a language.
  private static let tellingBytes = 240

  /// Every mention of these concepts in some segments, given in order; by position, false friends taken out.
  ///
  /// Runs of neighbouring segments of one language are scanned in one go.
  ///
  /// - Parameter languages: the language of each segment, by position in `rules.languages`; -1 when it is unknown, and
  ///   below that when it has no rules: such segments are left out.
  /// - Parameter isExactly: whether a mention has the very capitals and accents of a term written with `=`.
  func mentions(
    _ kind: Vocabulary.Kind, in folded: FoldedText, _ segments: some Collection<Int>, _ languages: [Int8],
    isExactly: (Mention, String) -> Bool = { _, _ in true }
  ) -> [Mention] {
    var found = Found()
    folded.bytes.withUnsafeBufferPointer { text in
      var index = segments.startIndex
      while index < segments.endIndex {
        let first = segments[index]
        var last = first
        index = segments.index(after: index)
        while index < segments.endIndex, segments[index] == last + 1,
          languages[segments[index]] == languages[first]
        {
          last += 1
          index = segments.index(after: index)
        }
        guard languages[first] >= -1,
          let vocabulary = try? vocabulary(Vocabulary.Key(kind: kind, language: languages[first]))
        else { continue }
        vocabulary.scan(text, folded.segments, first...last, &found, isExactly)
      }
    }
    return found.mentions()
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

/// The terms for one language, and of every language, with the database that finds them.
struct Vocabulary: Sendable {
  /// Which concepts it holds; each concept is in one kind.
  enum Kind: String, CaseIterable {
    /// What rules need, and product categories that any text may tell: looked for in every text.
    case topics
    /// What rules make exceptions for: looked for where a rule can hold.
    case company
    /// Product categories that the title and description tell.
    case subjects
    /// How sentences are meant: looked for where a rule can hold.
    case grammar
    /// Words in the names of buyers.
    case buyers
    /// Words of award criteria: looked for in documents.
    case award
  }

  struct Key: Hashable {
    var kind: Kind
    /// Position in `RuleSet.languages`; -1 for all languages together, where the language of a text is not known.
    var language: Int8
  }

  private let database: TermDatabase
  private let code: TermCode
  /// One for each literal of the database, by its number.
  private let entries: [Entry]

  private struct Entry: Sendable {
    var concept: Int32
    var cancels: Bool
    /// The anchor begins, or ends, a word and the term: most places fail on that.
    var startsWord: Bool
    var endsWord: Bool
    var length: Int32
    var program: TermCode.Program
    /// Position in `exactForms`, -1 for none.
    var exact: Int32
  }

  private let exactForms: [String]

  init(
    _ key: Key, of rules: RuleSet, languages: [String: Int8], _ cache: LexiconCache?
  ) throws(TermDatabaseError) {
    var literals: [[UInt8]] = []
    var entries: [Entry] = []
    var code = TermCode()
    var exactForms: [String] = []
    for (position, concept) in rules.concepts.enumerated()
    where rules.kind(of: position) == key.kind {
      for term in concept.terms {
        if key.language >= 0, let spoken = term.language, languages[spoken] != key.language { continue }
        for pattern in term.patterns {
          let literal = pattern.anchorBytes
          literals.append(literal)
          if let exact = pattern.exact { exactForms.append(exact) }
          entries.append(
            Entry(
              concept: Int32(position), cancels: term.cancels, startsWord: pattern.anchor == 0,
              endsWord: pattern.anchor == pattern.steps.count - 1, length: Int32(literal.count),
              program: code.add(pattern), exact: pattern.exact == nil ? -1 : Int32(exactForms.count - 1)))
        }
      }
    }
    self.entries = entries
    self.code = code
    self.exactForms = exactForms
    // The compiled form hangs on the literals, whatever rules and program they come from, and on Hyperscan.
    let digest = SHA256.hash(data: Array(literals.joined(separator: [0]))).map { String($0, radix: 16) }
      .joined()
    let name = "terms-\(digest)-\(TermDatabase.version)"
    if let bytes = cache?.load(name) {
      database = try TermDatabase(literals: literals, serialized: bytes)
    } else {
      database = try TermDatabase(literals: literals)
      if let cache, let bytes = database.serialized { cache.store(name, bytes) }
    }
  }

  /// Looks for the terms in neighbouring segments.
  func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ segments: [FoldedText.Segment], _ wanted: ClosedRange<Int>,
    _ found: inout Found, _ isExactly: (Mention, String) -> Bool
  ) {
    let range = segments[wanted.lowerBound].range.lowerBound..<segments[wanted.upperBound].range.upperBound
    guard !range.isEmpty else { return }
    var hits: [TermDatabase.Hit] = []
    database.scan(UnsafeBufferPointer(rebasing: text[range]), &hits)
    code.withMatcher(text) { matcher in
      segments.withUnsafeBufferPointer { segments in
        entries.withUnsafeBufferPointer { entries in
          var segment = wanted.lowerBound
          for hit in hits {
            let start = Int(hit.start) + range.lowerBound
            while segment < wanted.upperBound, segments[segment].range.upperBound <= start { segment += 1 }
            let within = segments[segment].range
            let entry = entries[Int(hit.literal)]
            let end = start + Int(entry.length)
            if entry.startsWord, start > within.lowerBound, isWordByte(text[start - 1]) { continue }
            if entry.endsWord, end < within.upperBound, isWordByte(text[end]) { continue }
            guard let match = matcher.match(entry.program, anchorAt: start, within: within) else { continue }
            let mention = Mention(
              concept: entry.concept, segment: Int32(segment), start: Int32(match.lowerBound),
              end: Int32(match.upperBound))
            if entry.exact >= 0, !isExactly(mention, exactForms[Int(entry.exact)]) { continue }
            if entry.cancels { found.cancelling.append(mention) } else { found.named.append(mention) }
          }
        }
      }
    }
  }
}

/// What a scan found, before false friends are taken out.
struct Found {
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
    var best = -1
    var second = 0
    for index in hits.indices {
      if best < 0 || hits[index] > hits[best] {
        second = best < 0 ? 0 : hits[best]
        best = index
      } else if hits[index] > second {
        second = hits[index]
      }
    }
    guard best >= 0, hits[best] >= minimum else { return nil }
    return hits[best] * 6 >= words && hits[best] * 2 >= second * 3 ? Int8(best) : nil
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
