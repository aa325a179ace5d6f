public import Analysis

/// The report of `toetssteen evaluate`: how well verdicts agree with labelled texts.
public struct EvaluationReport: Sendable {
  let evaluation: Evaluation
  let rules: RuleSet
  let language: ReportLanguage
  let half: LabelledCase.Half?
  let showsMisses: Bool
  let about: [String]

  /// A report in a language.
  ///
  /// - Parameters:
  ///   - half: which half of the set was measured; nil for all of it.
  ///   - showsMisses: show each case that differs. Without it no text of the cases is shown.
  ///   - about: paragraphs on how the set was made.
  public init(
    evaluation: Evaluation, rules: RuleSet, language: ReportLanguage, half: LabelledCase.Half?,
    showsMisses: Bool, about: [String]?
  ) {
    self.evaluation = evaluation
    self.rules = rules
    self.language = language
    self.half = half
    self.showsMisses = showsMisses
    self.about = about ?? []
  }

  public var text: String { blocks.text() }
  public var markdown: String { blocks.markdown }
  public var html: String { blocks.html }

  private var blocks: ReportBlocks {
    ReportBlocks(
      language: language, title: Phrase.evaluation[language],
      blocks: about.map { .paragraph($0) } + [
        .paragraph(
          Phrase.evaluated(evaluation.levels.whole, half).joined(.judgedBy(rules.identity))[language]),
        .fields(figures),
        heading(.levelsPerLanguage), .table(perLanguage),
        heading(.confusion), .paragraph(Phrase.confusionText[language]), .table(confusion),
        heading(.elementsMeasured),
        .table(table(.elementsMeasured, evaluation.elements, evaluation.allElements, elementName)),
        heading(.flags), .table(table(.flags, evaluation.flags, evaluation.allFlags) { $0 }),
        heading(.stagesMeasured), .paragraph(Phrase.stagesMeasuredText[language]),
        .table(table(.stagesMeasured, evaluation.stages, evaluation.allStages, Self.stageName)),
      ] + (showsMisses ? misses : []))
  }

  private func heading(_ phrase: Phrase) -> ReportBlock { .heading(phrase[language], level: 1) }

  // MARK: Figures

  private var figures: [(label: String, value: String)] {
    let process = evaluation.dueDiligence
    let lowest = rules.ladder.all.filter { rules.ladder.isDueDiligence($0.code) }.compactMap(\.rank).min()
    let fields: [(Phrase, Phrase)] = [
      (.levelsRight, .share(evaluation.levels, withInterval: true)),
      (.dueDiligencePrecision(from: lowest), .share(process.precision)),
      (.dueDiligenceRecall(from: lowest), .share(process.recall)),
      (.priceWeightsRight, .share(evaluation.priceWeights)),
      (.decisiveQuoted, .share(evaluation.quotes)),
      (.doubted, .share(evaluation.doubted)),
      (.errorsDoubted, .share(evaluation.errorsDoubted)),
    ]
    return fields.map { ($0[language], $1[language]) }
  }

  private var perLanguage: ReportTable {
    ReportTable(
      header: [Phrase.language, .cases, .right, .share, .interval].map { $0[language] },
      rows: evaluation.languages.map { spoken, levels in
        [
          spoken, "\(levels.whole)", "\(levels.part)", percent(levels.value),
          Phrase.interval(levels.interval)[language],
        ]
      })
  }

  /// Columns have the numbers of the rows: eleven names side by side fit on no page.
  private var confusion: ReportTable {
    let named = evaluation.confusion.flatMap { [$0.truth, $0.verdict] }
    let levels = rules.ladder.all.filter { named.contains($0) }
    return ReportTable(
      header: [Phrase.trueLevel[language]] + levels.indices.map { "\($0 + 1)" },
      rows: levels.enumerated().map { row, truth in
        ["\(row + 1) \(truth.code)"]
          + levels.map { verdict in
            let cell = evaluation.confusion.first { $0.truth == truth && $0.verdict == verdict }
            return cell.map { "\($0.count)" } ?? "·"
          }
      })
  }

  private func table<Name>(
    _ what: Phrase, _ tallies: [(name: Name, tally: Tally)], _ all: Tally, _ written: (Name) -> String
  ) -> ReportTable {
    let header: [Phrase] = [
      what, .right, .tooMany, .lacking, .precision, .recall, Phrase(verbatim: "F1"),
    ]
    let rows = tallies.map { (written($0.name), $0.tally) } + [(Phrase.together[language], all)]
    return ReportTable(
      header: header.map { $0[language] },
      rows: rows.map { name, tally in
        [
          name, "\(tally.right)", "\(tally.tooMany)", "\(tally.missing)", percent(tally.precision.value),
          percent(tally.recall.value), percent(tally.f1),
        ]
      })
  }

  private func percent(_ share: Double?) -> String { Phrase.percent(share: share)[language] }

  private func elementName(_ element: Element) -> String {
    "\(element.rawValue) \(Phrase.name(of: element)[language])"
  }

  static func stageName(_ stage: Evaluation.StageGroup) -> String {
    stage == .specificationOrPerformance ? "specification / performance" : stage.rawValue
  }

  // MARK: Misses

  private var misses: [ReportBlock] {
    let misses = evaluation.misses
    guard !misses.isEmpty else { return [] }
    let wrong = misses.count { !$0.hasLevel }
    return [
      heading(.misses), .paragraph(Phrase.missesText(levels: wrong, others: misses.count - wrong)[language]),
    ]
      + misses.flatMap { miss in
        [
          .heading("\(miss.labelled.id) (\(miss.labelled.file))", level: 2), .fields(fields(of: miss)),
          .quotes(quotes(of: miss)),
        ]
      }
  }

  private func fields(of miss: Evaluation.Outcome) -> [(label: String, value: String)] {
    let (truth, verdict) = (miss.labelled.truth, miss.verdict)
    var fields: [(Phrase, String)] = [(.trueLevel, truth.level)]
    if !miss.hasLevel {
      fields.append((.got, "\(verdict.level.code) (\(Phrase.name(of: verdict.confidence)[language]))"))
    }
    fields += [
      (.elementsMeasured, difference(miss.elements) { $0.rawValue }),
      (.flags, difference(miss.flags) { $0 }),
      (.stagesMeasured, difference(miss.stages, Self.stageName)),
    ].compactMap { label, value in value.map { (label, $0) } }
    if !miss.hasPriceWeight {
      let both = [verdict.priceWeight, truth.priceWeight].map { Phrase.percent(share: $0.map { $0 / 100 }) }
      fields.append((.priceWeightDiffers, Phrase.notBut(both[0], both[1])[language]))
    }
    if let note = truth.note { fields.append((.because, note)) }
    return fields.map { ($0[language], $1) }
  }

  /// `+E3 −E5`: too many, missing.
  private func difference<Name>(_ difference: Difference<Name>, _ written: (Name) -> String) -> String? {
    guard difference.isAny else { return nil }
    return (difference.tooMany.map { "+\(written($0))" } + difference.missing.map { "−\(written($0))" })
      .joined(separator: " ")
  }

  /// Each quote once, with all that it gave.
  private func quotes(of miss: Evaluation.Outcome) -> [(text: String, note: String)] {
    var found: [(text: String, gives: [String])] = []
    for evidence in miss.verdict.evidence {
      let gave = "\(evidence.gives) \(evidence.rule)"
      if let index = found.firstIndex(where: { $0.text == evidence.quote }) {
        found[index].gives.append(gave)
      } else {
        found.append((evidence.quote, [gave]))
      }
    }
    return found.map { quote in
      let isLong = quote.text.count > Self.quoteLength
      return (
        isLong ? quote.text.prefix(Self.quoteLength) + "…" : quote.text, quote.gives.joined(separator: ", ")
      )
    }
  }

  /// Characters of a quote that are enough to find it again.
  private static let quoteLength = 160
}
