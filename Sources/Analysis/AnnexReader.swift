import Tenders

/// Finds the annexes and other numbered documents that the texts name, and tells which are not among the documents.
struct AnnexReader {
  static let flag = "annex-missing"
  /// A line that begins with an annex's name and is longer speaks of it; it is not its heading.
  private static let lineLength = 120

  private let reading: Reading
  private var names: DocumentNames { reading.documentNames }

  init(_ reading: Reading) { self.reading = reading }

  /// A place at which a text names an annex.
  private struct Naming {
    var mark: AnnexMark
    var segment: Int
    /// Folded bytes, from the word for an annex to the end of its mark.
    var range: Range<Int>
    /// It stands at the start of its line.
    var opensLine: Bool
  }

  // MARK: Findings

  /// The findings, of which those that point to an annex that is there no longer say that it is missing.
  func confirmed(_ findings: [Finding]) -> [Finding] {
    guard findings.contains(where: { $0.gives.contains(Self.flag) }) else { return findings }
    let present = present()
    return findings.compactMap { finding in
      guard finding.gives.contains(Self.flag) else { return finding }
      let statement = reading.statements[finding.statement]
      let named = reading.mentions[statement.mentions].compactMap { naming($0) }
      if named.contains(where: { !isOfAct($0) && !isPresent($0, present) }) { return finding }
      var rest = finding
      rest.gives.removeAll { $0 == Self.flag }
      return rest.gives.isEmpty ? nil : rest
    }
  }

  // MARK: What is missing

  /// The documents that are named and not there, each with the place that names it first, in the order of the texts.
  func missing() -> [Coverage.Document] {
    let mentions = reading.mentions + mentionsInRest()
    let namings = mentions.compactMap { naming($0) }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let present = namings.isEmpty ? [] : present()
    var missing: [(naming: Naming, document: Coverage.Document)] = []
    // What a text calls an annex of a law at one place is so all over.
    let ofActs = Set(namings.filter(isOfAct).map { Key(text: reading.text($0.segment), mark: $0.mark) })
    for naming in namings where !isPresent(naming, present) {
      guard !ofActs.contains(Key(text: reading.text(naming.segment), mark: naming.mark)),
        !reading.passage(naming.segment).isStruck
      else { continue }
      let entry = document(naming)
      if names.isPresent(entry.name, entry.role) { continue }
      guard let known = missing.firstIndex(where: { $0.naming.mark == naming.mark }) else {
        missing.append((naming, entry))
        continue
      }
      // A list of the annexes says best what each of them is.
      if entry.role != .annex, missing[known].document.role == .annex || naming.opensLine {
        missing[known].document.role = entry.role
      }
      if naming.opensLine, !missing[known].naming.opensLine {
        missing[known].naming.opensLine = true
        missing[known].document.name = entry.name
      }
    }
    let numbered = NumberedDocuments(reading).missing(mentions)
    let all = missing.map(\.document) + numbered
    return all.filter { entry in !names.isPresent(entry.name, entry.role) }
  }

  private struct Key: Hashable {
    var text: Int
    var mark: AnnexMark
  }

  /// The mentions in those parts of a notice that no rule needs.
  private func mentionsInRest() -> [Mention] {
    let rest = reading.folded.segments.indices.filter { !reading.isRead($0) }
    guard !rest.isEmpty else { return [] }
    return reading.lexicon.mentions(.documentNames, in: reading.folded, rest, reading.languages) {
      reading.isExactly($0, $1)
    }
  }

  private func document(_ naming: Naming) -> Coverage.Document {
    let range = naming.range.lowerBound..<titleEnd(naming)
    let words = reading.sourceText(range, in: naming.segment).split(whereSeparator: \.isWhitespace)
    let name = words.joined(separator: " ")
    let place = reading.place(range, in: naming.segment)
    let role = reading.role(named: name) ?? .annex
    return Coverage.Document(
      name: name, kind: .unknown, role: role == .annex ? roleBefore(naming) ?? .annex : role, state: .missing,
      hint: Self.hint(place), namedAt: place)
  }

  /// The role of what an annex in brackets explains: "the price sheet (annex B)".
  private func roleBefore(_ naming: Naming) -> DocumentRole? {
    let bytes = reading.folded.bytes
    let start = naming.range.lowerBound
    guard start >= 2, bytes[start - 1] == 0x28 else { return nil }
    return reading.mentions[reading.bySegment[naming.segment]].lazy.filter { Int($0.end) == start - 2 }
      .compactMap { reading.signal($0)?.role }.first
  }

  static func hint(_ place: Place) -> String {
    let position = [
      place.page.map { "page \($0)" }, place.paragraph.map { "paragraph \($0)" },
      place.line.map { "line \($0)" },
    ].compactMap { $0 }
    return "Named in \(([place.document] + position).joined(separator: ", "))."
  }

  // MARK: Naming

  private func naming(_ mention: Mention) -> Naming? {
    guard reading.signal(mention) == .roleAnnex else { return nil }
    let segment = Int(mention.segment)
    guard
      let mark = AnnexMark(behind: Int(mention.end), in: reading.folded.bytes, isCapital: isCapital(segment))
    else { return nil }
    let line = reading.folded.segments[segment].range
    return Naming(
      mark: mark, segment: segment, range: Int(mention.start)..<mark.range.upperBound,
      opensLine: Int(mention.start) <= line.lowerBound + 4 && line.count < Self.lineLength)
  }

  private func isCapital(_ segment: Int) -> (Int) -> Bool {
    { reading.sourceText($0..<$0 + 1, in: segment).first?.isUppercase ?? false }
  }

  /// Where the title behind a mark ends: the rest of a line that it opens, else words in brackets, quotes or capitals,
  /// behind a dash, or for a kind of document.
  private func titleEnd(_ naming: Naming) -> Int {
    let bytes = reading.folded.bytes
    let end = naming.range.upperBound
    let line = reading.folded.segments[naming.segment].range
    if naming.opensLine, !isSentence(line) { return lineEnd(line, from: end) }
    guard end + 1 < line.upperBound, bytes[end] == 0x20 else { return end }
    let rest = bytes[end + 1..<min(line.upperBound, end + 62)]
    switch rest.first {
    case 0x28?: return rest.firstIndex(of: 0x29).map { $0 + 1 } ?? end
    case 0x22?: return rest.dropFirst().firstIndex(of: 0x22).map { $0 + 1 } ?? end
    case 0x2D?:
      let stop = rest.firstIndex { [0x2C, 0x2E, 0x3A, 0x3B, 0x28, 0x29].contains($0) }
      return stop ?? (rest.endIndex == line.upperBound ? rest.endIndex : end)
    default:
      // "Annex 5 Draft contract": the name of a kind of document.
      let kind = reading.mentions[reading.bySegment[naming.segment]].last {
        Int($0.start) == end + 1 && reading.signal($0)?.role != nil
      }
      if let kind { return Int(kind.end) }
      let word = rest.prefix { isWordByte($0) }
      let written = reading.sourceText(
        word.startIndex..<max(word.endIndex, word.startIndex + 1), in: naming.segment)
      return word.count > 1 && written.allSatisfy(\.isUppercase) ? word.endIndex : end
    }
  }

  private func isSentence(_ line: Range<Int>) -> Bool {
    reading.folded.bytes[line].last == 0x2E || reading.folded.bytes[line].contains(0x3B)
  }

  /// Without the dots and the page number of a table of contents.
  private func lineEnd(_ line: Range<Int>, from start: Int) -> Int {
    let bytes = reading.folded.bytes
    var end = line.upperBound
    var index = start
    while index + 2 < line.upperBound {
      if bytes[index] == 0x2E, bytes[index + 1] == 0x2E || bytes[index + 1] == 0x20, bytes[index + 2] == 0x2E
      {
        end = index
        break
      }
      index += 1
    }
    while end > start, !isWordByte(bytes[end - 1]), bytes[end - 1] != 0x29 { end -= 1 }
    return end
  }

  /// Whether it is the annex of a law, a treaty or a standard: "annex X to Directive …", "ISO 27001 annex A".
  private func isOfAct(_ naming: Naming) -> Bool {
    let range = naming.range
    return mentions(around: naming).contains { mention in
      guard reading.signal(mention) == .act else { return false }
      let (start, end) = (Int(mention.start), Int(mention.end))
      if start >= range.upperBound, start <= range.upperBound + 40 { return leads(range.upperBound..<start) }
      return end <= range.lowerBound && end + 24 >= range.lowerBound && joins(end..<range.lowerBound)
    }
  }

  private func mentions(around naming: Naming) -> [Mention] {
    let own = reading.bySegment[naming.segment]
    if reading.isRead(naming.segment) { return Array(reading.mentions[own]) }
    return reading.lexicon.mentions(.grammar, in: reading.folded, [naming.segment], reading.languages) {
      reading.isExactly($0, $1)
    }
  }

  /// What stands between an annex and its law: "of the public procurement", begun by a short word.
  private func leads(_ range: Range<Int>) -> Bool {
    let bytes = reading.folded.bytes[range]
    guard !bytes.contains(where: { [0x2C, 0x2E, 0x3A, 0x3B, 0x22].contains($0) }) else { return false }
    return bytes.split(whereSeparator: { !isWordByte($0) }).first.map { $0.count <= 3 } ?? true
  }

  /// What stands between a law and its annex: short words, numbers and commas.
  private func joins(_ range: Range<Int>) -> Bool {
    let bytes = reading.folded.bytes[range]
    guard !bytes.contains(where: { $0 == 0x2E || $0 == 0x3B }) else { return false }
    return bytes.split(whereSeparator: { !isWordByte($0) }).allSatisfy { word in
      word.count <= 3 || word.contains { (0x30...0x39).contains($0) }
    }
  }

  // MARK: What is there

  private func isPresent(_ naming: Naming, _ present: Set<[UInt8]>) -> Bool {
    !naming.mark.likes.isDisjoint(with: present)
  }

  /// The numbers and letters of the annexes that are there, by the name of a document or by a heading in one.
  private func present() -> Set<[UInt8]> {
    var present = names.marks
    for segment in reading.folded.segments.indices
    where reading.file.texts[reading.text(segment)].role != .notice {
      if isTop(segment) { for naming in onTop(segment) { present.formUnion(naming.mark.likes) } }
      guard let naming = opening(of: segment), isHeading(naming) else { continue }
      present.formUnion(naming.mark.likes)
    }
    return present
  }

  /// Whether a passage is among the first of its document, where its title stands.
  private func isTop(_ segment: Int) -> Bool {
    segment - reading.firstSegment[reading.text(segment)] < 3
  }

  /// The annexes with which a line of a title begins: names of the buyer and of the tender may stand above it.
  private func onTop(_ segment: Int) -> [Naming] {
    let bytes = reading.file.texts[reading.text(segment)].text
    return reading.mentions[reading.bySegment[segment]].compactMap { naming($0) }.filter { naming in
      let start = reading.sourceRange(naming.range, in: segment).lowerBound
      return start > 0 && bytes[start - 1] == 0x0A && opening(of: segment + 1) == nil
    }
  }

  /// The annex with whose name a line opens.
  private func opening(of segment: Int) -> Naming? {
    guard segment < reading.bySegment.count else { return nil }
    return reading.mentions[reading.bySegment[segment]].lazy.filter { reading.signal($0) == .roleAnnex }.first
      .flatMap(naming).flatMap { $0.opensLine ? $0 : nil }
  }

  /// Whether a line is the heading of the annex itself, not an entry in a list of annexes or a sentence about it.
  private func isHeading(_ naming: Naming) -> Bool {
    let segment = naming.segment
    let passage = reading.passage(segment)
    guard [.title, .heading, .paragraph].contains(passage.form) else { return false }
    let neighbours = [segment - 1, segment + 1].filter {
      reading.folded.segments.indices.contains($0) && reading.text($0) == reading.text(segment)
    }
    if neighbours.contains(where: { opening(of: $0).map { $0.mark != naming.mark } ?? false }) {
      return false
    }
    guard passage.form == .paragraph, segment - reading.firstSegment[reading.text(segment)] >= 6 else {
      return true
    }
    let bytes = reading.folded.bytes
    let rest = naming.range.upperBound..<reading.folded.segments[segment].range.upperBound
    guard let next = rest.first(where: { isWordByte(bytes[$0]) }) else { return true }
    return reading.sourceText(next..<next + 1, in: segment).first.map { !$0.isLowercase } ?? true
  }
}
