import Testing

@testable import Intake

@Suite struct LegibilityTests {
  @Test(arguments: [
    "De opdrachtnemer levert natuursteen waarvan de herkomst tot en met de groeve bekend is en legt daarvan voor de "
      + "eerste levering een overzicht over aan de directie van het werk.",
    "Le titulaire fournit des pierres naturelles dont la provenance est connue jusqu’à la carrière et remet, avant la "
      + "première livraison, un relevé de la chaîne d’approvisionnement.",
    "Der Auftragnehmer liefert Naturstein, dessen Herkunft bis zum Steinbruch bekannt ist, und legt vor der ersten "
      + "Lieferung eine Übersicht der Lieferkette vor.",
    "DE OPDRACHTNEMER LEVERT NATUURSTEEN WAARVAN DE HERKOMST TOT EN MET DE GROEVE BEKEND IS EN LEGT DAARVAN VOOR DE "
      + "EERSTE LEVERING EEN OVERZICHT OVER AAN DE DIRECTIE.",
    "Ο ανάδοχος προμηθεύει φυσική πέτρα της οποίας η προέλευση είναι γνωστή μέχρι το λατομείο και παραδίδει πριν από "
      + "την πρώτη παράδοση μια επισκόπηση της αλυσίδας εφοδιασμού.",
    "Nr. 1 2 3 400 250 € 12,50 • •", "",
  ])
  func textIsText(text: String) { #expect(!Legibility.isGibberish(Array(text.utf8))) }

  @Test(arguments: [
    "'H RSGUDFKWQHPHU OHYHUW QDWXXUVWHHQ ZDDUYDQ GH KHUNRPVW WRW HQ PHW GH JURHYH EHNHQG LV HQ OHJW GDDUYDQ YRRU GH "
      + "HHUVWH OHYHULQJ HHQ RYHU]LFKW RYHU DDQ GH GLUHFWLH",
    "\u{F044}\u{F065} \u{F06F}\u{F070}\u{F064}\u{F072}\u{F061}\u{F063}\u{F068}\u{F074} abc",
    "\u{FFFD}\u{FFFD}\u{FFFD} \u{1A}\u{1A} ab",
  ])
  func gibberishIsNone(text: String) { #expect(Legibility.isGibberish(Array(text.utf8))) }
}
