import Foundation
import Testing

@Suite("check --compare") struct CompareCommandTests {
  @Test("a tender and its rectification are compared, whatever kind of input they are")
  func rectification() throws {
    let folder = Program.sample("10-withdrawn")
    let text = try Program.run("check", "--compare", "\(folder)/Bestek.txt", folder, "--language", "nl")
    #expect(text.status == 0)
    #expect(text.errors.isEmpty)
    #expect(text.text.contains("→ Niveau: Gepaste zorgvuldigheid (3) → Niet toegepast (0)"))
    #expect(text.text.contains("Artikel 5.7 van het bestek vervalt"))
    let json = try Program.run("check", "--compare", "\(folder)/Bestek.txt", folder, "--format", "json")
    let line = try JSON(json.output)[0]
    #expect(line["schema"].string == "toetssteen.comparison/1")
    let differences = line["lots"][0]["differences"].array
    #expect(differences.first?["field"].string == "level")
    let removed = try #require(differences.first { $0["field"].string == "elements" })
    #expect(removed["kind"].string == "removed")
    #expect(removed["oldEvidence"][0]["quote"].string?.contains("onderzoekt") == true)
    #expect(removed["newEvidence"][0]["quote"].string?.contains("vervalt") == true)
  }

  @Test("the options of a draft hold for the side without a notice")
  func draft() throws {
    let scratch = try Scratch()
    let document = try scratch.write("Bestek.txt", "De opdrachtnemer levert op tijd.\n")
    let sample = Program.sample("01-silent")
    let result = try Program.run(
      "check", "--compare", document, sample, "--country", "NL", "--buyer-kind", "municipality", "--format",
      "json")
    #expect(result.status == 0)
    #expect(try JSON(result.output)[0]["scope"].array.allSatisfy { $0["field"].string != "duties" })
    let noticed = try Program.run("check", "--compare", sample, sample, "--country", "NL")
    #expect(noticed.status == 2)
  }

  @Test("nothing that differs ends with 0, too")
  func same() throws {
    let sample = Program.sample("06-due-diligence")
    let result = try Program.run("check", "--compare", sample, sample)
    #expect(result.status == 0)
    #expect(result.text.contains("Nothing that is judged has changed."))
  }

  @Test(
    "wrong arguments end with 2 and one line",
    arguments: [
      ["A"], ["A", "A", "A"], ["A", "A", "--fail-below", "due-diligence"], ["A", "A", "--strict"],
      ["A", "A", "--target", "due-diligence"], ["A", "nowhere"],
      ["A", "A", "--format", "html"],
    ])
  func wrong(arguments: [String]) throws {
    let sample = Program.sample("01-silent")
    let result = try Program.run(["check", "--compare"] + arguments.map { $0 == "A" ? sample : $0 })
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(isOneLine(result.errors))
  }
}
