import Analysis

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
    })

  private static func file(_ key: String, in folder: URL) -> URL {
    let name = key.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "_" }
    return folder.appending(path: "terms-\(String(name)).hsdb")
  }

  private static var folder: URL? {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["XDG_CACHE_HOME"], path.hasPrefix("/") {
      return URL(filePath: path).appending(path: "toetssteen")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return URL(filePath: home).appending(path: ".cache/toetssteen")
  }
}
