import Tenders

/// The award criteria of a lot as the documents state them.
struct DocumentAward {
  var criteria: [AwardCriterion] = []
  /// The place of each criterion.
  var places: [AwardPlace] = []
  /// Percent of price plus cost; nil when the documents do not tell.
  var weight: Double?
  /// It stands in an answer or correction, which changes what was published before.
  var isCorrection = false
}

/// Where a document states a criterion.
struct AwardPlace {
  var segment: Int
  /// Folded bytes of the sentence or row.
  var range: Range<Int>
  /// Folded bytes of the criterion's own words.
  var label: Range<Int>
}

/// Reads award criteria from the documents of a tender.
struct AwardReader {
  private let reading: Reading
  private let weights: AwardWeights
  private var found: [Candidate] = []

  /// A list of criteria, or a weight alone, that was found in a document.
  private struct Candidate {
    var award: DocumentAward
    var text: Int
    /// The numbers of the lots that it names, empty for all.
    var lots: [[UInt8]]
    var trust: Trust
    /// Position among the lines of all texts, for order in time.
    var line: Int
  }

  /// How sure it is that a list is whole.
  private enum Trust: Int, Comparable {
    case alone, stated, whole

    static func < (left: Trust, right: Trust) -> Bool { left.rawValue < right.rawValue }
  }

  init(_ reading: Reading) {
    self.reading = reading
    weights = reading.rules.awardWeights
    guard reading.file.texts.contains(where: { $0.role != .notice }) else { return }
    let mentions = reading.awardMentions()
    for (position, text) in reading.file.texts.enumerated() where text.role != .notice {
      guard reading.roles[position] != .priceSheet else { continue }
      var parser = AwardParser(reading, mentions, text: position)
      parser.read()
      find(in: parser.lines, of: position)
    }
  }

  // MARK: Lots

  /// What the documents say of each lot of the tender; nil for a lot of which they say nothing, or nothing certain.
  func awards() -> [DocumentAward?] {
    let lots = reading.file.tender.lots
    guard !found.isEmpty else { return lots.map { _ in nil } }
    let numbers = lots.map(number)
    return numbers.map { number in
      let own = found.filter { candidate in
        // A tender whose lots are not known: every list counts, and they must agree.
        candidate.lots.isEmpty || lots.count < 2 || candidate.lots.contains(number)
      }
      let named = own.filter { !$0.lots.isEmpty }
      return lots.count > 1 && !named.isEmpty ? best(named) ?? best(own) : best(own)
    }
  }

  /// "LOT-0001" is called lot 1 in the documents.
  private func number(of lot: Lot) -> [UInt8] {
    let digits = Array(lot.id.utf8.reversed().prefix(while: isDigit).reversed())
    let plain = Array(digits.drop { $0 == 0x30 })
    return plain.isEmpty ? Array(lot.id.lowercased().utf8) : plain
  }

  /// The list to be believed: a correction before what it corrects, a whole list before a part; none when two of the
  /// same standing differ.
  private func best(_ candidates: [Candidate]) -> DocumentAward? {
    let corrections = candidates.filter(\.award.isCorrection)
    if let last = corrections.max(by: { $0.line < $1.line }) { return last.award }
    func standing(_ candidate: Candidate) -> Int { candidate.trust.rawValue * 10 + priority(candidate.text) }
    guard let highest = candidates.map(standing).max() else { return nil }
    let first = candidates.filter { standing($0) == highest }
    guard var award = first.first?.award else { return nil }
    let values = Set(first.map { $0.award.weight.map { $0.rounded(toPlaces: 0) } })
    if values.count > 1 {
      award.weight = nil
      award.criteria = []
      award.places = []
    }
    return award
  }

  private func priority(_ text: Int) -> Int {
    switch reading.roles[text] {
    case .awardGuide, .guide: 3
    case .contract, .form, .notice: 1
    default: 2
    }
  }

  // MARK: Lists

  /// Steps by which a list may be spread: lines without a weight between two that have one.
  private static let steps = [0, 1, 3, 8]
  /// The widest step at which a longer list takes the place of one with an odd sum.
  private static let nearest = 2
  /// Lines that a list may have: a price sheet is no list of criteria.
  private static let longest = 40

  private mutating func find(in lines: [AwardLine], of text: Int) {
    let role = reading.roles[text]
    var covered = -1
    for index in lines.indices where index > covered {
      let line = lines[index]
      guard line.entries.contains(where: { $0.isPrice && $0.measure != .money }) else { continue }
      let known = Set(line.entries.map(\.lots))
      for lot in known {
        if let end = findList(lines, index, lot, text, role) { covered = max(covered, end) }
      }
    }
    if found.allSatisfy({ $0.text != text }) {
      findComplement(lines, text)
      findDiscounts(lines, text)
      findOrder(lines, text)
    }
  }

  /// Looks for a whole list around a line, wider step by step; gives the last line of it.
  private mutating func findList(
    _ lines: [AwardLine], _ index: Int, _ lot: [[UInt8]], _ text: Int, _ role: DocumentRole
  ) -> Int? {
    var windows: [ClosedRange<Int>] = [index...index]
    for step in Self.steps { windows.append(window(lines, index, step)) }
    var tried: ClosedRange<Int>?
    // A list that makes up an odd sum may be part of a longer one.
    var spare: (chosen: [(entry: AwardEntry, line: Int)], weight: Double, window: ClosedRange<Int>)?
    for (level, window) in windows.enumerated() where window != tried {
      tried = window
      guard window.count <= Self.longest, spare == nil || level <= Self.nearest else { break }
      let context = context(lines, window, role)
      guard context != .selection else { return nil }
      let placed = placed(lines, window, lot)
      let isSaid = window.contains { !lines[$0].words.isDisjoint(with: [.weight, .counts]) }
      let sum = AwardSum(
        entries: placed.map(\.entry), whole: weights.whole,
        wholeBare: weights.wholeBare + (isSaid ? weights.wholeFactors : []))
      guard let solution = sum.solve() else { continue }
      // What stands under a heading on price is how the price is made up.
      if lines[index].isUnderPrice, level <= 1, solution.chosen.count > 1 { continue }
      let chosen = solution.chosen.map { placed[$0] }
      let isJudged = isJudged(lines, window)
      guard
        context == .award
          || (level <= (isJudged ? 3 : 1) && standsAlone(lines, window, chosen, role, isJudged))
      else {
        continue
      }
      guard solution.isSure else {
        spare = spare ?? (chosen, solution.weight, window)
        continue
      }
      add(chosen, solution.weight, trust: .whole, lines, window, lot, text)
      return window.upperBound
    }
    if let spare {
      add(spare.chosen, spare.weight, trust: .whole, lines, spare.window, lot, text)
      return spare.window.upperBound
    }
    return findAlone(lines, index, lot, text, role)
  }

  private enum Context { case award, selection, none }

  private func context(_ lines: [AwardLine], _ window: ClosedRange<Int>, _ role: DocumentRole) -> Context {
    let inside = lines[window]
    if inside.contains(where: { $0.stage == .selection || $0.lead == .selection }) { return .selection }
    if inside.contains(where: { $0.stage == .award || $0.words.contains(.announce) }) { return .award }
    if role == .awardGuide { return .award }
    // What stands just before may announce the list.
    let before = lines[max(0, window.lowerBound - 3)..<window.lowerBound].reversed()
      .prefix { $0.entries.isEmpty && $0.stage == lines[window.lowerBound].stage }
    switch before.lazy.compactMap(\.lead).first {
    case .selection?: return .selection
    case .announce?: return .award
    default: return .none
    }
  }

  /// Words in a list, or just before it, that say that something is judged or counts.
  private func isJudged(_ lines: [AwardLine], _ window: ClosedRange<Int>) -> Bool {
    lines[max(0, window.lowerBound - 2)...window.upperBound].contains {
      !$0.words.isDisjoint(with: [.judging, .counts, .points, .weight])
    }
  }

  /// A list that nothing announces must look like one all by itself.
  private func standsAlone(
    _ lines: [AwardLine], _ window: ClosedRange<Int>, _ chosen: [(entry: AwardEntry, line: Int)],
    _ role: DocumentRole, _ isJudged: Bool
  ) -> Bool {
    guard isJudged || (role != .contract && role != .form) else { return false }
    guard (2...12).contains(chosen.count) else { return false }
    guard chosen.allSatisfy({ $0.entry.measure != .bare }) || isPlainList(lines, chosen) else { return false }
    return !lines[window].contains { line in
      line.words.contains(.other) || (!isJudged && line.entries.count > 1 && line.words.contains(.rate))
        || (line.words.contains(.base) && line.words.isDisjoint(with: [.weight, .counts]))
    }
  }

  /// "Price 70, taste 30": short names, none of which is a price by unit, and numbers that make up a hundred or the
  /// total that stands before them.
  private func isPlainList(_ lines: [AwardLine], _ chosen: [(entry: AwardEntry, line: Int)]) -> Bool {
    let sum = chosen.reduce(0) { $0 + $1.entry.value }
    let totals = chosen.map(\.line).flatMap { lines[max(0, $0 - 2)...$0].flatMap(\.entries) }
      .filter(\.isTotal).map(\.value)
    func isSaid(_ line: Int) -> Bool { !lines[line].words.isDisjoint(with: [.counts, .weight]) }
    guard sum == 100 || sum == 1000 || totals.contains(sum) || chosen.allSatisfy({ isSaid($0.line) }) else {
      return false
    }
    let bytes = reading.folded.bytes
    return chosen.allSatisfy { entry, line in
      let isShort = bytes[entry.label].count { $0 == 0x20 } <= (entry.isPrice ? 5 : 12)
      return (isSaid(line) || isShort) && lines[line].words.isDisjoint(with: [.rate, .discount])
    }
  }

  /// The lines around one, over at most `gap` lines without a weight, within the same lot and stage.
  private func window(_ lines: [AwardLine], _ index: Int, _ gap: Int) -> ClosedRange<Int> {
    func reach(_ step: Int) -> Int {
      var last = index
      var next = index + step
      var free = 0
      while lines.indices.contains(next), abs(next - index) <= Self.longest + 1 {
        let line = lines[next]
        if !line.lots.isEmpty, !lines[index].lots.isEmpty, line.lots != lines[index].lots { break }
        if line.isHeading, let stage = line.stage, stage != .award, line.entries.isEmpty { break }
        if line.entries.isEmpty { free += 1 } else { (free, last) = (0, next) }
        // A new heading parts more than a sentence does.
        if line.isHeading, line.entries.isEmpty { free += 2 }
        if free > gap { break }
        next += step
      }
      return last
    }
    return reach(-1)...reach(1)
  }

  private func placed(
    _ lines: [AwardLine], _ window: ClosedRange<Int>, _ lot: [[UInt8]]
  ) -> [(entry: AwardEntry, line: Int)] {
    window.flatMap { line in
      lines[line].entries.filter { $0.measure != .money && ($0.lots == lot || $0.lots.isEmpty) }.map {
        ($0, line)
      }
    }
  }

  // MARK: One weight alone

  /// "Price counts for 40 %": percent need no list, points need the total that the text states.
  private mutating func findAlone(
    _ lines: [AwardLine], _ index: Int, _ lot: [[UInt8]], _ text: Int, _ role: DocumentRole
  ) -> Int? {
    let line = lines[index]
    guard line.words.isDisjoint(with: [.other, .base, .scoring]) || line.isRow, line.stage != .selection
    else {
      return nil
    }
    let near = window(lines, index, 1)
    let context = context(lines, near, role)
    guard context != .selection else { return nil }
    // "A quarter of the marks is price" says it as a verb does.
    let isShare = line.words.contains(.share) && !line.words.isDisjoint(with: [.judging, .points, .weight])
    let says = isShare || !line.words.isDisjoint(with: [.counts, .weight, .announce])
    let isTold =
      context == .award || isShare || line.words.contains(.counts)
      || (isJudged(lines, near) && statedTotal(lines, window(lines, index, 3)) != nil)
    guard isTold else { return nil }
    let all = placed(lines, near.count <= Self.longest ? near : index...index, lot)
    let prices = all.filter { $0.entry.isPrice && !$0.entry.isPart && $0.entry.measure == .percent }
    let own = all.filter { $0.line == index && $0.entry.isPrice }
    if let price = prices.first, prices.count == 1, price.line == index {
      let total = all.filter { $0.entry.measure == .percent && !$0.entry.isTotal && !$0.entry.isPart }
        .reduce(0) { $0 + $1.entry.value }
      guard says || isShort(price.entry, line), price.entry.value <= 100, total <= 100 else { return nil }
      add(
        all.filter { $0.entry.measure == .percent && !$0.entry.isTotal }, price.entry.value, trust: .alone,
        lines, index...index, lot, text)
      return index
    }
    guard own.count == 1, let price = own.first, price.entry.measure != .percent else { return nil }
    let stated = price.entry.outOf ?? statedTotal(lines, window(lines, index, 8))
    guard let total = stated, price.entry.value < total || price.entry.outOf != nil else { return nil }
    let listed = placed(lines, window(lines, index, 0), lot).filter { !$0.entry.isTotal && !$0.entry.isPart }
    guard price.entry.outOf != nil || listed.count == 1 else { return nil }
    add(
      [price], (price.entry.value * 100 / total).rounded(toPlaces: 2), trust: .stated, lines, index...index,
      lot, text)
    return index
  }

  private func statedTotal(_ lines: [AwardLine], _ window: ClosedRange<Int>) -> Double? {
    let totals = Set(
      lines[window].flatMap(\.entries).filter { $0.isTotal && $0.measure == .points }.map(\.value))
    return totals.count == 1 ? totals.first : nil
  }

  /// A short item, such as "Price: 40 %", needs no verb.
  private func isShort(_ entry: AwardEntry, _ line: AwardLine) -> Bool {
    reading.folded.bytes[entry.label].count { $0 == 0x20 } <= 5
      && entry.label.lowerBound <= line.range.lowerBound + 16
  }

  /// "Quality counts for 60 %", and price for the rest.
  private mutating func findComplement(_ lines: [AwardLine], _ text: Int) {
    for (index, line) in lines.enumerated() where line.entries.count == 1 {
      guard let entry = line.entries.first, entry.isWholeQuality, entry.measure == .percent,
        entry.value < 100,
        line.stage != .selection, line.words.isDisjoint(with: [.other, .selection, .scoring]),
        !line.words.isDisjoint(with: [.counts, .weight, .announce])
      else { continue }
      let near = lines[max(0, index - 4)...min(lines.count - 1, index + 4)]
      guard near.contains(where: { !$0.words.isDisjoint(with: [.price, .cost, .ratio, .ratioReversed]) }),
        near.allSatisfy({ $0.entries.isEmpty || $0.range == line.range })
      else { continue }
      add([(entry, index)], 100 - entry.value, trust: .alone, lines, index...index, [], text)
    }
  }

  // MARK: Discounts and rankings

  /// Quality as sums of money taken off the price.
  private mutating func findDiscounts(_ lines: [AwardLine], _ text: Int) {
    guard let start = lines.firstIndex(where: { $0.words.contains(.discount) && $0.stage != .selection })
    else {
      return
    }
    let end = min(lines.count - 1, start + Self.longest)
    var discounts: [(entry: AwardEntry, line: Int)] = []
    var ceiling: Double?
    for index in max(0, start - 8)...end {
      for entry in lines[index].entries where entry.measure == .money && !entry.isTotal {
        if lines[index].words.contains(.ceiling) {
          ceiling = ceiling ?? entry.value
        } else if index >= start, !entry.isPrice || lines[index].words.contains(.discount),
          lines[index].words.isDisjoint(with: [.other, .base, .scoring])
        {
          discounts.append((entry, index))
        }
      }
    }
    guard !discounts.isEmpty else { return }
    var award = award(discounts, lines)
    for index in award.criteria.indices { award.criteria[index].kind = .quality }
    award.criteria.insert(AwardCriterion(kind: .price), at: 0)
    award.places.insert(
      AwardPlace(segment: lines[start].segment, range: lines[start].range, label: lines[start].range), at: 0)
    let total = discounts.reduce(0) { $0 + $1.entry.value }
    if weights.discountShare == .fromCeiling, let ceiling {
      award.weight = (ceiling * 100 / (ceiling + total)).rounded(toPlaces: 2)
    }
    found.append(
      Candidate(award: award, text: text, lots: lines[start].lots, trust: .stated, line: found.count))
  }

  /// Criteria in order of importance: the items behind the sentence that says so.
  private mutating func findOrder(_ lines: [AwardLine], _ text: Int) {
    guard let start = lines.firstIndex(where: { $0.words.contains(.order) && $0.stage != .selection }) else {
      return
    }
    let intro = lines[start]
    let announced = context(lines, start...start, reading.roles[text]) == .award
    guard announced else { return }
    var items: [(segment: Int, range: Range<Int>)] = []
    let bytes = reading.folded.bytes
    let colon = bytes[intro.range].firstIndex(of: 0x3A)
    if let colon, intro.range.upperBound - colon > 4 {
      items = bytes[(colon + 1)..<intro.range.upperBound].split { $0 == 0x3B || $0 == 0x2C }.map {
        (intro.segment, $0.startIndex..<$0.endIndex)
      }
    } else {
      var next = start + 1
      while next < lines.count, items.count < 20, !lines[next].isHeading,
        reading.passage(lines[next].segment).form == .listItem
      {
        items.append((lines[next].segment, lines[next].range))
        next += 1
      }
    }
    guard items.count > 1 else { return }
    var award = DocumentAward()
    for (position, item) in items.enumerated() {
      let kind = kind(of: item.range, item.segment)
      award.criteria.append(
        AwardCriterion(
          kind: kind, name: name(item.range, item.segment), weight: .number(Double(position + 1)),
          unit: .order))
      award.places.append(AwardPlace(segment: item.segment, range: item.range, label: item.range))
    }
    found.append(Candidate(award: award, text: text, lots: intro.lots, trust: .stated, line: found.count))
  }

  private func kind(of range: Range<Int>, _ segment: Int) -> AwardCriterion.Kind {
    let text = FoldedText(reading.sourceText(range, in: segment))
    let named = reading.lexicon.mentions(.award, in: text, [0], [reading.languages[segment]])
    let words = named.compactMap { mention in
      reading.rules.concepts[Int(mention.concept)].award.map {
        AwardMention(word: $0, start: Int(mention.start), end: Int(mention.end))
      }
    }
    let whole = text.segments[0].range
    return AwardWords(words, in: whole).kind(whole)
  }

  // MARK: Making

  private mutating func add(
    _ chosen: [(entry: AwardEntry, line: Int)], _ weight: Double, trust: Trust, _ lines: [AwardLine],
    _ window: ClosedRange<Int>, _ lot: [[UInt8]], _ text: Int
  ) {
    var award = award(chosen, lines)
    award.weight = weight
    let role = reading.roles[text]
    award.isCorrection = role == .questionsAndAnswers || role == .rectification
    let named = lines[window].first { !$0.lots.isEmpty }?.lots ?? []
    found.append(
      Candidate(award: award, text: text, lots: lot.isEmpty ? named : lot, trust: trust, line: found.count))
  }

  private func award(_ chosen: [(entry: AwardEntry, line: Int)], _ lines: [AwardLine]) -> DocumentAward {
    var award = DocumentAward()
    for (entry, position) in chosen {
      let line = lines[position]
      var criterion = AwardCriterion(kind: entry.kind, name: name(entry.label, line.segment))
      switch entry.measure {
      case .percent: (criterion.weight, criterion.unit) = (.number(entry.value), .percent)
      case .points: (criterion.weight, criterion.unit) = (.number(entry.value), .points)
      case .bare:
        (criterion.weight, criterion.unit) = (.number(entry.value), entry.value < 1 ? .decimal : .bare)
      case .money: criterion.weightText = reading.sourceText(entry.number, in: line.segment)
      }
      award.criteria.append(criterion)
      award.places.append(AwardPlace(segment: line.segment, range: line.range, label: entry.label))
    }
    return award
  }

  /// The words of a criterion as the source writes them, on one line, without its marks.
  private func name(_ label: Range<Int>, _ segment: Int) -> String? {
    let segmentRange = reading.folded.segments[segment].range
    guard !label.isEmpty else { return nil }
    let place = segmentRange.contains(label.lowerBound) ? segment : self.segment(holding: label.lowerBound)
    let source = reading.sourceText(label, in: place).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    let trimmed = source.drop { !$0.isLetter && !$0.isNumber }
    return trimmed.isEmpty ? nil : String(trimmed)
  }

  private func segment(holding index: Int) -> Int {
    var (low, high) = (0, reading.folded.segments.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if reading.folded.segments[middle].range.lowerBound <= index { low = middle } else { high = middle }
    }
    return low
  }
}
