/// How a number in a sheet is shown, as far as its meaning depends on it.
enum CellNumber {
  case plain, percent, date

  /// The kind that a number format stands for.
  init(format: String) {
    var letters = ""
    var isLiteral = false
    var isCondition = false
    for character in format.prefix(while: { $0 != ";" }) {
      if character == "\"" {
        isLiteral.toggle()
      } else if character == "[" || character == "]" {
        isCondition = character == "["
      } else if !isLiteral, !isCondition {
        letters.append(character)
      }
    }
    if letters.contains("%") {
      self = .percent
    } else if letters.contains(where: { "yYjJ".contains($0) }) {
      self = .date
    } else {
      self = letters.contains("d") && letters.contains("m") ? .date : .plain
    }
  }

  /// The kind of a built-in format, nil for one that the file defines.
  init?(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 22: self = .date
    case 0..<164: self = .plain
    default: return nil
    }
  }

  /// The value of a cell as text; what is no number stays as it is.
  func text(_ value: String) -> String {
    guard let number = Double(value), number.isFinite else { return value }
    switch self {
    case .plain: return Self.plain(number)
    case .percent: return Self.plain(number * 100) + "%"
    case .date: return Self.date(number) ?? Self.plain(number)
    }
  }

  /// Without the noise in the last digits that binary fractions leave behind.
  private static func plain(_ number: Double) -> String {
    guard number.magnitude < 1e9 else {
      return number.magnitude < 1e15 && number == number.rounded() ? String(Int(number)) : String(number)
    }
    let rounded = (number * 1e6).rounded() / 1e6
    // So small that nothing would be left of it.
    if rounded == 0, number != 0 { return String(number) }
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }

  /// A day counted from the end of 1899, as `2025-03-31`.
  private static func date(_ number: Double) -> String? {
    // The calendar of sheets has a 29 February 1900 that never was; dates before March 1900 are not meant as such.
    guard number >= 61, number < 2_958_466 else { return nil }
    // Days to a date of the Gregorian calendar, years starting in March (Howard Hinnant's method).
    let days = Int(number) - 25_569 + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let whole = year + era * 400 + (month <= 2 ? 1 : 0)
    return "\(whole)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
