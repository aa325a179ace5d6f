import XML

/// What the styles of an OpenDocument file say about the meaning of text.
struct OdfStyles {
  struct Style {
    var isStruck: Bool?
    var isHidden: Bool?
    var isBold: Bool?
    /// From 1.
    var outline: Int?
    var isTitle = false
    fileprivate var parent: String?
  }

  private var styles: [String: Style] = [:]
  /// List styles by name; the outline of headings is the one without a name.
  private(set) var lists: [String: [Int: OdfListLevel]] = [:]

  /// Reads the styles of these parts; what a later part says holds.
  init(_ parts: [Document]) {
    for xml in parts {
      for element in xml.descendants(xml.root, "style", "list-style", "outline-style") {
        switch xml.name(element) {
        case "style": read(xml, element)
        case "outline-style": lists[""] = OdfListLevel.levels(xml, element)
        default: lists[xml.attribute(element, "name") ?? "?"] = OdfListLevel.levels(xml, element)
        }
      }
    }
    for name in Array(styles.keys) { styles[name] = inherited(name) }
  }

  private mutating func read(_ xml: Document, _ element: Document.Element) {
    guard let name = xml.attribute(element, "name") else { return }
    let family = xml.attribute(element, "family") ?? ""
    var style = Style()
    style.parent = xml.attribute(element, "parent-style-name").map { family + "/" + $0 }
    style.outline = xml.number(element, "default-outline-level")
    style.isTitle = family == "paragraph" && name == "Title"
    if let look = xml.child(element, "text-properties") {
      let line =
        xml.attribute(look, "text-line-through-style") ?? xml.attribute(look, "text-line-through-type")
      style.isStruck = line.map { $0 != "none" }
      style.isHidden = xml.attribute(look, "display").map { $0 == "none" }
      style.isBold = xml.attribute(look, "font-weight").map { $0 == "bold" || $0 >= "600" && $0 <= "900" }
    }
    styles[family + "/" + name] = style
  }

  private func inherited(_ name: String) -> Style? {
    guard var style = styles[name] else { return nil }
    var above = style.parent
    for _ in 0..<20 {
      guard let name = above, let parent = styles[name] else { break }
      style.isStruck = style.isStruck ?? parent.isStruck
      style.isHidden = style.isHidden ?? parent.isHidden
      style.isBold = style.isBold ?? parent.isBold
      style.outline = style.outline ?? parent.outline
      style.isTitle = style.isTitle || parent.isTitle
      above = parent.parent
    }
    return style
  }

  func style(_ family: String, _ name: String?) -> Style {
    name.flatMap { styles[family + "/" + $0] } ?? Style()
  }
}

/// How a level of a list is numbered.
struct OdfListLevel {
  var number = ListNumber.none
  var bullet: String?
  var prefix = ""
  var suffix = ""
  var start = 1
  /// The numbers of how many levels are shown, this one the last.
  var shown = 1

  static func levels(_ xml: Document, _ element: Document.Element) -> [Int: OdfListLevel] {
    var levels: [Int: OdfListLevel] = [:]
    for child in xml.children(element) {
      guard let index = xml.number(child, "level"), index > 0 else { continue }
      var level = OdfListLevel()
      switch xml.name(child) {
      case "list-level-style-bullet":
        level.bullet = ListNumber.bullet(xml.attribute(child, "bullet-char") ?? "")
      case "list-level-style-image": level.bullet = ListNumber.bullet("")
      default: level.readNumber(xml, child)
      }
      levels[index] = level
    }
    return levels
  }

  private mutating func readNumber(_ xml: Document, _ element: Document.Element) {
    switch xml.attribute(element, "num-format") ?? "" {
    case "": number = .none
    case "a": number = .lowerLetter
    case "A": number = .upperLetter
    case "i": number = .lowerRoman
    case "I": number = .upperRoman
    case "01": number = .twoDigits
    default: number = .decimal
    }
    prefix = xml.attribute(element, "num-prefix") ?? ""
    suffix = xml.attribute(element, "num-suffix") ?? ""
    start = xml.number(element, "start-value") ?? 1
    shown = max(1, xml.number(element, "display-levels") ?? 1)
  }
}

/// The numbers that a list has reached, by level from 1.
struct OdfListCount {
  private var reached: [Int: Int] = [:]

  /// Counts an item at `level`, from `start` when the document says so; gives its label.
  mutating func next(_ level: Int, in levels: [Int: OdfListLevel], start: Int? = nil) -> String {
    let own = levels[level] ?? OdfListLevel()
    if let bullet = own.bullet { return bullet }
    reached[level] = start ?? reached[level].map { $0 &+ 1 } ?? own.start
    for below in reached.keys where below > level { reached[below] = nil }
    guard own.number != .none else { return "" }
    var parts: [String] = []
    for shown in max(1, level - own.shown + 1)...level {
      let style = levels[shown] ?? OdfListLevel()
      let part = style.number.text(reached[shown] ?? style.start)
      if !part.isEmpty { parts.append(part) }
    }
    return own.prefix + parts.joined(separator: ".") + own.suffix
  }
}
