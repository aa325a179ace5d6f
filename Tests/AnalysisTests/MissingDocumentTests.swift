import Intake
import Tenders
import Testing

@testable import Analysis

@Suite("Documents that are named and not there")
struct MissingDocumentTests {
  private func judged(_ documents: [(name: String, text: String)]) async throws -> JudgedTender {
    var package = Package(path: "map")
    package.files = documents.map { RawFile(path: "map/\($0.name)", bytes: Array($0.text.utf8)) }
    let file = try await TenderReader().tender(package).get()
    return try Self.judge.get().judge(file)
  }

  private static let judge = Result { try Judge(rules: RuleSet(from: .packed)) }

  private func missing(_ documents: [(name: String, text: String)]) async throws -> [Coverage.Document] {
    try await judged(documents).coverage.documents.filter { $0.state == .missing }
  }

  @Test(
    "an annex is listed as missing, with its title and the place that names it",
    arguments: [
      ("Bestek.txt", "De aannemer volgt het plan van bijlage 7 ISV en voltooit het werk.", "bijlage 7 ISV"),
      (
        "CSC.txt", "Le titulaire exécute le marché selon l'annexe 3 – Clauses sociales, jointe au dossier.",
        "annexe 3 – Clauses sociales"
      ),
      ("LV.txt", "Der Auftragnehmer liefert die Steine nach Anlage Nr. 5 auf die Baustelle.", "Anlage Nr. 5"),
      (
        "Specification.txt", "The contractor delivers the stone as set out in Annex B (Sites).",
        "Annex B (Sites)"
      ),
    ])
  func named(file: String, sentence: String, name: String) async throws {
    let judged = try await judged([(file, "1. Algemeen\n\n\(sentence)\n")])
    let entry = try #require(judged.coverage.documents.first { $0.state == .missing })
    #expect(entry.name == name)
    #expect(entry.role == .annex)
    #expect(entry.namedAt?.document == file)
    #expect(entry.namedAt?.paragraph == 2)
    #expect(entry.hint == "Named in \(file), paragraph 2.")
    #expect(judged.coverage.listed == 2)
    #expect(judged.coverage.present == 1)
  }

  @Test("each is listed once, by the title that a list of annexes gives it")
  func list() async throws {
    let guide = """
      Aanbestedingsleidraad

      De inschrijver levert volgens bijlage 2. Wat daarover wordt gevraagd, staat in bijlage 2.

      Bijlagen:

      - Bijlage 1 Prijzenblad
      - Bijlage 2 Kleuren van de tegels
      """
    let found = try await missing([("Leidraad.txt", guide)])
    #expect(found.map(\.name) == ["Bijlage 2 Kleuren van de tegels", "Bijlage 1 Prijzenblad"])
    #expect(found.map(\.role) == [.annex, .priceSheet])
    #expect(found.first?.namedAt?.paragraph == 2)
  }

  @Test(
    "an annex that is there by name, by number or by heading is not missing",
    arguments: [
      "Bijlage 7 ISV.txt", "bijlage_7.txt", "Bijlage7-ISV.txt", "BIJLAGE VII.txt", "07 Voorwaarden.txt",
      "map/Bijlage 07.txt",
      "Stukken ISV.txt",
    ])
  func presentByName(name: String) async throws {
    let bestek = "Bestek\n\nDe aannemer volgt het plan van bijlage 7 ISV en voltooit het werk.\n"
    #expect(try await missing([("Bestek.txt", bestek), (name, "De tegels zijn grijs.\n")]).isEmpty)
  }

  @Test("an annex that is a part of a document is not missing; a line of a list is no part")
  func presentAsPart() async throws {
    let sentence = "De aannemer volgt het plan van bijlage 7 en voltooit het werk.\n"
    let part = try await missing([
      ("Bestek.txt", "Bestek\n\n\(sentence)\nBijlage 7 Werkplan\n\nDe tegels zijn grijs.\n")
    ])
    #expect(part.isEmpty)
    let line = try await missing([
      ("Bestek.txt", "Bestek\n\n\(sentence)\nBijlage 6 Kaart\nBijlage 7 Werkplan\nBijlage 8 Foto's\n")
    ])
    #expect(Set(line.map { $0.name.prefix(9).lowercased() }) == ["bijlage 6", "bijlage 7", "bijlage 8"])
  }

  @Test("an annex that is there as a scan is not missing, and is not flagged as such")
  func scanned() async throws {
    let pointing = "Bestek\n\n4.1 De internationale sociale voorwaarden voor de steen staan in bijlage 9.\n"
    var package = Package(path: "map")
    package.files = [
      RawFile(path: "map/Bestek.txt", bytes: Array(pointing.utf8)),
      RawFile(path: "map/Bijlage 9.zip", bytes: [0x50, 0x4B, 3, 4, 0, 0, 0, 0]),
    ]
    let file = try await TenderReader().tender(package).get()
    let judged = try Self.judge.get().judge(file)
    #expect(!judged.coverage.documents.contains { $0.state == .missing })
    #expect(judged.verdicts.first?.flags.contains("annex-missing") == false)
    #expect(judged.verdicts.first?.level.code == "not-assessable")
  }

  @Test(
    "annexes of laws and standards are none of the tender",
    arguments: [
      "De aannemer meldt wat bijlage X bij Richtlijn 2014/24/EU noemt.",
      "De aannemer meldt wat de wet, bijlage II, noemt.",
      "Le titulaire remplit l'annexe II de l'arrêté royal du 18 avril.",
      "Die Leistung richtet sich nach Anlage 11 HOAI.",
      "The stone meets EN 1341 and ISO 27001 Annex A.",
      "The services fall under Schedule 3 of the Public Contracts Regulations.",
      "Le titulaire joint en annexe à la demande un plan.",
      "De aannemer vult bijlage XX in.",
    ])
  func acts(sentence: String) async throws {
    #expect(try await missing([("Stukken.txt", "Inleiding\n\n\(sentence)\n")]).isEmpty)
  }

  @Test("a missing drawing or price sheet leaves a tender silent; a missing contract does not")
  func silence() async throws {
    func level(_ sentence: String) async throws -> String? {
      let text =
        "Bestek straatwerk\n\nDe aannemer levert en legt de tegels op de aangewezen plaats.\n\n\(sentence)\n"
      return try await judged([("Bestek.txt", text)]).verdicts.first?.level.code
    }
    #expect(try await level("De maten staan op de tekening van bijlage 3.") == "silent")
    #expect(try await level("De prijzen vult hij in op het prijzenblad (bijlage 4).") == "silent")
    #expect(
      try await level("Met de winnaar wordt bijlage 5 Conceptovereenkomst gesloten.") == "not-assessable")
    #expect(try await level("Met de winnaar wordt de overeenkomst (bijlage 5) gesloten.") == "not-assessable")
  }

  @Test("a specification that is named by its number and is not there is missing")
  func numbered() async throws {
    let terms = "Voorwaarden\n\nHet werk staat omschreven in bestek nr. 2024/12 van de gemeente.\n"
    let found = try await missing([("Overeenkomst.txt", terms)])
    #expect(found.map(\.name) == ["bestek nr. 2024/12"])
    #expect(found.map(\.role) == [.specification])
    #expect(
      try await missing([("Overeenkomst.txt", terms), ("Bestek.txt", "De tegels zijn grijs.\n")]).isEmpty)
  }

  @Test("a notice names an annex anywhere in its text, also where no rule looks")
  func notice() throws {
    let judged = try Self.judge.get().judge(
      TinyRules.notice("The work is shown on the drawings of Annex 12."))
    let entry = try #require(judged.coverage.documents.first)
    #expect(entry.state == .missing)
    #expect(entry.name == "Annex 12")
    #expect(entry.namedAt?.xpath == "/n")
    #expect(judged.verdicts.first?.level.code == "not-assessable")
  }
}
