/// A line of a document with what its layout tells, for `TextStructure`.
struct TextLine {
  /// Bytes without the white space around them; empty for a blank line.
  var range: Range<Int>
  var indent = 0
  var layout: Layout?

  var isBlank: Bool { range.isEmpty }

  /// What the place of a line on its page tells; nil for plain text, in which only its characters tell.
  struct Layout {
    var kind = Kind.text
    /// From 1.
    var page: Int32
    /// The line comes near the right edge of its column, so that its sentence may run on in the next one.
    var isFull = false
    /// The first line of a page or column: the sentence before it may run on here.
    var resumes = false
    /// Headers, footers and page breaks between the line before and this one.
    var gap: Range<Int>?
  }

  enum Kind: Equatable {
    case text
    /// A row of the table with this number.
    case row(table: Int)
    /// A line of a table of contents.
    case contents
    /// Set greater than the text, or marked, as a heading of this level.
    case heading(Int)
  }
}
