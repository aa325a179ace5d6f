import Testing
import XML

@Suite struct ParserTests {
  // MARK: Encodings

  @Test("UTF-16 is read in both byte orders", arguments: [true, false])
  func utf16(isLittleEndian: Bool) throws {
    let text = #"<?xml version="1.0" encoding="UTF-16"?><n a="ü">Straße 1 € 𝄞</n>"#
    var bytes: [UInt8] = isLittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    for unit in text.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += isLittleEndian ? [low, high] : [high, low]
    }
    let xml = try Document.parse(bytes)
    #expect(xml.string(xml.root) == "Straße 1 € 𝄞")
    #expect(xml.attribute(xml.root, "a") == "ü")
  }

  @Test(
    "a declared one-byte encoding is decoded",
    arguments: [("ISO-8859-1", "é"), ("ISO-8859-15", "é"), ("windows-1252", "é"), ("ISO-8859-7", "ι")])
  func oneByte(encoding: String, letter: String) throws {
    let head = Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?><n>caf".utf8)
    let xml = try Document.parse(head + [0xE9] + Array("</n>".utf8))
    #expect(xml.string(xml.root) == "caf\(letter)")
  }

  @Test("a byte order mark before UTF-8 is no text")
  func byteOrderMark() throws {
    let xml = try Document.parse([0xEF, 0xBB, 0xBF] + Array("<n>à</n>".utf8))
    #expect(xml.string(xml.root) == "à")
  }

  @Test("bytes that are not in the declared encoding are an error with its line")
  func wrongEncoding() {
    let bytes =
      Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<n>\n<a>caf".utf8) + [0xE9] + Array("</a></n>".utf8)
    #expect(line(of: error(of: bytes)) == 3)
  }

  @Test("an encoding that does not exist is an error")
  func unknownEncoding() {
    let failure = error(of: Array("<?xml version=\"1.0\" encoding=\"x-nowhere\"?><n>a</n>".utf8))
    #expect(line(of: failure) == 1)
  }

  // MARK: Damage

  @Test(
    "a damaged document is an error with its line",
    arguments: [
      ("<n>\n<a>\n</n>", 3),
      ("<n>\n<a>text", 2),
      ("<n>\n\n<a b=c/></n>", 3),
      ("<n>a & b</n>", 1),
      ("<n></n>\n<m/>", 2),
      ("<n a='1'\n a='2'/>", 2),
      ("plain text", 1),
    ])
  func malformed(text: String, expected: Int) {
    #expect(line(of: error(of: Array(text.utf8))) == expected)
  }

  @Test("the message of an error is one line without an end")
  func messages() throws {
    let failure = try #require(error(of: Array("<n><a></n>".utf8)))
    guard case .malformed(_, let message) = failure else {
      Issue.record("\(failure)")
      return
    }
    #expect(!message.isEmpty)
    #expect(!message.contains { $0.isNewline })
  }

  @Test("nothing, and nothing but space, is no document", arguments: ["", " ", "\n\n", "<!-- only this -->"])
  func empty(text: String) {
    #expect(line(of: error(of: Array(text.utf8))) != nil)
  }

  @Test("a zero byte is an error")
  func zeroByte() {
    #expect(line(of: error(of: Array("<n>a".utf8) + [0] + Array("b</n>".utf8))) == 1)
  }

  // MARK: Limits

  @Test("nesting is allowed up to the limit and refused beyond it")
  func depth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)).utf8)
    }
    #expect(try Document.parse(nested(10), limits: Limits(depth: 10)).count == 10)
    #expect(error(of: nested(11), limits: Limits(depth: 10)) == .tooDeep(limit: 10))
    #expect(error(of: nested(100_000)) == .tooDeep(limit: Limits().depth))
    #expect(
      error(of: Array(String(repeating: "<a>", count: 1_500_000).utf8)) == .tooDeep(limit: Limits().depth))
  }

  @Test("elements are counted, and more than the limit refused")
  func elements() throws {
    let text = Array(("<n>" + String(repeating: "<a/>", count: 9) + "</n>").utf8)
    #expect(try Document.parse(text, limits: Limits(elements: 10)).count == 10)
    #expect(error(of: text, limits: Limits(elements: 9)) == .tooLarge(elements: 9))
  }

  // MARK: Entities

  @Test(
    "entities of its own make a document refused, whatever their kind",
    arguments: [
      #"<!DOCTYPE n [<!ENTITY e "text">]><n>&e;</n>"#,
      #"<!DOCTYPE n [<!ENTITY e "never used">]><n/>"#,
      #"<!DOCTYPE n [<!ENTITY e SYSTEM "file:///etc/passwd">]><n>&e;</n>"#,
      #"<!DOCTYPE n [<!ENTITY e SYSTEM "http://127.0.0.1:9/e">]><n>&e;</n>"#,
      #"<!DOCTYPE n [<!ENTITY e SYSTEM "file:///etc/passwd" NDATA x>]><n/>"#,
      #"<!DOCTYPE n [<!ENTITY e "v">]><n a="&e;"/>"#,
      #"<!DOCTYPE n [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><n/>"#,
      #"<!DOCTYPE n [<!ENTITY % p "<!ENTITY e 'v'>"> %p;]><n>&e;</n>"#,
    ])
  func entities(text: String) {
    #expect(error(of: Array(text.utf8)) == .entities(line: 1))
  }

  @Test("a billion laughs are refused at the first")
  func billionLaughs() {
    var text = "<?xml version=\"1.0\"?>\n<!DOCTYPE n [\n<!ENTITY a0 \"ha\">\n"
    for level in 1...9 {
      let inner = String(repeating: "&a\(level - 1);", count: 10)
      text += "<!ENTITY a\(level) \"\(inner)\">\n"
    }
    #expect(error(of: Array((text + "]><n>&a9;</n>").utf8)) == .entities(line: 3))
  }

  @Test("an entity that nothing declares gives an error, never an empty text")
  func undeclaredEntity() {
    #expect(error(of: Array("<n>a&nowhere;b</n>".utf8)) != nil)
    #expect(error(of: Array(#"<!DOCTYPE n SYSTEM "nowhere.dtd"><n>a&nowhere;b</n>"#.utf8)) != nil)
  }

  @Test("an external DTD is named but never read")
  func externalDTD() throws {
    let xml = try Document.parse(Array(#"<!DOCTYPE n SYSTEM "file:///nowhere/at/all.dtd"><n>a</n>"#.utf8))
    #expect(xml.string(xml.root) == "a")
  }

  @Test("XInclude and processing instructions fetch nothing")
  func includes() throws {
    let text = """
      <?xml-stylesheet href="file:///etc/passwd"?>
      <n xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd" parse="text"/></n>
      """
    let xml = try Document.parse(text)
    #expect(xml.string(xml.root).isEmpty)
  }

  // MARK: Skipping

  @Test("an element with the named attribute is left out with all below it")
  func skips() throws {
    let text = """
      <n><f c="X" d="1"><p>no<f c="Y"/></p>no</f><f c="Y" d="2">yes</f><f d="3"><g c="X">no</g>also</f></n>
      """
    let xml = try Document.parse(Array(text.utf8), skipping: Skip(attribute: "c", value: "X"))
    #expect(xml.children(xml.root, "f").map { xml.attribute($0, "d") } == ["2", "3"])
    #expect(xml.string(xml.root) == "yesalso")
    #expect(xml.count == 3)
    #expect(!xml.mentions("p"))
    #expect(!xml.mentions("g"))
  }

  @Test("only the whole value of the attribute counts for skipping", arguments: ["XX", "x", "", "X "])
  func skipsWholeValues(value: String) throws {
    let xml = try Document.parse(
      Array("<n><f c='\(value)'>kept</f></n>".utf8), skipping: Skip(attribute: "c", value: "X"))
    #expect(xml.string(xml.root) == "kept")
  }

  @Test("a document of which nothing is left is an error, not a crash")
  func skipsRoot() {
    let failure = error(of: Array("<n c='X'><a/></n>".utf8), skip: Skip(attribute: "c", value: "X"))
    #expect(line(of: failure) != nil)
  }

  // MARK: The same parser again

  @Test("after any error the next document is read in full")
  func afterErrors() throws {
    let good = Array(#"<n a="1"><b>goed</b></n>"#.utf8)
    let bad: [[UInt8]] = [
      Array("<n><b>".utf8), Array("<n a='1".utf8), [0xFF, 0xFE, 0x3C], Array("<".utf8),
      Array(#"<!DOCTYPE n [<!ENTITY e "x">]><n>&e;</n>"#.utf8),
      Array(String(repeating: "<a>", count: 500).utf8),
      Array("<?xml version=\"1.0\" encoding=\"x-nowhere\"?><n/>".utf8), [],
    ]
    for damaged in bad {
      #expect(error(of: damaged) != nil)
      let xml = try Document.parse(good)
      #expect(xml.count == 2)
      #expect(xml.attribute(xml.root, "a") == "1")
      #expect(xml.string(xml.root) == "goed")
      #expect(xml.line(xml.root) == 1)
    }
  }

  @Test("an encoding does not linger in the next document")
  func encodingsDoNotLinger() throws {
    let latin = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><n>".utf8) + [0xE9] + Array("</n>".utf8)
    for _ in 0..<3 {
      let first = try Document.parse(latin)
      #expect(first.string(first.root) == "é")
      let second = try Document.parse("<n>é</n>")
      #expect(second.string(second.root) == "é")
    }
  }

  @Test("many names of one hostile file do not harm the next")
  func manyNames() throws {
    let many = (0..<25_000).map { "<name-\($0)/>" }.joined()
    let xml = try Document.parse("<n>\(many)</n>")
    #expect(xml.count == 25_001)
    #expect(xml.name(Document.Element(index: 25_000)) == "name-24999")
    let next = try Document.parse("<n><a/></n>")
    #expect(next.children(next.root).map { next.name($0) } == ["a"])
  }

  @Test("many documents at once give what they give one by one")
  func parallel() async throws {
    let texts = (0..<200).map { index in
      let items = (0...index % 17).map {
        #"<i-\#(index % 23) a="\#($0)">tekst \#($0 * index) é</i-\#(index % 23)>"#
      }
      return "<n-\(index % 7)>\(items.joined())</n-\(index % 7)>"
    }
    let expected = try texts.map { try summary(Document.parse($0)) }
    let found = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for (index, text) in texts.enumerated() {
        group.addTask { (index, try summary(Document.parse(text))) }
        if index % 5 == 0 { group.addTask { (-1, (try? summary(Document.parse(text + "<"))) ?? "") } }
      }
      var found = [String](repeating: "", count: texts.count)
      for try await (index, text) in group where index >= 0 { found[index] = text }
      return found
    }
    #expect(found == expected)
  }
}

// MARK: Help

extension Document {
  static func parse(_ text: String) throws(ParseError) -> Document { try parse(Array(text.utf8)) }
}

private func error(of bytes: [UInt8], limits: Limits = Limits(), skip: Skip? = nil) -> ParseError? {
  do throws(ParseError) {
    _ = try Document.parse(bytes, limits: limits, skipping: skip)
    return nil
  } catch {
    return error
  }
}

private func line(of error: ParseError?) -> Int? {
  if case .malformed(let line, _)? = error { return line }
  return nil
}

/// Names, attributes and text of all elements.
private func summary(_ xml: Document) -> String {
  (0..<xml.count).map { index in
    let element = Document.Element(index: Int32(index))
    return
      "\(xml.name(element)) \(xml.attribute(element, "a") ?? "-") \(xml.string(element)) \(xml.xpath(element))"
  }.joined(separator: "\n")
}
