import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The command line: it parses arguments, wires the rooms together and prints.
@main
struct Toetssteen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "toetssteen",
    abstract:
      "Tells whether a public tender really asks for due diligence in the international supply chain.",
    discussion: """
      It reads the notice and the documents and gives, for each lot, a level with the quotes that support it. A verdict
      is a signal about a text, not an accusation: what was not read is unknown, never absent.

      Example: toetssteen check Samples/07-due-diligence-monitored
      """,
    version: "0.1.0",
    subcommands: [
      Check.self, Scan.self, Facts.self, Text.self, Explain.self, Rules.self, Evaluate.self, Cache.self,
      SchemaCommand.self,
    ])

  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      leave(error)
    }
  }

  /// Ends with the exit code that the error stands for: 2 when the work could not be done, also for wrong arguments.
  private static func leave(_ error: any Error) -> Never {
    switch error {
    case is OutputClosed: Toetssteen.exit(withError: CleanExit.message(""))
    case let failure as CommandFailure:
      printError("toetssteen: \(failure.message)")
      Toetssteen.exit(withError: ExitCode(2))
    case let code as ExitCode: Toetssteen.exit(withError: code)
    default:
      let code = exitCode(for: error)
      if code.isSuccess { Toetssteen.exit(withError: error) }
      printError(fullMessage(for: error))
      Toetssteen.exit(withError: ExitCode(2))
    }
  }
}

/// The work could not be done: one line that says what is wrong and what to do.
struct CommandFailure: Error {
  var message: String
}

/// Whoever reads the output has left: the end, without a word.
struct OutputClosed: Error {}

/// Writes a line to standard error.
func printError(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
