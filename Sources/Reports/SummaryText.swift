import Analysis

/// The counts of a batch as text.
extension TextReport {
  func write(_ summary: BatchSummary, _ page: inout Page) {
    page.title(Phrase.summary[language], mark: "═")
    var rows = [row(.tenders, summary.tenders)]
    if summary.noticeOnly > 0 { rows.append(row(.noticeOnly, summary.noticeOnly, indent: 2)) }
    rows.append(row(.lots, summary.lots))
    if summary.minima > 0 { rows.append(row(.minima, summary.minima, indent: 2)) }
    if summary.filtered > 0 { rows.append(row(.filtered, summary.filtered)) }
    rows.append(row(.unread, summary.unread))
    page.counts(rows, indent: 2)
    if summary.lots > 0 { writeLevels(of: summary, &page) }
    write(
      .lotsPerFlag,
      summary.lotsPerFlag.map { row(Phrase.flagName($0.flag) ?? Phrase(verbatim: $0.flag), $0.lots) }, &page)
    write(
      .lotsPerNote,
      summary.lotsPerNote.map { row(Phrase.noteName($0.note) ?? Phrase(verbatim: $0.note), $0.lots) }, &page)
    write(.unreadPerReason, summary.unreadReasons.map { row(.name(of: $0.reason), $0.count) }, &page)
    guard !summary.leftOut.isEmpty else { return }
    page.heading(.leftOut)
    for unread in summary.leftOut { write(unread, indent: 2, &page) }
    if summary.unread > summary.leftOut.count {
      page.paragraph(.more(summary.unread - summary.leftOut.count), indent: 2)
    }
  }

  /// Every level of the ladder, also those that no lot has: the gaps are the news.
  private func writeLevels(of summary: BatchSummary, _ page: inout Page) {
    let counts = Dictionary(uniqueKeysWithValues: summary.lotsPerLevel.map { ($0.level, $0.lots) })
    let ladder = rules.ladder.levels.map(\.level) + [rules.ladder.silent, rules.ladder.notAssessable]
    let others = summary.lotsPerLevel.map(\.level).filter { !ladder.contains($0) }
    let rows = (ladder + others).map { level in
      let lots = counts[level] ?? 0
      let share = Phrase.percent((1000 * Double(lots) / Double(summary.lots)).rounded() / 10)
      let rank = level.rank.map { "\($0)" } ?? "–"
      return (
        name: "\(rank)  \(Phrase.name(of: level)[language])",
        numbers: [Phrase.number(lots)[language], share[language]]
      )
    }
    page.heading(.lotsPerLevel)
    page.counts(rows, indent: 2)
  }

  private func write(_ heading: Phrase, _ rows: [(name: String, numbers: [String])], _ page: inout Page) {
    guard !rows.isEmpty else { return }
    page.heading(heading)
    page.counts(rows, indent: 2)
  }

  private func row(_ name: Phrase, _ count: Int, indent: Int = 0) -> (name: String, numbers: [String]) {
    (String(repeating: " ", count: indent) + name[language], [Phrase.number(count)[language]])
  }
}
