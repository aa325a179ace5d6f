/// One text in every language of the reports; the compiler sees to it that none is left out.
///
/// All wording stands in extensions of this type, as typed properties and functions.
struct Phrase: Equatable {
  var nl: String
  var fr: String
  var de: String
  var en: String

  init(nl: String, fr: String, de: String, en: String) {
    self.nl = nl
    self.fr = fr
    self.de = de
    self.en = en
  }

  /// The same text in every language: codes, names and what a file says.
  init(verbatim text: String) { self.init(nl: text, fr: text, de: text, en: text) }

  subscript(_ language: ReportLanguage) -> String {
    switch language {
    case .nl: nl
    case .fr: fr
    case .de: de
    case .en: en
    }
  }

  /// Joins texts language by language.
  func joined(_ other: Phrase, by separator: String = " ") -> Phrase {
    Phrase(
      nl: nl + separator + other.nl, fr: fr + separator + other.fr, de: de + separator + other.de,
      en: en + separator + other.en)
  }

  /// The form that goes with a number; French counts nought as one.
  static func counted(_ count: Int, one: Phrase, many: Phrase) -> Phrase {
    let plural = count == 1 ? one : many
    return Phrase(nl: plural.nl, fr: count == 0 ? one.fr : plural.fr, de: plural.de, en: plural.en)
  }
}

extension Sequence<Phrase> {
  /// Joins texts language by language.
  func joined(by separator: String) -> Phrase {
    var all: Phrase?
    for phrase in self { all = all?.joined(phrase, by: separator) ?? phrase }
    return all ?? Phrase(verbatim: "")
  }
}
