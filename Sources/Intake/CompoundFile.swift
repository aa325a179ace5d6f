/// The container of old office files (OLE): only the names in its directory, which tell what it holds.
struct CompoundFile {
  enum Content { case encryptedPackage, word, excel, powerPoint, other }

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var content: Content {
    if entry("EncryptedPackage") != nil { return .encryptedPackage }
    if entry("WordDocument") != nil { return .word }
    if entry("Workbook") != nil || entry("Book") != nil { return .excel }
    return entry("PowerPoint Document") != nil ? .powerPoint : .other
  }

  /// True for a Word file with a password, which its first record says.
  var isEncryptedWord: Bool {
    // The record has no fixed place, but it starts a sector and has a signature.
    var position = 512
    while position + 12 <= bytes.count {
      if bytes[position] == 0xEC, bytes[position + 1] == 0xA5 { return bytes[position + 11] & 1 != 0 }
      position += 512
    }
    return false
  }

  /// Where a directory entry of this name stands: entries have 128 bytes and start with their name in UTF-16.
  private func entry(_ name: String) -> Int? {
    var wanted: [UInt8] = []
    for unit in name.utf16 + [0] {
      wanted.append(UInt8(unit & 0xFF))
      wanted.append(UInt8(unit >> 8))
    }
    var position = 512
    while position + 128 <= bytes.count {
      // The length of the name follows it, with the end that closes it.
      let name = bytes[position..<position + wanted.count]
      if Int(bytes[position + 64]) == wanted.count, name.elementsEqual(wanted) { return position }
      position += 128
    }
    return nil
  }
}
