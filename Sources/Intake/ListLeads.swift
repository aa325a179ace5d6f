/// Finds the passage that introduces a list item: the line before the list, or the item above a deeper one.
struct ListLeads {
  private struct Entry {
    /// Nil for the paragraph before all lists.
    var place: ListPlace?
    /// What it introduces, or what introduces it when it is a whole sentence.
    var lead: Int32?
    /// It ends with a colon: also a list of another kind that follows belongs to it.
    var isOpen = false
  }

  private var open: [Entry] = []

  /// A heading, or a block that ends every list.
  mutating func clear() { open = [] }

  /// A paragraph outside lists; it may introduce one.
  mutating func paragraph(_ passage: Int32, _ text: [UInt8]) {
    open = [Entry(place: nil, lead: Self.introduces(text) ? passage : nil)]
  }

  /// What introduces an item at this place.
  mutating func lead(of place: ListPlace) -> Int32? {
    if let same = open.lastIndex(where: { $0.place?.list == place.list }) {
      open.removeSubrange((same + 1)...)
      while let last = open.last?.place, last.list == place.list, last.level >= place.level {
        open.removeLast()
      }
    } else if let last = open.last, !last.isOpen {
      // Another list: only the item right above it can introduce it.
      open.removeAll { $0.place != nil }
    }
    return open.last?.lead
  }

  /// The item that was asked for; it may introduce deeper ones.
  mutating func item(_ passage: Int32, at place: ListPlace, _ text: [UInt8]) {
    let lead = Self.introduces(text) ? passage : open.last?.lead
    open.append(Entry(place: place, lead: lead, isOpen: text.last == 0x3A))
  }

  /// What introduces a table here.
  var ofTable: Int32? {
    guard let last = open.last, last.place == nil || last.isOpen else { return nil }
    return last.lead
  }

  /// True when a block that ends like this introduces what follows: it does not end a sentence.
  private static func introduces(_ text: [UInt8]) -> Bool {
    guard let last = text.last else { return false }
    return !".!?;".utf8.contains(last)
  }
}
