import Tenders

extension AwardCriterion {
  /// Sets the weight that a TED notice states in free text (AC_WEIGHTING, WEIGHTING).
  ///
  /// Only what is wholly a number with a known unit, a fraction of a whole or a range becomes a number.
  mutating func setWeight(_ text: String?) {
    guard let text else { return }
    if let (weight, unit) = TEDWeight.read(text) {
      self.weight = weight
      self.unit = unit
    } else {
      weightText = text
    }
  }
}

/// Weights of award criteria as TED notices write them.
enum TEDWeight {
  /// The weight in a normal text such as `40`, `40 %`, `0,4`, `30 points`, `25/100` or `40-80 %`; nil for any
  /// other.
  static func read(_ text: String) -> (AwardCriterion.Weight, AwardCriterion.Unit)? {
    var rest = text.utf8[...]
    guard let first = takeNumber(&rest) else { return nil }
    skipSpaces(&rest)
    if rest.isEmpty { return (.number(first), .bare) }
    if let unit = units[word(rest)] { return (.number(first), unit) }
    if rest.first == UInt8(ascii: "/") { return fraction(first, rest.dropFirst()) }
    return range(first, rest)
  }

  /// `25/100`. Two numbers that share a hundred (`50/50`, `40/60`) are a division, not a part of a whole.
  private static func fraction(
    _ part: Double, _ rest: Substring.UTF8View
  ) -> (AwardCriterion.Weight, AwardCriterion.Unit)? {
    var rest = rest
    skipSpaces(&rest)
    guard let whole = takeNumber(&rest), rest.isEmpty, whole > 0, part <= whole, part + whole != 100
    else { return nil }
    return (.number(part / whole), .decimal)
  }

  /// `40-80 %`, `40 % – 80 %`.
  private static func range(
    _ low: Double, _ rest: Substring.UTF8View
  ) -> (AwardCriterion.Weight, AwardCriterion.Unit)? {
    var rest = rest
    takePercent(&rest)
    guard takeDash(&rest) else { return nil }
    skipSpaces(&rest)
    guard let high = takeNumber(&rest) else { return nil }
    skipSpaces(&rest)
    takePercent(&rest)
    return rest.isEmpty ? (.range(low: low, high: high), .range) : nil
  }

  // MARK: Scanning

  private static func takeNumber(_ rest: inout Substring.UTF8View) -> Double? {
    let whole = rest.prefix(while: TEDReader.isDigit)
    guard !whole.isEmpty else { return nil }
    rest = rest[whole.endIndex...]
    var number = String(Substring(whole))
    if let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") {
      let decimals = rest.dropFirst().prefix(while: TEDReader.isDigit)
      if !decimals.isEmpty {
        rest = rest[decimals.endIndex...]
        number += "." + String(Substring(decimals))
      }
    }
    return Double(number)
  }

  private static func skipSpaces(_ rest: inout Substring.UTF8View) {
    rest = rest.drop { $0 == UInt8(ascii: " ") }
  }

  private static func takePercent(_ rest: inout Substring.UTF8View) {
    if rest.first == UInt8(ascii: "%") { rest = rest.dropFirst() }
    skipSpaces(&rest)
  }

  private static func takeDash(_ rest: inout Substring.UTF8View) -> Bool {
    let scalars = Substring(rest).unicodeScalars
    guard let first = scalars.first, dashes.contains(first) else { return false }
    rest = Substring(scalars.dropFirst()).utf8
    return true
  }

  private static let dashes: Set<Unicode.Scalar> = ["-", "‐", "‑", "‒", "–", "—", "−"]

  /// What follows the number, in small letters and without a full stop.
  private static func word(_ rest: Substring.UTF8View) -> String {
    if rest.count == 1, rest.first == UInt8(ascii: "%") { return "%" }
    var word = Substring(rest).lowercased()
    if word.last == "." { word.removeLast() }
    return word
  }

  /// Unit words in the languages of TED.
  private static let units: [String: AwardCriterion.Unit] = {
    let percent = """
      %|percent|per cent|pct|prozent|v.h|procent|prosent|prosenttia|prosentti|pour cent|pourcent|por ciento
      |por cento|percento|per cento|procenta|procento|procentas|procentai|procentų|procentu|procenti|procente
      |la sută|la suta|protsenti|protsent|százalék|posto|odstotek|odstotka|odstotki|odstotkov|процент
      |процента|на сто|τοις εκατό
      """
    let points = """
      point|points|pt|pts|p|mark|marks|punt|punten|punkt|punkte|punkten|pkt|pkte|poeng|poäng|piste|pistettä
      |punto|puntos|punti|ponto|pontos|punkty|punktów|bod|body|bodů|bodu|bodov|bodova|boda|bodi|pont|punct
      |puncte|de puncte|punkti|punktid|punktu|punkts|balas|balai|balų|balo|točka|točk|točke|točki|точка
      |точки|т|βαθμός|βαθμοί|μονάδες|μόρια|stig
      """
    var units: [String: AwardCriterion.Unit] = [:]
    for (words, unit) in [(percent, AwardCriterion.Unit.percent), (points, .points)] {
      for word in words.split(whereSeparator: { $0 == "|" || $0 == "\n" }) { units[String(word)] = unit }
    }
    return units
  }()
}
