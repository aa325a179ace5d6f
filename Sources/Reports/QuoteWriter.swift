import Analysis
import Tenders

/// Writes the quotes of a verdict, each in full once: one sentence often supports several elements.
struct QuoteWriter {
  let report: TextReport
  /// Places that other lots with the same verdict have elsewhere in the notice.
  let placesOfFirstLot: [Place]
  private var shown: [(place: Place, name: Phrase)] = []

  init(report: TextReport, placesOfFirstLot: [Place]) {
    self.report = report
    self.placesOfFirstLot = placesOfFirstLot
  }

  /// Writes what supports an element, flag or level.
  ///
  /// - Parameter name: what the quotes are called when they support something else as well.
  mutating func write(_ evidence: [Evidence], giving code: String, as name: Phrase, _ page: inout Page) {
    var here: [Place] = []
    var elsewhere: [Phrase] = []
    for evidence in evidence where evidence.gives == code && !here.contains(evidence.place) {
      here.append(evidence.place)
      if let before = shown.first(where: { $0.place == evidence.place }) {
        elsewhere.append(before.name)
        continue
      }
      shown.append((evidence.place, name))
      page.paragraph(.quoted(Self.abridged(evidence.quote)), indent: 8)
      page.paragraph(place(of: evidence), indent: 8, hanging: 2, style: .faint)
    }
    for (position, name) in elsewhere.enumerated() where elsewhere.firstIndex(of: name) == position {
      let count = elsewhere.count { $0 == name }
      page.paragraph(.sameQuotes(count, as: name), indent: 8, style: .faint)
    }
  }

  /// As much of a quote as a reader takes in; the machine-readable output has it all.
  private static func abridged(_ quote: String) -> String {
    let limit = 900
    guard quote.count > limit else { return quote }
    var head = quote.prefix(limit)
    if let space = head.lastIndex(of: " ") { head = head[..<space] }
    return head + " […]"
  }

  /// The path of an element by names alone; the machine-readable output has the XPath that finds it.
  private static func readable(_ xpath: String) -> String {
    xpath.replacing("*[local-name()='", with: "").replacing("']", with: "")
  }

  /// Document, headings and paragraph; in a notice, its line and the path of the element.
  private func place(of evidence: Evidence) -> String {
    let place = evidence.place
    let position = [
      place.page.map { Phrase.page($0) }, place.paragraph.map { Phrase.paragraph($0) },
      place.row.map { Phrase.row($0) }, place.line.map { Phrase.line($0) },
    ].compactMap { $0?[report.language] }.joined(separator: ", ")
    var parts = [place.document] + place.heading
    if !position.isEmpty { parts.append(position) }
    var written = "— " + parts.joined(separator: " › ") + " · \(Phrase.rule(evidence.rule)[report.language])"
    if placesOfFirstLot.contains(place) { written += " · \(Phrase.inFirstLot[report.language])" }
    if let xpath = place.xpath, !xpath.isEmpty { written += " · \(Self.readable(xpath))" }
    return written
  }
}
