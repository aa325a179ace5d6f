/// The summary of a batch.
extension Phrase {
  static let summary = Phrase(nl: "Samenvatting", fr: "Récapitulatif", de: "Zusammenfassung", en: "Summary")
  static let tenders = Phrase(nl: "Aanbestedingen", fr: "Marchés", de: "Vergabeverfahren", en: "Tenders")
  static let noticeOnly = Phrase(
    nl: "waarvan alleen de aankondiging is gelezen", fr: "dont seul l’avis a été lu",
    de: "davon nur die Bekanntmachung gelesen", en: "of which only the notice was read")
  static let lots = Phrase(nl: "Percelen", fr: "Lots", de: "Lose", en: "Lots")
  static let minima = Phrase(
    nl: "waarvan met een ondergrens", fr: "dont avec un minimum", de: "davon mit einer Untergrenze",
    en: "of which a minimum")
  static let filtered = Phrase(
    nl: "Buiten het filter", fr: "Hors du filtre", de: "Vom Filter ausgelassen", en: "Left out by the filter")
  static let unread = Phrase(nl: "Niet gelezen", fr: "Non lus", de: "Nicht gelesen", en: "Not read")

  static let lotsPerLevel = Phrase(
    nl: "Percelen per niveau", fr: "Lots par niveau", de: "Lose je Stufe", en: "Lots per level")
  static let lotsPerFlag = Phrase(
    nl: "Percelen per signaal", fr: "Lots par point d’attention", de: "Lose je Hinweis", en: "Lots per flag")
  static let lotsPerNote = Phrase(
    nl: "Percelen per opmerking", fr: "Lots par remarque", de: "Lose je Anmerkung", en: "Lots per note")
  static let unreadPerReason = Phrase(
    nl: "Niet gelezen, naar reden", fr: "Non lus, par motif", de: "Nicht gelesen, nach Grund",
    en: "Not read, by reason")
  static let leftOut = Phrase(
    nl: "Wat is overgeslagen", fr: "Ce qui a été omis", de: "Was ausgelassen wurde", en: "What was left out")
}
