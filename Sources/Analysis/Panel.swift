import Tenders

/// Turns the findings of a tender into the verdict of each lot.
final class Panel {
  let reading: Reading
  let tender: Tender
  let coverage: Coverage
  let findings: [Finding]
  let strikes: [Changes.Strike]
  /// What the documents say of the award, for each lot.
  let awards: [DocumentAward?]

  private let rules: RuleSet
  private let ladder: Ladder
  /// Whether everything that could hold a demand was read: only then is an absence known.
  let isFullyRead: Bool
  private let hasDocuments: Bool
  /// The level that holds without a finding, as that of most lots of notices does.
  private lazy var levelOfNothing = ladder.levels.first { $0.when.holds([], []) }?.level

  init(
    reading: Reading, tender: Tender, coverage: Coverage, findings: [Finding], strikes: [Changes.Strike],
    awards: [DocumentAward?]
  ) {
    self.reading = reading
    self.tender = tender
    self.coverage = coverage
    self.findings = findings
    self.strikes = strikes
    self.awards = awards
    rules = reading.rules
    ladder = reading.rules.ladder
    hasDocuments = coverage.documents.contains { $0.state == .read && $0.role != .notice }
    let couldHold = coverage.documents.filter { document in
      document.kind != .xml && couldHoldDemand(document.role)
        // An annex that is merely named may be a drawing; one that is named for the conditions has a flag.
        && (document.state != .missing || (document.role != .annex && document.role != .other))
    }
    isFullyRead =
      hasDocuments && couldHold.allSatisfy { $0.state == .read }
      && !reading.foreign.contains { couldHoldDemand(reading.roles[$0]) }
      && !findings.contains { $0.gives.contains(AnnexReader.flag) && !$0.isStruck }
  }

  // MARK: Verdict

  func verdict(lot position: Int) -> Verdict {
    let lot = tender.lots[position]
    let found = found(lot: position)
    let (live, struck, given) = (found.live, found.struck, found.given)
    let level = verdictLevel(found)
    let counts = (level.rank ?? 0) >= 2
    let elements = counts ? Element.allCases.filter { given.contains($0.rawValue) } : []
    let award = awards[position]
    let sole = live.filter { $0.gives.contains("price-only") }
    let price = LotPrice(
      notice: lot.award, documents: award, saysSole: !sole.isEmpty,
      inDocuments: sole.contains { isInDocument(reading.statements[$0.statement]) })
    let delivery = award?.places.indices.filter { isDelivery(award, $0) } ?? []
    var flags = flags(lot, level, given, struck, price, live)
    if !delivery.isEmpty, !flags.contains("delivery-led") { flags.append("delivery-led") }
    flags.sort { (ladder.flags.firstIndex(of: $0) ?? 0) < (ladder.flags.firstIndex(of: $1) ?? 0) }
    let decisive = live.filter { finding in finding.gives.contains { supports($0, level, elements) } }
    let atLeast = !isFullyRead && level != ladder.notAssessable
    return Verdict(
      lot: lot.id, level: level, atLeast: atLeast, confidence: confidence(level, decisive),
      elements: elements, stages: counts ? stages(decisive) : [], flags: flags,
      notes: ladder.notes.filter { given.contains($0) || ($0 == nameOnly && isNameOnly(level, elements)) },
      priceWeight: price.weight,
      evidence: evidence(lot, level, elements, flags, live, struck, price)
        + evidence(of: award, flags, price, delivery),
      missing: missing(elements, atLeast: atLeast || level == ladder.notAssessable),
      disagreements: price.disagreements.map { located($0, lot, award, sole) })
  }

  /// What was found for a lot.
  struct Found {
    var live: [Finding]
    var struck: [Changes.Strike]
    var given: Set<String>
    /// What was given as far as it counts for the level.
    var counted: Set<String>
    var scored: Set<String>
  }

  func found(lot position: Int) -> Found {
    let live = findings.filter { !$0.isStruck && applies($0.lots, position) }
    let struck = strikes.filter { strike in strike.findings.contains { applies(findings[$0].lots, position) }
    }
    var given = Set(live.flatMap(\.gives))
    if !struck.isEmpty { given.insert("declined") }
    let scored = Set(live.filter { reading.statements[$0.statement].stage == .award }.flatMap(\.gives))
    return Found(
      live: live, struck: struck, given: given, counted: reached(live, given), scored: scored)
  }

  func verdictLevel(_ found: Found) -> Level { level(found.counted, found.scored) }

  /// The documents that could hold more and were not read.
  var unreadNames: [String] {
    let foreign = reading.foreign.filter { couldHoldDemand(reading.roles[$0]) }.sorted()
    return coverage.documents.filter { $0.kind != .xml && couldHoldDemand($0.role) && $0.state != .read }
      .map(\.name) + foreign.map { reading.file.texts[$0].name }
  }

  private func applies(_ lots: [Int]?, _ position: Int) -> Bool { lots?.contains(position) ?? true }

  // MARK: Level

  /// What was given as far as it counts for the level: some of it counts for less at selection.
  private func reached(_ live: [Finding], _ given: Set<String>) -> Set<String> {
    guard let rule = ladder.atSelection else { return given }
    let elsewhere = Set(
      live.filter { reading.statements[$0.statement].stage != .selection }.flatMap(\.gives))
    let onlyAtSelection = rule.gives.filter { given.contains($0) && !elsewhere.contains($0) }
    return onlyAtSelection.isEmpty ? given : given.subtracting(onlyAtSelection).union([rule.signal])
  }

  private func level(_ given: Set<String>, _ scored: Set<String>) -> Level {
    let found =
      given.isEmpty ? levelOfNothing : ladder.levels.first { $0.when.holds(given, scored) }?.level
    guard let found else { return isFullyRead ? ladder.silent : ladder.notAssessable }
    // Ornament in a notice says nothing of the documents that were not read.
    if !hasDocuments, found.rank == 1 { return ladder.notAssessable }
    return found
  }

  /// Whether what a finding gives belongs to the verdict: its elements, or what its level rests on.
  private func supports(_ give: String, _ level: Level, _ elements: [Element]) -> Bool {
    if let element = Element(rawValue: give) { return elements.contains(element) }
    guard let supported = ladder.signals[give] ?? nil, let code = ladder.level(supported) else {
      return false
    }
    guard let rank = level.rank, let own = code.rank else { return false }
    return rank >= 2 ? own >= 2 : code == level
  }

  private func confidence(_ level: Level, _ decisive: [Finding]) -> Confidence {
    let statements = decisive.map { reading.statements[$0.statement] }
    if restsOnRecognised(statements, level) { return .check }
    let isPreview = decisive.contains { finding in
      let language = reading.lexicon.code(reading.languages[reading.statements[finding.statement].segment])
      return language.map { rules.criteria[finding.criterion].preview.contains($0) } ?? true
    }
    if isPreview { return .check }
    if (level.rank ?? 2) < 2, hasDocuments, nearlyAsked { return .check }
    if statements.contains(where: { $0.isInherited || $0.stage == nil }) { return .likely }
    return .certain
  }

  /// Whether a quote of the level stands in a text that was recognised; what rests on no quote rests on all texts.
  private func restsOnRecognised(_ statements: [Statement], _ level: Level) -> Bool {
    let texts = reading.file.texts
    if statements.isEmpty { return level.rank != nil && texts.contains(where: \.isRecognised) }
    return statements.contains { texts[reading.text($0.segment)].isRecognised }
  }

  /// Whether some sentence without a bearer names all that a step of due diligence needs, and only its force speaks
  /// against it: it may be a demand.
  private lazy var nearlyAsked: Bool = {
    let matcher = Matcher(rules: rules)
    let steps = Set([Element.e3, .e4, .e5, .e6, .e7, .e8].map(\.rawValue))
    let criteria = rules.criteria.filter { !steps.isDisjoint(with: $0.gives) }
    return reading.statements.contains { statement in
      statement.bearer == .unstated && statement.force == .mention
        && criteria.contains {
          matcher.rejection(of: $0, statement, reading) == .some(.some(.force(.mention)))
        }
    }
  }()

  private func stages(_ decisive: [Finding]) -> [Stage] {
    let found = Set(
      decisive.map { finding -> Stage in
        let statement = reading.statements[finding.statement]
        return statement.stage ?? (statement.bearer == .tenderer ? .specification : .performance)
      })
    return Stage.allCases.filter { found.contains($0) }
  }

  private let nameOnly = "name-only"

  /// Due diligence is named and no step of it is spelled out.
  private func isNameOnly(_ level: Level, _ elements: [Element]) -> Bool {
    let steps: [Element] = [.e3, .e4, .e5, .e6, .e7, .e8]
    return (level.rank ?? 0) >= 3 && !elements.contains { steps.contains($0) }
  }

  // MARK: Flags

  private func flags(
    _ lot: Lot, _ level: Level, _ given: Set<String>, _ struck: [Changes.Strike], _ price: LotPrice,
    _ live: [Finding]
  ) -> [String] {
    let computed: Set<String> = ["price-only", "delivery-led", "explained"]
    var flags = ladder.flags.filter { given.contains($0) && !computed.contains($0) }
    if price.isPriceOnly {
      flags.append("price-only")
      let needsMotivation = tender.country.map { ladder.motivationCountries.contains($0) } ?? false
      if needsMotivation, isFullyRead, !given.contains("price-motivated") {
        flags.append("unmotivated-price")
      }
    } else if let weight = price.weight, weight >= ladder.priceLed {
      flags.append("price-led")
    }
    if live.contains(where: { $0.gives.contains("delivery-led") && isWeighted($0, lot) }) {
      flags.append("delivery-led")
    }
    if !struck.isEmpty { flags.append("withdrawn") }
    let isRefusal = level.code == "declined" || !struck.isEmpty || given.contains("declined")
    if isRefusal, isExplained(live, struck) { flags.append("explained") }
    let claims = lot.social.contains { ladder.claimCodes.contains($0) } || given.contains("claim")
    if claims, isFullyRead, !ladder.claimLevels.contains(level.code) { flags.append("claim-unsupported") }
    let hasField = reading.file.source.format?.hasPrefix("eforms-") ?? false
    if !claims, hasField, hasDocuments, ladder.unclaimedLevels.contains(level.code) {
      flags.append("unclaimed")
    }
    return flags
  }

  /// Whether a reason stands beside what refuses or strikes.
  private func isExplained(_ live: [Finding], _ struck: [Changes.Strike]) -> Bool {
    let refusals = live.filter { $0.gives.contains("declined") }.map(\.statement) + struck.map(\.statement)
    let places = refusals.map { reading.statements[$0].segment }
    return live.contains { finding in
      guard finding.gives.contains("explained") else { return false }
      let segment = reading.statements[finding.statement].segment
      return places.contains { abs($0 - segment) <= 1 && reading.text($0) == reading.text(segment) }
    }
  }

  /// A criterion counts as such only when it carries a weight.
  private func isWeighted(_ finding: Finding, _ lot: Lot) -> Bool {
    let statement = reading.statements[finding.statement]
    guard statement.form == .criterion else { return true }
    let text = reading.sourceText(reading.folded.segments[statement.segment].range, in: statement.segment)
    return lot.award.contains { criterion in
      guard let name = criterion.name, !name.isEmpty else { return false }
      guard text.contains(name) || name.contains(text) else { return false }
      if case .number(let number)? = criterion.weight { return number > 0 }
      return criterion.weight != nil
    }
  }

  // MARK: Evidence

  /// Quotes for one element, flag or level that are enough to see it.
  private static let quotes = 3

  private func evidence(
    _ lot: Lot, _ level: Level, _ elements: [Element], _ flags: [String], _ live: [Finding],
    _ struck: [Changes.Strike], _ price: LotPrice
  ) -> [Evidence] {
    var counts: [String: Int] = [:]
    var out: [Evidence] = []
    func add(_ evidence: Evidence) {
      guard counts[evidence.gives, default: 0] < Self.quotes else { return }
      counts[evidence.gives, default: 0] += 1
      out.append(evidence)
    }
    for finding in live {
      let criterion = rules.criteria[finding.criterion]
      let statement = reading.statements[finding.statement]
      for give in finding.gives {
        if supports(give, level, elements) {
          let named = Element(rawValue: give) == nil ? (ladder.signals[give] ?? nil) ?? give : give
          add(reading.evidence(statement, rule: criterion.id, gives: named))
        } else if flags.contains(give) || ladder.notes.contains(give) || give == "declined" {
          add(reading.evidence(statement, rule: criterion.id, gives: give))
        }
      }
    }
    for strike in struck {
      let statement = reading.statements[strike.statement]
      add(reading.evidence(statement, rule: "withdrawn", gives: "withdrawn"))
      add(reading.evidence(statement, rule: "withdrawn", gives: "declined"))
    }
    for flag in ["price-only", "price-led"] where flags.contains(flag) && !price.isFromDocuments {
      for criterion in lot.award where criterion.isPrice {
        if let element = criterion.element,
          let found = reading.evidence(element: element, rule: "award-criteria", gives: flag)
        {
          add(found)
        }
      }
    }
    if flags.contains("claim-unsupported") {
      for (code, element) in zip(lot.social, lot.socialElements) where ladder.claimCodes.contains(code) {
        if let found = reading.evidence(element: element, rule: "claim", gives: "claim-unsupported") {
          add(found)
        }
      }
    }
    return out
  }

  // MARK: Award criteria of the documents

  /// The criteria that the documents state for a lot; price alone where a sentence says no more than that.
  func criteriaInDocuments(lot position: Int) -> [AwardCriterion] {
    if let award = awards[position] { return award.criteria }
    let saysSole = findings.contains { finding in
      finding.gives.contains("price-only") && !finding.isStruck && applies(finding.lots, position)
        && isInDocument(reading.statements[finding.statement])
    }
    return saysSole ? [AwardCriterion(kind: .price)] : []
  }

  private func isInDocument(_ statement: Statement) -> Bool {
    reading.file.texts[reading.text(statement.segment)].role != .notice
  }

  /// Whether a weighted criterion of the documents is delivery time, by the rules for criteria.
  private func isDelivery(_ award: DocumentAward?, _ index: Int) -> Bool {
    guard let award, case .number(let weight)? = award.criteria[index].weight, weight > 0,
      award.criteria[index].unit != .order
    else { return false }
    let statement = statement(award.places[index], award.places[index].label)
    return rules.criteria.contains { criterion in
      criterion.gives.contains("delivery-led") && (criterion.forms?.contains(.criterion) ?? false)
        && Matcher(rules: rules).rejection(of: criterion, statement, reading) == .some(nil)
    }
  }

  /// A criterion of the documents as a statement.
  private func statement(_ place: AwardPlace, _ range: Range<Int>) -> Statement {
    let all = reading.bySegment[place.segment]
    let first = all.first { Int(reading.mentions[$0].start) >= range.lowerBound } ?? all.upperBound
    let last = all[first...].first { Int(reading.mentions[$0].start) >= range.upperBound } ?? all.upperBound
    var concepts = ConceptSet()
    for mention in reading.mentions[first..<last] {
      concepts.formUnion(rules.concepts[Int(mention.concept)].counts)
    }
    return Statement(
      segment: place.segment, range: range, mentions: first..<last, concepts: concepts, heading: ConceptSet(),
      near: ConceptSet(), force: .mention, bearer: .unstated, stage: .award, isDefinition: false,
      isConditional: false, isInherited: false, form: .criterion)
  }

  /// Quotes of the documents' own criteria for the flags that rest on them.
  private func evidence(
    of award: DocumentAward?, _ flags: [String], _ price: LotPrice, _ delivery: [Int]
  ) -> [Evidence] {
    guard let award else { return [] }
    var out: [Evidence] = []
    func add(_ index: Int, _ flag: String) {
      let place = award.places[index]
      out.append(reading.evidence(statement(place, place.range), rule: "award-criteria", gives: flag))
    }
    if price.isFromDocuments {
      for flag in ["price-only", "price-led"] where flags.contains(flag) {
        for index in award.criteria.indices where award.criteria[index].isPrice { add(index, flag) }
      }
    }
    if flags.contains("delivery-led") { for index in delivery { add(index, "delivery-led") } }
    return out
  }

  /// A disagreement with the places and quotes of both sides.
  private func located(
    _ disagreement: Disagreement, _ lot: Lot, _ award: DocumentAward?, _ sole: [Finding]
  ) -> Disagreement {
    var located = disagreement
    let field = disagreement.field
    located.noticeEvidence = lot.award.filter(\.isPrice).prefix(Self.quotes).compactMap { criterion in
      criterion.element.flatMap { reading.evidence(element: $0, rule: "award-criteria", gives: field) }
    }
    let listed = award.map { award in
      award.criteria.indices.filter { award.criteria[$0].isPrice }.map { award.places[$0] }
    }
    let said = sole.map { reading.statements[$0.statement] }.filter(isInDocument)
    let statements = listed.map { $0.map { statement($0, $0.range) } } ?? []
    located.documentEvidence = (statements.isEmpty ? said : statements).prefix(Self.quotes).map {
      reading.evidence($0, rule: "award-criteria", gives: field)
    }
    return located
  }

  private func missing(_ elements: [Element], atLeast: Bool) -> [Missing] {
    if elements.isEmpty { return atLeast ? rules.allUnknown : rules.noneAsked }
    return Element.allCases.filter { !elements.contains($0) }.map { element in
      Missing(
        element: element, state: atLeast ? .unknown : .notAsked,
        remedy: rules.remedyIDs[element])
    }
  }
}

/// Whether a document of this role can hold a demand, so that an absence is only known once it was read.
private func couldHoldDemand(_ role: DocumentRole) -> Bool {
  role != .form && role != .priceSheet && role != .notice
}
