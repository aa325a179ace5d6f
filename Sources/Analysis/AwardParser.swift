import Tenders

/// Reads the lines of one document that state weights: rows of tables, items of lists, sentences.
struct AwardParser {
  let reading: Reading
  /// The award words of the documents, by position.
  let mentions: [Mention]
  let text: Int

  /// Criteria that a list with leading dots may have: a table of contents is longer.
  private static let longestList = 12

  private(set) var lines: [AwardLine] = []
  private var header: AwardHeader?
  /// The first mention that may stand in the segment being read.
  private var next = 0
  /// A question of the market runs until its answer.
  private var isInQuestion = false
  /// The last heading speaks of price alone.
  private var pricing = false

  init(_ reading: Reading, _ mentions: [Mention], text: Int) {
    self.reading = reading
    self.mentions = mentions
    self.text = text
  }

  var bytes: [UInt8] { reading.folded.bytes }

  mutating func read() {
    let first = reading.firstSegment[text]
    while next < mentions.count, Int(mentions[next].segment) < first { next += 1 }
    for segment in first..<first + reading.file.texts[text].passages.count {
      var words: [AwardMention] = []
      while next < mentions.count, Int(mentions[next].segment) == segment {
        if let word = reading.rules.concepts[Int(mentions[next].concept)].award {
          words.append(
            AwardMention(word: word, start: Int(mentions[next].start), end: Int(mentions[next].end)))
        }
        next += 1
      }
      read(segment, words)
    }
  }

  // MARK: Lines

  private mutating func read(_ segment: Int, _ words: [AwardMention]) {
    let passage = reading.passage(segment)
    guard passage.form != .contents || isFalling(segment), !passage.isStruck else { return }
    let range = reading.folded.segments[segment].range
    guard !range.isEmpty else { return }
    var line = AwardLine(segment: segment, range: range)
    line.isHeading = passage.form == .heading
    line.stage = stage(of: segment)
    line.lots = lots(of: segment)
    if line.isHeading {
      let all = Set(words.map(\.word))
      pricing =
        !all.isDisjoint(with: [.price, .cost]) && all.isDisjoint(with: [.quality, .announce, .weight])
    } else {
      line.isUnderPrice = pricing
    }
    let holdsNumber =
      bytes[range].contains(where: isDigit)
      || words.contains { [.numeral, .share, .equal].contains($0.word) }
    if passage.form != .tableRow, !holdsNumber {
      line.words = Set(words.map(\.word))
      noteQuestion(segment, range)
      if !bytes[range].contains(0x3F) || line.isHeading { lines.append(line) }
      header = nil
      return
    }
    let physical = physicalLines(of: segment, range)
    if passage.form == .tableRow || physical.contains(where: { cells($0, segment).count > 1 }) {
      for part in physical { readRow(part, line, words) }
      return
    }
    header = nil
    for sentence in sentences(of: segment, words) {
      noteQuestion(segment, sentence)
      if bytes[sentence.upperBound - 1] == 0x3F || (isInQuestion && isQuestions) { continue }
      line.range = sentence
      let inside = AwardWords(words, in: sentence)
      line.words = inside.all
      line.entries = AwardSentence(reading, segment, sentence, inside, before: lines.last).entries()
      append(line, inside)
    }
  }

  /// True in a list with leading dots ("Price ..... 50") whose numbers fall, as those of pages never do.
  private func isFalling(_ segment: Int) -> Bool {
    let first = reading.firstSegment[text]
    let all = first..<first + reading.file.texts[text].passages.count
    func isContents(_ other: Int) -> Bool { reading.passage(other).form == .contents }
    var list = [segment]
    while let next = list.last.map({ $0 + 1 }), all.contains(next), isContents(next) { list.append(next) }
    while let last = list.first.map({ $0 - 1 }), all.contains(last), isContents(last) {
      list.insert(last, at: 0)
    }
    let entries = list.flatMap { physicalLines(of: $0, reading.folded.segments[$0].range) }
    let numbers = entries.compactMap {
      AwardNumber.value(bytes[$0].reversed().prefix(while: isDigit).reversed())
    }
    return entries.count <= Self.longestList && zip(numbers, numbers.dropFirst()).contains { $0 > $1 }
  }

  private mutating func append(_ line: AwardLine, _ words: AwardWords) {
    var line = line
    let first = line.entries.map(\.number.lowerBound).min() ?? line.range.upperBound
    line.lead =
      words.mentions.last { ($0.word == .announce || $0.word == .selection) && $0.start < first }?.word
    lines.append(line)
  }

  /// The sentences of a passage; "max." ends none before its number.
  private func sentences(of segment: Int, _ words: [AwardMention]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for sentence in StatementBuilder(reading, segment).sentences() {
      if let last = found.last, isDigit(bytes[sentence.lowerBound]),
        words.contains(where: {
          $0.word == .maximum && $0.end >= last.upperBound - 1 && $0.end <= last.upperBound
        })
      {
        found[found.count - 1] = last.lowerBound..<sentence.upperBound
      } else {
        found.append(sentence)
      }
    }
    return found
  }

  /// A question runs from its word until the word for the answer, or the next heading.
  private mutating func noteQuestion(_ segment: Int, _ range: Range<Int>) {
    if reading.passage(segment).form == .heading { isInQuestion = false }
    for mention in reading.mentions[reading.bySegment[segment]]
    where (range.lowerBound..<range.lowerBound + 6).contains(Int(mention.start)) {
      if reading.signal(mention) == .question { isInQuestion = true }
      if reading.signal(mention) == .answer { isInQuestion = false }
    }
  }

  private var isQuestions: Bool {
    let role = reading.roles[text]
    return role == .questionsAndAnswers || role == .rectification
  }

  private mutating func readRow(_ range: Range<Int>, _ line: AwardLine, _ words: [AwardMention]) {
    guard !range.isEmpty, bytes[range.upperBound - 1] != 0x3F else { return }
    var line = line
    line.range = range
    line.isRow = true
    let inside = AwardWords(words, in: range)
    line.words = inside.all
    let cells = cells(range, line.segment)
    var row = AwardRow(reading, line.segment, cells, inside)
    row.read(below: header)
    if let made = row.header(over: header, lots: lots) { header = made }
    line.entries = row.entries
    if cells.count > 1, line.entries.isEmpty || cells.contains(where: { inside.isAsked($0, bytes) }) {
      // In a list of questions and answers a cell that asks says nothing.
      line.entries = cells.filter { !inside.isAsked($0, bytes) }.flatMap { cell in
        AwardSentence(
          reading, line.segment, cell, AwardWords(words, in: cell), before: nil
        ).entries()
      }
    } else if cells.count <= 1 {
      line.isRow = false
      line.entries = AwardSentence(reading, line.segment, range, inside, before: lines.last).entries()
    }
    append(line, inside)
  }

  /// The lines of the source that a passage joins.
  private func physicalLines(of segment: Int, _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == 0x20 {
      guard reading.gap(index, in: segment).contains(0x0A) else { continue }
      if index > start { found.append(start..<index) }
      start = index + 1
    }
    if start < range.upperBound { found.append(start..<range.upperBound) }
    return found
  }

  /// The cells of a row: between bars, tabs, or columns set with at least three spaces.
  private func cells(_ range: Range<Int>, _ segment: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    func close(_ end: Int) {
      var (low, high) = (start, end)
      while low < high, bytes[low] == 0x20 || bytes[low] == 0x7C { low += 1 }
      while high > low, bytes[high - 1] == 0x20 || bytes[high - 1] == 0x7C { high -= 1 }
      if !(low == high && found.isEmpty) { found.append(low..<high) }
    }
    for index in range {
      if bytes[index] == 0x7C {
        close(index)
        start = index + 1
      } else if bytes[index] == 0x20, index > start, bytes[index - 1] != 0x7C {
        let gap = reading.gap(index, in: segment)
        guard gap.contains(0x09) || gap.count(where: { $0 == 0x20 }) >= 3, !gap.contains(0x0A) else {
          continue
        }
        guard index + 1 < range.upperBound, bytes[index + 1] != 0x7C else { continue }
        close(index)
        start = index + 1
      }
    }
    close(range.upperBound)
    if let last = found.last, last.isEmpty { found.removeLast() }
    return found
  }

  // MARK: Where it stands

  /// The stage that the nearest heading tells; award wins in a heading that names several.
  private func stage(of segment: Int) -> Stage? {
    let passage = reading.passage(segment)
    var above = passage.headings.map { reading.segment(of: $0, in: text) }
    if passage.form == .heading { above.append(segment) }
    for heading in above.reversed() {
      let stages = reading.mentions[reading.bySegment[heading]].compactMap { reading.signal($0)?.stage }
      if stages.contains(.award) { return .award }
      if let stage = stages.first { return stage }
    }
    return nil
  }

  /// The lots named in a passage, else in what introduces it, else in its headings.
  private func lots(of segment: Int) -> [[UInt8]] {
    let passage = reading.passage(segment)
    let above = [passage.leadIn].compactMap { $0 } + passage.headings.reversed()
    for place in [segment] + above.map({ reading.segment(of: $0, in: text) }) {
      let named = lots(in: reading.folded.segments[place].range, of: place)
      if !named.isEmpty { return named }
    }
    return []
  }

  private func lots(in range: Range<Int>, of segment: Int) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for mention in reading.mentions[reading.bySegment[segment]]
    where reading.signal(mention) == .lot && range.contains(Int(mention.start)) {
      // "lot 1", "percelen 1 en 2": up to three short words behind the word, digits among them.
      var index = Int(mention.end)
      var others = 0
      while index < range.upperBound, others <= 1, bytes[index] != 0x3A, bytes[index] != 0x7C {
        guard isLetterOrDigit(bytes[index]) else {
          index += 1
          continue
        }
        let end = bytes[index..<range.upperBound].firstIndex { !isLetterOrDigit($0) } ?? range.upperBound
        let word = Array(bytes[index..<end])
        index = end
        if word.count <= 3, word.allSatisfy(isDigit) {
          found.append(Array(word.drop { $0 == 0x30 }))
        } else if word.count == 1, found.isEmpty, isCapital(end - 1, of: segment) {
          found.append(word)
        } else {
          others += 1
          if found.isEmpty || word.count > 3 { break }
        }
      }
    }
    return found
  }

  private func isCapital(_ index: Int, of segment: Int) -> Bool {
    (0x41...0x5A).contains(reading.file.texts[text].text[reading.folded.origin(index)])
  }
}

/// The award words of a range.
struct AwardWords {
  let mentions: [AwardMention]

  init(_ mentions: [AwardMention], in range: Range<Int>) {
    self.mentions = mentions.filter { $0.start >= range.lowerBound && $0.end <= range.upperBound }
  }

  var all: Set<AwardWord> { Set(mentions.map(\.word)) }

  func inside(_ range: Range<Int>) -> [AwardMention] {
    mentions.filter { $0.start >= range.lowerBound && $0.end <= range.upperBound }
  }

  func has(_ word: AwardWord, in range: Range<Int>) -> Bool {
    mentions.contains { $0.word == word && $0.start >= range.lowerBound && $0.end <= range.upperBound }
  }

  func isAsked(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    !range.isEmpty && bytes[range.upperBound - 1] == 0x3F
  }

  /// True when a range holds a word of at least `length` letters that is no award word of a quantity.
  func hasContent(_ range: Range<Int>, _ bytes: [UInt8], length: Int = 3) -> Bool {
    let plain: Set<AwardWord> = [
      .price, .cost, .quality, .qualityWhole, .ratio, .ratioReversed, .ceiling, .discount, .base,
    ]
    let covered = mentions.filter { !plain.contains($0.word) }
    var index = range.lowerBound
    while index < range.upperBound {
      guard isLetterOrDigit(bytes[index]) || bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let end =
        bytes[index..<range.upperBound].firstIndex { !isLetterOrDigit($0) && $0 < 0x80 } ?? range.upperBound
      let letters = bytes[index..<end].count { (0x61...0x7A).contains($0) }
      if letters >= length, !covered.contains(where: { $0.start <= index && $0.end >= end }) { return true }
      index = end
    }
    return false
  }

  /// What a criterion with these words is: by its first such word, or the last where a sentence leads up to it.
  func kind(_ range: Range<Int>, last: Bool = false) -> AwardCriterion.Kind {
    let kinds = inside(range).filter { [.price, .cost, .quality].contains($0.word) }
    switch (last ? kinds.max { $0.end < $1.end } : kinds.min { $0.start < $1.start })?.word {
    case .price: return .price
    case .cost: return .cost
    default: return .quality
    }
  }
}

extension Reading {
  /// The bytes of the source that were folded into the space at `index`.
  func gap(_ index: Int, in segment: Int) -> ArraySlice<UInt8> {
    let bytes = file.texts[text(segment)].text
    let start = folded.origin(index)
    let end = index + 1 < folded.bytes.count ? folded.origin(index + 1) : start + 1
    return bytes[start..<max(start, min(end, bytes.count))]
  }
}
