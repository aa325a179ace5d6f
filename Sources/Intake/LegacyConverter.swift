/// A program that reads old office files, and what it makes of them.
struct LegacyConverter: Sendable {
  enum Output: Sendable {
    /// UTF-8 on its standard output, which has the structure that its lines show.
    case text
    /// A file with this ending beside the one that it reads.
    case file(ending: String)
  }

  /// As it is found on the path.
  var name: String
  var output: Output
  /// What it must be told, made from the paths of the file and of its folder.
  var arguments: @Sendable (_ file: String, _ folder: String) -> [String]

  /// Runs the program on a document, as a child process with its limits.
  func convert(_ bytes: [UInt8], limit: Int) async throws(ChildProcess.Failure) -> [UInt8] {
    var process = ChildProcess(program: try ChildProcess.find(name))
    if case .file = output {
      // An office program is a big one, of many threads and files.
      process.limits.memory = 4 << 30
      process.limits.processes = 1024
      process.limits.descriptors = 1024
      process.limits.seconds = 120
    }
    let runner = process
    let result: Result<[UInt8], ChildProcess.Failure>
    await ChildProcessGate.shared.enter()
    do throws(ChildProcess.Failure) {
      result = .success(try await run(runner, bytes, limit))
    } catch {
      result = .failure(error)
    }
    await ChildProcessGate.shared.leave()
    return try result.get()
  }

  private func run(
    _ process: ChildProcess, _ bytes: [UInt8], _ limit: Int
  ) async throws(ChildProcess.Failure) -> [UInt8] {
    let folder = try PrivateFolder()
    let file = try folder.write(bytes, as: "input")
    let text = try await process.run(arguments(file, folder.path), in: folder)
    switch output {
    case .text: return text
    case .file(let ending):
      do throws(FileError) {
        return try FileBytes.read("\(file).\(ending)", limit: limit)
      } catch {
        // It ends with 0 also when it could not read the file.
        throw .failed(code: 0, line: "no output")
      }
    }
  }
}

extension LegacyConverter {
  /// For old Word files, best first. LibreOffice alone keeps headings, lists and what is struck.
  static let word = [
    office(ending: "docx"),
    LegacyConverter(name: "catdoc", output: .text) { file, _ in ["-d", "utf-8", "-w", file] },
    LegacyConverter(name: "antiword", output: .text) { file, _ in ["-m", "UTF-8.txt", "-w", "0", file] },
  ]

  /// For old Excel files.
  static let excel = [office(ending: "xlsx")]

  private static func office(ending: String) -> LegacyConverter {
    LegacyConverter(name: "soffice", output: .file(ending: ending)) { file, folder in
      [
        "--headless", "--norestore", "-env:UserInstallation=file://\(folder)/profile", "--convert-to", ending,
        "--outdir", folder, file,
      ]
    }
  }
}
