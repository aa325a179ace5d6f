/// Why a flag, a note or a low level matters to the buyer, and the law or policy behind it.
struct Weakness {
  var why: Phrase
  var basis: Phrase

  private init(_ basis: Phrase, why: Phrase) {
    self.why = why
    self.basis = basis
  }

  /// What to say of a flag, a note or a level; nil for a level that weakens nothing.
  init?(_ code: String) {
    guard
      let weakness = Weakness.ofLevel(code) ?? Weakness.ofPrice(code) ?? Weakness.ofProof(code)
        ?? Weakness.ofReach(code) ?? Weakness.ofNotice(code)
    else { return nil }
    self = weakness
  }

  // MARK: Levels

  private static func ofLevel(_ code: String) -> Weakness? {
    switch code {
    case "certification-only":
      Weakness(
        directive("43", "44").joined(guidance, by: "; "),
        why: Phrase(
          nl:
            "Een keurmerk zegt iets over een norm op één plaats en moment. Het zegt niet wie de keten onderzoekt, wie "
            + "handelt als er iets mis is en wat er met klachten gebeurt. Vraag het proces; laat het keurmerk als bewijs toe.",
          fr:
            "Un label atteste une norme en un lieu et à un moment. Il ne dit pas qui examine la chaîne, qui agit quand "
            + "quelque chose ne va pas ni ce que deviennent les plaintes. Demandez le processus et admettez le label comme preuve.",
          de:
            "Ein Gütezeichen belegt eine Norm an einem Ort zu einer Zeit. Es sagt nicht, wer die Lieferkette untersucht, "
            + "wer bei Missständen handelt und was mit Beschwerden geschieht. Verlangen Sie den Prozess und lassen Sie das "
            + "Zeichen als Nachweis zu.",
          en:
            "A label tells of a norm at one place and time. It does not tell who looks into the chain, who acts when "
            + "something is wrong and what happens to complaints. Ask for the process; accept the label as proof."
        ))
    case "declaration-only":
      Weakness(
        guidance.joined(guidingPrinciples("17"), by: "; "),
        why: Phrase(
          nl:
            "Een handtekening verandert niets in de keten: niemand hoeft iets uit te zoeken, te doen of te laten zien. "
            + "Wie niets weet, kan eerlijk tekenen.",
          fr:
            "Une signature ne change rien dans la chaîne : personne ne doit rien rechercher, faire ni montrer. Qui ne "
            + "sait rien peut signer de bonne foi.",
          de:
            "Eine Unterschrift ändert in der Lieferkette nichts: Niemand muss etwas ermitteln, tun oder zeigen. Wer "
            + "nichts weiß, kann ehrlich unterschreiben.",
          en:
            "A signature changes nothing in the chain: nobody must find out, do or show anything. Who knows nothing can "
            + "sign honestly."))
    case "norms-only":
      Weakness(
        guidance.joined(guidingPrinciples("17"), by: "; "),
        why: Phrase(
          nl:
            "De norm is genoemd, maar niet hoe de leverancier nagaat of hij wordt nageleefd. Zonder stappen is er niets "
            + "om te bespreken of te controleren.",
          fr:
            "La norme est nommée, mais non la manière dont le fournisseur vérifie son respect. Sans étapes, il n’y a rien "
            + "à examiner ni à contrôler.",
          de:
            "Die Norm ist genannt, aber nicht, wie der Lieferant ihre Einhaltung prüft. Ohne Schritte gibt es nichts zu "
            + "besprechen oder zu kontrollieren.",
          en:
            "The norm is named, but not how the supplier checks that it is kept. Without steps there is nothing to "
            + "discuss or to check."))
    case "steps-only":
      Weakness(
        guidance,
        why: Phrase(
          nl:
            "Onderzoeken zonder handelen laat misstanden bestaan; handelen zonder onderzoeken treft niet wat het "
            + "ernstigst is. Pas samen is het gepaste zorgvuldigheid.",
          fr:
            "Rechercher sans agir laisse subsister les abus ; agir sans rechercher ne vise pas le plus grave. Le devoir "
            + "de vigilance exige les deux.",
          de:
            "Ermitteln ohne Handeln lässt Missstände bestehen; Handeln ohne Ermitteln trifft nicht das Schwerste. Erst "
            + "beides zusammen ist Sorgfalt.",
          en:
            "Finding out without acting leaves abuses as they are; acting without finding out misses the most severe. "
            + "Only together are they due diligence."))
    case "boilerplate":
      Weakness(
        directive("70").joined(guidance, by: "; "),
        why: Phrase(
          nl:
            "Deze tekst legt de leverancier niets op voor de keten van deze opdracht. Hij wekt de indruk dat het "
            + "geregeld is.",
          fr:
            "Ce texte n’impose rien au fournisseur pour la chaîne de ce marché. Il donne l’impression que tout est réglé.",
          de:
            "Dieser Text verpflichtet den Lieferanten für die Lieferkette dieses Auftrags zu nichts. Er erweckt den "
            + "Eindruck, es sei geregelt.",
          en:
            "This text puts no duty on the supplier for the chain of this contract. It gives the impression that the "
            + "matter is settled."))
    case "declined":
      Weakness(
        guidingPrinciples("6"),
        why: Phrase(
          nl:
            "De leverancier hoeft niets te doen voor mensen in de keten. Dat kan een goede reden hebben; schrijf die dan op.",
          fr:
            "Le fournisseur ne doit rien faire pour les personnes dans la chaîne. Il peut y avoir une bonne raison ; "
            + "indiquez-la alors.",
          de:
            "Der Lieferant muss für die Menschen in der Lieferkette nichts tun. Das kann einen guten Grund haben; nennen "
            + "Sie ihn dann.",
          en:
            "The supplier need do nothing for people in the chain. There may be a good reason; then write it down."
        ))
    default: nil
    }
  }

  // MARK: Price and time

  private static func ofPrice(_ code: String) -> Weakness? {
    switch code {
    case "price-only":
      Weakness(
        directive("67(2)").joined(guidingPrinciples("6"), by: "; "),
        why: Phrase(
          nl:
            "Wie kosten maakt voor goede omstandigheden in de keten, verliest op prijs. De druk op de prijs komt terecht "
            + "bij wie het minst te zeggen heeft.",
          fr:
            "Qui engage des frais pour de bonnes conditions dans la chaîne perd sur le prix. La pression sur le prix retombe "
            + "sur ceux qui ont le moins à dire.",
          de:
            "Wer Geld für gute Bedingungen in der Lieferkette ausgibt, verliert beim Preis. Der Preisdruck trifft die, die "
            + "am wenigsten zu sagen haben.",
          en:
            "Who spends money on good conditions in the chain loses on price. Pressure on price ends with those who have "
            + "least say."))
    case "price-led":
      Weakness(
        directive("67(2)", "67(5)"),
        why: Phrase(
          nl:
            "Zo’n zwaar gewicht laat andere criteria nauwelijks meetellen: een beter voorstel voor de keten kan een "
            + "prijsverschil zelden goedmaken.",
          fr:
            "Avec une telle pondération, les autres critères ne comptent guère : une meilleure démarche pour la chaîne "
            + "compense rarement un écart de prix.",
          de:
            "Bei diesem Gewicht zählen andere Kriterien kaum: Ein besseres Vorgehen für die Lieferkette gleicht einen "
            + "Preisunterschied selten aus.",
          en:
            "With such a weight other criteria hardly count: a better approach to the chain can rarely make up for a "
            + "difference in price."))
    case "unmotivated-price":
      Weakness(
        Phrase(
          nl: "Aanbestedingswet 2012, art. 2.114",
          fr: "Loi néerlandaise sur les marchés publics 2012, art. 2.114",
          de: "Niederländisches Vergabegesetz 2012, Art. 2.114",
          en: "Dutch Public Procurement Act 2012, art. 2.114"),
        why: Phrase(
          nl:
            "Wie alleen op prijs gunt, moet in de aanbestedingsstukken zeggen waarom. Zonder die motivering is de keuze "
            + "kwetsbaar.",
          fr:
            "Qui attribue sur le seul prix doit dire pourquoi dans les documents du marché. Sans cette motivation, le "
            + "choix est contestable.",
          de:
            "Wer nur nach dem Preis zuschlägt, muss in den Vergabeunterlagen sagen, warum. Ohne diese Begründung ist die "
            + "Wahl angreifbar.",
          en:
            "Who awards on price alone must say why in the tender documents. Without that motivation the choice is open "
            + "to challenge."))
    case "delivery-led":
      Weakness(
        directive("67(2)(c)").joined(
          Phrase(
            nl: "OESO-leidraad voor de kleding- en schoenensector, over inkooppraktijken",
            fr: "Guide OCDE pour l’habillement et la chaussure, sur les pratiques d’achat",
            de: "OECD-Leitfaden für den Bekleidungs- und Schuhsektor, zu Einkaufspraktiken",
            en: "OECD guidance for the garment and footwear sector, on purchasing practices"), by: "; "),
        why: Phrase(
          nl:
            "Punten voor korte levertijden zijn toegestaan, maar kunnen in de keten leiden tot overwerk en verborgen "
            + "onderaanneming. Weeg of de snelheid nodig is.",
          fr:
            "Donner des points pour des délais courts est permis, mais peut mener, dans la chaîne, à des heures excessives "
            + "et à une sous-traitance cachée. Voyez si cette rapidité est nécessaire.",
          de:
            "Punkte für kurze Lieferzeiten sind erlaubt, können in der Lieferkette aber zu Überstunden und verdeckter "
            + "Untervergabe führen. Prüfen Sie, ob die Eile nötig ist.",
          en:
            "Points for short delivery times are allowed, but can lead to overtime and hidden subcontracting in the chain. "
            + "Consider whether the speed is needed."))
    default: nil
    }
  }

  // MARK: Proof

  private static func ofProof(_ code: String) -> Weakness? {
    switch code {
    case "label-without-equivalent":
      Weakness(
        directive("43(1)", "44(1)"),
        why: Phrase(
          nl:
            "Wie een keurmerk vraagt, moet gelijkwaardige keurmerken aanvaarden, en ander passend bewijs van wie het "
            + "keurmerk buiten zijn schuld niet op tijd kan krijgen. Zonder die woorden is de eis aanvechtbaar.",
          fr:
            "Qui exige un label doit accepter les labels équivalents, et d’autres preuves appropriées de qui ne peut "
            + "l’obtenir à temps sans que ce soit de son fait. Sans ces mots, l’exigence est contestable.",
          de:
            "Wer ein Gütezeichen verlangt, muss gleichwertige anerkennen und andere geeignete Nachweise von denen, die es "
            + "unverschuldet nicht rechtzeitig erhalten können. Ohne diese Worte ist die Anforderung angreifbar.",
          en:
            "Who asks for a label must accept equivalent labels, and other appropriate proof from those who cannot get it "
            + "in time for reasons not their own. Without those words the demand is open to challenge."))
    case "membership-only":
      Weakness(
        directive("18(1)", "43(1)"),
        why: Phrase(
          nl:
            "Lidmaatschap bewijst niet wat een lid doet, en wie hetzelfde zonder lidmaatschap doet, valt af. Aanvaard "
            + "lidmaatschap als één van de manieren om het proces te bewijzen.",
          fr:
            "L’adhésion ne prouve pas ce que fait le membre, et qui fait de même sans adhérer est écarté. Admettez-la comme "
            + "une preuve parmi d’autres du processus.",
          de:
            "Die Mitgliedschaft belegt nicht, was ein Mitglied tut, und wer dasselbe ohne sie tut, scheidet aus. Erkennen "
            + "Sie sie als einen von mehreren Nachweisen für den Prozess an.",
          en:
            "Membership does not prove what a member does, and who does the same without it is shut out. Accept it as one "
            + "of several ways to prove the process."))
    case "name-only":
      Weakness(
        guidance,
        why: Phrase(
          nl:
            "Zonder stappen weet geen van beide partijen wat er moet gebeuren, en valt er niets te controleren.",
          fr: "Sans étapes, aucune des parties ne sait ce qui doit être fait, et il n’y a rien à contrôler.",
          de: "Ohne Schritte weiß keine Seite, was zu tun ist, und es gibt nichts zu kontrollieren.",
          en: "Without steps neither side knows what is to be done, and there is nothing to check."))
    case "effort-standard-missing":
      Weakness(
        guidingPrinciples("14", "17").joined(directive("18(1)"), by: "; "),
        why: Phrase(
          nl:
            "Een garantie die niemand kan geven, lokt valse verklaringen uit en straft wie misstanden eerlijk meldt. Een "
            + "redelijke inspanning is wél te vragen en te controleren.",
          fr:
            "Une garantie que nul ne peut donner pousse à de fausses déclarations et punit qui signale les abus. Un effort "
            + "raisonnable, lui, peut être demandé et contrôlé.",
          de:
            "Eine Garantie, die niemand geben kann, verleitet zu falschen Erklärungen und bestraft, wer Missstände offen "
            + "meldet. Ein zumutbares Bemühen lässt sich verlangen und prüfen.",
          en:
            "A guarantee that nobody can give invites false statements and punishes who reports abuses honestly. A "
            + "reasonable effort can be asked for and checked."))
    case "outdated-text":
      Weakness(
        guidance,
        why: Phrase(
          nl: "De vervangende tekst vraagt doorgaans duidelijker wat de leverancier moet doen.",
          fr: "Le texte qui l’a remplacé dit en général plus clairement ce que le fournisseur doit faire.",
          de: "Der neuere Text sagt meist deutlicher, was der Lieferant tun muss.",
          en: "The text that replaced it mostly says more clearly what the supplier must do."))
    default: nil
    }
  }

  // MARK: Reach

  private static func ofReach(_ code: String) -> Weakness? {
    switch code {
    case "company-wide":
      Weakness(
        directive("67(3)", "70").joined(recital97, by: "; "),
        why: Phrase(
          nl:
            "Een eis moet verband houden met wat u koopt. Algemeen ondernemingsbeleid mag bij gunning en uitvoering niet "
            + "worden geëist; bind de eis aan de keten van deze opdracht.",
          fr:
            "Une exigence doit être liée à ce que vous achetez. La politique générale de l’entreprise ne peut être exigée "
            + "ni à l’attribution ni à l’exécution ; liez l’exigence à la chaîne de ce marché.",
          de:
            "Eine Anforderung muss mit dem zusammenhängen, was Sie kaufen. Allgemeine Unternehmenspolitik darf bei Zuschlag "
            + "und Ausführung nicht verlangt werden; binden Sie die Anforderung an die Lieferkette dieses Auftrags.",
          en:
            "A demand must be linked to what you buy. General company policy may not be demanded at award or in "
            + "performance; tie the demand to the chain of this contract."))
    case "conditional":
      Weakness(
        directive("18(1)", "70"),
        why: Phrase(
          nl:
            "Een voorwaarde kan terecht zijn. Zorg dan dat vaststaat wie nagaat of zij is vervuld, en wanneer; anders geldt "
            + "de eis in de praktijk nooit.",
          fr:
            "Une condition peut être justifiée. Précisez alors qui vérifie si elle est remplie, et quand ; sinon, "
            + "l’exigence ne s’applique jamais en pratique.",
          de:
            "Eine Bedingung kann berechtigt sein. Legen Sie dann fest, wer wann prüft, ob sie erfüllt ist; sonst gilt die "
            + "Anforderung in der Praxis nie.",
          en:
            "A condition can be right. Then see to it that it is settled who checks whether it is met, and when; otherwise "
            + "the demand never applies in practice."))
    case "general-terms":
      Weakness(
        directive("70"),
        why: Phrase(
          nl:
            "In algemene voorwaarden wordt de eis snel overgeslagen en zelden opgevolgd. Zet hem ook in het contract, "
            + "gebonden aan de producten van deze opdracht.",
          fr:
            "Dans des conditions générales, l’exigence passe vite inaperçue et est rarement suivie. Mettez-la aussi dans le "
            + "contrat, liée aux produits de ce marché.",
          de:
            "In allgemeinen Bedingungen wird die Anforderung leicht übersehen und selten nachgehalten. Nehmen Sie sie auch "
            + "in den Vertrag auf, bezogen auf die Produkte dieses Auftrags.",
          en:
            "In general terms the demand is easily passed over and rarely followed up. Put it in the contract too, tied to "
            + "the products of this contract."))
    case "withdrawn":
      Weakness(
        directive("18(1)", "47(3)"),
        why: Phrase(
          nl:
            "Het latere document geldt: wat is ingetrokken, hoeft niemand te doen. Een wezenlijke wijziging vraagt ook een "
            + "langere termijn voor de inschrijvers.",
          fr:
            "Le document ultérieur prévaut : nul ne doit faire ce qui a été retiré. Une modification importante exige aussi "
            + "de prolonger le délai de remise des offres.",
          de:
            "Das spätere Dokument gilt: Was zurückgenommen ist, muss niemand tun. Eine wesentliche Änderung verlangt auch "
            + "eine längere Angebotsfrist.",
          en:
            "The later document holds: what was withdrawn need not be done. A significant change also calls for a longer "
            + "time limit for tenders."))
    case "annex-missing":
      Weakness(
        directive("18(1)", "53(1)"),
        why: Phrase(
          nl:
            "Wat in de bijlage staat, is onbekend. Inschrijvers hebben recht op alle stukken; voeg de bijlage toe en toets "
            + "opnieuw.",
          fr:
            "Le contenu de l’annexe est inconnu. Les soumissionnaires ont droit à tous les documents ; ajoutez l’annexe et "
            + "refaites le contrôle.",
          de:
            "Was in der Anlage steht, ist unbekannt. Bieter haben Anspruch auf alle Unterlagen; fügen Sie die Anlage bei "
            + "und prüfen Sie erneut.",
          en:
            "What the annex holds is unknown. Tenderers are entitled to all documents; add the annex and check again."
        ))
    default: nil
    }
  }

  // MARK: Notice and reasons

  private static func ofNotice(_ code: String) -> Weakness? {
    switch code {
    case "explained":
      Weakness(
        directive("18(1)"),
        why: Phrase(
          nl:
            "Een opgegeven reden is goed: zij kan worden nagelezen en bij een volgende opdracht opnieuw worden gewogen.",
          fr: "Un motif indiqué est une bonne chose : on peut le relire et le réexaminer au prochain marché.",
          de:
            "Eine genannte Begründung ist gut: Sie lässt sich nachlesen und beim nächsten Auftrag neu abwägen.",
          en: "A stated reason is a good thing: it can be read and weighed anew at the next contract."))
    case "claim-unsupported":
      Weakness(
        noticeForm,
        why: Phrase(
          nl:
            "De aankondiging belooft wat de stukken niet vragen. Wie op cijfers uit aankondigingen afgaat, wordt misleid. "
            + "Neem de eis op, of pas de aankondiging aan.",
          fr:
            "L’avis promet ce que les documents ne demandent pas. Qui se fie aux chiffres tirés des avis est induit en "
            + "erreur. Ajoutez l’exigence, ou corrigez l’avis.",
          de:
            "Die Bekanntmachung verspricht, was die Unterlagen nicht verlangen. Wer sich auf Zahlen aus Bekanntmachungen "
            + "stützt, wird irregeführt. Nehmen Sie die Anforderung auf, oder ändern Sie die Bekanntmachung.",
          en:
            "The notice promises what the documents do not ask. Who relies on figures from notices is misled. Put the "
            + "demand in, or change the notice."))
    case "unclaimed":
      Weakness(
        noticeForm,
        why: Phrase(
          nl: "Gegadigden en wie aanbestedingen volgt, zien de eis niet in de aankondiging. Vul het veld in.",
          fr:
            "Les candidats, et ceux qui suivent les marchés, ne voient pas l’exigence dans l’avis. Remplissez le champ.",
          de:
            "Interessenten und Beobachter sehen die Anforderung nicht in der Bekanntmachung. Füllen Sie das Feld aus.",
          en:
            "Candidates, and those who follow tenders, do not see the demand in the notice. Fill in the field."
        ))
    default: nil
    }
  }

  // MARK: Bases

  private static let guidance = Phrase(
    nl: "OESO-leidraad voor due diligence", fr: "Guide OCDE sur le devoir de diligence",
    de: "OECD-Leitfaden zur Sorgfaltspflicht", en: "OECD Due Diligence Guidance")
  private static let recital97 = Phrase(
    nl: "overweging 97", fr: "considérant 97", de: "Erwägungsgrund 97", en: "recital 97")
  private static let noticeForm = Phrase(
    nl: "Uitvoeringsverordening (EU) 2019/1780, veld BT-775",
    fr: "Règlement d’exécution (UE) 2019/1780, champ BT-775",
    de: "Durchführungsverordnung (EU) 2019/1780, Feld BT-775",
    en: "Implementing Regulation (EU) 2019/1780, field BT-775")

  /// Articles of Directive 2014/24/EU, written as the English version does: `67(2)(c)`.
  private static func directive(_ articles: String...) -> Phrase {
    func list(_ and: String) -> String { articles.joined(separator: " \(and) ") }
    return Phrase(
      nl: "Richtlijn 2014/24/EU, art. \(list("en"))", fr: "Directive 2014/24/UE, art. \(list("et"))",
      de: "Richtlinie 2014/24/EU, Art. \(list("und"))", en: "Directive 2014/24/EU, art. \(list("and"))")
  }

  private static func guidingPrinciples(_ numbers: String...) -> Phrase {
    func list(_ and: String) -> String { numbers.joined(separator: " \(and) ") }
    return Phrase(
      nl: "UN Guiding Principles, beginsel \(list("en"))",
      fr: "Principes directeurs des Nations Unies, \(list("et"))",
      de: "VN-Leitprinzipien, \(list("und"))", en: "UN Guiding Principles, \(list("and"))")
  }
}
