/// A way in which the text of an example may come, or be turned into something that asks nothing.
public enum Mutation: String, Sendable, CaseIterable {
  /// Accents written as letter and combining mark.
  case decomposed
  /// Long words broken over two lines with a hyphen.
  case brokenWords = "broken-words"
  case upperCase = "upper-case"
  /// No-break spaces for spaces.
  case noBreakSpaces = "no-break-spaces"
  /// Soft hyphens within long words.
  case softHyphens = "soft-hyphens"
  /// An entry of a table of contents.
  case contents
  case definition, question, wish, waived
  /// Struck by a later document.
  case struck
  /// Under the heading of another lot.
  case otherLot = "other-lot"
  /// The buyer's own task.
  case buyer

  /// Whether the text still says the same; otherwise it asks nothing.
  var keepsMeaning: Bool {
    switch self {
    case .decomposed, .brokenWords, .upperCase, .noBreakSpaces, .softHyphens: true
    case .contents, .definition, .question, .wish, .waived, .struck, .otherLot, .buyer: false
    }
  }

  /// The text in this form; nil when the mutation needs words, or changes nothing.
  func form(of text: String) -> String? {
    let changed: String
    switch self {
    case .decomposed: changed = text.decomposed
    case .brokenWords: changed = text.eachLongWord { "\($0)-\n\($1)" }
    case .upperCase: changed = text.uppercased()
    case .noBreakSpaces: changed = text.spacesUnbroken
    case .softHyphens: changed = text.eachLongWord { "\($0)\u{AD}\($1)" }
    default: return nil
    }
    // Characters that are written differently are equal for Swift.
    return Array(changed.utf8) == Array(text.utf8) ? nil : changed
  }
}

extension String {
  /// Letters with an accent as letter and combining accent, for the accents of the languages that have rules.
  fileprivate var decomposed: String {
    let marks: [Character: String] = [
      "é": "e\u{301}", "è": "e\u{300}", "ê": "e\u{302}", "ë": "e\u{308}", "à": "a\u{300}", "â": "a\u{302}",
      "ä": "a\u{308}", "î": "i\u{302}", "ï": "i\u{308}", "ô": "o\u{302}", "ö": "o\u{308}", "ù": "u\u{300}",
      "û": "u\u{302}", "ü": "u\u{308}", "ç": "c\u{327}", "É": "E\u{301}", "Ä": "A\u{308}", "Ö": "O\u{308}",
      "Ü": "U\u{308}",
    ]
    return map { marks[$0] ?? String($0) }.joined()
  }

  /// Spaces that begin a list item stay: they are its form.
  fileprivate var spacesUnbroken: String {
    replacing("\n- ", with: "\n-\u{1}").replacing(" ", with: "\u{A0}").replacing("\n-\u{1}", with: "\n- ")
  }

  /// Each word of eight small letters or more, as two halves.
  fileprivate func eachLongWord(_ joined: (Substring, Substring) -> String) -> String {
    var out = ""
    var rest = self[...]
    while !rest.isEmpty {
      let word = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(word.count)
      if word.count >= 8, word.allSatisfy(\.isLowercase) {
        let half = word.index(word.startIndex, offsetBy: word.count / 2)
        out += joined(word[..<half], word[half...])
      } else {
        out += word
      }
      out += rest.prefix { !$0.isLetter }
      rest = rest.drop { !$0.isLetter }
    }
    return out
  }
}
