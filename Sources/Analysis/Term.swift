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
    // Most terms are plain words: they have nothing to expand and no space to put right.
    if term.utf8.allSatisfy({ $0 != 0x28 && $0 != 0x29 && $0 != 0x7C && $0 != 0x3D && $0 < 0x80 }),
      !term.utf8.contains(0x2E), isSpacedOnce(term)
    {
      return [try compile(term, exact: false)]
    }
    let isExact = term.hasPrefix("=")
    let written = isExact ? String(term.dropFirst()) : term
    var patterns: [TermPattern] = []
    for form in try expand(written[...], offset: isExact ? 1 : 0) {
      let words = form.split(separator: " ").joined(separator: " ")
      patterns.append(try compile(words, exact: isExact))
    }
    return patterns
  }

  /// Whether all spaces are single and within the term.
  private static func isSpacedOnce(_ term: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in term.utf8 {
      if byte == 0x20, last == 0x20 { return false }
      last = byte
    }
    return last != 0x20
  }

  /// Replaces each `(a|b|)` by its alternatives; they do not nest.
  private static func expand(_ term: Substring, offset: Int) throws(TermError) -> [String] {
    func place(_ index: Substring.Index) -> Int { offset + term.distance(from: term.startIndex, to: index) }
    let open = term.firstIndex(of: "(") ?? term.endIndex
    if let stray = term[..<open].firstIndex(where: { $0 == ")" || $0 == "|" }) {
      throw TermError(message: "'\(term[stray])' without '(' before it", offset: place(stray))
    }
    guard open < term.endIndex else { return [String(term)] }
    guard let close = term[open...].firstIndex(of: ")") else {
      throw TermError(message: "'(' without ')'", offset: place(open))
    }
    let inner = term[term.index(after: open)..<close]
    if let nested = inner.firstIndex(of: "(") {
      throw TermError(message: "'(' inside '('", offset: place(nested))
    }
    let behind = term.index(after: close)
    let rest = try expand(term[behind...], offset: place(behind))
    let choices = inner.split(separator: "|", omittingEmptySubsequences: false)
    let forms = choices.flatMap { choice in rest.map { term[..<open] + choice + $0 } }
    guard forms.count <= 256 else {
      throw TermError(message: "more than 256 forms; write several terms", offset: 0)
    }
    return forms.map { String($0) }
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
    if bytes.starts(with: "...".utf8) || bytes.suffix(4) == Array(" ...".utf8)[...] {
      throw TermError(message: "'…' stands between two words", offset: 0)
    }
    return TermPattern(steps: steps, anchor: anchor, exact: isExact ? form : nil)
  }

  // MARK: Matching

  /// The range of the whole match whose anchor stands at `start`, within `segment`; nil when the rest does not fit.
  func match(in text: UnsafeBufferPointer<UInt8>, anchorAt start: Int, within segment: Range<Int>) -> Range<
    Int
  >? {
    var code = TermCode()
    let program = code.add(self)
    var found: Range<Int>?
    code.withMatcher(text) { found = $0.match(program, anchorAt: start, within: segment) }
    return found
  }
}

/// The patterns of many terms as plain numbers, so that matching touches no reference count.
struct TermCode: Sendable {
  private var operations: [Operation] = []
  private var bytes: [UInt8] = []

  fileprivate struct Operation: Sendable {
    enum Kind: UInt8 {
      case literal, letters, space, hyphen, gap
    }

    var kind: Kind
    /// Of a literal: its place in `bytes`.
    var start: Int32 = 0
    var length: Int32 = 0
  }

  /// A pattern among the operations.
  struct Program: Sendable {
    fileprivate var first: Int32
    fileprivate var end: Int32
    fileprivate var anchor: Int32
  }

  /// Adds a pattern.
  mutating func add(_ pattern: TermPattern) -> Program {
    let first = operations.count
    for step in pattern.steps {
      switch step {
      case .literal(let literal):
        operations.append(
          Operation(kind: .literal, start: Int32(bytes.count), length: Int32(literal.count)))
        bytes += literal
      case .letters: operations.append(Operation(kind: .letters))
      case .space: operations.append(Operation(kind: .space))
      case .hyphen: operations.append(Operation(kind: .hyphen))
      case .gap: operations.append(Operation(kind: .gap))
      }
    }
    return Program(
      first: Int32(first), end: Int32(operations.count), anchor: Int32(first + pattern.anchor))
  }

  /// Matches many programs against one text: `work` gets the matcher, which is only valid within it.
  func withMatcher(_ text: UnsafeBufferPointer<UInt8>, _ work: (Matcher) -> Void) {
    operations.withUnsafeBufferPointer { operations in
      bytes.withUnsafeBufferPointer { bytes in
        work(Matcher(operations: operations, bytes: bytes, text: text))
      }
    }
  }

  /// The programs beside one text, as bare memory.
  struct Matcher {
    fileprivate let operations: UnsafeBufferPointer<Operation>
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let text: UnsafeBufferPointer<UInt8>

    /// The range of the whole match whose anchor stands at `start`, within `segment`; nil when the rest does not fit.
    func match(_ program: Program, anchorAt start: Int, within segment: Range<Int>) -> Range<Int>? {
      let anchor = Int(program.anchor)
      let length = Int(operations[anchor].length)
      guard start >= segment.lowerBound, start + length <= segment.upperBound else { return nil }
      let matcher = Matching(
        operations: operations, bytes: bytes, text: text, first: Int(program.first), end: Int(program.end),
        segment: segment)
      guard let end = matcher.forward(anchor + 1, start + length),
        let begin = matcher.backward(anchor - 1, start)
      else { return nil }
      return begin..<end
    }
  }

  /// One attempt at a match, to the right and to the left of the anchor.
  private struct Matching {
    let operations: UnsafeBufferPointer<Operation>
    let bytes: UnsafeBufferPointer<UInt8>
    let text: UnsafeBufferPointer<UInt8>
    let first: Int
    let end: Int
    let segment: Range<Int>

    private func holds(_ operation: Operation, at position: Int) -> Bool {
      let start = Int(operation.start)
      for offset in 0..<Int(operation.length) where text[position + offset] != bytes[start + offset] {
        return false
      }
      return true
    }

    func forward(_ step: Int, _ position: Int) -> Int? {
      let limit = segment.upperBound
      guard step < end else {
        // A term ends where its word ends, unless it ends with `*`.
        if operations[step - 1].kind == .letters { return position }
        return position >= limit || !isWordByte(text[position]) ? position : nil
      }
      let operation = operations[step]
      switch operation.kind {
      case .literal:
        let next = position + Int(operation.length)
        guard next <= limit, holds(operation, at: position) else { return nil }
        return forward(step + 1, next)
      case .letters:
        var candidate = position
        while candidate < limit, isWordByte(text[candidate]) { candidate += 1 }
        while candidate >= position {
          if let found = forward(step + 1, candidate) { return found }
          candidate -= 1
        }
        return nil
      case .space:
        guard position < limit, text[position] == 0x20 || text[position] == 0x2D else { return nil }
        return forward(step + 1, position + 1)
      case .hyphen:
        let stands = position < limit && (text[position] == 0x2D || text[position] == 0x20)
        return forward(step + 1, stands ? position + 1 : position)
      case .gap:
        var place = position
        for _ in 0...maximumGap {
          guard let word = nextWord(place) else { return nil }
          if let found = forward(step + 1, word) { return found }
          place = word
          while place < limit, text[place] != 0x20 { place += 1 }
        }
        return nil
      }
    }

    func backward(_ step: Int, _ position: Int) -> Int? {
      let limit = segment.lowerBound
      guard step >= first else {
        if operations[first].kind == .letters { return position }
        return position <= limit || !isWordByte(text[position - 1]) ? position : nil
      }
      let operation = operations[step]
      switch operation.kind {
      case .literal:
        let start = position - Int(operation.length)
        guard start >= limit, holds(operation, at: start) else { return nil }
        return backward(step - 1, start)
      case .letters:
        var candidate = position
        while candidate > limit, isWordByte(text[candidate - 1]) { candidate -= 1 }
        while candidate <= position {
          if let found = backward(step - 1, candidate) { return found }
          candidate += 1
        }
        return nil
      case .space:
        guard position > limit, text[position - 1] == 0x20 || text[position - 1] == 0x2D else { return nil }
        return backward(step - 1, position - 1)
      case .hyphen:
        let stands = position > limit && (text[position - 1] == 0x2D || text[position - 1] == 0x20)
        return backward(step - 1, stands ? position - 1 : position)
      case .gap:
        var place = position
        for _ in 0...maximumGap {
          guard let word = previousWordEnd(place) else { return nil }
          if let found = backward(step - 1, word) { return found }
          place = word
          while place > limit, text[place - 1] != 0x20 { place -= 1 }
        }
        return nil
      }
    }

    /// The start of the next word, nil behind the end of the sentence.
    private func nextWord(_ position: Int) -> Int? {
      let limit = segment.upperBound
      guard position + 1 < limit, text[position] == 0x20 || text[position] == 0x2C else { return nil }
      if position > 0, endsSentence(text[position - 1]) { return nil }
      return text[position] == 0x2C ? (text[position + 1] == 0x20 ? position + 2 : nil) : position + 1
    }

    /// The end of the word before, nil before the start of the sentence.
    private func previousWordEnd(_ position: Int) -> Int? {
      guard position - 1 > segment.lowerBound, text[position - 1] == 0x20 else { return nil }
      let last = text[position - 2]
      if endsSentence(last) { return nil }
      return last == 0x2C ? position - 2 : position - 1
    }

    private func endsSentence(_ byte: UInt8) -> Bool {
      byte == 0x2E || byte == 0x3B || byte == 0x3F || byte == 0x21
    }
  }
}

/// Words that a gap may hold.
private let maximumGap = 8
