import Tenders

/// A sentence, list item or table row: what it is about, how binding it is, and who bears it.
struct Statement {
  var segment: Int
  /// Folded bytes.
  var range: Range<Int>
  /// Positions in `Reading.mentions`.
  var mentions: Range<Int>
  /// The concepts named in it, with those that include them.
  var concepts: ConceptSet
  /// Concepts of the headings above it and of the line that introduces its list.
  var heading: ConceptSet
  /// Concepts of what stands around it in the same clause.
  var near: ConceptSet
  var force: Force
  var bearer: Bearer
  var stage: Stage?
  var isDefinition: Bool
  var isConditional: Bool
  /// True when force or bearer were taken from what introduces it.
  var isInherited: Bool
  var form: Passage.Form
}

/// Cuts a passage into statements and works out what each says.
struct StatementBuilder {
  private let reading: Reading
  private let segment: Int
  private let passage: Passage
  private let text: Int
  private let scored: ScoredSections

  init(_ reading: Reading, _ segment: Int, _ scored: ScoredSections? = nil) {
    self.reading = reading
    self.segment = segment
    self.scored = scored ?? ScoredSections(reading)
    passage = reading.passage(segment)
    text = reading.text(segment)
  }

  func build(into statements: inout [Statement]) {
    var heading = ConceptSet()
    for above in passage.headings {
      heading.formUnion(reading.concepts(reading.segment(of: above, in: text)))
    }
    if let leadIn = passage.leadIn {
      heading.formUnion(reading.concepts(reading.segment(of: leadIn, in: text)))
    }
    let near = nearConcepts()
    var passageForm = form
    let bytes = reading.folded.bytes
    var previous: Statement?
    for sentence in sentences() {
      let mentions = self.mentions(in: sentence)
      // Question and answer may stand in one paragraph: from the word for the answer on it is the answer.
      if passageForm == .question, begins(sentence, with: .answer, mentions) { passageForm = .answer }
      guard !mentions.isEmpty else { continue }
      // What is asked is no demand, whoever asks it, but where the answer is scored.
      let isQuestion =
        bytes[sentence.upperBound - 1] == 0x3F && passageForm != .criterion && !scored.explains(introduction)
      let form = isQuestion ? .question : passageForm
      var statement = Statement(
        segment: segment, range: sentence, mentions: mentions, concepts: concepts(mentions), heading: heading,
        near: near, force: .mention, bearer: .unstated, stage: nil, isDefinition: false, isConditional: false,
        isInherited: false, form: form)
      for clause in reading.clauses(namedIn: sentence, of: segment) { statement.near.formUnion(clause) }
      read(&statement, previous, statements)
      previous = statement
      statements.append(statement)
    }
  }

  private func concepts(_ mentions: Range<Int>) -> ConceptSet {
    var set = ConceptSet()
    for mention in reading.mentions[mentions] {
      set.formUnion(reading.rules.concepts[Int(mention.concept)].counts)
    }
    return set
  }

  /// The concepts of the same clause: the passages before it in its section, and the one behind it.
  private func nearConcepts() -> ConceptSet {
    var set = reading.concepts(segment)
    let passages = reading.file.texts[text].passages
    let here = segment - reading.firstSegment[text]
    var steps = 0
    var index = here - 1
    while index >= 0, steps < reach, passages[index].section == passage.section {
      set.formUnion(reading.concepts(reading.segment(of: Int32(index), in: text)))
      index -= 1
      steps += 1
    }
    if here + 1 < passages.count, passages[here + 1].section == passage.section {
      set.formUnion(reading.concepts(reading.segment(of: Int32(here + 1), in: text)))
    }
    return set
  }

  private func mentions(in range: Range<Int>) -> Range<Int> {
    let all = reading.bySegment[segment]
    let first = all.first { Int(reading.mentions[$0].start) >= range.lowerBound } ?? all.upperBound
    let last = all[first...].first { Int(reading.mentions[$0].start) >= range.upperBound } ?? all.upperBound
    return first..<last
  }

  // MARK: Form

  /// Whether a sentence begins with a signal, behind at most a number.
  private func begins(_ sentence: Range<Int>, with signal: Signal, _ mentions: Range<Int>) -> Bool {
    reading.mentions[mentions].contains {
      reading.signal($0) == signal && Int($0.start) < sentence.lowerBound + 6
    }
  }

  /// Questions and answers are known by the word with which they start.
  private var form: Passage.Form {
    guard passage.form == .paragraph || passage.form == .listItem else { return passage.form }
    guard let first = reading.mentions[reading.bySegment[segment]].first else { return passage.form }
    let start = reading.folded.segments[segment].range.lowerBound
    guard Int(first.start) < start + 6 else { return passage.form }
    switch reading.signal(first) {
    case .question: return .question
    case .answer: return .answer
    default: return passage.form
    }
  }

  // MARK: Sentences

  func sentences() -> [Range<Int>] {
    let range = reading.folded.segments[segment].range
    let bytes = reading.folded.bytes
    let language = reading.languages[segment]
    let spoken = language >= 0 ? reading.rules.languages[Int(language)] : nil
    var found: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let byte = bytes[index]
      let next = index + 1
      if byte == 0x2E || byte == 0x3F || byte == 0x21, next < range.upperBound, bytes[next] == 0x20,
        startsSentence(next + 1, range.upperBound),
        byte != 0x2E
          || !(isAbbreviation(endingAt: index, from: start, spoken) || isLeader(index, from: start))
      {
        found.append(start..<next)
        start = next + 1
        index = start
      } else {
        index = next
      }
    }
    if start < range.upperBound { found.append(start..<range.upperBound) }
    return found
  }

  /// True for the last of the dots that lead to a number: "Price ..... 50".
  private func isLeader(_ stop: Int, from start: Int) -> Bool {
    let bytes = reading.folded.bytes
    return stop - 2 >= start && bytes[stop - 1] == 0x2E && bytes[stop - 2] == 0x2E && stop + 2 < bytes.count
      && isDigit(bytes[stop + 2])
  }

  /// True when the source has a capital, a digit or a quote here.
  private func startsSentence(_ index: Int, _ end: Int) -> Bool {
    guard index < end else { return false }
    // An item within the paragraph: `b) …`.
    if index + 2 < end, reading.folded.bytes[index + 1] == 0x29, reading.folded.bytes[index + 2] == 0x20 {
      return true
    }
    let origin = reading.folded.origin(index)
    let byte = reading.file.texts[text].text[origin]
    return (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0xC3 || byte == 0x22
      || byte == 0x27 || byte == 0x28 || byte == 0x2D
  }

  private func isAbbreviation(endingAt stop: Int, from start: Int, _ language: Language?) -> Bool {
    let bytes = reading.folded.bytes
    var first = stop
    while first > start, bytes[first - 1] != 0x20, bytes[first - 1] != 0x28 { first -= 1 }
    let word = Array(bytes[first..<stop])
    // A single letter, or the number of a clause at its start.
    if word.count == 1, word[0] != 0x25, !(0x30...0x39).contains(word[0]) { return true }
    let isNumber = word.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    if isNumber, first == start || ((language?.writesOrdinalsWithStop ?? false) && word.count <= 2) {
      return true
    }
    return language?.abbreviations.contains(word) ?? false
  }

  // MARK: What it says

  private func read(_ statement: inout Statement, _ previous: Statement?, _ earlier: [Statement]) {
    var signals: Set<Signal> = []
    for mention in reading.mentions[statement.mentions] {
      if let signal = reading.signal(mention) { signals.insert(signal) }
    }
    statement.isDefinition = signals.contains(.definition) || isAmongDefinitions
    statement.isConditional = signals.contains(.condition)
    statement.bearer = bearer(statement, signals)
    statement.stage = stage(signals)
    // "He tells the buyer who the makers are": the subject is whoever the clause before named.
    if statement.bearer == .thirdParty || statement.bearer == .buyer, hasPronounAsSubject(statement) {
      if statement.bearer == .thirdParty { statement.bearer = .unstated }
      if let inherited = inheritedBearer(statement, previous, earlier) {
        statement.bearer = inherited
        statement.isInherited = true
      }
    }
    if statement.bearer == .unstated, let inherited = inheritedBearer(statement, previous, earlier) {
      statement.bearer = inherited
      statement.isInherited = true
    }
    statement.force = force(statement, signals)
    let takesForce =
      statement.force == .must && !signals.contains(.must)
      || statement.force == .mention && statement.bearer == .unstated && leadInForce == .must
    if takesForce, let inherited = leadInForce {
      statement.force = inherited
      statement.isInherited = true
    }
  }

  /// Under a heading, or behind a lead-in, that announces definitions.
  private var isAmongDefinitions: Bool {
    (passage.headings.suffix(1) + (passage.leadIn.map { [$0] } ?? [])).contains { above in
      let segment = reading.segment(of: above, in: text)
      return reading.mentions[reading.bySegment[segment]].contains { reading.signal($0) == .definition }
    }
  }

  private func bearer(_ statement: Statement, _ signals: Set<Signal>) -> Bearer {
    var bearers: [Bearer] = []
    let mentions = reading.mentions[statement.mentions]
    for mention in mentions {
      guard let bearer = reading.signal(mention)?.bearer else { continue }
      if !receives(mention, mentions) { bearers.append(bearer) }
    }
    guard let first = bearers.first else { return .unstated }
    // What the buyer weighs is asked of the tenderer.
    let weighs = (first == .buyer || first == .thirdParty) && scored.explains(introduction)
    if weighs || first == .buyer && signals.contains(.demand) {
      return bearers.first { $0 != .buyer } ?? .unstated
    }
    return first
  }

  /// An item takes its bearer from its lead-in, a sentence without one from the sentence before, and a clause that
  /// begins with a pronoun from the clause before.
  private func inheritedBearer(
    _ statement: Statement, _ previous: Statement?, _ earlier: [Statement]
  ) -> Bearer? {
    if let previous, previous.bearer != .unstated { return previous.bearer }
    if let leadIn = passage.leadIn {
      let above = reading.segment(of: leadIn, in: text)
      let known = earlier.last { $0.segment == above }?.bearer
      let bearer = known.flatMap { $0 == .unstated ? nil : $0 } ?? firstBearer(leadInMentions(leadIn))
      // "The buyer gives points for:" asks something of others; "of all that we buy from you, you will:" says of whom.
      return bearer == .buyer ? lastBearer(leadInMentions(leadIn)) : bearer
    }
    guard previous == nil, beginsWithPronoun(statement) else { return nil }
    var before = segment - 1
    while before >= reading.firstSegment[text], segment - before <= reach,
      reading.passage(before).section == passage.section
    {
      let known = earlier.last { $0.segment == before }?.bearer
      if let named = known.flatMap({ $0 == .unstated ? nil : $0 }) ?? firstBearer(reading.bySegment[before]) {
        return named
      }
      before -= 1
    }
    return nil
  }

  /// Begins with a pronoun that does not belong to a noun right behind it, as in "this buyer".
  private func hasPronounAsSubject(_ statement: Statement) -> Bool {
    guard beginsWithPronoun(statement) else { return false }
    let mentions = reading.mentions[statement.mentions]
    guard let pronoun = mentions.first(where: { reading.signal($0) == .pronoun }),
      let noun = mentions.first(where: { reading.signal($0)?.bearer != nil })
    else { return true }
    return noun.start > pronoun.end + 1
  }

  /// "He", "it": behind at most a clause number.
  private func beginsWithPronoun(_ statement: Statement) -> Bool {
    let start = passage.number.map { $0.upperBound - passage.range.lowerBound + 2 } ?? 0
    return reading.mentions[statement.mentions].contains {
      reading.signal($0) == .pronoun && Int($0.start) <= statement.range.lowerBound + start + 2
    }
  }

  /// A passage without a topic is no statement of its own; its bearer still counts.
  private func firstBearer(_ mentions: Range<Int>) -> Bearer? {
    reading.mentions[mentions].lazy.compactMap { reading.signal($0)?.bearer }.first
  }

  /// The last one who acts rather than receives, save the buyer.
  private func lastBearer(_ mentions: Range<Int>) -> Bearer? {
    let all = reading.mentions[mentions]
    return all.reversed().lazy.compactMap { mention -> Bearer? in
      guard let bearer = reading.signal(mention)?.bearer, bearer != .buyer, bearer != .thirdParty else {
        return nil
      }
      return receives(mention, all) ? nil : bearer
    }.first
  }

  /// Whether a bearer stands behind a word such as "to the".
  private func receives(_ mention: Mention, _ all: ArraySlice<Mention>) -> Bool {
    all.contains {
      reading.signal($0) == .recipient && $0.end <= mention.start && mention.start - $0.end <= 6
    }
  }

  /// The mentions of the sentence that leads into the list: the last one of its passage.
  private func leadInMentions(_ leadIn: Int32) -> Range<Int> {
    let builder = StatementBuilder(reading, reading.segment(of: leadIn, in: text), scored)
    return builder.sentences().last.map { builder.mentions(in: $0) } ?? 0..<0
  }

  /// "The contractor need not:" and "preferably:" say how all items of their list are meant.
  private var leadInForce: Force? {
    guard let leadIn = passage.leadIn else { return nil }
    let signals = reading.mentions[leadInMentions(leadIn)].compactMap { reading.signal($0) }
    let order: [(Signal, Force)] = [
      (.waived, .waived), (.must, .must), (.should, .should), (.may, .may), (.ambition, .ambition),
    ]
    return order.first { signals.contains($0.0) }?.1
  }

  private func force(_ statement: Statement, _ signals: Set<Signal>) -> Force {
    if signals.contains(.past) { return .mention }
    if signals.contains(.waived) { return .waived }
    if signals.contains(.must) { return .must }
    if signals.contains(.should) { return .should }
    if signals.contains(.may) { return .may }
    if signals.contains(.ambition) { return .ambition }
    switch statement.bearer {
    case .tenderer, .contractor, .subcontractor, .supplier: return .must
    case .buyer, .thirdParty: return .mention
    case .unstated: return statement.stage == nil ? .mention : .must
    }
  }

  /// The passage that says what this one is about: its lead-in in a list.
  private var introduction: Int { passage.leadIn.map { reading.segment(of: $0, in: text) } ?? segment }

  private func stage(_ signals: Set<Signal>) -> Stage? {
    if passage.form == .criterion { return .award }
    if let stage = passage.stage { return stage }
    for above in passage.headings.reversed() {
      let segment = reading.segment(of: above, in: text)
      if scored.explains(segment) { return .award }
      let stages = reading.mentions[reading.bySegment[segment]].compactMap { reading.signal($0)?.stage }
      if let stage = stages.first { return stage }
    }
    if signals.contains(.scored) || scored.explains(introduction) { return .award }
    switch reading.role(at: segment) {
    case .contract: return .performance
    case .specification: return .specification
    case .awardGuide: return .award
    default: return nil
    }
  }
}

/// Passages before a statement that belong to its context.
private let reach = 4

extension Signal {
  /// The bearer that this signal names.
  var bearer: Bearer? {
    switch self {
    case .tenderer: .tenderer
    case .contractor: .contractor
    case .subcontractor: .subcontractor
    case .supplier: .supplier
    case .buyer: .buyer
    case .thirdParty: .thirdParty
    default: nil
    }
  }
}
