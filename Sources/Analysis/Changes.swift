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
    let role = reading.role(at: statement.segment)
    guard isChange(role), statement.form != .question else { return false }
    let signals = reading.mentions[statement.mentions]
    if signals.contains(where: { reading.signal($0) == .withdrawal }) { return true }
    // "Yes." to "May clause 5 be deleted?"
    let agrees = signals.contains {
      reading.signal($0) == .agreement && Int($0.start) <= statement.range.lowerBound + opening
    }
    return agrees && asksToStrike(statement)
  }

  /// Whether the question right before an answer asks that a clause, by its number, be struck.
  private func asksToStrike(_ answer: Statement) -> Bool {
    guard let question = question(before: answer.segment), answer.segment - question <= 1 else {
      return false
    }
    let asked = reading.statements.last { statement in
      statement.segment == question && statement.form == .question
        && (question < answer.segment || statement.range.upperBound <= answer.range.lowerBound)
    }
    guard let asked else { return false }
    return reading.mentions[asked.mentions].contains { reading.signal($0) == .withdrawal }
      && !reading.clauseNumbers(in: reading.folded.segments[question].range, of: question).isEmpty
  }

  /// The earlier findings that a striking statement reaches: by clause number, else by subject.
  private func targets(of statement: Statement, among findings: [Finding]) -> [Int] {
    let segment = statement.segment
    let earlier = findings.indices.filter { isEarlier(findings[$0], than: segment) }
    let quoted = earlier.filter { isQuoted(findings[$0], in: statement) }
    if !quoted.isEmpty { return quoted }
    var numbers = reading.clauseNumbers(in: statement.range, of: segment)
    var subject = statement.concepts
    if let question = question(before: segment) {
      if numbers.isEmpty {
        numbers = reading.clauseNumbers(
          in: reading.folded.segments[question].range, of: question)
      }
      subject.formUnion(reading.concepts(question))
    }
    let numbered = earlier.filter { index in
      clauseNumbers(over: reading.statements[findings[index].statement]).contains { number in
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

  /// Whether a finding stands in a document that comes before the text of a segment: answers and corrections come
  /// after all else, in the order of their texts.
  private func isEarlier(_ finding: Finding, than segment: Int) -> Bool {
    let own = reading.statements[finding.statement].segment
    if reading.part(at: own) == reading.part(at: segment) { return false }
    return !isChange(reading.role(at: own)) || own < segment
  }

  private func isChange(_ role: DocumentRole) -> Bool {
    role == .questionsAndAnswers || role == .rectification
  }

  /// Whether a striking statement names the passage of a finding, or its heading, in quotation marks.
  private func isQuoted(_ finding: Finding, in statement: Statement) -> Bool {
    let bytes = reading.folded.bytes
    let names = bytes[statement.range].split(separator: 0x22, omittingEmptySubsequences: false)
    guard names.count >= 3 else { return false }
    let segment = reading.statements[finding.statement].segment
    let above = reading.passage(segment).headings.suffix(1).map {
      reading.segment(of: $0, in: reading.text(segment))
    }
    return stride(from: 1, to: names.count - 1, by: 2).contains { index in
      names[index].count >= shortestName
        && ([segment] + above).contains {
          bytes[reading.folded.segments[$0].range].contains(names[index])
        }
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

  /// The numbers of a statement, of its passage, and of the clauses above it.
  private func clauseNumbers(over statement: Statement) -> [[UInt8]] {
    let segment = statement.segment
    let text = reading.text(segment)
    let above = reading.passage(segment).headings.compactMap { heading in
      reading.clauseNumber(of: reading.segment(of: heading, in: text))
    }
    let own = reading.clauseNumber(of: segment)
    // An item within the paragraph: `b) …`.
    let start = reading.folded.bytes[statement.range].prefix(2)
    let item = start.last == 0x29 ? start.first.flatMap { letter in own.map { $0 + [0x2E, letter] } } : nil
    return above + [own, item].compactMap { $0 }
  }
}

/// Bytes at the start of an answer in which it says yes, behind its number or the word for an answer.
private let opening = 14

/// Bytes of a name in quotation marks that are enough to tell what it names.
private let shortestName = 8
