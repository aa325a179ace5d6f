import Tenders
import XML

/// The XML parts of an office file, which is a zip archive.
struct OfficePackage {
  private var parts: [String: [UInt8]] = [:]
  private let limits: Limits

  /// Parts of one package; real ones have some hundreds.
  private static let maximumParts = 20_000

  /// Reads the parts that can hold text; pictures and other embedded files are left where they are.
  ///
  /// - Parameter elements: the most elements that one part may have.
  init(_ bytes: [UInt8], limits: IntakeLimits, elements: Int = 2_000_000) throws(ExtractionError) {
    // Tables in tables and shapes in groups nest deeper than notices do.
    self.limits = Limits(depth: 400, elements: elements)
    do throws(ArchiveError) {
      try read(bytes, limits)
    } catch {
      throw Self.refusal(error)
    }
  }

  private mutating func read(_ bytes: [UInt8], _ limits: IntakeLimits) throws(ArchiveError) {
    let archive = try ArchiveReader(bytes: bytes, limits: limits)
    var left = limits.file
    var count = 0
    while let member = try archive.next() {
      count += 1
      guard count <= Self.maximumParts else { throw .malformed("more than \(Self.maximumParts) parts") }
      guard member.isFile, Self.holdsText(member.name), parts[member.name] == nil else { continue }
      guard !member.isEncrypted else { throw .encrypted }
      let data = try archive.data(limit: left)
      left -= data.count
      parts[member.name] = data
    }
  }

  private static func holdsText(_ name: String) -> Bool {
    (name.hasSuffix(".xml") || name.hasSuffix(".rels"))
      && !["customXml/", "docProps/", "Thumbnails/"].contains(where: name.hasPrefix)
  }

  private static func refusal(_ error: ArchiveError) -> ExtractionError {
    switch error {
    case .malformed(let message):
      ExtractionError(.broken, "The file is damaged (\(message)); open it and save it again.")
    case .encrypted:
      ExtractionError(.encrypted, "The file has a password; save it without one.")
    case .memberTooLarge(let limit):
      ExtractionError(.tooLarge, "It unpacks to more than \(limit >> 20) MB.")
    case .ratio(let limit):
      ExtractionError(.tooLarge, "It unpacks to more than \(limit) times its size.")
    }
  }

  func contains(_ name: String) -> Bool { parts[name] != nil }

  /// A part's bytes, nil when the package has none of that name.
  func bytes(_ name: String) -> [UInt8]? { parts[name] }

  /// A part as a document, nil when the package has none of that name.
  func document(_ name: String) throws(ExtractionError) -> Document? {
    guard let bytes = parts[name] else { return nil }
    do throws(ParseError) {
      return try Document.parse(bytes, limits: limits)
    } catch {
      switch error {
      case .malformed(let line, let message):
        throw ExtractionError(
          .broken, "\(name) is not well-formed, line \(line): \(message); open the file and save it again.")
      case .entities(let line):
        throw ExtractionError(.broken, "\(name), line \(line): it declares entities, which are refused.")
      case .tooDeep(let limit):
        throw ExtractionError(.broken, "\(name): elements are nested more than \(limit) deep.")
      case .tooLarge(let elements):
        throw ExtractionError(.tooLarge, "\(name) has more than \(elements) elements; split the file.")
      }
    }
  }

  // MARK: Relationships of Office Open XML

  struct Relationship {
    var id: String
    /// The last word of its type, such as `styles`; Transitional and Strict files have it alike.
    var type: Substring
    /// The name of the part that it leads to.
    var part: String
  }

  /// What a part refers to; `""` is the package itself.
  func relationships(of part: String) throws(ExtractionError) -> [Relationship] {
    let folder = part.lastIndex(of: "/").map { part[...$0] } ?? ""
    let name = "\(folder)_rels/\(part.dropFirst(folder.count)).rels"
    guard let xml = try document(name) else { return [] }
    return xml.children(xml.root, "Relationship").compactMap { element in
      guard let type = xml.attribute(element, "Type"), let target = xml.attribute(element, "Target"),
        xml.attribute(element, "TargetMode") != "External"
      else { return nil }
      return Relationship(
        id: xml.attribute(element, "Id") ?? "", type: type.split(separator: "/").last ?? "",
        part: Self.resolve(target, from: folder))
    }
  }

  /// The part that holds the document itself.
  func mainPart() throws(ExtractionError) -> String? {
    try relationships(of: "").first { $0.type == "officeDocument" }?.part
  }

  private static func resolve(_ target: String, from folder: some StringProtocol) -> String {
    var steps: [Substring] = []
    let whole = target.hasPrefix("/") ? target : "\(folder)\(target)"
    for step in whole.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
