public import Tenders
import XML

/// Turns files into tenders: the one way from bytes to the model.
public struct TenderReader: Sendable {
  public var limits: IntakeLimits
  /// Texts of documents that were read before; nil reads all anew.
  public var cache: TextCache?
  /// Recognises the text of scanned PDFs; nil leaves them unread.
  public var recognition: TextRecognition?

  /// A reader that refuses what is beyond `limits`.
  public init(
    limits: IntakeLimits = IntakeLimits(), cache: TextCache? = nil, recognition: TextRecognition? = nil
  ) {
    self.limits = limits
    self.cache = cache
    self.recognition = recognition
  }

  // MARK: One notice

  /// Reads a file as a notice. A file that is none, or is damaged, gives the reason.
  public func notice(_ file: RawFile) -> Result<TenderFile, Unread> {
    let sha256 = FileBytes.sha256(file.bytes)
    var source = Source(path: file.path, member: file.member, sha256: sha256, bytes: file.bytes.count)
    switch FileKind.of(file.bytes, name: file.name) {
    case .xml: break
    case .empty: return .failure(.init(source: source, reason: .notANotice, message: "The file is empty."))
    case .json:
      return .failure(
        .init(source: source, reason: .unsupported, message: "JSON is not read as a notice; give the XML."))
    case .archive:
      return .failure(
        .init(source: source, reason: .unsupported, message: "An archive too deep in other archives."))
    case .document(let kind):
      return .failure(
        .init(
          source: source, reason: .notANotice,
          message: "A document (\(kind.rawValue)), not a notice; give its folder to judge it as a tender."))
    case .binary:
      return .failure(
        .init(source: source, reason: .notANotice, message: "Not a notice: the content is not XML."))
    }
    guard file.bytes.count <= limits.notice else {
      let limit = limits.notice >> 20
      return .failure(
        .init(source: source, reason: .tooLarge, message: "Larger than \(limit) MB, the limit of a notice."))
    }
    do throws(ParseError) {
      guard let (notice, xml) = try parse(file.bytes) else {
        return .failure(
          .init(source: source, reason: .notANotice, message: "XML, but not of a notice format that is read.")
        )
      }
      source.format = notice.format
      var tender = notice.tender
      // A notice without lots is about the whole of what is bought.
      if tender.lots.isEmpty { tender.lots = [Lot(id: "1", title: tender.title)] }
      let text = SourceText(
        name: file.name, role: .notice, text: xml.text, passages: notice.passages,
        locate: { element in
          let element = Document.Element(index: element)
          return XMLPlace(xpath: xml.xpath(element), line: xml.line(element), range: xml.textRange(element))
        })
      return .success(TenderFile(source: source, tender: tender, texts: [text]))
    } catch {
      return .failure(unread(source, error))
    }
  }

  /// Parses a notice without the translations that a TED file may carry; a file of translations alone is read whole.
  private func parse(_ bytes: [UInt8]) throws(ParseError) -> (Notice, Document)? {
    let skip = Skip(attribute: "CATEGORY", value: "TRANSLATION")
    var xml = try Document.parse(bytes, skipping: skip)
    guard let reader = noticeReaders.first(where: { $0.roots.contains(xml.name(xml.root)) }) else {
      return nil
    }
    if let forms = xml.child(xml.root, "FORM_SECTION"),
      !xml.children(forms).contains(where: { xml.attribute($0, "LG") != nil })
    {
      xml = try Document.parse(bytes)
    }
    return (reader.read(xml), xml)
  }

  private func unread(_ source: Source, _ error: ParseError) -> Unread {
    switch error {
    case .malformed(let line, let message):
      Unread(source: source, reason: .malformed, message: "Not well-formed XML, line \(line): \(message)")
    case .entities(let line):
      Unread(
        source: source, reason: .malformed,
        message: "Line \(line): the file declares or uses entities of its own, which are refused.")
    case .tooDeep(let limit):
      Unread(source: source, reason: .tooDeep, message: "Elements are nested more than \(limit) deep.")
    case .tooLarge(let elements):
      Unread(source: source, reason: .tooLarge, message: "More than \(elements) elements.")
    }
  }

  // MARK: A package

  /// Reads the notices of a package and tells whether they are of one procedure.
  func isOneTender(_ package: Package) -> Bool {
    var procedures: Set<String> = []
    for file in package.files where FileKind.of(file.bytes, name: file.name) == .xml {
      guard case .success(let read) = notice(file) else { continue }
      procedures.insert(Self.procedure(of: read.tender))
    }
    return procedures.count <= 1
  }

  /// The procedure's identifier; TED notices have none and are known by buyer and title.
  private static func procedure(of tender: Tender) -> String {
    if let id = tender.procedureId { return id }
    return [tender.buyers.first?.name, tender.title].map { ($0 ?? "").lowercased() }.joined(separator: "\n")
  }

  /// Reads a package as one tender, led by its newest notice, or by none.
  public func tender(_ package: Package) async -> Result<TenderFile, Unread> {
    var notices: [TenderFile] = []
    var broken: [Unread] = []
    var coverage = Coverage()
    var texts: [SourceText] = []
    let files = package.files.sorted { Self.path($0) < Self.path($1) }
    let documents = await documents(files, in: package)
    for (position, file) in files.enumerated() {
      let kind = FileKind.of(file.bytes, name: file.name)
      switch kind {
      case .xml:
        switch notice(file) {
        case .success(let read): notices.append(read)
        case .failure(let unread) where unread.reason == .notANotice:
          coverage.documents.append(
            .init(
              name: documentName(file, in: package), kind: .xml, role: .other, state: .unsupported,
              hint: unread.message))
        case .failure(let unread): broken.append(unread)
        }
      case .document:
        guard let (entry, text) = documents[position] else { continue }
        coverage.documents.append(entry)
        if let text { texts.append(text) }
      case .empty:
        coverage.documents.append(
          .init(
            name: documentName(file, in: package), kind: .unknown, role: .other, state: .noText,
            hint: "The file is empty."))
      case .archive, .binary, .json:
        coverage.documents.append(
          .init(
            name: documentName(file, in: package), kind: kind == .archive ? .archive : .unknown, role: .other,
            state: .unsupported, hint: "This kind of file is not read."))
      }
    }
    coverage.documents += package.unread.map { unread in
      Coverage.Document(
        name: documentName(unread.source, in: package), kind: .unknown, role: .other,
        state: Self.state(of: unread.reason), hint: unread.message)
    }
    if notices.isEmpty, let unread = broken.first, coverage.documents.isEmpty { return .failure(unread) }
    coverage.documents += broken.map { unread in
      Coverage.Document(
        name: documentName(unread.source, in: package), kind: .xml, role: .notice,
        state: Self.state(of: unread.reason), hint: unread.message)
    }
    guard var lead = notices.max(by: { Self.age($0.tender) < Self.age($1.tender) }) else {
      return documentsAlone(package, coverage: coverage, texts: texts)
    }
    lead.coverage = coverage
    lead.texts += texts
    return .success(lead)
  }

  private func documentsAlone(
    _ package: Package, coverage: Coverage, texts: [SourceText]
  ) -> Result<TenderFile, Unread> {
    let all = package.files.sorted { Self.path($0) < Self.path($1) }.flatMap(\.bytes)
    let source = Source(
      path: package.path, member: package.member, format: "documents", sha256: FileBytes.sha256(all),
      bytes: all.count)
    guard !coverage.documents.isEmpty else {
      return .failure(
        Unread(source: source, reason: .notANotice, message: "Neither a notice nor a document in it."))
    }
    var tender = Tender(noticeKind: .documents)
    tender.lots = [Lot(id: "1")]
    return .success(TenderFile(source: source, tender: tender, coverage: coverage, texts: texts))
  }

  /// Reads the documents among these files side by side; by their positions.
  private func documents(
    _ files: [RawFile], in package: Package
  ) async -> [Int: (entry: Coverage.Document, text: SourceText?)] {
    await withTaskGroup(of: (Int, entry: Coverage.Document, text: SourceText?).self) { group in
      for (position, file) in files.enumerated() {
        guard case .document(let kind) = FileKind.of(file.bytes, name: file.name) else { continue }
        group.addTask {
          let (entry, text) = await document(file, kind, in: package)
          return (position, entry, text)
        }
      }
      var out: [Int: (entry: Coverage.Document, text: SourceText?)] = [:]
      for await (position, entry, text) in group { out[position] = (entry, text) }
      return out
    }
  }

  /// Reads a document of a package; without a text when it cannot be read.
  private func document(
    _ file: RawFile, _ kind: DocumentKind, in package: Package
  ) async -> (entry: Coverage.Document, text: SourceText?) {
    let name = documentName(file, in: package)
    var entry = Coverage.Document(name: name, kind: kind, role: .other, state: .read)
    do throws(ExtractionError) {
      let read = try await extract(file, kind)
      entry.pages = read.pages
      entry.hint = read.hint
      entry.characters = read.text.count { $0 & 0xC0 != 0x80 }
      entry.isRecognised = read.isRecognised
      var text = SourceText(name: name, role: .other, text: read.text, passages: read.passages)
      text.isRecognised = read.isRecognised
      return (entry, text)
    } catch {
      entry.state = error.state
      entry.hint = error.hint
      entry.pages = error.pages
      return (entry, nil)
    }
  }

  /// The text of a document; where it is asked for, that of a scanned PDF is recognised.
  private func extract(
    _ file: RawFile, _ kind: DocumentKind
  ) async throws(ExtractionError) -> ExtractedDocument {
    do throws(ExtractionError) {
      return try await written(file, kind)
    } catch {
      guard let recognition, kind == .pdf, error.state == .noText, let pages = error.pages else {
        throw error
      }
      return try await recognised(file, pages: pages, recognition)
    }
  }

  private func recognised(
    _ file: RawFile, pages: Int, _ recognition: TextRecognition
  ) async throws(ExtractionError) -> ExtractedDocument {
    guard let cache else { return try await recognition.extract(file.bytes, pages: pages) }
    // Under a name of its own: without recognition the same file still has no text.
    let key = TextCache.Key(sha256: FileBytes.sha256(file.bytes), extractor: recognition.name)
    if let known = cache.get(key) {
      var document = try known.get()
      document.isRecognised = true
      return document
    }
    do throws(ExtractionError) {
      let document = try await recognition.extract(file.bytes, pages: pages)
      cache.put(key, .success(document))
      return document
    } catch {
      cache.put(key, .failure(error))
      throw error
    }
  }

  private func written(
    _ file: RawFile, _ kind: DocumentKind
  ) async throws(ExtractionError) -> ExtractedDocument {
    guard let extractor = documentExtractors.first(where: { $0.kinds.contains(kind) }) else {
      throw ExtractionError(
        .unsupported, "This kind of document is not read yet; save it as plain text to have it judged.")
    }
    guard let cache, let version = extractor.version else {
      return try await extractor.extract(file.bytes, limits: limits)
    }
    let key = TextCache.Key(sha256: FileBytes.sha256(file.bytes), extractor: "\(extractor) \(version)")
    if let known = cache.get(key) { return try known.get() }
    do throws(ExtractionError) {
      let document = try await extractor.extract(file.bytes, limits: limits)
      cache.put(key, .success(document))
      return document
    } catch {
      cache.put(key, .failure(error))
      throw error
    }
  }

  /// The text of one document file, as offsets count in it: for `toetssteen text`.
  public func text(of file: RawFile) async -> Result<[UInt8], Unread> {
    switch FileKind.of(file.bytes, name: file.name) {
    case .document(let kind):
      do throws(ExtractionError) {
        return .success(try await extract(file, kind).text)
      } catch {
        return .failure(Unread(source: file.source, reason: .unsupported, message: error.hint))
      }
    case .xml:
      do throws(ParseError) {
        return .success(try Document.parse(file.bytes).text)
      } catch {
        return .failure(unread(file.source, error))
      }
    case .empty, .json, .archive, .binary:
      return .failure(
        Unread(
          source: file.source, reason: .unsupported,
          message: "No text can be read from this kind of file; save it as plain text."))
    }
  }

  // MARK: Small things

  /// Orders notices in time: publication, else dispatch, then version.
  private static func age(_ tender: Tender) -> String {
    "\(tender.published ?? tender.dispatched ?? "") \(tender.version ?? "")"
  }

  private static func path(_ file: RawFile) -> String { "\(file.path)!\(file.member ?? "")" }

  private func documentName(_ file: RawFile, in package: Package) -> String {
    documentName(file.source, in: package)
  }

  /// A document's name below its package.
  private func documentName(_ source: Source, in package: Package) -> String {
    var name = source.path
    if name == package.path {
      name = source.member ?? name
      if let folder = package.member, name.hasPrefix(folder + "/") { name.removeFirst(folder.count + 1) }
      return name
    }
    if name.hasPrefix(package.path + "/") { name.removeFirst(package.path.count + 1) }
    return source.member.map { "\(name)!\($0)" } ?? name
  }

  private static func state(of reason: Unread.Reason) -> Coverage.State {
    switch reason {
    case .encrypted: .encrypted
    case .tooLarge, .tooDeep: .tooLarge
    case .unsupported, .notANotice: .unsupported
    case .malformed, .unreadable: .broken
    }
  }
}
extension Unread: Error {}

extension TenderReader {
  /// Reads one unit of a batch.
  public func read(_ input: Input) async -> Result<TenderFile, Unread> {
    switch input {
    case .file(let file): notice(file)
    case .package(let package): await tender(package)
    case .unread(let unread): .failure(unread)
    }
  }
}
