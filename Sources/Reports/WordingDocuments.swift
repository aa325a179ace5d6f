import Tenders

/// The documents of a tender, and what was read of them.
extension Phrase {
  static func name(of role: DocumentRole) -> Phrase {
    switch role {
    case .notice: Phrase(nl: "aankondiging", fr: "avis", de: "Bekanntmachung", en: "notice")
    case .guide:
      Phrase(
        nl: "aanbestedingsleidraad", fr: "règlement de consultation", de: "Bewerbungsbedingungen",
        en: "instructions to tenderers")
    case .specification:
      Phrase(
        nl: "bestek of programma van eisen", fr: "cahier des charges", de: "Leistungsbeschreibung",
        en: "specification")
    case .contract:
      Phrase(
        nl: "(concept)contract", fr: "(projet de) contrat", de: "Vertrag(sentwurf)", en: "(draft) contract")
    case .awardGuide:
      Phrase(
        nl: "beoordelingsleidraad", fr: "méthode d’évaluation", de: "Wertungsleitfaden",
        en: "evaluation guide")
    case .questionsAndAnswers:
      Phrase(
        nl: "nota van inlichtingen", fr: "questions et réponses", de: "Bieterfragen und Antworten",
        en: "questions and answers")
    case .rectification: Phrase(nl: "rectificatie", fr: "rectificatif", de: "Berichtigung", en: "corrigendum")
    case .form:
      Phrase(nl: "in te vullen formulier", fr: "formulaire à remplir", de: "Formblatt", en: "form to fill in")
    case .priceSheet: Phrase(nl: "prijzenblad", fr: "bordereau des prix", de: "Preisblatt", en: "price sheet")
    case .annex: Phrase(nl: "bijlage", fr: "annexe", de: "Anlage", en: "annex")
    case .other:
      Phrase(nl: "ander document", fr: "autre document", de: "anderes Dokument", en: "other document")
    }
  }

  static func name(of state: Coverage.State) -> Phrase {
    switch state {
    case .read: Phrase(nl: "gelezen", fr: "lu", de: "gelesen", en: "read")
    case .noText: Phrase(nl: "geen tekst", fr: "pas de texte", de: "kein Text", en: "no text")
    case .encrypted: Phrase(nl: "versleuteld", fr: "chiffré", de: "verschlüsselt", en: "encrypted")
    case .unsupported:
      Phrase(nl: "niet ondersteund", fr: "non pris en charge", de: "nicht unterstützt", en: "unsupported")
    case .broken: Phrase(nl: "beschadigd", fr: "endommagé", de: "beschädigt", en: "broken")
    case .tooLarge: Phrase(nl: "te groot", fr: "trop volumineux", de: "zu groß", en: "too large")
    case .missing: Phrase(nl: "ontbreekt", fr: "manquant", de: "fehlt", en: "missing")
    }
  }

  /// Why a document was not read, and what helps; nil for one that was.
  static func help(for state: Coverage.State) -> Phrase? {
    switch state {
    case .read: nil
    case .noText:
      Phrase(
        nl: "Er staat geen tekst in; is het een scan, geef dan een versie met tekstherkenning (OCR), of "
          + "gebruik --ocr.",
        fr: "Le fichier ne contient pas de texte ; si c’est un scan, fournissez une version avec "
          + "reconnaissance de texte (OCR), ou utilisez --ocr.",
        de: "Die Datei enthält keinen Text; ist sie ein Scan, geben Sie eine Fassung mit Texterkennung "
          + "(OCR), oder verwenden Sie --ocr.",
        en: "It holds no text; if it is a scan, give a version with recognised text (OCR), or use --ocr.")
    case .encrypted:
      Phrase(
        nl: "Geef een versie zonder wachtwoord.", fr: "Fournissez une version sans mot de passe.",
        de: "Geben Sie eine Fassung ohne Passwort.", en: "Give a version without a password.")
    case .unsupported:
      Phrase(
        nl: "Dit soort bestand wordt niet gelezen; sla het op als platte tekst.",
        fr: "Ce type de fichier n’est pas lu ; enregistrez-le en texte brut.",
        de: "Diese Art Datei wird nicht gelesen; speichern Sie sie als reinen Text.",
        en: "This kind of file is not read; save it as plain text.")
    case .broken:
      Phrase(
        nl: "Het bestand kon niet worden geopend; haal het opnieuw op.",
        fr: "Le fichier n’a pas pu être ouvert ; téléchargez-le à nouveau.",
        de: "Die Datei ließ sich nicht öffnen; laden Sie sie erneut herunter.",
        en: "The file could not be opened; fetch it again.")
    case .tooLarge:
      Phrase(
        nl: "Het bestand gaat een grens te boven; geef het in delen.",
        fr: "Le fichier dépasse une limite ; fournissez-le en plusieurs parties.",
        de: "Die Datei überschreitet eine Grenze; geben Sie sie in Teilen.",
        en: "The file exceeds a limit; give it in parts.")
    case .missing:
      Phrase(
        nl: "De stukken noemen dit document, maar het zit er niet bij.",
        fr: "Les documents le mentionnent, mais il n’y figure pas.",
        de: "Die Unterlagen nennen dieses Dokument, aber es liegt nicht bei.",
        en: "The documents name it, but it is not among them.")
    }
  }

  /// A document whose text was recognised in images.
  static let recognised = Phrase(
    nl: "De tekst is uit afbeeldingen herkend (OCR) en kan fouten bevatten; lees citaten na in het document.",
    fr: "Le texte a été reconnu dans des images (OCR) et peut contenir des erreurs ; vérifiez les citations "
      + "dans le document.",
    de: "Der Text wurde in Bildern erkannt (OCR) und kann Fehler enthalten; prüfen Sie Zitate im Dokument.",
    en: "The text was recognised in images (OCR) and may hold errors; check quotes in the document.")

  /// Where a document is named that is not there.
  static func named(at place: Place) -> Phrase {
    let where_ = position(place)
    return Phrase(
      nl: "Niet bij de stukken; genoemd in \(where_.nl).", fr: "Absent du dossier ; cité dans \(where_.fr).",
      de: "Liegt nicht bei; genannt in \(where_.de).", en: "Not among the documents; named in \(where_.en).")
  }

  /// The document, page and paragraph of a place.
  static func position(_ place: Place) -> Phrase {
    let position = [
      place.page.map { page($0) }, place.paragraph.map { paragraph($0) }, place.row.map { row($0) },
      place.line.map { line($0) },
    ].compactMap { $0 }
    return ([Phrase(verbatim: place.document)] + position).joined(by: ", ")
  }

  static func pages(_ count: Int) -> Phrase {
    let number = number(count)
    return counted(
      count,
      one: Phrase(
        nl: "\(number.nl) pagina", fr: "\(number.fr) page", de: "\(number.de) Seite",
        en: "\(number.en) "
          + "page"),
      many: Phrase(
        nl: "\(number.nl) pagina’s", fr: "\(number.fr) pages", de: "\(number.de) Seiten",
        en: "\(number.en) pages"))
  }

  // MARK: Coverage

  /// How many documents are named, at hand and read.
  static func documentsRead(_ coverage: Coverage) -> Phrase {
    let (listed, present, read) = (number(coverage.listed), number(coverage.present), number(coverage.read))
    let isOne = coverage.listed == 1
    func plural(_ count: Int) -> String { count > 1 ? "s" : "" }
    let french = [
      "\(listed.fr) document\(plural(coverage.listed)) cité\(plural(coverage.listed))",
      "\(present.fr) présent\(plural(coverage.present))", "\(read.fr) lu\(plural(coverage.read))",
    ]
    return Phrase(
      nl: "\(listed.nl) \(isOne ? "document" : "documenten") genoemd, \(present.nl) aanwezig, \(read.nl) "
        + "gelezen.",
      fr: french.joined(separator: ", ") + ".",
      de: "\(listed.de) \(isOne ? "Dokument" : "Dokumente") genannt, \(present.de) vorhanden, \(read.de) "
        + "gelesen.",
      en: "\(listed.en) \(isOne ? "document" : "documents") named, \(present.en) present, \(read.en) read.")
  }

  static let noticeWasRead = Phrase(
    nl: "De aankondiging is gelezen.", fr: "L’avis a été lu.", de: "Die Bekanntmachung wurde gelesen.",
    en: "The notice was read.")

  static let onlyNoticeWasRead = Phrase(
    nl: "Alleen de aankondiging is gelezen. Eisen staan meestal in de aanbestedingsstukken; dat hier iets "
      + "niet staat, zegt niet dat het niet wordt gevraagd.",
    fr: "Seul l’avis a été lu. Les exigences figurent le plus souvent dans les documents du marché ; leur "
      + "absence ici ne signifie pas qu’elles n’existent pas.",
    de: "Nur die Bekanntmachung wurde gelesen. Anforderungen stehen meist in den Vergabeunterlagen; dass "
      + "hier etwas fehlt, heißt nicht, dass es nicht verlangt wird.",
    en: "Only the notice was read. Demands mostly stand in the procurement documents; that something is not "
      + "here does not mean that it is not asked.")

  static let nothingWasRead = Phrase(
    nl: "Geen enkel document kon worden gelezen.", fr: "Aucun document n’a pu être lu.",
    de: "Kein Dokument konnte gelesen werden.", en: "No document could be read.")

  static let documentAddresses = Phrase(
    nl: "Volgens de aankondiging staan de stukken op:", fr: "D’après l’avis, les documents se trouvent à :",
    de: "Laut Bekanntmachung liegen die Unterlagen unter:",
    en: "According to the notice, the documents are at:")
}
