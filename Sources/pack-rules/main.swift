import Foundation
import Yams

// Writes the YAML files below a rules folder into one Swift source: for each its path, its text, and its tree in the
// form that `PackedTree` reads, so that the program need not parse YAML when it starts.

enum PackError: Error, CustomStringConvertible {
  case usage
  case notUTF8(String)
  case notYAML(String, String)

  var description: String {
    switch self {
    case .usage: "usage: pack-rules RULES-FOLDER OUTPUT.swift"
    case .notUTF8(let path): "\(path): not UTF-8"
    case .notYAML(let path, let reason): "\(path): \(reason)"
    }
  }
}

/// A raw string literal that holds `text` whatever quotes and backslashes it has.
func literal(_ text: String) -> String {
  var hashes = "#"
  while text.contains("\"\"\"" + hashes) || text.contains("\\" + hashes) { hashes += "#" }
  return "\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)"
}

/// The tree of a file: `s` scalar, `l` list, `m` mapping, each with line, column and its length or count.
func tree(_ node: Node) -> String {
  let place = "\(node.mark?.line ?? 1) \(node.mark?.column ?? 1)"
  switch node {
  case .scalar(let scalar): return "s \(place) \(scalar.string.utf8.count) \(scalar.string)"
  case .sequence(let items): return "l \(place) \(items.count) " + items.map(tree).joined()
  case .mapping(let pairs):
    return "m \(place) \(pairs.count) " + pairs.map { tree($0.key) + tree($0.value) }.joined()
  case .alias: return "s \(place) 0 "
  }
}

/// Examples are the last keys of a criterion and are only read when they are run.
func withoutExamples(_ text: String) -> String {
  let cut = ["\nexamples:", "\ncounterexamples:"].compactMap { text.range(of: $0)?.lowerBound }.min()
  return cut.map { String(text[..<$0]) } ?? text
}

guard CommandLine.arguments.count == 3 else { throw PackError.usage }
let root = URL(fileURLWithPath: CommandLine.arguments[1]).standardizedFileURL
let output = URL(fileURLWithPath: CommandLine.arguments[2])
let files = (FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects ?? [])
  .compactMap { ($0 as? URL)?.standardizedFileURL }
  .filter { $0.pathExtension == "yaml" }
  .sorted { $0.path < $1.path }

var source = """
  /// The rules that this build carries, in path order: path below `Rules/`, text, and tree without examples.
  enum PackedRules {
    static let files: [(path: StaticString, text: StaticString, tree: StaticString)] = [

  """
for file in files {
  guard let text = String(data: try Data(contentsOf: file), encoding: .utf8) else {
    throw PackError.notUTF8(file.path)
  }
  let node: Node?
  do {
    node = try Yams.Parser(yaml: withoutExamples(text), resolver: .basic).singleRoot()
  } catch {
    throw PackError.notYAML(file.path, "\(error)")
  }
  let packed = node.map(tree) ?? ""
  source += "(\"\(file.path.dropFirst(root.path.count + 1))\", \(literal(text)), \(literal(packed))),\n"
}
source += "  ]\n}\n"
try source.write(to: output, atomically: true, encoding: .utf8)
