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
      strikeWhatIsNamed(in: position, &findings)
      let targets = targets(of: statement, among: findings)
      guard !targets.isEmpty else { continue }
      for target in targets { findings[target].isStruck = true }
      strikes.append(Strike(statement: position, findings: targets))
    }
    return strikes
  }

  /// What a sentence names only to take it back is asked no more than what it strikes elsewhere.
  private func strikeWhatIsNamed(in position: Int, _ findings: inout [Finding]) {
    let replaces = reading.mentions[reading.statements[position].mentions].contains {
      reading.signal($0) == .replacement
    }
    guard !replaces else { return }
    for index in findings.indices
    where findings[index].statement == position && rules.criteria[findings[index].criterion].isOfDemands {
      findings[index].isStruck = true
    }
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
    var numbers = reading.clauseNumbers(in: statement.range, of: segment)
    var subject = statement.concepts
    if let question = question(before: segment) {
      if numbers.isEmpty {
        numbers = reading.clauseNumbers(
          in: reading.folded.segments[question].range, of: question)
      }
      subject.formUnion(reading.concepts(question))
    }
    let earlier = findings.indices.filter {
      reading.text(reading.statements[findings[$0].statement].segment) < reading.text(segment)
    }
    let numbered = earlier.filter { index in
      clauseNumbers(over: reading.statements[findings[index].statement].segment).contains { number in
        numbers.contains { number == $0 || number.starts(with: $0 + [0x2E]) }
      }
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
    // Question and answer may stand in one paragraph.
    if startsQuestion(segment) { return segment }
    var index = segment - 1
    while index >= reading.firstSegment[text], segment - index <= 4 {
      if startsQuestion(index) { return index }
      index -= 1
    }
    return nil
  }

  private func startsQuestion(_ segment: Int) -> Bool {
    reading.mentions[reading.bySegment[segment]].first.map { reading.signal($0) == .question } ?? false
  }

  /// The numbers of a passage and of the clauses above it.
  private func clauseNumbers(over segment: Int) -> [[UInt8]] {
    let text = reading.text(segment)
    let above = reading.passage(segment).headings.compactMap { heading in
      reading.clauseNumber(of: reading.segment(of: heading, in: text))
    }
    return above + [reading.clauseNumber(of: segment)].compactMap { $0 }
  }
}
