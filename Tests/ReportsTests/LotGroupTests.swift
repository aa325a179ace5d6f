@testable import Analysis
import Tenders
import Testing

@testable import Reports

@Suite("Lots with the same verdict are shown together")
struct LotGroupTests {
  @Test("Equal verdicts make one group, others their own")
  func groups() {
    let verdicts = ["1", "2", "3", "4"].map { lot in
      lot == "2" ? Fixtures.verdict(lot: lot, flags: ["price-led"]) : Fixtures.verdict(lot: lot)
    }
    let groups = LotGroup.groups(of: verdicts)
    #expect(groups.map(\.positions) == [[0, 2, 3], [1]])
    #expect(groups.allSatisfy { $0.placesOfFirstLot.isEmpty })
  }

  @Test("Places within the notice may differ, quotes may not")
  func places() {
    func verdict(_ lot: String, _ line: Int, _ quote: String = "Prijs") -> Verdict {
      Fixtures.verdict(
        lot: lot, elements: [], flags: ["price-only"],
        evidence: [Fixtures.evidence("price-only", quote, at: Fixtures.noticePlace(line: line))])
    }
    let groups = LotGroup.groups(of: [verdict("1", 10), verdict("2", 20), verdict("3", 30, "Laagste prijs")])
    #expect(groups.map(\.positions) == [[0, 1], [2]])
    #expect(groups.first?.placesOfFirstLot == [Fixtures.noticePlace(line: 10)])
  }

  @Test("Places in documents must be the same")
  func documents() {
    var other = Fixtures.documentPlace
    other.paragraph = 99
    let verdicts = [
      Fixtures.verdict(lot: "1", evidence: [Fixtures.evidence("E4")]),
      Fixtures.verdict(lot: "2", evidence: [Fixtures.evidence("E4", at: other)]),
    ]
    #expect(LotGroup.groups(of: verdicts).count == 2)
  }

  @Test("Numbers in a row are written as a range")
  func written() {
    #expect(LotGroup.written(["LOT-0001", "LOT-0003", "LOT-0004", "LOT-0005"]) == ["1", "3–5"])
    #expect(LotGroup.written(["10", "2", "1"]) == ["1", "2", "10"])
    #expect(LotGroup.written(["1", "2"]) == ["1", "2"])
    #expect(LotGroup.written(["A", "B", "C"]) == ["A", "B", "C"])
    #expect(LotGroup.written(["PAR-0001"]) == ["PAR-0001"])
    #expect(LotGroup.written(["007", "8"]) == ["007", "8"])
    #expect(LotGroup.written([String(Int.max), String(Int.min)]) == [String(Int.min), String(Int.max)])
  }

  @Test("The report names them all under one heading")
  func report() throws {
    let rules = try #require(Fixtures.rules)
    let verdicts = (1...7).map { Fixtures.verdict(lot: "\($0)", flags: $0 == 2 ? ["price-led"] : []) }
    let text = TextReport(language: .nl, rules: rules).tender(Fixtures.judged(verdicts))
    #expect(text.contains("Percelen 1, 3–7\n"))
    #expect(text.contains("Perceel 2 — Werk 2\n"))
    #expect(text.ranges(of: "Niveau 3 van 5").count == 2)
  }
}
