public import Analysis
public import Tenders

/// Reports for people, as plain text in one of four languages.
public struct TextReport: Sendable {
  let language: ReportLanguage
  let rules: RuleSet
  let width: Int
  let color: Bool

  /// A report in a language.
  ///
  /// - Parameters:
  ///   - rules: give the titles of model clauses, product categories and duties.
  ///   - width: columns of a line; words longer than a line stay whole.
  ///   - color: mark headings and flags with terminal styles.
  public init(language: ReportLanguage, rules: RuleSet, width: Int = 100, color: Bool = false) {
    self.language = language
    self.rules = rules
    self.width = width
    self.color = color
  }

  /// What a tender is told, with quotes and places.
  public func tender(_ judged: JudgedTender) -> String {
    var page = page()
    write(head: judged.tender, judged.source, &page)
    write(judged.coverage, of: judged.tender, &page)
    write(judged.scope, &page)
    if judged.verdicts.isEmpty {
      page.blank()
      page.paragraph(.noLots)
    }
    for group in LotGroup.groups(of: judged.verdicts) { write(group, of: judged, &page) }
    if let target = judged.target { write(target, of: judged, &page) }
    page.heading(.limits)
    page.paragraph(.limitsText, indent: 2)
    page.paragraph(.judgedBy(judged.rules), indent: 2, style: .faint)
    return page.text
  }

  /// What was read of a tender, without a verdict.
  public func facts(_ file: TenderFile) -> String {
    var page = page()
    write(head: file.tender, file.source, &page)
    write(file.coverage, of: file.tender, &page)
    if !file.tender.exclusionGrounds.isEmpty {
      page.blank()
      page.fields([(.exclusionGrounds, list(file.tender.exclusionGrounds, separator: ", "))])
    }
    for lot in file.tender.lots { write(lot, of: file.tender, &page) }
    return page.text
  }

  /// Why input gave no tender, in one paragraph.
  public func unread(_ unread: Unread) -> String {
    var page = page()
    write(unread, indent: 0, &page)
    return page.text
  }

  /// The counts of a batch.
  public func summary(_ summary: BatchSummary) -> String {
    var page = page()
    write(summary, &page)
    return page.text
  }

  private func page() -> Page { Page(language: language, width: width, color: color) }

  func write(_ unread: Unread, indent: Int, _ page: inout Page) {
    let path = Self.path(of: unread.source)
    page.paragraph(.notRead(path, unread.reason), indent: indent, hanging: 2)
    if !unread.message.isEmpty { page.paragraph(unread.message, indent: indent + 2, style: .faint) }
  }

  /// A file, and the way to it inside an archive.
  static func path(of source: Source) -> String {
    source.member.map { "\(source.path)!\($0)" } ?? source.path
  }
}
