import Testing

@testable import Reports

@Suite("The JSON writer")
struct JSONWriterTests {
  private func written(_ content: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    json.object { content(&$0) }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(
    "Strings are escaped",
    arguments: [
      ("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\r", #"\r"#), ("\t", #"\t"#), ("\u{0}", #"\u0000"#),
      ("\u{1B}[2J", #"\u001b[2J"#), ("\u{7F}", #"\u007f"#), ("é 中 𝒳", "é 中 𝒳"), ("a\"b\\c\n", #"a\"b\\c\n"#),
      ("", ""),
    ])
  func strings(_ text: String, _ escaped: String) {
    #expect(written { $0.field("a", text) } == "{\"a\":\"\(escaped)\"}")
  }

  @Test(
    "Numbers are written in their shortest form",
    arguments: [
      (40.0, "40"), (0.25, "0.25"), (-1.5, "-1.5"), (-0.0, "0"), (1e20, "1e+20"), (.nan, "null"),
      (.infinity, "null"),
    ])
  func numbers(_ number: Double, _ text: String) {
    #expect(written { $0.field("a", number) } == "{\"a\":\(text)}")
  }

  @Test("Fields, arrays and objects are set apart by commas")
  func structure() {
    let text = written { json in
      json.field("a", nil as String?)
      json.field("b", true)
      json.field("c", ["x", "y"])
      json.array("d", of: [1, 2]) { $0.field("n", $1) }
      json.object("e") { _ in }
      json.field("f", numbers: [20, 40.5])
    }
    #expect(text == #"{"a":null,"b":true,"c":["x","y"],"d":[{"n":1},{"n":2}],"e":{},"f":[20,40.5]}"#)
  }
}
