import ArgumentParser
import Intake
import Reports

/// Whether texts of documents are kept from one run to the next.
struct CacheOption: ParsableArguments {
  @Flag(name: .customLong("no-cache"), help: "Read every document anew, and keep no text.")
  var isOff = false

  var texts: TextCache? { isOff ? nil : TextCache() }
}

/// `toetssteen cache`: the texts of documents that were read before.
struct Cache: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows or empties the cache of document texts.",
    discussion: """
      check and scan keep the text of each document that takes long to read, by the content of its file. The cache may
      be emptied at any time; it then costs time, nothing else.

      Example: toetssteen cache info
      """,
    subcommands: [Info.self, Clear.self])

  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints where the cache is and how much is in it.",
      discussion: "Example: toetssteen cache info")

    func run() throws {
      guard let info = TextCache()?.info() else { throw Cache.unusable }
      let output = try Output()
      let documents = info.documents == 1 ? "1 document" : "\(info.documents) documents"
      try output.write("\(Terminal.safe(info.path)): \(documents), \(info.bytes) bytes of text\n")
      try output.flush()
    }
  }

  struct Clear: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Empties the cache.",
      discussion: "Example: toetssteen cache clear")

    func run() throws {
      guard TextCache()?.clear() == true else { throw Cache.unusable }
    }
  }

  private static var unusable: CommandFailure {
    CommandFailure(
      message: "no cache can be used; it would be the folder toetssteen in $XDG_CACHE_HOME or ~/.cache.")
  }
}
