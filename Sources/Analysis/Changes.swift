import Tenders

/// Applies what later documents change: an answer or correction that strikes a clause takes its findings away.
struct Changes {
  let reading: Reading
  let rules: RuleSet

  /// A statement that strikes something, for the evidence.
  struct Strike {
    var statement: Int
    var findings: [Int]
  }

  /// Marks the findings that a later text strikes, and gives the statements that do so.
  func apply(to findings: inout [Finding]) -> [Strike] {
    var strikes: [Strike] = []
    for (position, statement) in reading.statements.enumerated() where isStrike(statement) {
      let targets = targets(of: statement, among: findings)
      guard !targets.isEmpty else { continue }
      for target in targets { findings[target].isStruck = true }
      strikes.append(Strike(statement: position, findings: targets))
    }
    return strikes
  }

  private func isStrike(_ statement: Statement) -> Bool {
    let role = reading.roles[reading.text(statement.segment)]
    guard role == .questionsAndAnswers || role == .rectification, statement.form != .question else {
      return false
    }
    return reading.mentions[statement.mentions].contains { mention in
      reading.signal(mention) == .withdrawal
    }
  }

  /// The earlier findings that a striking statement reaches: by clause number, else by subject.
  private func targets(of statement: Statement, among findings: [Finding]) -> [Int] {
    let segment = statement.segment
    var numbers = clauseNumbers(in: segment)
    var subject = statement.concepts
    if let question = question(before: segment) {
      if numbers.isEmpty { numbers = clauseNumbers(in: question) }
      subject.formUnion(reading.concepts(question))
    }
    let earlier = findings.indices.filter {
      reading.text(reading.statements[findings[$0].statement].segment) < reading.text(segment)
    }
    let numbered = earlier.filter { index in
      guard let number = number(of: reading.statements[findings[index].statement].segment) else {
        return false
      }
      return numbers.contains { number == $0 || number.starts(with: $0 + [0x2E]) }
    }
    if !numbered.isEmpty { return numbered }
    guard numbers.isEmpty else { return [] }
    return earlier.filter { index in
      let criterion = rules.criteria[findings[index].criterion]
      return criterion.find.contains { $0.statement.allSatisfy { $0.intersects(subject) } }
    }
  }

  /// The question that an answer belongs to.
  private func question(before segment: Int) -> Int? {
    let text = reading.text(segment)
    var index = segment - 1
    while index >= reading.firstSegment[text], segment - index <= 4 {
      if reading.statements.contains(where: { $0.segment == index && $0.form == .question }) { return index }
      let first = reading.mentions[reading.bySegment[index]].first
      if let first, reading.signal(first) == .question { return index }
      index -= 1
    }
    return nil
  }

  /// The clause number at the start of a passage, or of the heading above it, without the word before it.
  private func number(of segment: Int) -> [UInt8]? {
    let passage = reading.passage(segment)
    if let own = passage.number { return bare(own, in: segment) }
    guard let above = passage.headings.last else { return nil }
    let heading = reading.segment(of: above, in: reading.text(segment))
    return reading.passage(heading).number.flatMap { bare($0, in: heading) }
  }

  private func bare(_ range: Range<Int>, in segment: Int) -> [UInt8]? {
    let bytes = reading.file.texts[reading.text(segment)].text[range]
    let last = bytes.split(separator: 0x20).last.map(Array.init)
    return last
  }

  /// Numbers such as `3.4.4` in a passage.
  private func clauseNumbers(in segment: Int) -> [[UInt8]] {
    let range = reading.folded.segments[segment].range
    var found: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in reading.folded.bytes[range] + [0x20] {
      if (0x30...0x39).contains(byte) || byte == 0x2E || (0x61...0x7A).contains(byte) {
        word.append(byte)
        continue
      }
      while word.last == 0x2E { word.removeLast() }
      let isNumber = word.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
      if isNumber, word.contains(0x2E), word.first.map({ $0 != 0x2E }) ?? false { found.append(word) }
      word = []
    }
    return found
  }
}
