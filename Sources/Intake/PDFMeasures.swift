/// What is usual in a document: the height of its text and the space between its lines.
struct PDFMeasures {
  /// Height of most of the text, in points.
  private(set) var body: Float = 10
  /// Space between lines of one block, as a part of their height.
  private(set) var gap: Float = 0.3
  /// Heights of headings, the greatest first.
  private(set) var headings: [Float] = []

  init(_ boxes: PDFBoxes) {
    var heights: [Int: Int] = [:]
    var gaps: [Int: Int] = [:]
    for page in boxes.pages {
      var before: (line: PDFBoxes.Line, box: PDFBoxes.Box)?
      for index in page.lines {
        let line = boxes.lines[index]
        guard let box = Self.box(boxes, line) else { continue }
        heights[Self.half(box.height), default: 0] += line.words.count
        if let before, before.line.block == line.block, abs(before.box.height - box.height) < 0.5 {
          let gap = (box.top - before.box.bottom) / max(1, box.height)
          if gap > -0.3, gap < 1.5 { gaps[Int((gap * 20).rounded()), default: 0] += 1 }
        }
        before = (line, box)
      }
    }
    if let most = heights.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) { body = Float(most.key) / 2 }
    if let most = gaps.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) { gap = Float(most.key) / 20 }
    headings = heights.keys.map { Float($0) / 2 }.filter { $0 >= 1.12 * body }.sorted(by: >)
  }

  /// The level of a heading of this height, from 1; nil for text that is no greater than the rest.
  func headingLevel(_ height: Float) -> Int? {
    let height = Float(Self.half(height)) / 2
    guard let rank = headings.firstIndex(where: { $0 <= height }), height >= 1.12 * body else { return nil }
    return min(rank + 1, 4)
  }

  /// True when there is more space between two lines than within a paragraph.
  func isApart(_ upper: PDFBoxes.Box, _ lower: PDFBoxes.Box) -> Bool {
    lower.top - upper.bottom > gap * min(upper.height, lower.height) + 0.3 * body
  }

  static func box(_ boxes: PDFBoxes, _ line: PDFBoxes.Line) -> PDFBoxes.Box? {
    guard let first = line.words.first, let last = line.words.last else { return nil }
    var box = boxes.words[first].box
    box.extend(over: boxes.words[last].box)
    return box
  }

  private static func half(_ height: Float) -> Int { Int((min(max(height, 0), 1000) * 2).rounded()) }
}
