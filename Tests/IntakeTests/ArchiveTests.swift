import Testing

@testable import Intake

@Suite struct ArchiveTests {
  @Test(
    "a zip is read member by member, in its own order", .enabled(if: Scratch.has("zip"), needsZip))
  func zip() throws {
    let scratch = try Scratch()
    try scratch.write("b.xml", "<b/>")
    try scratch.write("map/à.txt", "tekst")
    let archive = try scratch.zip("a.zip", ["b.xml", "map"], options: ["-r"])
    let members = try read(ArchiveReader(path: archive, limits: IntakeLimits()))
    #expect(members.filter { $0.isFile }.map(\.name) == ["b.xml", "map/à.txt"])
    #expect(members.compactMap(\.text) == ["<b/>", "tekst"])
    let inMemory = try read(ArchiveReader(bytes: scratch.bytes("a.zip"), limits: IntakeLimits()))
    #expect(inMemory.map(\.name) == members.map(\.name))
    #expect(inMemory.compactMap(\.text) == members.compactMap(\.text))
  }

  @Test(
    "tar is read plain, gzipped and xz-packed",
    .enabled(if: Scratch.has("tar") && Scratch.has("xz"), needsTar),
    arguments: ["-cf", "-czf", "-cJf"])
  func tar(option: String) throws {
    let scratch = try Scratch()
    try scratch.write("b.xml", "<b/>")
    try scratch.write("a.txt", "tekst")
    try scratch.run("tar", [option, "t.bin", "b.xml", "a.txt"])
    let reader = try ArchiveReader(path: scratch.path("t.bin"), limits: IntakeLimits())
    let members = try read(reader)
    #expect(!reader.isSingleFile)
    #expect(members.map(\.name) == ["b.xml", "a.txt"])
    #expect(members.compactMap(\.text) == ["<b/>", "tekst"])
  }

  @Test("one compressed file is one member", .enabled(if: Scratch.has("gzip"), "gzip is not installed"))
  func singleFile() throws {
    let scratch = try Scratch()
    try scratch.write("b.xml", "<b/>")
    try scratch.run("gzip", ["b.xml"])
    let reader = try ArchiveReader(path: scratch.path("b.xml.gz"), limits: IntakeLimits())
    #expect(try read(reader).compactMap(\.text) == ["<b/>"])
    #expect(reader.isSingleFile)
  }

  @Test("an encrypted member is known as such", .enabled(if: Scratch.has("zip"), needsZip))
  func encrypted() throws {
    let scratch = try Scratch()
    try scratch.write("b.xml", "<b/>")
    let archive = try scratch.zip("a.zip", ["b.xml"], options: ["-P", "geheim"])
    let reader = try ArchiveReader(path: archive, limits: IntakeLimits())
    let member = try #require(try reader.next())
    #expect(member.isEncrypted)
    #expect(throws: ArchiveError.encrypted) { try reader.data(limit: 1000) }
  }

  @Test(
    "a member beyond the limit is refused and the next is read",
    .enabled(if: Scratch.has("zip"), needsZip))
  func memberLimit() throws {
    let scratch = try Scratch()
    try scratch.write("1.txt", String(repeating: "a", count: 2000))
    try scratch.write("2.txt", "b")
    let reader = try ArchiveReader(
      path: try scratch.zip("a.zip", ["1.txt", "2.txt"]), limits: IntakeLimits())
    _ = try reader.next()
    #expect(throws: ArchiveError.memberTooLarge(limit: 1000)) { try reader.data(limit: 1000) }
    #expect(try reader.next()?.name == "2.txt")
    #expect(try reader.data(limit: 1000) == Array("b".utf8))
    #expect(try reader.next() == nil)
  }

  @Test(
    "a member that unpacks to too many times its archive is refused",
    .enabled(if: Scratch.has("zip"), needsZip))
  func ratio() throws {
    let scratch = try Scratch()
    try scratch.write("1.txt", [UInt8](repeating: 0, count: 1 << 20))
    var limits = IntakeLimits()
    limits.ratioFrom = 1 << 16
    let reader = try ArchiveReader(path: try scratch.zip("a.zip", ["1.txt"]), limits: limits)
    _ = try reader.next()
    #expect(throws: ArchiveError.ratio(limit: limits.ratio)) { try reader.data(limit: 1 << 24) }
  }

  @Test("bytes that are cut off are a damaged archive", .enabled(if: Scratch.has("zip"), needsZip))
  func truncated() throws {
    let scratch = try Scratch()
    try scratch.write("1.txt", (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3) })
    try scratch.zip("a.zip", ["1.txt"])
    let whole = try scratch.bytes("a.zip")
    #expect(throws: ArchiveError.self) {
      try read(ArchiveReader(bytes: Array(whole.prefix(whole.count / 2)), limits: IntakeLimits()))
    }
  }

  @Test("nothing, and nothing known, is no archive or holds no named member")
  func none() {
    let members = try? read(ArchiveReader(bytes: [], limits: IntakeLimits()))
    #expect(members?.isEmpty ?? true)
  }
}

private struct Read {
  var name: String
  var isFile: Bool
  var text: String?
}

@discardableResult
private func read(_ reader: ArchiveReader) throws -> [Read] {
  var found: [Read] = []
  while let member = try reader.next() {
    let text = member.isFile ? String(decoding: try reader.data(limit: 1 << 24), as: UTF8.self) : nil
    found.append(Read(name: member.name, isFile: member.isFile, text: text))
  }
  return found
}
