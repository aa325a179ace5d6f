@testable import Analysis
import Reports
import Tenders
import Testing

@Suite("The JSON Schema fits the output")
struct SchemaTests {
  private let validator: SchemaValidator

  init() throws { validator = SchemaValidator(root: try JSONValue.parse(Schema.json.utf8)) }

  private func complaints(_ line: [UInt8]) throws -> [String] {
    validator.complaints(try JSONValue.parse(line))
  }

  @Test("Every kind of line is valid")
  func lines() throws {
    let judged = Fixtures.judged([
      Fixtures.verdict(lot: "1", atLeast: true, flags: ["conditional"], notes: ["name-only"]),
      Fixtures.verdict(
        lot: "2", elements: [], evidence: [Fixtures.evidence("price-led", at: Fixtures.noticePlace(line: 3))]),
    ])
    #expect(try complaints(JSONReport.line(judged)) == [])
    #expect(try complaints(JSONReport.line(Fixtures.unread)) == [])
    let file = TenderFile(source: judged.source, tender: judged.tender, coverage: judged.coverage, texts: [])
    #expect(try complaints(JSONReport.line(facts: file)) == [])
  }

  @Test("What is not known may be null")
  func nulls() throws {
    var tender = Tender(noticeKind: .documents)
    tender.lots = [Lot(id: "1")]
    tender.buyers = [Buyer(name: nil)]
    tender.changes = [Change(noticeId: nil, reason: nil, description: nil)]
    tender.value = Value(amount: nil, currency: nil)
    let file = TenderFile(source: Source(path: "x"), tender: tender, texts: [])
    #expect(try complaints(JSONReport.line(facts: file)) == [])
  }

  @Test("Every way to state a weight is valid")
  func weights() throws {
    var tender = Fixtures.tender()
    tender.lots[0].award = [
      AwardCriterion(kind: .quality, weight: .range(low: 20, high: 40.5), unit: .range),
      AwardCriterion(kind: .cost, weightText: "veel"), AwardCriterion(kind: .unknown, withheld: true),
    ]
    tender.lotGroups = [Lot(id: "GLO-0001")]
    tender.lotGroups[0].members = ["LOT-0001"]
    #expect(try complaints(JSONReport.line(Fixtures.judged(tender: tender))) == [])
  }

  @Test("It refuses what is not the output")
  func refuses() throws {
    let line = String(decoding: JSONReport.line(Fixtures.judged()), as: UTF8.self)
    let broken = [
      ("\"2025-09-06\"", "\"06/09/2025\""), ("\"due-diligence\"", "\"diligent\""),
      ("toetssteen.tender/1", "other/1"),
      ("\"atLeast\":false,", ""), ("\"E4\"", "\"E11\""), ("f0f0", "F0F0"),
      ("\"priceWeight\":40", "\"priceWeight\":\"40\""),
    ]
    for (good, bad) in broken {
      let changed = line.replacing(good, with: bad)
      #expect(changed != line)
      #expect(try !complaints(Array(changed.utf8)).isEmpty, "\(bad)")
    }
  }

  @Test("New fields may be added")
  func newFields() throws {
    let line = String(decoding: JSONReport.line(Fixtures.unread), as: UTF8.self)
    #expect(try complaints(Array(line.replacing("{\"schema\"", with: "{\"new\":1,\"schema\"").utf8)) == [])
  }

  @Test("Its lists are those of the model and the rules")
  func lists() throws {
    let ladder = try #require(Fixtures.rules).ladder
    func list(_ path: String...) -> Set<String> {
      let node = path.reduce(validator.root["$defs"]) { $0?[$1] }
      return Set(node?["enum"]?.array?.compactMap(\.string) ?? [])
    }
    let levels = ladder.levels.map(\.level) + [ladder.silent, ladder.notAssessable]
    #expect(list("verdict", "properties", "level") == Set(levels.map(\.code)))
    #expect(list("verdict", "properties", "flags", "items") == Set(ladder.flags))
    #expect(list("verdict", "properties", "notes", "items") == Set(ladder.notes))
    #expect(list("verdict", "properties", "stages", "items") == Set(Stage.allCases.map(\.rawValue)))
    #expect(list("element") == Set(Element.allCases.map(\.rawValue)))
    #expect(list("buyer", "properties", "kind") == Set(BuyerKind.allCases.map(\.rawValue)))
    #expect(list("document", "properties", "role") == Set(DocumentRole.allCases.map(\.rawValue)))
  }
}
