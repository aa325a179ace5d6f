import Foundation
import Testing

@Suite struct CacheTests {
  private static let document = Program.root.appending(path: "Tests/Fixtures/pdf/one-column-nl.pdf").path

  private func info(_ folder: Scratch) throws -> String {
    try Program.run("cache", "info", environment: ["XDG_CACHE_HOME": folder.path]).text
  }

  @Test(
    "the text of a PDF is kept from one run to the next",
    .enabled(if: Scratch.has("pdftotext"), "pdftotext is not installed"))
  func kept() throws {
    let folder = try Scratch()
    let environment = ["XDG_CACHE_HOME": folder.path]
    let without = try Program.run("check", Self.document, "--no-cache", environment: environment)
    #expect(without.status == 0)
    #expect(try info(folder).contains(": 0 documents, 0 bytes"))
    let first = try Program.run("check", Self.document, environment: environment)
    #expect(try info(folder).contains(": 1 document, "))
    let second = try Program.run("check", Self.document, environment: environment)
    #expect(first.text == without.text)
    #expect(second.text == without.text)
    #expect(try Program.run("cache", "clear", environment: environment).status == 0)
    #expect(try info(folder).contains(": 0 documents, 0 bytes"))
  }

  @Test("a cache that cannot be used changes no verdict")
  func unusable() throws {
    let folder = try Scratch()
    try folder.write("toetssteen", "a file where the folder would be")
    let environment = ["XDG_CACHE_HOME": folder.path]
    let sample = Program.sample("01-silent")
    let with = try Program.run("check", sample, environment: environment)
    #expect(with.status == 0)
    #expect(try with.text == Program.run("check", sample, "--no-cache").text)
    let info = try Program.run("cache", "info", environment: environment)
    #expect(info.status == 2)
    #expect(info.errors.contains("no cache can be used"))
  }
}
