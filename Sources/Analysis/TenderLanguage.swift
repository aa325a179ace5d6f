public import Tenders

extension Judge {
  /// The language in which most of a tender's documents are written, or its notice where no document was read.
  ///
  /// - Returns: an ISO 639-1 code; nil when no text tells it.
  public func language(of file: TenderFile) -> String? { language(of: Reading(file, lexicon)) }

  /// The same of a tender that was read already.
  func language(of reading: Reading) -> String? {
    let file = reading.file
    let hasDocuments = file.texts.contains { $0.role != .notice && !$0.text.isEmpty }
    var bytes: [Int8: Int] = [:]
    for (segment, language) in zip(reading.folded.segments, reading.languages) where language >= 0 {
      let isNotice = file.texts[Int(segment.text)].role == .notice
      if isNotice != hasDocuments { bytes[language, default: 0] += segment.range.count }
    }
    // Of two that are as long, always the same one.
    let most = bytes.max { ($0.value, -Int($0.key)) < ($1.value, -Int($1.key)) }
    return most.flatMap { lexicon.code($0.key) }
  }
}
