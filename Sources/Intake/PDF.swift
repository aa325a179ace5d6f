import Tenders

/// PDF, read by poppler's `pdftotext` in a child process.
///
/// Of its modes, `-bbox-layout` gives the reading order of columns and the place of every word; from the places come
/// rows of tables, headers and footers, headings and paragraphs. `-layout` mixes the columns of a page line by line,
/// the default mode and `-raw` take tables apart.
enum PDF: DocumentExtractor {
  static let kinds: [DocumentKind] = [.pdf]
  static let version: Int? = 2

  /// Pages that are read.
  static let pageLimit = 10_000

  static func extract(
    _ bytes: [UInt8], limits: IntakeLimits
  ) async throws(ExtractionError) -> ExtractedDocument {
    let program: String
    do throws(ChildProcess.Failure) { program = try ChildProcess.find("pdftotext") } catch {
      throw unread(error)
    }
    return try await extract(bytes, with: ChildProcess(program: program))
  }

  /// Reads with this program and its limits, which a test sets.
  static func extract(
    _ bytes: [UInt8], with program: ChildProcess
  ) async throws(ExtractionError) -> ExtractedDocument {
    let boxes: PDFBoxes
    do throws(ChildProcess.Failure) {
      boxes = try await read(bytes, program)
    } catch {
      throw unread(error)
    }
    return try document(boxes, hasAttachments: hasAttachments(bytes))
  }

  /// Long documents are read in parts, side by side: words with their places take the program twice the time of words
  /// alone.
  private static func read(
    _ bytes: [UInt8], _ program: ChildProcess
  ) async throws(ChildProcess.Failure) -> PDFBoxes {
    var program = program
    program.limits.seconds += bytes.count >> 20
    let reader = program
    let parts = await parts(bytes, reader)
    guard parts.count > 1 else { return try await read(bytes, 1...pageLimit, reader) }
    let outcomes = await withTaskGroup(of: PartOutcome.self) { group in
      for part in parts {
        group.addTask { await outcome(bytes, part, reader) }
      }
      var outcomes: [PartOutcome] = []
      for await outcome in group { outcomes.append(outcome) }
      return outcomes.sorted { $0.pages.lowerBound < $1.pages.lowerBound }
    }
    var whole = PDFBoxes([])
    for outcome in outcomes {
      let part = try outcome.result.get()
      guard part.pages.count == outcome.pages.count else {
        let found = "\(part.pages.count) of the pages \(outcome.pages)"
        throw .failed(code: 0, line: "only \(found) could be read")
      }
      whole.append(part)
    }
    return whole
  }

  private struct PartOutcome: Sendable {
    var pages: ClosedRange<Int>
    var result: Result<PDFBoxes, ChildProcess.Failure>
  }

  // A function, because release builds of Swift 6.3.1 mixed up the parts when the
  // tasks were closures with a typed `do`.
  private static func outcome(
    _ bytes: [UInt8], _ pages: ClosedRange<Int>, _ reader: ChildProcess
  ) async -> PartOutcome {
    do throws(ChildProcess.Failure) {
      return PartOutcome(pages: pages, result: .success(try await read(bytes, pages, reader)))
    } catch {
      return PartOutcome(pages: pages, result: .failure(error))
    }
  }

  private static func read(
    _ bytes: [UInt8], _ pages: ClosedRange<Int>, _ reader: ChildProcess
  ) async throws(ChildProcess.Failure) -> PDFBoxes {
    await ChildProcessGate.shared.enter()
    let result: Result<[UInt8], ChildProcess.Failure>
    do throws(ChildProcess.Failure) {
      result = .success(
        try await reader.run(input: bytes) { file in
          let (first, last) = ("\(pages.lowerBound)", "\(pages.upperBound)")
          return ["-bbox-layout", "-enc", "UTF-8", "-f", first, "-l", last, file, "-"]
        })
    } catch {
      result = .failure(error)
    }
    await ChildProcessGate.shared.leave()
    return PDFBoxes(try result.get())
  }

  /// Ranges of pages to read at once; one for a short document, or when `pdfinfo` cannot tell how long it is.
  private static func parts(_ bytes: [UInt8], _ reader: ChildProcess) async -> [ClosedRange<Int>] {
    let whole = [1...pageLimit]
    guard bytes.count > 200_000, ChildProcessGate.processors > 1, reader.program.hasSuffix("/pdftotext")
    else {
      return whole
    }
    var teller = reader
    teller.program = reader.program.dropLast("pdftotext".count) + "pdfinfo"
    guard let output = try? await teller.run(input: bytes, arguments: { [$0] }) else { return whole }
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    let value = lines.first { $0.hasPrefix("Pages:") }?.dropFirst("Pages:".count).drop { $0 == " " }
    guard let pages = value.flatMap({ Int($0) }).map({ min($0, pageLimit) }), pages >= 100 else {
      return whole
    }
    let count = min(ChildProcessGate.processors, 8, pages / 50)
    return (0..<count).map { pages * $0 / count + 1...pages * ($0 + 1) / count }
  }

  // MARK: States

  static func document(
    _ boxes: PDFBoxes, hasAttachments: Bool
  ) throws(ExtractionError) -> ExtractedDocument {
    let pages = boxes.pages.count
    guard pages > 0 else { throw ExtractionError(.broken, "The PDF has no pages.") }
    let written = PDFText(boxes)
    // A page number or stamp is no text.
    let bare = written.characters.count { $0 < 10 }
    guard bare * 2 <= pages, !boxes.words.isEmpty else {
      throw ExtractionError(
        .noText, "\(bare) of \(pages) pages hold no text, only images; text recognition (OCR) is needed.",
        pages: pages)
    }
    guard !Legibility.isGibberish(boxes.text) else {
      throw ExtractionError(
        .noText, "The fonts do not tell which letters they show; text recognition (OCR) is needed.",
        pages: pages)
    }
    var structure = TextStructure(written.text, lines: written.lines)
    var document = ExtractedDocument(text: written.text, passages: structure.read(), pages: pages)
    var hints: [String] = []
    if bare > 0 { hints.append("\(bare) of \(pages) pages hold no text and may be scans") }
    if pages >= pageLimit { hints.append("only the first \(pageLimit) pages were read") }
    if hasAttachments { hints.append("files embedded in it were not read") }
    if !hints.isEmpty { document.hint = hints.joined(separator: "; ") + "." }
    return document
  }

  /// Embedded files are streams, whose dictionaries stand in the file as they are.
  private static func hasAttachments(_ bytes: [UInt8]) -> Bool {
    bytes[...].contains(sequence: "/EmbeddedFile")
  }

  private static func unread(_ failure: ChildProcess.Failure) -> ExtractionError {
    switch failure {
    case .notInstalled:
      ExtractionError(.unsupported, "To read PDF, install poppler's pdftotext (apt install poppler-utils).")
    case .notStarted(let reason): ExtractionError(.broken, "pdftotext could not be run: \(reason).")
    case .timedOut(let seconds):
      ExtractionError(.broken, "pdftotext did not end within \(seconds) seconds and was stopped.")
    case .outOfMemory: ExtractionError(.broken, "pdftotext needed more memory than it is allowed.")
    case .killed(let signal): ExtractionError(.broken, "pdftotext crashed (signal \(signal)).")
    case .tooMuchOutput(let limit):
      ExtractionError(.tooLarge, "Its text is larger than \(limit >> 20) MB.")
    case .failed(_, let line) where line.contains("password"):
      ExtractionError(.encrypted, "The PDF is protected with a password; ask the buyer for one without.")
    case .failed(99, _): ExtractionError(.broken, "The PDF has no pages.")
    case .failed(_, let line):
      ExtractionError(.broken, "The PDF is damaged beyond repair\(line.isEmpty ? "" : " (\(line))").")
    }
  }
}
