/// A language in which reports are written.
public enum ReportLanguage: String, CaseIterable, Sendable {
  case nl, fr, de, en

  /// The language of a locale such as `fr_BE.UTF-8`, as LC_ALL, LC_MESSAGES and LANG hold it; Dutch when it names
  /// none that reports are written in.
  public init(locale: String) {
    self = ReportLanguage(rawValue: locale.prefix { $0.isLetter }.lowercased()) ?? .nl
  }
}
