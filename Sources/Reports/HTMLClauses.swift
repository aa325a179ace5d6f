import Analysis
import Tenders

/// Model clauses to put in, and what is owed.
extension Precheck {
  static func anchor(_ remedy: String) -> String { "clause-\(remedy)" }

  func remedy(_ id: String) -> Remedy? { rules.remedies.first { $0.id == id } }

  /// A model clause with what asks for it.
  private struct Proposal {
    var remedy: Remedy
    /// The element that is missing; nil for a clause that mends a level, flag or note.
    var element: Element?
    /// Every state that the element has in the lots that lack it.
    var states: [Missing.State] = []
    /// Positions of lots in the tender's verdicts.
    var lots: [Int]
  }

  /// The proposals under three headings, each clause once.
  private struct Proposals {
    var core: [Proposal] = []
    var elements: [Proposal] = []
    var mending: [Proposal] = []
  }

  private func proposals() -> Proposals {
    var all = Proposals()
    for group in groups {
      let verdict = group.verdict
      for remedy in rules.remedies where remedy.mends.contains(verdict.level.code) {
        Self.add(Proposal(remedy: remedy, lots: group.positions), to: &all.core)
      }
      for missing in verdict.missing {
        guard let remedy = missing.remedy.flatMap(remedy) else { continue }
        Self.add(
          Proposal(remedy: remedy, element: missing.element, states: [missing.state], lots: group.positions),
          to: &all.elements)
      }
      for code in verdict.flags + verdict.notes {
        for remedy in rules.remedies where remedy.mends.contains(code) {
          Self.add(Proposal(remedy: remedy, lots: group.positions), to: &all.mending)
        }
      }
    }
    all.elements.sort { ($0.element ?? .e1) < ($1.element ?? .e1) }
    let shown = Set((all.core + all.elements).map(\.remedy.id))
    all.mending.removeAll { shown.contains($0.remedy.id) }
    return all
  }

  private static func add(_ proposal: Proposal, to all: inout [Proposal]) {
    guard let same = all.firstIndex(where: { $0.remedy.id == proposal.remedy.id }) else {
      return all.append(proposal)
    }
    all[same].lots += proposal.lots.filter { !all[same].lots.contains($0) }
    all[same].states += proposal.states.filter { !all[same].states.contains($0) }
  }

  func writeClauses(_ html: inout HTMLWriter) {
    let proposals = proposals()
    guard !(proposals.core + proposals.elements + proposals.mending).isEmpty else {
      return html.block("p", text: Phrase.nothingToPutIn[language])
    }
    let hasUnknown = proposals.elements.contains { $0.states.contains(.unknown) }
    html.block("p", text: Phrase.clausesIntroduction(unknown: hasUnknown)[language])
    write(proposals.core, under: .coreDuty, .coreDutyMeaning, &html)
    write(proposals.elements, under: .steps, nil, &html)
    write(proposals.mending, under: .mending, nil, &html)
  }

  private func write(
    _ proposals: [Proposal], under heading: Phrase, _ meaning: Phrase?, _ html: inout HTMLWriter
  ) {
    guard !proposals.isEmpty else { return }
    html.block("h3", text: heading[language])
    if let meaning { html.block("p", text: meaning[language]) }
    for proposal in proposals {
      html.block("div", ["class": "proposal", "id": Self.anchor(proposal.remedy.id)]) { write(proposal, &$0) }
    }
  }

  private func write(_ proposal: Proposal, _ html: inout HTMLWriter) {
    let remedy = proposal.remedy
    let title = remedy.title.text(language.rawValue)
    html.block("h4") { html in
      if let element = proposal.element {
        html.element("span", ["class": "code"], text: element.rawValue)
        html.text(" ")
      }
      html.text(title)
    }
    writeStates(of: proposal, &html)
    var stages = remedy.stages
    if !stages.isEmpty { write(remedy, at: stages.removeFirst(), title, &html) }
    if !stages.isEmpty {
      html.block("details") { html in
        let places = stages.map { Phrase.placement(at: $0)[language] }.joined(
          separator: Phrase.semicolon[language])
        html.element(
          "summary", text: Phrase.labelled(.alternatively, Phrase(verbatim: places))[language])
        for stage in stages { write(remedy, at: stage, title, &html) }
      }
    }
    html.block("p", ["class": "faint"]) { html in
      let basis = Phrase(verbatim: remedy.basis.text(language.rawValue))
      html.text(
        "\(Phrase.labelled(.ground, basis)[language]) (\(Phrase.checked(on: remedy.dated)[language]))")
    }
  }

  private func writeStates(of proposal: Proposal, _ html: inout HTMLWriter) {
    let lots = groups.count > 1
    guard lots || !proposal.states.isEmpty else { return }
    html.block("p", ["class": "states"]) { html in
      for state in proposal.states {
        html.element(
          "span", ["class": state == .unknown ? "state unknown" : "state no"],
          text: Phrase.name(of: state)[language])
        html.text(" ")
      }
      guard lots else { return }
      let ids = proposal.lots.sorted().map { judged.verdicts[$0].lot }
      html.text(Phrase.forLots(LotGroup.written(ids).joined(separator: ", "), count: ids.count)[language])
    }
  }

  private func write(_ remedy: Remedy, at stage: Stage, _ title: String, _ html: inout HTMLWriter) {
    guard let fitted = remedy.clause(at: stage, for: judged.scope.categories) else { return }
    let id = "\(Self.anchor(remedy.id))-\(stage.rawValue)"
    // Without a text in the tender's language the English one is better than none.
    let code = fitted.clause.texts[tenderLanguage] == nil ? "en" : tenderLanguage
    html.block("div", ["class": "clause"]) { html in
      html.block("p", ["class": "placement"]) { html in
        html.element("strong", text: Phrase.placement(at: stage)[language])
        if let document = document(for: stage) { html.text(" (\(Phrase.inDocument(document)[language]))") }
        if let category = category(fitted.category) { html.text(" · \(Phrase.fittedTo(category)[language])") }
      }
      if code != tenderLanguage {
        html.block("p", ["class": "faint"], text: Phrase.clauseIsInEnglish[language])
      }
      html.block("blockquote", ["id": id, "lang": foreign(code)]) { html in
        html.element("p", text: fitted.clause.text(code))
      }
      html.block("p", ["class": "foot"]) { html in
        html.element("span", ["class": "draft"], text: Phrase.proposal[language])
        html.element(
          "button",
          [
            "type": "button", "class": "copy", "hidden": "", "data-copy": id,
            "data-done": Phrase.copied[language],
          ]
        ) { html in
          html.element("span", ["class": "label"], text: Phrase.copy[language])
          html.element("span", ["class": "visually-hidden"], text: ": \(title)")
        }
      }
    }
  }

  private func category(_ id: String?) -> Phrase? {
    guard let id, let title = rules.categories.first(where: { $0.id == id })?.title else { return nil }
    return Phrase(nl: title.text("nl"), fr: title.text("fr"), de: title.text("de"), en: title.text("en"))
  }

  /// The tender's own document in which a clause for a stage belongs.
  private func document(for stage: Stage) -> String? {
    let roles: [DocumentRole] =
      switch stage {
      case .performance: [.contract, .specification]
      case .specification: [.specification]
      case .award: [.awardGuide, .guide, .specification]
      case .selection: [.guide, .specification]
      }
    for role in roles {
      let document = judged.coverage.documents.first { $0.role == role && $0.state == .read }
      if let document { return document.name }
    }
    return nil
  }

  // MARK: Owed

  func writeOwed(_ html: inout HTMLWriter) {
    html.block("p", text: Phrase.owedIntroduction[language])
    var facts: [(label: Phrase, value: String)] = []
    if !judged.scope.categories.isEmpty {
      let titles = judged.scope.categories.map { category($0)?[language] ?? $0 }
      facts.append((.categories, titles.joined(separator: ", ")))
    }
    facts.append((.naturalStone, Phrase.name(of: judged.scope.naturalStone)[language]))
    writeFacts(facts, &html)
    if judged.scope.duties.isEmpty {
      html.block("p", text: Phrase.noDutyKnown[language])
    } else {
      writeTable([.duty, .bindsBuyer], &html) { html in
        for duty in judged.scope.duties { html.block("tr") { write(duty, &$0) } }
      }
    }
    html.block("p", ["class": "signal"], text: Phrase.ownPledgesUnknown[language])
  }

  private func write(_ state: DutyState, _ html: inout HTMLWriter) {
    let duty = rules.duties.first { $0.id == state.duty }
    html.element("th", ["scope": "row"]) { html in
      html.text(duty?.title.text(language.rawValue) ?? state.duty)
      guard let duty else { return }
      html.element("span", ["class": "help"]) { html in
        html.element("span", ["lang": foreign("en")], text: duty.source)
        html.text(" (\(Phrase.date(duty.dated)[language]))")
      }
    }
    html.element("td") { html in
      let kind = state.state == .yes ? "yes" : state.state == .no ? "no" : "unknown"
      html.element("span", ["class": "state \(kind)"], text: Phrase.name(of: state.state)[language])
      html.element("span", ["class": "help"], text: Phrase.because(state.because)[language])
    }
  }
}
