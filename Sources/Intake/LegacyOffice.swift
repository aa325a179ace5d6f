import Tenders

/// Office files from before 2007 (DOC, XLS), which only a converter reads.
enum LegacyOffice: DocumentExtractor {
  static let kinds: [DocumentKind] = [.doc, .xls]
  static let version: Int? = 2

  static func extract(
    _ bytes: [UInt8], limits: IntakeLimits
  ) async throws(ExtractionError) -> ExtractedDocument {
    let file = CompoundFile(bytes)
    switch file.content {
    case .encryptedPackage: throw locked
    case .word:
      if file.isEncryptedWord { throw locked }
      return try await word(bytes, limits, with: LegacyConverter.word)
    case .excel:
      let hint = "Old Excel format: install LibreOffice Calc, or save it as XLSX."
      let (output, _) = try await convert(bytes, limits, with: LegacyConverter.excel, else: hint)
      return try Xlsx.extract(output, limits: limits)
    case .powerPoint:
      throw ExtractionError(.unsupported, "Presentations are not read; save it as plain text.")
    case .other:
      throw ExtractionError(.unsupported, "No document that is known; save it as DOCX or plain text.")
    }
  }

  private static let locked = ExtractionError(.encrypted, "The file has a password; save it without one.")

  /// Reads an old Word file with the first of these converters that is installed.
  static func word(
    _ bytes: [UInt8], _ limits: IntakeLimits, with converters: [LegacyConverter]
  ) async throws(ExtractionError) -> ExtractedDocument {
    let hint = "Old Word format: install LibreOffice Writer or catdoc, or save it as DOCX."
    let (output, converter) = try await convert(bytes, limits, with: converters, else: hint)
    if case .file = converter.output { return try Docx.extract(output, limits: limits) }
    return try PlainText.extract(output, limits: limits)
  }

  private static func convert(
    _ bytes: [UInt8], _ limits: IntakeLimits, with converters: [LegacyConverter], else hint: String
  ) async throws(ExtractionError) -> (output: [UInt8], by: LegacyConverter) {
    for converter in converters {
      do throws(ChildProcess.Failure) {
        return (try await converter.convert(bytes, limit: limits.file), converter)
      } catch {
        switch error {
        case .notInstalled: continue
        case .timedOut(let seconds):
          throw ExtractionError(
            .tooLarge, "\(converter.name) took over \(seconds) s; save it in a new format.")
        case .outOfMemory, .tooMuchOutput:
          throw ExtractionError(
            .tooLarge, "\(converter.name) needs too much for it; save it in a new format.")
        case .notStarted(let message):
          throw ExtractionError(.unsupported, "\(converter.name) could not be started: \(message)")
        case .killed, .failed:
          throw ExtractionError(.broken, "\(converter.name) cannot read it; save it in a new format.")
        }
      }
    }
    throw ExtractionError(.unsupported, hint)
  }
}
