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

/// What the same document reads as in more than one format.
enum SharedOutline {
  static let clauses = """
    H1 [1] 1. Inleiding
    H1 [2] 2. Eisen aan de steen
    H2 [2.1] 2.1. Herkomst
    P De leverancier kent de groeve en altijd de keten.
    P~ soms
    P Zie bijlage twee.
    P Hij levert:
    L [1] 1. een lijst; < Hij levert:
    L a) met namen < Hij levert:
    L b) met plaatsen < Hij levert:
    L [2] 2. een verslag. < Hij levert:
    P Vervolg:
    L [3] 3. een audit. < Vervolg:
    L • zonder nummer < Vervolg:
    R1 Soort | Eis
    R2 Graniet | Herkomst bekend < Soort | Eis
    C [1] 1. Inleiding 3
    P~ Deze alinea geldt niet meer.
    """

  static let awardTable = """
    H1 Critères d’attribution
    P Les offres sont évaluées comme suit :
    R1 Critère | Exigence | Points < Les offres sont 
    R2 Qualité | Plan de travail | 40 < Critère | Exigen
    R3 | Traçabilité des pierres | 20 < Critère | Exigen
    R4 Prix | 40 < Critère | Exigen
    P Le total est de cent points.
    """
}
