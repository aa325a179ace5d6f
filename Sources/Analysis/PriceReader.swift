import Tenders

/// What the award criteria of a lot say about price.
struct PriceReader {
  let criteria: [AwardCriterion]

  /// Price or cost is all that counts.
  var isPriceOnly: Bool { !criteria.isEmpty && criteria.allSatisfy(\.isPrice) }

  /// Percent of price plus cost; nil when it cannot be computed.
  var weight: Double? {
    if isPriceOnly { return 100 }
    guard criteria.contains(where: { $0.kind != .unknown }), criteria.allSatisfy({ $0.kind != .unknown })
    else {
      return nil
    }
    var total = 0.0
    var price = 0.0
    var units: Set<AwardCriterion.Unit> = []
    for criterion in criteria {
      guard case .number(let number)? = criterion.weight else { return nil }
      units.insert(criterion.unit)
      total += number
      if criterion.isPrice { price += number }
    }
    guard units.count == 1, let unit = units.first, total > 0 else { return nil }
    switch unit {
    case .percent: return abs(total - 100) < 0.5 ? price : nil
    case .decimal: return abs(total - 1) < 0.005 ? round(price * 100) : nil
    case .points: return round(100 * price / total)
    // Bare numbers are shares only when they add up to a whole.
    case .bare: return total == 100 || total == 1 || total == 1000 ? round(100 * price / total) : nil
    case .order, .threshold, .fixed, .range, .none: return nil
    }
  }

  /// Two decimals are enough for a share.
  private func round(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

extension AwardCriterion {
  var isPrice: Bool { kind == .price || kind == .cost }
}
