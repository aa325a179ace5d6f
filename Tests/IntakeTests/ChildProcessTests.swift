import Foundation
import Tenders
import Testing

@testable import Intake

private let hasLimits: ConditionTrait = .enabled(if: Scratch.has("prlimit"), "prlimit is not installed")

@Suite struct ChildProcessTests {
  /// A program of these lines in a folder of its own.
  private func program(_ script: String) throws -> (path: String, folder: URL) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "toetssteen-test-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "pdftotext")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return (file.path, folder)
  }

  private func run(
    _ script: String, _ change: (inout ChildProcess.Limits) -> Void = { _ in }
  ) async throws -> Result<[UInt8], ChildProcess.Failure> {
    let (path, folder) = try program(script)
    defer { try? FileManager.default.removeItem(at: folder) }
    var child = ChildProcess(program: path)
    child.limits.processes = 4096
    change(&child.limits)
    do throws(ChildProcess.Failure) {
      return .success(try await child.run(input: Array("some bytes".utf8)) { [$0, "-"] })
    } catch {
      return .failure(error)
    }
  }

  @Test func givesTheInputAsAFileAndCollectsTheOutput() async throws {
    #expect(try await run("cat \"$1\"") == .success(Array("some bytes".utf8)))
  }

  @Test func theEnvironmentIsClean() async throws {
    let output = try await run("env").get()
    let names = String(decoding: output, as: UTF8.self).split(separator: "\n").map { $0.prefix { $0 != "=" } }
    #expect(
      Set(names).subtracting(["PWD", "_", "SHLVL", "OLDPWD"]) == [
        "LC_ALL", "PATH", "HOME", "TMPDIR", "OMP_THREAD_LIMIT",
      ])
  }

  @Test func noDescriptorIsInherited() async throws {
    let descriptor = open("/etc/passwd", O_RDONLY)
    defer { close(descriptor) }
    #expect(try await run("[ -e /proc/self/fd/\(descriptor) ] && echo there; :") == .success([]))
  }

  @Test func theFolderIsGoneAfterwards() async throws {
    let output = try await run("touch left; pwd").get()
    let folder = String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
    #expect(folder.contains("toetssteen-"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func aHangingProgramIsStoppedWithItsChildren() async throws {
    let mark = "9\(Int.random(in: 100_000..<999_999))"
    let result = try await run("sleep \(mark) & sleep \(mark)") { $0.seconds = 1 }
    #expect(result == .failure(.timedOut(seconds: 1)))
    let running = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
      let line = try? Data(contentsOf: URL(filePath: "/proc/\(name)/cmdline"))
      return line.map { String(decoding: $0, as: UTF8.self).contains(mark) } ?? false
    }
    #expect(running.isEmpty)
  }

  @Test func aProgramThatClosesItsOutputAndHangsIsStopped() async throws {
    let result = try await run("exec >&- 2>&-; sleep 60") { $0.seconds = 1 }
    #expect(result == .failure(.timedOut(seconds: 1)))
  }

  @Test(hasLimits) func tooMuchOutputIsStopped() async throws {
    let result = try await run("exec cat /dev/zero") { $0.output = 1 << 20 }
    #expect(result == .failure(.tooMuchOutput(limit: 1 << 20)))
  }

  @Test func anEndWithACodeTellsTheLastLine() async throws {
    let result = try await run("echo first >&2; echo 'Incorrect password' >&2; exit 3")
    #expect(result == .failure(.failed(code: 3, line: "Incorrect password")))
  }

  @Test func aCrashIsNamed() async throws {
    #expect(try await run("kill -SEGV $$") == .failure(.killed(signal: SIGSEGV)))
  }

  @Test(hasLimits) func memoryIsLimited() async throws {
    let result = try await run("exec dd if=/dev/zero of=/dev/null bs=600000000 count=1") {
      $0.memory = 256 << 20
      $0.seconds = 60
    }
    #expect(result == .failure(.outOfMemory))
  }

  @Test(hasLimits) func filesAreLimited() async throws {
    let result = try await run("exec head -c 9000000 /dev/zero > big") { $0.output = 1 << 20 }
    #expect(result == .failure(.tooMuchOutput(limit: 1 << 20)))
  }

  @Test func aMissingProgramIsNamed() async throws {
    let child = ChildProcess(program: "/nowhere/pdftotext")
    await #expect(throws: ChildProcess.Failure.notInstalled("/nowhere/pdftotext")) {
      try await child.run(input: []) { [$0] }
    }
  }

  @Test(arguments: [
    ("sleep 60", 1, "did not end within 1 seconds"), ("kill -SEGV $$", 60, "crashed"),
    ("echo 'terminate called: std::bad_alloc' >&2; kill -ABRT $$", 60, "memory"),
  ])
  func aPDFThatBreaksTheProgramIsBroken(script: String, seconds: Int, hint: String) async throws {
    let (path, folder) = try program(script)
    defer { try? FileManager.default.removeItem(at: folder) }
    var child = ChildProcess(program: path)
    child.limits.processes = 4096
    child.limits.seconds = seconds
    let reader = child
    let error = await #expect(throws: ExtractionError.self) {
      try await PDF.extract(Array("%PDF-1.7".utf8), with: reader)
    }
    #expect(error?.state == .broken)
    #expect(error?.hint.contains(hint) == true)
  }

  @Test func noMoreRunAtOnceThanThereArePlaces() async {
    let gate = ChildProcessGate(places: 2)
    let counter = Counter()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<12 {
        group.addTask {
          await gate.enter()
          await counter.enter()
          try? await Task.sleep(for: .milliseconds(5))
          await counter.leave()
          await gate.leave()
        }
      }
    }
    #expect(await counter.most == 2)
  }

  private actor Counter {
    var now = 0
    var most = 0

    func enter() {
      now += 1
      most = max(most, now)
    }

    func leave() { now -= 1 }
  }
}
