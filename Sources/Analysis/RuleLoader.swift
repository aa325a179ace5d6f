import Tenders

/// Reads the files of `Rules/` into a `RuleSet` and checks that they fit together.
struct RuleLoader {
  /// Path below `Rules/` and text, in path order.
  let files: [(path: String, text: String)]
  /// The trees of the files where they are known beforehand; the others are parsed.
  var trees: [YAMLValue?] = []
  /// Whether terms are parsed to see that they can be; the packed rules were checked when they were tested.
  var checksTerms = true

  private var languages: [Language] = []
  private var concepts: [Concept] = []
  private var index: [String: Int] = [:]
  private var criteria: [Criterion] = []
  private var remedies: [Remedy] = []
  private var categories: [Category] = []
  private var duties: [Duty] = []
  private var buyerKinds: [(kind: BuyerKind, concept: Int)] = []
  private var weights = AwardWeights()

  init(files: [(path: String, text: String)]) { self.files = files }

  mutating func load(identity: String) throws(RuleError) -> RuleSet {
    guard let verdicts = files.firstIndex(where: { $0.path == "verdicts.yaml" }) else {
      throw RuleError(file: "verdicts.yaml", line: 1, column: 1, message: "the file is missing", source: "")
    }
    // Grammar and concepts first: everything else refers to them.
    for index in files.indices {
      let place = folder(files[index].path)
      guard place == "grammar" || place == "concepts" || place == "award" else { continue }
      if files[index].path == Self.awardWeights {
        try readAwardWeights(try ruleFile(index))
      } else {
        try readConcept(try ruleFile(index), in: place)
      }
    }
    try joinConcepts()
    let (ladder, version) = try readLadder(try ruleFile(verdicts))
    for index in files.indices {
      let place = folder(files[index].path)
      switch place {
      case "criteria": try readCriterion(try ruleFile(index), ladder: ladder)
      case "languages": try readLanguage(try ruleFile(index))
      case "scope": try readCategory(try ruleFile(index))
      case "duties": try readDuty(try ruleFile(index))
      case "grammar", "concepts", "award", "remedies", "": break
      default:
        throw RuleError(
          file: files[index].path, line: 1, column: 1,
          message: "unknown folder '\(place)'\(nearest(place, Self.folders))", source: "")
      }
    }
    // They name product categories.
    try readRemedies(ladder)
    for criterion in criteria {
      guard let remedy = criterion.remedy, !remedies.contains(where: { $0.id == remedy }) else { continue }
      let text = files.first { $0.path == criterion.file }?.text ?? ""
      throw fault(
        criterion.file, text, "remedy:",
        "no file in remedies/ has the id '\(remedy)'\(nearest(remedy, remedies.map(\.id)))")
    }
    var rules = RuleSet(
      identity: RulesIdentity(version: version, sha256: identity), languages: languages, concepts: concepts,
      criteria: criteria, remedies: remedies, categories: categories, duties: duties, ladder: ladder,
      buyerKinds: buyerKinds)
    for criterion in criteria {
      for element in criterion.gives.compactMap(Element.init) where rules.remedyIDs[element] == nil {
        rules.remedyIDs[element] = criterion.remedy
      }
    }
    rules.awardWeights = weights
    rules.plan()
    rules.allUnknown = Element.allCases.map {
      Missing(element: $0, state: .unknown, remedy: rules.remedyIDs[$0])
    }
    rules.noneAsked = Element.allCases.map {
      Missing(element: $0, state: .notAsked, remedy: rules.remedyIDs[$0])
    }
    return rules
  }

  private static let folders = [
    "languages", "grammar", "concepts", "award", "criteria", "remedies", "scope", "duties",
  ]
  private static let awardWeights = "award/weights.yaml"

  /// A file with its tree; examples are read only when they are run.
  private func ruleFile(_ index: Int) throws(RuleError) -> RuleFile {
    let (path, text) = files[index]
    if index < trees.count, let tree = trees[index] { return RuleFile(path: path, text: text, root: tree) }
    return try RuleFile(path: path, text: folder(path) == "criteria" ? Self.withoutExamples(text) : text)
  }

  private func folder(_ path: String) -> String {
    path.firstIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// Examples are the last keys of a criterion; they are read only when they are run.
  static func withoutExamples(_ text: String) -> String {
    var text = text
    let cut = text.withUTF8 { utf8 -> Int? in
      var line = 0
      while line < utf8.count {
        let rest = UnsafeBufferPointer(rebasing: utf8[line...])
        if rest.starts(with: "examples:".utf8) || rest.starts(with: "counterexamples:".utf8) { return line }
        guard let end = rest.firstIndex(of: 0x0A) else { return nil }
        line += end + 1
      }
      return nil
    }
    return cut.map { String(text.utf8.prefix($0)) ?? text } ?? text
  }

  private func fault(_ path: String, _ text: String, _ key: String, _ message: String) -> RuleError {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines.firstIndex { $0.hasPrefix(key) } ?? 0
    return RuleError(
      file: path, line: line + 1, column: key.count + 2, message: message,
      source: line < lines.count ? String(lines[line]) : "")
  }

  // MARK: Concepts

  /// Reads a file of `concepts/`, `grammar/` or `award/`: words for one thing.
  private mutating func readConcept(_ file: RuleFile, in folder: String) throws(RuleError) {
    let known =
      switch folder {
      case "grammar": ["id", "title", "signal", "terms", "not", "note"]
      case "award": ["id", "title", "word", "terms", "not", "values", "note"]
      default: ["id", "title", "terms", "not", "includes", "note", "buyer-kind"]
      }
    let keys = try file.keys(file.root, known)
    let idNode = try file.required(keys, "id", in: file.root)
    let id = try file.string(idNode)
    guard index[id] == nil else { throw file.error(at: idNode, "another file has the id '\(id)'") }
    var concept = Concept(
      id: id, title: try file.string(try file.required(keys, "title", in: file.root)), signal: nil,
      includes: try file.strings(keys["includes"]), terms: [])
    if folder == "grammar" {
      concept.signal = try file.choice(try file.required(keys, "signal", in: file.root), Signal.self)
    }
    if folder == "award" {
      concept.award = try file.choice(try file.required(keys, "word", in: file.root), AwardWord.self)
    }
    if let terms = keys["terms"] { concept.terms += try readTerms(terms, in: file, cancels: false) }
    if let not = keys["not"] { concept.terms += try readTerms(not, in: file, cancels: true) }
    if let values = keys["values"] { concept.terms += try readValues(values, in: file) }
    if concept.terms.allSatisfy(\.cancels), concept.includes.isEmpty {
      throw file.error(at: file.root, "the concept has neither terms nor includes")
    }
    if let kind = keys["buyer-kind"] {
      buyerKinds.append((try file.choice(kind, BuyerKind.self), concepts.count))
    }
    guard concepts.count < ConceptSet.capacity else {
      throw file.error(at: idNode, "more than \(ConceptSet.capacity) concepts and signals")
    }
    index[id] = concepts.count
    concepts.append(concept)
  }

  /// Words that stand for a number: terms, each with its value.
  private mutating func readValues(
    _ value: YAMLValue, in file: RuleFile
  ) throws(RuleError) -> [Concept.Term] {
    guard let byLanguage = value.mapping else {
      throw file.error(at: value, "expected words with their numbers for each language")
    }
    var terms: [Concept.Term] = []
    for (language, words) in byLanguage {
      guard let words = words.mapping else {
        throw file.error(at: words, "expected words with their numbers")
      }
      for (word, number) in words {
        if checksTerms { try check(word.text, at: number, in: file) }
        terms.append(Concept.Term(written: word.text, language: language.text, cancels: false))
        weights.values[AwardWeights.key(FoldedText.fold(word.text))] = try file.number(number)
      }
    }
    return terms
  }

  private mutating func readAwardWeights(_ file: RuleFile) throws(RuleError) {
    let keys = try file.keys(
      file.root, ["id", "title", "discount-share", "whole", "whole-bare", "whole-factors", "note"])
    func numbers(_ key: String) throws(RuleError) -> [Double] {
      var out: [Double] = []
      for item in try file.list(try file.required(keys, key, in: file.root)) {
        out.append(try file.number(item))
      }
      return out
    }
    weights.discountShare = try file.choice(
      try file.required(keys, "discount-share", in: file.root), AwardWeights.DiscountShare.self)
    weights.whole = try numbers("whole")
    weights.wholeBare = try numbers("whole-bare")
    weights.wholeFactors = try numbers("whole-factors")
  }

  private func readTerms(
    _ value: YAMLValue, in file: RuleFile, cancels: Bool
  ) throws(RuleError) -> [Concept.Term] {
    guard let byLanguage = value.mapping else {
      throw file.error(at: value, "expected a list of terms for each language, or for 'any'")
    }
    var terms: [Concept.Term] = []
    for (key, list) in byLanguage {
      let isCode = key.text == "any" || (key.text.count == 2 && key.text.allSatisfy(\.isLowercase))
      guard isCode else { throw file.error(at: key, "expected a language code such as 'nl', or 'any'") }
      for item in try file.list(list) {
        let written = try file.string(item)
        if checksTerms { try check(written, at: item, in: file) }
        terms.append(
          Concept.Term(
            written: written, language: key.text == "any" ? nil : key.text, cancels: cancels))
      }
    }
    return terms
  }

  private func check(_ term: String, at item: YAMLValue, in file: RuleFile) throws(RuleError) {
    do throws(TermError) {
      _ = try TermPattern.parse(term)
    } catch {
      throw file.error(at: item, offset: error.offset, "the term '\(term)': \(error.message)")
    }
  }

  /// Works out for each concept which concepts its mentions count for.
  private mutating func joinConcepts() throws(RuleError) {
    var parents: [Int: [Int]] = [:]
    for (position, concept) in concepts.enumerated() {
      for part in concept.includes {
        guard let inner = index[part] else {
          let file = files.first { $0.text.contains("id: \(concept.id)\n") }
          throw fault(
            file?.path ?? concept.id, file?.text ?? "", "includes:",
            "no concept has the id '\(part)'\(nearest(part, concepts.map(\.id)))")
        }
        parents[inner, default: []].append(position)
      }
    }
    for position in concepts.indices {
      var counts = ConceptSet([position])
      var open = parents[position] ?? []
      while let next = open.popLast() {
        if counts.contains(next) { continue }
        counts.insert(next)
        open += parents[next] ?? []
      }
      concepts[position].counts = counts
    }
  }

  private func conceptSet(_ value: YAMLValue, in file: RuleFile) throws(RuleError) -> ConceptSet {
    var set = ConceptSet()
    for item in value.sequence ?? [value] {
      let id = try file.string(item)
      guard let position = index[id] else {
        throw file.error(at: item, "no concept has the id '\(id)'\(nearest(id, concepts.map(\.id)))")
      }
      set.insert(position)
    }
    return set
  }

  // MARK: Criteria

  private mutating func readCriterion(_ file: RuleFile, ladder: Ladder) throws(RuleError) {
    let keys = try file.keys(file.root, Self.criterionKeys)
    let id = try file.string(try file.required(keys, "id", in: file.root))
    guard !criteria.contains(where: { $0.id == id }) else {
      throw file.error(at: file.root, "another file has the id '\(id)'")
    }
    let known = Element.allCases.map(\.rawValue) + ladder.signals.keys.sorted() + ladder.flags + ladder.notes
    var gives: [String] = []
    for item in try file.list(try file.required(keys, "gives", in: file.root)) {
      let name = try file.string(item)
      guard known.contains(name) else {
        throw file.error(at: item, "'\(name)' is nothing that a rule gives\(nearest(name, known))")
      }
      gives.append(name)
    }
    var find: [Criterion.Alternative] = []
    for item in try file.list(try file.required(keys, "find", in: file.root)) {
      find.append(try readAlternative(item, in: file))
    }
    let criterion = Criterion(
      id: id, gives: gives,
      title: try file.wording(try file.required(keys, "title", in: file.root)),
      explanation: try file.wording(try file.required(keys, "explanation", in: file.root)),
      basis: try file.string(try file.required(keys, "basis", in: file.root)),
      remedy: try keys["remedy"].map { value throws(RuleError) in try file.string(value) },
      file: file.path, find: find,
      force: try keys["force"].map { value throws(RuleError) in try file.choices(value, Force.self) } ?? [
        .must
      ],
      bearers: try keys["bearer"].map { value throws(RuleError) in try file.choices(value, Bearer.self) }
        ?? [.tenderer, .contractor, .subcontractor, .supplier, .unstated],
      stages: try keys["stages"].map { value throws(RuleError) in try file.choices(value, Stage.self) },
      forms: try keys["forms"].map { value throws(RuleError) in try file.choices(value, Passage.Form.self) },
      fields: try keys["fields"].map { value throws(RuleError) in try file.strings(value) },
      allowsDefinitions: try keys["definitions"].map { value throws(RuleError) in try file.bool(value) }
        ?? false,
      replaces: try file.strings(keys["replaces"]), preview: try file.strings(keys["preview"]))
    criteria.append(criterion)
  }

  static let criterionKeys = [
    "id", "gives", "title", "explanation", "basis", "remedy", "find", "force", "bearer", "stages", "forms",
    "fields",
    "definitions", "replaces", "preview", "note", "except", "examples", "counterexamples",
  ]

  private func readAlternative(
    _ value: YAMLValue, in file: RuleFile
  ) throws(RuleError) -> Criterion.Alternative {
    let keys = try file.keys(value, ["statement", "context", "unless", "unless-context", "unless-near"])
    var statement: [ConceptSet] = []
    for item in try file.list(try file.required(keys, "statement", in: value)) {
      statement.append(try conceptSet(item, in: file))
    }
    guard !statement.isEmpty else { throw file.error(at: value, "'statement' names no concept") }
    var context: [ConceptSet] = []
    if let list = keys["context"] {
      for item in try file.list(list) { context.append(try conceptSet(item, in: file)) }
    }
    return Criterion.Alternative(
      statement: statement, context: context,
      unless: try keys["unless"].map { value throws(RuleError) in try conceptSet(value, in: file) }
        ?? ConceptSet(),
      unlessContext: try keys["unless-context"].map { value throws(RuleError) in
        try conceptSet(value, in: file)
      }
        ?? ConceptSet(),
      unlessNear: try keys["unless-near"].map { value throws(RuleError) in try conceptSet(value, in: file) }
        ?? ConceptSet())
  }

  // MARK: Languages, remedies, scope, duties

  private mutating func readLanguage(_ file: RuleFile) throws(RuleError) {
    let keys = try file.keys(file.root, ["id", "title", "words", "abbreviations", "ordinal-stop", "note"])
    let abbreviations = try file.strings(keys["abbreviations"]).map { abbreviation in
      var folded = FoldedText.fold(abbreviation)
      while folded.last == 0x2E { folded.removeLast() }
      return folded
    }
    languages.append(
      Language(
        id: try file.string(try file.required(keys, "id", in: file.root)),
        title: try file.string(try file.required(keys, "title", in: file.root)),
        words: try file.strings(try file.required(keys, "words", in: file.root)).map(FoldedText.fold),
        abbreviations: Set(abbreviations),
        writesOrdinalsWithStop: try keys["ordinal-stop"].map { value throws(RuleError) in try file.bool(value)
        }
          ?? false))
  }

  private mutating func readRemedies(_ ladder: Ladder) throws(RuleError) {
    let levels = ladder.levels.map(\.level) + [ladder.silent, ladder.notAssessable]
    let mendable = levels.map(\.code) + ladder.flags + ladder.notes
    for index in files.indices where folder(files[index].path) == "remedies" {
      remedies.append(
        try Remedy(try ruleFile(index), mendable: mendable, categories: categories.map(\.id)))
    }
  }

  private mutating func readCategory(_ file: RuleFile) throws(RuleError) {
    let keys = try file.keys(
      file.root, ["id", "title", "cpv", "concepts", "unless", "look", "source", "dated", "note"])
    var cpv: [String: [String]] = [:]
    if let codes = keys["cpv"] {
      let lists = try file.keys(codes, ["strong", "medium", "weak", "not"])
      for (key, list) in lists { cpv[key] = try file.strings(list) }
    }
    categories.append(
      Category(
        id: try file.string(try file.required(keys, "id", in: file.root)),
        title: try file.wording(try file.required(keys, "title", in: file.root)),
        strong: cpv["strong"] ?? [], medium: cpv["medium"] ?? [], weak: cpv["weak"] ?? [],
        not: cpv["not"] ?? [],
        concepts: try keys["concepts"].map { value throws(RuleError) in try conceptSet(value, in: file) }
          ?? ConceptSet(),
        unless: try keys["unless"].map { value throws(RuleError) in try conceptSet(value, in: file) }
          ?? ConceptSet(),
        looksAtSubjectOnly: try keys["look"].map { value throws(RuleError) in
          try file.choice(value, LookAt.self) == .subject
        } ?? false,
        source: try file.string(try file.required(keys, "source", in: file.root))))
  }

  /// Where the words of a product category are looked for.
  private enum LookAt: String, CaseIterable {
    case subject, everywhere
  }

  private mutating func readDuty(_ file: RuleFile) throws(RuleError) {
    let keys = try file.keys(
      file.root, ["id", "title", "countries", "buyer-kinds", "categories", "source", "dated", "note"])
    duties.append(
      Duty(
        id: try file.string(try file.required(keys, "id", in: file.root)),
        title: try file.wording(try file.required(keys, "title", in: file.root)),
        countries: try file.strings(try file.required(keys, "countries", in: file.root)),
        buyerKinds: try file.choices(try file.required(keys, "buyer-kinds", in: file.root), BuyerKind.self),
        categories: try file.strings(try file.required(keys, "categories", in: file.root)),
        source: try file.string(try file.required(keys, "source", in: file.root)),
        dated: try file.string(try file.required(keys, "dated", in: file.root))))
  }

  // MARK: The ladder

  private func readLadder(_ file: RuleFile) throws(RuleError) -> (Ladder, version: String) {
    let root = file.root
    let keys = try file.keys(
      root,
      [
        "version", "levels", "at-selection", "instead", "silent", "not-assessable", "signals", "flags",
        "notes", "price",
        "claim",
      ])
    let signalNode = try file.required(keys, "signals", in: root)
    var signals: [String: String?] = [:]
    for (name, level) in signalNode.mapping ?? [] {
      let code = try file.string(level)
      signals[name.text] = .some(code == "none" ? nil : code)
    }
    let names = Element.allCases.map(\.rawValue) + signals.keys.sorted()
    var levels: [(level: Level, when: Ladder.Condition)] = []
    for item in try file.list(try file.required(keys, "levels", in: root)) {
      let entry = try file.keys(item, ["level", "rank", "when"])
      levels.append(
        (
          try readLevel(item, in: file),
          try readCondition(try file.required(entry, "when", in: item), names, in: file)
        ))
    }
    let price = try file.required(keys, "price", in: root)
    let priceKeys = try file.keys(price, ["led-from", "motivation"])
    let claim = try file.required(keys, "claim", in: root)
    let claimKeys = try file.keys(claim, ["codes", "borne-out-by", "unclaimed-from"])
    var atSelection: (signal: String, gives: [String])?
    if let selection = keys["at-selection"] {
      let entry = try file.keys(selection, ["counts-as", "for"])
      atSelection = (
        try file.string(try file.required(entry, "counts-as", in: selection)),
        try file.strings(try file.required(entry, "for", in: selection))
      )
    }
    var instead: [String: (signal: String, gives: Set<String>)] = [:]
    for (key, value) in keys["instead"]?.mapping ?? [] {
      let entry = try file.keys(value, ["counts-as", "for"])
      instead[key.text] = (
        try file.string(try file.required(entry, "counts-as", in: value)),
        Set(try file.strings(try file.required(entry, "for", in: value)))
      )
    }
    let ladder = Ladder(
      levels: levels,
      silent: try readLevel(try file.required(keys, "silent", in: root), in: file),
      notAssessable: try readLevel(try file.required(keys, "not-assessable", in: root), in: file),
      priceLed: try file.number(try file.required(priceKeys, "led-from", in: price)),
      claimCodes: try file.strings(claimKeys["codes"]),
      claimLevels: try file.strings(claimKeys["borne-out-by"]),
      unclaimedLevels: try file.strings(claimKeys["unclaimed-from"]),
      motivationCountries: try file.strings(priceKeys["motivation"]),
      notes: try file.strings(keys["notes"]), signals: signals, atSelection: atSelection,
      instead: instead,
      flags: try file.strings(keys["flags"]))
    return (ladder, try file.string(try file.required(keys, "version", in: root)))
  }

  private func readLevel(_ value: YAMLValue, in file: RuleFile) throws(RuleError) -> Level {
    let keys = try file.keys(value, ["level", "rank", "when"])
    return Level(
      code: try file.string(try file.required(keys, "level", in: value)),
      rank: try keys["rank"].map { value throws(RuleError) in try file.integer(value) })
  }

  private func readCondition(
    _ value: YAMLValue, _ names: [String], in file: RuleFile
  ) throws(RuleError) -> Ladder.Condition {
    if let name = value.scalar {
      guard names.contains(name) else {
        throw file.error(at: value, "unknown '\(name)'\(nearest(name, names))")
      }
      return .found(name)
    }
    let keys = try file.keys(value, ["all", "any", "at-least", "of", "scored", "not"])
    func conditions(_ list: YAMLValue) throws(RuleError) -> [Ladder.Condition] {
      var out: [Ladder.Condition] = []
      for item in try file.list(list) { out.append(try readCondition(item, names, in: file)) }
      return out
    }
    if let all = keys["all"] { return .all(try conditions(all)) }
    if let any = keys["any"] { return .any(try conditions(any)) }
    if let scored = keys["scored"] { return .scored(try readCondition(scored, names, in: file)) }
    if let not = keys["not"] { return .not(try readCondition(not, names, in: file)) }
    if let count = keys["at-least"] {
      return .atLeast(try file.integer(count), try conditions(try file.required(keys, "of", in: value)))
    }
    throw file.error(at: value, "expected all, any, at-least, scored or not here")
  }
}
