import XML

/// What type does to a run's meaning. Nil: it does not say.
struct DocxLook {
  var isStruck: Bool?
  var isHidden: Bool?
  var isBold: Bool?

  init() {}

  /// Reads run properties (`w:rPr`).
  init(_ xml: Document, _ properties: Document.Element) {
    isStruck = DocxLook.toggle(xml, properties, "strike")
    if isStruck != true, let double = DocxLook.toggle(xml, properties, "dstrike") { isStruck = double }
    isHidden = DocxLook.toggle(xml, properties, "vanish")
    isBold = DocxLook.toggle(xml, properties, "b")
  }

  /// This look where it says something, else `other`.
  func over(_ other: DocxLook) -> DocxLook {
    var look = self
    look.isStruck = isStruck ?? other.isStruck
    look.isHidden = isHidden ?? other.isHidden
    look.isBold = isBold ?? other.isBold
    return look
  }

  static func toggle(_ xml: Document, _ properties: Document.Element, _ name: String) -> Bool? {
    guard let element = xml.child(properties, name) else { return nil }
    let value = xml.attribute(element, "val") ?? "true"
    return value != "0" && value != "false" && value != "off"
  }
}

/// The styles of a Word document, each with what it takes from those that it is based on.
struct DocxStyles {
  struct Style {
    var look = DocxLook()
    /// From 0; 9 is body text.
    var outline: Int?
    var list: Int?
    var level: Int?
    /// Built-in styles have English names in every language of the program; only their ids are translated.
    var name = ""
    fileprivate var basedOn: String?

    var heading: Int? {
      if let outline { return outline < 9 ? outline + 1 : nil }
      guard name.hasPrefix("heading"), let digit = name.last?.wholeNumberValue, digit > 0 else { return nil }
      return digit
    }
    var isContents: Bool { name.hasPrefix("toc") || name.hasPrefix("table of ") }
    var isTitle: Bool { name == "title" }
  }

  private var styles: [String: Style] = [:]
  private var defaultStyle: String?
  private var defaultLook = DocxLook()

  init(_ xml: Document?) {
    guard let xml else { return }
    if let properties = xml.first(xml.root, "docDefaults", "rPrDefault", "rPr") {
      defaultLook = DocxLook(xml, properties)
    }
    for element in xml.children(xml.root, "style") {
      guard let id = xml.attribute(element, "styleId") else { continue }
      var style = Style()
      style.name = xml.child(element, "name").flatMap { xml.attribute($0, "val") }?.lowercased() ?? ""
      style.basedOn = xml.child(element, "basedOn").flatMap { xml.attribute($0, "val") }
      if let properties = xml.child(element, "rPr") { style.look = DocxLook(xml, properties) }
      if let properties = xml.child(element, "pPr") { Self.read(xml, properties, into: &style) }
      styles[id] = style
      let isDefault = xml.attribute(element, "default") == "1" || xml.attribute(element, "default") == "true"
      if isDefault, xml.attribute(element, "type") == "paragraph" { defaultStyle = id }
    }
    for id in Array(styles.keys) { styles[id] = inherited(id) }
  }

  /// Reads paragraph properties (`w:pPr`) over what `style` has.
  static func read(_ xml: Document, _ properties: Document.Element, into style: inout Style) {
    if let outline = number(xml, xml.child(properties, "outlineLvl")) { style.outline = outline }
    guard let list = xml.child(properties, "numPr") else { return }
    style.list = number(xml, xml.child(list, "numId")) ?? style.list
    style.level = number(xml, xml.child(list, "ilvl")) ?? style.level
  }

  static func number(_ xml: Document, _ element: Document.Element?) -> Int? {
    element.flatMap { xml.number($0, "val") }
  }

  private func inherited(_ id: String) -> Style? {
    guard var style = styles[id] else { return nil }
    var below = style.basedOn
    // Styles that are based on each other in a ring end here.
    for _ in 0..<20 {
      guard let name = below, let base = styles[name] else { break }
      style.look = style.look.over(base.look)
      style.outline = style.outline ?? base.heading.map { $0 - 1 } ?? base.outline
      style.list = style.list ?? base.list
      style.level = style.level ?? base.level
      below = base.basedOn
    }
    return style
  }

  /// A paragraph's style; without an id the default one. An unknown id is taken for a name.
  func paragraph(_ id: String?) -> Style {
    var style = Style()
    if let id {
      style = styles[id] ?? Style(name: id.lowercased())
    } else if let id = defaultStyle, let found = styles[id] {
      style = found
    }
    style.look = style.look.over(defaultLook)
    return style
  }

  /// The look of a character style.
  func character(_ id: String) -> DocxLook { styles[id]?.look ?? DocxLook() }
}
