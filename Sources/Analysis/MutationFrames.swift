/// The words that turn a demand into something that asks nothing: `Rules/mutations.yaml`.
public struct MutationFrames: Sendable {
  /// What a mutation does to an example in one language.
  enum Frame: Sendable {
    /// Around its sentence, for which `…` stands.
    case sentence(String)
    /// Above it.
    case heading(String)
    /// In the place of the word for who bears it.
    case bearer(String)
  }

  private var frames: [Mutation: [String: [Frame]]] = [:]
  private var without: [Mutation: Set<Signal>] = [:]

  /// No words: mutations that need them are left out.
  public init() {}

  /// The frames of a mutation in a language.
  func frames(_ mutation: Mutation, _ language: String) -> [Frame] { frames[mutation]?[language] ?? [] }

  /// Signals with which an example would not be turned.
  func without(_ mutation: Mutation) -> Set<Signal> { without[mutation] ?? [] }
}

extension MutationFrames {
  static let path = "mutations.yaml"

  init(_ file: RuleFile) throws(RuleError) {
    let needing = Mutation.allCases.filter { !$0.keepsMeaning && $0 != .contents }
    for (name, value) in try file.keys(file.root, needing.map(\.rawValue)) {
      guard let mutation = Mutation(rawValue: name) else { continue }
      let keys = try file.keys(value, ["why", "without", "frames", "headings", "bearers"])
      _ = try file.string(try file.required(keys, "why", in: value))
      if let signals = keys["without"] { without[mutation] = Set(try file.choices(signals, Signal.self)) }
      for (key, made) in [
        ("frames", Frame.sentence), ("headings", Frame.heading), ("bearers", Frame.bearer),
      ] {
        for (language, list) in keys[key]?.mapping ?? [] {
          for item in try file.list(list) {
            let text = try file.string(item)
            guard key != "frames" || text.contains("…") else {
              throw file.error(at: item, "the frame has no '…' for the sentence")
            }
            frames[mutation, default: [:]][language.text, default: []].append(made(text))
          }
        }
      }
    }
  }
}

extension RuleSource {
  /// The words for mutations; none where the file is missing.
  public func mutationFrames() throws(RuleError) -> MutationFrames {
    guard let file = try files().first(where: { $0.path == MutationFrames.path }) else {
      return MutationFrames()
    }
    return try MutationFrames(RuleFile(path: file.path, text: file.text))
  }
}
