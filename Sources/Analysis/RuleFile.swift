internal import Yams

/// A fault in a file of rules, or of labelled texts, with its place: what its author reads.
public struct RuleError: Error, Equatable, Sendable, CustomStringConvertible {
  public var file: String
  /// From 1.
  public var line: Int
  /// From 1.
  public var column: Int
  public var message: String
  /// The line at fault.
  public var source: String

  /// `file:line:column: message`, the line, and a caret below the fault; the first alone when there is no line to show.
  public var description: String {
    guard !source.isEmpty else { return "\(file):\(line):\(column): \(message)" }
    let pad = String(source.prefix(max(0, column - 1)).map { $0 == "\t" ? "\t" : " " })
    return "\(file):\(line):\(column): \(message)\n  \(source)\n  \(pad)^"
  }
}

/// A YAML file of `Rules/` with checked keys and types.
struct RuleFile {
  let path: String
  private let text: String
  let root: YAMLValue

  /// A file that was packed into the program with its tree.
  init(path: String, text: String, root: YAMLValue) {
    self.path = path
    self.text = text
    self.root = root
  }

  init(path: String, text: String) throws(RuleError) {
    self.path = path
    self.text = text
    let node: Node?
    do {
      // Every scalar stays text: the keys say what it must be, not its looks.
      node = try Yams.Parser(yaml: text, resolver: .basic).singleRoot()
    } catch {
      throw Self.error(path, text, error)
    }
    guard let node else {
      throw RuleError(file: path, line: 1, column: 1, message: "the file is empty", source: "")
    }
    root = YAMLValue(node)
  }

  private static func error(_ path: String, _ text: String, _ error: any Error) -> RuleError {
    var line = 1
    var column = 1
    var message = "not YAML"
    if let error = error as? YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        (line, column, message) = (mark.line, mark.column, problem)
      case .duplicatedKeysInMapping(let duplicates, _):
        let key = duplicates.first ?? ""
        message = "the key '\(key)' stands twice"
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let places = lines.indices.filter { lines[$0].drop { $0 == " " }.hasPrefix("\(key):") }
        if let second = places.dropFirst().first {
          (line, column) = (second + 1, lines[second].prefix { $0 == " " }.count + 1)
        }
      default: message = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
      }
    }
    return RuleError(
      file: path, line: line, column: column, message: message, source: source(of: text, line))
  }

  private static func source(of text: String, _ line: Int) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return line >= 1 && line <= lines.count ? String(lines[line - 1]) : ""
  }

  func error(at value: YAMLValue, offset: Int = 0, _ message: String) -> RuleError {
    let line = value.line
    return RuleError(
      file: path, line: line, column: value.column + offset, message: message,
      source: Self.source(of: text, line))
  }

  // MARK: Typed access

  /// The keys of a mapping, each of which must be one of `known`.
  func keys(_ value: YAMLValue, _ known: [String]) throws(RuleError) -> [String: YAMLValue] {
    guard let pairs = value.mapping else { throw error(at: value, "expected keys and values here") }
    var found: [String: YAMLValue] = [:]
    for (key, inner) in pairs {
      guard known.contains(key.text) else {
        throw error(at: key, "unknown key '\(key.text)'\(nearest(key.text, known))")
      }
      guard found[key.text] == nil else { throw error(at: key, "the key '\(key.text)' stands twice") }
      found[key.text] = inner
    }
    return found
  }

  func required(
    _ keys: [String: YAMLValue], _ key: String, in value: YAMLValue
  ) throws(RuleError) -> YAMLValue {
    guard let found = keys[key] else { throw error(at: value, "the key '\(key)' is missing") }
    return found
  }

  func string(_ value: YAMLValue) throws(RuleError) -> String {
    guard let scalar = value.scalar else { throw error(at: value, "expected a text here") }
    return scalar
  }

  func number(_ value: YAMLValue) throws(RuleError) -> Double {
    guard let number = value.scalar.flatMap(Double.init) else {
      throw error(at: value, "expected a number here")
    }
    return number
  }

  func integer(_ value: YAMLValue) throws(RuleError) -> Int {
    guard let number = value.scalar.flatMap({ Int($0) }) else {
      throw error(at: value, "expected a whole number here")
    }
    return number
  }

  func bool(_ value: YAMLValue) throws(RuleError) -> Bool {
    switch value.scalar {
    case "true": return true
    case "false": return false
    default: throw error(at: value, "expected true or false here")
    }
  }

  func list(_ value: YAMLValue) throws(RuleError) -> [YAMLValue] {
    guard let items = value.sequence else { throw error(at: value, "expected a list here") }
    return items
  }

  func strings(_ value: YAMLValue?) throws(RuleError) -> [String] {
    guard let value else { return [] }
    var out: [String] = []
    for item in try list(value) { out.append(try string(item)) }
    return out
  }

  /// One of the raw values of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: YAMLValue, _ type: Choice.Type
  ) throws(RuleError) -> Choice where Choice.RawValue == String {
    let text = try string(value)
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue)
      throw error(at: value, "unknown value '\(text)'\(nearest(text, known))")
    }
    return choice
  }

  func choices<Choice: RawRepresentable & CaseIterable>(
    _ value: YAMLValue, _ type: Choice.Type
  ) throws(RuleError) -> [Choice] where Choice.RawValue == String {
    var out: [Choice] = []
    for item in try list(value) { out.append(try choice(item, type)) }
    return out
  }

  func wording(_ value: YAMLValue) throws(RuleError) -> Wording {
    guard let pairs = value.mapping else { throw error(at: value, "expected a text for each language here") }
    var texts: [String: String] = [:]
    for (key, inner) in pairs {
      guard key.text.count == 2, key.text.allSatisfy(\.isLowercase) else {
        throw error(at: key, "expected a language code such as 'nl' here")
      }
      texts[key.text] = try string(inner)
    }
    return Wording(texts: texts)
  }
}

/// A node of a YAML file with its place.
struct YAMLValue: Sendable {
  enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLValue])
    case mapping([(key: YAMLValue, value: YAMLValue)])
  }

  let content: Content
  /// From 1.
  let line: Int
  /// From 1.
  let column: Int

  init(content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }

  init(_ node: Node) {
    line = node.mark?.line ?? 1
    column = node.mark?.column ?? 1
    content =
      switch node {
      case .scalar(let scalar): .scalar(scalar.string)
      case .sequence(let items): .sequence(items.map(YAMLValue.init))
      case .mapping(let pairs): .mapping(pairs.map { (YAMLValue($0.key), YAMLValue($0.value)) })
      case .alias: .scalar("")
      }
  }

  var scalar: String? {
    if case .scalar(let text) = content { return text }
    return nil
  }

  /// The text of a scalar, empty for anything else.
  var text: String { scalar ?? "" }

  var sequence: [YAMLValue]? {
    if case .sequence(let items) = content { return items }
    return nil
  }

  var mapping: [(key: YAMLValue, value: YAMLValue)]? {
    if case .mapping(let pairs) = content { return pairs }
    return nil
  }
}

/// `; did you mean 'x'?` for the known word that is nearest to a misspelt one, empty when none is near.
func nearest(_ word: String, _ known: [String]) -> String {
  let best = known.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
  guard let best, best.1 <= max(2, word.count / 3) else {
    return known.count <= 16 ? "; known: \(known.joined(separator: ", "))" : ""
  }
  return "; did you mean '\(best.0)'?"
}

/// Edits between two words (Levenshtein).
private func distance(_ left: String, _ right: String) -> Int {
  let (a, b) = (Array(left), Array(right))
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let above = row[j + 1]
      row[j + 1] = x == y ? diagonal : 1 + min(diagonal, above, row[j])
      diagonal = above
    }
  }
  return row[b.count]
}
