import Tenders

/// Why input gave no tender.
extension Phrase {
  static func name(of reason: Unread.Reason) -> Phrase {
    switch reason {
    case .notANotice:
      Phrase(
        nl: "geen aankondiging van een opdracht", fr: "pas un avis de marché", de: "keine Bekanntmachung",
        en: "not a notice")
    case .malformed:
      Phrase(nl: "ongeldig opgebouwd", fr: "mal formé", de: "fehlerhaft aufgebaut", en: "malformed")
    case .encrypted: Phrase(nl: "versleuteld", fr: "chiffré", de: "verschlüsselt", en: "encrypted")
    case .tooLarge: Phrase(nl: "te groot", fr: "trop volumineux", de: "zu groß", en: "too large")
    case .tooDeep:
      Phrase(
        nl: "te diep genest", fr: "imbrication trop profonde", de: "zu tief verschachtelt",
        en: "nested too deep")
    case .unsupported:
      Phrase(nl: "niet ondersteund", fr: "non pris en charge", de: "nicht unterstützt", en: "unsupported")
    case .unreadable: Phrase(nl: "niet leesbaar", fr: "illisible", de: "nicht lesbar", en: "unreadable")
    }
  }

  /// What was not read, and why.
  static func notRead(_ path: String, _ reason: Unread.Reason) -> Phrase {
    let reason = name(of: reason)
    return labelled(
      Phrase(verbatim: path),
      Phrase(
        nl: "niet gelezen, \(reason.nl).", fr: "non lu, \(reason.fr).", de: "nicht gelesen, \(reason.de).",
        en: "not read, \(reason.en)."))
  }
}
