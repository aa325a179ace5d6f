import Tenders

/// Recognises the text of scanned PDFs: poppler's `pdftoppm` draws a page, `tesseract` tells the words in it with their
/// places, and from there on it is read as any other PDF.
public struct TextRecognition: Sendable {
  /// Grows with every change of what it gives, so that cached texts are made anew.
  private static let version = 1
  /// Pages of a document that are read.
  static let pageLimit = 200
  /// The languages that are asked for, as `tesseract` calls them.
  private static let wanted = ["nld", "fra", "deu", "eng"]
  /// Pixels of the longer side of a page: 300 in an inch of A4, and no more for a drawing of a square metre.
  private static let pixels = 3508

  /// Those of the languages that are installed.
  public let languages: [String]
  var painter: ChildProcess
  var recogniser: ChildProcess
  /// Time for a whole document.
  var seconds = 900

  /// Why it cannot be done.
  public enum Missing: Error, Equatable {
    /// A program that is not installed.
    case program(String)
    /// Tesseract has none of the languages.
    case languages
  }

  /// Finds the programs and the languages of this system.
  public static func find() async throws(Missing) -> TextRecognition {
    let found = try programs(["pdftoppm", "tesseract"])
    var recogniser = ChildProcess(program: found[1])
    recogniser.limits.seconds = 120
    recogniser.limits.memory = 2 << 30
    let languages = await languages(of: recogniser)
    guard !languages.isEmpty else { throw .languages }
    return TextRecognition(
      languages: languages, painter: ChildProcess(program: found[0]), recogniser: recogniser)
  }

  private static func programs(_ names: [String]) throws(Missing) -> [String] {
    var paths: [String] = []
    for name in names {
      do throws(ChildProcess.Failure) { paths.append(try ChildProcess.find(name)) } catch {
        throw .program(name)
      }
    }
    return paths
  }

  private static func languages(of program: ChildProcess) async -> [String] {
    guard let output = try? await program.run(input: [], arguments: { _ in ["--list-langs"] }) else {
      return []
    }
    let installed = Set(
      String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init))
    return wanted.filter { installed.contains($0) }
  }

  /// Distinguishes its texts in the cache from those that are read without it, and by what it recognises with.
  var name: String { "TextRecognition \(Self.version) \(languages.joined(separator: "+"))" }

  // MARK: A document

  /// The text of a scanned PDF.
  ///
  /// - Parameter pages: how many it has.
  func extract(_ bytes: [UInt8], pages: Int) async throws(ExtractionError) -> ExtractedDocument {
    let count = min(pages, Self.pageLimit)
    let end = ContinuousClock.now + .seconds(seconds)
    let read = await withTaskGroup(of: (Int, PDFBoxes?).self) { group in
      var read: [Int: PDFBoxes] = [:]
      var next = 1
      func add() {
        guard next <= count else { return }
        let page = next
        next += 1
        group.addTask { (page, await self.page(page, of: bytes, before: end)) }
      }
      for _ in 0..<ChildProcessGate.processors { add() }
      for await (page, boxes) in group {
        read[page] = boxes
        add()
      }
      return read
    }
    var whole = PDFBoxes([])
    for page in 1...max(1, count) { whole.append(read[page] ?? Self.blank) }
    do throws(ExtractionError) {
      var document = try PDF.document(whole, hasAttachments: false)
      document.pages = pages
      document.hint = Self.hint(pages: pages, unread: count - read.count)
      document.isRecognised = true
      return document
    } catch {
      throw ExtractionError(.noText, "No text could be recognised in its images (OCR).", pages: pages)
    }
  }

  private static func hint(pages: Int, unread: Int) -> String {
    var parts = ["Its text was recognised in images (OCR) and may hold errors"]
    if unread > 0 { parts.append("\(unread) of its pages could not be recognised") }
    if pages > pageLimit { parts.append("only the first \(pageLimit) pages were recognised") }
    return parts.joined(separator: "; ") + "."
  }

  /// A page on which nothing was recognised.
  private static let blank = PDFBoxes(Array(#"<page width="595" height="842">"#.utf8))

  // MARK: A page

  /// The words of a page; nil when its program failed or the time is up, which costs that page alone.
  private func page(_ number: Int, of bytes: [UInt8], before end: ContinuousClock.Instant) async -> PDFBoxes?
  {
    guard ContinuousClock.now < end else { return nil }
    await ChildProcessGate.shared.enter()
    let boxes = try? await words(of: number, bytes)
    await ChildProcessGate.shared.leave()
    return boxes ?? nil
  }

  private func words(of number: Int, _ bytes: [UInt8]) async throws(ChildProcess.Failure) -> PDFBoxes? {
    let image = try await painter.run(input: bytes) { file in
      ["-png", "-gray", "-scale-to", "\(Self.pixels)", "-f", "\(number)", "-l", "\(number)", file]
    }
    let words = try await recogniser.run(input: image) { file in
      [file, "stdout", "-l", languages.joined(separator: "+"), "hocr"]
    }
    return HOCR.boxes(words, scale: 842 / Double(Self.pixels))
  }
}
