import XML

/// Counts the numbered paragraphs of a Word document and writes their numbers as the program shows them.
struct DocxNumbering {
  private struct Level {
    var number = ListNumber.decimal
    var isBullet = false
    var start = 1
    /// As in `%1.%2.`.
    var pattern = ""
    /// The level whose number makes this one start again, from 1; 0 for none, nil for every level above.
    var restart: Int?
    var isDecimalThroughout = false
    /// The paragraph style that has this level.
    var style: String?
  }

  private struct List {
    var definition: String
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var definitions: [String: [Int: Level]] = [:]
  private var lists: [Int: List] = [:]
  /// The numbers reached, by definition: lists of one definition count on together.
  private var counts: [String: [Int?]] = [:]
  private var used: Set<Int> = []

  init(_ xml: Document?) {
    guard let xml else { return }
    var links: [String: String] = [:]
    var named: [String: String] = [:]
    for element in xml.children(xml.root, "abstractNum") {
      guard let id = xml.attribute(element, "abstractNumId") else { continue }
      var levels: [Int: Level] = [:]
      for level in xml.children(element, "lvl") {
        guard let index = Self.index(xml, level) else { continue }
        levels[index] = Self.level(xml, level)
      }
      definitions[id] = levels
      if let style = xml.child(element, "numStyleLink") { links[id] = xml.attribute(style, "val") }
      if let style = xml.child(element, "styleLink"), let name = xml.attribute(style, "val") {
        named[name] = id
      }
    }
    for element in xml.children(xml.root, "num") {
      guard let id = xml.number(element, "numId"),
        var definition = xml.child(element, "abstractNumId").flatMap({ xml.attribute($0, "val") })
      else { continue }
      if let style = links[definition], let target = named[style] { definition = target }
      var list = List(definition: definition)
      for change in xml.children(element, "lvlOverride") {
        guard let index = Self.index(xml, change) else { continue }
        list.starts[index] = DocxStyles.number(xml, xml.child(change, "startOverride"))
        if let level = xml.child(change, "lvl") { list.levels[index] = Self.level(xml, level) }
      }
      lists[id] = list
    }
  }

  private static func index(_ xml: Document, _ element: Document.Element) -> Int? {
    guard let index = xml.number(element, "ilvl"), (0..<9).contains(index) else {
      return nil
    }
    return index
  }

  private static func level(_ xml: Document, _ element: Document.Element) -> Level {
    var level = Level()
    let format =
      xml.child(element, "numFmt") ?? xml.first(element, "AlternateContent", "Fallback", "numFmt")
    switch format.flatMap({ xml.attribute($0, "val") }) ?? "decimal" {
    case "bullet": level.isBullet = true
    case "none": level.number = .none
    case "decimalZero": level.number = .twoDigits
    case "lowerLetter": level.number = .lowerLetter
    case "upperLetter": level.number = .upperLetter
    case "lowerRoman": level.number = .lowerRoman
    case "upperRoman": level.number = .upperRoman
    default: break
    }
    level.start = max(0, DocxStyles.number(xml, xml.child(element, "start")) ?? 0)
    level.pattern = xml.child(element, "lvlText").flatMap { xml.attribute($0, "val") } ?? ""
    level.restart = DocxStyles.number(xml, xml.child(element, "lvlRestart"))
    level.isDecimalThroughout = DocxLook.toggle(xml, element, "isLgl") ?? false
    level.style = xml.child(element, "pStyle").flatMap { xml.attribute($0, "val") }
    return level
  }

  private func level(_ list: List, _ index: Int) -> Level? {
    list.levels[index] ?? definitions[list.definition]?[index]
  }

  /// The level that a list gives to paragraphs of a style.
  func level(ofStyle style: String, in list: Int) -> Int? {
    guard let list = lists[list], let levels = definitions[list.definition] else { return nil }
    return levels.first { $0.value.style == style }?.key
  }

  /// Counts a paragraph of a list; gives what is shown before it, and which list it is. Nil when there is no
  /// such list.
  mutating func next(list id: Int, level index: Int) -> (label: String, list: Int)? {
    guard let list = lists[id], (0..<9).contains(index), let level = level(list, index) else { return nil }
    let group = Int(list.definition) ?? id
    if level.isBullet { return (ListNumber.bullet(level.pattern), group) }
    var reached = counts[list.definition] ?? [Int?](repeating: nil, count: 9)
    if used.insert(id).inserted {
      for (index, start) in list.starts { reached[index] = start - 1 }
    }
    for above in 0..<index where reached[above] == nil {
      reached[above] = self.level(list, above)?.start ?? 1
    }
    let (next, overflow) = (reached[index] ?? level.start - 1).addingReportingOverflow(1)
    reached[index] = overflow ? level.start : next
    for below in (index + 1)..<9 {
      let restart = self.level(list, below)?.restart
      if restart.map({ $0 > index }) ?? true { reached[below] = nil }
    }
    counts[list.definition] = reached
    return (label(list, level, reached), group)
  }

  private func label(_ list: List, _ level: Level, _ reached: [Int?]) -> String {
    var out = ""
    var isPlace = false
    for character in level.pattern {
      if isPlace, let digit = character.wholeNumberValue, (1...9).contains(digit) {
        let number = level.isDecimalThroughout ? .decimal : self.level(list, digit - 1)?.number ?? .decimal
        out += reached[digit - 1].map(number.text) ?? ""
        isPlace = false
      } else if character == "%" {
        isPlace = true
      } else {
        out.append(character)
      }
    }
    return out
  }
}
