@testable import Analysis
import Reports
import Tenders
import Testing

@Suite("The summary of a batch")
struct BatchSummaryTests {
  private func summary(reversed: Bool = false) -> BatchSummary {
    let tenders = [
      Fixtures.judged([
        Fixtures.verdict(lot: "1", atLeast: true, flags: ["price-led", "conditional"]),
        Fixtures.verdict(lot: "2", level: Level(code: "silent", rank: 0), elements: []),
      ]),
      Fixtures.judged(
        [
          Fixtures.verdict(
            level: Level(code: "not-assessable", rank: nil), elements: [], flags: ["conditional"])
        ],
        coverage: Coverage()),
    ]
    var summary = BatchSummary()
    for judged in reversed ? tenders.reversed() : tenders { summary.add(judged) }
    summary.add(Fixtures.unread)
    return summary
  }

  @Test("Tenders, lots, levels, flags and unread input are counted")
  func counts() {
    let summary = summary()
    #expect(summary.tenders == 2)
    #expect(summary.noticeOnly == 1)
    #expect(summary.lots == 3)
    #expect(summary.minima == 1)
    #expect(summary.unread == 1)
    #expect(summary.lotsPerLevel.map(\.level.code) == ["due-diligence", "silent", "not-assessable"])
    #expect(summary.lotsPerLevel.map(\.lots) == [1, 1, 1])
    #expect(summary.lotsPerFlag.map(\.flag) == ["conditional", "price-led"])
    #expect(summary.lotsPerFlag.map(\.lots) == [2, 1])
    #expect(summary.unreadReasons.map(\.reason) == [.malformed])
    #expect(summary.leftOut == [Fixtures.unread])
  }

  @Test("The order of the input changes nothing")
  func order() {
    #expect(summary() == summary(reversed: true))
  }

  @Test("Only the first unread inputs are kept, all are counted")
  func manyUnread() throws {
    var summary = BatchSummary()
    for _ in 0..<1000 { summary.add(Fixtures.unread) }
    #expect(summary.unread == 1000)
    #expect(summary.leftOut.count == 20)
    let text = TextReport(language: .nl, rules: try #require(Fixtures.rules)).summary(summary)
    #expect(text.contains("… en nog 980"))
    #expect(text.contains("1.000"))
  }

  @Test("The text shows every level of the ladder, also those that no lot has")
  func text() throws {
    let rules = try #require(Fixtures.rules)
    var summary = summary()
    summary.filtered = 4
    let text = TextReport(language: .en, rules: rules).summary(summary)
    #expect(text.contains("Due diligence that is scored"))
    #expect(text.contains("33.3%"))
    #expect(text.contains("Left out by the filter"))
    #expect(text.contains("inbox/a.zip!b.xml: not read, malformed."))
  }

  @Test("An empty batch is told as one")
  func empty() throws {
    let text = TextReport(language: .fr, rules: try #require(Fixtures.rules)).summary(BatchSummary())
    #expect(text.contains("Marchés"))
    #expect(!text.contains("%"))
  }
}
