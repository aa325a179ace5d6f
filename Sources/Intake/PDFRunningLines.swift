/// Headers, footers and page numbers: rows at the edges of the pages that repeat, digits aside.
struct PDFRunningLines {
  /// For each page, the rows at its top and at its bottom.
  private(set) var pages: [(top: Int, bottom: Int)]

  /// Rows at each edge that can be running lines.
  private static let depth = 4

  init(_ pages: [PDFRows], _ boxes: PDFBoxes, _ measures: PDFMeasures) {
    self.pages = pages.map { _ in (0, 0) }
    var counts: [Key: Tally] = [:]
    var candidates: [[(row: Int, key: Key)]] = []
    for (number, page) in pages.enumerated() {
      let size = boxes.pages[number]
      var found: [(row: Int, key: Key)] = []
      for depth in 0..<min(Self.depth, page.rows.count) {
        for isTop in [true, false] {
          let row = isTop ? depth : page.rows.count - 1 - depth
          let box = page.box(of: row)
          let isAtEdge = isTop ? box.bottom < size.height * 0.17 : box.top > size.height * 0.83
          guard isAtEdge, box.height < 1.12 * measures.body || box.top < size.height * 0.06 else { continue }
          if Self.isProse(page, row, width: size.width) { continue }
          let (key, numbers) = Self.key(page, row, boxes, isTop: isTop)
          counts[key, default: Tally()].add(numbers, page: number)
          if let value = Self.pageNumber(page, row, boxes) {
            counts[Key(text: [], isTop: isTop), default: Tally()].add([value], page: number)
          }
          found.append((row, key))
        }
      }
      candidates.append(found)
    }
    let least = pages.count < 3 ? 2 : max(2, pages.count * 3 / 10)
    for (number, page) in pages.enumerated() {
      let repeated = Set(
        candidates[number].filter { found in
          if found.key.isNumberAlone { return true }
          // Few words with the page and the number of pages, also on one page alone: `Page 1 / 1`.
          let (key, numbers) = Self.key(page, found.row, boxes, isTop: found.key.isTop)
          if numbers == [number + 1, pages.count], key.text.count(where: { $0 == 0x20 }) <= 4 { return true }
          if let tally = counts[found.key], tally.pages >= least, tally.isRunning { return true }
          // The title of a chapter, which changes, beside the number of the page.
          guard let value = Self.pageNumber(page, found.row, boxes) else { return false }
          let tally = counts[Key(text: [], isTop: found.key.isTop)]
          return tally.map { $0.pages * 2 >= pages.count && $0.pages > 1 && $0.counts(value, page: number) }
            ?? false
        }.map(\.row))
      self.pages[number] = Self.edges(page, repeated, measures)
    }
  }

  /// From the edge inwards as far as rows repeat, where space sets them off from the text.
  private static func edges(
    _ page: PDFRows, _ repeated: Set<Int>, _ measures: PDFMeasures
  ) -> (top: Int, bottom: Int) {
    let last = page.rows.count - 1
    func isSetOff(_ upper: Int, _ lower: Int) -> Bool {
      guard upper >= 0, lower <= last else { return true }
      let space = page.box(of: lower).top - page.box(of: upper).bottom
      return space > (measures.gap + 0.55) * measures.body
    }
    var top = 0
    while repeated.contains(top) { top += 1 }
    while top > 0, !isSetOff(top - 1, top) { top -= 1 }
    var bottom = 0
    while last - bottom >= top, repeated.contains(last - bottom) { bottom += 1 }
    while bottom > 0, !isSetOff(last - bottom, last - bottom + 1) { bottom -= 1 }
    return (top, bottom)
  }

  // MARK: What repeats

  private struct Key: Hashable {
    var text: [UInt8]
    var isTop: Bool
    /// A page number and nothing else.
    var isNumberAlone: Bool { text.contains(0x23) && text.allSatisfy { "#-–—/.|() ".utf8.contains($0) } }
  }

  /// How often a row was seen, and whether the numbers in it stay the same or count the pages.
  private struct Tally {
    var pages = 0
    /// Number less page, how often.
    private var offsets: [Int: Int] = [:]
    private var values: [[Int]: Int] = [:]

    mutating func add(_ numbers: [Int], page: Int) {
      pages += 1
      values[numbers, default: 0] += 1
      for offset in Set(numbers.map { $0 - page }) { offsets[offset, default: 0] += 1 }
    }

    /// True when this number is what most pages have here: their own.
    func counts(_ value: Int, page: Int) -> Bool { (offsets[value - page] ?? 0) * 10 >= pages * 7 }

    var isRunning: Bool {
      let most = max(offsets.values.max() ?? 0, values.values.max() ?? 0)
      return most * 10 >= pages * 8
    }
  }

  /// True for a row of running text, which repeats only by chance.
  private static func isProse(_ page: PDFRows, _ row: Int, width: Float) -> Bool {
    guard page.rows[row].count == 1, let segment = page.rows[row].first.map({ page.segments[$0] }) else {
      return false
    }
    return segment.words.count >= 9 && segment.box.width > 0.6 * width
  }

  /// The number that stands alone at the outer side of a row with more in it.
  private static func pageNumber(_ page: PDFRows, _ row: Int, _ boxes: PDFBoxes) -> Int? {
    guard page.rows[row].count > 1 else { return nil }
    for index in [page.rows[row].upperBound - 1, page.rows[row].lowerBound] {
      let segment = page.segments[index]
      guard segment.words.count == 1, let word = segment.words.first, boxes.words[word].text.count <= 5 else {
        continue
      }
      if let value = Int(String(decoding: boxes.text[boxes.words[word].text], as: UTF8.self)) { return value }
    }
    return nil
  }

  /// A row's text with `#` for each number, and the numbers.
  private static func key(
    _ page: PDFRows, _ row: Int, _ boxes: PDFBoxes, isTop: Bool
  ) -> (Key, [Int]) {
    var text: [UInt8] = []
    var numbers: [Int] = []
    var inNumber = false
    for segment in page.segments[page.rows[row]] {
      for words in [segment.mark ?? 0..<0, segment.words] {
        for word in words {
          for byte in boxes.text[boxes.words[word].text] {
            if (0x30...0x39).contains(byte) {
              let digit = Int(byte & 15)
              if inNumber, let last = numbers.popLast() {
                numbers.append(last < 1_000_000 ? last * 10 + digit : last)
              } else {
                numbers.append(digit)
                text.append(0x23)
              }
              inNumber = true
            } else {
              inNumber = false
              text.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            }
          }
          inNumber = false
          text.append(0x20)
        }
      }
    }
    return (Key(text: text, isTop: isTop), numbers)
  }
}
