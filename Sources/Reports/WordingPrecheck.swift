import Analysis
import Tenders

/// Headings, labels and short explanations of the precheck.
extension Phrase {
  // MARK: Page

  static let precheck = Phrase(nl: "Toets vooraf", fr: "Contrôle préalable", de: "Vorprüfung", en: "Precheck")
  static let precheckSubtitle = Phrase(
    nl: "Gepaste zorgvuldigheid in de internationale keten",
    fr: "Devoir de vigilance dans la chaîne internationale",
    de: "Sorgfaltspflicht in der internationalen Lieferkette",
    en: "Due diligence in the international supply chain")
  static let skipToContent = Phrase(
    nl: "Naar de inhoud", fr: "Aller au contenu", de: "Zum Inhalt", en: "Skip to content")
  static let contents = Phrase(
    nl: "In dit verslag", fr: "Dans ce rapport", de: "In diesem Bericht", en: "In this report")
  static let inShort = Phrase(nl: "In het kort", fr: "En bref", de: "Kurz gefasst", en: "In short")

  // MARK: Questions

  static let whatWasRead = Phrase(
    nl: "Wat is gelezen, en wat niet", fr: "Ce qui a été lu, et ce qui ne l’a pas été",
    de: "Was gelesen wurde, und was nicht", en: "What was read, and what was not")
  static let theVerdict = Phrase(
    nl: "Waar de tekst staat", fr: "Où se situe le texte", de: "Wo der Text steht",
    en: "Where the text stands")
  static let askedOrNot = Phrase(
    nl: "Wat wordt gevraagd, en wat niet", fr: "Ce qui est demandé, et ce qui ne l’est pas",
    de: "Was verlangt wird, und was nicht", en: "What is asked, and what is not")
  static let weaknesses = Phrase(
    nl: "Wat de uitvraag verzwakt", fr: "Ce qui affaiblit la demande", de: "Was die Anforderung schwächt",
    en: "What weakens the demand")
  static let whatToPutIn = Phrase(
    nl: "Wat u kunt opnemen", fr: "Ce que vous pouvez insérer", de: "Was Sie aufnehmen können",
    en: "What you can put in")
  static let whatIsOwed = Phrase(
    nl: "Wat verplicht is", fr: "Ce qui est obligatoire", de: "Was vorgeschrieben ist", en: "What is owed")

  // MARK: Read

  static let document = Phrase(nl: "Bestand", fr: "Fichier", de: "Datei", en: "File")
  static let documentState = Phrase(nl: "Stand", fr: "État", de: "Stand", en: "State")
  static let everythingWasRead = Phrase(
    nl: "Alles wat erbij zat, is gelezen.", fr: "Tout ce qui était joint a été lu.",
    de: "Alles Beigefügte wurde gelesen.", en: "Everything that was enclosed was read.")

  static func notReadCount(_ count: Int) -> Phrase {
    let number = number(count)
    return counted(
      count,
      one: Phrase(
        nl: "\(number.nl) document is niet gelezen. Wat daarin staat, is onbekend.",
        fr: "\(number.fr) document n’a pas été lu. Son contenu est inconnu.",
        de: "\(number.de) Dokument wurde nicht gelesen. Was darin steht, ist unbekannt.",
        en: "\(number.en) document was not read. What it holds is unknown."),
      many: Phrase(
        nl: "\(number.nl) documenten zijn niet gelezen. Wat daarin staat, is onbekend.",
        fr: "\(number.fr) documents n’ont pas été lus. Leur contenu est inconnu.",
        de: "\(number.de) Dokumente wurden nicht gelesen. Was darin steht, ist unbekannt.",
        en: "\(number.en) documents were not read. What they hold is unknown."))
  }

  // MARK: Ladder

  static let ladder = Phrase(
    nl: "De ladder, van hoog naar laag", fr: "L’échelle, de haut en bas",
    de: "Die Leiter, von oben nach unten",
    en: "The ladder, from high to low")
  static let standsHere = Phrase(
    nl: "hier staat de tekst", fr: "le texte se situe ici", de: "hier steht der Text",
    en: "the text stands here")
  static let standsHereAtLeast = Phrase(
    nl: "ten minste hier", fr: "au moins ici", de: "mindestens hier", en: "at least here")
  static let perhapsHigher = Phrase(nl: "onbekend", fr: "inconnu", de: "unbekannt", en: "unknown")
  static let offTheLadder = Phrase(
    nl: "De tekst heeft nog geen plaats op de ladder: elke trede is mogelijk.",
    fr: "Le texte n’a pas encore de place sur l’échelle : chaque échelon reste possible.",
    de: "Der Text hat noch keinen Platz auf der Leiter: Jede Stufe ist möglich.",
    en: "The text has no place on the ladder yet: every rung is possible.")
  static let priceShare = Phrase(
    nl: "Gewicht van prijs en kosten", fr: "Poids du prix et du coût", de: "Gewicht von Preis und Kosten",
    en: "Weight of price and cost")
  static let notComputable = Phrase(
    nl: "niet te berekenen", fr: "pas calculable", de: "nicht berechenbar", en: "cannot be computed")

  // MARK: Elements

  static let asked = Phrase(nl: "gevraagd", fr: "demandé", de: "verlangt", en: "asked")

  static func name(of state: Missing.State) -> Phrase {
    switch state {
    case .notAsked: Phrase(nl: "niet gevraagd", fr: "non demandé", de: "nicht verlangt", en: "not asked")
    case .unknown: Phrase(nl: "onbekend", fr: "inconnu", de: "unbekannt", en: "unknown")
    }
  }

  static let unknownIsNotNo = Phrase(
    nl: "Onbekend is niet hetzelfde als nee: niet alles is gelezen.",
    fr: "Inconnu ne veut pas dire non : tout n’a pas été lu.",
    de: "Unbekannt heißt nicht nein: Nicht alles wurde gelesen.",
    en: "Unknown is not no: not everything was read.")

  /// "Clause 12.2"; numbers with a word of their own stand as they are.
  static func clause(_ number: String) -> Phrase {
    guard number.first?.isNumber ?? false else { return Phrase(verbatim: number) }
    return Phrase(
      nl: "bepaling \(number)", fr: "clause \(number)", de: "Ziffer \(number)", en: "clause \(number)")
  }

  static let toClause = Phrase(
    nl: "Naar de modelbepaling", fr: "Vers la clause type", de: "Zur Musterklausel", en: "To the model clause"
  )

  // MARK: Weaknesses

  static let why = Phrase(
    nl: "Waarom het telt", fr: "Pourquoi c’est important", de: "Warum das zählt", en: "Why it matters")
  static let ground = Phrase(nl: "Grondslag", fr: "Fondement", de: "Grundlage", en: "Basis")
  static let nothingWeakens = Phrase(
    nl: "Er is niets gevonden dat de uitvraag verzwakt.",
    fr: "Rien n’a été trouvé qui affaiblisse la demande.",
    de: "Es wurde nichts gefunden, was die Anforderung schwächt.",
    en: "Nothing was found that weakens the demand.")
  static let nothingWeakensUnknown = Phrase(
    nl:
      "In wat is gelezen, is niets gevonden dat de uitvraag verzwakt. Wat in de andere documenten staat, is onbekend.",
    fr:
      "Rien n’a été trouvé, dans ce qui a été lu, qui affaiblisse la demande. Le contenu des autres documents est inconnu.",
    de:
      "Im Gelesenen wurde nichts gefunden, was die Anforderung schwächt. Was in den anderen Unterlagen steht, ist unbekannt.",
    en:
      "In what was read, nothing was found that weakens the demand. What the other documents hold is unknown."
  )
  static let nothingToWeaken = Phrase(
    nl: "Er is geen eis die verzwakt kan worden.", fr: "Il n’y a pas de demande qui puisse être affaiblie.",
    de: "Es gibt keine Anforderung, die geschwächt werden könnte.",
    en: "There is no demand that could be weakened.")

  // MARK: Clauses

  static let proposal = Phrase(
    nl: "Voorstel — laat het door uw jurist nakijken", fr: "Proposition — à faire vérifier par votre juriste",
    de: "Vorschlag — von Ihrer Rechtsabteilung zu prüfen", en: "Proposal — have it checked by your lawyer")

  static func clausesIntroduction(unknown: Bool) -> Phrase {
    let general = Phrase(
      nl:
        "Onderstaande modelbepalingen vragen wat de tekst nog niet vraagt. Neem over wat bij uw opdracht past; "
        + "het zijn voorstellen, geen juridisch advies.",
      fr:
        "Les clauses types ci-dessous demandent ce que le texte ne demande pas encore. Reprenez ce qui convient à "
        + "votre marché ; ce sont des propositions, pas un avis juridique.",
      de:
        "Die folgenden Musterklauseln verlangen, was der Text noch nicht verlangt. Übernehmen Sie, was zu Ihrem "
        + "Auftrag passt; es sind Vorschläge, keine Rechtsberatung.",
      en:
        "The model clauses below ask for what the text does not ask yet. Take what fits your contract; they are "
        + "proposals, not legal advice.")
    guard unknown else { return general }
    return general.joined(
      Phrase(
        nl: "Kijk eerst of de documenten die niet zijn gelezen, er al om vragen.",
        fr: "Vérifiez d’abord si les documents qui n’ont pas été lus les demandent déjà.",
        de: "Prüfen Sie zuerst, ob die nicht gelesenen Unterlagen es schon verlangen.",
        en: "First see whether the documents that were not read already ask for it."))
  }

  static let nothingToPutIn = Phrase(
    nl: "Alle elementen worden gevraagd; er is geen modelbepaling nodig.",
    fr: "Tous les éléments sont demandés ; aucune clause type n’est nécessaire.",
    de: "Alle Elemente werden verlangt; eine Musterklausel ist nicht nötig.",
    en: "All elements are asked for; no model clause is needed.")
  static let coreDuty = Phrase(
    nl: "De plicht zelf", fr: "L’obligation elle-même", de: "Die Pflicht selbst", en: "The duty itself")
  static let coreDutyMeaning = Phrase(
    nl:
      "Begin hiermee: deze bepaling legt de plicht in één keer op. De bepalingen daaronder werken de stappen uit.",
    fr:
      "Commencez par là : cette clause impose l’obligation d’un seul coup. Les clauses suivantes en détaillent les étapes.",
    de:
      "Beginnen Sie hier: Diese Klausel begründet die Pflicht als Ganzes. Die Klauseln danach führen die Schritte aus.",
    en: "Start here: this clause sets the duty in one go. The clauses after it spell out the steps.")
  static let steps = Phrase(
    nl: "De elementen die ontbreken", fr: "Les éléments qui manquent", de: "Die fehlenden Elemente",
    en: "The elements that are missing")
  static let mending = Phrase(
    nl: "Tegen wat de uitvraag verzwakt", fr: "Contre ce qui affaiblit la demande",
    de: "Gegen das, was die Anforderung schwächt",
    en: "Against what weakens the demand")

  /// Where a clause goes.
  static func placement(at stage: Stage) -> Phrase {
    switch stage {
    case .performance:
      Phrase(
        nl: "In het contract, als bijzondere uitvoeringsvoorwaarde",
        fr: "Dans le contrat, comme condition particulière d’exécution",
        de: "In den Vertrag, als besondere Ausführungsbedingung",
        en: "In the contract, as a special performance condition")
    case .specification:
      Phrase(
        nl: "In de specificatie, als eis aan wat wordt aangeboden",
        fr: "Dans les spécifications, comme exigence sur ce qui est offert",
        de: "In die Leistungsbeschreibung, als Anforderung an das Angebot",
        en: "In the specification, as a requirement on what is offered")
    case .award:
      Phrase(
        nl: "Bij de gunning, als gunningscriterium met punten",
        fr: "À l’attribution, comme critère avec des points",
        de: "Beim Zuschlag, als Zuschlagskriterium mit Punkten",
        en: "At award, as an award criterion with points")
    case .selection:
      Phrase(
        nl: "Bij de selectie, als geschiktheidseis", fr: "À la sélection, comme critère de capacité",
        de: "Bei der Eignung, als Eignungskriterium", en: "At selection, as a selection criterion")
    }
  }

  static let alternatively = Phrase(nl: "Of ook", fr: "Ou encore", de: "Oder auch", en: "Or also")

  static func inDocument(_ name: String) -> Phrase {
    Phrase(
      nl: "in uw stukken: \(name)", fr: "dans vos documents : \(name)", de: "in Ihren Unterlagen: \(name)",
      en: "in your documents: \(name)")
  }

  static func fittedTo(_ category: Phrase) -> Phrase {
    Phrase(
      nl: "toegesneden op \(category.nl.lowercased())", fr: "adapté à : \(category.fr.lowercased())",
      de: "zugeschnitten auf \(category.de)", en: "fitted to \(category.en.lowercased())")
  }

  static func forLots(_ written: String, count: Int) -> Phrase {
    let lots = lots(written, count: count)
    return Phrase(
      nl: "voor \(lots.nl.lowercased())", fr: "pour \(lots.fr.lowercased())", de: "für \(lots.de)",
      en: "for \(lots.en.lowercased())")
  }

  static let clauseIsInEnglish = Phrase(
    nl: "In de taal van deze aanbesteding is er geen modelbepaling; hier staat de Engelse.",
    fr: "Il n’y a pas de clause type dans la langue de ce marché ; voici le texte anglais.",
    de: "In der Sprache dieser Vergabe gibt es keine Musterklausel; hier steht die englische.",
    en: "There is no model clause in the language of this tender; the English one stands here.")

  static let copy = Phrase(nl: "Kopieer", fr: "Copier", de: "Kopieren", en: "Copy")
  static let copied = Phrase(nl: "Gekopieerd", fr: "Copié", de: "Kopiert", en: "Copied")

  static func checked(on date: String) -> Phrase {
    let date = self.date(date)
    return Phrase(
      nl: "nagekeken op \(date.nl)", fr: "vérifié le \(date.fr)", de: "geprüft am \(date.de)",
      en: "checked on \(date.en)")
  }

  // MARK: Owed

  static let owedIntroduction = Phrase(
    nl:
      "Of een opdrachtgever om gepaste zorgvuldigheid móét vragen, hangt af van wie hij is, wat hij koopt, de waarde "
      + "en de datum. Een plicht staat hier alleen als zij uit gedateerde gegevens kan worden berekend.",
    fr:
      "L’obligation, pour un acheteur, de demander un devoir de vigilance dépend de qui il est, de ce qu’il achète, de "
      + "la valeur et de la date. Une obligation n’est indiquée ici que si elle se calcule à partir de données datées.",
    de:
      "Ob ein Auftraggeber Sorgfalt verlangen muss, hängt davon ab, wer er ist, was er kauft, vom Wert und vom Datum. "
      + "Eine Pflicht steht hier nur, wenn sie sich aus datierten Angaben berechnen lässt.",
    en:
      "Whether a buyer must ask for due diligence depends on who buys, what is bought, the value and the date. A duty "
      + "stands here only where it can be computed from dated data.")
  static let duty = Phrase(nl: "Plicht", fr: "Obligation", de: "Pflicht", en: "Duty")
  static let bindsBuyer = Phrase(
    nl: "Bindt u?", fr: "Vous lie-t-elle ?", de: "Bindet sie Sie?", en: "Does it bind you?")
  static let ownPledgesUnknown = Phrase(
    nl:
      "Andere plichten zijn onbekend: of u zelf iets hebt toegezegd, zoals in een convenant, manifest of eigen "
      + "inkoopbeleid, staat niet in de aanbesteding. Kijk dat zelf na.",
    fr:
      "Les autres obligations sont inconnues : vos propres engagements, par exemple dans une convention, un manifeste ou "
      + "votre politique d’achat, ne figurent pas dans le marché. Vérifiez-les vous-même.",
    de:
      "Andere Pflichten sind unbekannt: Ob Sie selbst etwas zugesagt haben, etwa in einem Abkommen, einem Manifest oder "
      + "Ihren Beschaffungsgrundsätzen, steht nicht in der Vergabe. Prüfen Sie das selbst.",
    en:
      "Other duties are unknown: whether you have pledged anything yourself, as in a covenant, a manifesto or your own "
      + "purchasing policy, does not stand in the tender. Check that yourself.")
  static let noDutyKnown = Phrase(
    nl: "Er zijn geen gegevens over plichten; wat verplicht is, is onbekend.",
    fr: "Il n’y a pas de données sur des obligations ; ce qui est obligatoire est inconnu.",
    de: "Es gibt keine Angaben über Pflichten; was vorgeschrieben ist, ist unbekannt.",
    en: "There are no data on duties; what is owed is unknown.")
}
