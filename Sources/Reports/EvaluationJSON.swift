import Analysis
import Tenders

/// The evaluation for other tools, by the schema that `toetssteen schema` prints.
extension EvaluationReport {
  /// One object without a line end.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", "toetssteen.evaluation/1")
      json.field("half", half?.rawValue ?? "all")
      json.field("cases", evaluation.levels.whole)
      write("levels", evaluation.levels, &json)
      write("dueDiligence", evaluation.dueDiligence, &json)
      json.array("languages", of: evaluation.languages) { json, language in
        json.field("language", language.language)
        write("levels", language.levels, &json)
      }
      json.array("confusion", of: evaluation.confusion) { json, cell in
        json.field("truth", cell.truth.code)
        json.field("verdict", cell.verdict.code)
        json.field("count", cell.count)
      }
      write("elements", evaluation.elements, &json) { $0.rawValue }
      write("flags", evaluation.flags, &json) { $0 }
      write("stages", evaluation.stages, &json) { $0.rawValue }
      write("priceWeights", evaluation.priceWeights, &json)
      write("quotes", evaluation.quotes, &json)
      write("doubted", evaluation.doubted, &json)
      write("errorsDoubted", evaluation.errorsDoubted, &json)
      if showsMisses { json.array("misses", of: evaluation.misses) { write($1, &$0) } }
      json.object("rules") {
        $0.field("version", rules.identity.version)
        $0.field("sha256", rules.identity.sha256)
      }
    }
    return json.bytes
  }

  private func write(_ key: StaticString, _ share: Share, _ json: inout JSONWriter) {
    json.object(key) { json in
      json.field("part", share.part)
      json.field("whole", share.whole)
      json.field("share", share.value)
      json.field("low", share.interval?.lowerBound)
      json.field("high", share.interval?.upperBound)
    }
  }

  private func write(_ key: StaticString, _ tally: Tally, _ json: inout JSONWriter) {
    json.object(key) { write(tally, &$0) }
  }

  private func write(_ tally: Tally, _ json: inout JSONWriter) {
    json.field("right", tally.right)
    json.field("tooMany", tally.tooMany)
    json.field("missing", tally.missing)
    json.field("precision", tally.precision.value)
    json.field("recall", tally.recall.value)
    json.field("f1", tally.f1)
  }

  private func write<Name>(
    _ key: StaticString, _ tallies: [(name: Name, tally: Tally)], _ json: inout JSONWriter,
    _ written: (Name) -> String
  ) {
    json.array(key, of: tallies) { json, one in
      json.field("name", written(one.name))
      write(one.tally, &json)
    }
  }

  private func write(_ miss: Evaluation.Outcome, _ json: inout JSONWriter) {
    json.field("id", miss.labelled.id)
    json.field("file", miss.labelled.file)
    json.object("level") {
      $0.field("truth", miss.labelled.truth.level)
      $0.field("verdict", miss.verdict.level.code)
    }
    json.field("confidence", miss.verdict.confidence.rawValue)
    write("elements", miss.elements, &json) { $0.rawValue }
    write("flags", miss.flags, &json) { $0 }
    write("stages", miss.stages, &json) { $0.rawValue }
    json.object("priceWeight") {
      $0.field("truth", miss.labelled.truth.priceWeight)
      $0.field("verdict", miss.verdict.priceWeight)
    }
    json.array("evidence", of: miss.verdict.evidence) { json, evidence in
      json.field("rule", evidence.rule)
      json.field("gives", evidence.gives)
      json.field("quote", evidence.quote)
      json.field("document", evidence.place.document)
    }
  }

  private func write<Name>(
    _ key: StaticString, _ difference: Difference<Name>, _ json: inout JSONWriter, _ written: (Name) -> String
  ) {
    json.object(key) {
      $0.field("tooMany", difference.tooMany.map(written))
      $0.field("missing", difference.missing.map(written))
    }
  }
}
