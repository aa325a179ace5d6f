/// Tells text from what a font without a map to Unicode gives.
enum Legibility {
  /// True when these words are in no language: many characters without meaning, or letters in shares that no language
  /// in Latin script has.
  static func isGibberish(_ text: [UInt8]) -> Bool {
    var scalars = 0
    var meaningless = 0
    var letters = [Int](repeating: 0, count: 26)
    var others = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value > 0x20 {
      scalars += 1
      switch scalar.value {
      case 0x41...0x5A: letters[Int(scalar.value) - 0x41] += 1
      case 0x61...0x7A: letters[Int(scalar.value) - 0x61] += 1
      case 0x7F..<0xA0, 0xE000..<0xF900, 0xFFF0...0xFFFF, 0xF_0000...: meaningless += 1
      case 0..<0x20: meaningless += 1
      default: if scalar.properties.isAlphabetic { others += 1 }
      }
    }
    guard scalars > 0 else { return false }
    // A bullet here and there comes from a private font.
    if meaningless * 8 > scalars { return true }
    let latin = letters.reduce(0, +)
    // Too little to tell, or another script.
    guard latin >= 120, latin > others * 2 else { return meaningless * 3 > scalars }
    return likeness(letters) < 0.72
  }

  /// The cosine between these shares of letters and the usual ones of Dutch, French, German and English together.
  static func likeness(_ letters: [Int]) -> Double {
    var product = 0.0
    var square = 0.0
    var usualSquare = 0.0
    for (count, usual) in zip(letters, usual) {
      product += Double(count) * usual
      square += Double(count * count)
      usualSquare += usual * usual
    }
    return square > 0 ? product / (square * usualSquare).squareRoot() : 0
  }

  /// From a to z, in percent.
  private static let usual: [Double] = [
    7.5, 1.6, 2.7, 4.6, 16.0, 1.2, 2.3, 3.2, 7.1, 0.6, 1.2, 4.1, 2.6, 8.6, 5.5, 2.1, 0.4, 6.5, 6.7, 6.8, 4.1,
    1.8,
    1.4, 0.2, 0.6, 1.1,
  ]
}
