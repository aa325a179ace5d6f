public import Tenders

/// A model clause that asks for what is missing, or mends what weakens a demand.
public struct Remedy: Sendable {
  public var id: String
  public var title: Wording
  /// Levels, flags and notes that the clause mends; elements name their clauses in the rules.
  public var mends: [String]
  /// Where `clause` belongs.
  public var stage: Stage
  public var clause: Wording
  /// The same duty for other places and products.
  public var variants: [Variant]
  public var place: Wording
  public var basis: Wording
  /// When text and basis were last checked, `YYYY-MM-DD`.
  public var dated: String

  /// The clause for a place in the documents, and for a product category where it names one.
  public struct Variant: Sendable {
    public var stage: Stage
    /// The id of a product category.
    public var category: String?
    public var clause: Wording
  }

  /// The places that the clause has a text for; its own place first.
  public var stages: [Stage] {
    [stage] + Stage.allCases.filter { other in other != stage && variants.contains { $0.stage == other } }
  }

  /// The text for a place: the one for a product that is bought goes before the general one.
  ///
  /// - Parameter categories: ids of product categories.
  public func clause(at stage: Stage, for categories: [String]) -> Variant? {
    let here = variants.filter { $0.stage == stage }
    if let fitted = here.first(where: { $0.category.map(categories.contains) ?? false }) { return fitted }
    if stage == self.stage { return Variant(stage: stage, category: nil, clause: clause) }
    return here.first { $0.category == nil }
  }
}

extension Remedy {
  /// Reads a file of `remedies/`.
  ///
  /// - Parameters:
  ///   - mendable: codes that a clause may mend.
  ///   - categories: ids of the product categories.
  init(_ file: RuleFile, mendable: [String], categories: [String]) throws(RuleError) {
    let keys = try file.keys(
      file.root,
      ["id", "title", "mends", "stage", "clause", "variants", "where", "basis", "dated", "note"])
    id = try file.string(try file.required(keys, "id", in: file.root))
    title = try file.wording(try file.required(keys, "title", in: file.root))
    mends = []
    if let codes = keys["mends"] {
      for code in try file.list(codes) { mends.append(try file.known(code, mendable, "level, flag or note")) }
    }
    stage = try file.choice(try file.required(keys, "stage", in: file.root), Stage.self)
    clause = try file.wording(try file.required(keys, "clause", in: file.root))
    variants = []
    if let list = keys["variants"] {
      for item in try file.list(list) { variants.append(try Variant(item, in: file, categories)) }
    }
    place = try file.wording(try file.required(keys, "where", in: file.root))
    basis = try file.wording(try file.required(keys, "basis", in: file.root))
    dated = try file.string(try file.required(keys, "dated", in: file.root))
  }
}

extension Remedy.Variant {
  fileprivate init(_ value: YAMLValue, in file: RuleFile, _ categories: [String]) throws(RuleError) {
    let keys = try file.keys(value, ["stage", "category", "clause"])
    stage = try file.choice(try file.required(keys, "stage", in: value), Stage.self)
    category = try keys["category"].map { category throws(RuleError) in
      try file.known(category, categories, "product category")
    }
    clause = try file.wording(try file.required(keys, "clause", in: value))
  }
}

extension RuleFile {
  /// A text that must be one of `known`.
  fileprivate func known(_ value: YAMLValue, _ known: [String], _ kind: String) throws(RuleError) -> String {
    let text = try string(value)
    guard known.contains(text) else {
      throw error(at: value, "'\(text)' is no \(kind)\(nearest(text, known))")
    }
    return text
  }
}
