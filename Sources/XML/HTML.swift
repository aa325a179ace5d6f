internal import CLibXML2

/// Names and values of attributes in turn, closed by nil.
typealias HTMLAttributes = UnsafeMutablePointer<UnsafePointer<xmlChar>?>

extension Document {
  /// Parses HTML as browsers do, forgiving what is wrong in it: elements have lower-case names, entities of HTML are
  /// characters, and the root is `html`.
  ///
  /// - Parameter encoding: the encoding of the bytes; nil lets the document say it.
  public static func parseHTML(
    _ bytes: [UInt8], encoding: String?, limits: Limits = Limits()
  ) throws(ParseError) -> Document {
    prepareLibrary
    guard let context = htmlNewParserCtxt() else { throw .malformed(line: 0, message: "out of memory") }
    defer { htmlFreeParserCtxt(context) }
    installHandlers(in: context.pointee.sax)
    let builder = UnsafeMutablePointer<Builder>.allocate(capacity: 1)
    builder.initialize(to: Builder(names: NameTable(), limits: limits, skip: nil, bytes: bytes.count))
    defer {
      builder.deinitialize(count: 1)
      builder.deallocate()
    }
    builder.pointee.context = context
    context.pointee.userData = UnsafeMutableRawPointer(builder)
    read(bytes, encoding, context)
    // What stops in the middle leaves elements open.
    builder.pointee.closeAll()
    switch builder.pointee.refused {
    case .entities(let line)?: throw .entities(line: line)
    case .depth?: throw .tooDeep(limit: limits.depth)
    case .elements?: throw .tooLarge(elements: limits.elements)
    case nil: break
    }
    guard builder.pointee.nodes.count > 0 else { throw .malformed(line: 0, message: "the document is empty") }
    return builder.pointee.document()
  }

  private static func read(_ bytes: [UInt8], _ encoding: String?, _ context: htmlParserCtxtPtr) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty, buffer.count < Int(Int32.max) else { return }
      base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        // The handlers build no tree; should libxml2 ever make one all the same, it is not kept.
        let tree = htmlCtxtReadMemory(context, $0, Int32(buffer.count), nil, encoding, Int32(options))
        if let tree { xmlFreeDoc(tree) }
      }
    }
  }

  /// Sets the callbacks of HTML, which knows no namespaces; all find the builder behind the user data.
  private static func installHandlers(in handler: UnsafeMutablePointer<xmlSAXHandler>) {
    var sax = xmlSAXHandler()
    sax.initialized = 1
    sax.startElement = { context, name, values in
      guard let context, let name else { return }
      builder(context).pointee.start(html: name, attributes: values)
    }
    sax.endElement = { context, _ in
      guard let context else { return }
      builder(context).pointee.end()
    }
    sax.characters = { context, text, length in
      guard let context, let text else { return }
      builder(context).pointee.characters(text, Int(length))
    }
    sax.ignorableWhitespace = sax.characters
    sax.cdataBlock = sax.characters
    handler.pointee = sax
  }
}
