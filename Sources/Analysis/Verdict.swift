public import Tenders

/// A tender with what was read of it and what that gives: one line of output.
public struct JudgedTender: Sendable, Equatable {
  public var source: Source
  public var tender: Tender
  public var coverage: Coverage
  public var scope: Scope
  /// One for each lot, in the order of the lots.
  public var verdicts: [Verdict]
  public var rules: RulesIdentity
  /// The way to a level, where one was asked for.
  public var target: Target?
}

/// Which rules judged.
public struct RulesIdentity: Sendable, Equatable {
  public var version: String
  /// SHA-256 over the paths and texts of all rule files.
  public var sha256: String
}

/// What a lot is told, and why.
public struct Verdict: Sendable, Equatable {
  public var lot: String
  public var level: Level
  /// Documents that could hold more were not read: the level is a minimum.
  public var atLeast: Bool
  public var confidence: Confidence
  public var elements: [Element]
  public var stages: [Stage]
  public var flags: [String]
  public var notes: [String]
  /// Percent of price plus cost; nil when it cannot be computed.
  public var priceWeight: Double?
  public var evidence: [Evidence]
  public var missing: [Missing]
  public var disagreements: [Disagreement]
}

/// A level of the ladder in `Rules/verdicts.yaml`; `not-assessable` has no rank.
public struct Level: Sendable, Hashable {
  public var code: String
  public var rank: Int?
}

/// How sure a verdict is.
public enum Confidence: String, Sendable {
  case certain, likely, check
}

/// A due-diligence element; the number is that of the list, the OECD step another.
public enum Element: String, Sendable, CaseIterable, Comparable {
  /// Norm anchor.
  case e1 = "E1"
  /// Policy commitment (OECD step 1).
  case e2 = "E2"
  /// Risk analysis of the chain (OECD step 2).
  case e3 = "E3"
  /// Chain transparency (OECD step 2).
  case e4 = "E4"
  /// Plan or measures (OECD step 3).
  case e5 = "E5"
  /// Monitoring of the effect (OECD step 4).
  case e6 = "E6"
  /// Periodic reporting (OECD step 5).
  case e7 = "E7"
  /// Remedy and complaint mechanism (OECD step 6).
  case e8 = "E8"
  /// Reasonable-effort standard.
  case e9 = "E9"
  /// Verification and consequence.
  case e10 = "E10"

  /// Elements are in the order of their numbers.
  public static func < (left: Element, right: Element) -> Bool { left.number < right.number }

  private var number: Int { Int(rawValue.dropFirst()) ?? 0 }
}

/// A quote that supports an element, a level or a flag, with its place.
public struct Evidence: Sendable, Equatable {
  /// The rule's id.
  public var rule: String
  /// The element, flag or level that the quote supports.
  public var gives: String
  /// The source's own characters.
  public var quote: String
  /// ISO 639-1.
  public var language: String?
  public var place: Place
}

/// An element that was not found.
public struct Missing: Sendable, Equatable {
  public enum State: String, Sendable {
    case notAsked = "not-asked"
    case unknown
  }

  public var element: Element
  public var state: State
  /// The id of the model clause that asks for it.
  public var remedy: String?
}

/// What notice and documents say differently.
public struct Disagreement: Sendable, Equatable {
  public var field: String
  public var notice: String
  public var documents: String
  /// Where each side says it.
  public var noticeEvidence: [Evidence] = []
  public var documentEvidence: [Evidence] = []
}

/// What a tender buys, as far as duties hang on it.
public struct Scope: Sendable, Equatable {
  public enum Answer: String, Sendable {
    case yes, no, unknown
  }

  public var naturalStone: Answer
  /// What the answer rests on: `cpv:44912100`, `text`.
  public var by: [String]
  public var categories: [String]
  public var duties: [DutyState]
}

/// Whether a duty binds the buyer in this tender.
public struct DutyState: Sendable, Equatable {
  public var duty: String
  public var state: Scope.Answer
  public var because: String
}
