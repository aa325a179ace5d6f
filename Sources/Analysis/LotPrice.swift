import Tenders

/// What notice and documents together say of the price in a lot.
struct LotPrice {
  /// Percent of price plus cost; nil when it cannot be computed.
  let weight: Double?
  /// Price or cost is all that counts.
  let isPriceOnly: Bool
  /// The documents are what counts: the notice states nothing, or a later document corrects it.
  let isFromDocuments: Bool
  let disagreements: [Disagreement]

  /// - Parameters:
  ///   - notice: the criteria that the notice states.
  ///   - documents: what was read of the documents.
  ///   - saysSole: a sentence says that price is the only criterion; `inDocuments` when a document says so.
  init(notice: [AwardCriterion], documents: DocumentAward?, saysSole: Bool, inDocuments: Bool) {
    let stated = PriceReader(criteria: notice)
    let listed = documents?.criteria.isEmpty == false ? documents : nil
    let sole = listed == nil && inDocuments
    let other = listed?.weight ?? (sole ? 100 : nil)
    let isCorrected = listed?.isCorrection == true && other != nil
    if notice.isEmpty || isCorrected {
      isFromDocuments = true
      isPriceOnly = listed.map { $0.weight == 100 } ?? (saysSole && documents == nil)
      weight = other ?? (isPriceOnly ? 100 : nil)
    } else {
      isFromDocuments = false
      isPriceOnly = stated.isPriceOnly
      weight = stated.weight ?? (other == 100 ? nil : other)
    }
    disagreements = Self.disagreements(stated, other, listed, sole)
  }

  private static func disagreements(
    _ notice: PriceReader, _ documents: Double?, _ listed: DocumentAward?, _ sole: Bool
  ) -> [Disagreement] {
    guard !notice.criteria.isEmpty, let documents else { return [] }
    if let stated = notice.weight {
      guard abs(stated - documents) >= 0.5 else { return [] }
      return [Disagreement(field: "priceWeight", notice: written(stated), documents: written(documents))]
    }
    // Without weights in the notice the kinds still tell.
    let kinds = kinds(notice.criteria)
    let own = sole ? ["price"] : self.kinds(listed?.criteria ?? [])
    guard kinds.contains("quality") != own.contains("quality"), !kinds.contains("unknown") else { return [] }
    return [
      Disagreement(
        field: "awardCriteria", notice: kinds.joined(separator: ", "), documents: own.joined(separator: ", "))
    ]
  }

  private static func kinds(_ criteria: [AwardCriterion]) -> [String] {
    Set(criteria.map(\.kind.rawValue)).sorted()
  }

  private static func written(_ weight: Double) -> String {
    weight == weight.rounded() ? "\(Int(weight))" : "\(weight)"
  }
}
