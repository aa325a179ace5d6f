import Analysis
import Tenders

/// Headings, labels and closing words of the text report.
extension Phrase {
  // MARK: Head

  static let untitled = Phrase(nl: "Zonder titel", fr: "Sans titre", de: "Ohne Titel", en: "Untitled")
  static let notice = Phrase(nl: "Aankondiging", fr: "Avis", de: "Bekanntmachung", en: "Notice")
  static let number = Phrase(nl: "Nummer", fr: "Numéro", de: "Kennung", en: "Number")
  static let procedure = Phrase(nl: "Procedurenummer", fr: "Procédure", de: "Verfahren", en: "Procedure")
  static let published = Phrase(nl: "Gepubliceerd", fr: "Publication", de: "Veröffentlicht", en: "Published")
  static let dispatched = Phrase(nl: "Verzonden", fr: "Envoi", de: "Abgesandt", en: "Dispatched")
  static let changes = Phrase(nl: "Wijzigt", fr: "Modifie", de: "Ändert", en: "Changes")
  static let subject = Phrase(
    nl: "Onderwerp (CPV)", fr: "Objet (CPV)", de: "Gegenstand (CPV)", en: "Subject (CPV)")
  static let place = Phrase(nl: "Plaats (NUTS)", fr: "Lieu (NUTS)", de: "Ort (NUTS)", en: "Place (NUTS)")
  static let file = Phrase(nl: "Bestand", fr: "Fichier", de: "Datei", en: "File")
  static let exclusionGrounds = Phrase(
    nl: "Uitsluiting (BT-67)", fr: "Exclusion (BT-67)", de: "Ausschluss (BT-67)", en: "Exclusion (BT-67)")

  static func buyers(_ count: Int) -> Phrase {
    counted(
      count, one: Phrase(nl: "Aanbestedende dienst", fr: "Acheteur", de: "Auftraggeber", en: "Buyer"),
      many: Phrase(nl: "Aanbestedende diensten", fr: "Acheteurs", de: "Auftraggeber", en: "Buyers"))
  }

  /// The value of a result is what was awarded, of other notices what was estimated.
  static func value(in kind: NoticeKind) -> Phrase {
    kind == .result
      ? Phrase(nl: "Gegunde waarde", fr: "Valeur attribuée", de: "Vergebener Wert", en: "Value awarded")
      : Phrase(nl: "Geraamde waarde", fr: "Valeur estimée", de: "Geschätzter Wert", en: "Estimated value")
  }

  static let nameless = Phrase(
    nl: "naam niet vermeld", fr: "nom non indiqué", de: "Name nicht angegeben", en: "name not stated")

  // MARK: Sections

  static let coverage = Phrase(
    nl: "Wat is gelezen", fr: "Ce qui a été lu", de: "Was gelesen wurde", en: "What was read")
  static let scope = Phrase(
    nl: "Wat wordt gekocht", fr: "Ce qui est acheté", de: "Was beschafft wird", en: "What is bought")
  static let naturalStone = Phrase(
    nl: "Natuursteen", fr: "Pierre naturelle", de: "Naturstein", en: "Natural stone")
  static let categories = Phrase(
    nl: "Productgroepen", fr: "Catégories de produits", de: "Produktgruppen", en: "Product categories")
  static let byText = Phrase(nl: "de tekst", fr: "le texte", de: "der Text", en: "the text")
  static let duties = Phrase(
    nl: "Bindt dit de opdrachtgever?", fr: "L’acheteur y est-il tenu ?",
    de: "Ist der Auftraggeber daran gebunden?",
    en: "Does this bind the buyer?")
  static let noLots = Phrase(
    nl: "De aankondiging noemt geen percelen; er is niets beoordeeld.",
    fr: "L’avis ne cite aucun lot ; rien n’a été évalué.",
    de: "Die Bekanntmachung nennt keine Lose; nichts wurde beurteilt.",
    en: "The notice names no lots; nothing was judged.")

  // MARK: Verdict

  /// The heading of the verdict on an undivided contract.
  static let verdict = Phrase(nl: "Oordeel", fr: "Constat", de: "Ergebnis", en: "Verdict")

  /// "Lot 3", "Lots 1, 3–7".
  static func lots(_ written: String, count: Int) -> Phrase {
    counted(
      count, one: Phrase(nl: "Perceel", fr: "Lot", de: "Los", en: "Lot"),
      many: Phrase(nl: "Percelen", fr: "Lots", de: "Lose", en: "Lots")
    ).joined(Phrase(verbatim: written))
  }

  static func more(_ count: Int) -> Phrase {
    let number = number(count)
    return Phrase(
      nl: "… en nog \(number.nl)", fr: "… et \(number.fr) de plus", de: "… und \(number.de) weitere",
      en: "… and \(number.en) more")
  }

  static let certainty = Phrase(nl: "Zekerheid", fr: "Certitude", de: "Sicherheit", en: "Certainty")
  static let binds = Phrase(nl: "Geldt bij", fr: "S’applique à", de: "Gilt bei", en: "Applies at")
  static let basis = Phrase(
    nl: "Waar het niveau op berust", fr: "Ce qui fonde le niveau", de: "Worauf die Stufe beruht",
    en: "What the level rests on")
  static let quotesPerLevel = Phrase(
    nl: "Citaten per niveau", fr: "Citations par niveau", de: "Zitate je Stufe", en: "Quotes by level")
  static let elements = Phrase(
    nl: "Wat wordt gevraagd", fr: "Ce qui est demandé", de: "Was verlangt wird", en: "What is asked")
  static let flags = Phrase(nl: "Signalen", fr: "Points d’attention", de: "Hinweise", en: "Flags")
  static let notes = Phrase(nl: "Opmerkingen", fr: "Remarques", de: "Anmerkungen", en: "Notes")
  static let otherQuotes = Phrase(
    nl: "Overige citaten", fr: "Autres citations", de: "Weitere Zitate", en: "Other quotes")
  static let awardCriteria = Phrase(
    nl: "Gunningscriteria", fr: "Critères d’attribution", de: "Zuschlagskriterien", en: "Award criteria")
  static let awardCriteriaDiffer = Phrase(
    nl: "verschillen per perceel", fr: "diffèrent selon le lot", de: "je nach Los verschieden",
    en: "differ by lot")
  static let missing = Phrase(
    nl: "Wat ontbreekt", fr: "Ce qui manque", de: "Was fehlt", en: "What is missing")
  static let disagreements = Phrase(
    nl: "Aankondiging en documenten zeggen iets anders", fr: "L’avis et les documents diffèrent",
    de: "Bekanntmachung und Dokumente widersprechen sich", en: "Notice and documents disagree")
  static let documents = Phrase(
    nl: "Documenten", fr: "Documents du marché", de: "Unterlagen", en: "Documents")

  // MARK: Places

  static func page(_ number: Int) -> Phrase {
    Phrase(nl: "pagina \(number)", fr: "page \(number)", de: "Seite \(number)", en: "page \(number)")
  }

  static func paragraph(_ number: Int) -> Phrase {
    Phrase(nl: "alinea \(number)", fr: "alinéa \(number)", de: "Absatz \(number)", en: "paragraph \(number)")
  }

  static func row(_ number: Int) -> Phrase {
    Phrase(nl: "rij \(number)", fr: "rangée \(number)", de: "Tabellenzeile \(number)", en: "row \(number)")
  }

  static func line(_ number: Int) -> Phrase {
    Phrase(nl: "regel \(number)", fr: "ligne \(number)", de: "Zeile \(number)", en: "line \(number)")
  }

  static func rule(_ id: String) -> Phrase {
    Phrase(nl: "toetsregel \(id)", fr: "règle \(id)", de: "Prüfregel \(id)", en: "rule \(id)")
  }

  static func sameQuotes(_ count: Int, as other: Phrase) -> Phrase {
    counted(
      count,
      one: Phrase(
        nl: "Zelfde citaat als bij \(other.nl)", fr: "Même citation que pour \(other.fr)",
        de: "Gleiches Zitat wie bei \(other.de)", en: "Same quote as for \(other.en)"),
      many: Phrase(
        nl: "Zelfde citaten als bij \(other.nl)", fr: "Mêmes citations que pour \(other.fr)",
        de: "Gleiche Zitate wie bei \(other.de)", en: "Same quotes as for \(other.en)"))
  }

  static let inFirstLot = Phrase(
    nl: "plaats in het eerste perceel", fr: "emplacement dans le premier lot", de: "Stelle im ersten Los",
    en: "place in the first lot")

  // MARK: Facts of a lot

  static let strategic = Phrase(
    nl: "Strategisch doel (BT-06)", fr: "Objectif stratégique (BT-06)", de: "Strategisches Ziel (BT-06)",
    en: "Strategic goal (BT-06)")
  static let social = Phrase(
    nl: "Sociaal doel (BT-775)", fr: "Objectif social (BT-775)", de: "Soziales Ziel (BT-775)",
    en: "Social objective (BT-775)")
  static let environmental = Phrase(
    nl: "Milieu (BT-774)", fr: "Environnement (BT-774)", de: "Umwelt (BT-774)", en: "Environment (BT-774)")
  static let innovation = Phrase(
    nl: "Innovatief (BT-776)", fr: "Innovant (BT-776)", de: "Innovativ (BT-776)", en: "Innovative (BT-776)")
  static let selection = Phrase(
    nl: "Selectie (BT-747)", fr: "Sélection (BT-747)", de: "Eignung (BT-747)", en: "Selection (BT-747)")
  static let reserved = Phrase(
    nl: "Voorbehouden (BT-736)", fr: "Exécution réservée (BT-736)", de: "Vorbehalten (BT-736)",
    en: "Reserved (BT-736)")

  // MARK: Close

  static let limits = Phrase(
    nl: "Wat dit oordeel niet zegt", fr: "Ce que ce constat ne dit pas", de: "Was dieses Ergebnis nicht sagt",
    en: "What this verdict cannot tell")

  static let limitsText = Phrase(
    nl: "Het gaat over wat de tekst vraagt, niet over wat is gedaan, en ook niet over wat verplicht was. "
      + "Het is een signaal om na te lezen, geen beschuldiging: lees de citaten op hun plaats voordat u er "
      + "iets uit afleidt.",
    fr: "Il porte sur ce que le texte demande, non sur ce qui a été fait, ni sur ce qui était obligatoire. "
      + "C’est un signal qui invite à relire, pas une accusation : lisez les citations à leur place avant "
      + "d’en conclure quoi que ce soit.",
    de: "Es betrifft, was der Text verlangt, nicht, was getan wurde oder vorgeschrieben war. Es ist ein "
      + "Hinweis zum Nachlesen, kein Vorwurf: Lesen Sie die Zitate an ihrer Stelle, bevor Sie daraus etwas "
      + "schließen.",
    en: "It is about what the text asks, not about what was done, nor about what was owed. It is a signal "
      + "to read on, not an accusation: read the quotes in their place before you conclude anything from "
      + "them.")

  static func judgedBy(_ rules: RulesIdentity) -> Phrase {
    let written = "\(rules.version) (\(rules.sha256.prefix(12)))"
    return Phrase(
      nl: "Beoordeeld met toetsregels \(written).", fr: "Évalué selon les règles \(written).",
      de: "Beurteilt nach den Prüfregeln \(written).", en: "Judged by rules \(written).")
  }
}
