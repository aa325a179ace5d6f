import Tenders
import Testing

@testable import Intake

@Suite("Telling web pages")
struct HTMLStartTests {
  @Test(
    "Pages are known behind declarations and comments",
    arguments: [
      "<!DOCTYPE html><p>", "<HTML>", "<html xmlns:o='x'>",
      "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x' 'y'>\n<html>", "<!-- saved -->\n <div class='a'>",
      "<p>",
      "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>",
    ])
  func pages(page: String) {
    #expect(FileKind.of(Array(page.utf8), name: "x") == .document(.html))
  }

  @Test(
    "Other markup is none",
    arguments: [
      "<?xml version='1.0'?><ContractNotice>", "<TED_EXPORT>", "<!-- html --><Package>", "<!--", "<?xml", "<",
      "<!DOCTYPE x>", "<htmlish/>",
    ])
  func others(markup: String) {
    #expect(FileKind.of(Array(markup.utf8), name: "x") == .xml)
  }
}
