import Synchronization
import Tenders

/// The compiled terms of a rule set: what turns text into mentions. Made once, used by every worker.
final class Lexicon: Sendable {
  let rules: RuleSet
  private let cache: LexiconCache?
  /// Vocabularies that were needed so far. A text is scanned for the terms of its own language only.
  private let vocabularies = Mutex<[Vocabulary.Key: Result<Vocabulary, TermDatabaseError>]>([:])
  private let words: EverydayWords
  private let languageIDs: [String: Int8]

  /// A lexicon of these rules; `cache` may hold the compiled form of the same rules.
  init(rules: RuleSet, cache: LexiconCache?) throws(TermDatabaseError) {
    self.rules = rules
    self.cache = cache
    languageIDs = Dictionary(
      rules.languages.enumerated().map { ($1.id, Int8($0)) }, uniquingKeysWith: { first, _ in first })
    words = EverydayWords(rules.languages)
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
      vocabulary.scan(folded, first...last, &found, isExactly)
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
    words.count(text, range, &counts)
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

  /// The language of most everyday words when it is one of these, and has at least a twelfth of the text's words.
  func likeliest(among languages: Set<Int8>) -> Int8? {
    guard let best = hits.indices.max(by: { hits[$0] < hits[$1] }), languages.contains(Int8(best)) else {
      return nil
    }
    return hits[best] * 12 >= words ? Int8(best) : nil
  }

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
