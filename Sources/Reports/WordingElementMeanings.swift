import Analysis

/// What each element asks, for a reader who meets it for the first time.
extension Phrase {
  static func meaning(of element: Element) -> Phrase {
    switch element {
    case .e1:
      Phrase(
        nl:
          "De tekst zegt waaraan het gedrag in de keten wordt gemeten, zodat beide partijen dezelfde maatstaf hebben.",
        fr:
          "Le texte dit à quelle référence se mesure la conduite dans la chaîne, pour que chacun ait la même.",
        de:
          "Der Text sagt, woran das Verhalten in der Lieferkette gemessen wird, damit alle denselben Maßstab haben.",
        en:
          "The text says by which yardstick conduct in the chain is measured, so that both sides use the same one."
      )
    case .e2:
      Phrase(
        nl:
          "De leverancier legt vast dat hij mensenrechten in de keten wil eerbiedigen en wie daarvoor zorgt.",
        fr:
          "Le fournisseur s’engage par écrit à respecter les droits humains dans la chaîne et dit qui y veille.",
        de:
          "Der Lieferant hält fest, dass er Menschenrechte in der Lieferkette achten will, und wer dafür sorgt.",
        en: "The supplier puts down that human rights in the chain are to be respected, and who sees to it.")
    case .e3:
      Phrase(
        nl: "De leverancier zoekt uit waar in de keten mensen worden geschaad of dreigen te worden geschaad.",
        fr:
          "Le fournisseur cherche où, dans la chaîne, des personnes subissent ou risquent de subir un tort.",
        de:
          "Der Lieferant ermittelt, wo in der Kette Menschen geschädigt werden oder geschädigt zu werden drohen.",
        en: "The supplier finds out where in the chain people are harmed or may be harmed.")
    case .e4:
      Phrase(
        nl:
          "De leverancier vertelt waar het product vandaan komt: welke bedrijven, welke plaatsen, tot aan de bron.",
        fr: "Le fournisseur dit d’où vient le produit : quelles entreprises, quels lieux, jusqu’à la source.",
        de: "Der Lieferant sagt, woher das Produkt kommt: welche Betriebe, welche Orte, bis zum Ursprung.",
        en: "The supplier tells where the product comes from: which firms, which places, back to the source.")
    case .e5:
      Phrase(
        nl: "De leverancier doet iets aan wat hij vindt, het ernstigste eerst.",
        fr: "Le fournisseur agit sur ce qu’il trouve, en commençant par le plus grave.",
        de: "Der Lieferant tut etwas gegen das, was er findet, das Schwerste zuerst.",
        en: "The supplier acts on what is found, the most severe first.")
    case .e6:
      Phrase(
        nl: "Iemand gaat na of de maatregelen helpen voor de mensen om wie het gaat.",
        fr: "Quelqu’un vérifie si les mesures aident les personnes concernées.",
        de: "Jemand prüft, ob die Maßnahmen den Betroffenen helfen.",
        en: "Somebody checks whether the measures help the people concerned.")
    case .e7:
      Phrase(
        nl: "De leverancier vertelt geregeld wat hij heeft gevonden en gedaan.",
        fr: "Le fournisseur rend compte régulièrement de ce qu’il a trouvé et fait.",
        de: "Der Lieferant berichtet regelmäßig, was er gefunden und getan hat.",
        en: "The supplier tells regularly what was found and done.")
    case .e8:
      Phrase(
        nl: "Wie in de keten schade lijdt, kan veilig klagen, en wordt geholpen.",
        fr: "Qui subit un tort dans la chaîne peut se plaindre en sécurité, et obtient réparation.",
        de: "Wer in der Kette geschädigt wird, kann sich sicher beschweren und erhält Abhilfe.",
        en: "Whoever is harmed in the chain can complain safely, and is helped.")
    case .e9:
      Phrase(
        nl: "Gevraagd wordt wat redelijkerwijs kan, geen garantie die niemand kan geven.",
        fr: "Il est demandé ce qui est raisonnablement possible, pas une garantie que nul ne peut donner.",
        de: "Verlangt wird das Zumutbare, keine Garantie, die niemand geben kann.",
        en: "What is asked is what can reasonably be done, not a guarantee that nobody can give.")
    case .e10:
      Phrase(
        nl: "De opdrachtgever mag controleren, en niet nakomen heeft een gevolg.",
        fr: "L’acheteur peut contrôler, et l’inexécution a une conséquence.",
        de: "Der Auftraggeber darf prüfen, und Nichterfüllung hat Folgen.",
        en: "The buyer may check, and default has a consequence.")
    }
  }
}
