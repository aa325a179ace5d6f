/// A public tender as its notice states it: what is bought, by whom, in which lots, and on which criteria.
///
/// Values that the notice does not state, or withholds, are nil: unknown is never a value.
public struct Tender: Sendable, Codable, Equatable {
  /// The publication number as printed (`412345-2019`, OPP-010), else the notice identifier (BT-701).
  public var id: String?
  /// BT-04.
  public var procedureId: String?
  /// BT-757.
  public var version: String?
  public var noticeKind: NoticeKind
  /// The TED form (`F02`) or the eForms subtype (OPP-070: `16`, `E3`).
  public var noticeType: String?
  /// Publication date (OPP-012), `YYYY-MM-DD`.
  public var published: String?
  /// Dispatch date (BT-05), `YYYY-MM-DD`.
  public var dispatched: String?
  /// Country of the first buyer, ISO 3166-1 alpha-2.
  public var country: String?
  /// Languages in which the notice is authentic (BT-702), ISO 639-1.
  public var languages: [String] = []
  /// BT-21 of the procedure.
  public var title: String?
  public var buyers: [Buyer] = []
  /// Main code of the procedure (BT-262), then its additional ones (BT-263); eight digits.
  public var cpv: [String] = []
  /// Places of performance (BT-5071), NUTS codes.
  public var nuts: [String] = []
  /// Estimated total (BT-27); in a result the total awarded (BT-161).
  public var value: Value?
  public var changes: [Change] = []
  /// Exclusion grounds that the notice names by code (BT-67). A code is never evidence of a demand.
  public var exclusionGrounds: [String] = []
  public var lots: [Lot] = []
  /// Groups of lots with criteria of their own (BT-137, `LotsGroup`).
  public var lotGroups: [Lot] = []

  public init(noticeKind: NoticeKind) { self.noticeKind = noticeKind }
}

/// The form type of a notice (BT-03 and its TED likeness).
public enum NoticeKind: String, Sendable, Codable {
  /// Prior information, consultation, buyer profile with a contract in view.
  case planning
  /// Contract notice, prior information or qualification system with a call.
  case competition
  /// Award, voluntary ex-ante transparency, completion.
  case result
  /// Corrigendum, eForms change, contract modification.
  case change
  case other
  /// No notice was given: documents alone.
  case documents
}

/// A contracting authority or entity (BT-500 and what belongs to it).
public struct Buyer: Sendable, Codable, Equatable {
  /// BT-500.
  public var name: String?
  /// BT-501, as the notice writes it.
  public var id: String?
  /// BT-514, ISO 3166-1 alpha-2.
  public var country: String?
  /// BT-507, the NUTS code of its seat.
  public var nuts: String?
  /// BT-11.
  public var kind: BuyerKind
  /// BT-10: main activity, as the code that the notice gives.
  public var activity: String?

  public init(
    name: String?, id: String? = nil, country: String? = nil, nuts: String? = nil,
    kind: BuyerKind = .unknown, activity: String? = nil
  ) {
    self.name = name
    self.id = id
    self.country = country
    self.nuts = nuts
    self.kind = kind
    self.activity = activity
  }
}

/// The kind of a buyer, from its legal type (BT-11) and, where that is coarse, from its name.
public enum BuyerKind: String, Sendable, Codable, CaseIterable {
  case ministry, agency, province, region, municipality
  case waterBoard = "water-board"
  case education, health, utility
  case bodyGovernedByPublicLaw = "body-governed-by-public-law"
  case euInstitution = "eu-institution"
  case other, unknown
}

/// An amount of money. In a framework `maximum` is its ceiling (BT-271).
public struct Value: Sendable, Codable, Equatable {
  public var amount: Double?
  /// ISO 4217; nil when the notice gives none.
  public var currency: String?
  public var maximum: Double?

  public init(amount: Double?, currency: String?, maximum: Double? = nil) {
    self.amount = amount
    self.currency = currency
    self.maximum = maximum
  }
}

/// What a notice says that it changes (BT-758) and why (BT-140, BT-762).
public struct Change: Sendable, Codable, Equatable {
  /// The identifier of the changed notice, nil when the notice names none.
  public var noticeId: String?
  /// The reason code (BT-140), such as `cor-buy` or `cancel`.
  public var reason: String?
  public var description: String?

  public init(noticeId: String?, reason: String?, description: String?) {
    self.noticeId = noticeId
    self.reason = reason
    self.description = description
  }
}

/// A lot (BT-137), a planned part, or the one object description of an undivided contract.
public struct Lot: Sendable, Codable, Equatable {
  /// The lot's number, else the one that its place gives: `1`, `2`, …
  public var id: String
  public var title: String?
  /// Its own codes (BT-262, BT-263), eight digits.
  public var cpv: [String] = []
  public var value: Value?
  public var awardCriteriaIn: AwardCriteriaPlace = .unknown
  public var award: [AwardCriterion] = []
  /// Strategic procurement (BT-06).
  public var strategic: [String] = []
  /// Social objective (BT-775): `hum-right` is human-rights due diligence in global supply chains.
  public var social: [String] = []
  /// The elements of the notice that hold `social`, for `SourceText.locate`.
  public var socialElements: [Int32] = []
  /// Environmental impact (BT-774).
  public var environmental: [String] = []
  /// Innovative acquisition (BT-776).
  public var innovation: [String] = []
  /// Types of selection criteria (BT-747, BT-809).
  public var selection: [String] = []
  /// Reserved execution (BT-736): `yes`, `no`, `not-known`.
  public var reservedExecution: String?
  /// Addresses of the procurement documents (BT-15, BT-615).
  public var documents: [String] = []
  /// The lots that a group joins (BT-1375); empty for a lot.
  public var members: [String] = []

  public init(id: String, title: String? = nil) {
    self.id = id
    self.title = title
  }
}

extension Lot {
  /// `LOT-0003` is lot 3 to a reader and in the documents; any other id is as it is.
  public static func number(of id: String) -> String {
    let prefix = "LOT-"
    guard id.hasPrefix(prefix), let number = Int(id.dropFirst(prefix.count)), number > 0 else { return id }
    return String(number)
  }
}

/// Where the award criteria of a lot stand.
public enum AwardCriteriaPlace: String, Sendable, Codable {
  case notice
  /// The notice says that they are only in the documents.
  case documents
  case unknown
}

/// An award criterion (BT-539, BT-734, BT-540) with its weight (BT-541, BT-5421).
public struct AwardCriterion: Sendable, Codable, Equatable {
  public var kind: Kind
  public var name: String?
  public var weight: Weight?
  public var unit: Unit
  /// A weight that is no number, as the notice writes it.
  public var weightText: String?
  /// The weight was withheld from publication (BT-195).
  public var withheld: Bool
  /// The element of the notice that states it, for `SourceText.locate`.
  public var element: Int32?

  public enum Kind: String, Sendable, Codable {
    case price, cost, quality, unknown
  }

  /// A weight as stated: one number, or a range of two.
  public enum Weight: Sendable, Codable, Equatable {
    case number(Double)
    case range(low: Double, high: Double)
  }

  public enum Unit: String, Sendable, Codable {
    case percent, points
    /// A share from 0 to 1.
    case decimal
    /// An order of importance, 1 first.
    case order
    case threshold, fixed, range
    /// A number without a unit.
    case bare
    case none
  }

  public init(
    kind: Kind, name: String? = nil, weight: Weight? = nil, unit: Unit = .none, weightText: String? = nil,
    withheld: Bool = false, element: Int32? = nil
  ) {
    self.kind = kind
    self.name = name
    self.weight = weight
    self.unit = unit
    self.weightText = weightText
    self.withheld = withheld
    self.element = element
  }
}
