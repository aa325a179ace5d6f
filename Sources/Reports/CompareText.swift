public import Analysis
import Tenders

/// The report of what differs between two tenders.
extension TextReport {
  /// What differs, lot by lot, with the quotes of both sides.
  public func comparison(_ comparison: Comparison) -> String {
    var page = Page(language: language, width: width, color: color)
    page.title(Phrase.comparison[language], mark: "═")
    page.fields([
      (.oldSide, side(comparison.old)), (.newSide, side(comparison.new)),
    ])
    page.blank()
    if comparison.isEmpty { page.paragraph(.noDifference) }
    if !comparison.scope.isEmpty {
      page.heading(.scope)
      var quotes = SideQuotes(self)
      for difference in comparison.scope { write(difference, &quotes, &page) }
    }
    var told: [LotComparison] = []
    for lot in comparison.lots where !told.contains(where: { Self.isAlike($0, lot) }) {
      told.append(lot)
      write(comparison.lots.filter { Self.isAlike($0, lot) }, of: comparison, &page)
    }
    page.heading(.limits)
    page.paragraph(.limitsText, indent: 2)
    page.paragraph(.judgedBy(comparison.new.rules), indent: 2, style: .faint)
    return page.text
  }

  private func side(_ judged: JudgedTender) -> String {
    [Self.path(of: judged.source), judged.tender.title].compactMap { $0 }.joined(separator: " — ")
  }

  /// Whether two lots are told the same.
  private static func isAlike(_ one: LotComparison, _ other: LotComparison) -> Bool {
    one.side == other.side && one.differences == other.differences && one.old?.level == other.old?.level
      && one.new?.level == other.new?.level
  }

  private func write(_ lots: [LotComparison], of comparison: Comparison, _ page: inout Page) {
    guard let lot = lots.first, !comparison.isEmpty else { return }
    page.blank()
    let written = list(LotGroup.written(lots.map(\.lot)), separator: ", ", limit: 40)
    let heading = Phrase.lots(written, count: lots.count)[language]
    let isWhole = comparison.old.verdicts.count == 1 && comparison.new.verdicts.count == 1
    page.title(isWhole ? Phrase.verdict[language] : heading, mark: "─")
    switch lot.side {
    case .old: page.paragraph(.onlyOld, indent: 2, style: .signal)
    case .new: page.paragraph(.onlyNew, indent: 2, style: .signal)
    case .both:
      if lot.differences.isEmpty { page.paragraph(.noDifference, indent: 2) }
    }
    if let verdict = lot.old ?? lot.new, lot.differences.allSatisfy({ $0.field != .level }) {
      page.paragraph(Phrase.labelled(.level, level(verdict.level.code)), indent: 2, hanging: 2)
    }
    var quotes = SideQuotes(self)
    for field in TenderDifference.Field.allCases {
      for difference in lot.differences where difference.field == field { write(difference, &quotes, &page) }
    }
  }

  // MARK: One difference

  /// The quotes of each side, each in full once.
  private struct SideQuotes {
    var old: QuoteWriter
    var new: QuoteWriter

    init(_ report: TextReport) {
      old = QuoteWriter(report: report, placesOfFirstLot: [])
      new = old
    }
  }

  private func write(_ difference: TenderDifference, _ quotes: inout SideQuotes, _ page: inout Page) {
    let label = Phrase.name(of: difference.field)
    let old = difference.old.map { value($0, difference) } ?? .unknownValue
    let new = difference.new.map { value($0, difference) } ?? .unknownValue
    var line: Phrase
    switch difference.kind {
    case .added: line = Phrase.labelled(label, new).joined(.differenceAdded)
    case .removed: line = Phrase.labelled(label, old).joined(.differenceRemoved)
    case .reworded: line = Phrase.labelled(label, new).joined(.differenceReworded)
    case .changed: line = Phrase.labelled(label, old.joined(new, by: " → "))
    }
    if let duty = difference.of, difference.field == .duties {
      let title = rules.duties.first { $0.id == duty }?.title.text(language.rawValue) ?? duty
      line = Phrase.labelled(Phrase(verbatim: title), old.joined(new, by: " → "))
    }
    let sign =
      [TenderDifference.Kind.added: "+", .removed: "−", .reworded: "~", .changed: "→"][difference.kind] ?? "→"
    page.paragraph("\(sign) \(line[language])", indent: 2, hanging: 2, style: .strong)
    let name = difference.field == .level ? label : difference.new == nil ? old : new
    write(difference.oldEvidence, of: .oldSide, as: name, &quotes.old, &page)
    write(difference.newEvidence, of: .newSide, as: name, &quotes.new, &page)
  }

  private func write(
    _ evidence: [Evidence], of side: Phrase, as name: Phrase, _ quotes: inout QuoteWriter, _ page: inout Page
  ) {
    guard !evidence.isEmpty else { return }
    page.paragraph(Phrase.labelled(side, Phrase(verbatim: ""))[language], indent: 6, style: .faint)
    var places: [Place] = []
    let once = evidence.filter { one in
      if places.contains(one.place) { return false }
      places.append(one.place)
      return true
    }
    var codes: [String] = []
    for one in once where !codes.contains(one.gives) { codes.append(one.gives) }
    for code in codes { quotes.write(once, giving: code, as: name, &page) }
  }

  private func value(_ code: String, _ difference: TenderDifference) -> Phrase {
    switch difference.field {
    case .level: level(code)
    case .elements:
      Element(rawValue: code).map { Phrase(verbatim: code).joined(.name(of: $0)) } ?? Phrase(verbatim: code)
    case .stages: Stage(rawValue: code).map { .name(of: $0) } ?? Phrase(verbatim: code)
    case .flags: Phrase.flagName(code) ?? Phrase(verbatim: code)
    case .notes: Phrase.noteName(code) ?? Phrase(verbatim: code)
    case .priceWeight: Double(code).map { .percent($0) } ?? Phrase(verbatim: code)
    case .atLeast: .name(of: code == "true" ? Scope.Answer.yes : .no)
    case .naturalStone, .duties: Scope.Answer(rawValue: code).map { .name(of: $0) } ?? Phrase(verbatim: code)
    case .categories:
      Phrase(verbatim: rules.categories.first { $0.id == code }?.title.text(language.rawValue) ?? code)
    }
  }

  private func level(_ code: String) -> Phrase {
    let name = Phrase.levelName(code) ?? Phrase(verbatim: code)
    guard let rank = rules.ladder.level(code)?.rank else { return name }
    return name.joined(Phrase(verbatim: "(\(rank))"))
  }
}
