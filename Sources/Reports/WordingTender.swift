import Tenders

/// What a notice says: its kind, its buyers and its award criteria.
extension Phrase {
  static func name(of kind: NoticeKind) -> Phrase {
    switch kind {
    case .planning:
      Phrase(nl: "vooraankondiging", fr: "avis de planification", de: "Vorinformation", en: "planning notice")
    case .competition:
      Phrase(
        nl: "aankondiging van een opdracht", fr: "avis de marché", de: "Auftragsbekanntmachung",
        en: "contract notice")
    case .result:
      Phrase(
        nl: "aankondiging van een gegunde opdracht", fr: "avis d’attribution",
        de: "Bekanntmachung vergebener Aufträge", en: "contract award notice")
    case .change:
      Phrase(
        nl: "wijziging of rectificatie", fr: "avis de modification ou rectificatif",
        de: "Änderung oder Berichtigung", en: "change or corrigendum")
    case .other:
      Phrase(nl: "andere aankondiging", fr: "autre avis", de: "andere Bekanntmachung", en: "other notice")
    case .documents:
      Phrase(
        nl: "geen aankondiging, alleen documenten", fr: "pas d’avis, seulement des documents",
        de: "keine Bekanntmachung, nur Dokumente", en: "no notice, documents only")
    }
  }

  static func name(of kind: BuyerKind) -> Phrase {
    switch kind {
    case .ministry: Phrase(nl: "ministerie", fr: "ministère", de: "Ministerium", en: "ministry")
    case .agency:
      Phrase(
        nl: "agentschap of uitvoeringsorganisatie", fr: "agence publique", de: "Behörde oder Agentur",
        en: "government agency")
    case .province: Phrase(nl: "provincie", fr: "province ou département", de: "Provinz", en: "province")
    case .region:
      Phrase(
        nl: "regionale overheid", fr: "autorité régionale", de: "regionale Gebietskörperschaft",
        en: "regional authority")
    case .municipality: Phrase(nl: "gemeente", fr: "commune", de: "Gemeinde", en: "municipality")
    case .waterBoard: Phrase(nl: "waterschap", fr: "office des eaux", de: "Wasserverband", en: "water board")
    case .education:
      Phrase(
        nl: "onderwijsinstelling", fr: "établissement d’enseignement", de: "Bildungseinrichtung",
        en: "educational institution")
    case .health:
      Phrase(
        nl: "zorginstelling", fr: "établissement de santé", de: "Gesundheitseinrichtung",
        en: "health institution")
    case .utility:
      Phrase(nl: "nutsbedrijf", fr: "entité de secteur spécial", de: "Sektorenauftraggeber", en: "utility")
    case .bodyGovernedByPublicLaw:
      Phrase(
        nl: "publiekrechtelijke instelling", fr: "organisme de droit public",
        de: "Einrichtung des öffentlichen Rechts", en: "body governed by public law")
    case .euInstitution:
      Phrase(nl: "EU-instelling", fr: "institution de l’UE", de: "EU-Institution", en: "EU institution")
    case .other:
      Phrase(nl: "andere opdrachtgever", fr: "autre acheteur", de: "anderer Auftraggeber", en: "other buyer")
    case .unknown:
      Phrase(
        nl: "soort opdrachtgever onbekend", fr: "type d’acheteur inconnu",
        de: "Art des Auftraggebers unbekannt",
        en: "kind of buyer unknown")
    }
  }

  // MARK: Award criteria

  static func name(of kind: AwardCriterion.Kind) -> Phrase {
    switch kind {
    case .price: Phrase(nl: "prijs", fr: "prix", de: "Preis", en: "price")
    case .cost: Phrase(nl: "kosten", fr: "coût", de: "Kosten", en: "cost")
    case .quality: Phrase(nl: "kwaliteit", fr: "qualité", de: "Qualität", en: "quality")
    case .unknown:
      Phrase(
        nl: "soort niet vermeld", fr: "type non indiqué", de: "Art nicht angegeben", en: "kind not stated")
    }
  }

  /// One criterion with its weight.
  static func criterion(_ criterion: AwardCriterion) -> Phrase {
    let phrase = named(criterion)
    return weight(of: criterion).map { phrase.joined($0, by: ", ") } ?? phrase
  }

  /// The name that the buyer gave, with the kind where it tells more than the name.
  private static func named(_ criterion: AwardCriterion) -> Phrase {
    let kind = name(of: criterion.kind)
    guard let given = criterion.name, !given.isEmpty else { return kind }
    func written(_ kind: String) -> String {
      let tells = criterion.kind == .price || criterion.kind == .cost
      return tells && given.lowercased() != kind ? "\(given) (\(kind))" : given
    }
    return Phrase(nl: written(kind.nl), fr: written(kind.fr), de: written(kind.de), en: written(kind.en))
  }

  /// The weight of a criterion as the notice states it; nil when it states none.
  static func weight(of criterion: AwardCriterion) -> Phrase? {
    if criterion.withheld {
      return Phrase(
        nl: "gewicht niet openbaar gemaakt", fr: "pondération non publiée",
        de: "Gewicht nicht veröffentlicht",
        en: "weight withheld")
    }
    switch criterion.weight {
    case .number(let number)?: return weight(number, criterion.unit)
    case .range(let low, let high)?: return number(low).joined(number(high), by: "–")
    case nil: return criterion.weightText.map { Phrase(verbatim: $0) }
    }
  }

  private static func weight(_ value: Double, _ unit: AwardCriterion.Unit) -> Phrase {
    let written = number(value)
    switch unit {
    case .percent: return percent(value)
    case .decimal: return percent(value * 100)
    case .points:
      return Phrase(
        nl: "\(written.nl) punten", fr: "\(written.fr) points", de: "\(written.de) Punkte",
        en: "\(written.en) points")
    case .order:
      return Phrase(
        nl: "nummer \(written.nl) in belang", fr: "n° \(written.fr) par ordre d’importance",
        de: "Nr. \(written.de) nach Bedeutung", en: "number \(written.en) in importance")
    case .threshold:
      return Phrase(
        nl: "drempel \(written.nl)", fr: "seuil \(written.fr)", de: "Schwelle \(written.de)",
        en: "threshold \(written.en)")
    case .fixed:
      return Phrase(
        nl: "vast bedrag \(written.nl)", fr: "montant fixe \(written.fr)", de: "Festbetrag \(written.de)",
        en: "fixed amount \(written.en)")
    case .range, .bare, .none: return written
    }
  }

  static func name(of place: AwardCriteriaPlace) -> Phrase {
    switch place {
    case .notice:
      Phrase(nl: "in de aankondiging", fr: "dans l’avis", de: "in der Bekanntmachung", en: "in the notice")
    case .documents:
      Phrase(
        nl: "alleen in de aanbestedingsstukken", fr: "uniquement dans les documents du marché",
        de: "nur in den Vergabeunterlagen", en: "only in the procurement documents")
    case .unknown:
      Phrase(nl: "niet vermeld", fr: "non indiqués", de: "nicht angegeben", en: "not stated")
    }
  }

  static func priceWeight(_ percent: Double) -> Phrase {
    labelled(
      Phrase(
        nl: "Gewicht van prijs en kosten", fr: "Poids du prix et du coût", de: "Gewicht von Preis und Kosten",
        en: "Weight of price and cost"), Phrase.percent(percent))
  }

  static let priceWeightUnknown = Phrase(
    nl: "Het gewicht van de prijs is niet te berekenen uit de aankondiging.",
    fr: "Le poids du prix ne peut pas être calculé à partir de l’avis.",
    de: "Das Gewicht des Preises lässt sich aus der Bekanntmachung nicht berechnen.",
    en: "The weight of price cannot be computed from the notice.")
}
