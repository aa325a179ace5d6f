/// A parsed XML document as flat arrays: elements in document order, and all character data in one UTF-8 buffer.
///
/// The text content of an element is therefore one contiguous range of `text`, however many child elements split it
/// (`<FT>` in TED XML does so within words), and nothing is copied to read it.
public final class Document: Sendable {
  /// An element of one document: an index in document order.
  public struct Element: Hashable, Sendable {
    public let index: Int32

    /// The element with this index, as `index` gave it.
    public init(index: Int32) { self.index = index }
  }

  struct Node {
    var name: Int32
    var parent: Int32
    var nextSibling: Int32 = -1
    var firstChild: Int32 = -1
    var textStart: UInt32
    var textEnd: UInt32
    var attributes: Int32
    var attributeCount: Int32
    var line: Int32
  }

  struct Attribute {
    var name: Int32
    var start: UInt32
    var end: UInt32
  }

  /// An element that was left out: its parent, its name, and the index of the element that follows it.
  typealias Omitted = (parent: Int32, name: Int32, following: Int32)

  let nodes: [Node]
  private let omitted: [Omitted]
  let attributes: [Attribute]
  let attributeText: [UInt8]
  let names: [String]
  /// Names by text; it may hold names of other documents.
  let nameIDs: [String: Int32]
  private let present: [Bool]
  /// All character data of the document, UTF-8, in document order.
  public let text: [UInt8]

  init(
    nodes: [Node], attributes: [Attribute], attributeText: [UInt8], names: [String],
    nameIDs: [String: Int32], present: [Bool], text: [UInt8],
    omitted: [Omitted]
  ) {
    self.nodes = nodes
    self.attributes = attributes
    self.attributeText = attributeText
    self.names = names
    self.nameIDs = nameIDs
    self.present = present
    self.text = text
    self.omitted = omitted
  }

  public var root: Element { Element(index: 0) }

  /// The number of elements.
  public var count: Int { nodes.count }

  /// The local name of an element, without its prefix: tender files use any prefix for the same namespace.
  public func name(_ element: Element) -> String {
    names[Int(nodes[Int(element.index)].name)]
  }

  public func parent(_ element: Element) -> Element? {
    let parent = nodes[Int(element.index)].parent
    return parent < 0 ? nil : Element(index: parent)
  }

  /// The line of the start tag in the file, from 1.
  public func line(_ element: Element) -> Int {
    Int(nodes[Int(element.index)].line)
  }

  // MARK: Children

  /// All child elements in document order.
  public func children(_ element: Element) -> Children {
    Children(document: self, following: nodes[Int(element.index)].firstChild, name: nil)
  }

  /// The child elements with this local name.
  public func children(_ element: Element, _ name: String) -> Children {
    guard let id = nameIDs[name] else { return Children(document: self, following: -1, name: nil) }
    return Children(document: self, following: nodes[Int(element.index)].firstChild, name: id)
  }

  /// The first child element with this local name.
  public func child(_ element: Element, _ name: String) -> Element? {
    guard let id = nameIDs[name] else { return nil }
    var next = nodes[Int(element.index)].firstChild
    while next >= 0 {
      if nodes[Int(next)].name == id { return Element(index: next) }
      next = nodes[Int(next)].nextSibling
    }
    return nil
  }

  /// The first element reached from `element` by these local names, step by step, with backtracking.
  public func first(_ element: Element, _ path: String...) -> Element? {
    first(element, path[...])
  }

  private func first(_ element: Element, _ path: ArraySlice<String>) -> Element? {
    guard let step = path.first else { return element }
    for child in children(element, step) {
      if let found = first(child, path.dropFirst()) { return found }
    }
    return nil
  }

  /// Every element reached from `element` by these local names, in document order.
  public func all(_ element: Element, _ path: String...) -> [Element] {
    var found = [element]
    for step in path {
      guard let id = nameIDs[step] else { return [] }
      found = found.flatMap {
        Children(document: self, following: nodes[Int($0.index)].firstChild, name: id)
      }
    }
    return found
  }

  /// Every element below `element` with one of these local names, in document order.
  public func descendants(_ element: Element, _ names: String...) -> [Element] {
    let ids = names.compactMap { nameIDs[$0] }
    guard !ids.isEmpty else { return [] }
    var found: [Element] = []
    var index = Int(element.index) + 1
    let end = self.end(of: element)
    while index < end {
      if ids.contains(nodes[index].name) { found.append(Element(index: Int32(index))) }
      index += 1
    }
    return found
  }

  /// True when the document has any element with this local name.
  public func mentions(_ name: String) -> Bool {
    guard let id = nameIDs[name], Int(id) < present.count else { return false }
    return present[Int(id)]
  }

  /// The index behind the last descendant: descendants of an element directly follow it.
  private func end(of element: Element) -> Int {
    var node = Int(element.index)
    while true {
      let next = nodes[node].nextSibling
      if next >= 0 { return Int(next) }
      let parent = nodes[node].parent
      if parent < 0 { return nodes.count }
      node = Int(parent)
    }
  }

  // MARK: Text

  /// The range in `text` of the element's whole text content.
  public func textRange(_ element: Element) -> Range<Int> {
    let node = nodes[Int(element.index)]
    return Int(node.textStart)..<Int(node.textEnd)
  }

  /// The element's whole text content as it stands.
  public func string(_ element: Element) -> String {
    text.withUnsafeBufferPointer { String(decoding: $0[textRange(element)], as: UTF8.self) }
  }

  /// The value of an attribute by local name, nil when the element does not carry it.
  public func attribute(_ element: Element, _ name: String) -> String? {
    guard let id = nameIDs[name] else { return nil }
    let node = nodes[Int(element.index)]
    for index in Int(node.attributes)..<Int(node.attributes + node.attributeCount)
    where attributes[index].name == id {
      let value = attributes[index]
      return attributeText.withUnsafeBufferPointer {
        String(decoding: $0[Int(value.start)..<Int(value.end)], as: UTF8.self)
      }
    }
    return nil
  }

  /// An XPath 1.0 expression for the element that any engine evaluates without a namespace map.
  public func xpath(_ element: Element) -> String {
    var steps: [String] = []
    var current: Element? = element
    while let here = current {
      let name = name(here)
      var step = "*[local-name()='\(name)']"
      if let parent = parent(here) {
        let same = Array<Element>(children(parent, name))
        let node = nodes[Int(here.index)]
        let leftOut = omitted.filter { $0.parent == parent.index && $0.name == node.name }
        if same.count + leftOut.count > 1, let position = same.firstIndex(of: here) {
          step += "[\(position + 1 + leftOut.count { $0.following <= here.index })]"
        }
      }
      steps.append(step)
      current = parent(here)
    }
    return "/" + steps.reversed().joined(separator: "/")
  }
}

extension Document {
  /// Child elements in document order, read without allocating.
  public struct Children: Sequence, IteratorProtocol {
    let document: Document
    var following: Int32
    let name: Int32?

    public mutating func next() -> Element? {
      while following >= 0 {
        let here = following
        let node = document.nodes[Int(here)]
        following = node.nextSibling
        if name == nil || node.name == name { return Element(index: here) }
      }
      return nil
    }
  }
}
