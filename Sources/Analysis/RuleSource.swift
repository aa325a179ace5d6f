internal import Crypto

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where the rules come from: the ones that the program carries, or a folder that replaces them.
public enum RuleSource: Sendable {
  case packed
  /// A folder with the layout of `Rules/`.
  case folder(String)

  /// Path below the rules folder and text of each YAML file, in path order.
  public func files() throws(RuleError) -> [(path: String, text: String)] {
    switch self {
    case .packed: return PackedRules.files.map { ("\($0.path)", "\($0.text)") }
    case .folder(let path): return try Self.read(folder: path)
    }
  }

  private static func read(folder: String) throws(RuleError) -> [(path: String, text: String)] {
    let manager = FileManager.default
    func failure(_ file: String, _ message: String) -> RuleError {
      RuleError(file: file, line: 1, column: 1, message: message, source: "")
    }
    let top: [String]
    do { top = try manager.contentsOfDirectory(atPath: folder) } catch {
      throw failure(folder, "the rules folder cannot be read; give a folder like the project's Rules")
    }
    var paths: [String] = []
    for name in top {
      if name.hasSuffix(".yaml") { paths.append(name) }
      for inner in (try? manager.contentsOfDirectory(atPath: "\(folder)/\(name)")) ?? []
      where inner.hasSuffix(".yaml") {
        paths.append("\(name)/\(inner)")
      }
    }
    var files: [(path: String, text: String)] = []
    for path in paths.sorted() {
      guard let data = manager.contents(atPath: "\(folder)/\(path)") else {
        throw failure(path, "the file cannot be read")
      }
      guard let text = String(validating: data, as: UTF8.self) else {
        throw failure(path, "the file is not UTF-8")
      }
      files.append((path, text))
    }
    return files
  }

  /// Lower-case hexadecimal SHA-256 over paths and texts.
  static func identity(of files: [(path: String, text: String)]) -> String {
    var hash = SHA256()
    for file in files {
      hash.update(data: Array(file.path.utf8) + [0])
      hash.update(data: Array(file.text.utf8) + [0])
    }
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

extension RuleSet {
  /// Reads and checks all rules of a source.
  public init(from source: RuleSource) throws(RuleError) {
    let files = try source.files()
    var loader = RuleLoader(files: files)
    if case .packed = source {
      // The trees stand in the same order as the files.
      loader.trees = PackedRules.files.map { PackedTree.read($0.tree) }
      loader.checksTerms = false
    }
    self = try loader.load(identity: RuleSource.identity(of: files))
  }
}

extension RuleSet {
  /// `; did you mean 'x'?` for the rule whose id is nearest, empty when none is near.
  public func nearestRule(to id: String) -> String { nearest(id, criteria.map(\.id)) }

  /// The text of a new rule, ready to fill in; it loads as it is, save that its concept has to be named.
  public static func scaffold(_ id: String) -> String {
    """
    id: \(id)
    gives: [E3]            # E1–E10, a signal of verdicts.yaml, a flag or a note
    title: {nl: …, fr: …, de: …, en: …}
    explanation:
      nl: …
      fr: …
      de: …
      en: …
    basis: …               # the law article, the OECD step or the policy, with its source
    find:
      - statement: [CONCEPT]  # ids of concepts/: all of them in one statement
        context: []           # in what leads to it: headings, lead-in, sentences before
    examples:              # `↓` marks where the quote must start
      - {language: nl, text: "↓…"}
    counterexamples:
      - {language: nl, text: "…", why: …}

    """
  }
}
