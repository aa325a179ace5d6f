/// Writes JSON text with its fields in the order in which they are given.
///
/// Foundation's encoder orders fields by name or by chance and costs more than reading the notice did; the order of
/// fields is part of what people read, so this small writer keeps it.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  init() { bytes.reserveCapacity(4096) }

  // MARK: Structure

  mutating func object(_ key: StaticString? = nil, _ content: (inout JSONWriter) -> Void) {
    open(key, 0x7B)
    content(&self)
    close(0x7D)
  }

  mutating func array(_ key: StaticString? = nil, _ content: (inout JSONWriter) -> Void) {
    open(key, 0x5B)
    content(&self)
    close(0x5D)
  }

  /// An array with one object for each element.
  mutating func array<Element>(
    _ key: StaticString, of elements: [Element], _ content: (inout JSONWriter, Element) -> Void
  ) {
    array(key) { json in
      for element in elements { json.object { content(&$0, element) } }
    }
  }

  private mutating func open(_ key: StaticString?, _ bracket: UInt8) {
    prepare(key)
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func prepare(_ key: StaticString?) {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
    guard let key else { return }
    bytes.append(0x22)
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  // MARK: Values

  mutating func field(_ key: StaticString, _ value: String?) {
    prepare(key)
    if let value { string(value) } else { null() }
  }

  mutating func field(_ key: StaticString, _ value: Int?) {
    prepare(key)
    if let value { append(String(value)) } else { null() }
  }

  mutating func field(_ key: StaticString, _ value: Bool) {
    prepare(key)
    append(value ? "true" : "false")
  }

  mutating func field(_ key: StaticString, _ value: Double?) {
    prepare(key)
    if let value { number(value) } else { null() }
  }

  mutating func field(_ key: StaticString, _ values: [String]) {
    array(key) { json in
      for value in values { json.element(value) }
    }
  }

  mutating func field(_ key: StaticString, numbers values: [Double]) {
    array(key) { json in
      for value in values {
        json.prepare(nil)
        json.number(value)
      }
    }
  }

  mutating func element(_ value: String) {
    prepare(nil)
    string(value)
  }

  private mutating func null() { append("null") }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Whole numbers without a fraction, others in their shortest form.
  private mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    if value == value.rounded(), abs(value) < 1e15 {
      append(String(Int(value)))
    } else {
      append("\(value)")
    }
  }

  private mutating func string(_ value: String) {
    bytes.append(0x22)
    var value = value
    value.withUTF8 { utf8 in
      var start = 0
      for index in 0..<utf8.count {
        let byte = utf8[index]
        // U+2028 and U+2029 stay as they are: JSON allows them.
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        start = index + 1
        escape(byte)
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    default:
      let digits = Array("0123456789abcdef".utf8)
      append("\\u00")
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
