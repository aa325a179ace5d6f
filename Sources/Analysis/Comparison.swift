import Tenders

/// What differs between two tenders: two drafts of one, or a tender and its rectification.
public struct Comparison: Sendable, Equatable {
  public var old: JudgedTender
  public var new: JudgedTender
  /// What is bought, and who is bound by what.
  public var scope: [TenderDifference]
  /// In the order of the old lots, then those that are new.
  public var lots: [LotComparison]

  /// Nothing that is judged differs.
  public var isEmpty: Bool { scope.isEmpty && lots.allSatisfy { $0.side == .both && $0.differences.isEmpty } }

  public init(_ old: JudgedTender, _ new: JudgedTender) {
    self.old = old
    self.new = new
    scope = Self.scope(old.scope, new.scope)
    lots = Self.lots(old.verdicts, new.verdicts)
  }
}

/// A lot on both sides, or on one.
public struct LotComparison: Sendable, Equatable {
  public enum Side: String, Sendable {
    case both, old, new
  }

  public var side: Side
  public var old: Verdict?
  public var new: Verdict?
  public var differences: [TenderDifference]

  /// Its id: the new one where it has both.
  public var lot: String { new?.lot ?? old?.lot ?? "" }
}

/// One thing that differs, with what it rests on at either side.
public struct TenderDifference: Sendable, Equatable {
  /// The field of the output in which it stands.
  public enum Field: String, Sendable, CaseIterable {
    case level, atLeast, elements, stages, flags, notes, priceWeight, naturalStone, categories, duties
  }

  public enum Kind: String, Sendable, CaseIterable {
    case added, removed, changed
    /// It is there on both sides, in other words.
    case reworded
  }

  public var field: Field
  public var kind: Kind
  /// The duty that a changed state is about.
  public var of: String?
  /// Nil where it was not there, or not known.
  public var old: String?
  public var new: String?
  public var oldEvidence: [Evidence] = []
  public var newEvidence: [Evidence] = []
}

extension Comparison {
  // MARK: Lots

  private static func lots(_ old: [Verdict], _ new: [Verdict]) -> [LotComparison] {
    var rest = new
    var lots: [LotComparison] = []
    for verdict in old {
      let match =
        rest.firstIndex { $0.lot == verdict.lot }
        ?? rest.firstIndex { Lot.number(of: $0.lot) == Lot.number(of: verdict.lot) }
        // An undivided contract is one lot, whatever it is called.
        ?? (old.count == 1 && new.count == 1 ? 0 : nil)
      guard let match else {
        lots.append(LotComparison(side: .old, old: verdict, new: nil, differences: []))
        continue
      }
      let other = rest.remove(at: match)
      lots.append(
        LotComparison(side: .both, old: verdict, new: other, differences: differences(verdict, other)))
    }
    return lots + rest.map { LotComparison(side: .new, old: nil, new: $0, differences: []) }
  }

  private static func differences(_ old: Verdict, _ new: Verdict) -> [TenderDifference] {
    var out: [TenderDifference] = []
    if old.level != new.level {
      out.append(
        TenderDifference(
          field: .level, kind: .changed, old: old.level.code, new: new.level.code, oldEvidence: old.basis,
          newEvidence: new.basis))
    }
    if old.atLeast != new.atLeast {
      out.append(
        TenderDifference(field: .atLeast, kind: .changed, old: "\(old.atLeast)", new: "\(new.atLeast)"))
    }
    func sets(_ field: TenderDifference.Field, _ before: [String], _ after: [String]) {
      for value in before where !after.contains(value) {
        // What took it away says so itself.
        let strike = field == .elements ? new.evidence(for: "withdrawn") : []
        out.append(
          TenderDifference(
            field: field, kind: .removed, old: value, new: nil, oldEvidence: old.evidence(for: value),
            newEvidence: strike))
      }
      for value in after where !before.contains(value) {
        out.append(
          TenderDifference(
            field: field, kind: .added, old: nil, new: value, newEvidence: new.evidence(for: value)))
      }
      for value in before where after.contains(value) {
        let (left, right) = apart(old.evidence(for: value), new.evidence(for: value))
        guard !left.isEmpty, !right.isEmpty else { continue }
        out.append(
          TenderDifference(
            field: field, kind: .reworded, old: value, new: value, oldEvidence: left, newEvidence: right))
      }
    }
    sets(.elements, old.elements.map(\.rawValue), new.elements.map(\.rawValue))
    sets(.stages, old.stages.map(\.rawValue), new.stages.map(\.rawValue))
    sets(.flags, old.flags, new.flags)
    sets(.notes, old.notes, new.notes)
    if old.priceWeight != new.priceWeight {
      let flags = ["price-only", "price-led"]
      out.append(
        TenderDifference(
          field: .priceWeight, kind: .changed, old: old.priceWeight.map(written),
          new: new.priceWeight.map(written), oldEvidence: flags.flatMap(old.evidence(for:)),
          newEvidence: flags.flatMap(new.evidence(for:))))
    }
    return out
  }

  private static func written(_ weight: Double) -> String {
    weight == weight.rounded() ? "\(Int(weight))" : "\(weight)"
  }

  /// The quotes of each side that the other does not have; white space does not count.
  private static func apart(_ old: [Evidence], _ new: [Evidence]) -> ([Evidence], [Evidence]) {
    func words(_ evidence: Evidence) -> String {
      evidence.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let (before, after) = (Set(old.map(words)), Set(new.map(words)))
    return (old.filter { !after.contains(words($0)) }, new.filter { !before.contains(words($0)) })
  }

  // MARK: Scope

  private static func scope(_ old: Scope, _ new: Scope) -> [TenderDifference] {
    var out: [TenderDifference] = []
    if old.naturalStone != new.naturalStone {
      out.append(
        TenderDifference(
          field: .naturalStone, kind: .changed, old: old.naturalStone.rawValue, new: new.naturalStone.rawValue
        ))
    }
    for category in old.categories where !new.categories.contains(category) {
      out.append(TenderDifference(field: .categories, kind: .removed, old: category, new: nil))
    }
    for category in new.categories where !old.categories.contains(category) {
      out.append(TenderDifference(field: .categories, kind: .added, old: nil, new: category))
    }
    for duty in old.duties {
      guard let other = new.duties.first(where: { $0.duty == duty.duty }), other.state != duty.state else {
        continue
      }
      out.append(
        TenderDifference(
          field: .duties, kind: .changed, of: duty.duty, old: duty.state.rawValue, new: other.state.rawValue))
    }
    return out
  }
}

extension Verdict {
  fileprivate func evidence(for give: String) -> [Evidence] { evidence.filter { $0.gives == give } }

  /// What the level rests on: its own quotes, else the first of each element.
  fileprivate var basis: [Evidence] {
    let own = evidence(for: level.code)
    if !own.isEmpty { return own }
    return elements.compactMap { element in evidence.first { $0.gives == element.rawValue } }
  }
}
