import Analysis
import Tenders

/// The ten elements: asked with the quote, not asked, or unknown; and what weakens the demand.
extension Precheck {
  func writeElements(_ html: inout HTMLWriter) {
    // Lots that ask for nothing need not each say so ten times.
    let full = groups.firstIndex { !$0.verdict.elements.isEmpty } ?? 0
    writeGroups(&html) { position, group, html in
      let states = Set(group.verdict.missing.map(\.state))
      if states.contains(.unknown) {
        html.block("p", ["class": "signal"], text: Phrase.unknownIsNotNo[language])
      }
      if position != full, group.verdict.elements.isEmpty, states.count == 1, let state = states.first {
        return writeAlike(state, &html)
      }
      html.block("ul", ["class": "elements"]) { html in
        for element in Element.allCases {
          html.block("li") { write(element, of: group, &$0) }
        }
      }
      writeRest(of: group, &html)
    }
  }

  /// All elements at once, where they are in one state.
  private func writeAlike(_ state: Missing.State, _ html: inout HTMLWriter) {
    html.block("p") { html in
      html.element("span", ["class": "code"], text: "E1–E10")
      html.text(" ")
      let kind = state == .unknown ? "unknown" : "no"
      html.element("span", ["class": "state \(kind)"], text: Phrase.name(of: state)[language])
    }
  }

  private func write(_ element: Element, of group: LotGroup, _ html: inout HTMLWriter) {
    let missing = group.verdict.missing.first { $0.element == element }
    html.block("div", ["class": "line"]) { html in
      html.element("span", ["class": "code"], text: element.rawValue)
      html.element("span", ["class": "what"]) { html in
        html.element("strong", text: Phrase.name(of: element)[language])
        if let step = Phrase.oecdStep(of: element) {
          html.text(" ")
          html.element("span", ["class": "faint"], text: "(\(step[language]))")
        }
      }
      let state = missing.map { Phrase.name(of: $0.state) } ?? .asked
      html.element("span", ["class": "state \(Self.kind(of: missing))"], text: state[language])
    }
    html.block("p", ["class": "meaning"]) { html in
      html.text(Phrase.meaning(of: element)[language])
      guard let remedy = missing?.remedy, self.remedy(remedy) != nil else { return }
      html.text(" ")
      html.element("span", ["class": "to"]) { html in
        html.element(
          "a", ["href": "#\(Self.anchor(remedy))"],
          text: "\(Phrase.toClause[language]) \(element.rawValue)")
      }
    }
    if missing == nil { writeQuotes(group, giving: element.rawValue, &html) }
  }

  private static func kind(of missing: Missing?) -> String {
    switch missing?.state {
    case nil: "yes"
    case .notAsked: "no"
    case .unknown: "unknown"
    }
  }

  /// Quotes that no other part asks for: nothing that was found is kept back.
  private func writeRest(of group: LotGroup, _ html: inout HTMLWriter) {
    let verdict = group.verdict
    let shown = Set(levelCodes + verdict.elements.map(\.rawValue) + verdict.flags + verdict.notes)
    var codes: [String] = []
    for evidence in verdict.evidence where !shown.contains(evidence.gives) && !codes.contains(evidence.gives)
    {
      codes.append(evidence.gives)
    }
    guard !codes.isEmpty else { return }
    writeSubheading(Phrase.otherQuotes[language], &html)
    for code in codes {
      let name = Element(rawValue: code).map { Phrase.name(of: $0)[language] } ?? code
      html.block("p", ["class": "of"], text: name)
      writeQuotes(group, giving: code, &html)
    }
  }

  // MARK: Weaknesses

  func writeWeaknesses(_ html: inout HTMLWriter) {
    writeGroups(&html) { _, group, html in
      let verdict = group.verdict
      let codes =
        (Weakness(verdict.level.code) == nil ? [] : [verdict.level.code]) + verdict.flags + verdict.notes
      guard !codes.isEmpty else { return html.block("p", text: nothingWeakens(verdict)[language]) }
      for code in codes {
        html.block("div", ["class": "weakness"]) { write(weakness: code, of: group, &$0) }
      }
    }
  }

  private func nothingWeakens(_ verdict: Verdict) -> Phrase {
    if verdict.atLeast || verdict.level.rank == nil { return .nothingWeakensUnknown }
    return verdict.evidence.isEmpty ? .nothingToWeaken : .nothingWeakens
  }

  private func write(weakness code: String, of group: LotGroup, _ html: inout HTMLWriter) {
    let name =
      Phrase.flagName(code) ?? Phrase.noteName(code) ?? Phrase.levelName(code) ?? Phrase(verbatim: code)
    writeSubheading(name[language], &html)
    if let meaning = Phrase.flagMeaning(code) ?? Phrase.noteMeaning(code) ?? Phrase.levelMeaning(code) {
      html.block("p", text: meaning[language])
    }
    if let weakness = Weakness(code) {
      writeLabelled(.why, weakness.why, &html)
      writeLabelled(.ground, weakness.basis, &html)
    }
    // The quotes of the level stand with the verdict.
    if code != group.verdict.level.code { writeQuotes(group, giving: code, &html) }
    if let remedy = rules.remedies.first(where: { $0.mends.contains(code) }) {
      html.block("p", ["class": "to"]) { html in
        html.element(
          "a", ["href": "#\(Self.anchor(remedy.id))"],
          text: Phrase.labelled(.toClause, Phrase(verbatim: remedy.title.text(language.rawValue)))[language])
      }
    }
  }

  func writeLabelled(_ label: Phrase, _ text: Phrase, _ html: inout HTMLWriter) {
    html.block("p") { html in
      html.element("strong", text: Phrase.labelled(label, Phrase(verbatim: ""))[language])
      html.text(text[language])
    }
  }

  // MARK: Quotes

  /// The quotes for an element, flag or level, each in its paragraph and with its place.
  func writeQuotes(_ group: LotGroup, giving code: String, _ html: inout HTMLWriter) {
    var evidence: [Evidence] = []
    for found in group.verdict.evidence where found.gives == code {
      if !evidence.contains(where: { $0.place == found.place }) { evidence.append(found) }
    }
    for paragraph in context.paragraphs(of: evidence) {
      html.block("figure", ["class": "quote"]) { html in
        html.block("blockquote", ["lang": foreign(paragraph.evidence.language)]) { write(paragraph, &$0) }
        html.block("figcaption") { write(placeOf: paragraph, in: group, &$0) }
      }
    }
  }

  private func write(_ paragraph: QuoteContext.Paragraph, _ html: inout HTMLWriter) {
    if let leadIn = paragraph.leadIn { html.block("p", ["class": "leadin"], text: leadIn) }
    html.element("p") { html in
      for piece in paragraph.pieces {
        if piece.isQuote { html.element("mark", text: piece.text) } else { html.text(piece.text) }
      }
    }
  }

  /// Document, headings, clause and page.
  private func write(
    placeOf paragraph: QuoteContext.Paragraph, in group: LotGroup, _ html: inout HTMLWriter
  ) {
    let place = paragraph.evidence.place
    html.element("cite", text: place.document)
    let foreign = foreign(paragraph.evidence.language)
    for heading in place.heading {
      html.text(" › ")
      html.element("span", ["lang": foreign], text: heading)
    }
    let isUnderNumber = paragraph.clause.map { number in
      place.heading.last.map { $0.hasPrefix(number) } ?? false
    }
    let position = [
      isUnderNumber == false ? paragraph.clause.map { Phrase.clause($0) } : nil,
      place.page.map { Phrase.page($0) },
      place.paragraph.map { Phrase.paragraph($0) }, place.row.map { Phrase.row($0) },
      place.line.map { Phrase.line($0) },
      group.placesOfFirstLot.contains(place) ? .inFirstLot : nil,
    ].compactMap { $0?[language] }
    if !position.isEmpty { html.text(" · \(position.joined(separator: ", "))") }
  }
}
