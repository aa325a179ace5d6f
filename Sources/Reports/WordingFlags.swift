/// The flags and notes: their names and what each says.
extension Phrase {
  static func flagName(_ code: String) -> Phrase? {
    switch code {
    case "price-only": Phrase(nl: "Alleen prijs", fr: "Prix seul", de: "Nur der Preis", en: "Price only")
    case "price-led":
      Phrase(nl: "Prijs overheerst", fr: "Prix prépondérant", de: "Preis überwiegt", en: "Price-led")
    case "unmotivated-price":
      Phrase(
        nl: "Laagste prijs zonder motivering", fr: "Prix le plus bas sans motivation",
        de: "Niedrigster Preis ohne Begründung", en: "Lowest price without a motivation")
    case "delivery-led":
      Phrase(
        nl: "Levertijd telt mee", fr: "Délai de livraison pondéré", de: "Lieferzeit wird gewertet",
        en: "Delivery time is scored")
    case "label-without-equivalent":
      Phrase(
        nl: "Keurmerk zonder ‘of gelijkwaardig’", fr: "Label sans « ou équivalent »",
        de: "Gütezeichen ohne „oder gleichwertig“", en: "Label without “or equivalent”")
    case "membership-only":
      Phrase(
        nl: "Alleen lidmaatschap", fr: "Adhésion seulement", de: "Nur Mitgliedschaft", en: "Membership only")
    case "company-wide":
      Phrase(
        nl: "Over het hele bedrijf", fr: "Toute l’entreprise visée", de: "Auf das ganze Unternehmen bezogen",
        en: "Company-wide")
    case "conditional":
      Phrase(nl: "Voorwaardelijk", fr: "Sous condition", de: "An eine Bedingung geknüpft", en: "Conditional")
    case "withdrawn": Phrase(nl: "Ingetrokken", fr: "Retiré", de: "Zurückgenommen", en: "Withdrawn")
    case "annex-missing":
      Phrase(nl: "Bijlage ontbreekt", fr: "Annexe manquante", de: "Anlage fehlt", en: "Annex missing")
    case "explained":
      Phrase(nl: "Met opgave van reden", fr: "Motif indiqué", de: "Mit Begründung", en: "Reason given")
    case "claim-unsupported":
      Phrase(
        nl: "Claim zonder grond in de stukken", fr: "Affirmation non confirmée par les documents",
        de: "Angabe ohne Grundlage in den Unterlagen", en: "Claim without support in the documents")
    case "unclaimed":
      Phrase(
        nl: "Niet vermeld in de aankondiging", fr: "Non déclaré dans l’avis",
        de: "In der Bekanntmachung nicht angegeben", en: "Not declared in the notice")
    default: nil
    }
  }

  static func flagMeaning(_ code: String) -> Phrase? {
    switch code {
    case "price-only":
      Phrase(
        nl: "De laagste prijs of de laagste kosten zijn het enige gunningscriterium.",
        fr: "Le prix ou le coût le plus bas est le seul critère d’attribution.",
        de: "Der niedrigste Preis oder die niedrigsten Kosten sind das einzige Zuschlagskriterium.",
        en: "The lowest price or cost is the sole award criterion.")
    case "price-led":
      Phrase(
        nl: "Er zijn andere gunningscriteria, maar prijs of kosten wegen verreweg het zwaarst.",
        fr: "Il y a d’autres critères d’attribution, mais le prix ou le coût pèse de loin le plus.",
        de: "Es gibt andere Zuschlagskriterien, aber Preis oder Kosten wiegen bei Weitem am schwersten.",
        en: "There are other award criteria, but price or cost weighs most by far.")
    case "unmotivated-price":
      Phrase(
        nl: "De stukken motiveren niet waarom alleen de prijs telt. Dat is een signaal: bij Europese "
          + "procedures vraagt art. 2.114 Aanbestedingswet 2012 die motivering.",
        fr: "Les documents ne motivent pas pourquoi seul le prix compte. C’est un signal : pour les "
          + "procédures européennes, l’art. 2.114 de la loi néerlandaise sur les marchés publics exige "
          + "cette motivation.",
        de: "Die Unterlagen begründen nicht, warum nur der Preis zählt. Das ist ein Hinweis: Bei "
          + "europaweiten Verfahren verlangt Art. 2.114 des niederländischen Vergabegesetzes diese "
          + "Begründung.",
        en: "The documents do not motivate why price alone counts. That is a signal: for European "
          + "procedures, art. 2.114 of the Dutch Public Procurement Act asks for that motivation.")
    case "delivery-led":
      Phrase(
        nl: "De lever-, doorloop- of uitvoeringstijd is zelf een gunningscriterium met gewicht.",
        fr: "Le délai de livraison ou d’exécution est lui-même un critère d’attribution pondéré.",
        de: "Die Liefer- oder Ausführungszeit ist selbst ein gewichtetes Zuschlagskriterium.",
        en: "Delivery, lead or execution time is itself a weighted award criterion.")
    case "label-without-equivalent":
      Phrase(
        nl: "Een genoemd keurmerk of certificaat is vereist en de tekst aanvaardt geen gelijkwaardig "
          + "bewijs. Weigeren is een juridisch risico; erover zwijgen is een gebrek in de tekst.",
        fr: "Un label ou certificat nommé est exigé et le texte n’admet pas de preuve équivalente. La "
          + "refuser est un risque juridique ; se taire à ce sujet est un défaut de rédaction.",
        de: "Ein genanntes Gütezeichen oder Zertifikat wird verlangt, und der Text lässt keinen "
          + "gleichwertigen Nachweis zu. Ihn abzulehnen ist ein rechtliches Risiko; davon zu schweigen ist "
          + "ein Textmangel.",
        en: "A named label or certificate is required and the text does not accept equivalent proof. "
          + "Refusing it is a legal risk; being silent on it is a drafting defect.")
    case "membership-only":
      Phrase(
        nl: "Lidmaatschap van een initiatief is vereist en ander bewijs wordt niet aanvaard.",
        fr: "L’adhésion à une initiative est exigée et aucune autre preuve n’est admise.",
        de: "Die Mitgliedschaft in einer Initiative wird verlangt, und kein anderer Nachweis wird anerkannt.",
        en: "Membership of an initiative is required and no other proof is accepted.")
    case "company-wide":
      Phrase(
        nl: "De eis gaat over het algemene beleid van de onderneming, niet over de keten van deze opdracht: "
          + "gewoon bij de selectie, elders een juridisch risico.",
        fr: "L’exigence porte sur la politique générale de l’entreprise, non sur la chaîne de ce marché : "
          + "normal à la sélection, risque juridique ailleurs.",
        de: "Die Anforderung betrifft die allgemeine Unternehmenspolitik, nicht die Lieferkette dieses "
          + "Auftrags: üblich bei der Eignung, anderswo ein rechtliches Risiko.",
        en: "The demand is on the company’s general policy, not on the chain of this contract: natural at "
          + "selection, a legal risk elsewhere.")
    case "conditional":
      Phrase(
        nl: "De eis geldt alleen als aan een voorwaarde is voldaan, zoals een herkomst of een verzoek.",
        fr: "L’exigence ne s’applique que si une condition est remplie, comme une origine ou une demande.",
        de: "Die Anforderung gilt nur, wenn eine Bedingung erfüllt ist, etwa eine Herkunft oder ein "
          + "Verlangen.",
        en: "The demand only binds if a condition is met, such as an origin or a request.")
    case "withdrawn":
      Phrase(
        nl: "Een later document trekt de eis in of zwakt hem af.",
        fr: "Un document ultérieur retire ou affaiblit l’exigence.",
        de: "Ein späteres Dokument nimmt die Anforderung zurück oder schwächt sie ab.",
        en: "A later document withdraws or weakens the demand.")
    case "annex-missing":
      Phrase(
        nl: "De tekst verwijst voor de voorwaarden naar een bijlage die niet bij de documenten zit.",
        fr: "Le texte renvoie, pour les conditions, à une annexe qui ne figure pas parmi les documents.",
        de: "Der Text verweist für die Bedingungen auf eine Anlage, die nicht bei den Dokumenten liegt.",
        en: "The text points to an annex for the conditions, and that annex is not among the documents.")
    case "explained":
      Phrase(
        nl: "De tekst zegt waarom de voorwaarden niet worden toegepast.",
        fr: "Le texte dit pourquoi les conditions ne sont pas appliquées.",
        de: "Der Text sagt, warum die Bedingungen nicht angewandt werden.",
        en: "The text says why the conditions are not applied.")
    case "claim-unsupported":
      Phrase(
        nl: "De aankondiging zegt dat zorgvuldigheid inzake mensenrechten in de keten wordt gevraagd; alle "
          + "documenten die dat konden staven, zijn gelezen en doen dat niet.",
        fr: "L’avis dit qu’une vigilance en matière de droits humains dans la chaîne est demandée ; tous "
          + "les documents qui pouvaient le confirmer ont été lus et ne le confirment pas.",
        de: "Laut Bekanntmachung wird menschenrechtliche Sorgfalt in der Lieferkette verlangt; alle "
          + "Dokumente, die das belegen könnten, wurden gelesen und belegen es nicht.",
        en: "The notice says that human-rights due diligence in the supply chain is asked for; all "
          + "documents that could bear it out were read and do not.")
    case "unclaimed":
      Phrase(
        nl: "De documenten bevatten een eis die de aankondiging niet vermeldt, hoewel het formulier er een "
          + "veld voor heeft.",
        fr: "Les documents contiennent une exigence que l’avis ne déclare pas, alors que le formulaire a un "
          + "champ pour cela.",
        de: "Die Dokumente enthalten eine Anforderung, die die Bekanntmachung nicht angibt, obwohl das "
          + "Formular ein Feld dafür hat.",
        en: "The documents hold a demand that the notice does not declare, although its form has a field for "
          + "it."
      )
    default: nil
    }
  }

  static func noteName(_ code: String) -> Phrase? {
    switch code {
    case "name-only":
      Phrase(
        nl: "Alleen bij naam genoemd", fr: "Seulement nommé", de: "Nur dem Namen nach", en: "By name only")
    case "general-terms":
      Phrase(
        nl: "Alleen in algemene voorwaarden", fr: "Seulement dans les conditions générales",
        de: "Nur in allgemeinen Bedingungen", en: "In general terms only")
    case "outdated-text":
      Phrase(nl: "Verouderde tekst", fr: "Texte dépassé", de: "Veralteter Text", en: "Outdated text")
    case "effort-standard-missing":
      Phrase(
        nl: "Absolute garantie gevraagd", fr: "Garantie absolue demandée", de: "Absolute Garantie verlangt",
        en: "Absolute guarantee asked")
    default: nil
    }
  }

  static func noteMeaning(_ code: String) -> Phrase? {
    switch code {
    case "name-only":
      Phrase(
        nl: "Gepaste zorgvuldigheid wordt genoemd, maar geen stap ervan is uitgewerkt.",
        fr: "Le devoir de vigilance est nommé, mais aucune de ses étapes n’est précisée.",
        de: "Die Sorgfaltspflicht wird genannt, aber keiner ihrer Schritte ist ausgeführt.",
        en: "Due diligence is named, but no step of it is spelled out.")
    case "general-terms":
      Phrase(
        nl: "De eis staat alleen in de algemene inkoopvoorwaarden van de opdrachtgever.",
        fr: "L’exigence ne figure que dans les conditions générales d’achat de l’acheteur.",
        de: "Die Anforderung steht nur in den allgemeinen Einkaufsbedingungen des Auftraggebers.",
        en: "The demand stands only in the buyer’s general purchase terms.")
    case "outdated-text":
      Phrase(
        nl: "De tekst volgt een modelbepaling die inmiddels is vervangen.",
        fr: "Le texte suit une clause type qui a été remplacée depuis.",
        de: "Der Text folgt einer Musterklausel, die inzwischen ersetzt wurde.",
        en: "The text follows a model clause that has been superseded.")
    case "effort-standard-missing":
      Phrase(
        nl: "De tekst vraagt een absolute garantie over de keten, die geen leverancier kan geven; vraag wat "
          + "redelijkerwijs kan.",
        fr: "Le texte demande une garantie absolue sur la chaîne, qu’aucun fournisseur ne peut donner ; "
          + "demandez des efforts raisonnables.",
        de: "Der Text verlangt eine absolute Garantie für die Lieferkette, die kein Lieferant geben kann; "
          + "verlangen Sie zumutbare Bemühungen.",
        en: "The text asks for an absolute guarantee on the chain, which no supplier can give; ask for "
          + "reasonable efforts.")
    default: nil
    }
  }
}
