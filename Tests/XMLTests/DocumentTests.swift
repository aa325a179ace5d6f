import Testing
import XML

@Suite struct DocumentTests {
  // MARK: Text

  @Test("the text content of an element is one range, however many children split it")
  func contiguousText() throws {
    let xml = try Document.parse("<n><p>De <FT>kade</FT>muur van <b><i>graniet</i></b>.</p><p>Tweede</p></n>")
    let first = try #require(xml.child(xml.root, "p"))
    #expect(xml.string(first) == "De kademuur van graniet.")
    #expect(xml.string(xml.root) == "De kademuur van graniet.Tweede")
    #expect(String(decoding: xml.text[xml.textRange(first)], as: UTF8.self) == "De kademuur van graniet.")
    #expect(xml.textRange(first).upperBound == xml.textRange(xml.all(xml.root, "p")[1]).lowerBound)
  }

  @Test("CDATA, character references and predefined entities are text")
  func characterData() throws {
    let xml = try Document.parse(
      "<n>a<![CDATA[<b> & ]]>c &amp; &lt;d&gt; &#233;&#xEB;<!-- no -->!<?pi no?></n>")
    #expect(xml.string(xml.root) == "a<b> & c & <d> éë!")
  }

  @Test("an empty element has an empty range where it stands")
  func emptyElement() throws {
    let xml = try Document.parse("<n>ab<e/>cd</n>")
    let empty = try #require(xml.child(xml.root, "e"))
    #expect(xml.textRange(empty) == 2..<2)
    #expect(xml.string(empty).isEmpty)
  }

  @Test("white space stays as it stands in the file")
  func whiteSpace() throws {
    let xml = try Document.parse("<n>\n  <p> a\tb </p>\n</n>")
    #expect(xml.string(xml.root) == "\n   a\tb \n")
  }

  // MARK: Attributes

  @Test("an attribute is read by its local name, with its references resolved")
  func attributes() throws {
    let xml = try Document.parse(
      #"<n xmlns:x="urn:x" a="1 &amp; 2" x:b="é" c=""><m d="&#10;"/></n>"#)
    #expect(xml.attribute(xml.root, "a") == "1 & 2")
    #expect(xml.attribute(xml.root, "b") == "é")
    #expect(xml.attribute(xml.root, "c")?.isEmpty == true)
    #expect(xml.attribute(xml.root, "d") == nil)
    #expect(xml.attribute(xml.root, "missing") == nil)
    let inner = try #require(xml.child(xml.root, "m"))
    #expect(xml.attribute(inner, "d") == "\n")
    #expect(xml.attribute(inner, "a") == nil)
  }

  @Test("an attribute that only a DTD declares is not added to each element")
  func attributeDefaults() throws {
    let xml = try? Document.parse(
      #"<!DOCTYPE n [<!ATTLIST m a CDATA "from the DTD">]><n><m/><m a="own"/></n>"#)
    // Refusing the file would do as well.
    guard let xml else { return }
    let elements = xml.all(xml.root, "m")
    #expect(elements.map { xml.attribute($0, "a") } == [nil, "own"])
  }

  // MARK: Names and ways

  @Test(
    "elements are found by local name, whatever their prefix or default namespace",
    arguments: [
      #"<n><lot id="1"/><lot id="2"/></n>"#,
      #"<n xmlns="urn:a"><lot id="1"/><lot id="2"/></n>"#,
      #"<q:n xmlns:q="urn:a"><q:lot id="1"/><q:lot id="2"/></q:n>"#,
      #"<q:n xmlns:q="urn:a" xmlns:r="urn:b"><r:lot id="1"/><lot id="2"/></q:n>"#,
    ])
  func localNames(text: String) throws {
    let xml = try Document.parse(text)
    #expect(xml.name(xml.root) == "n")
    #expect(xml.children(xml.root, "lot").map { xml.attribute($0, "id") } == ["1", "2"])
    #expect(xml.count == 3)
  }

  @Test("a way of several steps goes back when its first branch leads nowhere")
  func backtracking() throws {
    let xml = try Document.parse("<n><a><b/></a><a><c>found</c></a><a><c>later</c></a></n>")
    let found = try #require(xml.first(xml.root, "a", "c"))
    #expect(xml.string(found) == "found")
    #expect(xml.all(xml.root, "a", "c").map { xml.string($0) } == ["found", "later"])
    #expect(xml.first(xml.root, "a", "d") == nil)
    #expect(xml.all(xml.root, "a", "d").isEmpty)
    #expect(xml.first(xml.root) == xml.root)
  }

  @Test("descendants stay below their element and come in document order")
  func descendants() throws {
    let xml = try Document.parse("<n><a><x>1</x><b><y>2</y><x>3</x></b></a><x>4</x></n>")
    let inner = try #require(xml.child(xml.root, "a"))
    #expect(xml.descendants(inner, "x", "y").map { xml.string($0) } == ["1", "2", "3"])
    #expect(xml.descendants(xml.root, "x").map { xml.string($0) } == ["1", "3", "4"])
    #expect(xml.descendants(inner, "z").isEmpty)
  }

  @Test("children and parents are each other's way back")
  func parents() throws {
    let xml = try Document.parse("<n><a/><b><c/></b></n>")
    #expect(xml.children(xml.root).map { xml.name($0) } == ["a", "b"])
    #expect(xml.parent(xml.root) == nil)
    for child in xml.children(xml.root) { #expect(xml.parent(child) == xml.root) }
    #expect(xml.child(xml.root, "c") == nil)
  }

  // MARK: Places

  @Test("the line of an element is that of its tag, also behind 65,535 lines")
  func lines() throws {
    let xml = try Document.parse("<?xml version=\"1.0\"?>\n<n>\n  <a/>\n\n  <b>x</b></n>")
    #expect(xml.line(xml.root) == 2)
    #expect(xml.children(xml.root).map { xml.line($0) } == [3, 5])
    let long = try Document.parse("<n>" + String(repeating: "\n", count: 70_000) + "<a/></n>")
    let last = try #require(long.child(long.root, "a"))
    #expect(long.line(last) == 70_001)
  }

  @Test("an XPath names a position only where brothers share the name")
  func shortestXPath() throws {
    let xml = try Document.parse("<n><a/><b/><b><a/></b></n>")
    let elements = xml.children(xml.root).map { xml.xpath($0) }
    #expect(
      elements == [
        "/*[local-name()='n']/*[local-name()='a']",
        "/*[local-name()='n']/*[local-name()='b'][1]",
        "/*[local-name()='n']/*[local-name()='b'][2]",
      ])
    #expect(xml.xpath(xml.root) == "/*[local-name()='n']")
  }

  @Test(
    "xmllint finds the same text at each XPath", .enabled(if: Xmllint.isThere, "xmllint is not installed"))
  func independentXPath() throws {
    let text = """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <p:notice xmlns:p="urn:p" xmlns:q="urn:q" xmlns="urn:d">
        <lot><name>Kade</name><q:name>Quai</q:name><p:name>Été &amp; hiver</p:name></lot>
        <p:lot><name>Brug</name><name><![CDATA[<Pont>]]></name></p:lot>
        <lots><lot>diep</lot></lots>
      </p:notice>
      """
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let xml = try Document.parse(bytes)
    try Xmllint.withFile(bytes) { file in
      for index in 0..<xml.count {
        let element = Document.Element(index: Int32(index))
        let value = try Xmllint.evaluate("string(\(xml.xpath(element)))", in: file)
        #expect(value == xml.string(element))
        #expect(try Xmllint.evaluate("count(\(xml.xpath(element)))", in: file) == "1")
      }
    }
  }

  @Test(
    "an XPath counts the elements of the file, also those that were left out",
    .enabled(if: Xmllint.isThere, "xmllint is not installed"))
  func xpathBesideSkipped() throws {
    let text = """
      <n><form kind="copy"><p>copie</p></form><form kind="own"><p>zelf</p></form><form kind="copy"/></n>
      """
    let xml = try Document.parse(Array(text.utf8), skipping: Skip(attribute: "kind", value: "copy"))
    let kept = try #require(xml.first(xml.root, "form", "p"))
    try Xmllint.withFile(Array(text.utf8)) { file in
      let found = try Xmllint.evaluate("string(\(xml.xpath(kept)))", in: file)
      #expect(found == "zelf")
    }
  }

  // MARK: Mentions

  @Test("a document mentions its own element names and no others")
  func mentions() throws {
    let xml = try Document.parse(#"<n attribute="x"><a/></n>"#)
    #expect(xml.mentions("n"))
    #expect(xml.mentions("a"))
    #expect(!xml.mentions("nowhere"))
  }

  @Test("names of an earlier document are not mentioned in a later one")
  func mentionsOfOthers() throws {
    for round in 0..<50 {
      let first = try Document.parse("<n><only-once-\(round)/></n>")
      #expect(first.mentions("only-once-\(round)"))
      let second = try Document.parse("<n><other/></n>")
      #expect(!second.mentions("only-once-\(round)"))
      #expect(second.child(second.root, "only-once-\(round)") == nil)
      #expect(second.descendants(second.root, "only-once-\(round)").isEmpty)
    }
  }
}
