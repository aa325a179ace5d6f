/// As much of JSON Schema 2020-12 as the project's schema uses; a keyword that it does not know is a complaint.
struct SchemaValidator {
  let root: JSONValue

  /// What is wrong with a value, each with its path.
  func complaints(_ value: JSONValue, _ schema: JSONValue? = nil, at path: String = "$") -> [String] {
    guard let keywords = (schema ?? root).object else { return ["\(path): the schema is no object"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      complaints(value, keyword, rule, keywords, path)
    }
  }

  private func complaints(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ all: [String: JSONValue], _ path: String
  ) -> [String] {
    func fails(_ isBad: Bool) -> [String] { isBad ? ["\(path): \(keyword)"] : [] }
    switch keyword {
    case "$schema", "$id", "$defs", "title", "description": return []
    case "additionalProperties":
      return rule == .bool(true) ? [] : ["\(path): additionalProperties must be true"]
    case "$ref":
      guard let name = rule.string?.split(separator: "/").last, let target = root["$defs"]?[String(name)]
      else {
        return ["\(path): dangling \(rule)"]
      }
      return complaints(value, target, at: path)
    case "type":
      let names = rule.string.map { [$0] } ?? rule.array?.compactMap(\.string) ?? []
      return fails(!names.contains { isOf(type: $0, value) })
    case "const": return fails(value != rule)
    case "enum": return fails(!(rule.array?.contains(value) ?? false))
    case "anyOf": return fails(!(rule.array?.contains { complaints(value, $0, at: path).isEmpty } ?? false))
    case "allOf": return rule.array?.flatMap { complaints(value, $0, at: path) } ?? []
    case "oneOf": return fails(rule.array?.count { complaints(value, $0, at: path).isEmpty } != 1)
    case "required":
      guard let object = value.object else { return [] }
      return (rule.array ?? []).compactMap(\.string).filter { object[$0] == nil }.map {
        "\(path): lacks \($0)"
      }
    case "properties":
      guard let object = value.object else { return [] }
      return object.flatMap { name, inner in
        rule[name].map { complaints(inner, $0, at: "\(path).\(name)") } ?? []
      }
    case "items":
      return (value.array ?? []).enumerated().flatMap { complaints($1, rule, at: "\(path)[\($0)]") }
    default:
      return numbersAndTexts(value, keyword, rule).map(fails) ?? ["\(path): unknown keyword \(keyword)"]
    }
  }

  /// Whether a value breaks a limit; nil for an unknown keyword.
  private func numbersAndTexts(_ value: JSONValue, _ keyword: String, _ rule: JSONValue) -> Bool? {
    let limit = rule.number ?? 0
    switch keyword {
    case "minimum": return value.number.map { $0 < limit } ?? false
    case "maximum": return value.number.map { $0 > limit } ?? false
    case "minItems": return value.array.map { Double($0.count) < limit } ?? false
    case "maxItems": return value.array.map { Double($0.count) > limit } ?? false
    case "minLength": return value.string.map { Double($0.unicodeScalars.count) < limit } ?? false
    case "uniqueItems": return value.array.map { Set($0).count < $0.count } ?? false
    case "pattern":
      guard let text = value.string else { return false }
      guard let pattern = rule.string, let regex = try? Regex(pattern) else { return true }
      return text.firstMatch(of: regex) == nil
    default: return nil
    }
  }

  private func isOf(type name: String, _ value: JSONValue) -> Bool {
    switch (name, value) {
    case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string), ("array", .array),
      ("object", .object):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
