/// How a number of a list is written.
enum ListNumber {
  case decimal, twoDigits, lowerLetter, upperLetter, lowerRoman, upperRoman
  /// A level that shows no number.
  case none

  func text(_ number: Int) -> String {
    switch self {
    case .decimal: String(number)
    case .twoDigits: (0..<10).contains(number) ? "0\(number)" : String(number)
    case .lowerLetter: Self.letters(number, from: 0x61)
    case .upperLetter: Self.letters(number, from: 0x41)
    case .lowerRoman: Self.roman(number).lowercased()
    case .upperRoman: Self.roman(number)
    case .none: ""
    }
  }

  /// `a`, `b`, … `z`, `aa`, `bb`, as office programs count.
  private static func letters(_ number: Int, from first: UInt8) -> String {
    guard number > 0, number <= 26 * 40 else { return String(number) }
    let letter = Character(Unicode.Scalar(first + UInt8((number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard number > 0, number < 4000 else { return String(number) }
    let digits = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var left = number
    var out = ""
    for (value, digit) in digits {
      while left >= value {
        out += digit
        left -= value
      }
    }
    return out
  }

  /// A bullet as text: symbol fonts have theirs in places that mean nothing elsewhere.
  static func bullet(_ character: String) -> String {
    ["-", "–", "—", "*", "+", ">"].contains(character) ? character : "•"
  }
}
