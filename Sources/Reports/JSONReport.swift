public import Analysis
public import Tenders

/// The machine-readable output: one object for each tender or unread input, by the schema that `toetssteen schema`
/// prints.
public enum JSONReport {
  /// A judged tender as one line without its end.
  public static func line(_ judged: JudgedTender) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", "toetssteen.tender/1")
      write(judged.source, &json)
      write(judged.tender, &json)
      write(judged.coverage, &json)
      write(judged.scope, &json)
      json.array("verdicts", of: judged.verdicts) { write($1, &$0) }
      write(judged.rules, &json)
      if let target = judged.target { write(target, &json) }
    }
    return json.bytes
  }

  /// What was read of a tender, without a verdict.
  public static func line(facts file: TenderFile) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", "toetssteen.facts/1")
      write(file.source, &json)
      write(file.tender, &json)
      write(file.coverage, &json)
    }
    return json.bytes
  }

  /// Input that gave no tender.
  public static func line(_ unread: Unread) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", "toetssteen.unread/1")
      write(unread.source, &json)
      json.field("reason", unread.reason.rawValue)
      json.field("message", unread.message)
    }
    return json.bytes
  }

  static func write(_ rules: RulesIdentity, _ json: inout JSONWriter) {
    json.object("rules") {
      $0.field("version", rules.version)
      $0.field("sha256", rules.sha256)
    }
  }

  // MARK: Source and tender

  static func write(_ source: Source, _ json: inout JSONWriter) {
    json.object("source") {
      $0.field("path", source.path)
      $0.field("member", source.member)
      $0.field("format", source.format)
      $0.field("sha256", source.sha256)
      $0.field("bytes", source.bytes)
    }
  }

  private static func write(_ tender: Tender, _ json: inout JSONWriter) {
    json.object("tender") { json in
      json.field("id", tender.id)
      json.field("procedureId", tender.procedureId)
      json.field("version", tender.version)
      json.field("noticeKind", tender.noticeKind.rawValue)
      json.field("noticeType", tender.noticeType)
      json.field("published", tender.published)
      json.field("dispatched", tender.dispatched)
      json.field("country", tender.country)
      json.field("languages", tender.languages)
      json.field("title", tender.title)
      json.array("buyers", of: tender.buyers) { json, buyer in
        json.field("name", buyer.name)
        json.field("id", buyer.id)
        json.field("country", buyer.country)
        json.field("nuts", buyer.nuts)
        json.field("kind", buyer.kind.rawValue)
        json.field("activity", buyer.activity)
      }
      json.field("cpv", tender.cpv)
      json.field("nuts", tender.nuts)
      write(tender.value, &json)
      json.array("changes", of: tender.changes) { json, change in
        json.field("noticeId", change.noticeId)
        json.field("reason", change.reason)
        json.field("description", change.description)
      }
      json.field("exclusionGrounds", tender.exclusionGrounds)
      json.array("lots", of: tender.lots) { write($1, &$0) }
      json.array("lotGroups", of: tender.lotGroups) { write($1, &$0) }
    }
  }

  private static func write(_ value: Value?, _ json: inout JSONWriter) {
    guard let value else { return json.field("value", nil as String?) }
    json.object("value") {
      $0.field("amount", value.amount)
      $0.field("currency", value.currency)
      $0.field("maximum", value.maximum)
    }
  }

  private static func write(_ lot: Lot, _ json: inout JSONWriter) {
    json.field("id", lot.id)
    json.field("title", lot.title)
    json.field("cpv", lot.cpv)
    write(lot.value, &json)
    json.field("awardCriteriaIn", lot.awardCriteriaIn.rawValue)
    json.array("award", of: lot.award) { write($1, &$0) }
    json.field("strategic", lot.strategic)
    json.field("social", lot.social)
    json.field("environmental", lot.environmental)
    json.field("innovation", lot.innovation)
    json.field("selection", lot.selection)
    json.field("reservedExecution", lot.reservedExecution)
    json.field("documents", lot.documents)
    if !lot.members.isEmpty { json.field("lots", lot.members) }
  }

  private static func write(_ criterion: AwardCriterion, _ json: inout JSONWriter) {
    json.field("kind", criterion.kind.rawValue)
    json.field("name", criterion.name)
    switch criterion.weight {
    case .number(let number)?: json.field("weight", number)
    case .range(let low, let high)?: json.field("weight", numbers: [low, high])
    case nil: json.field("weight", nil as Double?)
    }
    json.field("weightUnit", criterion.unit.rawValue)
    if let text = criterion.weightText { json.field("weightText", text) }
    if criterion.withheld { json.field("withheld", true) }
  }

  // MARK: Coverage, scope, verdict

  private static func write(_ coverage: Coverage, _ json: inout JSONWriter) {
    json.object("coverage") { json in
      json.field("listed", coverage.listed)
      json.field("present", coverage.present)
      json.field("read", coverage.read)
      json.array("documents", of: coverage.documents) { json, document in
        json.field("name", document.name)
        json.field("kind", document.kind.rawValue)
        json.field("role", document.role.rawValue)
        json.field("state", document.state.rawValue)
        json.field("pages", document.pages)
        json.field("characters", document.characters)
        if let hint = document.hint { json.field("hint", hint) }
        if document.isRecognised { json.field("ocr", true) }
        if let place = document.namedAt { write(place, as: "namedAt", &json) }
      }
    }
  }

  private static func write(_ scope: Scope, _ json: inout JSONWriter) {
    json.object("scope") { json in
      json.object("naturalStone") {
        $0.field("value", scope.naturalStone.rawValue)
        $0.field("by", scope.by)
      }
      json.field("categories", scope.categories)
      json.array("duties", of: scope.duties) { json, duty in
        json.field("duty", duty.duty)
        json.field("state", duty.state.rawValue)
        json.field("because", duty.because)
      }
    }
  }

  private static func write(_ verdict: Verdict, _ json: inout JSONWriter) {
    json.field("lot", verdict.lot)
    json.field("level", verdict.level.code)
    json.field("rank", verdict.level.rank)
    json.field("atLeast", verdict.atLeast)
    json.field("confidence", verdict.confidence.rawValue)
    json.field("elements", verdict.elements.map(\.rawValue))
    json.field("stages", verdict.stages.map(\.rawValue))
    json.field("flags", verdict.flags)
    json.field("notes", verdict.notes)
    json.field("priceWeight", verdict.priceWeight)
    json.array("evidence", of: verdict.evidence) { write($1, &$0) }
    json.array("missing", of: verdict.missing) { json, missing in
      json.field("element", missing.element.rawValue)
      json.field("state", missing.state.rawValue)
      json.field("remedy", missing.remedy)
    }
    json.array("disagreements", of: verdict.disagreements) { json, disagreement in
      json.field("field", disagreement.field)
      json.field("notice", disagreement.notice)
      json.field("documents", disagreement.documents)
      json.array("noticeEvidence", of: disagreement.noticeEvidence) { write($1, &$0) }
      json.array("documentEvidence", of: disagreement.documentEvidence) { write($1, &$0) }
    }
  }

  static func write(_ evidence: Evidence, _ json: inout JSONWriter) {
    json.field("rule", evidence.rule)
    json.field("gives", evidence.gives)
    json.field("quote", evidence.quote)
    json.field("language", evidence.language)
    write(evidence.place, &json)
  }

  private static func write(_ place: Place, as key: StaticString = "place", _ json: inout JSONWriter) {
    json.object(key) {
      $0.field("document", place.document)
      $0.field("page", place.page)
      $0.field("paragraph", place.paragraph)
      $0.field("row", place.row)
      $0.field("heading", place.heading)
      $0.field("xpath", place.xpath)
      $0.field("line", place.line)
      $0.field("offset", place.offset)
      $0.field("length", place.length)
    }
  }
}
