import Tenders

/// The documents that are at hand, read or not, as their names and headings tell them.
struct DocumentNames {
  /// The annexes that names of documents tell: "Annex_7 conditions.pdf", "07 conditions.pdf".
  let marks: Set<[UInt8]>
  /// The roles of all of them.
  private let roles: Set<DocumentRole>
  /// Folded names, with spaces for what is between words.
  private let names: [[UInt8]]
  /// The name of a document that was not read says nothing of what it is.
  let hasUnknown: Bool

  init(_ reading: Reading) {
    var marks: Set<[UInt8]> = []
    var roles: Set<DocumentRole> = []
    var names: [[UInt8]] = []
    var hasUnknown = false
    let texts = Dictionary(
      reading.file.texts.enumerated().map { ($1.name, reading.roles[$0]) },
      uniquingKeysWith: { first, _ in first })
    var all = reading.file.coverage.documents.map(\.name)
    all += reading.file.texts.filter { $0.role != .notice }.map(\.name).filter { !all.contains($0) }
    for name in all {
      let folded = FoldedText(Self.spaced(name))
      names.append(folded.spaced)
      for mention in reading.lexicon.mentions(.documentNames, in: folded, [0], [-1])
      where reading.signal(mention) == .roleAnnex {
        if let mark = AnnexMark(behind: Int(mention.end), in: folded.bytes) { marks.formUnion(mark.likes) }
      }
      let last = FoldedText(Self.spaced(String(name.split(separator: "/").last ?? ""))).bytes
      if let mark = AnnexMark(leading: last) { marks.formUnion(mark.likes) }
      let role = texts[name] ?? reading.role(named: name)
      if let role { roles.insert(role) }
      hasUnknown = hasUnknown || (texts[name] == nil && role == nil)
    }
    self.marks = marks
    self.roles = roles
    self.names = names
    self.hasUnknown = hasUnknown
  }

  /// A name in words: "Annex7_terms.pdf" as "Annex 7 terms pdf".
  private static func spaced(_ name: String) -> String {
    var spaced = ""
    var letters = 0
    for character in name {
      if character.isNumber, letters >= 3 { spaced.append(" ") }
      letters = character.isLetter ? letters + 1 : 0
      spaced.append("_.-!/".contains(character) ? " " : character)
    }
    return spaced
  }

  /// Roles that one document of a tender has, seldom two.
  private static let single: Set<DocumentRole> = [.specification, .guide, .awardGuide, .priceSheet]

  /// Whether an annex of this title and role is there under another number.
  func isPresent(_ title: String, _ role: DocumentRole) -> Bool {
    if Self.single.contains(role), roles.contains(role) { return true }
    // Behind the word for an annex and its mark stand the words of the title.
    let words = FoldedText(Self.spaced(title)).spaced.split(separator: 0x20).dropFirst(2).filter {
      $0.count >= 3
    }
    // Terms for one thing have many names that tell of a contract; a contract is a contract.
    if role == .contract, words.count <= 1, roles.contains(role) { return true }
    guard !words.isEmpty else { return false }
    return names.contains { name in
      let own = Set(name.split(separator: 0x20))
      return words.allSatisfy { own.contains($0) }
    }
  }

  /// Whether a name holds these words.
  func contains(_ words: [UInt8]) -> Bool {
    let wanted = words.split { !isWordByte($0) }
    return names.contains { name in
      let own = name.split(separator: 0x20)
      return wanted.allSatisfy { own.contains($0) }
    }
  }

  func has(_ role: DocumentRole) -> Bool { roles.contains(role) }
}
