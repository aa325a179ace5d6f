import Analysis
public import ArgumentParser
public import Intake
import Reports
import Tenders

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `toetssteen scan`: judges any number of tenders.
struct Scan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judges any number of notices and tenders.",
    discussion: """
      SOURCE is a file, a folder, a zip or tar archive (also nested), or - for standard input. A folder or archive that
      directly holds documents of one procedure is one tender; otherwise each notice is one.

      Example: toetssteen scan Samples --format csv --output verdicts.csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, ndjson, csv
  }

  @Argument(help: "Files, folders, archives, or - for standard input.")
  var sources: [String]

  @Option(help: "text, ndjson (one object a line) or csv (one row a lot).")
  var format: Format = .text

  @Option(help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: "Tenders judged side by side. Default: one for each core.")
  var jobs: Int?

  @Option(
    name: .customLong("as"), help: "What is one tender: auto, tenders (each source) or notices (each file).")
  var grouping: InputWalker.Grouping = .auto

  @OptionGroup var threshold: ThresholdOption
  @Flag(
    help: "Exit with 2 when a file could not be read, and let what cannot be assessed count for --fail-below."
  )
  var strict = false

  @OptionGroup var filter: FilterOptions
  @OptionGroup var language: LanguageOption
  @OptionGroup var rules: RulesOption
  @OptionGroup var ocr: OCROption
  @OptionGroup var cache: CacheOption

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    try filter.check()
  }

  func run() async throws {
    let judge = try rules.judge()
    let rank = try threshold.rank(in: judge.rules)
    let recognition = await ocr.recognition(language.value)
    let output = try Output(path: output)
    let formatter = Formatter(
      format: format, language: language.value, judge: judge, filter: filter,
      reader: TenderReader(cache: cache.texts, recognition: recognition))
    var summary = BatchSummary()
    var below = false
    var progress = Progress(sources, isShown: self.output != nil || isatty(STDOUT_FILENO) == 0)
    if format == .csv { try output.write(CSVReport.header) }
    let batch = Batch(
      walker: InputWalker(grouping: grouping), jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    Interruption.watch()
    do {
      try await batch.run(sources, { await formatter.outcome(of: $0) }) { outcome in
        try output.write(outcome.bytes)
        switch outcome.kind {
        case .tender(let judged):
          summary.add(judged)
          below = below || ranksBelow(rank, judged, strict: strict)
        case .unread(let unread): summary.add(unread)
        case .filtered: summary.filtered += 1
        case .facts: break
        }
        progress.step()
      }
    } catch let stopped as Interruption.Stopped {
      progress.end()
      try output.flush()
      printError(Messages(language.value).interrupted(after: summary.tenders + summary.unread))
      throw ExitCode(128 + stopped.signal)
    }
    progress.end()
    if format == .text {
      try output.write(TextReport(language: language.value, rules: judge.rules).summary(summary))
    }
    try output.flush()
    try finish(summary, below: below)
  }

  private func finish(_ summary: BatchSummary, below: Bool) throws {
    let messages = Messages(language.value)
    if summary.tenders == 0, summary.filtered == 0 {
      throw CommandFailure(message: messages.nothingRead)
    }
    if summary.unread > 0 { printError(messages.leftOut(summary.unread, summary.unreadReasons)) }
    if strict, summary.unread > 0 { throw ExitCode(2) }
    if below { throw ExitCode(1) }
  }
}

extension InputWalker.Grouping: ExpressibleByArgument {}

/// Which tenders of a batch are wanted.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only tenders of buyers in this country (ISO 3166 code).", valueName: "code"))
  var country: String?

  @Option(help: ArgumentHelp("Only tenders with a CPV code that begins so.", valueName: "prefix"))
  var cpv: String?

  @Option(
    help: ArgumentHelp(
      "Only tenders published (else dispatched) on or after this day.", valueName: "YYYY-MM-DD"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Only tenders published (else dispatched) on or before this day.", valueName: "YYYY-MM-DD"))
  var to: String?

  func check() throws {
    for (name, day) in [("--from", from), ("--to", to)] {
      guard let day else { continue }
      let parts = day.split(separator: "-", omittingEmptySubsequences: false)
      let isDay =
        parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
        && (1...12).contains(Int(parts[1]) ?? 0) && (1...31).contains(Int(parts[2]) ?? 0)
      guard isDay else { throw ValidationError("\(name) '\(day)' is no day; write it as 2026-11-24.") }
    }
    if let country, country.count != 2 || !country.allSatisfy(\.isLetter) {
      throw ValidationError("--country '\(country)' is no country code; write it as NL.")
    }
    if let cpv, cpv.isEmpty || cpv.count > 8 || !cpv.allSatisfy({ $0.isASCII && $0.isNumber }) {
      throw ValidationError("--cpv '\(cpv)' is no beginning of a CPV code; write it as 4523.")
    }
  }

  /// A tender without a date is not left out: unknown is never no.
  func wants(_ tender: Tender) -> Bool {
    if let country, tender.country != country.uppercased() { return false }
    if let cpv, !(tender.cpv + tender.lots.flatMap(\.cpv)).contains(where: { $0.hasPrefix(cpv) }) {
      return false
    }
    guard let day = tender.published ?? tender.dispatched else { return true }
    if let from, day < from { return false }
    if let to, day > to { return false }
    return true
  }
}

/// Turns units of input into output, on any thread.
struct Formatter: Sendable {
  let format: Scan.Format
  let language: ReportLanguage
  let judge: Judge
  let filter: @Sendable (Tender) -> Bool
  private let reader: TenderReader

  init(
    format: Scan.Format, language: ReportLanguage, judge: Judge, filter: FilterOptions, reader: TenderReader
  ) {
    self.reader = reader
    self.format = format
    self.language = language
    self.judge = judge
    let (country, cpv, from, to) = (filter.country, filter.cpv, filter.from, filter.to)
    self.filter = { tender in
      var options = FilterOptions()
      (options.country, options.cpv, options.from, options.to) = (country, cpv, from, to)
      return options.wants(tender)
    }
  }

  func outcome(of input: Input) async -> Outcome {
    switch await reader.read(input) {
    case .failure(let unread): return Outcome(kind: .unread(unread), bytes: bytes(of: unread))
    case .success(let file):
      guard filter(file.tender) else { return Outcome(kind: .filtered, bytes: []) }
      let judged = judge.judge(file)
      return Outcome(kind: .tender(judged), bytes: bytes(of: judged))
    }
  }

  private func bytes(of judged: JudgedTender) -> [UInt8] {
    switch format {
    case .text: Array(TextReport(language: language, rules: judge.rules).tender(judged).utf8) + [0x0A]
    case .ndjson: JSONReport.line(judged) + [0x0A]
    case .csv: CSVReport.rows(judged)
    }
  }

  private func bytes(of unread: Unread) -> [UInt8] {
    switch format {
    case .text: Array(TextReport(language: language, rules: judge.rules).unread(unread).utf8)
    case .ndjson: JSONReport.line(unread) + [0x0A]
    case .csv: CSVReport.row(unread)
    }
  }
}
