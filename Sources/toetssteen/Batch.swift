import Analysis
import Intake
import Synchronization
import Tenders

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What became of one unit of input.
struct Outcome: Sendable {
  enum Kind: Sendable {
    case tender(JudgedTender)
    case facts
    case unread(Unread)
    /// Read, but outside what the filters ask for.
    case filtered
  }

  var kind: Kind
  /// The output for it, with line ends.
  var bytes: [UInt8]
}

/// Works through the units of a batch, side by side and in bounded memory, and gives the outcomes in input order.
struct Batch {
  var walker: InputWalker
  var jobs: Int

  /// Units in work or waiting for their turn, for each job.
  private static let window = 8

  func run(
    _ paths: [String], _ process: @escaping @Sendable (Input) async -> Outcome, emit: (Outcome) throws -> Void
  ) async throws {
    guard jobs > 1 else {
      return try await walker.walk(paths) { input in
        try Interruption.check()
        try emit(await process(input))
      }
    }
    try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      var given = 0
      var due = 0
      var waiting: [Int: Outcome] = [:]
      func take(_ finished: (Int, Outcome)?) throws {
        guard let (index, outcome) = finished else { return }
        waiting[index] = outcome
        while let next = waiting.removeValue(forKey: due) {
          try emit(next)
          due += 1
        }
      }
      try await walker.walk(paths) { input in
        try Interruption.check()
        while given - due >= jobs * Self.window { try take(try await group.next()) }
        let index = given
        given += 1
        group.addTask { (index, await process(input)) }
      }
      while due < given { try take(try await group.next()) }
    }
  }
}

/// SIGINT and SIGTERM end a batch between two units, so that what was done is kept.
enum Interruption {
  private static let received = Atomic<Int32>(0)

  /// Takes the signals from now on.
  static func watch() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { Interruption.received.store($0, ordering: .relaxed) }
    }
  }

  struct Stopped: Error {
    var signal: Int32
  }

  static func check() throws {
    let number = received.load(ordering: .relaxed)
    if number != 0 { throw Stopped(signal: number) }
  }
}
