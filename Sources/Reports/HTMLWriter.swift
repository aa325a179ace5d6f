/// Writes HTML in which nothing from outside can be markup.
///
/// Names of elements and attributes, styles and scripts are `StaticString`s, which only this program's own source can
/// make; every other text is escaped, and made harmless as for a terminal, on its way in.
struct HTMLWriter {
  /// An attribute without a value is left out.
  typealias Attributes = KeyValuePairs<StaticString, String?>

  private(set) var html = "<!DOCTYPE html>\n"

  mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    html += "</\(name)>"
  }

  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element of its own line, for a source that can be read.
  mutating func block(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void
  ) {
    element(name, attributes, content)
    html += "\n"
  }

  mutating func block(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    block(name, attributes) { $0.text(text) }
  }

  /// An element without content, such as `meta`.
  mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) {
    open(name, attributes)
    html += "\n"
  }

  mutating func text(_ text: String) { html += Self.escaped(text) }

  /// The program's own style or script.
  mutating func fixed(_ source: StaticString) { html += "\(source)" }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    html += "<\(name)"
    for case (let attribute, let value?) in attributes {
      html += " \(attribute)=\"\(Self.escaped(value))\""
    }
    html += ">"
  }

  /// A text that means itself, between tags and in quoted attributes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in Terminal.safe(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
