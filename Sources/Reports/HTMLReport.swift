public import Analysis
public import Tenders

/// The precheck: one HTML page, complete in itself, that tells a buyer what a tender asks and what to put in.
public struct HTMLReport: Sendable {
  let language: ReportLanguage
  let rules: RuleSet

  /// A page in a language.
  ///
  /// - Parameter rules: give the ladder, the model clauses and the titles of product categories and duties.
  public init(language: ReportLanguage, rules: RuleSet) {
    self.language = language
    self.rules = rules
  }

  /// The page of one tender.
  ///
  /// - Parameters:
  ///   - file: the texts in which the quotes stand.
  ///   - tenderLanguage: the language of its documents, ISO 639-1: model clauses are given in it.
  public func page(_ judged: JudgedTender, of file: TenderFile, in tenderLanguage: String?) -> String {
    let content = Precheck(
      language: language, rules: rules, judged: judged, context: QuoteContext(file.texts),
      tenderLanguage: tenderLanguage ?? judged.tender.languages.first ?? language.rawValue)
    var html = HTMLWriter()
    html.block("html", ["lang": language.rawValue]) { html in
      html.block("head") { content.writeHead(&$0) }
      html.block("body") { content.writeBody(&$0) }
    }
    return html.html
  }
}

/// A page on its way: what all its parts need.
struct Precheck {
  let language: ReportLanguage
  let rules: RuleSet
  let judged: JudgedTender
  let context: QuoteContext
  let tenderLanguage: String
  let groups: [LotGroup]

  init(
    language: ReportLanguage, rules: RuleSet, judged: JudgedTender, context: QuoteContext,
    tenderLanguage: String
  ) {
    self.language = language
    self.rules = rules
    self.judged = judged
    self.context = context
    self.tenderLanguage = tenderLanguage
    groups = LotGroup.groups(of: judged.verdicts)
  }

  /// The questions that the page answers, in order.
  enum Question: Int, CaseIterable {
    case read = 1
    case verdict, elements, weaknesses, clauses, owed

    var title: Phrase {
      switch self {
      case .read: .whatWasRead
      case .verdict: .theVerdict
      case .elements: .askedOrNot
      case .weaknesses: .weaknesses
      case .clauses: .whatToPutIn
      case .owed: .whatIsOwed
      }
    }

    var anchor: String { "q\(rawValue)" }
  }

  var title: String {
    judged.tender.title.flatMap { $0.isEmpty ? nil : $0 } ?? Phrase.untitled[language]
  }

  /// The language of a text in it, where it is another than the page's.
  func foreign(_ code: String?) -> String? { code == language.rawValue ? nil : code }

  // MARK: Frame

  func writeHead(_ html: inout HTMLWriter) {
    html.void("meta", ["charset": "utf-8"])
    html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.void("meta", ["http-equiv": "Content-Security-Policy", "content": HTMLStyle.policy])
    html.void("meta", ["name": "referrer", "content": "no-referrer"])
    html.block("title", text: "\(Phrase.precheck[language]) – \(title)")
    html.block("style") { $0.fixed(HTMLStyle.style) }
  }

  func writeBody(_ html: inout HTMLWriter) {
    html.block("a", ["class": "skip", "href": "#content"], text: Phrase.skipToContent[language])
    html.block("header", ["class": "masthead"]) { writeMasthead(&$0) }
    html.block("main", ["id": "content", "tabindex": "-1"]) { html in
      writeInShort(&html)
      html.block("nav", ["aria-label": Phrase.contents[language], "class": "contents"]) { writeContents(&$0) }
      write(.read, &html) { writeRead(&$0) }
      write(.verdict, &html) { writeVerdicts(&$0) }
      write(.elements, &html) { writeElements(&$0) }
      write(.weaknesses, &html) { writeWeaknesses(&$0) }
      write(.clauses, &html) { writeClauses(&$0) }
      write(.owed, &html) { writeOwed(&$0) }
    }
    html.block("footer", ["class": "close"]) { html in
      html.block("h2", text: Phrase.limits[language])
      html.block("p", text: Phrase.limitsText[language])
      html.block("p", ["class": "faint"], text: Phrase.judgedBy(judged.rules)[language])
    }
    html.block("p", ["id": "status", "role": "status", "class": "visually-hidden"]) { _ in }
    html.block("script") { $0.fixed(HTMLStyle.script) }
  }

  private func write(_ question: Question, _ html: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void) {
    html.block("section", ["id": question.anchor, "aria-labelledby": "\(question.anchor)-title"]) { html in
      html.block("h2", ["id": "\(question.anchor)-title"]) { html in
        html.element("span", ["class": "number"], text: "\(question.rawValue)")
        html.text(" \(question.title[language])")
      }
      content(&html)
    }
  }

  private func writeContents(_ html: inout HTMLWriter) {
    html.block("ol") { html in
      for question in Question.allCases {
        html.block("li") { $0.element("a", ["href": "#\(question.anchor)"], text: question.title[language]) }
      }
    }
  }

  // MARK: Head of the page

  private func writeMasthead(_ html: inout HTMLWriter) {
    let tender = judged.tender
    html.block("p", ["class": "kicker"]) { html in
      html.element("strong", text: Phrase.precheck[language])
      html.text(" · \(Phrase.precheckSubtitle[language])")
    }
    html.block("h1", ["lang": tender.title == nil ? nil : foreign(tenderLanguage)], text: title)
    var facts: [(label: Phrase, value: String)] = []
    func add(_ label: Phrase, _ values: [String]) {
      let shown = values.filter { !$0.isEmpty }
      guard !shown.isEmpty else { return }
      let limit = 8
      let rest = shown.count > limit ? [Phrase.more(shown.count - limit)[language]] : []
      facts.append((label, (shown.prefix(limit) + rest).joined(separator: Phrase.semicolon[language])))
    }
    add(.buyers(tender.buyers.count), tender.buyers.compactMap(\.name))
    add(.number, [[tender.id, tender.version].compactMap { $0 }.joined(separator: ", ")])
    add(.published, tender.published.map { [Phrase.date($0)[language]] } ?? [])
    add(.value(in: tender.noticeKind), tender.value.flatMap { Phrase.money($0) }.map { [$0[language]] } ?? [])
    writeFacts(facts, &html)
  }

  func writeFacts(_ facts: [(label: Phrase, value: String)], _ html: inout HTMLWriter) {
    guard !facts.isEmpty else { return }
    html.block("dl", ["class": "facts"]) { html in
      for fact in facts {
        html.block("div") { html in
          html.element("dt", text: fact.label[language])
          html.element("dd", text: fact.value)
        }
      }
    }
  }

  /// The answer on one screen.
  private func writeInShort(_ html: inout HTMLWriter) {
    html.block("section", ["class": "short", "aria-labelledby": "short-title"]) { html in
      html.block("h2", ["id": "short-title"], text: Phrase.inShort[language])
      if groups.isEmpty { html.block("p", text: Phrase.noLots[language]) }
      for group in groups.prefix(12) {
        if groups.count > 1 { html.block("h3") { write(headingOf: group, &$0) } }
        writeShort(group.verdict, &html)
      }
      if groups.count > 12 { html.block("p", text: Phrase.more(groups.count - 12)[language]) }
      let unread = unreadCount
      if unread > 0 { html.block("p", ["class": "signal"], text: Phrase.notReadCount(unread)[language]) }
      if judged.coverage.isNoticeOnly {
        let only: Phrase = judged.tender.noticeKind == .documents ? .nothingWasRead : .onlyNoticeWasRead
        html.block("p", ["class": "signal"], text: only[language])
      }
    }
  }

  private func writeShort(_ verdict: Verdict, _ html: inout HTMLWriter) {
    html.block("p", ["class": "level"]) { html in
      html.element("strong", text: Phrase.name(of: verdict.level)[language])
      html.text(" ")
      html.element("span", ["class": "rank"], text: rank(of: verdict))
    }
    if groups.count == 1, let meaning = Phrase.levelMeaning(verdict.level.code) {
      html.block("p", text: meaning[language])
    }
    let flags =
      (verdict.flags.map { Phrase.flagName($0) ?? Phrase(verbatim: $0) }
      + verdict.notes.map { Phrase.noteName($0) ?? Phrase(verbatim: $0) }).map { $0[language] }
    html.block("ul", ["class": "tally"]) { html in
      writeTally(.asked, verdict.elements.count, "yes", &html)
      for state in [Missing.State.notAsked, .unknown] {
        let count = verdict.missing.count { $0.state == state }
        writeTally(.name(of: state), count, state == .notAsked ? "no" : "unknown", &html)
      }
      for flag in flags { html.element("li", ["class": "flag"], text: flag) }
    }
  }

  private func writeTally(_ name: Phrase, _ count: Int, _ kind: String, _ html: inout HTMLWriter) {
    guard count > 0 else { return }
    html.element("li", ["class": kind]) { html in
      html.text(Phrase.labelled(name, Phrase(verbatim: ""))[language])
      html.element("strong", text: "\(count)")
    }
  }

  // MARK: What parts share

  func rank(of verdict: Verdict) -> String {
    Phrase.rank(verdict.level.rank, of: highestRank, atLeast: verdict.atLeast)[language]
  }

  var highestRank: Int { rules.ladder.levels.compactMap(\.level.rank).max() ?? 0 }

  /// Documents at hand or named that were not read.
  var unreadCount: Int { judged.coverage.documents.count { $0.state != .read } }

  /// "Lot 3", "Lots 1, 3–7".
  func name(of group: LotGroup) -> String {
    let ids = group.positions.map { judged.verdicts[$0].lot }
    return Phrase.lots(LotGroup.written(ids).joined(separator: ", "), count: ids.count)[language]
  }

  /// The number of a lot, or of several, and the title of one in its own language.
  private func write(headingOf group: LotGroup, _ html: inout HTMLWriter) {
    html.text(name(of: group))
    guard group.positions.count == 1, let lot = judged.lot(at: group.positions[0]),
      let title = Self.title(of: lot)
    else { return }
    html.text(" — ")
    html.element("span", ["lang": foreign(tenderLanguage)], text: title)
  }

  /// The title of a lot without its number, which many titles begin with.
  private static func title(of lot: Lot) -> String? {
    guard let title = lot.title else { return nil }
    let number = Phrase.lots(LotGroup.short(lot.id), count: 1)
    let prefix = ReportLanguage.allCases.map { number[$0] }.first {
      title.lowercased().hasPrefix($0.lowercased())
    }
    guard let prefix else { return title.isEmpty ? nil : title }
    let rest = title.dropFirst(prefix.count)
    // "Lot 12" is not lot 1.
    if rest.first?.isNumber ?? false { return title }
    let bare = rest.drop { " :-–—.,".contains($0) }
    return bare.isEmpty ? nil : String(bare)
  }

  /// Writes a part for each group of lots, under its name where there are several.
  func writeGroups(_ html: inout HTMLWriter, _ content: (Int, LotGroup, inout HTMLWriter) -> Void) {
    for (position, group) in groups.enumerated() {
      if groups.count > 1 { html.block("h3", ["class": "lot"]) { write(headingOf: group, &$0) } }
      content(position, group, &html)
    }
  }

  /// A heading below the name of a group of lots, or below the question where there is one group only.
  func writeSubheading(_ text: String, _ html: inout HTMLWriter) {
    if groups.count > 1 { html.block("h4", text: text) } else { html.block("h3", text: text) }
  }
}
