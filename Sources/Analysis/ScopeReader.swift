import Tenders

/// Works out what a tender buys, by CPV and by text, and which duties bind its buyer.
struct ScopeReader {
  let reading: Reading
  let tender: Tender
  /// The CPV codes of the tender and its lots, each once.
  private let codes: [String]

  init(reading: Reading, tender: Tender) {
    self.reading = reading
    self.tender = tender
    var codes = tender.cpv
    for lot in tender.lots { for code in lot.cpv where !codes.contains(code) { codes.append(code) } }
    self.codes = codes
  }

  private static let naturalStone = "natural-stone"

  func scope() -> Scope {
    var named = ConceptSet()
    var subject = ConceptSet()
    for mention in reading.mentions {
      let counts = reading.rules.concepts[Int(mention.concept)].counts
      named.formUnion(counts)
      if reading.isSubject(Int(mention.segment)) { subject.formUnion(counts) }
    }
    var categories: [String] = []
    var stone: (answer: Scope.Answer, by: [String]) = (isFullyRead ? .no : .unknown, [])
    for category in reading.rules.categories {
      let by = reasons(category, category.looksAtSubjectOnly ? subject : named)
      guard !by.isEmpty else { continue }
      categories.append(category.id)
      if category.id == Self.naturalStone { stone = (.yes, by) }
    }
    return Scope(
      naturalStone: stone.answer, by: stone.by, categories: categories,
      duties: reading.rules.duties.map { state(of: $0, categories) })
  }

  /// True when documents were read and none is left unread: only then is an absence known.
  private var isFullyRead: Bool {
    let documents = reading.file.coverage.documents
    return documents.contains { $0.state == .read }
      && documents.allSatisfy { $0.state == .read || $0.kind == .xml }
  }

  /// What puts a tender in a category: a strong code, or its words, or both together for weaker codes.
  private func reasons(_ category: Category, _ named: ConceptSet) -> [String] {
    func first(_ prefixes: [String]) -> String? {
      codes.first { code in
        prefixes.contains { code.hasPrefix($0) } && !category.not.contains { code.hasPrefix($0) }
      }
    }
    let byText = category.concepts.intersects(named)
    var by: [String] = []
    if let strong = first(category.strong) {
      by.append("cpv:\(strong)")
    } else if byText, let other = first(category.medium + category.weak) {
      by.append("cpv:\(other)")
    }
    if byText { by.append("text") }
    return by
  }

  private func state(of duty: Duty, _ categories: [String]) -> DutyState {
    func answer(_ state: Scope.Answer, _ because: String) -> DutyState {
      DutyState(duty: duty.id, state: state, because: because)
    }
    guard let country = tender.country else { return answer(.unknown, "The buyer's country is not stated.") }
    guard duty.countries.contains(country) else {
      return answer(.no, "It binds buyers in \(duty.countries.joined(separator: ", ")) only.")
    }
    let kinds = Set(tender.buyers.map(\.kind))
    guard !kinds.isDisjoint(with: duty.buyerKinds) else {
      let isKnown = !kinds.isEmpty && !kinds.contains(.unknown) && !kinds.contains(.other)
      return answer(
        isKnown ? .no : .unknown,
        isKnown ? "It does not bind this kind of buyer." : "The kind of buyer is not known.")
    }
    guard !Set(categories).isDisjoint(with: duty.categories) else {
      return answer(.unknown, "The product was not recognised as one of its categories.")
    }
    return answer(
      .unknown, "Buyer and category fit; whether the value reaches the threshold was not worked out.")
  }
}
