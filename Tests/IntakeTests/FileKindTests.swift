import Tenders
import Testing

@testable import Intake

@Suite struct FileKindTests {
  @Test(
    "the content tells the kind, whatever the name says",
    arguments: [
      ("", FileKind.empty),
      ("<?xml version=\"1.0\"?><n/>", .xml),
      ("  \n<n/>", .xml),
      ("<!-- a --><n/>", .xml),
      ("%PDF-1.7 rest", .document(.pdf)),
      ("{\\rtf1 rest}", .document(.rtf)),
      ("<!DOCTYPE html><html/>", .document(.html)),
      ("<HTML><body/></HTML>", .document(.html)),
      ("\n <html lang=\"nl\">", .document(.html)),
      ("De inschrijver levert.", .document(.text)),
      ("GIF89a....", .document(.image)),
    ])
  func byContent(text: String, kind: FileKind) {
    for name in ["notice.xml", "bestek.pdf", "bestek.txt", "archief.zip", "zonder"] {
      #expect(FileKind.of(Array(text.utf8), name: name) == kind, "\(name)")
    }
  }

  @Test(
    "the first bytes tell packed and binary files",
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], FileKind.archive),
      ([0x50, 0x4B, 0x05, 0x06], .archive),
      ([0x1F, 0x8B, 0x08], .archive),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive),
      ([0x42, 0x5A, 0x68, 0x39], .archive),
      ([0x28, 0xB5, 0x2F, 0xFD], .archive),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .document(.doc)),
      ([0x89, 0x50, 0x4E, 0x47], .document(.image)),
      ([0xFF, 0xD8, 0xFF, 0xE0], .document(.image)),
      ([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x00], .binary),
      ([0x00, 0x01, 0x02, 0x03], .binary),
    ] as [([UInt8], FileKind)])
  func byMagic(bytes: [UInt8], kind: FileKind) {
    #expect(FileKind.of(bytes, name: "notice.xml") == kind)
  }

  @Test("a tar is known by its mark")
  func tar() {
    var bytes = [UInt8](repeating: 0, count: 512)
    bytes.replaceSubrange(257..<262, with: Array("ustar".utf8))
    #expect(FileKind.of(bytes, name: "x.txt") == .archive)
  }

  @Test("the name tells only what content cannot: Markdown, JSON and old office files")
  func byName() {
    #expect(FileKind.of(Array("# Eisen".utf8), name: "Bestek.MD") == .document(.markdown))
    #expect(FileKind.of(Array("# Eisen".utf8), name: "Bestek.txt") == .document(.text))
    #expect(FileKind.of(Array("{\"a\": 1}".utf8), name: "release.json") == .json)
    #expect(FileKind.of(Array("{een accolade}".utf8), name: "tekst.txt") == .document(.text))
    #expect(FileKind.of([0xD0, 0xCF, 0x11, 0xE0], name: "prijzen.xls") == .document(.xls))
  }

  @Test("an office file is told from a plain zip by its first member")
  func office() {
    func packed(_ member: String) -> [UInt8] {
      [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26) + Array(member.utf8)
    }
    #expect(FileKind.of(packed("[Content_Types].xml"), name: "bestek.docx") == .document(.docx))
    #expect(FileKind.of(packed("[Content_Types].xml"), name: "prijs.xlsx") == .document(.xlsx))
    #expect(FileKind.of(packed("[Content_Types].xml"), name: "dia.pptx") == .document(.pptx))
    let open = "mimetypeapplication/vnd.oasis.opendocument."
    #expect(FileKind.of(packed(open + "text"), name: "x.zip") == .document(.odt))
    #expect(FileKind.of(packed(open + "spreadsheet"), name: "x.zip") == .document(.ods))
    #expect(FileKind.of(packed("notice.xml"), name: "bestek.docx") == .archive)
  }

  @Test("UTF-16 is text or XML, not binary")
  func utf16() {
    func wide(_ text: String, mark: Bool) -> [UInt8] {
      (mark ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    #expect(FileKind.of(wide("<?xml version=\"1.0\"?><n/>", mark: true), name: "a") == .xml)
    #expect(FileKind.of(wide("<?xml version=\"1.0\"?><n/>", mark: false), name: "a") == .xml)
    #expect(FileKind.of(wide("De eis geldt €.", mark: true), name: "a.txt") == .document(.text))
    #expect(FileKind.of(wide("Οι όροι της σύμβασης", mark: true), name: "a.txt") == .document(.text))
  }

  @Test("a byte order mark before UTF-8 changes nothing")
  func byteOrderMark() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(FileKind.of(mark + Array("<n/>".utf8), name: "a") == .xml)
    #expect(FileKind.of(mark + Array("tekst".utf8), name: "a.txt") == .document(.text))
  }

  @Test(
    "a name promises a document by its ending",
    arguments: [
      ("Bestek.PDF", DocumentKind.pdf), ("map/leidraad.docx", .docx), ("a.b.txt", .text), ("x.htm", .html),
    ])
  func promises(name: String, kind: DocumentKind) {
    #expect(FileKind.promised(by: name) == kind)
  }

  @Test(
    "XML, JSON, archives and names without an ending promise none",
    arguments: ["notice.xml", "r.json", "a.zip", "LEESMIJ", ".txt", "x.", ""])
  func promisesNothing(name: String) {
    #expect(FileKind.promised(by: name) == nil)
  }
}
