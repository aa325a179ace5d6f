/// A block of a document as its format has it: what every office reader makes, and `DocumentWriter` writes down.
enum Block {
  case paragraph(Paragraph)
  case table(Table)
}

struct Paragraph {
  enum Style: Equatable {
    case body, title, contents
    /// From 1.
    case heading(Int)
  }

  var text = BlockText()
  var style = Style.body
  /// The number or bullet that the program shows before the text.
  var label = ""
  /// Nil outside lists.
  var list: ListPlace?
  /// All of it is in bold type.
  var isBold = false
  /// Notes that it calls and text boxes that are anchored in it.
  var after: [Block] = []

  init() {}

  init(_ text: BlockText) { self.text = text }
}

struct ListPlace: Equatable {
  /// Tells lists apart.
  var list: Int
  /// From 0.
  var level: Int
}

struct Table {
  var rows: [Row] = []

  struct Row {
    var cells: [[Block]] = []
    /// The document itself says that it is a header.
    var isHeader = false
  }
}

extension Block {
  /// Calls `body` on every paragraph, also those in tables, notes and boxes.
  static func forEach(in blocks: [Block], _ body: (Paragraph) -> Void) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        body(paragraph)
        forEach(in: paragraph.after, body)
      case .table(let table):
        for row in table.rows { for cell in row.cells { forEach(in: cell, body) } }
      }
    }
  }
}
