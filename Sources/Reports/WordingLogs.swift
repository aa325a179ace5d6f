import Analysis

/// What other rooms say in one line of English for logs, in the languages of the reports.
///
/// Their lines stay as they are where none of these fits: an English reason is better than none.
extension Phrase {
  /// A remark on a document that was read.
  static func remark(_ line: String) -> Phrase {
    let ofRecognised = "Its text was recognised in images (OCR) and may hold errors"
    if line.hasPrefix(ofRecognised) { return recognised(pages: String(line.dropFirst(ofRecognised.count))) }
    return switch line {
    case "No rules for the language of this document.":
      Phrase(
        nl: "Er zijn geen toetsregels voor de taal van dit document.",
        fr: "Il n’y a pas de règles pour la langue de ce document.",
        de: "Für die Sprache dieses Dokuments gibt es keine Prüfregeln.", en: line)
    default: Phrase(verbatim: line)
    }
  }

  /// What is said of a document whose text was recognised, and of its pages that were not: "; 2 of …".
  private static func recognised(pages: String) -> Phrase {
    let rest = pages.drop { $0 == ";" || $0 == " " || $0 == "." }
    return rest.isEmpty ? recognised : recognised.joined(Phrase(verbatim: "(\(rest))"))
  }

  /// Why a duty is thought to bind a buyer, or not.
  static func because(_ line: String) -> Phrase {
    switch line {
    case "The buyer's country is not stated.":
      return Phrase(
        nl: "Het land van de opdrachtgever is niet vermeld.", fr: "Le pays de l’acheteur n’est pas indiqué.",
        de: "Das Land des Auftraggebers ist nicht angegeben.", en: line)
    case "It does not bind this kind of buyer.":
      return Phrase(
        nl: "Het bindt dit soort opdrachtgever niet.", fr: "Cela ne lie pas ce type d’acheteur.",
        de: "Diese Art von Auftraggeber ist nicht gebunden.", en: line)
    case "The kind of buyer is not known.":
      return Phrase(
        nl: "Het soort opdrachtgever is niet bekend.", fr: "Le type d’acheteur n’est pas connu.",
        de: "Die Art des Auftraggebers ist nicht bekannt.", en: line)
    case "The product was not recognised as one of its categories.":
      return Phrase(
        nl: "Het product is niet herkend als een van de bijbehorende groepen.",
        fr: "Le produit n’a pas été reconnu comme relevant des catégories visées.",
        de: "Das Produkt wurde nicht als eine der betroffenen Gruppen erkannt.", en: line)
    case "Buyer and category fit; whether the value reaches the threshold was not worked out.":
      return Phrase(
        nl: "Opdrachtgever en productgroep passen; of de waarde de drempel haalt, is niet uitgerekend.",
        fr: "L’acheteur et la catégorie correspondent ; il n’a pas été calculé si la valeur atteint le "
          + "seuil.",
        de: "Auftraggeber und Produktgruppe passen; ob der Wert die Schwelle erreicht, wurde nicht "
          + "berechnet.",
        en: line)
    default: break
    }
    let opening = "It binds buyers in "
    let close = " only."
    guard line.hasPrefix(opening), line.hasSuffix(close) else { return Phrase(verbatim: line) }
    let countries = line.dropFirst(opening.count).dropLast(close.count)
    return Phrase(
      nl: "Het bindt alleen opdrachtgevers in \(countries).",
      fr: "Cela ne lie que les acheteurs de \(countries).",
      de: "Gebunden sind nur Auftraggeber in \(countries).", en: line)
  }
}
