public import Tenders

/// The short messages of the command line, in the language of the report.
public struct Messages: Sendable {
  private let language: ReportLanguage

  /// Messages in this language.
  public init(_ language: ReportLanguage) { self.language = language }

  /// No input at all could be read.
  public var nothingRead: String {
    switch language {
    case .nl:
      "Er is niets gelezen: geen aankondiging of aanbesteding gevonden. Geef een bestand, map of zip met aankondigingen in XML."
    case .fr:
      "Rien n'a été lu : aucun avis ni marché trouvé. Indiquez un fichier, un dossier ou un zip contenant des avis en XML."
    case .de:
      "Nichts gelesen: keine Bekanntmachung und keine Vergabe gefunden. Geben Sie eine Datei, einen Ordner oder ein Zip mit Bekanntmachungen in XML an."
    case .en: "Nothing was read: no notice or tender found. Give a file, folder or zip with notices in XML."
    }
  }

  /// How many inputs gave no tender, and why.
  public func leftOut(_ count: Int, _ reasons: [(reason: Unread.Reason, count: Int)]) -> String {
    let list = reasons.map { "\($0.count) \($0.reason.rawValue)" }.joined(separator: ", ")
    return switch language {
    case .nl: "Niet gelezen: \(count) (\(list))."
    case .fr: "Non lus : \(count) (\(list))."
    case .de: "Nicht gelesen: \(count) (\(list))."
    case .en: "Not read: \(count) (\(list))."
    }
  }

  /// Why the text of scans is not recognised, and what to install.
  ///
  /// - Parameter program: the program that is not there; nil when tesseract lacks its languages.
  public func notRecognised(lacking program: String?) -> String {
    let packages =
      "apt install tesseract-ocr tesseract-ocr-nld tesseract-ocr-fra tesseract-ocr-deu poppler-utils"
    return switch language {
    case .nl:
      "--ocr: \(program.map { "\($0) is niet geïnstalleerd" } ?? "tesseract heeft geen van de talen nld, fra, deu, eng"); scans blijven ongelezen. Installeer: \(packages)"
    case .fr:
      "--ocr : \(program.map { "\($0) n’est pas installé" } ?? "tesseract n’a aucune des langues nld, fra, deu, eng") ; les scans ne sont pas lus. Installez : \(packages)"
    case .de:
      "--ocr: \(program.map { "\($0) ist nicht installiert" } ?? "tesseract hat keine der Sprachen nld, fra, deu, eng"); Scans bleiben ungelesen. Installieren Sie: \(packages)"
    case .en:
      "--ocr: \(program.map { "\($0) is not installed" } ?? "tesseract has none of the languages nld, fra, deu, eng"); scans stay unread. Install: \(packages)"
    }
  }

  /// A signal ended the work.
  public func interrupted(after count: Int) -> String {
    switch language {
    case .nl: "Afgebroken na \(count); wat klaar was, is bewaard."
    case .fr: "Interrompu après \(count) ; ce qui était fait est conservé."
    case .de: "Abgebrochen nach \(count); was fertig war, ist erhalten."
    case .en: "Interrupted after \(count); what was done is kept."
    }
  }
}

/// What `toetssteen explain` calls things.
public struct ExplainWording: Sendable {
  private let language: ReportLanguage

  /// Wording in this language.
  public init(_ language: ReportLanguage) { self.language = language }

  private func pick(_ nl: String, _ fr: String, _ de: String, _ en: String) -> String {
    switch language {
    case .nl: nl
    case .fr: fr
    case .de: de
    case .en: en
    }
  }

  public var terms: String { pick("termen", "termes", "Begriffe", "terms") }
  public var statement: String { pick("uitspraak", "énoncé", "Aussage", "statement") }
  public var force: String { pick("kracht", "force", "Kraft", "force") }
  public var bearer: String { pick("drager", "débiteur", "Träger", "bearer") }
  public var stage: String { pick("plaats", "phase", "Phase", "stage") }
  public var found: String { pick("geeft", "donne", "ergibt", "gives") }
  public var struck: String {
    pick(
      "geschrapt door een later document", "supprimé par un document ultérieur",
      "durch ein späteres Dokument gestrichen", "struck by a later document")
  }
  public var nearly: String { pick("bijna", "presque", "beinahe", "nearly") }
  public var because: String { pick("niet, want", "non, car", "nicht, denn", "not, because") }
  public var change: String {
    pick("Wat het zou veranderen", "Ce qui le changerait", "Was es ändern würde", "What would change it")
  }
  public var nothing: String {
    pick("Niets gevonden.", "Rien trouvé.", "Nichts gefunden.", "Nothing found.")
  }
}
