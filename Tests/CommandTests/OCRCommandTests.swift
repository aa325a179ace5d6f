import Foundation
import Testing

@Suite("--ocr") struct OCRCommandTests {
  static let hasTesseract = Scratch.has("tesseract")
  private let scan = Program.root.appending(path: "Tests/Fixtures/pdf/scanned-nl.pdf").path

  @Test(
    "check, scan and text read a scan, and say that it was recognised",
    .enabled(if: hasTesseract, "tesseract is not installed"))
  func recognised() throws {
    let scratch = try Scratch()
    let environment = ["XDG_CACHE_HOME": scratch.path("cache")]
    func checked(_ options: String...) throws -> JSON {
      try JSON(
        try Program.run(["check", scan, "--format", "json"] + options, environment: environment).output)[0]
    }
    let without = try checked()
    #expect(without["coverage"]["documents"][0]["state"].string == "no-text")
    #expect(without["verdicts"][0]["level"].string == "not-assessable")
    let with = try checked("--ocr")
    #expect(with["coverage"]["documents"][0]["state"].string == "read")
    #expect(with["coverage"]["documents"][0]["ocr"].bool == true)
    #expect(with["verdicts"][0]["level"].string == "due-diligence")
    #expect(with["verdicts"][0]["confidence"].string == "check")
    // What was recognised does not count for whoever did not ask for it.
    #expect(try checked()["verdicts"][0]["level"].string == "not-assessable")

    let text = try Program.run("check", scan, "--ocr", "--language", "de")
    #expect(text.text.contains("Der Text wurde in Bildern erkannt (OCR)"))
    #expect(text.text.contains("es beruht auf Text, der in Bildern erkannt wurde (OCR)"))
    try scratch.copy("Tests/Fixtures/pdf/scanned-nl.pdf", to: "Bestek.pdf")
    let batch = try Program.run("scan", scratch.path, "--ocr", "--format", "ndjson")
    #expect(try batch.objects().first?["verdicts"][0]["level"].string == "due-diligence")
    #expect(try Program.run("text", scan, "--ocr").text.contains("misstanden te stoppen"))
    #expect(try Program.run("text", scan).status == 2)
  }

  @Test(
    "silence that rests on recognised text is to be checked",
    .enabled(if: hasTesseract, "tesseract is not installed"))
  func silent() throws {
    let scratch = try Scratch()
    let document = try scratch.write("t/Bestek.txt", "De opdrachtnemer levert op tijd.\n")
    let pages = Program.root.appending(path: "Tests/Fixtures/pdf/scan.pdf").path
    try FileManager.default.copyItem(atPath: pages, toPath: scratch.path("t/Scan.pdf"))
    let json = try JSON(try Program.run("check", scratch.path("t"), "--ocr", "--format", "json").output)[0]
    let scanned = try #require(json["coverage"]["documents"].array.first { $0["kind"].string == "pdf" })
    if scanned["state"].string == "read" { #expect(json["verdicts"][0]["confidence"].string == "check") }
    let plain = try JSON(try Program.run("check", document, "--ocr", "--format", "json").output)[0]
    #expect(plain["verdicts"][0]["confidence"].string == "certain")
  }

  @Test(
    "without tesseract it says what to install, in each language, and reads the rest",
    arguments: ["nl", "fr", "de", "en"])
  func missing(language: String) throws {
    let scratch = try Scratch()
    let bin = scratch.url.appending(path: "bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    for tool in ["pdftotext", "pdftoppm"] {
      try FileManager.default.createSymbolicLink(
        atPath: bin.appending(path: tool).path, withDestinationPath: "/usr/bin/\(tool)")
    }
    let environment = ["PATH": bin.path]
    let check = try Program.run(
      "check", scan, "--ocr", "--language", language, "--format", "json", environment: environment)
    #expect(check.status == 0)
    #expect(isOneLine(check.errors))
    #expect(check.errors.contains("tesseract"))
    #expect(check.errors.contains("apt install tesseract-ocr"))
    #expect(try JSON(check.output)[0]["coverage"]["documents"][0]["state"].string == "no-text")
    let text = try Program.run("text", scan, "--ocr", environment: environment)
    #expect(text.status == 2)
    #expect(text.errors.contains("apt install tesseract-ocr"))
  }
}
