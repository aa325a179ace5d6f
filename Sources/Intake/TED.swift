import Tenders
import XML

/// TED XML notices.
enum TED: NoticeReader {
  static let roots: [String] = []
  static func read(_ xml: Document) -> Notice {
    Notice(format: "ted", tender: Tender(noticeKind: .other), passages: [])
  }
}
