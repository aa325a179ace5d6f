import Analysis
import Tenders

/// The verdict's part of a text report: the level of a lot or of several, and the quotes it rests on.
extension TextReport {
  func write(_ group: LotGroup, of judged: JudgedTender, _ page: inout Page) {
    let verdict = group.verdict
    let lots = group.positions.compactMap { judged.lot(at: $0) }
    page.blank()
    page.title(heading(of: group, lots, in: judged), mark: "─")
    writeTitles(of: lots, &page)
    write(levelOf: verdict, of: judged, &page)
    writeAward(of: lots, verdict, &page)
    var quotes = QuoteWriter(report: self, placesOfFirstLot: group.placesOfFirstLot)
    writeBasis(of: verdict, &quotes, &page)
    writeElements(of: verdict, &quotes, &page)
    writeFlags(of: verdict, &quotes, &page)
    writeNotes(of: verdict, &quotes, &page)
    writeRest(of: verdict, &quotes, &page)
    writeMissing(of: verdict, &page)
    writeDisagreements(of: verdict, &quotes, &page)
  }

  // MARK: Heading and level

  private func heading(of group: LotGroup, _ lots: [Lot], in judged: JudgedTender) -> String {
    if judged.verdicts.count == 1 {
      let title = lots.first?.title.flatMap { $0 == judged.tender.title ? nil : $0 }
      let heading = Phrase.verdict[language]
      return title.map { "\(heading) — \($0)" } ?? heading
    }
    let ids = group.positions.map { judged.verdicts[$0].lot }
    let written = list(LotGroup.written(ids), separator: ", ", limit: 40)
    let heading = Phrase.lots(written, count: ids.count)[language]
    return lots.count == 1 ? titled(heading, lots.first?.title) : heading
  }

  /// A lot's number and title; many titles begin with the number.
  func titled(_ lot: String, _ title: String?) -> String {
    guard let title, !title.isEmpty else { return lot }
    return title.lowercased().hasPrefix(lot.lowercased()) ? title : "\(lot) — \(title)"
  }

  /// What each lot of a group is, as far as there is room for it.
  private func writeTitles(of lots: [Lot], _ page: inout Page) {
    guard lots.count > 1 else { return }
    let shown = 6
    for lot in lots.prefix(shown) {
      guard let title = lot.title else { continue }
      page.paragraph("\(LotGroup.short(lot.id))  \(title)", indent: 2, hanging: 3, style: .faint)
    }
    if lots.count > shown { page.paragraph(.more(lots.count - shown), indent: 2, style: .faint) }
    page.blank()
  }

  var highestRank: Int { rules.ladder.levels.compactMap(\.level.rank).max() ?? 0 }

  private func write(levelOf verdict: Verdict, of judged: JudgedTender, _ page: inout Page) {
    let rank = Phrase.rank(verdict.level.rank, of: highestRank, atLeast: verdict.atLeast)
    page.paragraph(
      "\(rank[language]) — \(Phrase.name(of: verdict.level)[language])", indent: 2, style: .strong)
    if let meaning = Phrase.levelMeaning(verdict.level.code) { page.paragraph(meaning, indent: 2) }
    if verdict.atLeast { page.paragraph(.atLeast, indent: 2, style: .signal) }
    page.blank()
    var fields: [(label: Phrase, value: String)] = []
    if verdict.level.rank != nil {
      let name = Phrase.name(of: verdict.confidence)[language]
      let reason = Phrase.reason(for: verdict, in: judged.coverage)?[language]
      fields.append((.certainty, reason.map { "\(name), \($0)" } ?? name))
    }
    if !verdict.stages.isEmpty {
      fields.append((.binds, verdict.stages.map { Phrase.name(of: $0)[language] }.joined(separator: ", ")))
    }
    page.fields(fields, indent: 2)
  }

  private func writeAward(of lots: [Lot], _ verdict: Verdict, _ page: inout Page) {
    if let first = lots.first {
      var criteria = Phrase.awardCriteriaDiffer[language]
      let written = awardCriteria(of: first)
      if lots.allSatisfy({ awardCriteria(of: $0) == written }) { criteria = written }
      page.paragraph(Phrase.labelled(.awardCriteria, Phrase(verbatim: criteria)), indent: 2, hanging: 2)
    }
    page.paragraph(verdict.priceWeight.map { .priceWeight($0) } ?? .priceWeightUnknown, indent: 2, hanging: 2)
    let claimed = lots.first?.social ?? []
    guard !claimed.isEmpty else { return }
    page.paragraph(
      Phrase.labelled(.social, Phrase(verbatim: claimed.joined(separator: ", "))), indent: 2, hanging: 2)
  }

  // MARK: Quotes

  /// Quotes for the level, and for others beside it, such as a lower one or a refusal.
  private func writeBasis(of verdict: Verdict, _ quotes: inout QuoteWriter, _ page: inout Page) {
    let codes = levelCodes.filter { code in verdict.evidence.contains { $0.gives == code } }
    guard !codes.isEmpty else { return }
    let isOwnAlone = codes == [verdict.level.code]
    page.heading(isOwnAlone ? .basis : .quotesPerLevel, indent: 2)
    for code in codes {
      let name = Phrase.levelName(code) ?? Phrase(verbatim: code)
      if !isOwnAlone { page.paragraph(name, indent: 4) }
      quotes.write(verdict.evidence, giving: code, as: name, &page)
    }
  }

  /// The codes of the ladder, highest first.
  var levelCodes: [String] {
    (rules.ladder.levels.map(\.level) + [rules.ladder.silent, rules.ladder.notAssessable]).map(\.code)
  }

  private func writeElements(of verdict: Verdict, _ quotes: inout QuoteWriter, _ page: inout Page) {
    guard !verdict.elements.isEmpty else { return }
    page.heading(.elements, indent: 2)
    for element in verdict.elements {
      page.paragraph(name(of: element), indent: 4, hanging: 4)
      quotes.write(verdict.evidence, giving: element.rawValue, as: Phrase(verbatim: element.rawValue), &page)
    }
  }

  private func name(of element: Element) -> String {
    let name = "\(element.rawValue) \(Phrase.name(of: element)[language])"
    return Phrase.oecdStep(of: element).map { "\(name) (\($0[language]))" } ?? name
  }

  private func writeFlags(of verdict: Verdict, _ quotes: inout QuoteWriter, _ page: inout Page) {
    guard !verdict.flags.isEmpty else { return }
    page.heading(.flags, indent: 2)
    for flag in verdict.flags {
      let name = Phrase.flagName(flag) ?? Phrase(verbatim: flag)
      write(name, Phrase.flagMeaning(flag), style: .signal, &page)
      quotes.write(verdict.evidence, giving: flag, as: name, &page)
    }
  }

  private func writeNotes(of verdict: Verdict, _ quotes: inout QuoteWriter, _ page: inout Page) {
    guard !verdict.notes.isEmpty else { return }
    page.heading(.notes, indent: 2)
    for note in verdict.notes {
      let name = Phrase.noteName(note) ?? Phrase(verbatim: note)
      write(name, Phrase.noteMeaning(note), style: .plain, &page)
      quotes.write(verdict.evidence, giving: note, as: name, &page)
    }
  }

  private func write(_ name: Phrase, _ meaning: Phrase?, style: Page.Style, _ page: inout Page) {
    page.paragraph(
      meaning.map { Phrase.labelled(name, $0) } ?? name, indent: 4, hanging: 2, style: style)
  }

  /// Quotes that none of the parts above asked for: nothing that was found is kept back.
  private func writeRest(of verdict: Verdict, _ quotes: inout QuoteWriter, _ page: inout Page) {
    let shown = Set(levelCodes + verdict.elements.map(\.rawValue) + verdict.flags + verdict.notes)
    var codes: [String] = []
    for evidence in verdict.evidence where !shown.contains(evidence.gives) && !codes.contains(evidence.gives)
    {
      codes.append(evidence.gives)
    }
    guard !codes.isEmpty else { return }
    page.heading(.otherQuotes, indent: 2)
    for code in codes {
      let name = Element(rawValue: code).map { Phrase.name(of: $0) } ?? Phrase(verbatim: code)
      page.paragraph(name, indent: 4)
      quotes.write(verdict.evidence, giving: code, as: name, &page)
    }
  }

  // MARK: What is not there

  private func writeMissing(of verdict: Verdict, _ page: inout Page) {
    guard !verdict.missing.isEmpty else { return }
    page.heading(.missing, indent: 2)
    if verdict.elements.isEmpty, verdict.missing.allSatisfy({ $0.state == .unknown }) {
      return page.paragraph(.allUnknown, indent: 4)
    }
    if verdict.missing.contains(where: { $0.remedy != nil }) {
      page.paragraph(.modelClauses, indent: 4, style: .faint)
    }
    for state in [Missing.State.notAsked, .unknown] {
      let missing = verdict.missing.filter { $0.state == state }
      guard !missing.isEmpty else { continue }
      page.paragraph(.heading(for: state), indent: 4)
      for missing in missing {
        let name = "\(missing.element.rawValue) \(Phrase.name(of: missing.element)[language])"
        let clause = missing.remedy.map { " → \(remedyTitle($0)) (\($0))" } ?? ""
        page.paragraph(name + clause, indent: 6, hanging: 4)
      }
    }
  }

  func remedyTitle(_ id: String) -> String {
    rules.remedies.first { $0.id == id }?.title.text(language.rawValue) ?? id
  }

  private func writeDisagreements(of verdict: Verdict, _ quotes: inout QuoteWriter, _ page: inout Page) {
    guard !verdict.disagreements.isEmpty else { return }
    page.heading(.disagreements, indent: 2)
    for disagreement in verdict.disagreements {
      let both = Phrase.labelled(.notice, Phrase(verbatim: disagreement.notice)).joined(
        .labelled(.documents, Phrase(verbatim: disagreement.documents)), by: Phrase.semicolon[language])
      page.paragraph("\(disagreement.field) — \(both[language])", indent: 4, hanging: 2)
      let evidence = disagreement.noticeEvidence + disagreement.documentEvidence
      quotes.write(evidence, giving: disagreement.field, as: .disagreements, &page)
    }
  }
}
