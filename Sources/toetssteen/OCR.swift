import ArgumentParser
import Intake
import Reports

/// Whether the text of scanned PDFs is recognised.
struct OCROption: ParsableArguments {
  @Flag(help: "Recognise the text of scanned PDFs with tesseract, where it is installed.")
  var ocr = false

  /// Nil when it is not asked for, or cannot be done; then standard error says what to install.
  func recognition(_ language: ReportLanguage) async -> TextRecognition? {
    guard ocr else { return nil }
    do throws(TextRecognition.Missing) {
      return try await TextRecognition.find()
    } catch {
      switch error {
      case .program(let name): printError(Messages(language).notRecognised(lacking: name))
      case .languages: printError(Messages(language).notRecognised(lacking: nil))
      }
      return nil
    }
  }
}
