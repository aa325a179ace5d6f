import Tenders

/// Walks files, folders, archives and standard input, and hands out the units of a batch in input order.
///
/// A folder or archive that directly holds documents, and whose notices are of one procedure, is one tender with all
/// below it; elsewhere each file is one.
public struct InputWalker: Sendable {
  /// What is one tender in a batch.
  public enum Grouping: String, Sendable, CaseIterable {
    /// As the content tells.
    case auto
    /// Each folder or archive that is given is one tender.
    case tenders
    /// Each notice is one tender.
    case notices
  }

  public var grouping: Grouping
  public var limits: IntakeLimits

  /// A walker that groups files by `grouping`.
  public init(grouping: Grouping = .auto, limits: IntakeLimits = IntakeLimits()) {
    self.grouping = grouping
    self.limits = limits
  }

  /// Takes one unit of input; it may suspend until there is room for more.
  public typealias Receive = (Input) async throws -> Void

  /// Walks the given paths in order; `-` is standard input.
  public func walk(_ paths: [String], _ receive: Receive) async throws {
    for path in paths {
      if path == "-" {
        try await standardInput(receive)
      } else {
        try await walk(path: path, receive)
      }
    }
  }

  /// Collects everything at these paths as one tender.
  public func package(_ paths: [String]) -> Package {
    var package = Package(path: paths.first ?? "")
    for path in paths { collect(path, into: &package) }
    return package
  }

  /// Collects files in memory as one tender, as if they lay in a folder at `path`.
  public func package(_ path: String, _ files: [(name: String, bytes: [UInt8])]) -> Package {
    var package = Package(path: path)
    for file in files {
      add(RawFile(path: join(path, file.name), bytes: file.bytes), depth: 0, to: &package)
    }
    return package
  }

  // MARK: Files and folders

  private func standardInput(_ receive: Receive) async throws {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileBytes.readStandardInput(limit: limits.file)
    } catch {
      return try await receive(.unread(unread(Source(path: "-"), error)))
    }
    try await hand(RawFile(path: "-", bytes: bytes), receive)
  }

  /// - Parameter above: the folders in which this one lies; a link back to one of them is not followed.
  private func walk(
    path: String, above: Set<FileBytes.Identity> = [], _ receive: Receive
  ) async throws {
    guard FileBytes.isFolder(path) else { return try await walk(file: path, receive) }
    guard let above = Self.entering(path, above) else { return }
    guard let entries = FileBytes.entries(of: path) else {
      return try await receive(
        .unread(
          Unread(source: Source(path: path), reason: .unreadable, message: "The folder cannot be read.")))
    }
    if grouping == .tenders || (grouping == .auto && entries.contains { !$0.isFolder && isDocument($0.name) })
    {
      let package = package([path])
      if grouping == .tenders || TenderReader(limits: limits).isOneTender(package) {
        return try await receive(.package(package))
      }
    }
    for entry in entries where !isHidden(entry.name) {
      let below = join(path, entry.name)
      if entry.isFolder {
        try await walk(path: below, above: above, receive)
      } else {
        try await walk(file: below, receive)
      }
    }
  }

  private func walk(file path: String, _ receive: Receive) async throws {
    do {
      let bytes = try FileBytes.read(path) { head in
        switch FileKind.of(head, name: path) {
        case .archive: nil
        case .xml: limits.notice
        default: limits.file
        }
      }
      if let bytes {
        try await receive(.file(RawFile(path: path, bytes: bytes)))
      } else {
        // Read from disk, member by member, however large it is.
        let open: Open = { () throws(ArchiveError) in try ArchiveReader(path: path, limits: limits) }
        try await walk(archive: path, open: open, member: nil, depth: 0, receive)
      }
    } catch let error as FileError {
      try await receive(.unread(unread(Source(path: path), error)))
    }
  }

  /// Hands out a file, or what it holds when it is an archive.
  private func hand(_ file: RawFile, depth: Int = 0, _ receive: Receive) async throws {
    guard FileKind.of(file.bytes, name: file.name) == .archive else { return try await receive(.file(file)) }
    guard depth < limits.nesting else {
      return try await receive(
        .unread(
          Unread(
            source: file.source, reason: .tooDeep,
            message: "More than \(limits.nesting) archives in one another.")))
    }
    try await walk(
      archive: file.path,
      open: { () throws(ArchiveError) in
        try ArchiveReader(bytes: file.bytes, limits: limits)
      }, member: file.member, depth: depth, receive)
  }

  // MARK: Archives

  private typealias Open = () throws(ArchiveError) -> ArchiveReader

  private func walk(
    archive path: String, open: Open, member outer: String?, depth: Int, _ receive: Receive
  ) async throws {
    let source = Source(path: path, member: outer)
    let folders: [String]
    do throws(ArchiveError) {
      folders = try tenderFolders(try open())
    } catch {
      return try await receive(.unread(unread(source, error)))
    }
    var packages = folders.map { folder in
      Package(path: path, member: folder.isEmpty ? outer : inside(outer, folder))
    }
    do {
      let archive = try open()
      var count = 0
      while let member = try archive.next() {
        guard member.isFile, !member.name.hasSuffix("/") else { continue }
        count += 1
        if count > limits.members {
          try await receive(
            .unread(
              Unread(
                source: source, reason: .tooLarge,
                message: "More than \(limits.members) files; the rest was not read.")))
          break
        }
        let name = archive.isSingleFile ? withoutEnding(path) : member.name
        let package = folders.lastIndex { $0.isEmpty || name.hasPrefix($0 + "/") }
        if package == nil, isHidden(name) { continue }
        let result = read(member, of: archive, at: Source(path: path, member: inside(outer, name)))
        switch (result, package) {
        case (.success(let file), nil):
          try await hand(file, depth: depth + 1, receive)
        case (.success(let file), let index?):
          add(file, depth: depth + 1, to: &packages[index])
        case (.failure(let unread), nil):
          try await receive(.unread(unread))
        case (.failure(let unread), let index?):
          packages[index].unread.append(unread)
        }
      }
    } catch let error as ArchiveError {
      try await receive(.unread(unread(source, error)))
    }
    // An archive that could not be opened is named above; there is no package in it.
    for package in packages where !package.files.isEmpty || !package.unread.isEmpty {
      if grouping == .tenders || TenderReader(limits: limits).isOneTender(package) {
        try await receive(.package(package))
      } else {
        for file in package.files { try await receive(.file(file)) }
        for unread in package.unread { try await receive(.unread(unread)) }
      }
    }
  }

  /// The folders of an archive that directly hold documents, `""` for its top; none inside another.
  private func tenderFolders(_ archive: ArchiveReader) throws(ArchiveError) -> [String] {
    guard grouping != .notices, !archive.isSingleFile || grouping == .tenders else { return [] }
    if grouping == .tenders { return [""] }
    var found: Set<String> = []
    var count = 0
    while let member = try archive.next(), count <= limits.members {
      count += 1
      guard member.isFile, isDocument(member.name), !leaves(member.name) else { continue }
      found.insert(member.name.lastIndex(of: "/").map { String(member.name[..<$0]) } ?? "")
    }
    if found.contains("") { return [""] }
    return found.filter { folder in !found.contains { $0 != folder && folder.hasPrefix($0 + "/") } }.sorted()
  }

  private func read(
    _ member: ArchiveReader.Member, of archive: ArchiveReader, at source: Source
  ) -> Result<RawFile, Unread> {
    if leaves(member.name) {
      return .failure(
        Unread(
          source: source, reason: .unsupported,
          message: "The member's name leads out of the archive; it was not read."))
    }
    if member.isEncrypted { return .failure(unread(source, ArchiveError.encrypted)) }
    do throws(ArchiveError) {
      let bytes = try archive.data(limit: limits.file)
      return .success(RawFile(path: source.path, member: source.member, bytes: bytes))
    } catch {
      return .failure(unread(source, error))
    }
  }

  // MARK: Collecting a package

  private func collect(
    _ path: String, above: Set<FileBytes.Identity> = [], into package: inout Package
  ) {
    if FileBytes.isFolder(path) {
      guard let above = Self.entering(path, above) else { return }
      for entry in FileBytes.entries(of: path) ?? [] where !isHidden(entry.name) && !isBeside(entry.name) {
        collect(join(path, entry.name), above: above, into: &package)
      }
      return
    }
    do throws(FileError) {
      let bytes = try FileBytes.read(path, limit: limits.file)
      add(RawFile(path: path, bytes: bytes), depth: 0, to: &package)
    } catch {
      package.unread.append(unread(Source(path: path), error))
    }
  }

  /// Adds a file, or what it holds when it is an archive.
  private func add(_ file: RawFile, depth: Int, to package: inout Package) {
    if isHidden(file.name) || isBeside(file.name) { return }
    let total = package.files.reduce(0) { $0 + $1.bytes.count }
    guard total + file.bytes.count <= limits.tender else {
      package.unread.append(
        Unread(
          source: file.source, reason: .tooLarge,
          message: "The files of this tender exceed \(limits.tender >> 20) MB; this one was not read."))
      return
    }
    guard FileKind.of(file.bytes, name: file.name) == .archive, depth < limits.nesting else {
      package.files.append(file)
      return
    }
    do throws(ArchiveError) {
      let archive = try ArchiveReader(bytes: file.bytes, limits: limits)
      while let member = try archive.next() {
        guard member.isFile, !member.name.hasSuffix("/") else { continue }
        let source = Source(path: file.path, member: inside(file.member, member.name))
        switch read(member, of: archive, at: source) {
        case .success(let inner): add(inner, depth: depth + 1, to: &package)
        case .failure(let unread): package.unread.append(unread)
        }
      }
    } catch {
      package.unread.append(unread(file.source, error))
    }
  }

  /// The folders above what lies in a folder; nil when it is one of those it lies in itself.
  private static func entering(
    _ path: String, _ above: Set<FileBytes.Identity>
  ) -> Set<FileBytes.Identity>? {
    guard let identity = FileBytes.identity(path) else { return above }
    return above.contains(identity) ? nil : above.union([identity])
  }

  // MARK: Names

  private func inside(_ outer: String?, _ name: String) -> String { outer.map { "\($0)!\(name)" } ?? name }

  private func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  private func isHidden(_ name: String) -> Bool {
    let last = name.split(separator: "/").last ?? ""
    return last.hasPrefix(".") || name.hasPrefix("__MACOSX/")
  }

  /// Files that lie beside tenders and are none of their documents.
  private func isBeside(_ name: String) -> Bool {
    let stem = (name.split(separator: "/").last ?? "").split(separator: ".").first?.uppercased() ?? ""
    return stem == "README" || stem == "LICENSE" || stem == "LICENCE"
  }

  private func isDocument(_ name: String) -> Bool {
    !isHidden(name) && !isBeside(name) && FileKind.promised(by: name) != nil
  }

  private func withoutEnding(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let ending = FileKind.fileExtension(name)
    return ending.isEmpty ? name : String(name.dropLast(ending.count + 1))
  }

  private func leaves(_ name: String) -> Bool {
    name.hasPrefix("/") || name.split(separator: "/").contains("..")
  }

  // MARK: Reasons

  private func unread(_ source: Source, _ error: FileError) -> Unread {
    switch error {
    case .unreadable(let message):
      Unread(source: source, reason: .unreadable, message: "Cannot be read: \(message).")
    case .tooLarge(let bytes, let limit):
      Unread(
        source: Source(path: source.path, member: source.member, bytes: bytes), reason: .tooLarge,
        message: "Larger than \(limit >> 20) MB, the limit of a file.")
    }
  }

  private func unread(_ source: Source, _ error: ArchiveError) -> Unread {
    switch error {
    case .malformed(let message):
      Unread(source: source, reason: .malformed, message: "A damaged archive: \(message).")
    case .encrypted:
      Unread(source: source, reason: .encrypted, message: "Encrypted; give a copy without a password.")
    case .memberTooLarge(let limit):
      Unread(
        source: source, reason: .tooLarge, message: "Larger than \(limit >> 20) MB, the limit of a file.")
    case .ratio(let limit):
      Unread(
        source: source, reason: .tooLarge,
        message: "It unpacks to more than \(limit) times the size of its archive; it was not read.")
    }
  }
}
