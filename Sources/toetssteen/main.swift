import Intake
import Reports
import Foundation

let walker = InputWalker()
let reader = TenderReader()
try await walker.walk(Array(CommandLine.arguments.dropFirst(2))) { unit in
  let line: [UInt8]
  switch unit {
  case .file(let file):
    switch reader.notice(file) {
    case .success(let read): line = JSONReport.line(facts: read)
    case .failure(let unread): line = JSONReport.line(unread)
    }
  case .package(let package):
    switch reader.tender(package) {
    case .success(let read): line = JSONReport.line(facts: read)
    case .failure(let unread): line = JSONReport.line(unread)
    }
  case .unread(let unread): line = JSONReport.line(unread)
  }
  FileHandle.standardOutput.write(Data(line + [10]))
}
