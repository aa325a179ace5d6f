import Tenders
import XML

/// The parts of an OpenDocument file that its readers need.
struct OdfPackage {
  let content: Document
  let styles: OdfStyles
  /// The part that holds what stands at the head and foot of pages.
  let stylePart: Document?

  init(_ bytes: [UInt8], limits: IntakeLimits) throws(ExtractionError) {
    let package = try OfficePackage(bytes, limits: limits)
    // Encrypted parts are no XML, so this must be asked first.
    let manifest = package.bytes("META-INF/manifest.xml") ?? []
    if manifest[...].contains(sequence: "encryption-data") {
      throw ExtractionError(.encrypted, "The file has a password; save it without one.")
    }
    guard let content = try package.document("content.xml") else {
      throw ExtractionError(.broken, "There is no OpenDocument content in it; open it and save it again.")
    }
    stylePart = try package.document("styles.xml")
    self.content = content
    styles = OdfStyles([stylePart, content].compactMap(\.self))
  }
}
