internal import CLibXML2
import Synchronization

/// What a document may cost. A file beyond a limit is refused, never read in part.
public struct Limits: Sendable {
  /// Nesting of elements. Real notices stay under 25.
  public var depth: Int
  /// Elements in one document. The largest real notice has about 60,000.
  public var elements: Int

  public init(depth: Int = 128, elements: Int = 4_000_000) {
    self.depth = depth
    self.elements = elements
  }
}

/// Why a file is no readable XML document.
public enum ParseError: Error, Equatable, Sendable {
  /// Not well-formed, at a line of the file; the message is the parser's own.
  case malformed(line: Int, message: String)
  /// The document declares or uses entities of its own; they are refused and never expanded or fetched.
  case entities(line: Int)
  case tooDeep(limit: Int)
  case tooLarge(elements: Int)
}

/// Elements that are left out with all that is below them, to save the work of reading them.
public struct Skip: Sendable {
  let attribute: String
  let value: String

  /// Leaves out each element whose attribute `attribute` has the value `value`.
  public init(attribute: String, value: String) {
    self.attribute = attribute
    self.value = value
  }
}

extension Document {
  /// Parses a whole document. Entities are not expanded, nothing is fetched, and no DTD is loaded.
  ///
  /// The bytes may be in any encoding that their declaration or byte order mark names and libxml2 knows.
  public static func parse(
    _ bytes: [UInt8], limits: Limits = Limits(), skipping skip: Skip? = nil
  ) throws(ParseError) -> Document {
    let parser = Parser.take()
    defer { Parser.give(back: parser) }
    return try parser.parse(bytes, limits, skip)
  }
}

/// A libxml2 parser that is used again and again: it keeps the names that it has met, which are the same in all files
/// of a format.
///
/// Only one thread has it at a time: it is taken out of the pool, used, and given back.
private final class Parser: @unchecked Sendable {
  private let context: xmlParserCtxtPtr?
  private var names = NameTable()

  /// Names beyond which a parser is thrown away: hostile files could fill it for good.
  private static let maximumNames = 20_000
  private static let idle = Mutex<[Parser]>([])

  static func take() -> Parser {
    idle.withLock { $0.popLast() } ?? Parser()
  }

  static func give(back parser: Parser) {
    guard parser.names.count < maximumNames else { return }
    idle.withLock { $0.append(parser) }
  }

  private init() {
    prepareLibrary
    context = xmlNewParserCtxt()
    if let context { installHandlers(in: context.pointee.sax) }
  }

  deinit { xmlFreeParserCtxt(context) }

  func parse(_ bytes: [UInt8], _ limits: Limits, _ skip: Skip?) throws(ParseError) -> Document {
    let builder = UnsafeMutablePointer<Builder>.allocate(capacity: 1)
    builder.initialize(to: Builder(names: names, limits: limits, skip: skip, bytes: bytes.count))
    // The builder alone holds the table while it grows, so that it grows in place.
    names = NameTable()
    defer {
      names = builder.pointee.names
      builder.deinitialize(count: 1)
      builder.deallocate()
    }
    let wellFormed = bytes.withUnsafeBufferPointer { run(builder, over: $0) }
    switch builder.pointee.refused {
    case .entities(let line)?: throw .entities(line: line)
    case .depth?: throw .tooDeep(limit: limits.depth)
    case .elements?: throw .tooLarge(elements: limits.elements)
    case nil: break
    }
    guard wellFormed, builder.pointee.nodes.count > 0 else {
      let message = builder.pointee.message ?? "the document is empty"
      throw .malformed(line: builder.pointee.messageLine, message: message)
    }
    return builder.pointee.document()
  }

  private func run(_ builder: UnsafeMutablePointer<Builder>, over bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let context, let base = bytes.baseAddress, bytes.count > 0, bytes.count < Int(Int32.max) else {
      return false
    }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_COMPACT.rawValue
    context.pointee.userData = UnsafeMutableRawPointer(builder)
    builder.pointee.context = context
    defer { context.pointee.userData = nil }
    let tree = base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      xmlCtxtReadMemory(context, $0, Int32(bytes.count), nil, nil, Int32(options))
    }
    // The handlers build no tree; should libxml2 ever make one all the same, it is not kept.
    if let tree { xmlFreeDoc(tree) }
    let wellFormed = context.pointee.wellFormed == 1
    if !wellFormed, let error = xmlCtxtGetLastError(context) {
      builder.pointee.message = error.pointee.message.map {
        String(cString: $0).split(whereSeparator: \.isNewline).joined(separator: " ")
      }
      builder.pointee.messageLine = Int(error.pointee.line)
    }
    return wellFormed
  }
}

/// Element and attribute names by number, and by the pointer that libxml2 hands out for each.
struct NameTable {
  private(set) var names: [String] = []
  private(set) var ids: [String: Int32] = [:]
  private var known = [(pointer: UInt, id: Int32)](repeating: (0, -1), count: 2048)

  var count: Int { names.count }

  mutating func intern(_ name: String) -> Int32 {
    if let id = ids[name] { return id }
    let id = Int32(names.count)
    names.append(name)
    ids[name] = id
    return id
  }

  @inline(__always)
  mutating func id(_ pointer: UnsafePointer<xmlChar>) -> Int32 {
    let key = UInt(bitPattern: pointer)
    let slot = Int((key >> 3) ^ (key >> 12)) & 2047
    if known[slot].pointer == key { return known[slot].id }
    let id = intern(String(cString: pointer))
    known[slot] = (key, id)
    return id
  }
}

/// libxml2 must be initialised once before parsers run on several threads.
let prepareLibrary: Void = xmlInitParser()

/// Sets the callbacks, all of which find the builder behind the user data; what has none is ignored.
private func installHandlers(in handler: UnsafeMutablePointer<xmlSAXHandler>) {
  var sax = xmlSAXHandler()
  sax.initialized = UInt32(XML_SAX2_MAGIC)
  sax.startElementNs = { context, name, _, _, _, _, count, defaulted, values in
    guard let context, let name else { return }
    // Attributes that only a DTD gives stand last; they would multiply the size of a hostile file.
    builder(context).pointee.start(name, attributes: values, count: Int(count - defaulted))
  }
  sax.endElementNs = { context, _, _, _ in
    guard let context else { return }
    builder(context).pointee.end()
  }
  sax.characters = { context, text, length in
    guard let context, let text else { return }
    builder(context).pointee.characters(text, Int(length))
  }
  sax.ignorableWhitespace = sax.characters
  sax.cdataBlock = sax.characters
  sax.entityDecl = { context, _, _, _, _, _ in
    guard let context else { return }
    builder(context).pointee.refuseEntities()
  }
  sax.unparsedEntityDecl = { context, _, _, _, _ in
    guard let context else { return }
    builder(context).pointee.refuseEntities()
  }
  sax.reference = { context, _ in
    guard let context else { return }
    builder(context).pointee.refuseEntities()
  }
  handler.pointee = sax
}

@inline(__always)
func builder(_ context: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Builder> {
  context.assumingMemoryBound(to: Builder.self)
}

/// Collects the arrays of a document while libxml2 reads it.
struct Builder {
  enum Refusal {
    case entities(line: Int)
    case depth
    case elements
  }

  let limits: Limits
  let skip: Skip?
  var context: xmlParserCtxtPtr?
  var refused: Refusal?
  var message: String?
  var messageLine = 0

  var nodes: [Document.Node] = []
  /// Elements that were left out: parent, name, and the index of the element that follows.
  var omitted: [Document.Omitted] = []
  private var attributes: [Document.Attribute] = []
  private var attributeText: [UInt8] = []
  private var text: [UInt8] = []
  var names: NameTable
  /// The names that this document has, by number.
  private var present: [Bool]

  /// Open elements and the last child of each.
  private var open: [(node: Int32, lastChild: Int32)] = []
  /// Depth of the elements that are being left out, 0 when none is.
  private var skipped = 0
  private var skipID: Int32 = -1

  init(names: NameTable, limits: Limits, skip: Skip?, bytes: Int) {
    self.names = names
    present = [Bool](repeating: false, count: names.count + 64)
    self.limits = limits
    self.skip = skip
    nodes.reserveCapacity(bytes / 60 + 16)
    attributes.reserveCapacity(bytes / 120 + 16)
    attributeText.reserveCapacity(bytes / 12 + 64)
    text.reserveCapacity(bytes / 3 + 64)
    if let skip { skipID = self.names.intern(skip.attribute) }
  }

  @inline(__always)
  private mutating func id(_ pointer: UnsafePointer<xmlChar>) -> Int32 {
    let id = names.id(pointer)
    let index = Int(id)
    if index >= present.count {
      present.append(contentsOf: repeatElement(false, count: index + 64 - present.count))
    }
    present[index] = true
    return id
  }

  private var line: Int { Int(context?.pointee.input?.pointee.line ?? 0) }

  private mutating func refuse(_ why: Refusal) {
    if refused == nil { refused = why }
    xmlStopParser(context)
  }

  mutating func refuseEntities() { refuse(.entities(line: line)) }

  mutating func start(
    _ pointer: UnsafePointer<xmlChar>, attributes values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    count: Int
  ) {
    if skipped > 0 {
      skipped += 1
      return
    }
    guard open.count < limits.depth else { return refuse(.depth) }
    guard nodes.count < limits.elements else { return refuse(.elements) }
    let firstAttribute = attributes.count
    if let values {
      for index in 0..<count {
        guard let name = values[index * 5], let start = values[index * 5 + 3], let end = values[index * 5 + 4]
        else { continue }
        let from = UInt32(attributeText.count)
        appendValue(UnsafeBufferPointer(start: start, count: end - start))
        let attribute = Document.Attribute(name: id(name), start: from, end: UInt32(attributeText.count))
        attributes.append(attribute)
        if attribute.name == skipID, let skip,
          attributeText[Int(from)...].elementsEqual(skip.value.utf8)
        {
          skipped = 1
          attributes.removeSubrange(firstAttribute...)
          if let parent = open.last { omitted.append((parent.node, names.id(pointer), Int32(nodes.count))) }
          return
        }
      }
    }
    open(id(pointer), firstAttribute: firstAttribute)
  }

  /// Opens an element whose attributes have been added.
  private mutating func open(_ name: Int32, firstAttribute: Int) {
    let index = Int32(nodes.count)
    let depth = open.count
    if depth > 0 {
      let last = open[depth - 1].lastChild
      if last >= 0 {
        nodes[Int(last)].nextSibling = index
      } else {
        nodes[Int(open[depth - 1].node)].firstChild = index
      }
      open[depth - 1].lastChild = index
    }
    let position = UInt32(text.count)
    nodes.append(
      Document.Node(
        name: name, parent: depth > 0 ? open[depth - 1].node : -1, textStart: position,
        textEnd: position, attributes: Int32(firstAttribute),
        attributeCount: Int32(attributes.count - firstAttribute), line: Int32(truncatingIfNeeded: line)))
    open.append((index, -1))
  }

  /// libxml2 hands out `&` in an attribute as `&#38;` where entities are not replaced.
  private mutating func appendValue(_ value: UnsafeBufferPointer<UInt8>) {
    var rest = value[...]
    while let mark = rest.firstIndex(of: 0x26) {
      attributeText.append(contentsOf: rest[...mark])
      rest = rest[mark...].dropFirst(rest[mark...].starts(with: "&#38;".utf8) ? 5 : 1)
    }
    attributeText.append(contentsOf: rest)
  }

  /// Opens an element of HTML, whose attributes come as names and values in turn.
  mutating func start(html pointer: UnsafePointer<xmlChar>, attributes values: HTMLAttributes?) {
    guard open.count < limits.depth else { return refuse(.depth) }
    guard nodes.count < limits.elements else { return refuse(.elements) }
    let firstAttribute = attributes.count
    var index = 0
    while let values, let name = values[index] {
      let from = UInt32(attributeText.count)
      if let value = values[index + 1] {
        attributeText.append(contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
      }
      attributes.append(Document.Attribute(name: id(name), start: from, end: UInt32(attributeText.count)))
      index += 2
    }
    open(id(pointer), firstAttribute: firstAttribute)
  }

  mutating func end() {
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard let last = open.popLast() else { return }
    nodes[Int(last.node)].textEnd = UInt32(text.count)
  }

  mutating func closeAll() {
    while !open.isEmpty { end() }
  }

  @inline(__always)
  mutating func characters(_ pointer: UnsafePointer<xmlChar>, _ length: Int) {
    guard skipped == 0, length > 0 else { return }
    text.append(contentsOf: UnsafeBufferPointer(start: pointer, count: length))
  }

  func document() -> Document {
    Document(
      nodes: nodes, attributes: attributes, attributeText: attributeText, names: names.names,
      nameIDs: names.ids, present: present, text: text,
      omitted: omitted)
  }
}
