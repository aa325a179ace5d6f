import Foundation
import Testing

@Suite("check --target") struct TargetCommandTests {
  @Test("the way to a level is told in text and JSON")
  func way() throws {
    let sample = Program.sample("06-due-diligence")
    let text = try Program.run("check", sample, "--target", "due-diligence-monitored", "--language", "nl")
    #expect(text.status == 0)
    #expect(text.text.contains("Doel — Gepaste zorgvuldigheid met opvolging — Niveau 4 van 5"))
    #expect(text.text.contains("2 van deze 4:"))
    #expect(text.text.contains("Modelbepalingen, in de taal van de aanbesteding: fr"))
    let json = try Program.run("check", sample, "--target", "due-diligence-monitored", "--format", "json")
    let target = try JSON(json.output)[0]["target"]
    #expect(target["level"].string == "due-diligence-monitored")
    #expect(target["language"].string == "fr")
    let lot = target["lots"][0]
    #expect(lot["state"].string == "open")
    #expect(lot["present"].array.compactMap { $0["name"].string } == ["E3", "E4", "E5"])
    let choice = lot["ways"][0]["choices"][0]
    #expect(choice["count"].int == 2)
    #expect(choice["of"].array.compactMap { $0["name"].string } == ["E6", "E7", "E8", "E10"])
    #expect(target["clauses"].array.count == 4)
    #expect(target["clauses"][0]["text"].string?.contains("le titulaire") == true)
  }

  @Test("a level that is reached is said to be so, and a notice alone leaves it open")
  func states() throws {
    let reached = try Program.run("check", Program.sample("06-due-diligence"), "--target", "due-diligence")
    #expect(reached.text.contains("This level is reached already."))
    let open = try Program.run("check", Program.sample("11-not-assessable"), "--target", "due-diligence")
    #expect(open.text.contains("Whether this level is reached cannot be told"))
    #expect(open.text.contains("Not read: the procurement documents"))
  }

  @Test("the HTML precheck refuses a target")
  func html() throws {
    let result = try Program.run(
      "check", Program.sample("06-due-diligence"), "--target", "due-diligence", "--format", "html")
    #expect(result.status == 2)
    #expect(isOneLine(result.errors))
  }

  @Test("without a target there is none in the output")
  func none() throws {
    let json = try JSON(
      try Program.run("check", Program.sample("06-due-diligence"), "--format", "json").output)
    #expect(!json[0].keys.contains("target"))
  }

  @Test(
    "an unknown level ends with 2 and the nearest known one", arguments: ["due-dilligence", "silent", "E5"])
  func unknown(level: String) throws {
    let result = try Program.run("check", Program.sample("06-due-diligence"), "--target", level)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(isOneLine(result.errors))
    #expect(result.errors.contains("due-diligence"))
  }
}
