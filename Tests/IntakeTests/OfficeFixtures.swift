import Tenders

@testable import Intake

/// The documents in `Tests/Fixtures/office`, which `make-office.py` writes.
enum OfficeFixture {
  static func bytes(_ name: String) throws(FileError) -> [UInt8] {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return try FileBytes.read("/\(tests)/Fixtures/office/\(name)", limit: 1 << 20)
  }

  /// Reads a fixture as the intake does: its kind from its content.
  static func read(_ name: String) async throws -> ExtractedDocument {
    let bytes = try bytes(name)
    guard case .document(let kind) = FileKind.of(bytes, name: name),
      let extractor = documentExtractors.first(where: { $0.kinds.contains(kind) })
    else { throw ExtractionError(.unsupported, "no extractor for \(name)") }
    return try await extractor.extract(bytes, limits: IntakeLimits())
  }

  /// Why a fixture is not read; nil when it is.
  static func refusal(of name: String) async throws -> ExtractionError? {
    do {
      _ = try await read(name)
      return nil
    } catch let error as ExtractionError {
      return error
    }
  }
}

extension ExtractedDocument {
  /// One line for each passage: its form with its depth or row, `~` when struck, its clause number, its text with `/`
  /// for line breaks, and behind `<` the start of what introduces it.
  var outline: String {
    passages.map { passage in
      var mark =
        switch passage.form {
        case .title: "T"
        case .heading: "H\(passage.headings.count + 1)"
        case .listItem: "L"
        case .tableRow: "R\(passage.row ?? 0)"
        case .contents: "C"
        default: "P"
        }
      if passage.isStruck { mark += "~" }
      if let number = passage.number { mark += " [\(string(number))]" }
      var line = "\(mark) \(string(passage.range))"
      if let lead = passage.leadIn { line += " < \(string(passages[Int(lead)].range).prefix(16))" }
      return line.split(separator: "\n").joined(separator: "/")
    }.joined(separator: "\n")
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
