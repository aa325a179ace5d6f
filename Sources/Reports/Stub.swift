public import Analysis
public import Tenders
public enum ReportLanguage: String, CaseIterable, Sendable {
  case nl, fr, de, en
  public init(locale: String) { self = ReportLanguage(rawValue: String(locale.prefix(2))) ?? .nl }
}
public struct TextReport {
  public init(language: ReportLanguage, rules: RuleSet, width: Int = 100, color: Bool = false) {}
  public func tender(_ judged: JudgedTender) -> String {
    String(decoding: JSONReport.line(judged), as: UTF8.self)
  }
  public func facts(_ file: TenderFile) -> String { "" }
  public func unread(_ u: Unread) -> String { "" }
  public func summary(_ s: BatchSummary) -> String { "" }
}
public struct BatchSummary: Sendable {
  public init() {}; public var tenders = 0; public var unread = 0; public var filtered = 0;
  public var unreadReasons: [(reason: Unread.Reason, count: Int)] = []
  public mutating func add(_ j: JudgedTender) { tenders += 1 }
  public mutating func add(_ u: Unread) { unread += 1 }
}
public enum CSVReport {
  public static let header: [UInt8] = []; public static func rows(_: JudgedTender) -> [UInt8] { [] };
  public static func row(_: Unread) -> [UInt8] { [] }
}
public enum Schema { public static let json = "{}" }
public enum Terminal { public static func safe(_ s: String) -> String { s } }
