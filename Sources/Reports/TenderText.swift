import Analysis
import Tenders

/// The tender's own part of a text report: what it is, what was read of it, and what it buys.
extension TextReport {
  // MARK: Head

  func write(head tender: Tender, _ source: Source, _ page: inout Page) {
    page.title(tender.title.flatMap { $0.isEmpty ? nil : $0 } ?? Phrase.untitled[language], mark: "═")
    var fields: [(label: Phrase, value: String)] = []
    func add(_ label: Phrase, _ value: String?) {
      if let value, !value.isEmpty { fields.append((label, value)) }
    }
    add(.buyers(tender.buyers.count), list(tender.buyers.map(buyer), separator: Phrase.semicolon[language]))
    add(.notice, notice(tender))
    add(.number, [tender.id, tender.version].compactMap { $0 }.joined(separator: ", "))
    add(.procedure, tender.procedureId)
    add(.published, tender.published.map { Phrase.date($0)[language] })
    add(.dispatched, tender.dispatched.map { Phrase.date($0)[language] })
    add(
      .changes,
      list(
        tender.changes.map { change in
          [change.noticeId, change.reason, change.description].compactMap { $0 }.joined(separator: ", ")
        }, separator: Phrase.semicolon[language]))
    add(.subject, list(tender.cpv, separator: ", "))
    add(.place, list(tender.nuts, separator: ", "))
    add(.value(in: tender.noticeKind), tender.value.flatMap { Phrase.money($0)?[language] })
    let path = Self.path(of: source)
    add(.file, source.format.map { "\(path) (\($0))" } ?? path)
    page.fields(fields)
  }

  private func buyer(_ buyer: Buyer) -> String {
    let details = [
      buyer.kind == .unknown ? nil : Phrase.name(of: buyer.kind)[language], buyer.country, buyer.id,
    ].compactMap { $0 }
    let name = buyer.name ?? Phrase.nameless[language]
    return details.isEmpty ? name : "\(name) (\(details.joined(separator: ", ")))"
  }

  private func notice(_ tender: Tender) -> String {
    let kind = Phrase.name(of: tender.noticeKind)[language]
    return tender.noticeType.map { "\(kind) (\($0))" } ?? kind
  }

  /// The first of many; a tender can name hundreds of buyers, codes or places.
  func list(_ items: [String], separator: String, limit: Int = 12) -> String {
    guard items.count > limit else { return items.joined(separator: separator) }
    return (items.prefix(limit) + [Phrase.more(items.count - limit)[language]]).joined(separator: separator)
  }

  // MARK: Coverage

  func write(_ coverage: Coverage, of tender: Tender, _ page: inout Page) {
    page.heading(.coverage)
    let hasNotice = tender.noticeKind != .documents
    if coverage.isNoticeOnly {
      page.paragraph(hasNotice ? .onlyNoticeWasRead : .nothingWasRead, indent: 2, style: .signal)
    } else if hasNotice {
      page.paragraph(.noticeWasRead, indent: 2)
    }
    if !coverage.documents.isEmpty {
      page.paragraph(.documentsRead(coverage), indent: 2)
      // Roles are known only when a tender was judged.
      let hasRoles = coverage.documents.contains { $0.role != .other }
      let rows = coverage.documents.map { document in
        [
          document.name, hasRoles ? Phrase.name(of: document.role)[language] : nil,
          Phrase.name(of: document.state)[language], document.pages.map { Phrase.pages($0)[language] } ?? "",
        ].compactMap { $0 }
      }
      page.table(rows, indent: 4) { position, page in
        guard let help = help(for: coverage.documents[position]) else { return }
        page.paragraph(help, indent: 6, style: .faint)
      }
    }
    writeAddresses(of: tender, coverage, &page)
  }

  /// Why a document was not read, or not judged.
  private func help(for document: Coverage.Document) -> String? {
    let general = Phrase.help(for: document.state)?[language]
    guard let hint = document.hint else { return general }
    switch document.state {
    case .read: return Phrase.remark(hint)[language]
    // Here the hint, which is in English, says more: which limit, or where the file is broken.
    case .broken, .tooLarge: return [general, hint].compactMap { $0 }.joined(separator: " ")
    case .missing: return document.namedAt.map { Phrase.named(at: $0)[language] } ?? general
    case .noText, .encrypted, .unsupported: return general
    }
  }

  /// Where the documents are that were not given.
  private func writeAddresses(of tender: Tender, _ coverage: Coverage, _ page: inout Page) {
    guard coverage.isNoticeOnly else { return }
    var addresses: [String] = []
    for address in tender.lots.flatMap(\.documents) where !addresses.contains(address) {
      addresses.append(address)
      if addresses.count == 5 { break }
    }
    guard !addresses.isEmpty else { return }
    page.paragraph(.documentAddresses, indent: 2)
    for address in addresses { page.paragraph(address, indent: 4) }
  }

  // MARK: Scope

  func write(_ scope: Scope, _ page: inout Page) {
    page.heading(.scope)
    var fields: [(label: Phrase, value: String)] = []
    let reasons = scope.by.map { $0 == "text" ? Phrase.byText[language] : readable($0) }
    let answer = Phrase.name(of: scope.naturalStone)[language]
    fields.append(
      (.naturalStone, reasons.isEmpty ? answer : "\(answer) (\(reasons.joined(separator: ", ")))"))
    if !scope.categories.isEmpty {
      fields.append((.categories, scope.categories.map(categoryTitle).joined(separator: ", ")))
    }
    page.fields(fields, indent: 2)
    guard !scope.duties.isEmpty else { return }
    page.paragraph(.duties, indent: 2)
    for duty in scope.duties {
      let title = rules.duties.first { $0.id == duty.duty }?.title.text(language.rawValue) ?? duty.duty
      let state = Phrase.labelled(Phrase(verbatim: title), Phrase.name(of: duty.state))
      page.paragraph(
        "\(state[language]). \(Phrase.because(duty.because)[language])", indent: 4, hanging: 2)
    }
  }

  /// `cpv:44912100` as a reader writes it.
  private func readable(_ reason: String) -> String {
    guard let colon = reason.firstIndex(of: ":") else { return reason }
    return "\(reason[..<colon].uppercased()) \(reason[reason.index(after: colon)...])"
  }

  private func categoryTitle(_ id: String) -> String {
    rules.categories.first { $0.id == id }?.title.text(language.rawValue) ?? id
  }

  // MARK: A lot's facts

  func write(_ lot: Lot, of tender: Tender, _ page: inout Page) {
    page.blank()
    let number = Phrase.lots(LotGroup.short(lot.id), count: 1)[language]
    page.title(titled(number, lot.title), mark: "─")
    var fields: [(label: Phrase, value: String)] = []
    func add(_ label: Phrase, _ values: [String]) {
      if !values.isEmpty { fields.append((label, list(values, separator: ", "))) }
    }
    add(.subject, lot.cpv)
    add(.value(in: tender.noticeKind), lot.value.flatMap { Phrase.money($0) }.map { [$0[language]] } ?? [])
    fields.append((.awardCriteria, awardCriteria(of: lot)))
    add(.strategic, lot.strategic)
    add(.social, lot.social)
    add(.environmental, lot.environmental)
    add(.innovation, lot.innovation)
    add(.selection, lot.selection)
    add(.reserved, lot.reservedExecution.map { [$0] } ?? [])
    add(.documents, lot.documents)
    page.fields(fields, indent: 2)
  }

  /// The criteria with their weights, or where they stand.
  func awardCriteria(of lot: Lot) -> String {
    guard !lot.award.isEmpty else { return Phrase.name(of: lot.awardCriteriaIn)[language] }
    return list(lot.award.map { Phrase.criterion($0)[language] }, separator: Phrase.semicolon[language])
  }
}

extension Coverage {
  /// Nothing was read beside the notice.
  var isNoticeOnly: Bool { !documents.contains { $0.state == .read && $0.role != .notice } }
}
