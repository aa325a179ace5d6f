import Tenders

/// Reads the weights that a sentence, list item or cell states in words.
struct AwardSentence {
  private let reading: Reading
  private let segment: Int
  private let range: Range<Int>
  private let words: AwardWords
  private let before: AwardLine?
  private let bytes: [UInt8]

  init(_ reading: Reading, _ segment: Int, _ range: Range<Int>, _ words: AwardWords, before: AwardLine?) {
    self.reading = reading
    self.segment = segment
    self.range = range
    self.words = words
    self.before = before
    bytes = reading.folded.bytes
  }

  func entries() -> [AwardEntry] {
    let numbers = numbers()
    if let halves = halves(numbers) { return halves }
    guard !numbers.isEmpty else { return [] }
    if let ratio = ratio(numbers) { return ratio }
    if let listed = respectively(numbers) { return listed }
    if isWithinPrice(numbers) { return [] }
    let usable = withSharedUnit(numbers.indices.filter { isWeight(numbers, $0) }.map { numbers[$0] })
    guard let total = wholeBefore(usable) else { return directed(usable) }
    return [total] + directed(Array(usable.dropFirst()))
  }

  private func directed(_ numbers: [AwardNumber]) -> [AwardEntry] {
    let backward = entries(numbers, forward: false)
    let forward = entries(numbers, forward: true)
    return isForward(backward, forward, numbers) ? forward : backward
  }

  /// "1,000 marks, of which 400 for price and 600 for quality": the first number is the sum of the others.
  private func wholeBefore(_ numbers: [AwardNumber]) -> AwardEntry? {
    guard numbers.count > 2, let first = numbers.first, first.measure != .percent,
      numbers.dropFirst().reduce(0, { $0 + $1.value }) == first.value
    else { return nil }
    let beside = range.lowerBound..<first.range.lowerBound
    let named: Set<AwardWord> = [.price, .cost, .quality]
    guard words.inside(beside).allSatisfy({ !named.contains($0.word) }),
      first.value == 100 || first.value == 1000 || !words.hasContent(back(beside), bytes, length: 5),
      words.inside(first.end..<range.upperBound).contains(where: { $0.word == .price || $0.word == .cost })
    else { return nil }
    return total(beside, first)
  }

  /// "60, 25 and 15 %", "50, 30, 20 (points)": the unit of the last number is that of all, when they make up a whole.
  private func withSharedUnit(_ numbers: [AwardNumber]) -> [AwardNumber] {
    guard let unit = numbers.last?.measure, unit == .percent || unit == .points, numbers.count > 1,
      numbers.dropLast().allSatisfy({ $0.measure == .bare }),
      [100, 1000].contains(numbers.reduce(0) { $0 + $1.value })
    else { return numbers }
    return numbers.map { number in
      var number = number
      number.measure = unit
      return number
    }
  }

  /// "Within price: hourly rates 50 %, travel 20 %": what follows the colon is no criterion.
  private func isWithinPrice(_ numbers: [AwardNumber]) -> Bool {
    guard numbers.count > 1, let first = numbers.first,
      let colon = bytes[range.lowerBound..<first.range.lowerBound].lastIndex(of: 0x3A),
      words.hasContent(colon + 1..<first.range.lowerBound, bytes)
    else { return false }
    let line = (range.lowerBound..<colon).last(where: breaksLine) ?? range.lowerBound
    let lead = Set(words.inside(line..<colon).map(\.word))
    return !lead.isDisjoint(with: [.price, .cost])
      && lead.isDisjoint(with: [.quality, .announce, .weight, .counts, .ratio, .ratioReversed])
  }

  // MARK: Numbers

  /// The numbers that stand by themselves, each with its unit.
  func numbers() -> [AwardNumber] {
    var found: [AwardNumber] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      index = numberEnd(start)
      // Behind a letter or a stop it is part of a code.
      if start > range.lowerBound, isLetterOrDigit(bytes[start - 1]) || bytes[start - 1] == 0x2E { continue }
      if index < range.upperBound, (0x61...0x7A).contains(bytes[index]) { continue }
      guard let value = AwardNumber.value(bytes[start..<index]) else { continue }
      var number = AwardNumber(range: start..<index, end: index, value: value)
      attachUnit(&number)
      found.append(number)
    }
    return joinTotals((found + written()).sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// Numbers in words, the longest where several begin in one place; none that is part of a unit ("pour cent").
  private func written() -> [AwardNumber] {
    let named = words.mentions.filter { $0.word == .numeral || $0.word == .share }
      .sorted { ($0.start, $1.end) < ($1.start, $0.end) }
    var found: [AwardNumber] = []
    for mention in named where mention.start >= (found.last?.range.upperBound ?? range.lowerBound) {
      let isUnit = words.mentions.contains {
        $0.word == .percent && $0.start < mention.end && $0.end > mention.start
      }
      guard !isUnit, let value = reading.rules.awardWeights.value(bytes[mention.start..<mention.end]) else {
        continue
      }
      var number = AwardNumber(range: mention.start..<mention.end, end: mention.end, value: value)
      number.isShare = mention.word == .share
      if number.isShare { number.measure = .percent } else { attachUnit(&number) }
      found.append(number)
    }
    return found
  }

  private func numberEnd(_ start: Int) -> Int {
    var end = start
    while end < range.upperBound {
      if isDigit(bytes[end]) {
        end += 1
      } else if bytes[end] == 0x2E || bytes[end] == 0x2C, end + 1 < range.upperBound, isDigit(bytes[end + 1])
      {
        end += 1
      } else if bytes[end] == 0x20, end - start <= 3 || bytes[start..<end].contains(0x20),
        !bytes[start..<end].contains(where: { $0 == 0x2E || $0 == 0x2C }), isThousand(end + 1),
        isOneSpace(end)
      {
        end += 4
      } else {
        break
      }
    }
    return end
  }

  private func isThousand(_ start: Int) -> Bool {
    guard start + 3 <= range.upperBound, bytes[start..<start + 3].allSatisfy(isDigit) else { return false }
    return start + 3 == range.upperBound || !isLetterOrDigit(bytes[start + 3])
  }

  /// A plain, no-break or narrow space.
  private func isOneSpace(_ index: Int) -> Bool {
    let gap = reading.gap(index, in: segment)
    return gap.count == 1 && gap.first == 0x20 || gap.elementsEqual([0xC2, 0xA0])
      || gap.elementsEqual([0xE2, 0x80, 0xAF])
  }

  private func attachUnit(_ number: inout AwardNumber) {
    for mention in words.mentions {
      let follows = mention.end > number.end && mention.start <= gapEnd(number.end)
      switch mention.word {
      case .percent where follows:
        number.measure = .percent
        number.end = max(number.end, mention.end)
      case .points where follows && mention.start >= number.range.upperBound:
        number.measure = .points
        number.end = max(number.end, mention.end)
      case .currency where follows:
        number.measure = .money
        number.end = max(number.end, mention.end)
      case .currency
      where mention.start < number.range.upperBound && mention.end >= number.range.lowerBound - 1
        && mention.start < number.range.lowerBound:
        number.measure = .money
      default: break
      }
    }
    if let earned = words.mentions.first(where: { $0.word == .earned && $0.start == number.end + 1 }) {
      number.end = earned.end
    }
  }

  /// Behind spaces, a bracket or a hyphen that part a number from its unit.
  private func gapEnd(_ index: Int) -> Int {
    var end = index
    while end < range.upperBound, end - index < 3,
      bytes[end] == 0x20 || bytes[end] == 0x28 || bytes[end] == 0x2D
    {
      end += 1
    }
    return end
  }

  /// "300 van de 1000 punten", "40/100": the second number is the total of the first.
  private func joinTotals(_ numbers: [AwardNumber]) -> [AwardNumber] {
    var found: [AwardNumber] = []
    var index = 0
    while index < numbers.count {
      var number = numbers[index]
      if index + 1 < numbers.count, number.measure == .bare || number.measure == .points,
        numbers[index + 1].measure == .bare || numbers[index + 1].measure == .points,
        numbers[index + 1].value >= number.value, isOutOf(number, numbers[index + 1])
      {
        number.outOf = numbers[index + 1].value
        number.measure = .points
        number.end = numbers[index + 1].end
        index += 1
      }
      found.append(number)
      index += 1
    }
    return found
  }

  private func isOutOf(_ number: AwardNumber, _ total: AwardNumber) -> Bool {
    let between = number.end..<max(number.end, total.range.lowerBound)
    if bytes[between].allSatisfy({ $0 == 0x20 || $0 == 0x2F }), bytes[between].contains(0x2F) {
      return total.value == 100 || total.value == 1000
    }
    let isScore = number.measure == .points || total.measure == .points
    guard isScore || (total.value >= 100 && !words.all.isDisjoint(with: [.weight, .counts, .price])) else {
      return false
    }
    guard
      words.mentions.contains(where: {
        $0.word == .outOf && $0.start <= between.lowerBound + 2 && $0.start >= between.lowerBound
      })
    else { return false }
    return between.count <= 28 && !words.hasContent(between, bytes, length: 4)
  }

  /// Whether a number can be a weight at all: no range, no term of a formula, no share of a sum of money.
  private func isWeight(_ numbers: [AwardNumber], _ index: Int) -> Bool {
    let number = numbers[index]
    let before = number.range.lowerBound > range.lowerBound ? bytes[number.range.lowerBound - 1] : 0x20
    if before == 0x3C || before == 0x3E || before == 0x2B { return false }
    if before == 0x2D, index > 0, numbers[index - 1].end == number.range.lowerBound - 1 { return false }
    let next = number.end
    if next + 1 < range.upperBound, bytes[next] == 0x2D, isDigit(bytes[next + 1]) { return false }
    if isFactor(number) { return false }
    let base = words.mentions.contains {
      $0.word == .base && $0.start >= number.range.upperBound && $0.start <= number.end + 2
    }
    if base, !number.isShare { return false }
    guard number.measure == .bare || number.isShare else { return true }
    if isGiven(number), startsItem(number) { return true }
    if number.isShare, !words.all.isDisjoint(with: [.counts, .weight, .judging]) { return true }
    // A number without a unit is a weight only at the end of its item.
    var end = number.end
    while end < range.upperBound, bytes[end] == 0x20 || bytes[end] == 0x29 {
      if reading.gap(end, in: segment).contains(0x0A) { return true }
      end += 1
    }
    return end >= range.upperBound || [0x3B, 0x2C, 0x2F, 0x7C, 0x2E].contains(bytes[end])
      || (bytes[end] == 0x28 && end + 1 < range.upperBound && !isDigit(bytes[end + 1]))
      || bytes[end...].starts(with: [0x2D, 0x20])
      || words.mentions.contains { $0.start == end && $0.word == .outOf } || isJoined(end)
  }

  /// True before what a number is for: "30 for price", "30 price".
  private func isGiven(_ number: AwardNumber) -> Bool {
    words.mentions.contains {
      [.goesTo, .price, .cost, .quality].contains($0.word) && $0.start == number.end + 1
    }
  }

  /// True at the start of a sentence, behind a mark, or behind a word that joins or counts items.
  private func startsItem(_ number: AwardNumber) -> Bool {
    let front = bytes[range.lowerBound..<number.range.lowerBound].reversed().drop { $0 == 0x20 }
    guard let last = front.first else { return true }
    if [0x2C, 0x3B, 0x3A, 0x28, 0x2D, 0x2B, 0x22].contains(last) { return true }
    return words.mentions.contains {
      [.and, .counts, .part].contains($0.word) && $0.end == number.range.lowerBound - 1
    }
  }

  /// True before the word that joins another item: "prijs 40 en kwaliteit 60".
  private func isJoined(_ index: Int) -> Bool {
    words.mentions.contains { $0.word == .and && $0.start == index }
  }

  /// True beside `x`, `×` or `*`, as in "45 x (lowest price / price)".
  private func isFactor(_ number: AwardNumber) -> Bool {
    func isTimes(_ slice: ArraySlice<UInt8>) -> Bool {
      slice.elementsEqual([0x78]) || slice.elementsEqual([0x2A]) || slice.elementsEqual([0xC3, 0x97])
        || slice.elementsEqual([0xC2, 0xB7])
    }
    let behind = bytes[min(number.range.upperBound, range.upperBound)..<range.upperBound].drop { $0 == 0x20 }
    if isTimes(behind.prefix { $0 != 0x20 && $0 != 0x28 && !isDigit($0) }) { return true }
    let front = bytes[range.lowerBound..<number.range.lowerBound].reversed().drop { $0 == 0x20 }
    let word = front.prefix { $0 != 0x20 && $0 != 0x29 && !isDigit($0) }
    return isTimes(ArraySlice(word.reversed()))
  }

  // MARK: Ratios and lists

  /// "prijs/kwaliteit 40/60", "een verhouding van prijs en kwaliteit van 50-50".
  private func ratio(_ numbers: [AwardNumber]) -> [AwardEntry]? {
    let pairs = numbers.indices.dropLast().filter { isPair(numbers[$0], numbers[$0 + 1]) }
    // The last pair holds: "from 60/40 to 50/50".
    guard let at = pairs.last,
      at == numbers.count - 2 || !isPair(numbers[at + 1], numbers[min(at + 2, numbers.count - 1)])
    else { return nil }
    let (first, second) = (numbers[at], numbers[at + 1])
    var order = names(in: range.lowerBound..<first.range.lowerBound)
    if order.count < 2 { order = names(in: second.end..<range.upperBound) }
    let joined = words.mentions.last { $0.word == .ratio || $0.word == .ratioReversed }
    if let joined {
      let label = joined.start..<joined.end
      order = [(.price, label), (.quality, label)]
      if joined.word == .ratioReversed { order.reverse() }
    }
    if order.count != 2 || order[0].kind.isPrice == order[1].kind.isPrice {
      guard first.value == second.value, words.all.contains(.weight) || !order.isEmpty else { return nil }
      let label = range.lowerBound..<first.range.lowerBound
      order = [(.price, label), (.quality, label)]
    }
    return zip(order, [first, second]).map { named, number in
      AwardEntry(
        kind: named.kind, label: named.range, number: number.range,
        value: number.value * 100 / (first.value + second.value), measure: .percent)
    }
  }

  private func isPair(_ first: AwardNumber, _ second: AwardNumber) -> Bool {
    guard first.measure == .bare || first.measure == .percent, second.measure != .money,
      [100, 10, 1].contains((first.value + second.value).rounded(toPlaces: 3))
    else { return false }
    let between = bytes[first.end..<max(first.end, second.range.lowerBound)].filter { $0 != 0x20 }
    return between == [0x2F] || between == [0x3A] || between == [0x2D]
  }

  /// The kinds that are named in a range, each once, in order.
  private func names(in range: Range<Int>) -> [(kind: AwardCriterion.Kind, range: Range<Int>)] {
    var found: [(kind: AwardCriterion.Kind, range: Range<Int>)] = []
    for mention in words.mentions.sorted(by: { $0.start < $1.start })
    where mention.start >= range.lowerBound && mention.end <= range.upperBound {
      let kind: AwardCriterion.Kind
      switch mention.word {
      case .price: kind = .price
      case .cost: kind = .cost
      case .quality: kind = .quality
      default: continue
      }
      if let last = found.last, last.range.upperBound >= mention.start || last.kind == kind { continue }
      found.append((kind, mention.start..<mention.end))
    }
    return found
  }

  /// "Price and quality weigh the same": half each, when these two are all that is named and no number says otherwise.
  private func halves(_ numbers: [AwardNumber]) -> [AwardEntry]? {
    guard let equal = words.mentions.first(where: { $0.word == .equal }),
      numbers.allSatisfy({ $0.value == 50 })
    else { return nil }
    let lead = range.lowerBound..<equal.start
    let named = names(in: lead)
    let joints = words.inside(lead).count { $0.word == .and }
    guard named.count == 2, named[0].kind.isPrice != named[1].kind.isPrice, joints == 1,
      !bytes[named[0].range.lowerBound..<equal.start].contains(0x2C)
    else { return nil }
    return named.map { name in
      AwardEntry(
        kind: name.kind, label: name.range, number: equal.start..<equal.end, value: 50, measure: .percent)
    }
  }

  /// "Price and quality weigh 40 and 60 % respectively."
  private func respectively(_ numbers: [AwardNumber]) -> [AwardEntry]? {
    guard words.all.contains(.respectively), numbers.count > 1, let first = numbers.first else { return nil }
    let named = names(in: range.lowerBound..<first.range.lowerBound)
    guard named.count == numbers.count else { return nil }
    let measure = numbers.map(\.measure).first { $0 != .bare } ?? .bare
    return zip(named, numbers).map { name, number in
      AwardEntry(
        kind: name.kind, label: name.range, number: number.range, value: number.value, measure: measure)
    }
  }

  // MARK: Labels

  private func entries(_ numbers: [AwardNumber], forward: Bool) -> [AwardEntry] {
    var found: [AwardEntry] = []
    // The label of the last number, also when that number itself fell away.
    var lastLabel: Range<Int>?
    for (position, number) in numbers.enumerated() {
      let bound = position == 0 ? range.lowerBound : numbers[position - 1].end
      let next = position + 1 < numbers.count ? numbers[position + 1].range.lowerBound : range.upperBound
      var label = forward ? front(number.end..<next) : back(bound..<number.range.lowerBound)
      let beside = bound..<number.range.lowerBound
      if let old = lastLabel, replaces(beside, number) {
        if found.last?.label == old { found.removeLast() }
        label = old
      } else if isReplaced(beside, number) {
        lastLabel = label
        continue
      }
      var number = number
      if number.measure == .bare, words.has(.weight, in: beside), words.has(.percent, in: beside) {
        number.measure = .percent
      }
      if !words.hasContent(label, bytes) {
        // "In total", and a weight whose name stands in the sentence or heading before.
        if words.has(.total, in: beside) {
          found.append(total(beside, number))
          continue
        }
        let isSaid = number.measure != .bare || words.has(.weight, in: beside)
        let isBare = !words.hasContent(front(number.end..<next), bytes)
        guard !forward, isSaid, isBare, let above = labelBefore() else { continue }
        label = above
      }
      lastLabel = label
      let near = max(bound, number.range.lowerBound - 12)..<number.range.lowerBound
      if isScoring(label) || isBound(forward ? near : beside) { continue }
      found.append(entry(label, number, isFirst: position == 0))
    }
    return found
  }

  private func entry(_ label: Range<Int>, _ number: AwardNumber, isFirst: Bool) -> AwardEntry {
    let label = lastLine(label)
    let spaces = bytes[label].count { $0 == 0x20 }
    var entry = AwardEntry(
      kind: words.kind(label, last: isFirst && spaces > 6), label: label, number: number.range,
      value: number.value, measure: number.measure, outOf: number.outOf)
    if !range.contains(label.lowerBound) { entry.kind = before.map(kind) ?? .quality }
    let inside = words.inside(label)
    entry.isTotal = !entry.isPrice && inside.contains { $0.word == .total }
    entry.isPart = inside.contains { $0.word == .part }
    let tail = (label.last { bytes[$0] == 0x2C }.map { $0 + 1 } ?? label.lowerBound)..<label.upperBound
    entry.isWholeQuality =
      words.has(.qualityWhole, in: tail) && !words.has(.price, in: tail) && !words.has(.cost, in: tail)
      && bytes[tail].count { $0 == 0x20 } <= 4
    entry.codeText = Self.code(label, bytes)
    return entry
  }

  private func total(_ label: Range<Int>, _ number: AwardNumber) -> AwardEntry {
    var entry = AwardEntry(
      kind: .quality, label: label, number: number.range, value: number.value, measure: number.measure)
    entry.isTotal = true
    return entry
  }

  /// From behind the last semicolon, or colon with words behind it.
  private func back(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    for index in range {
      switch bytes[index] {
      case 0x3B: start = index + 1
      case 0x3A where words.hasContent(index + 1..<range.upperBound, bytes): start = index + 1
      default: break
      }
    }
    return trimmed(start..<range.upperBound)
  }

  private func front(_ range: Range<Int>) -> Range<Int> {
    let end = range.first { bytes[$0] == 0x3B || bytes[$0] == 0x2C || breaksLine($0) } ?? range.upperBound
    return trimmed(range.lowerBound..<end)
  }

  private func breaksLine(_ index: Int) -> Bool {
    bytes[index] == 0x20 && reading.gap(index, in: segment).contains(0x0A)
  }

  /// The part of a label on its last line, when that alone tells the kind.
  private func lastLine(_ label: Range<Int>) -> Range<Int> {
    guard let cut = label.last(where: breaksLine) else { return label }
    let line = cut + 1..<label.upperBound
    let tells = words.inside(line).contains { [.price, .cost, .quality].contains($0.word) }
    return tells ? line : label
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let marks: Set<UInt8> = [0x20, 0x2C, 0x3A, 0x3B, 0x28, 0x29, 0x2D, 0x2E, 0x2F, 0x3D, 0x2A, 0x7C, 0x23]
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, marks.contains(bytes[low]) { low += 1 }
    while high > low, marks.contains(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  /// The sentence before in the same passage, or the heading above, when a weight stands without a name.
  private func labelBefore() -> Range<Int>? {
    if let before, before.segment == segment, before.entries.isEmpty { return before.range }
    guard let heading = headingSegment else { return nil }
    return reading.folded.segments[heading].range
  }

  private var headingSegment: Int? {
    let passage = reading.passage(segment)
    guard passage.form != .heading, let heading = passage.headings.last else { return nil }
    let above = reading.segment(of: heading, in: reading.text(segment))
    return above == before?.segment ? above : nil
  }

  private func kind(of line: AwardLine) -> AwardCriterion.Kind {
    if line.words.contains(.quality) { return .quality }
    if line.words.contains(.price) { return .price }
    return line.words.contains(.cost) ? .cost : .quality
  }

  // MARK: What a number is not

  /// "60 % in plaats van": the number before no longer holds.
  private func isReplaced(_ label: Range<Int>, _ number: AwardNumber) -> Bool {
    words.inside(label).contains { $0.word == .instead && $0.end >= number.range.lowerBound - 2 }
  }

  /// "van 60 % naar 50 %": the number takes the place of the one before.
  private func replaces(_ label: Range<Int>, _ number: AwardNumber) -> Bool {
    !words.hasContent(label, bytes, length: 4)
      && words.inside(label).contains { $0.word == .becomes && $0.end >= number.range.lowerBound - 2 }
  }

  private func isScoring(_ label: Range<Int>) -> Bool {
    let inside = Set(words.inside(label).map(\.word))
    return inside.contains(.scoring) && inside.isDisjoint(with: [.weight, .counts, .maximum])
  }

  /// "At least", unless "at most" stands nearer.
  private func isBound(_ label: Range<Int>) -> Bool {
    words.inside(label).last { $0.word == .minimum || $0.word == .maximum }?.word == .minimum
  }

  /// True for "60 % for price and 40 % for quality": the name follows its number.
  private func isForward(_ backward: [AwardEntry], _ forward: [AwardEntry], _ numbers: [AwardNumber]) -> Bool
  {
    if !forward.isEmpty, numbers.allSatisfy({ isGiven($0) && ($0.measure != .bare || startsItem($0)) }) {
      return true
    }
    guard let first = numbers.first, let last = numbers.last else { return false }
    let lead = back(range.lowerBound..<first.range.lowerBound)
    // "Criterion 2 (40 points): the test".
    if numbers.count == 1, bytes[last.end..<range.upperBound].starts(with: [0x29, 0x3A]),
      !words.hasContent(lead, bytes)
    {
      return !forward.isEmpty
    }
    guard forward.contains(where: \.isPrice) else { return false }
    if words.inside(lead).contains(where: { [.price, .cost, .quality].contains($0.word) }) { return false }
    guard words.hasContent(front(last.end..<range.upperBound), bytes) else { return false }
    let votes = zip(numbers, numbers.dropFirst()).map { separatorVote($0.end..<$1.range.lowerBound) }
    let vote = votes.reduce(0, +)
    if vote != 0 { return vote > 0 }
    return numbers.count > 1 || !words.hasContent(lead, bytes)
  }

  /// Between two weights: 1 for "for price, " where the comma ends the item, -1 for ", quality" where it begins it.
  private func separatorVote(_ between: Range<Int>) -> Int {
    let marks: Set<UInt8> = [0x2C, 0x3B, 0x2F, 0x29, 0x7C]
    let text = bytes[between].filter { $0 != 0x20 }
    guard text.count > 1, let first = text.first, let last = text.last else { return 0 }
    if let start = between.first, breaksLine(start) { return -1 }
    if marks.contains(first) || first == 0x2E || last == 0x28 || last == 0x3A { return -1 }
    return last == 0x2C || last == 0x3B ? 1 : 0
  }

  /// The code at the start of a label: `g3.1`, `k2`, `4.1`.
  static func code(_ label: Range<Int>, _ bytes: [UInt8]) -> [UInt8]? {
    let end = bytes[label].firstIndex { !isLetterOrDigit($0) && $0 != 0x2E } ?? label.upperBound
    let code = Array(bytes[label.lowerBound..<end])
    guard code.count <= 8, code.contains(where: isDigit) else { return nil }
    return code.last == 0x2E ? code.dropLast() : code
  }
}

extension AwardCriterion.Kind {
  var isPrice: Bool { self == .price || self == .cost }
}

extension Double {
  func rounded(toPlaces places: Int) -> Double {
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    return (self * factor).rounded() / factor
  }
}
