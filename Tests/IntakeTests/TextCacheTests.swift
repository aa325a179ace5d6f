import Foundation
import Tenders
import Testing

@testable import Intake

@Suite struct TextCacheTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "toetssteen-cache-\(UUID())")
    .path

  private func document(_ text: String, hint: String? = nil) -> ExtractedDocument {
    var passage = Passage(
      range: 0..<text.utf8.count, form: .tableRow, language: "nl", stage: .award, number: 0..<1)
    passage.gaps = [1..<2]
    passage.headings = [0, 7]
    passage.leadIn = 3
    passage.page = 12
    passage.row = 4
    passage.isStruck = true
    var document = ExtractedDocument(
      text: Array(text.utf8), passages: [passage, Passage(range: 0..<0)], pages: 3)
    document.hint = hint
    return document
  }

  private func key(_ name: String, version: Int = 1) -> TextCache.Key {
    TextCache.Key(sha256: name, extractor: "PDF \(version)")
  }

  @Test func givesBackWhatWasPutIn() throws {
    let cache = try #require(TextCache(folder: folder))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let whole = document("Prijs 60 %, natuursteen é", hint: "a hint")
    cache.put(key("a"), .success(whole))
    let found = try #require(cache.get(key("a"))).get()
    #expect(found.text == whole.text)
    #expect(found.pages == 3)
    #expect(found.hint == "a hint")
    #expect(found.passages.map { String(describing: $0) } == whole.passages.map { String(describing: $0) })
    #expect(cache.get(key("a", version: 2)) == nil)
    #expect(cache.info()?.documents == 1)
    #expect(cache.clear())
    #expect(cache.get(key("a")) == nil)
  }

  @Test func remembersWhatHoldsNoTextButNotWhatCrashed() throws {
    let cache = try #require(TextCache(folder: folder))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let scan = ExtractionError(.noText, "a scan", pages: 2)
    cache.put(key("scan"), .failure(scan))
    cache.put(key("crash"), .failure(ExtractionError(.broken, "crashed")))
    #expect(throws: scan) { try cache.get(key("scan"))?.get() }
    #expect(cache.get(key("crash")) == nil)
  }

  @Test func staysWithinItsLimit() throws {
    let cache = try #require(TextCache(folder: folder, limit: 20_000))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for index in 0..<40 {
      cache.put(key("\(index)"), .success(document(String(repeating: "a", count: 1000))))
    }
    let info = try #require(cache.info())
    #expect(info.bytes <= 20_000)
    #expect(info.documents > 10)
    #expect(cache.get(key("39")) != nil)
    #expect(cache.get(key("0")) == nil)
  }

  @Test(arguments: ["this is no database", ""])
  func aDamagedFileIsSetAside(content: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let padded = content.isEmpty ? "" : content.padding(toLength: 9000, withPad: "x", startingAt: 0)
    try Data(padded.utf8).write(to: URL(filePath: "\(folder)/text.sqlite"))
    let cache = try #require(TextCache(folder: folder))
    cache.put(key("a"), .success(document("text")))
    #expect(cache.get(key("a")) != nil)
    #expect(FileManager.default.fileExists(atPath: "\(folder)/text.sqlite.old") == !content.isEmpty)
  }

  @Test func twoAtOnceSeeEachOther() throws {
    let first = try #require(TextCache(folder: folder))
    let second = try #require(TextCache(folder: folder))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    first.put(key("a"), .success(document("one")))
    second.put(key("b"), .success(document("two")))
    #expect(second.get(key("a")) != nil)
    #expect(first.get(key("b")) != nil)
  }

  @Test func aPlaceThatCannotBeWrittenIsNoCache() {
    #expect(TextCache(folder: "/dev/null/toetssteen") == nil)
  }

  @Test func damagedBytesAreNotFound() {
    let packed = PackedDocument.pack(.success(document("some text")))
    for length in 0..<packed.count { #expect(PackedDocument.unpack(packed.prefix(length)) == nil) }
    for index in packed.indices {
      var changed = packed
      changed[index] ^= 0x55
      _ = PackedDocument.unpack(changed)
    }
  }

  @Test func aSecondReadingNeedsNoProgram() async throws {
    let cache = try #require(TextCache(folder: folder))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = RawFile(path: "a.pdf", bytes: Array("%PDF-1.7 not really".utf8))
    let stored = TextCache.Key(sha256: FileBytes.sha256(file.bytes), extractor: "PDF \(PDF.version ?? 0)")
    cache.put(stored, .success(document("from the cache")))
    let text = try await TenderReader(cache: cache).text(of: file).get()
    #expect(String(decoding: text, as: UTF8.self) == "from the cache")
  }
}
