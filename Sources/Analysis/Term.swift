/// Why a term in a rule file cannot be read.
struct TermError: Error, Equatable {
  var message: String
  /// Characters of the term before the fault.
  var offset: Int
}

/// One way in which a term can stand in a text: the compiled form of a term without alternatives.
///
/// It is matched around its anchor, the longest run of words in it, which the term database finds. There is nothing in
/// it that could make matching slow: no nested repetition, and gaps of at most eight words.
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
  /// Positions of the anchor in `steps`: literals and the spaces between them.
  var anchor: Range<Int>
  /// The written form when capitals and accents count: `=`.
  var exact: String?

  /// What the term database looks for in a text whose bytes outside words are spaces: the anchor, with a space before
  /// it where it begins the term and so a word, and one behind it where it ends the term.
  var anchorBytes: [UInt8] {
    var bytes: [UInt8] = isAnchorFirst ? [0x20] : []
    for step in steps[anchor] {
      if case .literal(let literal) = step {
        bytes += literal.map(wordByteOrSpace)
      } else {
        bytes.append(0x20)
      }
    }
    if anchor.upperBound == steps.count { bytes.append(0x20) }
    return bytes
  }

  /// Whether the term begins with its anchor.
  var isAnchorFirst: Bool { anchor.lowerBound == 0 }

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
    let anchor = longestRun(steps)
    let longest = steps[anchor].reduce(0) { longest, step in
      if case .literal(let bytes) = step { max(longest, bytes.count) } else { longest }
    }
    guard longest >= (isExact ? 2 : 1) else {
      throw TermError(message: "a term needs at least two letters in a row", offset: 0)
    }
    if bytes.starts(with: "...".utf8) || bytes.suffix(4) == Array(" ...".utf8)[...] {
      throw TermError(message: "'…' stands between two words", offset: 0)
    }
    return TermPattern(steps: steps, anchor: anchor, exact: isExact ? form : nil)
  }

  /// The steps in a row, literals and spaces, that hold the most letters.
  private static func longestRun(_ steps: [Step]) -> Range<Int> {
    var best = 0..<0
    var most = 0
    var first = 0
    var letters = 0
    for (index, step) in steps.enumerated() {
      switch step {
      case .literal(let bytes): letters += bytes.count
      case .space: break
      case .letters, .hyphen, .gap:
        first = index + 1
        letters = 0
      }
      if letters > most {
        most = letters
        best = first..<(index + 1)
      } else if letters == most, letters > 0, best.lowerBound == first {
        best = first..<(index + 1)
      }
    }
    return best
  }
}
