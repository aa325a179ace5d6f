public import Tenders

/// Judges tenders by a rule set. One judge serves all workers.
public struct Judge: Sendable {
  public let rules: RuleSet
  let lexicon: Lexicon

  /// A judge by these rules.
  ///
  /// - Parameter cache: keeps the compiled terms between runs.
  public init(rules: RuleSet, cache: LexiconCache? = nil) throws(RuleError) {
    self.rules = rules
    do throws(TermDatabaseError) {
      lexicon = try Lexicon(rules: rules, cache: cache)
    } catch {
      throw RuleError(
        file: "concepts", line: 1, column: 1, message: "the terms cannot be compiled: \(error.message)",
        source: "")
    }
  }

  /// What a tender is told, lot by lot.
  ///
  /// - Parameter target: a level to work out the way to.
  public func judge(_ file: TenderFile, target: Level? = nil) -> JudgedTender {
    let reading = Reading(file, lexicon)
    let (findings, strikes) = findings(in: reading)
    return judge(reading, findings, strikes, target)
  }

  /// What rules find in a reading, after annexes were looked for and later documents struck some of it.
  func findings(in reading: Reading) -> (findings: [Finding], strikes: [Changes.Strike]) {
    var findings = AnnexReader(reading).confirmed(Matcher(rules: rules).findings(in: reading))
    guard !findings.isEmpty else { return ([], []) }
    lighten(&findings, reading)
    let strikes = Changes(reading: reading, rules: rules).apply(to: &findings)
    let lots = LotReader(reading)
    for index in findings.indices {
      findings[index].lots = lots.lots(of: reading.statements[findings[index].statement])
    }
    return (findings, strikes)
  }

  /// Takes away what need not be done because something lighter beside it, in the same section, takes its place.
  private func lighten(_ findings: inout [Finding], _ reading: Reading) {
    for index in findings.indices {
      for (signal, lighter) in rules.ladder.instead where findings[index].gives.contains(signal) {
        findings[index].gives = findings[index].gives.map { $0 == signal ? lighter.signal : $0 }
        let segment = reading.statements[findings[index].statement].segment
        for other in findings.indices where other != index {
          let place = reading.statements[findings[other].statement].segment
          guard abs(place - segment) <= besides, reading.text(place) == reading.text(segment),
            reading.passage(place).section == reading.passage(segment).section
          else { continue }
          findings[other].gives.removeAll { lighter.gives.contains($0) }
        }
      }
    }
    findings.removeAll { $0.gives.isEmpty }
  }

  func judge(
    _ reading: Reading, _ findings: [Finding], _ strikes: [Changes.Strike], _ target: Level? = nil
  ) -> JudgedTender {
    let file = reading.file
    var tender = file.tender
    refineBuyers(&tender)
    let scope = ScopeReader(reading: reading, tender: tender).scope()
    let coverage = coverage(reading)
    let panel = Panel(
      reading: reading, tender: tender, coverage: coverage, findings: findings, strikes: strikes,
      awards: reading.awards)
    let verdicts = tender.lots.indices.map { panel.verdict(lot: $0) }
    let targets = target.map { level in tender.lots.indices.map { panel.target(level, lot: $0) } }
    for lot in tender.lots.indices where tender.lots[lot].award.isEmpty {
      let criteria = panel.criteriaInDocuments(lot: lot)
      guard !criteria.isEmpty else { continue }
      tender.lots[lot].award = criteria
      tender.lots[lot].awardCriteriaIn = .documents
    }
    return JudgedTender(
      source: file.source, tender: tender, coverage: coverage, scope: scope,
      verdicts: verdicts, rules: rules.identity,
      target: target.map {
        self.target($0, targets ?? [], scope, language(of: reading) ?? tender.languages.first)
      })
  }

  /// The way to a level with its model clauses, in a language of the tender in which they are written.
  private func target(_ level: Level, _ lots: [LotTarget], _ scope: Scope, _ language: String?) -> Target {
    let language = language ?? "en"
    var clauses: [Target.Clause] = []
    for demand in lots.flatMap(\.ways).flatMap({ $0.all + $0.choices.flatMap(\.of) }) {
      guard let remedy = rules.remedies.first(where: { $0.id == demand.remedy }),
        let fitted = remedy.clause(at: demand.isScored ? .award : remedy.stage, for: scope.categories),
        !clauses.contains(where: { $0.remedy == remedy.id && $0.stage == fitted.stage })
      else { continue }
      clauses.append(
        Target.Clause(
          remedy: remedy.id, stage: fitted.stage, title: remedy.title.text(language),
          text: fitted.clause.text(language), basis: remedy.basis.text(language)))
    }
    return Target(level: level, language: language, lots: lots, clauses: clauses)
  }

  /// Roles of documents, and what is missing, are known only when their words are.
  private func coverage(_ reading: Reading) -> Coverage {
    var coverage = reading.file.coverage
    for (position, text) in reading.file.texts.enumerated() {
      guard let entry = coverage.documents.firstIndex(where: { $0.name == text.name }) else { continue }
      coverage.documents[entry].role = reading.roles[position]
      if reading.foreign.contains(position) {
        coverage.documents[entry].hint = "No rules for the language of this document."
      }
    }
    for entry in coverage.documents.indices where coverage.documents[entry].role == .other {
      coverage.documents[entry].role = reading.role(named: coverage.documents[entry].name) ?? .other
    }
    coverage.documents += AnnexReader(reading).missing()
    return coverage
  }

  /// A buyer's name can tell more than a coarse legal type.
  private func refineBuyers(_ tender: inout Tender) {
    let coarse: Set<BuyerKind> = [.unknown, .other, .region, .bodyGovernedByPublicLaw]
    guard !rules.buyerKinds.isEmpty else { return }
    for index in tender.buyers.indices where coarse.contains(tender.buyers[index].kind) {
      guard let name = tender.buyers[index].name else { continue }
      let named = lexicon.mentions(.buyers, in: FoldedText(name), [0], [-1])
      let known = rules.buyerKinds.first { kind in named.contains { Int($0.concept) == kind.concept } }
      if let known { tender.buyers[index].kind = known.kind }
    }
  }
}

/// Passages before and behind one that stand beside it.
private let besides = 4
