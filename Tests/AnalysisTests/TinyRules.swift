import Tenders
import Testing

@testable import Analysis
@testable import Intake

/// A rule set of its own words: a trade in glass, in plain English. Only the ladder is the project's.
enum TinyRules {
  typealias File = (path: String, text: String)

  /// All files; `replacing` changes or adds some.
  static func files(replacing others: [File] = []) throws -> [File] {
    let packed = try RuleSource.packed.files()
    let ladder = try #require(packed.first { $0.path == "verdicts.yaml" })
    var files =
      [ladder, language, remedy] + signals.map { grammar($0.0, $0.1) } + concepts.map { concept($0.0, $0.1) }
      + criteria.map { criterion($0.0, $0.1, $0.2) }
    for other in others {
      files.removeAll { $0.path == other.path }
      files.append(other)
    }
    return files.sorted { $0.path < $1.path }
  }

  static func load(_ files: [File]) throws(RuleError) -> RuleSet {
    var loader = RuleLoader(files: files)
    return try loader.load(identity: "tiny")
  }

  static func judge(replacing others: [File] = []) throws -> Judge {
    try Judge(rules: load(files(replacing: others)))
  }

  // MARK: Files

  static let language: File = (
    "languages/en.yaml",
    """
    id: en
    title: English
    words: [the, of, and, to, a, in, is, that, for, with, as, by, at, or, not, it, must, may, on, this]
    abbreviations: [approx., Nos., e.g.]
    """
  )

  static let remedy: File = (
    "remedies/seek.yaml",
    """
    id: seek
    title: {en: Seek}
    stage: performance
    clause: {en: The builder must seek harm in the glass chain.}
    where: {en: In the contract}
    basis: {en: none}
    dated: 2026-01-01
    """
  )

  static func grammar(_ signal: String, _ terms: String) -> File {
    (
      "grammar/\(signal).yaml",
      "id: \(signal)\ntitle: \(signal)\nsignal: \(signal)\nterms:\n  en: [\(terms)]\n"
    )
  }

  static func concept(_ id: String, _ terms: String) -> File {
    ("concepts/\(id).yaml", "id: \(id)\ntitle: \(id)\nterms:\n  en: [\(terms)]\n")
  }

  static func criterion(_ id: String, _ gives: String, _ rest: String) -> File {
    (
      "criteria/\(id).yaml",
      """
      id: \(id)
      gives: [\(gives)]
      title: {en: \(id)}
      explanation: {en: \(id)}
      basis: none
      \(rest)

      """
    )
  }

  private static let signals = [
    ("must", "must"), ("should", "ought"), ("may", "may"), ("ambition", "hope*"), ("waived", "need not"),
    ("condition", "whenever"), ("definition", "shall be read as"), ("contractor", "builder, builders"),
    ("tenderer", "bidder"), ("buyer", "town"), ("subcontractor", "helper"), ("supplier", "quarryman"),
    ("third-party", "stranger"), ("recipient", "to the, for the"), ("demand", "wants"),
    ("scored", "points"), ("question", "Question"), ("answer", "Answer"), ("withdrawal", "crossed out"),
    ("replacement", "instead"), ("agreement", "agreed"), ("past", "formerly"),
    ("pronoun", "he"), ("refusal", "without"),
    ("lot", "lot, lots"), ("stage-award", "Scoring"),
    ("stage-selection", "Fitness"),
    ("stage-specification", "Wares"), ("stage-performance", "Work"), ("role-contract", "contract"),
    ("role-questions-and-answers", "answers"), ("role-form", "form"),
  ]

  private static let concepts = [
    ("chain", "glass chain"), ("seek", "seek*"), ("unveil", "unveil*"), ("mend", "mend*"),
    ("watch", "watch*"), ("tell", "tell*"), ("heal", "heal*"), ("fine", "fined"), ("pledge", "pledge*"),
    ("code", "glass code"), ("care", "due care"), ("badge", "badge*"), ("vow", "vow*"), ("piety", "pious*"),
    ("theme", "glass care"), ("house", "own house"), ("motive", "cheapest since"), ("boast", "boast*"),
    ("because", "because"), ("friend", "chain* of office"), ("spared", "is spared"),
  ]

  private static let criteria = [
    ("seek", "E3", "remedy: seek\nfind: [{statement: [seek], context: [chain]}]"),
    ("unveil", "E4", "find: [{statement: [unveil, chain]}]"),
    ("mend", "E5", "find: [{statement: [mend, chain]}]"),
    ("watch", "E6", "find: [{statement: [watch, chain]}]"),
    ("tell", "E7", "find: [{statement: [tell, chain]}]"),
    ("heal", "E8", "find: [{statement: [heal, chain]}]"),
    ("fine", "E10", "find: [{statement: [fine, chain]}]"),
    ("pledge", "E2", "find: [{statement: [pledge, chain]}]"),
    ("code", "norms, E1", "find: [{statement: [code], unless: [boast]}]"),
    ("care", "due-diligence", "find: [{statement: [care]}]"),
    ("house", "own-process", "find: [{statement: [house]}]\nbearer: [tenderer]"),
    ("badge", "certificate", "find: [{statement: [badge]}]"),
    ("vow", "declaration", "find: [{statement: [vow]}]"),
    (
      "spared", "certificate-instead",
      "find: [{statement: [spared], context: [badge]}]\nforce: [must, mention]\nbearer: [contractor, unstated]"
    ),
    ("badge-or-vow", "declaration", "find: [{statement: [badge, vow]}]\nreplaces: [certificate]"),
    (
      "piety", "boilerplate",
      "find: [{statement: [piety]}]\nforce: [must, mention, ambition]\nbearer: [buyer, unstated, contractor]"
    ),
    (
      "theme", "declined",
      "find: [{statement: [refusal, theme]}]\nforce: [must, mention]\nbearer: [buyer, unstated]"
    ),
    (
      "because", "explained",
      "find: [{statement: [because]}]\nforce: [must, mention]\nbearer: [buyer, unstated]"
    ),
    (
      "motive", "price-motivated",
      "find: [{statement: [motive]}]\nforce: [must, mention]\nbearer: [buyer, unstated]"
    ),
    ("boast", "claim", "find: [{statement: [boast]}]\nforce: [must, mention]\nbearer: [buyer, unstated]"),
    ("conditional", "conditional", "find: [{statement: [condition, chain]}]"),
  ]

  // MARK: Tenders

  /// A tender of text documents, by file name and text; `unread` are names of documents that were not read.
  static func tender(
    _ documents: [(String, String)], unread: [String] = [], lots: [Lot] = [Lot(id: "1")],
    country: String? = nil, isSorted: Bool = true
  ) throws -> TenderFile {
    var tender = Tender(noticeKind: .documents)
    tender.lots = lots
    tender.country = country
    var coverage = Coverage()
    var texts: [SourceText] = []
    for (name, text) in isSorted ? documents.sorted(by: { $0.0 < $1.0 }) : documents {
      let bytes = Array(text.utf8)
      texts.append(
        SourceText(name: name, role: .other, text: bytes, passages: PlainText.passages(bytes)))
      coverage.documents.append(
        Coverage.Document(
          name: name, kind: .text, role: .other, state: .read, characters: text.unicodeScalars.count))
    }
    for name in unread {
      coverage.documents.append(
        Coverage.Document(name: name, kind: .unknown, role: .other, state: .encrypted, hint: "Encrypted."))
    }
    let source = Source(path: "tender", format: "documents")
    return TenderFile(source: source, tender: tender, coverage: coverage, texts: texts)
  }

  /// A notice alone whose one field, in English, holds this text.
  static func notice(_ text: String, format: String = "eforms-sdk-1.10") -> TenderFile {
    let bytes = Array(text.utf8)
    let passage = Passage(
      range: 0..<bytes.count, language: "en", stage: .performance, field: "BT-70", section: 1, element: 0)
    var tender = Tender(noticeKind: .competition)
    tender.lots = [Lot(id: "1")]
    let source = SourceText(
      name: "notice.xml", role: .notice, text: bytes, passages: [passage],
      locate: { _ in XMLPlace(xpath: "/n", line: 1, range: 0..<bytes.count) })
    return TenderFile(source: Source(path: "notice.xml", format: format), tender: tender, texts: [source])
  }
}
