import Analysis
import Tenders

/// The elements of due diligence, where demands bind, and how sure a verdict is.
extension Phrase {
  // MARK: Elements

  static func name(of element: Element) -> Phrase {
    switch element {
    case .e1:
      Phrase(
        nl: "Verwijzing naar normen (OESO, VN, ILO) voor de keten",
        fr: "Référence à des normes (OCDE, ONU, OIT) pour la chaîne",
        de: "Bezug auf Normen (OECD, VN, ILO) für die Lieferkette",
        en: "Reference to norms (OECD, UN, ILO) for the chain")
    case .e2:
      Phrase(
        nl: "Beleid, verankerd in de bedrijfsvoering", fr: "Politique intégrée dans la gestion",
        de: "Grundsatzerklärung, in der Unternehmensführung verankert",
        en: "Policy commitment, embedded in management")
    case .e3:
      Phrase(
        nl: "Risicoanalyse van de internationale keten",
        fr: "Analyse des risques de la chaîne internationale",
        de: "Risikoanalyse der internationalen Lieferkette", en: "Risk analysis of the international chain")
    case .e4:
      Phrase(
        nl: "Ketentransparantie: schakels, locaties, herkomst",
        fr: "Transparence de la chaîne : maillons, sites, origine",
        de: "Transparenz der Lieferkette: Stufen, Standorte, Herkunft",
        en: "Chain transparency: tiers, sites, origin")
    case .e5:
      Phrase(
        nl: "Plan of maatregelen om misstanden te stoppen, te voorkomen of te beperken",
        fr: "Plan ou mesures pour faire cesser, prévenir ou atténuer les atteintes",
        de: "Plan oder Maßnahmen, um Missstände zu beenden, zu verhindern oder zu mindern",
        en: "Plan or measures to stop, prevent or mitigate harm")
    case .e6:
      Phrase(
        nl: "Toezicht op het effect van maatregelen, audits in de keten",
        fr: "Suivi des effets des mesures, audits dans la chaîne",
        de: "Überwachung der Wirkung von Maßnahmen, Audits in der Lieferkette",
        en: "Monitoring of the effect of measures, audits in the chain")
    case .e7:
      Phrase(
        nl: "Periodieke rapportage", fr: "Rapports périodiques", de: "Regelmäßige Berichterstattung",
        en: "Periodic reporting")
    case .e8:
      Phrase(
        nl: "Herstel en klachtenmechanisme voor mensen in de keten",
        fr: "Réparation et mécanisme de plainte pour les personnes de la chaîne",
        de: "Abhilfe und Beschwerdeverfahren für Menschen in der Lieferkette",
        en: "Remedy and complaint mechanism for people in the chain")
    case .e9:
      Phrase(
        nl: "Inspanningsverplichting (wat redelijkerwijs kan)",
        fr: "Obligation de moyens (efforts raisonnables)",
        de: "Bemühenspflicht (zumutbarer Aufwand)", en: "Reasonable-effort standard")
    case .e10:
      Phrase(
        nl: "Controle met gevolgen", fr: "Vérification avec conséquences", de: "Kontrolle mit Folgen",
        en: "Verification with consequence")
    }
  }

  /// The step of the OECD Guidance that an element belongs to; nil for those that are no step.
  static func oecdStep(of element: Element) -> Phrase? {
    let step: Int
    switch element {
    case .e2: step = 1
    case .e3, .e4: step = 2
    case .e5: step = 3
    case .e6: step = 4
    case .e7: step = 5
    case .e8: step = 6
    case .e1, .e9, .e10: return nil
    }
    return Phrase(
      nl: "OESO-stap \(step)", fr: "étape \(step) de l’OCDE", de: "OECD-Schritt \(step)",
      en: "OECD step \(step)")
  }

  /// Heads the list of elements that were not found.
  static func heading(for state: Missing.State) -> Phrase {
    switch state {
    case .notAsked:
      Phrase(nl: "Niet gevraagd:", fr: "Non demandé :", de: "Nicht verlangt:", en: "Not asked:")
    case .unknown:
      Phrase(
        nl: "Onbekend, want niet alles is gelezen:", fr: "Inconnu, car tout n’a pas été lu :",
        de: "Unbekannt, denn nicht alles wurde gelesen:", en: "Unknown, since not everything was read:")
    }
  }

  static let allUnknown = Phrase(
    nl: "Of de elementen van gepaste zorgvuldigheid worden gevraagd, is onbekend.",
    fr: "On ne sait pas si les éléments du devoir de vigilance sont demandés.",
    de: "Ob die Elemente der Sorgfaltspflicht verlangt werden, ist unbekannt.",
    en: "Whether the elements of due diligence are asked for is unknown.")

  /// Stands above elements with the titles of their model clauses.
  static let modelClauses = Phrase(
    nl: "Achter de pijl staat de modelbepaling die erom vraagt.",
    fr: "La flèche mène à la clause type qui le demande.",
    de: "Hinter dem Pfeil steht die Musterklausel, die danach fragt.",
    en: "The arrow points to the model clause that asks for it.")

  // MARK: Where it binds, how sure it is

  static func name(of stage: Stage) -> Phrase {
    switch stage {
    case .specification:
      Phrase(
        nl: "minimumeis aan wat wordt aangeboden", fr: "exigence minimale de l’offre",
        de: "Mindestanforderung an das Angebot", en: "minimum requirement on what is offered")
    case .selection:
      Phrase(
        nl: "geschiktheid en selectie", fr: "sélection des candidats", de: "Eignung und Auswahl",
        en: "selection of tenderers")
    case .award: Phrase(nl: "gunning", fr: "attribution", de: "Zuschlag", en: "award")
    case .performance:
      Phrase(
        nl: "uitvoering van de opdracht", fr: "exécution du marché", de: "Ausführung des Auftrags",
        en: "contract performance")
    }
  }

  static func name(of confidence: Confidence) -> Phrase {
    switch confidence {
    case .certain: Phrase(nl: "zeker", fr: "certain", de: "sicher", en: "certain")
    case .likely: Phrase(nl: "waarschijnlijk", fr: "probable", de: "wahrscheinlich", en: "likely")
    case .check: Phrase(nl: "na te kijken", fr: "à vérifier", de: "zu prüfen", en: "to be checked")
    }
  }

  /// Why a verdict is less than certain.
  static func reason(for confidence: Confidence) -> Phrase? {
    switch confidence {
    case .certain: nil
    case .likely:
      Phrase(
        nl: "de strekking van een citaat is deels uit de tekst eromheen afgeleid",
        fr: "le sens d’une citation est en partie déduit du texte qui l’entoure",
        de: "der Sinn eines Zitats ist teils aus dem umgebenden Text erschlossen",
        en: "the sense of a quote is partly taken from the text around it")
    case .check:
      Phrase(
        nl: "het berust op toetsregels die voor deze taal nog niet beproefd zijn",
        fr: "cela repose sur des règles qui ne sont pas encore éprouvées pour cette langue",
        de: "es beruht auf Prüfregeln, die für diese Sprache noch nicht erprobt sind",
        en: "it rests on rules that are not yet proven for this language")
    }
  }

  /// Why a verdict is less than certain, after what it rests on.
  static func reason(for verdict: Verdict, in coverage: Coverage) -> Phrase? {
    let recognised = Set(coverage.documents.filter(\.isRecognised).map(\.name))
    let rests =
      verdict.evidence.isEmpty
      ? !recognised.isEmpty : verdict.evidence.contains { recognised.contains($0.place.document) }
    guard verdict.confidence == .check, rests else { return reason(for: verdict.confidence) }
    return Phrase(
      nl: "het berust op tekst die uit afbeeldingen is herkend (OCR)",
      fr: "cela repose sur du texte reconnu dans des images (OCR)",
      de: "es beruht auf Text, der in Bildern erkannt wurde (OCR)",
      en: "it rests on text that was recognised in images (OCR)")
  }

  static func name(of answer: Scope.Answer) -> Phrase {
    switch answer {
    case .yes: Phrase(nl: "ja", fr: "oui", de: "ja", en: "yes")
    case .no: Phrase(nl: "nee", fr: "non", de: "nein", en: "no")
    case .unknown: Phrase(nl: "onbekend", fr: "inconnu", de: "unbekannt", en: "unknown")
    }
  }
}
