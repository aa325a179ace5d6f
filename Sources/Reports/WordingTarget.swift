import Analysis

/// What is needed to reach a level.
extension Phrase {
  static let target = Phrase(nl: "Doel", fr: "Objectif", de: "Ziel", en: "Target")

  static func target(_ state: LotTarget.State) -> Phrase {
    switch state {
    case .reached:
      Phrase(
        nl: "Dit niveau is al bereikt.", fr: "Ce niveau est déjà atteint.",
        de: "Diese Stufe ist schon erreicht.", en: "This level is reached already.")
    case .higher:
      Phrase(
        nl: "De tekst staat al op een hoger niveau. Alles wat bij dit niveau hoort, staat er nog niet in.",
        fr: "Le texte atteint déjà un niveau supérieur, sans contenir tout ce que celui-ci demande.",
        de: "Der Text steht schon auf einer höheren Stufe, enthält aber nicht alles, was zu dieser gehört.",
        en: "The text has a higher level already. Not all that belongs to this one is in it.")
    case .open:
      Phrase(
        nl: "Dit niveau is nog niet bereikt.", fr: "Ce niveau n’est pas encore atteint.",
        de: "Diese Stufe ist noch nicht erreicht.", en: "This level is not reached yet.")
    case .unknown:
      Phrase(
        nl: "Of dit niveau is bereikt, is niet te zeggen: niet alles is gelezen. Hieronder staat wat in het "
          + "gelezene ontbreekt.",
        fr:
          "Impossible de dire si ce niveau est atteint : tout n’a pas été lu. Voici ce qui manque dans ce qui "
          + "a été lu.",
        de:
          "Ob diese Stufe erreicht ist, lässt sich nicht sagen: Nicht alles wurde gelesen. Unten steht, was im "
          + "Gelesenen fehlt.",
        en:
          "Whether this level is reached cannot be told: not everything was read. Below is what is lacking in "
          + "what was read.")
    case .impossible:
      Phrase(
        nl: "Met aanvullen alleen is dit niveau niet te bereiken.",
        fr: "Ce niveau ne peut pas être atteint par de simples ajouts.",
        de: "Durch Ergänzen allein ist diese Stufe nicht zu erreichen.",
        en: "This level cannot be reached by adding alone.")
    }
  }

  static let notYetRead = Phrase(nl: "Niet gelezen", fr: "Non lu", de: "Nicht gelesen", en: "Not read")
  static let unreadDocuments = Phrase(
    nl: "de aanbestedingsstukken", fr: "les documents du marché", de: "die Vergabeunterlagen",
    en: "the procurement documents")
  static let alreadyThere = Phrase(
    nl: "Wat er al staat:", fr: "Ce qui s’y trouve déjà :", de: "Was schon da ist:",
    en: "What is there already:")

  static func needed(_ count: Int) -> Phrase {
    counted(
      count,
      one: Phrase(
        nl: "Nodig is nog één toevoeging:", fr: "Il faut encore un ajout :",
        de: "Nötig ist noch eine Ergänzung:",
        en: "One addition is needed:"),
      many: Phrase(
        nl: "Nodig zijn nog \(count) toevoegingen:", fr: "Il faut encore \(count) ajouts :",
        de: "Nötig sind noch \(count) Ergänzungen:", en: "\(count) additions are needed:"))
  }

  static func orNeeded(_ count: Int) -> Phrase {
    counted(
      count,
      one: Phrase(
        nl: "Of één toevoeging:", fr: "Ou un ajout :", de: "Oder eine Ergänzung:", en: "Or one addition:"),
      many: Phrase(
        nl: "Of \(count) toevoegingen:", fr: "Ou \(count) ajouts :", de: "Oder \(count) Ergänzungen:",
        en: "Or \(count) additions:"))
  }

  static func choice(_ count: Int, of all: Int) -> Phrase {
    Phrase(
      nl: "\(count) van deze \(all):", fr: "\(count) parmi ces \(all) :", de: "\(count) von diesen \(all):",
      en: "\(count) of these \(all):")
  }

  static let scored = Phrase(
    nl: "met punten beoordeeld", fr: "noté en points", de: "mit Punkten bewertet", en: "scored")

  /// Their text stays in the tender's language: that is where it goes.
  static func clauses(in language: String) -> Phrase {
    labelled(
      Phrase(
        nl: "Modelbepalingen, in de taal van de aanbesteding", fr: "Clauses types, dans la langue du marché",
        de: "Musterklauseln, in der Sprache der Vergabe", en: "Model clauses, in the language of the tender"),
      Phrase(verbatim: language))
  }
}
