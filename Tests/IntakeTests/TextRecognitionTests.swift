import Foundation
import Tenders
import Testing

@testable import Intake

@Suite("The text of scanned PDFs")
struct TextRecognitionTests {
  static let hasTesseract = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/tesseract")
  }

  private static func scan(_ language: String) throws -> RawFile {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/pdf/scanned-\(language).pdf")
    return RawFile(path: "tender/scan.pdf", bytes: Array(try Data(contentsOf: url)))
  }

  private func read(_ file: RawFile, by reader: TenderReader) async throws -> (Coverage.Document, SourceText?)
  {
    var package = Package(path: "tender")
    package.files = [file]
    let read = try await reader.tender(package).get()
    return (try #require(read.coverage.documents.first), read.texts.first)
  }

  @Test(
    "words, pages, headings and paragraphs of a scan are read, and marked as recognised",
    .enabled(if: hasTesseract, "tesseract is not installed"),
    arguments: [
      ("nl", "stelt een plan op met maatregelen om gevonden misstanden te stoppen", "2 Herkomst"),
      ("fr", "établit un plan de mesures pour faire cesser les abus constatés", "2 Origine de la pierre"),
    ])
  func recognised(language: String, clause: String, heading: String) async throws {
    let reader = TenderReader(recognition: try await TextRecognition.find())
    let (entry, text) = try await read(Self.scan(language), by: reader)
    #expect(entry.state == .read)
    #expect(entry.isRecognised)
    #expect(entry.pages == 2)
    #expect(entry.hint == "Its text was recognised in images (OCR) and may hold errors.")
    let source = try #require(text)
    #expect(source.isRecognised)
    let words = String(decoding: source.text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    #expect(words.contains(clause))
    func written(_ passage: Passage) -> String { String(decoding: source.text[passage.range], as: UTF8.self) }
    #expect(source.passages.contains { $0.form == .heading && written($0).hasPrefix(heading) })
    #expect(source.passages.last?.page == 2)
  }

  @Test(
    "without it a scan has no text, also when the cache holds what was recognised",
    .enabled(if: hasTesseract, "tesseract is not installed"))
  func cache() async throws {
    let scratch = try Scratch()
    let cache = try #require(TextCache(folder: scratch.path))
    let file = try Self.scan("nl")
    let with = TenderReader(cache: cache, recognition: try await TextRecognition.find())
    let without = TenderReader(cache: cache)
    #expect(try await read(file, by: without).0.state == .noText)
    let first = try await read(file, by: with)
    #expect(first.0.state == .read)
    #expect(try await read(file, by: without).0.state == .noText)
    #expect(cache.info()?.documents == 2)
    // From the cache it is marked just so.
    let again = try await read(file, by: with)
    #expect(again.0 == first.0)
    #expect(again.1?.isRecognised == true)
    #expect(again.1?.text == first.1?.text)
    #expect(cache.info()?.documents == 2)
  }

  @Test(
    "a document that has text is not recognised anew",
    .enabled(if: hasTesseract, "tesseract is not installed"))
  func written() async throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/pdf/one-column-nl.pdf")
    let file = RawFile(path: "tender/a.pdf", bytes: Array(try Data(contentsOf: url)))
    let (entry, text) = try await read(file, by: TenderReader(recognition: try await TextRecognition.find()))
    #expect(!entry.isRecognised)
    #expect(text?.isRecognised == false)
  }

  /// A recogniser that does this instead.
  private func recogniser(_ script: String, in scratch: borrowing Scratch) throws -> TextRecognition {
    let path = "\(scratch.path)/recogniser"
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    var program = ChildProcess(program: path)
    program.limits.seconds = 1
    program.limits.processes = 100
    return TextRecognition(
      languages: ["nld"], painter: ChildProcess(program: try ChildProcess.find("pdftoppm")),
      recogniser: program)
  }

  @Test(
    "a recogniser that hangs, crashes or gives nonsense costs the document, not the run",
    arguments: [
      "sleep 30", "kill -9 $$", "exit 3", "echo nonsense",
      "echo '<html><div class=\"ocr_page\" title=\"bbox 1 2\"/></html>'", "true",
    ])
  func misbehaving(script: String) async throws {
    let scratch = try Scratch()
    let reader = TenderReader(recognition: try recogniser(script, in: scratch))
    let (entry, text) = try await read(Self.scan("nl"), by: reader)
    #expect(entry.state == .noText)
    #expect(entry.hint == "No text could be recognised in its images (OCR).")
    #expect(entry.pages == 2)
    #expect(text == nil)
  }

  @Test(
    "when the time for a document is up, the rest of its pages are left out",
    .enabled(if: hasTesseract, "tesseract is not installed"))
  func time() async throws {
    var recognition = try await TextRecognition.find()
    recognition.seconds = 0
    let (entry, _) = try await read(Self.scan("nl"), by: TenderReader(recognition: recognition))
    #expect(entry.state == .noText)
  }
}
