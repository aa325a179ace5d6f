import Testing
import XML

@Suite("HTML")
struct HTMLTests {
  private func parse(_ html: String, limits: Limits = Limits()) throws(ParseError) -> Document {
    try Document.parseHTML(Array(html.utf8), encoding: "UTF-8", limits: limits)
  }

  @Test("Elements that are never closed are closed, names are lower-case, entities are characters")
  func forgiving() throws {
    let document = try parse("<P CLASS=a>caf&eacute; &amp; more<P>second <B>bold")
    #expect(document.name(document.root) == "html")
    let body = try #require(document.child(document.root, "body"))
    let paragraphs = Array(document.children(body, "p"))
    #expect(paragraphs.map(document.string) == ["café & more", "second bold"])
    #expect(document.attribute(paragraphs[0], "class") == "a")
  }

  @Test("The range of an element holds those of its children, also where reading stopped")
  func ranges() throws {
    let document = try Document.parseHTML(
      Array("<html><body><p>one <b>two".utf8) + [0xC3, 0x28, 0, 0xFF] + Array("</b></p>".utf8),
      encoding: "UTF-8")
    for index in 0..<Int32(document.count) {
      let element = Document.Element(index: index)
      guard let parent = document.parent(element) else { continue }
      #expect(document.textRange(parent).upperBound >= document.textRange(element).upperBound)
    }
  }

  @Test("A declared encoding is converted when none is given")
  func encoding() throws {
    let page: [UInt8] = Array("<meta charset=windows-1250><p>".utf8) + [0x9C]
    let document = try Document.parseHTML(page, encoding: nil)
    #expect(document.string(document.root).contains("ś"))
  }

  @Test("Depth and size have limits, an empty page is none")
  func limits() {
    let deep = String(repeating: "<div>", count: 200)
    #expect(throws: ParseError.tooDeep(limit: 100)) { try parse(deep, limits: Limits(depth: 100)) }
    let many = String(repeating: "<br>", count: 200)
    #expect(throws: ParseError.tooLarge(elements: 100)) { try parse(many, limits: Limits(elements: 100)) }
    #expect(throws: ParseError.self) { try parse("") }
  }

  @Test("A document type fetches and expands nothing")
  func documentType() throws {
    let document = try parse(
      "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body><p>a&x;b</p></body></html>")
    #expect(!document.string(document.root).contains("root:"))
  }
}
