#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The labelled cases of some files and folders, and what is wrong with the others.
public struct LabelledSet: Sendable {
  /// In path order.
  public private(set) var cases: [LabelledCase] = []
  /// One for each file that cannot be used.
  public private(set) var faults: [RuleError] = []

  /// Reads every YAML file at these paths and below them.
  ///
  /// - Parameter ladder: gives the levels and flags that a truth may name.
  public init(at paths: [String], ladder: Ladder) {
    var known: [String: String] = [:]
    for path in paths {
      for file in files(at: path) {
        do throws(RuleError) {
          let labelled = try LabelledCase(path: file, text: try Self.text(of: file), ladder: ladder)
          if let first = known[labelled.id] {
            throw Self.fault(
              file, "another file has the id '\(labelled.id)': \(first); give it an id of its own")
          }
          known[labelled.id] = file
          cases.append(labelled)
        } catch {
          faults.append(error)
        }
      }
    }
  }

  /// The YAML files at a path, hidden ones left out.
  private mutating func files(at path: String) -> [String] {
    let manager = FileManager.default
    var isFolder: Bool = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
      faults.append(Self.fault(path, "there is no such file or folder; give a folder with labelled texts"))
      return []
    }
    guard isFolder else { return [path] }
    let below = (try? manager.subpathsOfDirectory(atPath: path)) ?? []
    let names = below.filter { name in
      (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
        && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    if names.isEmpty {
      faults.append(Self.fault(path, "no YAML file in it; give a folder with labelled texts"))
    }
    return names.sorted().map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
  }

  private static func text(of file: String) throws(RuleError) -> String {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw fault(file, "the file cannot be read; see to its rights")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw fault(file, "the file is not UTF-8; save it as UTF-8")
    }
    return text
  }

  private static func fault(_ file: String, _ message: String) -> RuleError {
    RuleError(file: file, line: 1, column: 1, message: message, source: "")
  }
}
