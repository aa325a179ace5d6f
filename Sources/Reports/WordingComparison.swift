import Analysis

/// What differs between two tenders.
extension Phrase {
  static let comparison = Phrase(
    nl: "Wat is veranderd", fr: "Ce qui a changé", de: "Was sich geändert hat", en: "What has changed")
  static let oldSide = Phrase(nl: "Oud", fr: "Ancien", de: "Alt", en: "Old")
  static let newSide = Phrase(nl: "Nieuw", fr: "Nouveau", de: "Neu", en: "New")
  static let noDifference = Phrase(
    nl: "Niets van wat wordt beoordeeld, is veranderd.", fr: "Rien de ce qui est évalué n’a changé.",
    de: "Nichts von dem, was beurteilt wird, hat sich geändert.", en: "Nothing that is judged has changed.")
  static let onlyOld = Phrase(
    nl: "Alleen in het oude.", fr: "Uniquement dans l’ancien.", de: "Nur im Alten.",
    en: "Only in the old one.")
  static let onlyNew = Phrase(
    nl: "Alleen in het nieuwe.", fr: "Uniquement dans le nouveau.", de: "Nur im Neuen.",
    en: "Only in the new one.")
  static let differenceAdded = Phrase(nl: "(erbij)", fr: "(ajouté)", de: "(hinzugekommen)", en: "(added)")
  static let differenceRemoved = Phrase(nl: "(weg)", fr: "(supprimé)", de: "(entfallen)", en: "(gone)")
  static let differenceReworded = Phrase(
    nl: "(in andere woorden)", fr: "(formulé autrement)", de: "(anders formuliert)", en: "(in other words)")
  static let unknownValue = Phrase(nl: "onbekend", fr: "inconnu", de: "unbekannt", en: "unknown")
  static let level = Phrase(nl: "Niveau", fr: "Niveau", de: "Stufe", en: "Level")

  static func name(of field: TenderDifference.Field) -> Phrase {
    switch field {
    case .level: level
    case .atLeast: Phrase(nl: "Ondergrens", fr: "Minimum", de: "Untergrenze", en: "A minimum")
    case .elements: Phrase(nl: "Gevraagd", fr: "Demandé", de: "Verlangt", en: "Asked")
    case .stages: binds
    case .flags: Phrase(nl: "Signaal", fr: "Point d’attention", de: "Hinweis", en: "Flag")
    case .notes: Phrase(nl: "Opmerking", fr: "Remarque", de: "Anmerkung", en: "Note")
    case .priceWeight:
      Phrase(
        nl: "Gewicht van prijs en kosten", fr: "Poids du prix et du coût", de: "Gewicht von Preis und Kosten",
        en: "Weight of price and cost")
    case .naturalStone: naturalStone
    case .categories:
      Phrase(nl: "Productgroep", fr: "Catégorie de produits", de: "Produktgruppe", en: "Product category")
    case .duties: duties
    }
  }
}
