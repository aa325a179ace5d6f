import Analysis
import Reports
import Tenders
import Testing

@Suite("Texts from files cannot steer a terminal")
struct TerminalTests {
  @Test("Harmless text stays as it is")
  func harmless() {
    let text = "Natuursteen – « pierre » „Straße“ 中文 a\u{A0}b e\u{301}"
    #expect(Terminal.safe(text) == text)
  }

  @Test(
    "What steers a terminal is replaced",
    arguments: [
      "\u{1B}[2J", "\u{7}", "\u{7F}", "\u{9B}31m", "\u{202E}", "\u{2066}", "\u{200F}", "\u{0}", "\u{FEFF}",
    ])
  func replaced(_ text: String) {
    let safe = Terminal.safe("a\(text)b")
    #expect(safe.unicodeScalars.first == "a")
    #expect(safe.unicodeScalars.contains("\u{FFFD}"))
    #expect(!safe.unicodeScalars.contains { Self.steers($0) })
  }

  @Test("A text stays on one line")
  func oneLine() {
    #expect(Terminal.safe("a\r\nb\nc\td\u{2028}e") == "a b c d e")
  }

  @Test("No field of a tender reaches the report unsafe", arguments: [false, true])
  func everyField(color: Bool) throws {
    let rules = try #require(Fixtures.rules)
    let attack = "x\u{1B}]0;pwned\u{7}\u{202E}y\u{9B}2J\nz"
    for language in ReportLanguage.allCases {
      let report = TextReport(language: language, rules: rules, color: color)
      let judged = Fixtures.hostile(attack)
      let file = TenderFile(
        source: judged.source, tender: judged.tender, coverage: judged.coverage, texts: [])
      let unread = Unread(source: judged.source, reason: .malformed, message: attack)
      var summary = BatchSummary()
      summary.add(unread)
      for text in [report.tender(judged), report.facts(file), report.unread(unread), report.summary(summary)]
      {
        // The report's own styles are the only escapes.
        let bare = text.replacing(/\u{1B}\[(0|1|2|33)m/, with: "").replacing("\n", with: "")
        #expect(!bare.unicodeScalars.contains { Self.steers($0) })
        #expect(color || !text.contains("\u{1B}"))
      }
    }
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value) || [0x200E, 0x200F, 0xFEFF].contains(scalar.value)
  }
}
