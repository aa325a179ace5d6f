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
    /// The part of the grammar that names documents: looked for where nothing else of it is.
    case documentNames
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
  /// For each literal of the database the first of its entries, and the end of the last one's.
  private let firstEntries: [Int32]
  private let entries: [Entry]
  private let exactForms: [String]

  /// A term whose anchor is the literal.
  private struct Entry: Sendable, BitwiseCopyable {
    var concept: Int32
    /// 1 for a false friend.
    var cancels: Int32
    /// Bytes of the literal before the anchor.
    var padding: Int32
    var program: TermCode.Program
    /// Position in `exactForms`, -1 for none.
    var exact: Int32
  }

  /// Compiles the terms of these rules, or loads what was compiled of them before.
  init(
    _ key: Key, of rules: RuleSet, languages: [String: Int8], _ cache: LexiconCache?
  ) throws(TermDatabaseError) {
    let name = "\(key.kind.rawValue)-\(key.language)-\(rules.identity.sha256)-\(TermDatabase.version)"
    if let bytes = cache?.load(name), let packed = Self(packed: bytes, concepts: rules.concepts.count) {
      self = packed
      return
    }
    try self.init(key, of: rules, languages: languages)
    if let cache, let bytes = packed { cache.store(name, bytes) }
  }

  private init(_ key: Key, of rules: RuleSet, languages: [String: Int8]) throws(TermDatabaseError) {
    var byLiteral: [[UInt8]: [Entry]] = [:]
    var literals: [[UInt8]] = []
    var code = TermCode()
    var exactForms: [String] = []
    for (position, concept) in rules.concepts.enumerated()
    where rules.holds(position, key.kind) {
      for term in concept.terms {
        if key.language >= 0, let spoken = term.language, languages[spoken] != key.language { continue }
        for pattern in try Self.patterns(of: term) {
          let literal = pattern.anchorBytes
          if byLiteral[literal] == nil { literals.append(literal) }
          if let exact = pattern.exact { exactForms.append(exact) }
          byLiteral[literal, default: []].append(
            Entry(
              concept: Int32(position), cancels: term.cancels ? 1 : 0, padding: pattern.isAnchorFirst ? 1 : 0,
              program: code.add(pattern), exact: pattern.exact == nil ? -1 : Int32(exactForms.count - 1)))
        }
      }
    }
    var entries: [Entry] = []
    var firstEntries: [Int32] = [0]
    for literal in literals {
      entries += byLiteral[literal] ?? []
      firstEntries.append(Int32(entries.count))
    }
    self.entries = entries
    self.firstEntries = firstEntries
    self.code = code
    self.exactForms = exactForms
    database = try TermDatabase(literals: literals)
  }

  private static func patterns(of term: Concept.Term) throws(TermDatabaseError) -> [TermPattern] {
    do throws(TermError) {
      return try TermPattern.parse(term.written)
    } catch {
      throw TermDatabaseError(message: "'\(term.written)': \(error.message)")
    }
  }

  // MARK: Compiled form

  private init?(packed bytes: [UInt8], concepts: Int) {
    var reader = PackedBytes(bytes)
    guard let firstEntries = reader.array(of: Int32.self), let entries = reader.array(of: Entry.self),
      let operations = reader.array(of: TermCode.Operation.self), let literals = reader.array(of: UInt8.self),
      let forms = reader.array(of: UInt8.self), let lengths = reader.array(of: Int32.self),
      let serialized = reader.array(of: UInt8.self),
      let code = TermCode(operations: operations, bytes: literals)
    else { return nil }
    exactForms = forms.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    // A damaged file must not lead outside.
    let count = exactForms.count
    let isSound =
      lengths.allSatisfy { $0 > 0 } && firstEntries.count == lengths.count + 1
      && firstEntries.last == Int32(entries.count)
      && zip(firstEntries, firstEntries.dropFirst()).allSatisfy { $0 >= 0 && $0 <= $1 }
      && entries.allSatisfy { entry in
        entry.padding >> 1 == 0 && entry.concept >= 0 && entry.concept < concepts && entry.exact < count
          && code.holds(entry.program)
      }
    guard isSound, let database = TermDatabase(serialized: serialized, lengths: lengths) else { return nil }
    self.firstEntries = firstEntries
    self.entries = entries
    self.code = code
    self.database = database
  }

  /// The compiled form, for a cache of this very build.
  private var packed: [UInt8]? {
    guard let serialized = database.serialized else { return nil }
    var writer = PackedBytes([])
    writer.append(firstEntries)
    writer.append(entries)
    writer.append(code.operations)
    writer.append(code.bytes)
    writer.append(Array(exactForms.joined(separator: "\0").utf8))
    writer.append(database.lengths)
    writer.append(serialized)
    return writer.bytes
  }

  // MARK: Scan

  /// Looks for the terms in neighbouring segments.
  func scan(
    _ folded: FoldedText, _ wanted: ClosedRange<Int>, _ found: inout Found,
    _ isExactly: (Mention, String) -> Bool
  ) {
    let segments = folded.segments
    let range = segments[wanted.lowerBound].range.lowerBound..<segments[wanted.upperBound].range.upperBound
    guard !range.isEmpty else { return }
    var hits: [TermDatabase.Hit] = []
    // With the space before and the one behind.
    folded.spaced.withUnsafeBufferPointer { spaced in
      database.scan(UnsafeBufferPointer(rebasing: spaced[range.lowerBound..<range.upperBound + 2]), &hits)
    }
    guard !hits.isEmpty else { return }
    folded.bytes.withUnsafeBufferPointer { text in
      segments.withUnsafeBufferPointer { segments in
        entries.withUnsafeBufferPointer { entries in
          code.withMatcher(text) { matcher in
            var segment = wanted.lowerBound
            for hit in hits {
              let literal = Int(hit.literal)
              for index in Int(firstEntries[literal])..<Int(firstEntries[literal + 1]) {
                let entry = entries[index]
                let start = Int(hit.start + entry.padding) + range.lowerBound - 1
                while segment < wanted.upperBound, segments[segment].range.upperBound <= start {
                  segment += 1
                }
                let within = segments[segment].range
                guard let match = matcher.match(entry.program, anchorAt: start, within: within) else {
                  continue
                }
                let mention = Mention(
                  concept: entry.concept, segment: Int32(segment), start: Int32(match.lowerBound),
                  end: Int32(match.upperBound))
                if entry.exact >= 0, !isExactly(mention, exactForms[Int(entry.exact)]) { continue }
                if entry.cancels == 1 {
                  found.cancelling.append(mention)
                } else {
                  found.named.append(mention)
                }
              }
            }
          }
        }
      }
    }
  }
}

/// Arrays of plain values, one after the other as bare bytes, each with its length: a form for a cache on one machine.
private struct PackedBytes {
  private(set) var bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func append<Value: BitwiseCopyable>(_ values: [Value]) {
    values.withUnsafeBytes { raw in
      withUnsafeBytes(of: Int64(raw.count)) { bytes += $0 }
      bytes += raw
    }
  }

  /// The next array; nil when it is not there whole.
  mutating func array<Value: BitwiseCopyable>(of: Value.Type) -> [Value]? {
    bytes.withUnsafeBytes { raw -> [Value]? in
      guard raw.count - position >= 8 else { return nil }
      let size = Int(raw.loadUnaligned(fromByteOffset: position, as: Int64.self))
      let stride = MemoryLayout<Value>.stride
      guard size >= 0, size % stride == 0, size <= raw.count - position - 8 else { return nil }
      let part = UnsafeRawBufferPointer(rebasing: raw[(position + 8)..<(position + 8 + size)])
      position += 8 + size
      return [Value](unsafeUninitializedCapacity: size / stride) { buffer, count in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: part)
        count = size / stride
      }
    }
  }
}
