import Tenders
import Testing

@testable import Intake

@Suite struct TenderReaderTests {
  private let reader = TenderReader()

  // MARK: One file

  @Test("a notice carries its hash, size and format")
  func source() throws {
    let read = try reader.notice(RawFile(path: "n.xml", bytes: Array(notice().utf8))).get()
    #expect(read.source.path == "n.xml")
    #expect(read.source.format == "eforms-sdk-1.10")
    #expect(read.source.bytes == notice().utf8.count)
    #expect(read.source.sha256?.count == 64)
    #expect(read.source.sha256?.allSatisfy { $0.isHexDigit && !$0.isUppercase } == true)
  }

  @Test("the hash is SHA-256 of the bytes")
  func hash() {
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(FileBytes.sha256(Array("abc".utf8)) == expected)
  }

  @Test("a notice without lots has one, named by its place")
  func noLots() throws {
    let read = try reader.notice(RawFile(path: "n.xml", bytes: Array(notice().utf8))).get()
    #expect(read.tender.lots.map(\.id) == ["1"])
    #expect(read.tender.lots.map(\.title) == ["Kademuur"])
  }

  @Test(
    "what is no notice is named with the reason",
    arguments: [
      ("", "a.xml", Unread.Reason.notANotice),
      ("Een bestek.", "a.xml", .notANotice),
      ("%PDF-1.4", "a.xml", .notANotice),
      ("<!DOCTYPE html><html></html>", "a.xml", .notANotice),
      ("<other/>", "a.xml", .notANotice),
      ("{\"a\": 1}", "a.json", .unsupported),
      ("<ContractNotice>", "a.xml", .malformed),
      (
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ContractNotice>\u{1}</ContractNotice>", "a.xml",
        .malformed
      ),
      ("<!DOCTYPE n [<!ENTITY e \"x\">]><ContractNotice>&e;</ContractNotice>", "a.xml", .malformed),
    ])
  func notANotice(text: String, name: String, reason: Unread.Reason) throws {
    let unread = try #require(reader.notice(RawFile(path: name, bytes: Array(text.utf8))).failure)
    #expect(unread.reason == reason)
    #expect(unread.source.path == name)
    #expect(unread.source.bytes == text.utf8.count)
    #expect(!unread.message.isEmpty)
    #expect(!unread.message.contains { $0.isNewline })
  }

  @Test("a notice that is too deep, or too large, is named as such")
  func limits() throws {
    let deep = Array(String(repeating: "<a>", count: 1000).utf8)
    #expect(reader.notice(RawFile(path: "a.xml", bytes: deep)).failure?.reason == .tooDeep)
    var small = TenderReader()
    small.limits.notice = 10
    #expect(small.notice(RawFile(path: "a.xml", bytes: deep)).failure?.reason == .tooLarge)
  }

  @Test("a malformed notice tells its line")
  func line() throws {
    let bytes = Array("<ContractNotice>\n\n<a></b></ContractNotice>".utf8)
    let unread = try #require(reader.notice(RawFile(path: "a.xml", bytes: bytes)).failure)
    #expect(unread.message.contains("line 3"))
  }

  @Test("a passage of a notice is found again by its element")
  func locate() throws {
    let read = try reader.notice(RawFile(path: "n.xml", bytes: Array(notice().utf8))).get()
    let text = try #require(read.texts.first)
    let locate = try #require(text.locate)
    for passage in text.passages {
      let place = locate(try #require(passage.element))
      #expect(place.range.lowerBound <= passage.range.lowerBound)
      #expect(place.range.upperBound >= passage.range.upperBound)
      #expect(place.xpath.hasPrefix("/*[local-name()='ContractNotice']"))
    }
  }

  // MARK: A package

  @Test("a package is led by its newest notice, whatever the file names say")
  func newest() async throws {
    let read = try await tender([
      ("a.xml", notice("old", day: "2026-01-05")), ("b.xml", notice("new", day: "2026-03-01")),
      ("c.xml", notice("middle", day: "2026-02-01")), ("Bestek.txt", "De eis."),
    ])
    #expect(read.tender.id == "new")
    #expect(read.source.path == "p/b.xml")
    #expect(read.texts.map(\.name) == ["b.xml", "Bestek.txt"])
  }

  @Test("documents alone are a tender with one lot")
  func documentsAlone() async throws {
    let read = try await tender([("B.txt", "Tweede."), ("A.txt", "Eerste.")])
    #expect(read.tender.noticeKind == .documents)
    #expect(read.tender.lots.map(\.id) == ["1"])
    #expect(read.source.format == "documents")
    #expect(read.source.path == "p")
    #expect(read.source.sha256 == FileBytes.sha256(Array("Eerste.Tweede.".utf8)))
    #expect(read.source.bytes == "Eerste.Tweede.".utf8.count)
    #expect(read.texts.map(\.name) == ["A.txt", "B.txt"])
  }

  @Test("the order of the files does not matter")
  func fileOrder() async throws {
    let files = [("a.xml", notice("a")), ("B.txt", "Tweede eis."), ("A.txt", "Eerste eis.")]
    let (one, two) = (try await tender(files), try await tender(files.reversed()))
    #expect(one.coverage == two.coverage)
    #expect(one.source == two.source)
    #expect(one.texts.map(\.name) == two.texts.map(\.name))
  }

  @Test(
    "a file that cannot be read stays in the coverage, with state and hint",
    arguments: [
      ("Bijlage.pdf", "%PDF-1.7 x", Coverage.State.unsupported),
      ("Leeg.txt", "", .noText),
      ("Wit.txt", " \n ", .noText),
      ("Pagina.html", "<html><body>x</body></html>", .unsupported),
      ("Lijst.json", "{}", .unsupported),
      ("Foto.txt", "GIF89a", .unsupported),
      ("Formulier.xml", "<form/>", .unsupported),
    ])
  func coverage(name: String, text: String, state: Coverage.State) async throws {
    let read = try await tender([("Bestek.txt", "De eis geldt."), (name, text)])
    let entry = try #require(read.coverage.documents.first { $0.name == name })
    // Kinds that are read later may hold no text, but they never vanish.
    #expect(entry.state == state || (entry.state == .read && entry.characters > 0) || entry.state == .broken)
    #expect(entry.state == .read || entry.state == .noText || entry.hint?.isEmpty == false)
    #expect(read.coverage.listed == 2)
    #expect(read.coverage.documents.first { $0.name == "Bestek.txt" }?.state == .read)
    #expect(read.coverage.documents.first { $0.name == "Bestek.txt" }?.characters == 13)
  }

  @Test("a broken notice in a package is kept as a document that was not read")
  func brokenNotice() async throws {
    let read = try await tender([("Bestek.txt", "De eis."), ("n.xml", "<ContractNotice>")])
    let entry = try #require(read.coverage.documents.first { $0.name == "n.xml" })
    #expect(entry.role == .notice)
    #expect(entry.state == .broken)
    #expect(entry.hint?.contains("line 1") == true)
  }

  @Test("what the walker could not read is among the documents")
  func unreadParts() async throws {
    var package = Package(path: "p")
    package.files = [RawFile(path: "p/Bestek.txt", bytes: Array("De eis.".utf8))]
    package.unread = [
      Unread(
        source: Source(path: "p/Geheim.zip", member: "a.txt"), reason: .encrypted, message: "Encrypted."),
      Unread(source: Source(path: "p/Groot.pdf"), reason: .tooLarge, message: "Too large."),
    ]
    let read = try await reader.tender(package).get()
    let states = Dictionary(
      read.coverage.documents.map { ($0.name, $0.state) }, uniquingKeysWith: { first, _ in first })
    #expect(states == ["Bestek.txt": .read, "Geheim.zip!a.txt": .encrypted, "Groot.pdf": .tooLarge])
    #expect(read.coverage.read == 1)
    #expect(read.coverage.present == 3)
  }

  @Test("a package with nothing in it is no tender")
  func emptyPackage() async {
    #expect(await reader.tender(Package(path: "p")).failure?.reason == .notANotice)
  }

  @Test("notices are of one tender only when they are of one procedure")
  func oneProcedure() {
    func package(_ notices: String...) -> Package {
      var package = Package(path: "p")
      package.files = notices.enumerated().map { RawFile(path: "p/\($0).xml", bytes: Array($1.utf8)) }
      return package
    }
    #expect(reader.isOneTender(package()))
    #expect(reader.isOneTender(package(notice())))
    #expect(reader.isOneTender(package(notice("a"), notice("b"), "<other/>", "<ContractNotice>")))
    #expect(!reader.isOneTender(package(notice("a"), notice("b", procedure: "2"))))
  }

  // MARK: Text

  @Test("the text of a document is what offsets count in")
  func text() async throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("één".utf8)
    #expect(try await reader.text(of: RawFile(path: "a.txt", bytes: bytes)).get() == Array("één".utf8))
    let xml = RawFile(path: "a.xml", bytes: Array("<n>a<b>é</b></n>".utf8))
    #expect(try await reader.text(of: xml).get() == Array("aé".utf8))
    let empty = RawFile(path: "a.bin", bytes: [0, 1, 2, 3])
    #expect(await reader.text(of: empty).failure?.reason == .unsupported)
  }

  private func tender(_ files: [(String, String)]) async throws -> TenderFile {
    var package = Package(path: "p")
    package.files = files.map { RawFile(path: "p/\($0.0)", bytes: Array($0.1.utf8)) }
    return try await reader.tender(package).get()
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { return failure }
    return nil
  }
}
