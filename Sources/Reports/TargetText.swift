import Analysis
import Tenders

/// The part of a text report that tells what a lot needs to reach a level.
extension TextReport {
  func write(_ target: Target, of judged: JudgedTender, _ page: inout Page) {
    page.blank()
    let rank = target.level.rank.map { Phrase.rank($0, of: highestRank, atLeast: false)[language] }
    let name = Phrase.name(of: target.level)[language]
    page.title([Phrase.target[language], name, rank].compactMap { $0 }.joined(separator: " — "), mark: "─")
    var told: [LotTarget] = []
    for lot in target.lots where !told.contains(where: { Self.isAlike($0, lot) }) {
      told.append(lot)
      let alike = target.lots.filter { Self.isAlike($0, lot) }
      if target.lots.count > 1 {
        let written = list(LotGroup.written(alike.map(\.lot)), separator: ", ", limit: 40)
        page.heading(.lots(written, count: alike.count), indent: 2)
      }
      write(lot, target, &page)
    }
    writeClauses(of: target, &page)
  }

  /// Whether two lots are told the same.
  private static func isAlike(_ one: LotTarget, _ other: LotTarget) -> Bool {
    var own = one
    own.lot = other.lot
    return own == other
  }

  private func write(_ lot: LotTarget, _ target: Target, _ page: inout Page) {
    page.paragraph(.target(lot.state), indent: 2, style: lot.state == .unknown ? .signal : .plain)
    if lot.state == .unknown {
      let unread = lot.unread.isEmpty ? Phrase.unreadDocuments[language] : list(lot.unread, separator: ", ")
      page.paragraph(Phrase.labelled(.notYetRead, Phrase(verbatim: unread)), indent: 2, hanging: 2)
    }
    if !lot.present.isEmpty {
      page.paragraph(.alreadyThere, indent: 2)
      for demand in lot.present { page.paragraph("✓ \(name(of: demand, target))", indent: 4, hanging: 2) }
    }
    for (position, way) in lot.ways.enumerated() {
      let isFirst = position == 0
      page.paragraph(isFirst ? .needed(way.size) : .orNeeded(way.size), indent: 2)
      for demand in way.all { page.paragraph("+ \(name(of: demand, target))", indent: 4, hanging: 2) }
      for choice in way.choices {
        page.paragraph(.choice(choice.count, of: choice.of.count), indent: 4)
        for demand in choice.of { page.paragraph("+ \(name(of: demand, target))", indent: 6, hanging: 2) }
      }
    }
  }

  /// An element by its name; something else by the title of its model clause.
  private func name(of demand: Demand, _ target: Target) -> String {
    let title = demand.remedy.map { remedyTitle($0) }
    var name = title ?? demand.name
    if let element = Element(rawValue: demand.name) {
      name = "\(element.rawValue) \(Phrase.name(of: element)[language])"
    }
    if demand.isScored { name += " (\(Phrase.scored[language]))" }
    return demand.remedy.map { "\(name) → \($0)" } ?? name
  }

  private func writeClauses(of target: Target, _ page: inout Page) {
    guard !target.clauses.isEmpty else { return }
    page.heading(.clauses(in: target.language), indent: 2)
    for clause in target.clauses {
      page.paragraph("\(clause.title) (\(clause.remedy))", indent: 4, style: .strong)
      page.paragraph(clause.text, indent: 6)
      page.paragraph(
        "— \(Phrase.placement(at: clause.stage)[language]) · \(clause.basis)", indent: 6, hanging: 2,
        style: .faint)
    }
  }
}
