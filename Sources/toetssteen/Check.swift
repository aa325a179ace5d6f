import Analysis
public import ArgumentParser
import Intake
import Reports
public import Tenders

/// `toetssteen check`: judges one tender.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judges one tender: a notice, documents, or both.",
    discussion: """
      TENDER is a notice, a document, or a folder or zip with a notice and documents; several together are one tender.
      A draft without a notice can be told what its notice will say. The HTML precheck is one page to read, print \
      and hand on: what is asked and what is not, with quotes, and model clauses to put in.

      Example: toetssteen check Samples/06-due-diligence --language fr
      Example: toetssteen check Samples/01-silent --format html --output precheck.html
      Example: toetssteen check Samples/06-due-diligence --target due-diligence-monitored
      Example: toetssteen check --compare Samples/10-withdrawn/Bestek.txt Samples/10-withdrawn
      Example: toetssteen check Tests/Fixtures/pdf/scanned-nl.pdf --ocr
      Example: toetssteen check Samples/01-silent/Bestek.txt --country NL --buyer-kind municipality
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  @Argument(help: "A notice, a document, a folder or an archive.")
  var tender: [String]

  @Option(help: "text, json or html (the precheck).")
  var format: Format = .text

  @Option(help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var comparison: CompareOption
  @OptionGroup var target: TargetOption
  @OptionGroup var draft: DraftOptions
  @OptionGroup var threshold: ThresholdOption
  @Flag(help: "Let what cannot be assessed count for --fail-below.")
  var strict = false
  @OptionGroup var language: LanguageOption
  @OptionGroup var rules: RulesOption
  @OptionGroup var ocr: OCROption
  @OptionGroup var cache: CacheOption

  func run() async throws {
    let judge = try rules.judge()
    if comparison.compare { return try await compareTwo(by: judge) }
    let rank = try threshold.rank(in: judge.rules)
    let level = try target.level(in: judge.rules, for: format)
    var file = try await TenderArgument.read(tender, by: await reader())
    try draft.apply(to: &file.tender, judge.rules)
    let judged = judge.judge(file, target: level)
    let output = try Output(path: self.output)
    switch format {
    case .text: try output.write(TextReport(language: language.value, rules: judge.rules).tender(judged))
    case .json:
      try output.write("[")
      try output.write(JSONReport.line(judged))
      try output.write("]\n")
    case .html:
      let report = HTMLReport(language: language.value, rules: judge.rules)
      try output.write(report.page(judged, of: file, in: judge.language(of: file)))
    }
    try output.flush()
    if ranksBelow(rank, judged, strict: strict) { throw ExitCode(1) }
  }
}

extension Check {
  func reader() async -> TenderReader {
    TenderReader(cache: cache.texts, recognition: await ocr.recognition(language.value))
  }
}

/// What a draft's notice will say, for documents that have none yet.
struct DraftOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The buyer's country, for a draft without a notice.", valueName: "code"))
  var country: String?

  @Option(help: "The kind of buyer, for a draft without a notice.")
  var buyerKind: BuyerKind?

  @Option(
    help: ArgumentHelp("A product category of the rules, for a draft without a notice.", valueName: "id"))
  var category: [String] = []

  @Option(help: ArgumentHelp("A lot of the draft; give it once for each.", valueName: "id"))
  var lot: [String] = []

  func apply(to tender: inout Tender, _ rules: RuleSet) throws {
    for id in category where !rules.categories.contains(where: { $0.id == id }) {
      let known = rules.categories.map(\.id).joined(separator: ", ")
      throw CommandFailure(message: "--category: unknown category '\(id)'; give one of \(known).")
    }
    guard tender.noticeKind == .documents else {
      if country != nil || buyerKind != nil || !category.isEmpty || !lot.isEmpty {
        throw CommandFailure(
          message:
            "--country, --buyer-kind, --category and --lot are for drafts without a notice; this tender has one."
        )
      }
      return
    }
    tender.tellBuyer(country: country, kind: buyerKind)
    // A category stands for its surest code.
    tender.cpv = category.compactMap { id in rules.categories.first { $0.id == id }?.surestCode }
    if !lot.isEmpty { tender.lots = lot.map { Lot(id: $0) } }
  }
}

extension Tender {
  /// What a notice would say of the buyer, for documents that come without one.
  mutating func tellBuyer(country: String?, kind: BuyerKind?) {
    guard country != nil || kind != nil else { return }
    self.country = country?.uppercased() ?? self.country
    buyers = [Buyer(name: nil, country: self.country, kind: kind ?? .unknown)]
  }
}

extension BuyerKind: ExpressibleByArgument {}

/// The tender that a command's arguments name.
enum TenderArgument {
  static func read(_ paths: [String], by reader: TenderReader = TenderReader()) async throws -> TenderFile {
    let walker = InputWalker(grouping: .tenders)
    var found: [Input] = []
    if paths.count == 1 {
      try await walker.walk(paths) { found.append($0) }
      if case .file(let file)? = found.first, found.count == 1 {
        let read = reader.notice(file)
        // A document alone is a tender of one document.
        guard case .failure(let unread) = read, unread.reason == .notANotice else { return try success(read) }
      }
    }
    // What cannot be opened at all is no document of a tender.
    if found.count == 1, case .unread(let unread) = found[0] { return try success(.failure(unread)) }
    if found.count == 1, case .package(let package) = found[0] {
      return try success(await reader.tender(package))
    }
    return try success(await reader.tender(walker.package(paths)))
  }

  private static func success(_ result: Result<TenderFile, Unread>) throws -> TenderFile {
    switch result {
    case .success(let file): return file
    case .failure(let unread):
      let path = Terminal.safe(
        [unread.source.path, unread.source.member].compactMap { $0 }.joined(separator: "!"))
      throw CommandFailure(message: "\(path): \(unread.message)")
    }
  }
}
