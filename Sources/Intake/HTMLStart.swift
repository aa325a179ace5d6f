/// Tells web pages from other markup by how they start.
enum HTMLStart {
  /// True when the first element is one of HTML, behind whatever declarations and comments.
  static func isHTML(_ head: ArraySlice<UInt8>) -> Bool {
    var rest = head
    while true {
      rest = rest.drop { $0 <= 0x20 }
      if rest.starts(with: "<!--".utf8) {
        guard let end = end(of: rest, "-->") else { return false }
        rest = rest[end...]
      } else if rest.starts(with: "<?".utf8) {
        guard let end = end(of: rest, "?>") else { return false }
        rest = rest[end...]
      } else if rest.starts(with: "<!".utf8) {
        let words = name(rest.dropFirst(2).prefix(13))
        if words.hasPrefix("doctype html") { return true }
        guard let end = end(of: rest, ">") else { return false }
        rest = rest[end...]
      } else {
        guard rest.first == 0x3C else { return false }
        let end = rest.dropFirst().firstIndex { $0 <= 0x20 || $0 == 0x3E || $0 == 0x2F } ?? rest.endIndex
        return elements.contains(name(rest[rest.index(after: rest.startIndex)..<end]))
      }
    }
  }

  /// Elements with which a page or a part of one starts.
  private static let elements: Set<String> = [
    "html", "head", "body", "title", "meta", "div", "p", "span", "table", "h1", "h2", "h3", "ul", "ol",
    "center", "font", "style",
  ]

  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
  }

  /// Behind the first `mark`.
  private static func end(of bytes: ArraySlice<UInt8>, _ mark: String) -> Int? {
    let wanted = Array(mark.utf8)
    guard bytes.count >= wanted.count else { return nil }
    return bytes.indices.dropLast(wanted.count - 1).first { bytes[$0...].starts(with: wanted) }
      .map { $0 + wanted.count }
  }
}
