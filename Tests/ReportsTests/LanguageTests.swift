import Reports
import Testing

@Suite("The language of a report")
struct LanguageTests {
  @Test(
    "It follows the locale, and is Dutch when that is none of the four",
    arguments: [
      ("fr_BE.UTF-8", ReportLanguage.fr), ("de", .de), ("en_GB", .en), ("EN-us", .en), ("nl_NL@euro", .nl),
      ("C.UTF-8", .nl),
      ("POSIX", .nl), ("frr_DE", .nl), ("", .nl), ("it_IT", .nl),
    ])
  func locale(_ locale: String, _ language: ReportLanguage) {
    #expect(ReportLanguage(locale: locale) == language)
  }
}
