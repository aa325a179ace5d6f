import Tenders

/// Numbers, money, dates and quotes as each language writes them.
extension Phrase {
  /// A no-break space, which keeps a number with its unit.
  private static let gap = "\u{A0}"

  // MARK: Numbers

  /// A whole number with its thousands apart.
  static func number(_ value: Int) -> Phrase {
    number(digits: String(value.magnitude), isNegative: value < 0)
  }

  /// A number with at most two decimals, without trailing noughts.
  static func number(_ value: Double) -> Phrase { number(value, keepsCents: false) }

  private static func number(_ value: Double, keepsCents: Bool) -> Phrase {
    let magnitude = value.magnitude
    guard magnitude < 1e15 else { return Phrase(verbatim: "\(value)") }
    let hundredths = Int((magnitude * 100).rounded())
    var decimals = String(hundredths % 100)
    if decimals.count == 1 { decimals = "0" + decimals }
    if decimals == "00" {
      decimals = ""
    } else if !keepsCents, decimals.hasSuffix("0") {
      decimals.removeLast()
    }
    return number(
      digits: String(hundredths / 100), decimals: decimals, isNegative: value < 0 && hundredths > 0)
  }

  private static func number(digits: String, decimals: String = "", isNegative: Bool) -> Phrase {
    let sign = isNegative ? "−" : ""
    func written(_ thousands: String, _ mark: String) -> String {
      sign + grouped(digits, by: thousands) + (decimals.isEmpty ? "" : mark + decimals)
    }
    return Phrase(nl: written(".", ","), fr: written(gap, ","), de: written(".", ","), en: written(",", "."))
  }

  private static func grouped(_ digits: String, by separator: String) -> String {
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += separator }
      grouped.append(digit)
    }
    return grouped
  }

  static func percent(_ value: Double) -> Phrase {
    let number = number(value)
    return Phrase(
      nl: "\(number.nl)%", fr: "\(number.fr)\(gap)%", de: "\(number.de)\(gap)%", en: "\(number.en)%")
  }

  // MARK: Money

  /// An amount with the code of its currency, and the ceiling of a framework; nil when neither is known.
  static func money(_ value: Value) -> Phrase? {
    let amount = value.amount.map { money($0, value.currency) }
    guard let maximum = value.maximum.map({ money($0, value.currency) }) else { return amount }
    let ceiling = Phrase(
      nl: "ten hoogste \(maximum.nl)", fr: "au plus \(maximum.fr)", de: "höchstens \(maximum.de)",
      en: "at most \(maximum.en)")
    return amount?.joined(ceiling, by: ", ") ?? ceiling
  }

  private static func money(_ amount: Double, _ currency: String?) -> Phrase {
    let number = number(amount, keepsCents: true)
    guard let currency else { return number }
    return Phrase(
      nl: "\(currency)\(gap)\(number.nl)", fr: "\(number.fr)\(gap)\(currency)",
      de: "\(number.de)\(gap)\(currency)", en: "\(currency)\(gap)\(number.en)")
  }

  // MARK: Dates

  /// A date given as `YYYY-MM-DD`; anything else stays as it is.
  static func date(_ text: String) -> Phrase {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return Phrase(verbatim: text) }
    let name = months[month - 1]
    return Phrase(
      nl: "\(day) \(name.nl) \(year)", fr: "\(day == 1 ? "1er" : "\(day)") \(name.fr) \(year)",
      de: "\(day). \(name.de) \(year)", en: "\(day) \(name.en) \(year)")
  }

  private static let months = [
    Phrase(nl: "januari", fr: "janvier", de: "Januar", en: "January"),
    Phrase(nl: "februari", fr: "février", de: "Februar", en: "February"),
    Phrase(nl: "maart", fr: "mars", de: "März", en: "March"),
    Phrase(nl: "april", fr: "avril", de: "April", en: "April"),
    Phrase(nl: "mei", fr: "mai", de: "Mai", en: "May"),
    Phrase(nl: "juni", fr: "juin", de: "Juni", en: "June"),
    Phrase(nl: "juli", fr: "juillet", de: "Juli", en: "July"),
    Phrase(nl: "augustus", fr: "août", de: "August", en: "August"),
    Phrase(nl: "september", fr: "septembre", de: "September", en: "September"),
    Phrase(nl: "oktober", fr: "octobre", de: "Oktober", en: "October"),
    Phrase(nl: "november", fr: "novembre", de: "November", en: "November"),
    Phrase(nl: "december", fr: "décembre", de: "Dezember", en: "December"),
  ]

  // MARK: Quotes

  /// A text between the quotation marks of the report's language.
  static func quoted(_ text: String) -> Phrase {
    Phrase(nl: "“\(text)”", fr: "«\(gap)\(text)\(gap)»", de: "„\(text)“", en: "“\(text)”")
  }

  /// Sets items of a list apart that may hold commas; French sets a space before the semicolon.
  static let semicolon = Phrase(nl: "; ", fr: "\(gap); ", de: "; ", en: "; ")

  /// A label before a value; French sets a space before the colon.
  static func labelled(_ label: Phrase, _ value: Phrase) -> Phrase {
    Phrase(
      nl: "\(label.nl): \(value.nl)", fr: "\(label.fr)\(gap): \(value.fr)", de: "\(label.de): \(value.de)",
      en: "\(label.en): \(value.en)")
  }
}
