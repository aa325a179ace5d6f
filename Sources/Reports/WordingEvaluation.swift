import Analysis

/// How well verdicts agree with labelled texts.
extension Phrase {
  static let evaluation = Phrase(
    nl: "Hoe goed oordelen overeenkomen met gelabelde teksten",
    fr: "Concordance des verdicts avec des textes étiquetés",
    de: "Wie gut Urteile mit gekennzeichneten Texten übereinstimmen",
    en: "How well verdicts agree with labelled texts")

  /// How many cases were measured, and of which half.
  static func evaluated(_ cases: Int, _ half: LabelledCase.Half?) -> Phrase {
    let count = number(cases)
    guard let half else {
      return Phrase(
        nl: "\(count.nl) gelabelde teksten.", fr: "\(count.fr) textes étiquetés.",
        de: "\(count.de) gekennzeichnete Texte.", en: "\(count.en) labelled texts.")
    }
    return Phrase(
      nl: "\(count.nl) gelabelde teksten van de helft ‘\(half.rawValue)’.",
      fr: "\(count.fr) textes étiquetés de la moitié «\u{A0}\(half.rawValue)\u{A0}».",
      de: "\(count.de) gekennzeichnete Texte der Hälfte „\(half.rawValue)“.",
      en: "\(count.en) labelled texts of the half ‘\(half.rawValue)’.")
  }

  // MARK: Figures

  static let levelsRight = Phrase(
    nl: "Niveaus juist", fr: "Niveaux exacts", de: "Stufen richtig", en: "Levels right")
  static let priceWeightsRight = Phrase(
    nl: "Prijsgewicht juist", fr: "Poids du prix exact", de: "Preisgewicht richtig", en: "Price weight right")
  static let decisiveQuoted = Phrase(
    nl: "Beslissende zin aangehaald", fr: "Phrase décisive citée", de: "Entscheidender Satz zitiert",
    en: "Decisive sentence quoted")
  static let doubted = Phrase(
    nl: "Oordelen ‘na te kijken’", fr: "Verdicts «\u{A0}à vérifier\u{A0}»", de: "Urteile „zu prüfen“",
    en: "Verdicts ‘to be checked’")
  static let errorsDoubted = Phrase(
    nl: "Foute niveaus die daarbij horen", fr: "Niveaux erronés parmi ceux-ci",
    de: "Falsche Stufen darunter", en: "Wrong levels among those")

  static func dueDiligencePrecision(from rank: Int?) -> Phrase {
    dueDiligence(
      from: rank,
      Phrase(
        nl: "zo genoemd en terecht", fr: "annoncé à raison", de: "zu Recht so genannt",
        en: "called so, and rightly"))
  }

  static func dueDiligenceRecall(from rank: Int?) -> Phrase {
    dueDiligence(
      from: rank,
      Phrase(
        nl: "aanwezig en gevonden", fr: "présent et trouvé", de: "vorhanden und gefunden",
        en: "there, and found"))
  }

  private static func dueDiligence(from rank: Int?, _ what: Phrase) -> Phrase {
    guard let rank else { return what }
    return Phrase(
      nl: "Niveau \(rank) of hoger, \(what.nl)", fr: "Niveau \(rank) ou plus, \(what.fr)",
      de: "Stufe \(rank) oder höher, \(what.de)", en: "Level \(rank) or more, \(what.en)")
  }

  /// "84 of 88 (95.5%)", with the interval in which the true share lies.
  static func share(_ share: Share, withInterval: Bool = false) -> Phrase {
    let (part, whole) = (number(share.part), number(share.whole))
    let counts = Phrase(
      nl: "\(part.nl) van \(whole.nl)", fr: "\(part.fr) sur \(whole.fr)", de: "\(part.de) von \(whole.de)",
      en: "\(part.en) of \(whole.en)")
    guard share.value != nil else { return counts }
    let percent = Phrase.percent(share: share.value)
    let bounds = interval(share.interval)
    guard withInterval else {
      return Phrase(
        nl: "\(counts.nl) (\(percent.nl))", fr: "\(counts.fr) (\(percent.fr))",
        de: "\(counts.de) (\(percent.de))", en: "\(counts.en) (\(percent.en))")
    }
    return Phrase(
      nl: "\(counts.nl) (\(percent.nl); 95%-interval \(bounds.nl))",
      fr: "\(counts.fr) (\(percent.fr)\u{A0}; intervalle à 95\u{A0}% \(bounds.fr))",
      de: "\(counts.de) (\(percent.de); 95-%-Intervall \(bounds.de))",
      en: "\(counts.en) (\(percent.en); 95% interval \(bounds.en))")
  }

  /// From 0 to 1 as a percentage with one decimal; a dash when there is none.
  static func percent(share: Double?) -> Phrase {
    guard let share else { return Phrase(verbatim: "–") }
    return percent((1000 * share).rounded() / 10)
  }

  static func interval(_ bounds: ClosedRange<Double>?) -> Phrase {
    guard let bounds else { return Phrase(verbatim: "–") }
    let (low, high) = (percent(share: bounds.lowerBound), percent(share: bounds.upperBound))
    return low.joined(high, by: "–")
  }

  // MARK: Tables

  static let levelsPerLanguage = Phrase(
    nl: "Niveaus per taal", fr: "Niveaux par langue", de: "Stufen je Sprache", en: "Levels per language")
  static let language = Phrase(nl: "Taal", fr: "Langue", de: "Sprache", en: "Language")
  static let cases = Phrase(nl: "Teksten", fr: "Textes", de: "Texte", en: "Texts")
  static let right = Phrase(nl: "Juist", fr: "Exacts", de: "Richtig", en: "Right")
  static let share = Phrase(nl: "Aandeel", fr: "Part", de: "Anteil", en: "Share")
  static let interval = Phrase(
    nl: "95%-interval", fr: "Intervalle à 95\u{A0}%", de: "95-%-Intervall", en: "95% interval")

  static let confusion = Phrase(
    nl: "Juist niveau en oordeel", fr: "Niveau exact et verdict", de: "Richtige Stufe und Urteil",
    en: "True level and verdict")
  static let confusionText = Phrase(
    nl: "Rijen zijn het juiste niveau, kolommen het oordeel, met de nummers van de rijen.",
    fr: "Les lignes donnent le niveau exact, les colonnes le verdict, avec les numéros des lignes.",
    de: "Zeilen sind die richtige Stufe, Spalten das Urteil, mit den Nummern der Zeilen.",
    en: "Rows are the true level, columns the verdict, by the numbers of the rows.")
  static let trueLevel = Phrase(
    nl: "Juist niveau", fr: "Niveau exact", de: "Richtige Stufe", en: "True level")

  static let elementsMeasured = Phrase(nl: "Elementen", fr: "Éléments", de: "Bestandteile", en: "Elements")
  static let stagesMeasured = Phrase(nl: "Fasen", fr: "Phases", de: "Phasen", en: "Stages")
  static let stagesMeasuredText = Phrase(
    nl:
      "Eisen aan het aanbod en voorwaarden bij de uitvoering tellen als één fase: ze liggen dicht bij elkaar.",
    fr:
      "Les exigences de l’offre et les conditions d’exécution comptent pour une phase : elles sont voisines.",
    de:
      "Anforderungen an das Angebot und Bedingungen der Ausführung zählen als eine Phase: Sie liegen nahe beieinander.",
    en: "Requirements on the offer and conditions of performance count as one stage: they lie close together."
  )
  static let tooMany = Phrase(nl: "Te veel", fr: "En trop", de: "Zu viel", en: "Too many")
  static let lacking = Phrase(nl: "Gemist", fr: "Manqués", de: "Übersehen", en: "Missed")
  static let precision = Phrase(nl: "Precisie", fr: "Précision", de: "Genauigkeit", en: "Precision")
  static let recall = Phrase(nl: "Vangst", fr: "Rappel", de: "Trefferquote", en: "Recall")
  static let together = Phrase(nl: "Samen", fr: "Ensemble", de: "Zusammen", en: "Together")

  // MARK: Misses

  static let misses = Phrase(nl: "Missers", fr: "Écarts", de: "Abweichungen", en: "Misses")

  static func missesText(levels: Int, others: Int) -> Phrase {
    Phrase(
      nl: "\(levels) met een ander niveau, \(others) met een verschil in de rest. + is te veel, − is gemist.",
      fr: "\(levels) d’un autre niveau, \(others) avec un autre écart. + est en trop, − a été manqué.",
      de:
        "\(levels) mit anderer Stufe, \(others) mit einem Unterschied im Übrigen. + ist zu viel, − wurde übersehen.",
      en:
        "\(levels) with another level, \(others) with a difference in the rest. + is too many, − was missed.")
  }

  static let got = Phrase(nl: "Oordeel", fr: "Verdict", de: "Urteil", en: "Verdict")
  static let priceWeightDiffers = Phrase(
    nl: "Prijsgewicht", fr: "Poids du prix", de: "Preisgewicht", en: "Price weight")
  static let because = Phrase(nl: "Waarom", fr: "Pourquoi", de: "Warum", en: "Why")

  /// What was found, and what is true.
  static func notBut(_ found: Phrase, _ truth: Phrase) -> Phrase {
    Phrase(
      nl: "\(found.nl), juist is \(truth.nl)", fr: "\(found.fr), exact : \(truth.fr)",
      de: "\(found.de), richtig ist \(truth.de)", en: "\(found.en), true is \(truth.en)")
  }
}
