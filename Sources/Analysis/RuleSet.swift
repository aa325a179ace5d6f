public import Tenders

/// All knowledge that judges: what `Rules/` holds, read and checked.
public struct RuleSet: Sendable {
  public internal(set) var identity: RulesIdentity
  public internal(set) var languages: [Language] = []
  /// Concepts and grammar signals; mentions refer to them by position.
  public internal(set) var concepts: [Concept] = []
  public internal(set) var criteria: [Criterion] = []
  public internal(set) var remedies: [Remedy] = []
  public internal(set) var categories: [Category] = []
  public internal(set) var duties: [Duty] = []
  public internal(set) var ladder: Ladder
  /// Names of buyers that tell more than their legal type does.
  public internal(set) var buyerKinds: [(kind: BuyerKind, concept: Int)] = []
  /// How the price weight is worked out from the documents.
  public internal(set) var awardWeights = AwardWeights()

  /// The model clause for each element, where a rule names one.
  var remedyIDs: [Element: String] = [:]

  /// What is missing where nothing was found, made once.
  var allUnknown: [Missing] = []
  var noneAsked: [Missing] = []

  /// The kind of vocabulary of each concept.
  var kinds: [Vocabulary.Kind] = []
  /// What each alternative of each rule needs that says something by itself.
  var needs: [Need] = []
  /// For each concept the needs of which it satisfies the group that the fewest concepts do; -1 for the others.
  var needsByConcept: [Int: [Int]] = [:]

  /// What an alternative of a rule needs among the topics.
  struct Need: Hashable {
    /// Groups that must stand in one statement, and so in one passage.
    var statement: [ConceptSet]
    /// Groups that may stand around it.
    var context: [ConceptSet]
  }

  /// Whether a kind of vocabulary holds a concept.
  func holds(_ concept: Int, _ kind: Vocabulary.Kind) -> Bool {
    kind == .documentNames ? concepts[concept].signal?.role != nil : kinds[concept] == kind
  }

  /// Works out what is looked for where, and what has to be found before a text is read sentence by sentence.
  mutating func plan() {
    func members(_ group: ConceptSet) -> [Int] {
      concepts.indices.filter { concepts[$0].counts.intersects(group) }
    }
    let signals = ConceptSet(concepts.indices.filter { concepts[$0].signal != nil })
    for criterion in criteria where ladder.stands(on: criterion.gives) {
      // Grammar is looked for last, so it cannot be waited for.
      needs += criterion.find.map { alternative in
        Need(
          statement: alternative.statement.filter { !$0.intersects(signals) },
          context: alternative.context.filter { !$0.intersects(signals) })
      }
    }
    needs.removeAll { $0.statement.isEmpty && $0.context.isEmpty }
    needs = Array(Set(needs))
    for (position, need) in needs.enumerated() {
      let rarest = need.statement.map { ($0, members($0).count) }.min { $0.1 < $1.1 }?.0
      let keys = rarest.map { group in concepts.indices.filter { group.contains($0) } } ?? [-1]
      for key in keys { needsByConcept[key, default: []].append(position) }
    }
    var leading = ConceptSet()
    for need in needs {
      for group in need.statement + need.context { leading.formUnion(ConceptSet(members(group))) }
    }
    var subjects = ConceptSet()
    for category in categories {
      let words = ConceptSet(members(category.concepts.union(category.unless)))
      if category.looksAtSubjectOnly { subjects.formUnion(words) } else { leading.formUnion(words) }
    }
    let buyers = Set(buyerKinds.map(\.concept))
    kinds = concepts.indices.map { concept in
      if concepts[concept].signal != nil { return .grammar }
      if concepts[concept].award != nil { return .award }
      if buyers.contains(concept) { return .buyers }
      if leading.contains(concept) { return .topics }
      return subjects.contains(concept) ? .subjects : .company
    }
  }

  /// Whether the topics of any rule are all named in a passage and the section around it.
  func canFind(in passage: ConceptSet, _ section: ConceptSet) -> Bool {
    func isMet(_ position: Int) -> Bool {
      needs[position].statement.allSatisfy { $0.intersects(passage) }
        && needs[position].context.allSatisfy { $0.intersects(section) }
    }
    return (needsByConcept[-1] ?? []).contains(where: isMet)
      || passage.contains { (needsByConcept[$0] ?? []).contains(where: isMet) }
  }

  /// The rule with this id.
  public func criterion(_ id: String) -> Criterion? { criteria.first { $0.id == id } }

  /// The position of a concept.
  public func concept(_ id: String) -> Int? { concepts.firstIndex { $0.id == id } }
}

/// A text in the languages of the reports.
public struct Wording: Sendable, Equatable {
  /// By ISO 639-1 code.
  public var texts: [String: String]

  /// The text in this language, else in English, else in any.
  public func text(_ language: String) -> String {
    texts[language] ?? texts["en"] ?? texts.sorted { $0.key < $1.key }.first?.value ?? ""
  }
}

/// A language whose texts can be judged.
public struct Language: Sendable {
  /// ISO 639-1.
  public var id: String
  public var title: String
  /// Everyday words, folded, by which the language is recognised.
  var words: [[UInt8]]
  /// Folded, without the full stop.
  var abbreviations: Set<[UInt8]>
  /// A full stop after a number of one or two digits makes it an ordinal and ends no sentence.
  var writesOrdinalsWithStop: Bool
}

/// What a term in a file of `grammar/` signals about a sentence.
public enum Signal: String, Sendable, CaseIterable {
  case must, should, may, ambition, waived, past, negation, condition, definition
  case tenderer, contractor, subcontractor, supplier, buyer
  case thirdParty = "third-party"
  case recipient, demand, scored, question, answer, agreement, withdrawal, replacement, refusal, lot, pronoun,
    clause, act
  case stageSpecification = "stage-specification"
  case stageSelection = "stage-selection"
  case stageAward = "stage-award"
  case stagePerformance = "stage-performance"
  case roleNotice = "role-notice"
  case roleGuide = "role-guide"
  case roleSpecification = "role-specification"
  case roleContract = "role-contract"
  case roleAwardGuide = "role-award-guide"
  case roleQuestionsAndAnswers = "role-questions-and-answers"
  case roleRectification = "role-rectification"
  case roleForm = "role-form"
  case rolePriceSheet = "role-price-sheet"
  case roleAnnex = "role-annex"

  var role: DocumentRole? {
    rawValue.hasPrefix("role-") ? DocumentRole(rawValue: String(rawValue.dropFirst(5))) : nil
  }

  var stage: Stage? {
    rawValue.hasPrefix("stage-") ? Stage(rawValue: String(rawValue.dropFirst(6))) : nil
  }
}

/// The words for one thing in every language.
public struct Concept: Sendable {
  public var id: String
  public var title: String
  /// Set for grammar.
  public var signal: Signal?
  /// Set for the words of award criteria.
  public var award: AwardWord?
  /// Ids of concepts whose mentions count as mentions of this one.
  public var includes: [String]
  var terms: [Term]
  /// Positions of this concept and of all that include it, directly or not.
  var counts: ConceptSet = ConceptSet()

  struct Term: Sendable {
    var written: String
    /// ISO 639-1; nil for every language.
    var language: String?
    /// A false friend: cancels mentions that it overlaps.
    var cancels: Bool
  }
}

/// A rule: which concepts together give which element, level or flag.
///
/// A class, so that handing one around copies nothing.
public final class Criterion: Sendable {
  public let id: String
  /// Elements, signals of the ladder, flags and notes that a finding gives.
  public let gives: [String]
  public let title: Wording
  public let explanation: Wording
  /// The law article, OECD step or policy that it rests on.
  public let basis: String
  /// The id of the model clause that asks for what it looks for.
  public let remedy: String?
  /// Its path below the rules folder.
  public let file: String
  let find: [Alternative]
  let force: [Force]
  let bearers: [Bearer]
  let stages: [Stage]?
  let forms: [Passage.Form]?
  let fields: [String]?
  let allowsDefinitions: Bool
  let replaces: [String]
  /// Languages in which the rule is not yet proven.
  public let preview: [String]

  init(
    id: String, gives: [String], title: Wording, explanation: Wording, basis: String, remedy: String?,
    file: String,
    find: [Alternative], force: [Force], bearers: [Bearer], stages: [Stage]?, forms: [Passage.Form]?,
    fields: [String]?, allowsDefinitions: Bool, replaces: [String], preview: [String]
  ) {
    self.id = id
    self.gives = gives
    self.title = title
    self.explanation = explanation
    self.basis = basis
    self.remedy = remedy
    self.file = file
    self.find = find
    self.force = force
    self.bearers = bearers
    self.stages = stages
    self.forms = forms
    self.fields = fields
    self.allowsDefinitions = allowsDefinitions
    self.replaces = replaces
    self.preview = preview
  }

  /// Whether it looks for demands: a rule that also holds for what need not be done tells something else.
  var isOfDemands: Bool { !force.contains(.waived) }

  /// One way of finding: all groups of concepts in a statement and its context.
  struct Alternative: Sendable {
    /// Each group is satisfied by any of its concepts.
    var statement: [ConceptSet]
    var context: [ConceptSet]
    var unless: ConceptSet
    var unlessContext: ConceptSet
    var unlessNear: ConceptSet
  }
}

/// How binding a statement is.
public enum Force: String, Sendable, CaseIterable {
  case must, should, may, ambition
  /// The duty is taken away: "need not".
  case waived
  /// Nothing is asked: a mere mention.
  case mention
}

/// Who bears what a statement says.
public enum Bearer: String, Sendable, CaseIterable {
  case tenderer, contractor, subcontractor, supplier, buyer
  case thirdParty = "third-party"
  /// No bearer is named, as in the passive voice.
  case unstated
}

/// A product category, recognised by CPV and by text.
public struct Category: Sendable {
  public var id: String
  public var title: Wording
  /// CPV prefixes; a match of `strong` suffices, `medium` and `weak` need the text.
  var strong: [String]
  var medium: [String]
  var weak: [String]
  var not: [String]
  var concepts: ConceptSet
  var unless: ConceptSet
  /// Only the title and description of what is bought tell; otherwise all texts do.
  var looksAtSubjectOnly: Bool
  public var source: String

  /// The code that puts a tender in this category without its words: the first strong one, in eight digits.
  public var surestCode: String? {
    strong.first.map { $0 + String(repeating: "0", count: max(0, 8 - $0.count)) }
  }
}

/// A duty and whom it binds, as dated data.
public struct Duty: Sendable {
  public var id: String
  public var title: Wording
  var countries: [String]
  var buyerKinds: [BuyerKind]
  var categories: [String]
  public var source: String
  public var dated: String
}

/// The ladder of `Rules/verdicts.yaml`.
public struct Ladder: Sendable {
  /// Highest first.
  public internal(set) var levels: [(level: Level, when: Condition)]
  public internal(set) var silent: Level
  public internal(set) var notAssessable: Level
  /// Percent from which price leads.
  var priceLed: Double
  /// Codes of BT-775 that claim human-rights due diligence, and the levels that bear the claim out.
  var claimCodes: [String]
  var claimLevels: [String]
  /// Levels of which a notice that does not claim them is flagged.
  var unclaimedLevels: [String]
  /// Countries in which lowest price needs a motivation in the documents.
  var motivationCountries: [String]
  var notes: [String]
  /// What rules may give besides elements, flags and notes, and the level that such a finding supports, if any.
  var signals: [String: String?]
  /// What findings of these counts as for the level when it is asked of the tenderer at selection.
  var atSelection: (signal: String, gives: [String])?
  /// By the signal of a finding what it counts as, and the demands beside it whose place it takes.
  var instead: [String: (signal: String, gives: Set<String>)]
  var flags: [String]

  /// Whether findings that give these say something by themselves; others only add to such a finding.
  func stands(on gives: [String]) -> Bool {
    let named = levels.reduce(into: Set(["price-only", "delivery-led", "claim"])) {
      $0.formUnion($1.when.names)
    }
    return !named.isDisjoint(with: gives)
  }

  /// Every level, lowest first, those without a rank before the others.
  public var all: [Level] { [notAssessable, silent] + levels.map(\.level).reversed() }

  /// Whether a level is due diligence: whether a notice is expected to claim it.
  public func isDueDiligence(_ level: String) -> Bool { unclaimedLevels.contains(level) }

  /// The level with this code.
  public func level(_ code: String) -> Level? {
    if code == silent.code { return silent }
    if code == notAssessable.code { return notAssessable }
    return levels.first { $0.level.code == code }?.level
  }

  /// When a level holds, over what was found.
  public indirect enum Condition: Sendable {
    case found(String)
    case all([Condition])
    case any([Condition])
    case atLeast(Int, [Condition])
    /// Holds over the scored findings alone.
    case scored(Condition)
    case not(Condition)

    /// Whether it holds over what was given, and what of it is scored.
    func holds(_ given: Set<String>, _ scored: Set<String>) -> Bool {
      switch self {
      case .found(let name): given.contains(name)
      case .all(let all): all.allSatisfy { $0.holds(given, scored) }
      case .any(let any): any.contains { $0.holds(given, scored) }
      case .atLeast(let count, let of): of.count { $0.holds(given, scored) } >= count
      case .scored(let inner): inner.holds(scored, scored)
      case .not(let inner): !inner.holds(given, scored)
      }
    }

    /// The elements and signals on which it hangs by itself; what only counts up a level is left out.
    var names: Set<String> {
      switch self {
      case .found(let name): [name]
      case .all(let all): all.reduce(into: []) { $0.formUnion($1.names) }
      case .any(let any): any.reduce(into: []) { $0.formUnion($1.names) }
      case .scored(let inner), .not(let inner): inner.names
      case .atLeast: []
      }
    }
  }
}

/// A set of concepts by position, without memory of its own.
struct ConceptSet: Sendable, Hashable {
  /// Concepts and signals that a rule set may have.
  static let capacity = 512

  private var bits = SIMD8<UInt64>()

  init() {}
  init(_ members: some Sequence<Int>) { for member in members { insert(member) } }

  var isEmpty: Bool { bits == SIMD8<UInt64>() }

  func contains(_ member: Int) -> Bool { bits[member >> 6] & (1 << UInt64(member & 63)) != 0 }

  /// Whether one of its members is such.
  func contains(where isSuch: (Int) -> Bool) -> Bool {
    for word in 0..<bits.scalarCount {
      var rest = bits[word]
      while rest != 0 {
        if isSuch(word << 6 | rest.trailingZeroBitCount) { return true }
        rest &= rest - 1
      }
    }
    return false
  }

  mutating func insert(_ member: Int) { bits[member >> 6] |= 1 << UInt64(member & 63) }

  mutating func formUnion(_ other: ConceptSet) { bits |= other.bits }

  func union(_ other: ConceptSet) -> ConceptSet {
    var result = self
    result.formUnion(other)
    return result
  }

  func intersects(_ other: ConceptSet) -> Bool { (bits & other.bits) != SIMD8<UInt64>() }
}
