/// The patterns of many terms as plain numbers, so that matching touches no reference count.
struct TermCode: Sendable {
  private(set) var operations: [Operation] = []
  private(set) var bytes: [UInt8] = []

  struct Operation: Sendable, BitwiseCopyable {
    enum Kind: UInt8 {
      case literal, letters, space, hyphen, gap
    }

    var kind: Kind
    /// Of a literal: its place in `bytes`.
    var start: Int32 = 0
    var length: Int32 = 0
  }

  /// A pattern among the operations.
  struct Program: Sendable, BitwiseCopyable {
    var first: Int32
    var end: Int32
    /// The first operation of its anchor.
    var anchor: Int32
  }

  init() {}

  /// The code that was compiled before; nil when an operation leads outside of it.
  init?(operations: [Operation], bytes: [UInt8]) {
    let isSound = operations.withUnsafeBytes { raw in
      operations.indices.allSatisfy { index in
        // What was read may be no kind at all.
        let kind = raw.loadUnaligned(fromByteOffset: index * MemoryLayout<Operation>.stride, as: UInt8.self)
        let operation = operations[index]
        return kind <= Operation.Kind.gap.rawValue && operation.start >= 0 && operation.length >= 0
          && Int(operation.start) + Int(operation.length) <= bytes.count
      }
    }
    guard isSound else { return nil }
    self.operations = operations
    self.bytes = bytes
  }

  /// Whether a program lies within the operations.
  func holds(_ program: Program) -> Bool {
    program.first >= 0 && program.first <= program.anchor && program.anchor < program.end
      && program.end <= operations.count
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
      first: Int32(first), end: Int32(operations.count), anchor: Int32(first + pattern.anchor.lowerBound))
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
      guard start >= segment.lowerBound, start < segment.upperBound else { return nil }
      let matcher = Matching(
        operations: operations, bytes: bytes, text: text, first: Int(program.first), end: Int(program.end),
        segment: segment)
      guard let end = matcher.forward(anchor, start),
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
