import XML

/// What `tesseract` reads in the image of a page: hOCR, words in lines in paragraphs, with their places in pixels.
enum HOCR {
  /// The words of one page in points; nil when it is no such page.
  ///
  /// - Parameter scale: points of a pixel.
  static func boxes(_ output: [UInt8], scale: Double) -> PDFBoxes? {
    guard let page = try? Document.parse(output) else { return nil }
    guard let whole = page.descendants(page.root, "div").first(where: { has($0, "ocr_page", page) }),
      let size = numbers("bbox", of: whole, page)
    else { return nil }
    var writer = Writer(scale: scale)
    writer.text += "<page width=\"\(size[2] * scale)\" height=\"\(size[3] * scale)\">"
    for paragraph in page.descendants(whole, "p") {
      writer.text += "<block>"
      for line in page.children(paragraph, "span") { writer.write(line, page) }
    }
    return PDFBoxes(Array(writer.text.utf8))
  }

  private static func has(_ element: Document.Element, _ name: String, _ page: Document) -> Bool {
    page.attribute(element, "class") == name
  }

  /// The numbers of a property: `bbox 234 142 478 167; baseline 0.004 -1`.
  private static func numbers(_ name: String, of element: Document.Element, _ page: Document) -> [Double]? {
    let properties = (page.attribute(element, "title") ?? "").split(separator: ";")
    guard let property = properties.first(where: { $0.drop { $0 == " " }.hasPrefix(name + " ") }) else {
      return nil
    }
    let numbers = property.split(separator: " ").dropFirst().compactMap { Double($0) }
    return name == "bbox" && numbers.count != 4 ? nil : numbers
  }

  /// Writes what `pdftotext -bbox-layout` would, so that a page is read in one way wherever it comes from.
  private struct Writer {
    let scale: Double
    var text = ""

    mutating func write(_ line: Document.Element, _ page: Document) {
      guard let box = numbers("bbox", of: line, page) else { return }
      // The height of the type: that of the ink changes with the letters of a line.
      let size = numbers("x_size", of: line, page)?.first ?? box[3] - box[1]
      let baseline = numbers("baseline", of: line, page)?.last ?? 0
      let descenders = numbers("x_descenders", of: line, page)?.first ?? 0
      let bottom = (box[3] + baseline + descenders) * scale
      let height = max(1, (size * scale).rounded())
      text += "<line >"
      for word in page.children(line, "span") {
        guard let place = numbers("bbox", of: word, page) else { continue }
        let letters = page.string(word).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !letters.isEmpty else { continue }
        text += "<word xMin=\"\(place[0] * scale)\" yMin=\"\(bottom - height)\" xMax=\"\(place[2] * scale)\" "
        text += "yMax=\"\(bottom)\">\(escaped(letters))</word>"
      }
    }

    private func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
  }
}
