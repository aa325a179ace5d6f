public import Analysis
import Tenders

extension JSONReport {
  /// What differs between two tenders, as one line without its end.
  public static func line(_ comparison: Comparison) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", "toetssteen.comparison/1")
      json.object("old") { write(side: comparison.old, &$0) }
      json.object("new") { write(side: comparison.new, &$0) }
      json.array("scope", of: comparison.scope) { write($1, &$0) }
      json.array("lots", of: comparison.lots) { json, lot in
        json.field("side", lot.side.rawValue)
        write(lot.old, "old", &json)
        write(lot.new, "new", &json)
        json.array("differences", of: lot.differences) { write($1, &$0) }
      }
      write(comparison.new.rules, &json)
    }
    return json.bytes
  }

  private static func write(side judged: JudgedTender, _ json: inout JSONWriter) {
    write(judged.source, &json)
    json.field("id", judged.tender.id)
    json.field("title", judged.tender.title)
  }

  private static func write(_ verdict: Verdict?, _ key: StaticString, _ json: inout JSONWriter) {
    guard let verdict else { return json.field(key, nil as String?) }
    json.object(key) {
      $0.field("lot", verdict.lot)
      $0.field("level", verdict.level.code)
      $0.field("rank", verdict.level.rank)
      $0.field("atLeast", verdict.atLeast)
    }
  }

  private static func write(_ difference: TenderDifference, _ json: inout JSONWriter) {
    json.field("field", difference.field.rawValue)
    json.field("kind", difference.kind.rawValue)
    json.field("of", difference.of)
    json.field("old", difference.old)
    json.field("new", difference.new)
    json.array("oldEvidence", of: difference.oldEvidence) { write($1, &$0) }
    json.array("newEvidence", of: difference.newEvidence) { write($1, &$0) }
  }
}
