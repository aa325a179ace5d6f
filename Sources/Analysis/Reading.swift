import Tenders

/// A tender's texts with everything that was found in them, step by step: mentions, then statements.
final class Reading {
  let file: TenderFile
  let lexicon: Lexicon
  let rules: RuleSet
  let folded: FoldedText
  /// The language of each segment, by position in `RuleSet.languages`; negative when unknown or without rules.
  private(set) var languages: [Int8] = []
  private(set) var mentions: [Mention] = []
  /// The mentions of each segment.
  private(set) var bySegment: [Range<Int>] = []
  /// The first segment of each text.
  private(set) var firstSegment: [Int] = []
  /// The role of each text, by its name and its first headings.
  private(set) var roles: [DocumentRole] = []
  /// For each segment the document, or part of one, in which it stands.
  private var parts: [(part: Int, role: DocumentRole)] = []
  /// Texts in a language that no rules exist for.
  private(set) var foreign: Set<Int> = []
  private(set) var statements: [Statement] = []
  /// What the names of the documents tell, worked out when it is first asked.
  private(set) lazy var documentNames = DocumentNames(self)
  /// For each text of which a quote was asked the scalars before each of its blocks.
  var scalarCounts: [Int: [Int]] = [:]
  /// What the documents say of the award of each lot.
  private(set) var awards: [DocumentAward?] = []
  /// For each text the segments of its numbered clauses.
  private var numbered: [[[UInt8]: Int]] = []
  /// Segments that are read sentence by sentence.
  private var isRead: [Bool] = []
  /// Segments that are title or description of what is bought; in documents headings and first lines.
  private var isSubject: [Bool] = []

  init(_ file: TenderFile, _ lexicon: Lexicon) {
    self.file = file
    self.lexicon = lexicon
    rules = lexicon.rules
    let declared = Self.languages(of: file, lexicon)
    // What nobody can judge here need not be read to its end.
    folded = FoldedText(file.texts) { passage, start in
      declared[passage] == -2 && lexicon.language(beginning: start) == nil
    }
    languages = declared
    locate()
    findMentions()
    assignRoles()
    numberClauses()
    awards = AwardReader(self).awards()
    makeStatements()
  }

  // MARK: Text

  private func locate() {
    var first = 0
    for text in file.texts {
      firstSegment.append(first)
      first += text.passages.count
    }
    recogniseLanguages()
  }

  /// The declared language of each passage of each text.
  private static func languages(of file: TenderFile, _ lexicon: Lexicon) -> [Int8] {
    // Passages of a text are mostly in one language, so the last answer is mostly the next one too.
    var last: (language: String?, position: Int8) = (nil, -1)
    var languages: [Int8] = []
    for text in file.texts {
      for index in text.passages.indices {
        if text.passages[index].language != last.language {
          let language = text.passages[index].language
          last = (language, lexicon.position(of: language))
        }
        languages.append(last.position)
      }
    }
    return languages
  }

  func passage(_ segment: FoldedText.Segment) -> Passage {
    file.texts[Int(segment.text)].passages[Int(segment.passage)]
  }

  func passage(_ segment: Int) -> Passage { passage(folded.segments[segment]) }

  func text(_ segment: Int) -> Int { Int(folded.segments[segment].text) }

  /// The segment of a passage of the same text.
  func segment(of passage: Int32, in text: Int) -> Int { firstSegment[text] + Int(passage) }

  private func segments(of text: Int) -> Range<Int> {
    firstSegment[text]..<(text + 1 < firstSegment.count ? firstSegment[text + 1] : folded.segments.count)
  }

  /// Documents do not declare their language: each passage is known by its words, or else by its document. A terse
  /// document has few everyday words; it is then in the language of another one of the tender, if those few are.
  private func recogniseLanguages() {
    let documents = file.texts.indices.filter { file.texts[$0].role != .notice }
    folded.bytes.withUnsafeBufferPointer { bytes in
      let counts = documents.map { text in
        var whole = WordCount(languages: rules.languages.count)
        for segment in segments(of: text) { lexicon.count(bytes, folded.segments[segment].range, &whole) }
        return whole
      }
      let clear = counts.map { $0.clearest(minimum: 8) }
      for (index, text) in documents.enumerated() {
        let main = clear[index] ?? counts[index].likeliest(among: Set(clear.compactMap { $0 }))
        if main == nil, counts[index].words >= 60 { foreign.insert(text) }
        for segment in segments(of: text) where languages[segment] == -1 {
          languages[segment] = lexicon.language(of: bytes, folded.segments[segment].range) ?? main ?? -1
        }
      }
    }
  }

  // MARK: Mentions

  private func findMentions() {
    lexicon.correct(&languages, in: folded)
    mentions = lexicon.mentions(.topics, in: folded, languages.indices, languages, isExactly: isExactly)
    findSubjects()
    add(.subjects, in: isSubject.indices.filter { isSubject[$0] })
    let read = segments { rules.canFind(in: $0, $1) }
    add(.company, in: read)
    add(.grammar, in: read)
    isRead = Array(repeating: false, count: folded.segments.count)
    for segment in read { isRead[segment] = true }
    var next = 0
    bySegment = folded.segments.indices.map { segment in
      let first = next
      while next < mentions.count, mentions[next].segment == segment { next += 1 }
      return first..<next
    }
  }

  /// Whether a segment is read sentence by sentence.
  func isRead(_ segment: Int) -> Bool { isRead[segment] }

  /// Title and description of what is bought; in documents their headings and first lines.
  func isSubject(_ segment: Int) -> Bool { isSubject[segment] }

  private func findSubjects() {
    isSubject.reserveCapacity(folded.segments.count)
    for text in file.texts {
      let isNotice = text.role == .notice
      // Field by field: a passage as a whole is costly to hand around.
      for index in text.passages.indices {
        let form = text.passages[index].form
        if isNotice {
          isSubject.append(form == .title || text.passages[index].isDescription)
        } else {
          isSubject.append(form == .heading || (text.passages[index].paragraph ?? 0) <= firstLines)
        }
      }
    }
  }

  private func add(_ kind: Vocabulary.Kind, in segments: [Int]) {
    guard !segments.isEmpty else { return }
    mentions += lexicon.mentions(kind, in: folded, segments, languages, isExactly: isExactly)
    mentions.sort(by: Mention.isBefore)
  }

  /// All segments of the documents, and those sections of a notice whose concepts so far are worth reading on.
  private func segments(where isWorth: (_ passage: ConceptSet, _ section: ConceptSet) -> Bool) -> [Int] {
    var wanted: [Int] = []
    var next = 0
    for text in file.texts.indices {
      let segments = segments(of: text)
      guard file.texts[text].role == .notice else {
        wanted += segments
        continue
      }
      // The passages of a section are neighbours.
      let all = file.texts[text].passages
      var first = segments.lowerBound
      while first < segments.upperBound {
        let section = all[first - segments.lowerBound].section
        var end = first + 1
        while end < segments.upperBound, all[end - segments.lowerBound].section == section {
          end += 1
        }
        var passages: [ConceptSet] = []
        var whole = ConceptSet()
        var last: Int32 = -1
        while next < mentions.count, mentions[next].segment < end {
          let counts = rules.concepts[Int(mentions[next].concept)].counts
          if mentions[next].segment == last {
            passages[passages.count - 1].formUnion(counts)
          } else {
            passages.append(counts)
            last = mentions[next].segment
          }
          whole.formUnion(counts)
          next += 1
        }
        if passages.contains(where: { isWorth($0, whole) }) { wanted += first..<end }
        first = end
      }
    }
    return wanted
  }

  /// Compares the source's own characters with a term written with `=`; `*` stands for any letters at its ends.
  func isExactly(_ mention: Mention, _ exact: String) -> Bool {
    let source = sourceText(Int(mention.start)..<Int(mention.end), in: Int(mention.segment))
    let plain = exact.filter { $0 != "*" }
    if exact.hasSuffix("*") { return source.hasPrefix(plain) }
    if exact.hasPrefix("*") { return source.hasSuffix(plain) }
    return source.split(whereSeparator: \.isWhitespace).joined(separator: " ") == plain
  }

  /// The bytes of the source from which a range of folded text came.
  func sourceRange(_ range: Range<Int>, in segment: Int) -> Range<Int> {
    let start = folded.origin(range.lowerBound)
    // The first byte that comes from behind the range, so that combining marks stay with their letter.
    var end = folded.origin(range.upperBound)
    let last = folded.origin(max(range.lowerBound, range.upperBound - 1))
    if end <= last { end = last + 1 }
    let bytes = file.texts[text(segment)].text
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  func sourceText(_ range: Range<Int>, in segment: Int) -> String {
    let bytes = file.texts[text(segment)].text
    return bytes.withUnsafeBufferPointer {
      String(decoding: $0[sourceRange(range, in: segment)], as: UTF8.self)
    }
  }

  func signal(_ mention: Mention) -> Signal? { rules.concepts[Int(mention.concept)].signal }

  private func mentions(_ segment: Int) -> ArraySlice<Mention> { mentions[bySegment[segment]] }

  /// The concepts of a whole passage, with those that include them.
  func concepts(_ segment: Int) -> ConceptSet {
    var set = ConceptSet()
    for mention in mentions(segment) { set.formUnion(rules.concepts[Int(mention.concept)].counts) }
    return set
  }

  // MARK: Roles

  private func assignRoles() {
    for (position, text) in file.texts.enumerated() {
      let known = text.role == .other ? role(named: text.name) : text.role
      guard known == nil else {
        roles.append(known ?? .other)
        startPart(of: segments(of: position), known ?? .other)
        continue
      }
      assignParts(of: position)
    }
  }

  /// The name of a document says nothing: its first lines do, and so do the titles of documents that were joined in it.
  private func assignParts(of text: Int) {
    let segments = segments(of: text)
    let first = segments.prefix(6).lazy.compactMap { segment in
      self.mentions(segment).lazy.compactMap { self.signal($0)?.role }.first
    }.first
    var role = first ?? .other
    var start = segments.lowerBound
    var found: Set<DocumentRole> = []
    for segment in segments {
      guard let title = roleOfTitle(segment), title != role else { continue }
      if segment > start {
        found.insert(role)
        startPart(of: start..<segment, role)
      }
      start = segment
      role = title
    }
    found.insert(role)
    // A notice is short: what goes on has more joined to it.
    if found == [.notice], segments.count > longestNotice { role = .other }
    startPart(of: start..<segments.upperBound, role)
    roles.append(found.count == 1 ? role : .other)
  }

  /// The role that a title names with its first words: a heading without a number.
  private func roleOfTitle(_ segment: Int) -> DocumentRole? {
    let passage = passage(segment)
    guard passage.form == .heading, passage.number == nil else { return nil }
    let start = folded.segments[segment].range.lowerBound
    return mentions(segment).lazy.filter { Int($0.start) <= start + titleBytes }
      .compactMap { self.signal($0)?.role }.first
  }

  private func startPart(of segments: Range<Int>, _ role: DocumentRole) {
    let part = (parts.last?.part ?? -1) + 1
    for _ in segments { parts.append((part, role)) }
  }

  /// The role of the document in which a segment stands, or of its part where several were joined in one file.
  func role(at segment: Int) -> DocumentRole { parts[segment].role }

  /// Counts documents, and parts of those that several were joined in.
  func part(at segment: Int) -> Int { parts[segment].part }

  func role(named name: String) -> DocumentRole? {
    let words = FoldedText(String(name.map { $0 == "_" || $0 == "." ? " " : $0 }))
    let found = lexicon.mentions(.documentNames, in: words, [0], [-1]).compactMap { signal($0)?.role }
    // A corrected notice corrects; "Annex 3 draft contract" is a contract: the specific role wins.
    if found.first == .notice, found.contains(.rectification) { return .rectification }
    return found.first { $0 != .annex } ?? found.first
  }

  // MARK: Clauses

  private func numberClauses() {
    numbered = file.texts.indices.map { text in
      var found: [[UInt8]: Int] = [:]
      guard file.texts[text].role != .notice else { return found }
      for segment in segments(of: text) {
        guard let number = clauseNumber(of: segment), found[number] == nil else { continue }
        found[number] = segment
      }
      return found
    }
  }

  /// The number of the clause that a passage is or stands in: `3.4.4`, or `2.8.b` for an item of clause 2.8.
  func clauseNumber(of segment: Int, own isOwn: Bool = true) -> [UInt8]? {
    let passage = passage(segment)
    let bytes = file.texts[text(segment)].text
    if let own = passage.number {
      return bytes[own].split(separator: 0x20).last.map {
        $0.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      }
    }
    let above = passage.leadIn ?? passage.headings.last
    let outer = above.flatMap { clauseNumber(of: self.segment(of: $0, in: text(segment)), own: false) }
    guard let letter = itemLetter(bytes[passage.range].prefix(4)) else { return isOwn ? nil : outer }
    return outer.map { $0 + [0x2E, letter] }
  }

  /// The letter of an item `b)`, `(b)` or `b.`.
  private func itemLetter(_ start: ArraySlice<UInt8>) -> UInt8? {
    let mark = start.drop { $0 == 0x28 }
    guard let letter = mark.first, (0x61...0x7A).contains(letter), let close = mark.dropFirst().first,
      close == 0x29 || close == 0x2E
    else { return nil }
    return letter
  }

  /// The clause numbers that a sentence names: `3.4.4`, `2.8(b)` and `e-06` anywhere, and `5`, `5 b` or `III` behind a
  /// word for a clause.
  func clauseNumbers(in range: Range<Int>, of segment: Int) -> [[UInt8]] {
    let named = mentions[bySegment[segment]].filter { signal($0) == .clause }.map { Int($0.end) }
    var found: [[UInt8]] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      let word = clauseWord(at: &index, range.upperBound)
      guard let first = word.first else { continue }
      let isBehindWord = named.contains { $0 < start && start - $0 <= 2 }
      let isNumber = word.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
      let isCoded = !isNumber && isClauseCode(word)
      let isRoman = word.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
      if isNumber, first != 0x2E, word.contains(0x2E) || (isBehindWord && word.count <= 3) {
        var number = word
        if index + 2 < range.upperBound, folded.bytes[index] == 0x28, folded.bytes[index + 2] == 0x29 {
          number += [0x2E, folded.bytes[index + 1]]
        } else if isBehindWord, let letter = singleLetter(at: index, range.upperBound) {
          number += [0x2E, letter]
        }
        found.append(number)
      } else if isCoded {
        found.append(word)
      } else if isRoman, isBehindWord {
        found.append(word)
      }
    }
    return found
  }

  /// The next word with its points, without a sign such as § before it; empty where no word stands.
  private func clauseWord(at index: inout Int, _ end: Int) -> [UInt8] {
    let bytes = folded.bytes
    guard isWordByte(bytes[index]) else {
      index += 1
      return []
    }
    var word: [UInt8] = []
    while index < end,
      isWordByte(bytes[index]) || ((bytes[index] == 0x2E || bytes[index] == 0x2D) && !word.isEmpty)
    {
      if bytes[index] < 0x80 { word.append(bytes[index]) }
      index += 1
    }
    while word.last == 0x2E || word.last == 0x2D { word.removeLast() }
    return word
  }

  /// A code such as `e-06` or `g3.2`: up to four letters, then digits, and a clause of some text has it.
  func isClauseCode(_ word: [UInt8]) -> Bool {
    let letters = word.prefix { (0x61...0x7A).contains($0) }.count
    guard (1...4).contains(letters), word.count > letters else { return false }
    let rest = word[letters...].drop { $0 == 0x2D }
    guard !rest.isEmpty, rest.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else { return false }
    return numbered.contains { $0[word] != nil }
  }

  /// The letter of an item behind a clause number: `5 b`.
  private func singleLetter(at index: Int, _ end: Int) -> UInt8? {
    guard index + 1 < end, folded.bytes[index] == 0x20 else { return nil }
    let letter = folded.bytes[index + 1]
    guard (0x61...0x7A).contains(letter) else { return nil }
    return index + 2 >= end || !isWordByte(folded.bytes[index + 2]) ? letter : nil
  }

  /// The concepts of the clauses of the same text that a sentence refers to, with their headings.
  func clauses(namedIn sentence: Range<Int>, of segment: Int) -> [ConceptSet] {
    let text = text(segment)
    guard file.texts[text].role != .notice else { return [] }
    let own = clauseNumber(of: segment)
    return clauseNumbers(in: sentence, of: segment).compactMap { number in
      guard number != own, let clause = numbered[text][number] else { return nil }
      var set = concepts(clause)
      for above in passage(clause).headings.suffix(1) {
        set.formUnion(concepts(self.segment(of: above, in: text)))
      }
      return set
    }
  }

  // MARK: Statements

  private func makeStatements() {
    var made: [Statement] = []
    let scored = ScoredSections(self)
    var notChosen: Set<Int> = []
    for text in file.texts.indices where file.texts[text].role != .notice {
      notChosen.formUnion(openBoxes(of: text))
    }
    for segment in folded.segments.indices where isRead[segment] && !bySegment[segment].isEmpty {
      guard languages[segment] >= -1, !passage(segment).isStruck, !notChosen.contains(segment) else {
        continue
      }
      let counts = mentions(segment).contains { mention in
        switch signal(mention) {
        case nil, .withdrawal, .refusal, .agreement: true
        default: false
        }
      }
      if counts { StatementBuilder(self, segment, scored).build(into: &made) }
    }
    statements = made
  }
}

/// Passages that a notice written as text may have.
private let longestNotice = 30

/// Folded bytes at the start of a title in which it says what it is the title of.
private let titleBytes = 30

/// Paragraphs at the start of a document that say what it is about.
private let firstLines: Int32 = 6
