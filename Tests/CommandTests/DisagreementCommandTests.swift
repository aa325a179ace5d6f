import Foundation
import Testing

@Suite("Notice and documents that disagree") struct DisagreementCommandTests {
  @Test("both sides are shown with quote and place")
  func bothSides() throws {
    let scratch = try Scratch()
    try scratch.copy("Samples/08-due-diligence-rewarded/notice.xml", to: "notice.xml")
    let rule = "Der Preis zählt 90 %, die Qualität 10 %."
    try scratch.write(
      "Bewerbungsbedingungen.txt", "Bewerbungsbedingungen\n\n4 Zuschlagskriterien\n\n\(rule)\n")
    let json = try JSON(try Program.run("check", scratch.path, "--format", "json").output)[0]
    let disagreement = json["verdicts"][0]["disagreements"][0]
    #expect(disagreement["field"].string == "priceWeight")
    #expect([disagreement["notice"].string, disagreement["documents"].string] == ["50", "90"])
    #expect(disagreement["noticeEvidence"][0]["place"]["document"].string == "notice.xml")
    #expect(disagreement["noticeEvidence"][0]["place"]["xpath"].string?.contains("AwardingCriterion") == true)
    #expect(disagreement["documentEvidence"][0]["quote"].string == rule)
    #expect(disagreement["documentEvidence"][0]["place"]["paragraph"].int == 3)
    let text = try Program.run("check", scratch.path, "--language", "nl").text
    #expect(text.contains("“\(rule)”"))
    #expect(text.contains("Bewerbungsbedingungen.txt › 4 Zuschlagskriterien › alinea 3"))
  }
}
