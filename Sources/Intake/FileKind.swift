public import Tenders

/// What a file is, told by its first bytes; the name only helps where the content cannot tell.
public enum FileKind: Sendable, Equatable {
  case empty
  /// Markup that starts like XML; whether it is a notice, its root tells.
  case xml
  case json
  /// A zip, tar or compressed file to open and read on.
  case archive
  /// A document of a tender.
  case document(DocumentKind)
  /// Bytes of no known kind.
  case binary

  /// Bytes that are enough to tell a kind.
  static let headLength = 4096

  /// The kind of a file that begins with `bytes`.
  ///
  /// - Parameter name: the file's name, which tells Markdown from text and office files from plain archives.
  public static func of(_ bytes: [UInt8], name: String) -> FileKind {
    let head = bytes.prefix(headLength)
    if head.isEmpty { return .empty }
    // Most files of a batch are XML in UTF-8; nothing else starts so.
    if head.starts(with: "<TED_".utf8) { return .xml }
    if head.starts(with: "<?xml ".utf8) { return HTMLStart.isHTML(head) ? .document(.html) : .xml }
    let ending = fileExtension(name)
    if head.starts(with: "%PDF-".utf8) { return .document(.pdf) }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return packed(head, ending: ending)
    }
    for magic in compressed where head.starts(with: magic) { return .archive }
    if head.count > 262, head[257...].starts(with: "ustar".utf8) { return .archive }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .document(ending == "xls" ? .xls : .doc) }
    if head.starts(with: "{\\rtf".utf8) { return .document(.rtf) }
    if images.contains(where: { head.starts(with: $0) }) { return .document(.image) }
    return text(head, ending: ending)
  }

  /// The kind that a name promises, for deciding what a folder holds without opening every file.
  static func promised(by name: String) -> DocumentKind? {
    switch fileExtension(name) {
    case "pdf": .pdf
    case "doc": .doc
    case "docx", "docm": .docx
    case "odt": .odt
    case "rtf": .rtf
    case "xls": .xls
    case "xlsx", "xlsm": .xlsx
    case "ods": .ods
    case "pptx": .pptx
    case "htm", "html", "xhtml": .html
    case "txt", "text": .text
    case "md", "markdown": .markdown
    default: nil
    }
  }

  /// The part of a name behind its last dot, lower-case.
  static func fileExtension(_ name: String) -> String {
    let last = name.split(separator: "/").last ?? ""
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return "" }
    return last[last.index(after: dot)...].lowercased()
  }

  private static let compressed: [[UInt8]] = [
    [0x1F, 0x8B], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0x42, 0x5A, 0x68], [0x28, 0xB5, 0x2F, 0xFD],
  ]
  private static let images: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A],
    [0x47, 0x49, 0x46, 0x38],
  ]

  /// Office files are zip archives that name their kind early in the first member.
  private static func packed(_ head: ArraySlice<UInt8>, ending: String) -> FileKind {
    let start = String(decoding: head.prefix(400), as: UTF8.self)
    if start.contains("mimetypeapplication/vnd.oasis.opendocument.text") { return .document(.odt) }
    if start.contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet") { return .document(.ods) }
    let office = ["[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/"]
    guard office.contains(where: { start.contains($0) }) else { return .archive }
    return switch ending {
    case "xlsx", "xlsm": .document(.xlsx)
    case "pptx": .document(.pptx)
    case "docx", "docm": .document(.docx)
    default: start.contains("xl/") ? .document(.xlsx) : .document(.docx)
    }
  }

  private static func text(_ head: ArraySlice<UInt8>, ending: String) -> FileKind {
    var rest = head
    let wide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    if wide { rest = head.dropFirst(2)[...].filter { $0 != 0 }[...] }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { rest = head.dropFirst(3) }
    if !wide, head.starts(with: [0x3C, 0x00]) || head.starts(with: [0x00, 0x3C]) { return .xml }
    rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if !wide, rest.contains(0) { return .binary }
    if rest.first == 0x3C { return HTMLStart.isHTML(rest) ? .document(.html) : .xml }
    if ending == "json" || ending == "jsonl", rest.first == 0x7B || rest.first == 0x5B { return .json }
    let controls = rest.count { $0 < 0x09 || (0x0E..<0x20).contains($0) }
    if !wide, controls * 50 > rest.count { return .binary }
    return .document(ending == "md" || ending == "markdown" ? .markdown : .text)
  }
}
