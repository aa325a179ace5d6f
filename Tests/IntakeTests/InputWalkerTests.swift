import Foundation
import Tenders
import Testing

@testable import Intake

@Suite struct InputWalkerTests {
  // MARK: Folders

  @Test("in a folder without documents each notice is one, in name order")
  func folderOfNotices() async throws {
    let scratch = try Scratch()
    for name in ["c.xml", "a.xml", "b/2.xml", "b/1.xml"] {
      try scratch.write(name, notice(name, procedure: name))
    }
    #expect(try await walk(scratch.path) == ["file a.xml", "file b/1.xml", "file b/2.xml", "file c.xml"])
  }

  @Test("a folder that directly holds a document is one tender with all below it")
  func folderWithDocument() async throws {
    let scratch = try Scratch()
    try scratch.write("notice.xml", notice())
    try scratch.write("Bestek.txt", "De eis.")
    try scratch.write("bijlagen/B.txt", "De bijlage.")
    #expect(try await walk(scratch.path) == ["package . : Bestek.txt bijlagen/B.txt notice.xml"])
  }

  @Test("a folder above tenders is none itself")
  func folderOfFolders() async throws {
    let scratch = try Scratch()
    try scratch.write("1/notice.xml", notice())
    try scratch.write("1/Bestek.txt", "De eis.")
    try scratch.write("2/notice.xml", notice())
    #expect(try await walk(scratch.path) == ["package 1 : Bestek.txt notice.xml", "file 2/notice.xml"])
  }

  @Test("a document beside notices of several procedures makes no tender of them")
  func severalProcedures() async throws {
    let scratch = try Scratch()
    try scratch.write("1.xml", notice("a", procedure: "1"))
    try scratch.write("2.xml", notice("b", procedure: "2"))
    try scratch.write("lijst.txt", "Een lijst.")
    #expect(try await walk(scratch.path) == ["file 1.xml", "file 2.xml", "file lijst.txt"])
  }

  @Test("two notices of one procedure beside a document are one tender")
  func oneProcedure() async throws {
    let scratch = try Scratch()
    try scratch.write("1.xml", notice("a"))
    try scratch.write("2.xml", notice("b"))
    try scratch.write("Bestek.txt", "De eis.")
    #expect(try await walk(scratch.path) == ["package . : 1.xml 2.xml Bestek.txt"])
  }

  @Test(
    "XML, JSON, README, LICENSE and hidden files make no tender of a folder",
    arguments: ["README.md", "readme.txt", "LICENSE.txt", "LICENCE.md", "x.json", ".verborgen.txt", "y.xml"])
  func besides(name: String) async throws {
    let scratch = try Scratch()
    try scratch.write("notice.xml", notice())
    try scratch.write(name, name.hasSuffix("xml") ? notice("b") : "{}")
    let found = try await walk(scratch.path)
    #expect(found.contains("file notice.xml"))
    #expect(!found.contains { $0.hasPrefix("package") })
    #expect(!found.contains { $0.contains(".verborgen") })
  }

  @Test("README, LICENSE and hidden files are none of a tender's documents")
  func besidesInPackage() async throws {
    let scratch = try Scratch()
    for name in ["Bestek.txt", "README.md", "LICENSE", ".verborgen.txt", "map/.x/y.txt"] {
      try scratch.write(name, "tekst")
    }
    #expect(try await walk(scratch.path) == ["package . : Bestek.txt"])
  }

  @Test("--as tenders makes one tender of each source, --as notices one of each file")
  func asked() async throws {
    let scratch = try Scratch()
    try scratch.write("1.xml", notice("a", procedure: "1"))
    try scratch.write("2.xml", notice("b", procedure: "2"))
    try scratch.write("map/Bestek.txt", "De eis.")
    #expect(
      try await walk(scratch.path, as: .tenders) == ["package . : 1.xml 2.xml map/Bestek.txt"])
    #expect(
      try await walk(scratch.path, as: .notices) == ["file 1.xml", "file 2.xml", "file map/Bestek.txt"])
  }

  @Test("sources come in the order in which they are given")
  func order() async throws {
    let scratch = try Scratch()
    try scratch.write("b.xml", notice("b"))
    try scratch.write("a.xml", notice("a"))
    var found: [String] = []
    try await InputWalker().walk([scratch.path("b.xml"), scratch.path("a.xml"), scratch.path("b.xml")]) {
      found.append(describe($0, below: scratch.path))
    }
    #expect(found == ["file b.xml", "file a.xml", "file b.xml"])
  }

  @Test("what is not there is named with the system's reason")
  func missing() async throws {
    let scratch = try Scratch()
    #expect(try await walk(scratch.path("nergens")) == ["unread nergens: unreadable"])
  }

  @Test("a folder that links to itself is read once")
  func linkToItself() async throws {
    let scratch = try Scratch()
    try scratch.write("a.xml", notice())
    try FileManager.default.createSymbolicLink(
      at: scratch.url.appending(path: "weer"), withDestinationURL: scratch.url)
    let found = try await walk(scratch.path)
    #expect(found.first == "file a.xml")
    #expect(found.count { $0.hasSuffix("a.xml") } == 1)
  }

  @Test("a link to a file is read as that file")
  func linkToFile() async throws {
    let scratch = try Scratch()
    let elsewhere = try Scratch()
    try elsewhere.write("a.xml", notice())
    try FileManager.default.createSymbolicLink(
      at: scratch.url.appending(path: "b.xml"), withDestinationURL: elsewhere.url.appending(path: "a.xml"))
    #expect(try await walk(scratch.path) == ["file b.xml"])
  }

  // MARK: Archives

  @Test("a zip of notices gives each of them, with the way to it", .enabled(if: Scratch.has("zip"), needsZip))
  func zipOfNotices() async throws {
    let scratch = try Scratch()
    try scratch.write("1.xml", notice("a", procedure: "1"))
    try scratch.write("map/2.xml", notice("b", procedure: "2"))
    try scratch.zip("a.zip", ["1.xml", "map"], options: ["-r"])
    #expect(try await walk(scratch.path("a.zip")) == ["file a.zip!1.xml", "file a.zip!map/2.xml"])
  }

  @Test("archives in archives are opened, and the ways joined", .enabled(if: Scratch.has("zip"), needsZip))
  func nested() async throws {
    let scratch = try Scratch()
    try scratch.write("in/notice.xml", notice())
    try scratch.zip("inner.zip", ["notice.xml"], in: "in")
    try scratch.zip("middle.zip", ["inner.zip"])
    try scratch.zip("outer.zip", ["middle.zip", "in/notice.xml"])
    #expect(
      try await walk(scratch.path("outer.zip")) == [
        "file outer.zip!middle.zip!inner.zip!notice.xml", "file outer.zip!in/notice.xml",
      ])
  }

  @Test("archives deeper than the limit are named and not opened", .enabled(if: Scratch.has("zip"), needsZip))
  func tooManyNestings() async throws {
    let scratch = try Scratch()
    try scratch.write("diep.xml", notice())
    try scratch.write("naast.xml", notice("b"))
    try scratch.zip("0.zip", ["diep.xml"])
    for level in 1...7 { try scratch.zip("\(level).zip", ["\(level - 1).zip"]) }
    try scratch.zip("all.zip", ["7.zip", "naast.xml"])
    let found = try await walk(scratch.path("all.zip"))
    #expect(found.count == 2)
    #expect(found.first?.hasSuffix(": too-deep") == true)
    #expect(found.last == "file all.zip!naast.xml")
  }

  @Test("too many nestings in a tender leave one document unread", .enabled(if: Scratch.has("zip"), needsZip))
  func tooManyNestingsInPackage() async throws {
    let scratch = try Scratch()
    try scratch.write("tender/Bestek.txt", "De opdrachtnemer levert steen.")
    try scratch.write("0.txt", "diep")
    try scratch.zip("0.zip", ["0.txt"])
    for level in 1...7 { try scratch.zip("\(level).zip", ["\(level - 1).zip"]) }
    try FileManager.default.moveItem(
      atPath: scratch.path("7.zip"), toPath: scratch.path("tender/Bijlagen.zip"))
    let read = try await TenderReader().tender(InputWalker().package([scratch.path("tender")])).get()
    #expect(read.coverage.documents.map(\.state) == [.read, .unsupported] || read.coverage.read == 1)
    #expect(read.coverage.listed == 2)
  }

  @Test(
    "a folder in an archive that holds documents is one tender", .enabled(if: Scratch.has("zip"), needsZip))
  func packageInZip() async throws {
    let scratch = try Scratch()
    try scratch.write("t1/notice.xml", notice())
    try scratch.write("t1/Bestek.txt", "De eis.")
    try scratch.write("t1/sub/Bijlage.txt", "De bijlage.")
    try scratch.write("t2/notice.xml", notice())
    try scratch.zip("a.zip", ["t1", "t2"], options: ["-r"])
    let found = try await walk(scratch.path("a.zip"))
    #expect(Set(found.map { $0.prefix { $0 != ":" } }) == ["package a.zip!t1 ", "file a.zip!t2/notice.xml"])
    let package = try #require(found.first { $0.hasPrefix("package") })
    for name in ["Bestek.txt", "notice.xml", "sub/Bijlage.txt"] { #expect(package.contains(name)) }
  }

  @Test("a zip that directly holds a document is one tender", .enabled(if: Scratch.has("zip"), needsZip))
  func zipAsPackage() async throws {
    let scratch = try Scratch()
    try scratch.write("notice.xml", notice())
    try scratch.write("Bestek.txt", "De eis.")
    try scratch.zip("a.zip", ["notice.xml", "Bestek.txt"])
    let found = try await walk(scratch.path("a.zip"))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("package a.zip :") == true)
    #expect(
      try await walk(scratch.path("a.zip"), as: .notices) == [
        "file a.zip!notice.xml", "file a.zip!Bestek.txt",
      ])
  }

  @Test(
    "a document of several procedures in a zip makes no tender of them",
    .enabled(if: Scratch.has("zip"), needsZip))
  func zipOfSeveralProcedures() async throws {
    let scratch = try Scratch()
    try scratch.write("1.xml", notice("a", procedure: "1"))
    try scratch.write("2.xml", notice("b", procedure: "2"))
    try scratch.write("lijst.txt", "Een lijst.")
    try scratch.zip("a.zip", ["1.xml", "2.xml", "lijst.txt"])
    #expect(
      try await walk(scratch.path("a.zip")) == [
        "file a.zip!1.xml", "file a.zip!2.xml", "file a.zip!lijst.txt",
      ])
  }

  @Test(
    "notices in tar.gz and tar.xz are read like those in a zip",
    .enabled(if: Scratch.has("tar") && Scratch.has("xz"), needsTar),
    arguments: [("-czf", "a.tar.gz"), ("-cJf", "a.tar.xz"), ("-cf", "a.tar")])
  func tars(option: String, name: String) async throws {
    let scratch = try Scratch()
    try scratch.write("1.xml", notice("a", procedure: "1"))
    try scratch.write("2.xml", notice("b", procedure: "2"))
    try scratch.run("tar", [option, name, "1.xml", "2.xml"])
    #expect(try await walk(scratch.path(name)) == ["file \(name)!1.xml", "file \(name)!2.xml"])
  }

  @Test("a gzipped notice is that notice", .enabled(if: Scratch.has("gzip"), "gzip is not installed"))
  func gzippedNotice() async throws {
    let scratch = try Scratch()
    try scratch.write("notice.xml", notice())
    try scratch.run("gzip", ["notice.xml"])
    #expect(try await walk(scratch.path("notice.xml.gz")) == ["file notice.xml.gz!notice.xml"])
  }

  // MARK: Hostile archives

  @Test(
    "a member that leads out of the archive is named and the rest is read",
    .enabled(if: Scratch.has("tar"), needsTar),
    arguments: ["../buiten.xml", "../buiten.txt", "a/../../buiten.xml"])
  func leadsOut(name: String) async throws {
    let scratch = try Scratch()
    try scratch.write("in/naast.xml", notice())
    let stored = name.split(separator: "/").last.map(String.init) ?? name
    try scratch.write("in/\(stored)", notice("b"))
    try scratch.run(
      "tar", ["-cf", "../a.tar", "--transform", "s,^\(stored)$,\(name),", "-P", stored, "naast.xml"], in: "in"
    )
    let found = try await walk(scratch.path("a.tar"))
    #expect(found == ["unread a.tar!\(name): unsupported", "file a.tar!naast.xml"])
  }

  @Test("an encrypted zip is named as such", .enabled(if: Scratch.has("zip"), needsZip))
  func encrypted() async throws {
    let scratch = try Scratch()
    try scratch.write("notice.xml", notice())
    try scratch.write("los.xml", notice("b"))
    try scratch.zip("a.zip", ["notice.xml"], options: ["-P", "geheim"])
    try scratch.zip("a.zip", ["los.xml"])
    #expect(
      try await walk(scratch.path("a.zip")) == ["unread a.zip!notice.xml: encrypted", "file a.zip!los.xml"])
  }

  @Test(
    "a member of 300 MB of zeros is refused and another is read", .enabled(if: Scratch.has("zip"), needsZip))
  func bomb() async throws {
    let scratch = try Scratch()
    let zeros = try FileHandle(forWritingTo: URL(filePath: scratch.write("nullen.xml", "")))
    try zeros.truncate(atOffset: 300 << 20)
    try zeros.close()
    try scratch.write("notice.xml", notice())
    try scratch.zip("a.zip", ["nullen.xml", "notice.xml"], options: ["-1"])
    #expect(
      try await walk(scratch.path("a.zip")) == [
        "unread a.zip!nullen.xml: too-large", "file a.zip!notice.xml",
      ])
  }

  @Test("a damaged archive is named and the next source is read", .enabled(if: Scratch.has("zip"), needsZip))
  func damaged() async throws {
    let scratch = try Scratch()
    try scratch.write("1.xml", notice())
    try scratch.zip("a.zip", ["1.xml"])
    try scratch.write("half.zip", Array(try scratch.bytes("a.zip").prefix(120)))
    var found: [String] = []
    try await InputWalker().walk([scratch.path("half.zip"), scratch.path("1.xml")]) {
      found.append(describe($0, below: scratch.path))
    }
    #expect(found.last == "file 1.xml")
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("unread half.zip") == true)
    #expect(found.first?.hasSuffix(": malformed") == true)
  }

  @Test("files beyond the limit of a tender are named, the others read")
  func tenderLimit() async throws {
    let scratch = try Scratch()
    try scratch.write("1.txt", String(repeating: "a", count: 600))
    try scratch.write("2.txt", String(repeating: "b", count: 600))
    var limits = IntakeLimits()
    limits.tender = 1000
    let package = InputWalker(limits: limits).package([scratch.path])
    #expect(package.files.map(\.name) == ["1.txt"])
    #expect(package.unread.map(\.reason) == [.tooLarge])
  }

  @Test("a file beyond the limit is refused without being read")
  func fileLimit() async throws {
    let scratch = try Scratch()
    try scratch.write("1.xml", notice())
    var limits = IntakeLimits()
    limits.notice = 100
    var found: [String] = []
    try await InputWalker(limits: limits).walk([scratch.path("1.xml")]) {
      found.append(describe($0, below: scratch.path))
    }
    #expect(found == ["unread 1.xml: too-large"])
  }

  // MARK: Help

  private func walk(_ path: String, as grouping: InputWalker.Grouping = .auto) async throws -> [String] {
    var found: [String] = []
    try await InputWalker(grouping: grouping).walk([path]) { input in
      found.append(describe(input, below: path))
    }
    return found
  }
}

/// One line for a unit of input, with paths below a folder.
private func describe(_ input: Input, below folder: String) -> String {
  func short(_ path: String, _ member: String?) -> String {
    var name = path
    if name == folder {
      name = member == nil && input.isPackageOfFolder ? "." : String(name.split(separator: "/").last ?? "")
    } else if name.hasPrefix(folder + "/") {
      name.removeFirst(folder.count + 1)
    }
    return member.map { "\(name)!\($0)" } ?? name
  }
  switch input {
  case .file(let file): return "file \(short(file.path, file.member))"
  case .unread(let unread):
    return "unread \(short(unread.source.path, unread.source.member)): \(unread.reason.rawValue)"
  case .package(let package):
    let names = package.files.map { file in
      var name = file.member ?? file.path
      for prefix in [package.path + "/", package.member.map { $0 + "/" } ?? ""] where name.hasPrefix(prefix) {
        name.removeFirst(prefix.count)
      }
      return name
    }
    return "package \(short(package.path, package.member)) : \(names.joined(separator: " "))"
  }
}

extension Input {
  fileprivate var isPackageOfFolder: Bool {
    if case .package(let package) = self { return FileBytes.isFolder(package.path) }
    return false
  }
}
