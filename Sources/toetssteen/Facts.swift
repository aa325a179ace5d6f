import ArgumentParser
import Intake
import Reports
import Tenders

/// `toetssteen facts`: prints what was read, without judging.
struct Facts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints what was read of notices and tenders, without judging.",
    discussion: "Example: toetssteen facts Samples/08-due-diligence-rewarded/notice.xml")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, ndjson
  }

  @Argument(help: "Files, folders, archives, or - for standard input.")
  var sources: [String]

  @Option(help: "text or ndjson (one object a line).")
  var format: Format = .text

  @Option(
    name: .customLong("as"), help: "What is one tender: auto, tenders (each source) or notices (each file).")
  var grouping: InputWalker.Grouping = .auto

  @OptionGroup var language: LanguageOption
  @OptionGroup var rules: RulesOption

  func run() async throws {
    // The machine-readable facts need no wording, and so no rules.
    let report = format == .text ? TextReport(language: language.value, rules: try rules.ruleSet()) : nil
    let output = try Output()
    let reader = TenderReader()
    let format = format
    var read = 0
    var summary = BatchSummary()
    try await InputWalker(grouping: grouping).walk(sources) { input in
      switch (await reader.read(input), format) {
      case (.success(let file), .ndjson):
        read += 1
        try output.line(JSONReport.line(facts: file))
      case (.success(let file), .text):
        read += 1
        try output.write((report?.facts(file) ?? "") + "\n")
      case (.failure(let unread), .ndjson):
        summary.add(unread)
        try output.line(JSONReport.line(unread))
      case (.failure(let unread), .text):
        summary.add(unread)
        try output.write(report?.unread(unread) ?? "")
      }
    }
    try output.flush()
    let messages = Messages(language.value)
    if read == 0 { throw CommandFailure(message: messages.nothingRead) }
    if summary.unread > 0 { printError(messages.leftOut(summary.unread, summary.unreadReasons)) }
  }
}

/// `toetssteen text`: prints the text in which offsets count.
struct Text: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the extracted text of a document, in which the offsets of quotes count.",
    discussion: """
      Example: toetssteen text Samples/01-silent/Bestek.txt
      Example: toetssteen text Tests/Fixtures/pdf/scanned-nl.pdf --ocr
      """)

  @Argument(help: "A document or a notice.")
  var file: String

  @OptionGroup var ocr: OCROption
  @OptionGroup var language: LanguageOption

  func run() async throws {
    let package = InputWalker().package([file])
    let output = try Output()
    guard package.files.count == 1, let found = package.files.first else {
      let reason =
        package.unread.first?.message
        ?? "Give one document; this is a folder, an archive, or nothing to read."
      throw CommandFailure(message: "\(Terminal.safe(file)): \(reason)")
    }
    let reader = TenderReader(recognition: await ocr.recognition(language.value))
    switch await reader.text(of: found) {
    case .success(let text): try output.write(text)
    case .failure(let unread): throw CommandFailure(message: "\(Terminal.safe(file)): \(unread.message)")
    }
    try output.flush()
  }
}

/// `toetssteen schema`: prints the JSON Schema of the output.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of the output.",
    discussion: "Example: toetssteen schema > toetssteen.schema.json")

  func run() throws {
    let output = try Output()
    try output.write(Schema.json + "\n")
    try output.flush()
  }
}
