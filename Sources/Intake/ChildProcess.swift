import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program of the system that reads untrusted bytes: run without a shell, in a folder of its own that is gone
/// afterwards, with limits, so that whatever it does costs one document.
struct ChildProcess: Sendable {
  /// An absolute path.
  var program: String
  var limits = Limits()

  struct Limits: Sendable {
    /// Time on the clock and on the processor.
    var seconds = 60
    /// Bytes of address space.
    var memory = 1 << 30
    /// Bytes on its standard output, and of any file that it writes.
    var output = 512 << 20
    /// Open files.
    var descriptors = 64
    /// Processes of this user; the system does not hold its superuser to it.
    var processes = 1
  }

  enum Failure: Error, Equatable {
    case notInstalled(String)
    /// No private folder could be made, or the program could not be started.
    case notStarted(String)
    case timedOut(seconds: Int)
    case outOfMemory
    case killed(signal: Int32)
    case tooMuchOutput(limit: Int)
    /// It ended with a code other than 0; `line` is the last that it wrote on standard error.
    case failed(code: Int32, line: String)
  }

  /// Finds a program on the path of this process.
  static func find(_ name: String) throws(Failure) -> String {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    for folder in path.split(separator: ":") where folder.hasPrefix("/") {
      let program = "\(folder)/\(name)"
      if access(program, X_OK) == 0 { return program }
    }
    throw .notInstalled(name)
  }

  /// Gives `input` as a file of a private folder and collects the standard output.
  ///
  /// - Parameter arguments: those of the program, made from the path of the file.
  func run(
    input: [UInt8], arguments: (_ file: String) -> [String]
  ) async throws(Failure) -> [UInt8] {
    guard access(program, X_OK) == 0 else { throw .notInstalled(program) }
    let folder = try PrivateFolder()
    let file = try folder.write(input, as: "input")
    return try await run(arguments(file), in: folder)
  }

  /// Runs in a folder that holds its files already.
  func run(_ arguments: [String], in folder: borrowing PrivateFolder) async throws(Failure) -> [UInt8] {
    guard access(program, X_OK) == 0 else { throw .notInstalled(program) }
    let (executable, arguments) = limited(arguments)
    var options = PlatformOptions()
    // A session of its own makes it the leader of a group, which the time limit ends as a whole.
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(50))
    ]
    let configuration = Configuration(
      executable: .path(FilePath(executable)), arguments: Arguments(arguments),
      environment: .custom([
        "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path,
        "OMP_THREAD_LIMIT": "1",
      ]),
      workingDirectory: FilePath(folder.path), platformOptions: options)
    // Its output goes to files, not through pipes: then the limit on the size of files holds for it, too, and nothing
    // that the program or its children do can hold up the reading.
    let output = try folder.create("output")
    defer { close(output) }
    let error = try folder.create("error")
    defer { close(error) }
    let end = await Self.race(configuration, limits, output: output, error: error)
    return try ended(end, in: folder)
  }

  // MARK: Limits

  /// swift-subprocess has no hook between fork and exec on Linux, so `prlimit` of util-linux, which every Debian and
  /// its likes have, sets the limits and becomes the program. Where there is none (macOS), time and output are limited.
  private static let limiter: String? = {
    let path = "/usr/bin/prlimit"
    return access(path, X_OK) == 0 ? path : nil
  }()

  private func limited(_ arguments: [String]) -> (String, [String]) {
    guard let limiter = Self.limiter else { return (program, arguments) }
    let set = [
      "--as=\(limits.memory)", "--cpu=\(limits.seconds)", "--fsize=\(limits.output)",
      "--nofile=\(limits.descriptors)", "--nproc=\(limits.processes)", "--core=0", "--",
    ]
    return (limiter, set + [program] + arguments)
  }

  // MARK: The run

  private enum End: Sendable {
    case exited(TerminationStatus)
    case timedOut
    case notStarted(String)
  }

  /// The program against the clock. Whoever ends first cancels the other; cancelling kills the program's group.
  private static func race(
    _ configuration: Configuration, _ limits: Limits, output: CInt, error: CInt
  ) async -> End {
    await withTaskGroup(of: End?.self) { group in
      group.addTask {
        do {
          let result = try await Subprocess.run(
            configuration, input: .none,
            output: .fileDescriptor(FileDescriptor(rawValue: output), closeAfterSpawningProcess: false),
            error: .fileDescriptor(FileDescriptor(rawValue: error), closeAfterSpawningProcess: false))
          return .exited(result.terminationStatus)
        } catch {
          return .notStarted("\(error)")
        }
      }
      group.addTask {
        do { try await Task.sleep(for: .seconds(limits.seconds)) } catch { return nil }
        return .timedOut
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first ?? .timedOut
    }
  }

  private func ended(_ end: End, in folder: borrowing PrivateFolder) throws(Failure) -> [UInt8] {
    switch end {
    case .timedOut: throw .timedOut(seconds: limits.seconds)
    case .notStarted(let message): throw .notStarted(message)
    case .exited(.exited(0)): return try folder.read("output", limit: limits.output)
    case .exited(.exited(let code)):
      let text = complaint(in: folder)
      if Self.tellsOfMemory(text) { throw .outOfMemory }
      throw .failed(code: code, line: text.split(whereSeparator: \.isNewline).last.map(String.init) ?? "")
    case .exited(.signaled(let signal)):
      switch signal {
      case SIGXCPU: throw .timedOut(seconds: limits.seconds)
      case SIGXFSZ: throw .tooMuchOutput(limit: limits.output)
      // An allocation that fails ends a C++ program by abort.
      case SIGABRT where Self.tellsOfMemory(complaint(in: folder)): throw .outOfMemory
      default: throw .killed(signal: signal)
      }
    }
  }

  /// What it wrote on standard error; of very much, nothing.
  private func complaint(in folder: borrowing PrivateFolder) -> String {
    let bytes = try? FileBytes.read("\(folder.path)/error", limit: 16 << 20)
    return String(decoding: bytes?.suffix(4096) ?? [], as: UTF8.self)
  }

  private static func tellsOfMemory(_ text: String) -> Bool {
    ["bad_alloc", "ut of memory", "annot allocate memory", "emory exhausted"].contains { text.contains($0) }
  }
}
