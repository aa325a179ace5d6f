internal import Crypto
public import Tenders

/// A tender's texts with its true verdict: what verdicts are measured by.
public struct LabelledCase: Sendable {
  /// The whole set is cut in two: rules are written beside one half and measured on the other.
  public enum Half: String, Sendable, CaseIterable {
    case build, test
  }

  public struct Document: Sendable {
    /// As a buyer would name the file.
    public var name: String
    public var text: String
  }

  /// The verdict that a reader of the texts gives, by the definitions of the ladder.
  public struct Truth: Sendable {
    /// A level's code.
    public var level: String
    public var elements: Set<Element>
    public var stages: Set<Stage>
    public var flags: Set<String>
    /// Percent of price plus cost; nil when the texts do not give it.
    public var priceWeight: Double?
    /// The decisive sentences, the documents' own but for white space.
    public var quotes: [String]
    /// Why this level and not its neighbour.
    public var note: String?
  }

  public var id: String
  /// The file that it was read from.
  public var file: String
  /// Of most of its texts, ISO 639-1.
  public var language: String
  /// ISO 3166-1 code of the buyer's country.
  public var country: String?
  public var title: String?
  public var documents: [Document]
  public var truth: Truth

  /// By the SHA-256 of the id, so that a case never changes sides: an even first byte is `build`.
  public var half: Half {
    let first = Array(SHA256.hash(data: Array(id.utf8))).first ?? 0
    return first.isMultiple(of: 2) ? .build : .test
  }
}

extension LabelledCase {
  /// Reads one YAML file.
  ///
  /// - Parameter ladder: gives the levels and flags that a truth may name.
  init(path: String, text: String, ladder: Ladder) throws(RuleError) {
    let file = try RuleFile(path: path, text: text)
    let keys = try file.keys(file.root, ["id", "language", "country", "title", "documents", "truth"])
    var documents: [Document] = []
    let list = try file.required(keys, "documents", in: file.root)
    for item in try file.list(list) {
      let document = try file.keys(item, ["name", "text"])
      documents.append(
        Document(
          name: try file.string(try file.required(document, "name", in: item)),
          text: try file.string(try file.required(document, "text", in: item))))
    }
    guard !documents.isEmpty else {
      throw file.error(at: list, "no document; give at least one with 'name' and 'text'")
    }
    self.init(
      id: try file.string(try file.required(keys, "id", in: file.root)), file: path,
      language: try file.string(try file.required(keys, "language", in: file.root)),
      country: try Self.optional(keys["country"], in: file),
      title: try Self.optional(keys["title"], in: file), documents: documents,
      truth: try Truth(try file.required(keys, "truth", in: file.root), in: file, ladder: ladder))
  }

  /// A text, or nil for what YAML writes for nothing.
  fileprivate static func optional(_ value: YAMLValue?, in file: RuleFile) throws(RuleError) -> String? {
    guard let value else { return nil }
    let text = try file.string(value)
    return ["", "~", "null"].contains(text) ? nil : text
  }
}

extension LabelledCase.Truth {
  init(_ value: YAMLValue, in file: RuleFile, ladder: Ladder) throws(RuleError) {
    let keys = try file.keys(
      value, ["level", "elements", "stages", "flags", "price_weight", "quotes", "note"])
    let level = try file.required(keys, "level", in: value)
    guard ladder.level(level.text) != nil else {
      throw file.error(
        at: level, "unknown level '\(level.text)'\(nearest(level.text, ladder.all.map(\.code)))")
    }
    let flags = try file.required(keys, "flags", in: value)
    for flag in try file.list(flags) where !ladder.flags.contains(flag.text) {
      throw file.error(at: flag, "unknown flag '\(flag.text)'\(nearest(flag.text, ladder.flags))")
    }
    let weight = try file.required(keys, "price_weight", in: value)
    self.init(
      level: level.text,
      elements: Set(try file.choices(try file.required(keys, "elements", in: value), Element.self)),
      stages: Set(try file.choices(try file.required(keys, "stages", in: value), Stage.self)),
      flags: Set(try file.strings(flags)),
      priceWeight: try LabelledCase.optional(weight, in: file).map { _ throws(RuleError) in
        try file.number(weight)
      },
      quotes: try file.strings(keys["quotes"]), note: try LabelledCase.optional(keys["note"], in: file))
  }
}
