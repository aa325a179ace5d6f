import Analysis
import Tenders
import Testing

@testable import Reports

@Suite("The table of lots")
struct CSVReportTests {
  private static let columns = CSVReport.columns

  @Test("The header names every column once")
  func header() {
    let header = String(decoding: CSVReport.header, as: UTF8.self)
    #expect(header == Self.columns.joined(separator: ",") + "\r\n")
    #expect(Set(Self.columns).count == Self.columns.count)
  }

  @Test("Each lot is a row with every column")
  func rows() throws {
    let judged = Fixtures.judged([Fixtures.verdict(lot: "1"), Fixtures.verdict(lot: "2", atLeast: true)])
    let rows = try parse(CSVReport.rows(judged))
    #expect(rows.map { $0["lot"] } == ["1", "2"])
    #expect(rows.map { $0["at_least"] } == ["false", "true"])
    let first = try #require(rows.first)
    #expect(first["lot_title"] == "Werk 1")
    #expect(first["tender_value"] == "1250000.5")
    #expect(first["elements"] == "E4 | E5")
    #expect(first["level"] == "due-diligence")
    #expect(first["rank"] == "3")
    #expect(first["price_weight"] == "40")
    #expect(first["documents_listed"] == "2")
    #expect(first["documents_read"] == "1")
    #expect(first["first_quote"] == "De opdrachtnemer brengt de keten in kaart.")
    #expect(first["first_rule"] == "chain-transparency")
    #expect(first["rules_version"] == "1.2.3")
    #expect(first["reason"] == "")
  }

  @Test("A tender without lots is a row too")
  func noLots() throws {
    let rows = try parse(CSVReport.rows(Fixtures.judged([])))
    #expect(rows.count == 1)
    #expect(rows.first?["title"] == "Herinrichting Marktplein")
    #expect(rows.first?["level"] == "")
    #expect(rows.first?["rules_version"] == "1.2.3")
  }

  @Test("Unread input is a row with its reason")
  func unread() throws {
    let rows = try parse(CSVReport.row(Fixtures.unread))
    #expect(rows.count == 1)
    #expect(rows.first?["path"] == "inbox/a.zip")
    #expect(rows.first?["member"] == "b.xml")
    #expect(rows.first?["level"] == "")
    #expect(rows.first?["reason"] == "malformed")
    #expect(rows.first?["message"] == "Not well-formed XML, line 3")
  }

  @Test(
    "Text that a spreadsheet would run is made text",
    arguments: ["=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
  func formulas(_ text: String) throws {
    let rows = try parse(CSVReport.rows(Fixtures.hostile(text)))
    for column in ["path", "title", "lot_title", "buyers", "first_quote", "first_document"] {
      #expect(rows.first?[column] == "'" + text)
    }
  }

  @Test("Negative numbers of ours stay numbers")
  func negativeNumbers() throws {
    var tender = Fixtures.tender()
    tender.value = Value(amount: -5, currency: "EUR")
    let rows = try parse(CSVReport.rows(Fixtures.judged(tender: tender)))
    #expect(rows.first?["tender_value"] == "-5")
  }

  @Test(
    "Commas, quotes, semicolons and line breaks are quoted",
    arguments: ["a,b", "a \"b\"", "a;b", "a\nb", "a\r\nb"])
  func quoting(_ text: String) throws {
    let rows = try parse(CSVReport.rows(Fixtures.hostile(text)))
    #expect(rows.first?["title"] == text)
    #expect(rows.first?["first_quote"] == text)
  }

  @Test("Control characters are left out")
  func controls() throws {
    let rows = try parse(CSVReport.rows(Fixtures.hostile("a\u{1B}[2Jb\u{0}c")))
    #expect(rows.first?["title"] == "a [2Jb c")
  }

  @Test("Buyers and their ids go together")
  func buyers() throws {
    var tender = Fixtures.tender()
    tender.buyers = [Buyer(name: "A"), Buyer(name: "B", id: "2", kind: .province)]
    let row = try #require(try parse(CSVReport.rows(Fixtures.judged(tender: tender))).first)
    #expect(row["buyers"] == "A | B")
    #expect(row["buyer_ids"] == " | 2")
    #expect(row["buyer_kinds"] == "unknown | province")
  }

  // MARK: A reader of RFC 4180

  private func parse(_ bytes: [UInt8]) throws -> [[String: String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        guard byte == 0x22 else {
          cell.append(byte)
          continue
        }
        if index < bytes.count, bytes[index] == 0x22 {
          cell.append(0x22)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22: isQuoted = true
      case 0x2C, 0x0D:
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        guard byte == 0x0D else { continue }
        #expect(bytes[index] == 0x0A)
        index += 1
        rows.append(row)
        row = []
      default: cell.append(byte)
      }
    }
    #expect(!isQuoted && row.isEmpty && cell.isEmpty)
    return try rows.map { row in
      try #require(row.count == Self.columns.count)
      return Dictionary(uniqueKeysWithValues: zip(Self.columns, row))
    }
  }
}
