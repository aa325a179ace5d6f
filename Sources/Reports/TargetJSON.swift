import Analysis
import Tenders

extension JSONReport {
  /// What each lot needs to reach a level.
  static func write(_ target: Target, _ json: inout JSONWriter) {
    json.object("target") { json in
      json.field("level", target.level.code)
      json.field("rank", target.level.rank)
      json.field("language", target.language)
      json.array("lots", of: target.lots) { json, lot in
        json.field("lot", lot.lot)
        json.field("state", lot.state.rawValue)
        json.array("present", of: lot.present) { write($1, &$0) }
        json.array("ways", of: lot.ways) { json, way in
          json.field("size", way.size)
          json.array("all", of: way.all) { write($1, &$0) }
          json.array("choices", of: way.choices) { json, choice in
            json.field("count", choice.count)
            json.array("of", of: choice.of) { write($1, &$0) }
          }
        }
        json.field("unread", lot.unread)
      }
      json.array("clauses", of: target.clauses) { json, clause in
        json.field("remedy", clause.remedy)
        json.field("stage", clause.stage.rawValue)
        json.field("title", clause.title)
        json.field("text", clause.text)
        json.field("basis", clause.basis)
      }
    }
  }

  private static func write(_ demand: Demand, _ json: inout JSONWriter) {
    json.field("name", demand.name)
    json.field("scored", demand.isScored)
    json.field("remedy", demand.remedy)
  }
}
