/// Why a term in a rule file cannot be read.
struct TermError: Error, Equatable {
  var message: String
  /// Characters of the term before the fault.
  var offset: Int
}

/// One way in which a term can stand in a text: the compiled form of a term without alternatives.
///
/// It is matched around its longest literal, its anchor, which the term database finds. There is nothing in it that
/// could make matching slow: no nested repetition, and gaps of at most eight words.
struct TermPattern: Equatable, Sendable {
  enum Step: Equatable, Sendable {
    /// These folded bytes.
    case literal([UInt8])
    /// Any further letters of the same word: `*`.
    case letters
    /// A space or a hyphen between two words.
    case space
    /// A hyphen, a space or nothing.
    case hyphen
    /// At most eight words, within the sentence: ` … `.
    case gap
  }

  var steps: [Step]
  /// Position of the anchor in `steps`.
  var anchor: Int
  /// The written form when capitals and accents count: `=`.
  var exact: String?

  /// The folded bytes that the term database looks for.
  var anchorBytes: [UInt8] {
    if case .literal(let bytes) = steps[anchor] { return bytes }
    return []
  }

  /// Reads a term in the syntax of `Rules/README.md`; alternatives give a pattern each.
  static func parse(_ term: String) throws(TermError) -> [TermPattern] {
    let isExact = term.hasPrefix("=")
    let written = isExact ? String(term.dropFirst()) : term
    var patterns: [TermPattern] = []
    for form in try expand(written) {
      patterns.append(try compile(form, exact: isExact))
    }
    return patterns
  }

  /// Replaces each `(a|b|)` by its alternatives; they do not nest.
  private static func expand(_ term: String) throws(TermError) -> [String] {
    guard let open = term.firstIndex(of: "(") else {
      if !term.utf8.contains(0x29), !term.utf8.contains(0x7C) { return [term] }
      if let stray = term.firstIndex(where: { $0 == ")" || $0 == "|" }) {
        throw TermError(
          message: "'\(term[stray])' without '(' before it",
          offset: term.distance(from: term.startIndex, to: stray))
      }
      return [term]
    }
    guard let close = term[open...].firstIndex(of: ")") else {
      throw TermError(
        message: "'(' without ')'", offset: term.distance(from: term.startIndex, to: open))
    }
    let inner = term[term.index(after: open)..<close]
    if let nested = inner.firstIndex(of: "(") {
      throw TermError(
        message: "'(' inside '('", offset: term.distance(from: term.startIndex, to: nested))
    }
    let rest = try expand(String(term[term.index(after: close)...]))
    let choices = inner.split(separator: "|", omittingEmptySubsequences: false)
    let forms = choices.flatMap { choice in rest.map { term[..<open] + choice + $0 } }
    guard forms.count <= 256 else {
      throw TermError(message: "more than 256 forms; write several terms", offset: 0)
    }
    return forms.map { $0.split(separator: " ").joined(separator: " ") }
  }

  private static func compile(_ form: String, exact isExact: Bool) throws(TermError) -> TermPattern {
    var steps: [Step] = []
    var literal: [UInt8] = []
    func end(with step: Step) {
      if !literal.isEmpty { steps.append(.literal(literal)) }
      literal = []
      steps.append(step)
    }
    let bytes = FoldedText.fold(form)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x2A: end(with: .letters)
      case 0x20 where bytes[index...].starts(with: " ... ".utf8):
        end(with: .gap)
        index += 4
      case 0x20: end(with: .space)
      case 0x2D: end(with: .hyphen)
      default: literal.append(bytes[index])
      }
      index += 1
    }
    if !literal.isEmpty { steps.append(.literal(literal)) }
    var anchor = -1
    var longest = 0
    for (index, step) in steps.enumerated() {
      if case .literal(let bytes) = step, bytes.count > longest {
        anchor = index
        longest = bytes.count
      }
    }
    guard longest >= (isExact ? 2 : 1) else {
      throw TermError(message: "a term needs at least two letters in a row", offset: 0)
    }
    if steps.first == .gap || steps.last == .gap {
      throw TermError(message: "'…' stands between two words", offset: 0)
    }
    return TermPattern(steps: steps, anchor: anchor, exact: isExact ? form : nil)
  }

  // MARK: Matching

  /// The range of the whole match whose anchor stands at `start`, within `segment`; nil when the rest does not fit.
  func match(in text: UnsafeBufferPointer<UInt8>, anchorAt start: Int, within segment: Range<Int>) -> Range<
    Int
  >? {
    let length = anchorLength
    guard start >= segment.lowerBound, start + length <= segment.upperBound else { return nil }
    guard let end = forward(text, anchor + 1, start + length, segment.upperBound) else { return nil }
    guard let begin = backward(text, anchor - 1, start, segment.lowerBound) else { return nil }
    return begin..<end
  }

  private var anchorLength: Int {
    if case .literal(let bytes) = steps[anchor] { return bytes.count }
    return 0
  }

  private func forward(_ text: UnsafeBufferPointer<UInt8>, _ step: Int, _ position: Int, _ end: Int) -> Int? {
    guard step < steps.count else {
      // A term ends where its word ends, unless it ends with `*`.
      if steps[step - 1] == .letters { return position }
      return position >= end || !isWordByte(text[position]) ? position : nil
    }
    switch steps[step] {
    case .literal(let bytes):
      guard position + bytes.count <= end else { return nil }
      for (offset, byte) in bytes.enumerated() where text[position + offset] != byte { return nil }
      return forward(text, step + 1, position + bytes.count, end)
    case .letters:
      var last = position
      while last < end, isWordByte(text[last]) { last += 1 }
      var candidate = last
      while candidate >= position {
        if let found = forward(text, step + 1, candidate, end) { return found }
        candidate -= 1
      }
      return nil
    case .space:
      guard position < end, text[position] == 0x20 || text[position] == 0x2D else { return nil }
      return forward(text, step + 1, position + 1, end)
    case .hyphen:
      if position < end, text[position] == 0x2D || text[position] == 0x20 {
        return forward(text, step + 1, position + 1, end)
      }
      return forward(text, step + 1, position, end)
    case .gap:
      var place = position
      for _ in 0...maximumGap {
        guard let word = nextWord(text, place, end) else { return nil }
        if let found = forward(text, step + 1, word, end) { return found }
        place = word
        while place < end, text[place] != 0x20 { place += 1 }
      }
      return nil
    }
  }

  private func backward(_ text: UnsafeBufferPointer<UInt8>, _ step: Int, _ position: Int, _ begin: Int)
    -> Int?
  {
    guard step >= 0 else {
      if steps[0] == .letters { return position }
      return position <= begin || !isWordByte(text[position - 1]) ? position : nil
    }
    switch steps[step] {
    case .literal(let bytes):
      let start = position - bytes.count
      guard start >= begin else { return nil }
      for (offset, byte) in bytes.enumerated() where text[start + offset] != byte { return nil }
      return backward(text, step - 1, start, begin)
    case .letters:
      var first = position
      while first > begin, isWordByte(text[first - 1]) { first -= 1 }
      for candidate in first...position {
        if let found = backward(text, step - 1, candidate, begin) { return found }
      }
      return nil
    case .space:
      guard position > begin, text[position - 1] == 0x20 || text[position - 1] == 0x2D else { return nil }
      return backward(text, step - 1, position - 1, begin)
    case .hyphen:
      if position > begin, text[position - 1] == 0x2D || text[position - 1] == 0x20 {
        return backward(text, step - 1, position - 1, begin)
      }
      return backward(text, step - 1, position, begin)
    case .gap:
      var place = position
      for _ in 0...maximumGap {
        guard let word = previousWordEnd(text, place, begin) else { return nil }
        if let found = backward(text, step - 1, word, begin) { return found }
        place = word
        while place > begin, text[place - 1] != 0x20 { place -= 1 }
      }
      return nil
    }
  }

  /// The start of the next word, nil behind the end of the sentence.
  private func nextWord(_ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int) -> Int? {
    guard position + 1 < end, text[position] == 0x20 || text[position] == 0x2C else { return nil }
    if position > 0, endsSentence(text[position - 1]) { return nil }
    return text[position] == 0x2C ? (text[position + 1] == 0x20 ? position + 2 : nil) : position + 1
  }

  /// The end of the word before, nil before the start of the sentence.
  private func previousWordEnd(_ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ begin: Int) -> Int? {
    guard position - 1 > begin, text[position - 1] == 0x20 else { return nil }
    let last = text[position - 2]
    if endsSentence(last) { return nil }
    return last == 0x2C ? position - 2 : position - 1
  }

  private func endsSentence(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x3B || byte == 0x3F || byte == 0x21
  }
}

/// Words that a gap may hold.
private let maximumGap = 8
