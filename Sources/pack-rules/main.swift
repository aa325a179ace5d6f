import Foundation

// Writes the YAML files below a rules folder into one Swift source: path and text of each, in path order.

enum PackError: Error, CustomStringConvertible {
  case usage
  case notUTF8(String)

  var description: String {
    switch self {
    case .usage: "usage: pack-rules RULES-FOLDER OUTPUT.swift"
    case .notUTF8(let path): "\(path): not UTF-8"
    }
  }
}

/// A raw string literal that holds `text` whatever quotes and backslashes it has.
func literal(_ text: String) -> String {
  var hashes = "#"
  while text.contains("\"\"\"" + hashes) || text.contains("\\" + hashes) { hashes += "#" }
  return "\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)"
}

guard CommandLine.arguments.count == 3 else { throw PackError.usage }
let root = URL(fileURLWithPath: CommandLine.arguments[1]).standardizedFileURL
let output = URL(fileURLWithPath: CommandLine.arguments[2])
let files = (FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects ?? [])
  .compactMap { ($0 as? URL)?.standardizedFileURL }
  .filter { $0.pathExtension == "yaml" }
  .sorted { $0.path < $1.path }

var source = """
  /// The rules that this build carries: path below `Rules/` and text of each file, in path order.
  enum PackedRules {
    static let files: [(path: StaticString, text: StaticString)] = [

  """
for file in files {
  guard let text = String(data: try Data(contentsOf: file), encoding: .utf8) else {
    throw PackError.notUTF8(file.path)
  }
  source += "(\"\(file.path.dropFirst(root.path.count + 1))\", \(literal(text))),\n"
}
source += "  ]\n}\n"
try source.write(to: output, atomically: true, encoding: .utf8)
