import Analysis

/// The levels: their names and what each says, in one sentence.
extension Phrase {
  /// The name of a level; its code when a rules folder adds one that has no name here.
  static func name(of level: Level) -> Phrase { levelName(level.code) ?? Phrase(verbatim: level.code) }

  static func levelName(_ code: String) -> Phrase? {
    switch code {
    case "not-assessable":
      Phrase(nl: "Niet te beoordelen", fr: "Non évaluable", de: "Nicht beurteilbar", en: "Not assessable")
    case "silent":
      Phrase(nl: "Geen vermelding", fr: "Aucune mention", de: "Keine Erwähnung", en: "Silent")
    case "declined":
      Phrase(nl: "Niet toegepast", fr: "Écarté", de: "Nicht angewandt", en: "Declined")
    case "boilerplate":
      Phrase(
        nl: "Alleen standaardtekst", fr: "Texte standard seulement", de: "Nur Standardtext",
        en: "Boilerplate only")
    case "declaration-only":
      Phrase(
        nl: "Alleen een verklaring", fr: "Déclaration seulement", de: "Nur eine Erklärung",
        en: "Declaration only")
    case "certification-only":
      Phrase(
        nl: "Alleen een keurmerk of certificaat", fr: "Label ou certificat seulement",
        de: "Nur ein Gütezeichen oder Zertifikat", en: "Certification only")
    case "norms-only":
      Phrase(
        nl: "Alleen normen", fr: "Normes seulement", de: "Nur Normen", en: "Norms only")
    case "steps-only":
      Phrase(
        nl: "Alleen losse stappen", fr: "Étapes isolées seulement", de: "Nur einzelne Schritte",
        en: "Single steps only")
    case "due-diligence":
      Phrase(
        nl: "Gepaste zorgvuldigheid", fr: "Devoir de vigilance", de: "Sorgfaltspflicht in der Lieferkette",
        en: "Due diligence")
    case "due-diligence-monitored":
      Phrase(
        nl: "Gepaste zorgvuldigheid met opvolging", fr: "Devoir de vigilance avec suivi",
        de: "Sorgfaltspflicht in der Lieferkette mit Nachverfolgung", en: "Due diligence with follow-up")
    case "due-diligence-rewarded":
      Phrase(
        nl: "Gepaste zorgvuldigheid die meetelt in de beoordeling",
        fr: "Devoir de vigilance pris en compte dans l’évaluation",
        de: "Sorgfaltspflicht in der Lieferkette, die bewertet wird", en: "Due diligence that is scored")
    default: nil
    }
  }

  static func levelMeaning(_ code: String) -> Phrase? {
    switch code {
    case "not-assessable":
      Phrase(
        nl: "In wat is gelezen, is niets gevonden, maar documenten waarin een eis kan staan, zijn niet "
          + "gelezen.",
        fr: "Rien n’a été trouvé dans ce qui a été lu, mais des documents pouvant contenir une exigence "
          + "n’ont pas été lus.",
        de: "Im Gelesenen wurde nichts gefunden, aber Unterlagen, die eine Anforderung enthalten können, "
          + "wurden nicht gelesen.",
        en: "Nothing was found in what was read, but documents that could hold a demand were not read.")
    case "silent":
      Phrase(
        nl: "De aanbestedingsstukken zijn gelezen en bevatten niets over sociale voorwaarden in de "
          + "internationale keten.",
        fr: "Les documents du marché ont été lus et ne contiennent rien sur les conditions sociales dans la "
          + "chaîne d’approvisionnement internationale.",
        de: "Die Vergabeunterlagen wurden gelesen und enthalten nichts über soziale Bedingungen in der "
          + "internationalen Lieferkette.",
        en: "The tender documents were read and hold nothing on social conditions in the international "
          + "supply chain.")
    case "declined":
      Phrase(
        nl: "De tekst zegt dat Internationale Sociale Voorwaarden (ISV), sociale voorwaarden of gepaste "
          + "zorgvuldigheid niet worden toegepast.",
        fr: "Le texte dit que des conditions sociales (internationales) ou un devoir de vigilance ne sont "
          + "pas appliqués.",
        de: "Der Text sagt, dass (internationale) soziale Bedingungen oder Sorgfaltspflichten nicht "
          + "angewandt werden.",
        en: "The text says that (international) social conditions or due diligence are not applied.")
    case "boilerplate":
      Phrase(
        nl: "Er staat alleen wettelijke of algemene tekst die de leverancier tot niets verplicht, zoals "
          + "uitsluitingsgronden, de verklaring over arbeidsrecht of ambities van de opdrachtgever.",
        fr: "Il n’y a que du texte légal ou général qui n’oblige le fournisseur à rien, comme des motifs "
          + "d’exclusion, la déclaration relative au droit du travail ou des ambitions de l’acheteur.",
        de: "Es steht dort nur gesetzlicher oder allgemeiner Text, der den Lieferanten zu nichts "
          + "verpflichtet, etwa Ausschlussgründe, die Erklärung zum Arbeitsrecht oder Ziele des "
          + "Auftraggebers.",
        en: "There is only statutory or general text that binds the supplier to nothing, such as exclusion "
          + "grounds, the declaration on labour law or ambitions of the buyer.")
    case "declaration-only":
      Phrase(
        nl: "De inschrijver moet ondertekenen, aankruisen of verklaren dat arbeids- of mensenrechten worden "
          + "geëerbiedigd; verder hoeft niemand iets te doen of aan te tonen.",
        fr: "Le soumissionnaire doit signer, cocher ou déclarer que les droits du travail ou les droits "
          + "humains sont respectés ; personne ne doit faire ni démontrer autre chose.",
        de: "Der Bieter muss unterschreiben, ankreuzen oder erklären, dass Arbeits- oder Menschenrechte "
          + "geachtet werden; sonst muss niemand etwas tun oder nachweisen.",
        en: "The tenderer must sign, tick or declare that labour or human rights are respected; nobody must "
          + "do or show anything else.")
    case "certification-only":
      Phrase(
        nl: "Er wordt alleen om een keurmerk, certificaat, auditrapport of lidmaatschap gevraagd, niet om "
          + "een proces.",
        fr: "Seul un label, un certificat, un rapport d’audit ou une adhésion est demandé, pas un processus.",
        de: "Verlangt wird nur ein Gütezeichen, ein Zertifikat, ein Auditbericht oder eine Mitgliedschaft, "
          + "kein Prozess.",
        en: "A label, certificate, audit report or membership is the only thing asked; no process is asked.")
    case "norms-only":
      Phrase(
        nl: "De opdrachtnemer moet genoemde normen in de keten naleven, zoals verdragen van de ILO of de "
          + "OESO-richtlijnen, maar er wordt geen proces gevraagd.",
        fr: "Le contractant doit respecter des normes nommées dans la chaîne, comme des conventions de "
          + "l’OIT ou les principes directeurs de l’OCDE, mais aucun processus n’est demandé.",
        de: "Der Auftragnehmer muss genannte Normen in der Lieferkette einhalten, etwa ILO-Übereinkommen "
          + "oder die OECD-Leitsätze; ein Prozess wird nicht verlangt.",
        en: "The contractor must respect named norms in the chain, such as ILO conventions or the OECD "
          + "Guidelines, but no process is asked.")
    case "steps-only":
      Phrase(
        nl: "Een of meer stappen van gepaste zorgvuldigheid zijn verplicht, maar niet zowel onderzoeken als "
          + "handelen; of de inschrijver moet een eigen zorgvuldigheidsproces aantonen.",
        fr: "Une ou plusieurs étapes du devoir de vigilance sont obligatoires, mais pas à la fois "
          + "rechercher et agir ; ou le soumissionnaire doit démontrer son propre processus de vigilance.",
        de: "Ein oder mehrere Schritte der Sorgfaltspflicht sind verbindlich, aber nicht zugleich Ermitteln "
          + "und Handeln; oder der Bieter muss ein eigenes Sorgfaltsverfahren nachweisen.",
        en: "One or more steps of due diligence are binding, but not both finding out and acting on it; or "
          + "the tenderer must show a due-diligence process of his own.")
    case "due-diligence":
      Phrase(
        nl: "Er is een bindende plicht voor de keten van deze opdracht: gepaste zorgvuldigheid toepassen, "
          + "of risico’s onderzoeken en naar de uitkomst handelen.",
        fr: "Une obligation contraignante porte sur la chaîne de ce marché : exercer le devoir de "
          + "vigilance, ou rechercher les risques et agir en conséquence.",
        de: "Für die Lieferkette dieses Auftrags besteht eine verbindliche Pflicht: Sorgfalt walten zu "
          + "lassen oder Risiken zu ermitteln und danach zu handeln.",
        en: "There is a binding duty for the supply chain of this contract: to carry out due diligence, or "
          + "to find out about risks and act on them.")
    case "due-diligence-monitored":
      Phrase(
        nl: "Bovenop de plicht tot gepaste zorgvuldigheid zijn er ten minste twee van: toezicht op het "
          + "effect, rapportage, herstel of klachten, controle met gevolgen.",
        fr: "En plus du devoir de vigilance, il y a au moins deux des éléments suivants : suivi des effets, "
          + "rapports, réparation ou plaintes, vérification avec conséquences.",
        de: "Neben der Sorgfaltspflicht gibt es mindestens zwei von: Überwachung der Wirkung, Berichte, "
          + "Abhilfe oder Beschwerden, Kontrolle mit Folgen.",
        en: "Beside the duty of due diligence there are at least two of: monitoring of effect, reporting, "
          + "remedy or complaints, verification with consequence.")
    case "due-diligence-rewarded":
      Phrase(
        nl: "Naast de plicht tot gepaste zorgvuldigheid telt de kwaliteit ervan mee bij selectie of "
          + "gunning, met een gewicht boven nul.",
        fr: "Outre le devoir de vigilance, sa qualité compte dans la sélection ou l’attribution, avec une "
          + "pondération supérieure à zéro.",
        de: "Neben der Sorgfaltspflicht zählt ihre Qualität bei Auswahl oder Zuschlag, mit einem Gewicht "
          + "über null.",
        en: "Beside the duty of due diligence, its quality is scored in selection or award, with a weight "
          + "above zero.")
    default: nil
    }
  }

  /// "Level 3 of 5", or the least that it is; for a level without a rank, that it has none.
  static func rank(_ rank: Int?, of highest: Int, atLeast: Bool) -> Phrase {
    guard let rank else {
      return Phrase(nl: "Zonder niveau", fr: "Sans niveau", de: "Ohne Stufe", en: "No level")
    }
    guard atLeast, rank < highest else {
      return Phrase(
        nl: "Niveau \(rank) van \(highest)", fr: "Niveau \(rank) sur \(highest)",
        de: "Stufe \(rank) von \(highest)", en: "Level \(rank) of \(highest)")
    }
    return Phrase(
      nl: "Ten minste niveau \(rank) van \(highest)", fr: "Au moins niveau \(rank) sur \(highest)",
      de: "Mindestens Stufe \(rank) von \(highest)", en: "At least level \(rank) of \(highest)")
  }

  /// Why a level is a minimum.
  static let atLeast = Phrase(
    nl: "Dit is een ondergrens: niet alles is gelezen, en wat niet is gelezen, kan meer vragen.",
    fr: "C’est un minimum : tout n’a pas été lu, et ce qui n’a pas été lu peut demander davantage.",
    de: "Das ist eine Untergrenze: Nicht alles wurde gelesen, und das Ungelesene kann mehr verlangen.",
    en: "This is a minimum: not everything was read, and what was not read may ask for more.")
}
