public import Analysis
public import Tenders

/// What a scan came to: the counts that close its output.
public struct BatchSummary: Sendable, Equatable {
  /// Tenders that were judged.
  public private(set) var tenders = 0
  /// Tenders of which nothing but the notice was read.
  public private(set) var noticeOnly = 0
  /// Lots of the tenders that were judged.
  public private(set) var lots = 0
  /// Lots whose level is a minimum.
  public private(set) var minima = 0
  /// Tenders that the caller's filter kept out of the output.
  public var filtered = 0
  /// Input that gave no tender.
  public private(set) var unread = 0
  /// The first of the unread input, each worth a line.
  public private(set) var leftOut: [Unread] = []

  private var levels: [Level: Int] = [:]
  private var flags: [String: Int] = [:]
  private var notes: [String: Int] = [:]
  private var reasons: [Unread.Reason: Int] = [:]

  /// Unread input that is kept with its reason; a batch can hold a million files that are no notices.
  private static let linesKept = 20

  /// An empty batch.
  public init() {}

  /// Counts a tender and its lots.
  public mutating func add(_ judged: JudgedTender) {
    tenders += 1
    if judged.coverage.isNoticeOnly { noticeOnly += 1 }
    lots += judged.verdicts.count
    for verdict in judged.verdicts {
      if verdict.atLeast { minima += 1 }
      levels[verdict.level, default: 0] += 1
      for flag in verdict.flags { flags[flag, default: 0] += 1 }
      for note in verdict.notes { notes[note, default: 0] += 1 }
    }
  }

  /// Counts input that gave no tender.
  public mutating func add(_ unread: Unread) {
    self.unread += 1
    reasons[unread.reason, default: 0] += 1
    if leftOut.count < Self.linesKept { leftOut.append(unread) }
  }

  /// Lots per level: by rank, highest first, those without a rank last, then by code.
  public var lotsPerLevel: [(level: Level, lots: Int)] {
    levels.map { (level: $0.key, lots: $0.value) }.sorted { left, right in
      let ranks = (left.level.rank ?? -1, right.level.rank ?? -1)
      return ranks.0 == ranks.1 ? left.level.code < right.level.code : ranks.0 > ranks.1
    }
  }

  /// Lots per flag, by code.
  public var lotsPerFlag: [(flag: String, lots: Int)] {
    flags.map { (flag: $0.key, lots: $0.value) }.sorted { $0.flag < $1.flag }
  }

  /// Lots per note, by code.
  public var lotsPerNote: [(note: String, lots: Int)] {
    notes.map { (note: $0.key, lots: $0.value) }.sorted { $0.note < $1.note }
  }

  /// Unread input per reason, by code.
  public var unreadReasons: [(reason: Unread.Reason, count: Int)] {
    reasons.map { (reason: $0.key, count: $0.value) }.sorted { $0.reason.rawValue < $1.reason.rawValue }
  }
}
