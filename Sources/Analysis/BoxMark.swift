import Tenders

/// A box before a passage that was ticked or left open.
enum BoxMark {
  case ticked, open

  /// The box with which a passage begins, behind at most a bullet or the border of a table; nil when there is none.
  init?(_ text: ArraySlice<UInt8>) {
    let start = text.prefix(16).drop { $0 == 0x20 || $0 == 0x7C || $0 == 0x2D || $0 == 0x2A }
    guard let mark = Self.marks.first(where: { start.starts(with: $0.bytes) }) else { return nil }
    self = mark.box
  }

  private static let marks: [(bytes: [UInt8], box: BoxMark)] =
    ["☐", "□", "▢", "[ ]", "[]", "( )"].map { (Array($0.utf8), .open) }
    + ["☑", "☒", "■", "✓", "✔", "✗", "✘", "[x]", "[X]", "(x)", "(X)"].map { (Array($0.utf8), .ticked) }
}

extension Reading {
  /// The passages of a text that somebody left open where he ticked others: they are not chosen. Where nothing is ticked
  /// the boxes are for the tenderer, and none is left out.
  func openBoxes(of text: Int) -> Set<Int> {
    let source = file.texts[text]
    var open: Set<Int> = []
    var hasTicked = false
    for (position, passage) in source.passages.enumerated() {
      switch BoxMark(source.text[passage.range]) {
      case .open: open.insert(segment(of: Int32(position), in: text))
      case .ticked: hasTicked = true
      case nil: break
      }
    }
    return hasTicked ? open : []
  }
}
