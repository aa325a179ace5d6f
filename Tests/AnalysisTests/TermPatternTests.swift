import Tenders
import Testing

@testable import Analysis

@Suite struct TermPatternTests {
  // MARK: The table of Rules/README.md

  @Test(
    "a plain word is that whole word, in any capitals, accents and breaks",
    arguments: [
      ("De risicoanalyse volgt.", true), ("RISICOANALYSE", true), ("risico\u{AD}analyse", true),
      ("risico-\n  analyse", true), ("(risicoanalyse)", true), ("risicoanályse", true),
      ("risicoanalyses", false), ("ketenrisicoanalyse", false), ("risico analyse", false),
    ])
  func word(text: String, isFound: Bool) throws {
    #expect(try found("risicoanalyse", in: text).isEmpty != isFound)
  }

  @Test("a star at the end takes the rest of the word")
  func prefix() throws {
    #expect(try found("keten*", in: "keten, ketens en ketenanalyse") == ["keten", "ketens", "ketenanalyse"])
    #expect(try found("keten*", in: "toeleveringsketen").isEmpty)
    #expect(try found("keten*", in: "keten-analyse") == ["keten"])
  }

  @Test("stars on both sides take the whole word")
  func infix() throws {
    #expect(try found("*risicoanalyse*", in: "De ketenrisicoanalyses.") == ["ketenrisicoanalyses"])
    #expect(try found("*keten", in: "toeleveringsketen en ketens") == ["toeleveringsketen"])
  }

  @Test(
    "words in a row have a space or a hyphen between them",
    arguments: [
      ("due diligence", true), ("due-diligence", true), ("due  \n diligence", true),
      ("due\u{A0}diligence", true),
      ("due–diligence", true), ("duediligence", false), ("due of diligence", false),
      ("due, diligence", false),
      ("overdue diligence", false),
    ])
  func row(text: String, isFound: Bool) throws {
    #expect(try found("due diligence", in: text).isEmpty != isFound)
  }

  @Test(
    "a hyphen in a term is a hyphen, a space or nothing",
    arguments: [
      "OESO-richtlijnen", "OESO richtlijn", "OESOrichtlijn", "oeso–richtlijn", "OESO-\nrichtlijn",
    ])
  func hyphen(text: String) throws {
    #expect(try found("OESO-richtlijn*", in: "De \(text).").count == 1)
  }

  @Test(
    "a gap holds up to eight words of one sentence",
    arguments: [
      ("brengt in kaart", true), ("brengt de risico's in kaart", true),
      ("brengt een twee drie vier vijf zes zeven acht in kaart", true),
      ("brengt een twee drie vier vijf zes zeven acht negen in kaart", false),
      ("brengt, zegt zij, alles in kaart", true), ("in kaart brengt hij", false),
      ("brengt alles. Hij zet dit in kaart", false), ("brengt alles; hij zet dit in kaart", false),
      ("brengt alles inkaart", false),
    ])
  func gap(text: String, isFound: Bool) throws {
    #expect(try found("breng* … in kaart", in: text).isEmpty != isFound)
  }

  @Test(
    "a gap works as well when its longest part stands behind it",
    arguments: [
      ("houdt daar rekening mee", true), ("houdt een twee drie vier vijf zes zeven acht rekening", true),
      ("houdt een twee drie vier vijf zes zeven acht negen rekening", false),
      ("houdt op. De rekening", false),
      ("houdt, zegt zij, rekening", true), ("onthoudt rekening", false),
    ])
  func backwardGap(text: String, isFound: Bool) throws {
    #expect(try found("houdt … rekening", in: text).isEmpty != isFound)
  }

  @Test("a gap quotes from its first word to its last")
  func gapQuote() throws {
    #expect(
      try found("breng* … in kaart", in: "Hij brengt de risico's in kaart.") == [
        "brengt de risico's in kaart"
      ])
  }

  @Test("alternatives are each tried, also the empty one")
  func alternatives() throws {
    let term = "(toeleverings|productie|)keten"
    #expect(
      try found(term, in: "toeleveringsketen, productieketen, keten") == [
        "toeleveringsketen", "productieketen", "keten",
      ])
    #expect(try found(term, in: "zorgketen").isEmpty)
    #expect(try found("(de|het) (werk|plan)", in: "het plan, de plan, een plan") == ["het plan", "de plan"])
  }

  @Test("an empty alternative takes its space with it")
  func emptyAlternative() throws {
    #expect(try found("eerlijk (en groen|) werk", in: "eerlijk werk, eerlijk en groen werk").count == 2)
  }

  @Test(
    "an equals sign asks for these very characters",
    arguments: [
      ("=ISV", "de ISV gelden", true), ("=ISV", "de isv gelden", false), ("=ISV", "de Isv gelden", false),
      ("=ISV", "ISVs", false), ("=Café", "het Café", true), ("=Café", "het Cafe", false),
      ("=Café", "het CAFÉ", false), ("=UN Guiding", "de UN\n  Guiding", true), ("=AN*", "ANs", true),
    ])
  func exact(term: String, text: String, isFound: Bool) throws {
    #expect(try found(term, in: text).isEmpty != isFound)
  }

  @Test("a term ends at a passage's end")
  func passageEnd() throws {
    #expect(try found("due diligence", in: "We vragen due\n\ndiligence bestaat niet.").isEmpty)
  }

  // MARK: False friends

  @Test("a false friend cancels a mention that it overlaps, and no other")
  func falseFriends() throws {
    let not = ["zorgketen*", "keten van bevel"]
    #expect(try found("*keten*", not: not, in: "De zorgketens en de ketens.") == ["ketens"])
    #expect(try found("*keten*", not: not, in: "De keten van bevel, de keten van steen.") == ["keten"])
  }

  @Test("a term of one language is not looked for in another")
  func languages() throws {
    let rules = try TinyRules.load(
      TinyRules.files(replacing: [
        ("concepts/it.yaml", "id: it\ntitle: it\nterms:\n  en: [stone]\n  xx: [steen]\n  any: [\"=QQ\"]\n")
      ]))
    let judge = try Judge(rules: rules)
    let file = try TinyRules.tender([
      ("contract.txt", "The town and the builder mend the stone, steen and QQ in it.")
    ])
    #expect(mentions(of: "it", in: file, judge) == ["stone", "QQ"])
  }

  // MARK: Faults

  @Test(
    "a term that cannot be read is an error that tells where",
    arguments: [
      ("a(b", 1, "without ')'"), ("ab)c", 2, "without '('"), ("a|b", 1, "without '('"),
      ("(a(b))", 2, "inside"),
      ("(a|b) cd)", 8, "without '('"), ("=ab)", 3, "without '('"), ("(a|b) (c", 6, "without ')'"),
      ("", 0, "letters"), ("*", 0, "letters"), ("=a", 0, "letters"), ("-", 0, "letters"),
      ("… in kaart", 0, "between two words"), ("breng …", 0, "between two words"),
    ])
  func faults(term: String, offset: Int, message: String) {
    do throws(TermError) {
      _ = try TermPattern.parse(term)
      Issue.record("'\(term)' was read")
    } catch {
      #expect(error.message.contains(message))
      #expect(offset == error.offset || message == "between two words")
    }
  }

  @Test("too many alternatives are refused at once")
  func tooMany() {
    let term = String(repeating: "(a|b|c|d)", count: 40)
    #expect(throws: TermError.self) { try TermPattern.parse(term) }
  }

  // MARK: Help

  private func found(_ term: String, not: [String] = [], in text: String) throws -> [String] {
    func list(_ terms: [String]) -> String {
      terms.map { "'\($0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'" }
        .joined(separator: ", ")
    }
    let friends = not.isEmpty ? "" : "not:\n  any: [\(list(not))]\n"
    let rules = try TinyRules.load(
      TinyRules.files(replacing: [
        ("concepts/it.yaml", "id: it\ntitle: it\nterms:\n  any: [\(list([term]))]\n\(friends)")
      ]))
    return try mentions(of: "it", in: TinyRules.tender([("contract.txt", text)]), Judge(rules: rules))
  }

  private func mentions(of id: String, in file: TenderFile, _ judge: Judge) -> [String] {
    let reading = Reading(file, judge.lexicon)
    return reading.mentions.filter { judge.rules.concepts[Int($0.concept)].id == id }.map {
      reading.sourceText(Int($0.start)..<Int($0.end), in: Int($0.segment))
    }
  }
}
