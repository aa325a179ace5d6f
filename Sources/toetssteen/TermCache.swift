import Analysis
import Intake

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Keeps the compiled terms in the user's cache folder. A cache that cannot be used costs time, nothing else.
enum TermCache {
  static let cache = LexiconCache(
    load: { key in
      guard let folder, let data = try? Data(contentsOf: file(key, in: folder)) else { return nil }
      return Array(data)
    },
    store: { key, bytes in
      guard let folder else { return }
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      // Written whole or not at all, so that a second process never reads half a file.
      try? Data(bytes).write(to: file(key, in: folder), options: .atomic)
      prune(folder)
    })

  /// Compiled terms that are kept: those of some rule sets in each kind and language.
  private static let limit = 200

  /// Removes the oldest compiled terms: each change of the rules makes new ones.
  private static func prune(_ folder: URL) {
    let manager = FileManager.default
    let terms = ((try? manager.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
      $0.hasPrefix("terms-") && $0.hasSuffix(".hsdb")
    }
    guard terms.count > limit else { return }
    let dated = terms.map { name -> (url: URL, date: Date) in
      let url = folder.appending(path: name)
      let date = try? manager.attributesOfItem(atPath: url.path)[.modificationDate] as? Date
      return (url, date ?? .distantPast)
    }
    for old in dated.sorted(by: { $0.date < $1.date }).prefix(terms.count - limit / 2) {
      try? manager.removeItem(at: old.url)
    }
  }

  private static func file(_ key: String, in folder: URL) -> URL {
    let name = key.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "_" }
    return folder.appending(path: "terms-\(build)-\(String(name)).hsdb")
  }

  /// Size and date of the program: another build may compile the same rules to something else.
  private static let build: String = {
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
    let facts = try? FileManager.default.attributesOfItem(atPath: program)
    let date = facts?[.modificationDate] as? Date ?? .distantPast
    return "\(facts?[.size] as? Int ?? 0)-\(Int(date.timeIntervalSince1970))"
  }()

  private static var folder: URL? { TextCache.folder.map { URL(filePath: $0) } }
}
