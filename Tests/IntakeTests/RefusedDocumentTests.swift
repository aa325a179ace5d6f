import Tenders
import Testing

@testable import Intake

@Suite("Office files that cannot be read")
struct RefusedDocumentTests {
  @Test(
    "Each has a state and a hint",
    arguments: [
      ("damaged.docx", Coverage.State.broken, "The file is damaged"),
      ("malformed.docx", .broken, "word/document.xml is not well-formed, line"),
      ("entities.docx", .broken, "word/document.xml, line 2: it declares entities"),
      ("no-document.docx", .broken, "There is no Word document in it"),
      ("encrypted.docx", .encrypted, "The file has a password"),
      ("encrypted.odt", .encrypted, "The file has a password"),
      ("empty.docx", .noText, "There is no text in it."),
      ("empty.xlsx", .noText, "There is no text in its sheets."),
      ("scripts-only.html", .noText, "There is no text in it."),
      ("other.doc", .unsupported, "No document that is known"),
    ])
  func refusal(name: String, state: Coverage.State, hint: String) async throws {
    let refusal = try #require(await OfficeFixture.refusal(of: name))
    #expect(refusal.state == state)
    #expect(refusal.hint.hasPrefix(hint))
  }

  @Test("A member that unpacks beyond the limit is too large")
  func tooLarge() throws {
    var limits = IntakeLimits()
    limits.file = 10_000
    let bytes = try OfficeFixture.bytes("clauses-nl.docx")
    let error = #expect(throws: ExtractionError.self) { try Docx.extract(bytes, limits: limits) }
    #expect(error?.state == .tooLarge)
  }

  @Test("Any end of a file is read or refused, never more", arguments: ["hand-nl.rtf", "page-nl.html"])
  func cut(name: String) async throws {
    let bytes = try OfficeFixture.bytes(name)
    for end in stride(from: 6, to: bytes.count, by: 7) {
      let part = Array(bytes[..<end])
      do throws(ExtractionError) {
        let document =
          name.hasSuffix("rtf")
          ? try Rtf.extract(part, limits: IntakeLimits()) : try Html.extract(part, limits: IntakeLimits())
        #expect(document.passages.allSatisfy { $0.range.upperBound <= document.text.count })
      } catch {
        #expect(error.state == .noText)
      }
    }
  }
}
