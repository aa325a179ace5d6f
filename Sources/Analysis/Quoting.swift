import Tenders

extension Reading {
  /// The quote of a statement: the source's own characters, with their place.
  func evidence(_ statement: Statement, rule: String, gives: String) -> Evidence {
    let bytes = sourceRange(statement.range, in: statement.segment)
    let textIndex = text(statement.segment)
    let source = file.texts[textIndex]
    let passage = passage(statement.segment)
    return Evidence(
      rule: rule, gives: gives, quote: string(source, bytes),
      language: lexicon.code(languages[statement.segment]) ?? passage.language,
      place: place(source, bytes, passage, in: textIndex))
  }

  /// The text of an element of the notice as evidence, for what is stated by a code or a number.
  func evidence(element: Int32, rule: String, gives: String) -> Evidence? {
    guard let source = file.texts.first(where: { $0.locate != nil }), let found = source.locate?(element)
    else {
      return nil
    }
    var range = found.range
    while range.lowerBound < range.upperBound, source.text[range.lowerBound] <= 0x20 {
      range = range.lowerBound + 1..<range.upperBound
    }
    while range.lowerBound < range.upperBound, source.text[range.upperBound - 1] <= 0x20 {
      range = range.lowerBound..<range.upperBound - 1
    }
    return Evidence(
      rule: rule, gives: gives, quote: string(source, range), language: nil,
      place: Place(
        document: source.name, page: nil, paragraph: nil, row: nil, heading: [], xpath: found.xpath,
        line: found.line, offset: scalars(source, found.range.lowerBound..<range.lowerBound),
        length: scalars(source, range)))
  }

  /// The place of a range of folded text.
  func place(_ range: Range<Int>, in segment: Int) -> Place {
    let text = text(segment)
    return place(file.texts[text], sourceRange(range, in: segment), passage(segment), in: text)
  }

  private func place(_ source: SourceText, _ bytes: Range<Int>, _ passage: Passage, in text: Int) -> Place {
    let element = passage.element.flatMap { source.locate?($0) }
    let offset =
      element == nil
      ? scalars(before: bytes.lowerBound, in: text)
      : scalars(source, passage.range.lowerBound..<bytes.lowerBound)
    return Place(
      document: source.name, page: page(source, bytes, passage), paragraph: passage.paragraph.map(Int.init),
      row: passage.row.map(Int.init),
      heading: passage.headings.map { heading($0, source) }, xpath: element?.xpath, line: element?.line,
      offset: offset, length: scalars(source, bytes))
  }

  /// The page on which a quote begins: a passage can run over several, with a form feed after each.
  private func page(_ source: SourceText, _ bytes: Range<Int>, _ passage: Passage) -> Int? {
    guard let first = passage.page else { return nil }
    return Int(first) + source.text[passage.range.lowerBound..<bytes.lowerBound].count { $0 == 0x0C }
  }

  /// A heading without its Markdown marks.
  private func heading(_ position: Int32, _ source: SourceText) -> String {
    let text = string(source, source.passages[Int(position)].range)
    return String(text.drop { $0 == "#" || $0 == " " })
  }

  private func string(_ source: SourceText, _ range: Range<Int>) -> String {
    source.text.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
  }

  private func scalars(_ source: SourceText, _ range: Range<Int>) -> Int {
    source.text[range].count { $0 & 0xC0 != 0x80 }
  }

  /// The scalars of a text before a byte. A quote late in a long text has many before it, so they are counted once,
  /// block by block.
  private func scalars(before byte: Int, in text: Int) -> Int {
    let source = file.texts[text]
    if scalarCounts[text] == nil {
      var counts = [0]
      for start in stride(from: 0, to: source.text.count, by: Self.block) {
        let block = start..<min(start + Self.block, source.text.count)
        counts.append((counts.last ?? 0) + scalars(source, block))
      }
      scalarCounts[text] = counts
    }
    let block = byte / Self.block
    return (scalarCounts[text]?[block] ?? 0) + scalars(source, block * Self.block..<byte)
  }

  /// Bytes of a text whose scalars are counted together.
  private static let block = 4096
}
