public import Analysis
public import Tenders

/// A table with one row for each lot, for spreadsheets and statistics.
///
/// UTF-8 without a byte order mark, rows ended by CR LF, numbers with a decimal point, several values joined by ` | `.
public enum CSVReport {
  static let columns = [
    "path", "member", "format", "tender_id", "procedure_id", "notice_kind", "notice_type", "published",
    "dispatched",
    "country", "buyers", "buyer_ids", "buyer_kinds", "title", "tender_cpv", "tender_value", "tender_currency",
    "lot", "lot_title", "cpv", "value", "currency",
    "level", "rank", "at_least", "confidence", "elements", "stages", "flags", "notes", "price_weight",
    "natural_stone", "categories", "documents_listed", "documents_present", "documents_read",
    "first_quote", "first_rule", "first_document", "rules_version", "reason", "message",
  ]

  /// The header line with its end.
  public static let header: [UInt8] = {
    var csv = CSVWriter()
    for column in columns { csv.cell(column) }
    csv.endRow()
    return csv.bytes
  }()

  /// The rows of a tender with their ends: one for each lot, and one without a lot when it has none.
  public static func rows(_ judged: JudgedTender) -> [UInt8] {
    // What all lots share is written once and copied.
    let head = head(of: judged)
    let tail = tail(of: judged)
    var csv = CSVWriter()
    for (position, verdict) in judged.verdicts.enumerated() {
      csv.cells(head)
      write(judged.lot(at: position), verdict, &csv)
      csv.cells(tail)
      writeFirstQuote(of: verdict, judged.rules, &csv)
      csv.endRow()
    }
    if judged.verdicts.isEmpty {
      csv.cells(head)
      for _ in 0..<lotColumns { csv.cell(nil as String?) }
      csv.cells(tail)
      writeFirstQuote(of: nil, judged.rules, &csv)
      csv.endRow()
    }
    return csv.bytes
  }

  /// A row for input that gave no tender: its file, and at the end its reason and message.
  public static func row(_ unread: Unread) -> [UInt8] {
    var csv = CSVWriter()
    write(unread.source, &csv)
    for _ in 0..<(columns.count - 5) { csv.cell(nil as String?) }
    csv.cell(unread.reason.rawValue)
    csv.cell(unread.message)
    csv.endRow()
    return csv.bytes
  }

  // MARK: Groups of columns

  private static func write(_ source: Source, _ csv: inout CSVWriter) {
    csv.cell(source.path)
    csv.cell(source.member)
    csv.cell(source.format)
  }

  /// `path` to `tender_currency`.
  private static func head(of judged: JudgedTender) -> [UInt8] {
    let tender = judged.tender
    var csv = CSVWriter()
    write(judged.source, &csv)
    csv.cell(tender.id)
    csv.cell(tender.procedureId)
    csv.cell(tender.noticeKind.rawValue)
    csv.cell(tender.noticeType)
    csv.cell(tender.published)
    csv.cell(tender.dispatched)
    csv.cell(tender.country)
    // One value for each buyer, also when it is empty, so that the three columns go together.
    csv.cell(tender.buyers.map { $0.name ?? "" })
    csv.cell(tender.buyers.map { $0.id ?? "" })
    csv.cell(tender.buyers.map(\.kind.rawValue))
    csv.cell(tender.title)
    csv.cell(tender.cpv)
    csv.cell(tender.value?.amount)
    csv.cell(tender.value?.currency)
    return csv.bytes
  }

  /// `lot` to `price_weight`.
  private static let lotColumns = 14

  private static func write(_ lot: Lot?, _ verdict: Verdict, _ csv: inout CSVWriter) {
    csv.cell(verdict.lot)
    csv.cell(lot?.title)
    csv.cell(lot?.cpv ?? [])
    csv.cell(lot?.value?.amount)
    csv.cell(lot?.value?.currency)
    csv.cell(verdict.level.code)
    csv.cell(verdict.level.rank)
    csv.cell(verdict.atLeast)
    csv.cell(verdict.confidence.rawValue)
    csv.cell(verdict.elements.map(\.rawValue))
    csv.cell(verdict.stages.map(\.rawValue))
    csv.cell(verdict.flags)
    csv.cell(verdict.notes)
    csv.cell(verdict.priceWeight)
  }

  /// `natural_stone` to `documents_read`.
  private static func tail(of judged: JudgedTender) -> [UInt8] {
    var csv = CSVWriter()
    csv.cell(judged.scope.naturalStone.rawValue)
    csv.cell(judged.scope.categories)
    csv.cell(judged.coverage.listed)
    csv.cell(judged.coverage.present)
    csv.cell(judged.coverage.read)
    return csv.bytes
  }

  /// `first_quote` to the end.
  private static func writeFirstQuote(of verdict: Verdict?, _ rules: RulesIdentity, _ csv: inout CSVWriter) {
    let first = verdict?.evidence.first
    csv.cell(first?.quote)
    csv.cell(first?.rule)
    csv.cell(first?.place.document)
    csv.cell(rules.version)
    csv.cell(nil as String?)
    csv.cell(nil as String?)
  }
}
