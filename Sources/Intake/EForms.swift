import Tenders
import XML

/// eForms (UBL) notices.
enum EForms: NoticeReader {
  static let roots: [String] = []
  static func read(_ xml: Document) -> Notice {
    Notice(format: "eforms", tender: Tender(noticeKind: .other), passages: [])
  }
}
