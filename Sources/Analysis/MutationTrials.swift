import Tenders

/// Examples in another form, with what is then expected of them.
extension Judge {
  struct Trial {
    var example: RuleExample
    /// How the tender is made and what must hold.
    var setting: Setting = .plain
    var text: String

    enum Setting {
      /// The rule matches as the example says.
      case plain
      /// Of two lots the finding is for the second alone.
      case lots
      /// A later answer, with this text, takes every finding away.
      case answer(String)
    }
  }

  /// What a mutation makes of an example; nothing when the mutation does not fit it or its rule.
  func trials(of example: RuleExample, _ mutation: Mutation, _ frames: MutationFrames) -> [Trial] {
    var changed = example
    changed.start = nil
    if mutation.keepsMeaning {
      guard let text = mutation.form(of: example.text) else { return [] }
      changed.text = text
      return [Trial(example: changed, text: text)]
    }
    guard example.isMatch, let criterion = rules.criterion(example.rule), criterion.fits(mutation) else {
      return []
    }
    changed.isMatch = false
    if mutation == .contents {
      changed.text = example.text.split(separator: "\n").joined(separator: " ") + " ........ 12"
      changed.form = .contents
      return [Trial(example: changed, text: changed.text)]
    }
    let reading = reading(of: example)
    let signals = Set(reading.mentions.compactMap { reading.signal($0) })
    guard signals.isDisjoint(with: frames.without(mutation)) else { return [] }
    return frames.frames(mutation, example.language).compactMap { frame in
      trial(changed, mutation, frame, reading)
    }
  }

  private func trial(
    _ example: RuleExample, _ mutation: Mutation, _ frame: MutationFrames.Frame, _ reading: Reading
  ) -> Trial? {
    var changed = example
    switch frame {
    case .heading(let heading):
      guard example.heading == nil else { return nil }
      changed.heading = heading
      return Trial(example: changed, setting: .lots, text: "\(heading): \(example.text)")
    case .sentence(let frame):
      guard reading.holdsOneSentence(example) else { return nil }
      let text = example.text.framed(by: frame)
      if mutation == .struck { return Trial(example: changed, setting: .answer(text), text: text) }
      changed.text = text
      return Trial(example: changed, text: text)
    case .bearer(let word):
      guard reading.holdsOneSentence(example), let bearer = reading.soleBearer else { return nil }
      var bytes = Array(example.text.utf8)
      let before = example.heading.map { $0.utf8.count + 2 } ?? 0
      bytes.replaceSubrange(
        (bearer.lowerBound - before)..<(bearer.upperBound - before), with: Array(word.utf8))
      changed.text = String(decoding: bytes, as: UTF8.self)
      return Trial(example: changed, text: changed.text)
    }
  }

  /// What is wrong with a trial; nil when it came out as expected.
  func failure(_ trial: Trial) -> String? {
    var file = Self.tender(placed(trial.example))
    switch trial.setting {
    case .plain: return failure(trial.example)
    case .lots: file.tender.lots = [Lot(id: "1"), Lot(id: "2")]
    case .answer(let text):
      let bytes = Array(text.utf8)
      let passage = Passage(range: 0..<bytes.count, language: trial.example.language, section: 1)
      file.texts.append(
        SourceText(name: "answers", role: .questionsAndAnswers, text: bytes, passages: [passage]))
    }
    let reading = Reading(file, lexicon)
    let found = findings(in: reading).findings.filter {
      rules.criteria[$0.criterion].id == trial.example.rule
    }
    if case .lots = trial.setting {
      if let wrong = found.first(where: { $0.lots != [1] }) {
        return "is found for every lot: \(text(reading.statements[wrong.statement], reading))"
      }
      return found.isEmpty ? "must match in its own lot, but does not" : nil
    }
    return found.first { !$0.isStruck }.map {
      "must be struck, but is not: \(text(reading.statements[$0.statement], reading))"
    }
  }
}

extension Criterion {
  /// Whether the rule looks for demands alone, as far as a mutation is concerned: what it also finds in wishes cannot be
  /// taken away by one.
  fileprivate func fits(_ mutation: Mutation) -> Bool {
    let readsText = fields == nil && (forms?.contains(.paragraph) ?? true)
    switch mutation {
    case .contents: return forms.map { !$0.contains(.contents) } ?? true
    case .definition: return readsText && !allowsDefinitions
    case .question: return readsText && !(forms?.contains(.question) ?? false)
    case .wish: return readsText && Set(force).isDisjoint(with: [.should, .ambition])
    case .waived, .struck: return readsText && isOfDemands
    case .buyer: return readsText && !bearers.contains(.buyer)
    case .otherLot: return readsText
    default: return true
    }
  }
}

extension Bearer {
  /// Whether a demand on this bearer binds somebody in the chain of the contract.
  fileprivate var isBound: Bool {
    switch self {
    case .tenderer, .contractor, .subcontractor, .supplier: true
    case .buyer, .thirdParty, .unstated: false
    }
  }
}

extension Reading {
  /// Whether the text of an example, beside its heading, is one paragraph of one sentence.
  fileprivate func holdsOneSentence(_ example: RuleExample) -> Bool {
    let first = example.heading == nil ? 0 : 1
    guard folded.segments.count == first + 1 else { return false }
    return StatementBuilder(self, first).sentences().count == 1
  }

  /// The source bytes of the word for who bears the one statement; nil when it names nobody bound, or several.
  fileprivate var soleBearer: Range<Int>? {
    guard let statement = statements.last, !statement.isInherited else { return nil }
    let bearers = statement.mentions.filter { signal(mentions[$0])?.bearer != nil }
    guard bearers.count == 1, let bearer = bearers.first, statement.bearer.isBound else { return nil }
    return sourceRange(Int(mentions[bearer].start)..<Int(mentions[bearer].end), in: statement.segment)
  }
}

extension String {
  /// The sentence in the place of `…`: without its full stop, and with a small letter unless a colon stands before it.
  fileprivate func framed(by frame: String) -> String {
    guard let gap = frame.firstRange(of: "…") else { return self }
    let before = frame[..<gap.lowerBound]
    var sentence = hasSuffix(".") ? dropLast() : self[...]
    let isName = sentence.dropFirst().first?.isUppercase ?? true
    if !isName, before.last(where: { !$0.isWhitespace }) != ":" {
      sentence = sentence.prefix(1).lowercased() + sentence.dropFirst()
    }
    return before + sentence + frame[gap.upperBound...] + (frame.hasSuffix("…") ? "." : "")
  }
}
