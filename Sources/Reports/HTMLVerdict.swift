import Analysis
import Tenders

/// What was read, and where the text stands on the ladder.
extension Precheck {
  // MARK: Read

  func writeRead(_ html: inout HTMLWriter) {
    let coverage = judged.coverage
    let hasNotice = judged.tender.noticeKind != .documents
    if coverage.isNoticeOnly {
      let only: Phrase = hasNotice ? .onlyNoticeWasRead : .nothingWasRead
      html.block("p", ["class": "signal"], text: only[language])
    } else if hasNotice {
      html.block("p", text: Phrase.noticeWasRead[language])
    }
    if !coverage.documents.isEmpty {
      let unread = unreadCount
      html.block("p") { html in
        html.text(Phrase.documentsRead(coverage)[language] + " ")
        let rest: Phrase = unread > 0 ? .notReadCount(unread) : .everythingWasRead
        html.element("strong", text: rest[language])
      }
      writeTable([.document, .documentState], &html) { html in
        // What was not read comes first: it bounds what the page can say.
        let documents = coverage.documents
        for document in documents.filter({ $0.state != .read }) + documents.filter({ $0.state == .read }) {
          html.block("tr") { write(document, &$0) }
        }
      }
    }
    writeAddresses(&html)
  }

  private func write(_ document: Coverage.Document, _ html: inout HTMLWriter) {
    html.element("th", ["scope": "row"]) { html in
      html.text(document.name)
      html.element("span", ["class": "help"], text: Phrase.name(of: document.role)[language])
    }
    html.element("td") { html in
      let isRead = document.state == .read
      html.element(
        "span", ["class": isRead ? "state yes" : "state unknown"],
        text: Phrase.name(of: document.state)[language])
      if let pages = document.pages { html.text(" · \(Phrase.pages(pages)[language])") }
      if let help = help(for: document) { html.element("span", ["class": "help"], text: help) }
    }
  }

  /// What would help to read a document, or why it was not judged.
  private func help(for document: Coverage.Document) -> String? {
    if let place = document.namedAt { return Phrase.named(at: place)[language] }
    guard document.state == .read else { return Phrase.help(for: document.state)?[language] }
    return document.hint.map { Phrase.remark($0)[language] }
  }

  /// Where the documents are that were not given, as text: the page links to nothing outside itself.
  private func writeAddresses(_ html: inout HTMLWriter) {
    guard judged.coverage.isNoticeOnly else { return }
    var addresses: [String] = []
    for address in judged.tender.lots.flatMap(\.documents) where !addresses.contains(address) {
      addresses.append(address)
    }
    guard !addresses.isEmpty else { return }
    html.block("p", text: Phrase.documentAddresses[language])
    html.block("ul") { html in
      for address in addresses.prefix(5) {
        html.block("li") { $0.element("code", text: address) }
      }
    }
  }

  /// A table with a head.
  func writeTable(_ columns: [Phrase], _ html: inout HTMLWriter, _ rows: (inout HTMLWriter) -> Void) {
    html.block("table") { html in
      html.block("thead") { html in
        html.element("tr") { html in
          for column in columns { html.element("th", ["scope": "col"], text: column[language]) }
        }
      }
      html.block("tbody") { rows(&$0) }
    }
  }

  // MARK: Verdict

  func writeVerdicts(_ html: inout HTMLWriter) {
    if groups.isEmpty { html.block("p", text: Phrase.noLots[language]) }
    writeGroups(&html) { position, group, html in
      let verdict = group.verdict
      html.block("div", ["class": "verdict"]) { html in
        html.block("div", ["class": "words"]) { writeWords(group, &$0) }
        html.block("div", ["class": "picture"]) { writeLadder(verdict, "ladder-\(position)", &$0) }
      }
      writeBasis(of: group, &html)
      writeDisagreements(of: verdict, &html)
    }
  }

  private func writeWords(_ group: LotGroup, _ html: inout HTMLWriter) {
    let verdict = group.verdict
    html.block("p", ["class": "level"]) { html in
      html.element("strong", text: Phrase.name(of: verdict.level)[language])
      html.text(" ")
      html.element("span", ["class": "rank"], text: rank(of: verdict))
    }
    if let meaning = Phrase.levelMeaning(verdict.level.code) { html.block("p", text: meaning[language]) }
    if verdict.level.rank == nil {
      html.block("p", ["class": "signal"], text: Phrase.offTheLadder[language])
    } else if verdict.atLeast {
      html.block("p", ["class": "signal"], text: Phrase.atLeast[language])
    }
    writeFacts(facts(of: group), &html)
  }

  private func facts(of group: LotGroup) -> [(label: Phrase, value: String)] {
    let verdict = group.verdict
    var facts: [(label: Phrase, value: String)] = []
    if verdict.level.rank != nil {
      let name = Phrase.name(of: verdict.confidence)[language]
      let reason = Phrase.reason(for: verdict, in: judged.coverage)?[language]
      facts.append((.certainty, reason.map { "\(name), \($0)" } ?? name))
    }
    if !verdict.stages.isEmpty {
      facts.append((.binds, verdict.stages.map { Phrase.name(of: $0)[language] }.joined(separator: ", ")))
    }
    let lots = group.positions.compactMap { judged.lot(at: $0) }
    let criteria = lots.map(criteria(of:))
    if let first = criteria.first {
      let isOne = criteria.allSatisfy { $0 == first }
      facts.append((.awardCriteria, isOne ? first : Phrase.awardCriteriaDiffer[language]))
    }
    facts.append((.priceShare, (verdict.priceWeight.map { Phrase.percent($0) } ?? .notComputable)[language]))
    return facts
  }

  private func criteria(of lot: Lot) -> String {
    guard !lot.award.isEmpty else { return Phrase.name(of: lot.awardCriteriaIn)[language] }
    let limit = 12
    let shown = lot.award.prefix(limit).map { Phrase.criterion($0)[language] }
    let rest = lot.award.count > limit ? [Phrase.more(lot.award.count - limit)[language]] : []
    return (shown + rest).joined(separator: Phrase.semicolon[language])
  }

  // MARK: Ladder

  /// The ranks from high to low as rungs, with the place of the text among them.
  private func writeLadder(_ verdict: Verdict, _ id: String, _ html: inout HTMLWriter) {
    html.block("p", ["class": "caption", "id": id], text: Phrase.ladder[language])
    let levels = rules.ladder.levels.map(\.level) + [rules.ladder.silent]
    html.block("ol", ["class": "ladder", "aria-labelledby": id]) { html in
      for rank in Set(levels.compactMap(\.rank)).sorted(by: >) {
        let isHere = verdict.level.rank == rank
        // Above a minimum, and everywhere without a rank, nothing is known.
        let isOpen = verdict.level.rank.map { verdict.atLeast && rank > $0 } ?? true
        html.block(
          "li", ["class": isHere ? "here" : isOpen ? "open" : nil, "aria-current": isHere ? "true" : nil]
        ) { html in
          html.element("span", ["class": "rung"]) { $0.element("span", ["class": "chip"], text: "\(rank)") }
          html.element("span", ["class": "names"]) { html in
            write(levels.filter { $0.rank == rank }, of: verdict, &html)
          }
        }
      }
    }
  }

  private func write(_ levels: [Level], of verdict: Verdict, _ html: inout HTMLWriter) {
    for level in levels {
      let name = Phrase.name(of: level)[language]
      html.element(level.code == verdict.level.code ? "strong" : "span", text: name)
    }
    guard let rank = levels.first?.rank else { return }
    if verdict.level.rank == rank {
      let here: Phrase = verdict.atLeast ? .standsHereAtLeast : .standsHere
      html.element("span", ["class": "marker"], text: here[language])
    } else if verdict.level.rank.map({ verdict.atLeast && rank > $0 }) ?? true {
      html.element("span", ["class": "marker"], text: Phrase.perhapsHigher[language])
    }
  }

  // MARK: Quotes

  private func writeBasis(of group: LotGroup, _ html: inout HTMLWriter) {
    let verdict = group.verdict
    let codes = levelCodes.filter { code in verdict.evidence.contains { $0.gives == code } }
    guard !codes.isEmpty else { return }
    let isOwnAlone = codes == [verdict.level.code]
    writeSubheading((isOwnAlone ? Phrase.basis : .quotesPerLevel)[language], &html)
    for code in codes {
      if !isOwnAlone {
        html.block("p", ["class": "of"], text: (Phrase.levelName(code) ?? Phrase(verbatim: code))[language])
      }
      writeQuotes(group, giving: code, &html)
    }
  }

  var levelCodes: [String] {
    (rules.ladder.levels.map(\.level) + [rules.ladder.silent, rules.ladder.notAssessable]).map(\.code)
  }

  private func writeDisagreements(of verdict: Verdict, _ html: inout HTMLWriter) {
    guard !verdict.disagreements.isEmpty else { return }
    writeSubheading(Phrase.disagreements[language], &html)
    html.block("ul") { html in
      for disagreement in verdict.disagreements {
        let notice = Phrase.labelled(.notice, Phrase(verbatim: disagreement.notice))[language]
        let documents = Phrase.labelled(.documents, Phrase(verbatim: disagreement.documents))[language]
        html.block("li") { html in
          html.element(
            "p", text: "\(disagreement.field) — \(notice)\(Phrase.semicolon[language])\(documents)")
          for evidence in disagreement.noticeEvidence + disagreement.documentEvidence {
            let quote = Phrase.quoted(evidence.quote)[language]
            html.element("p", text: "\(quote) — \(Phrase.position(evidence.place)[language])")
          }
        }
      }
    }
  }
}
