internal import CHyperscan

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Synchronization

/// Why the terms could not be compiled.
struct TermDatabaseError: Error, Equatable {
  var message: String
}

/// All terms of all languages in one Hyperscan database of literals.
///
/// Hyperscan sees only literals, so no rule file can make it slow; what stands around a literal is checked by
/// `TermPattern`.
final class TermDatabase: @unchecked Sendable {
  // Immutable after init, save for the pool of scratch spaces, which its mutex guards.
  /// Nil without literals, which Hyperscan refuses.
  private let database: OpaquePointer?
  private let scratches: Mutex<ScratchPool>
  /// Bytes of each literal.
  let lengths: [Int32]

  /// Where a literal was found: its index and the position of its first byte.
  struct Hit {
    var literal: Int32
    var start: Int32
  }

  private struct ScratchPool: @unchecked Sendable {
    var free: [OpaquePointer] = []
  }

  /// Compiles the literals.
  init(literals: [[UInt8]]) throws(TermDatabaseError) {
    lengths = literals.map { Int32($0.count) }
    scratches = Mutex(ScratchPool())
    database = literals.isEmpty ? nil : try Self.compile(literals)
  }

  /// Loads the form that an earlier `serialized` gave; nil when it is damaged or of another processor.
  init?(serialized: [UInt8], lengths: [Int32]) {
    guard let loaded = Self.load(serialized) else { return nil }
    self.lengths = lengths
    scratches = Mutex(ScratchPool())
    database = loaded
  }

  deinit {
    scratches.withLock { pool in
      for scratch in pool.free { hs_free_scratch(scratch) }
    }
    hs_free_database(database)
  }

  private static func load(_ bytes: [UInt8]) -> OpaquePointer? {
    var database: OpaquePointer?
    let result = bytes.withUnsafeBytes { buffer in
      hs_deserialize_database(buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, &database)
    }
    return result == HS_SUCCESS ? database : nil
  }

  private static func compile(_ literals: [[UInt8]]) throws(TermDatabaseError) -> OpaquePointer {
    // One block for all literals keeps the pointers valid while Hyperscan reads them.
    let block = literals.flatMap { $0 }
    let lengths = literals.map(\.count)
    let flags = [UInt32](repeating: 0, count: literals.count)
    let ids = (0..<UInt32(literals.count)).map { $0 }
    var database: OpaquePointer?
    var failure: UnsafeMutablePointer<hs_compile_error_t>?
    let result = block.withUnsafeBytes { buffer -> hs_error_t in
      var position = 0
      let expressions = lengths.map { length -> UnsafePointer<CChar>? in
        defer { position += length }
        return buffer.baseAddress.map { ($0 + position).assumingMemoryBound(to: CChar.self) }
      }
      return expressions.withUnsafeBufferPointer { pointers in
        hs_compile_lit_multi(
          pointers.baseAddress, flags, ids, lengths, UInt32(literals.count), UInt32(HS_MODE_BLOCK), nil,
          &database, &failure)
      }
    }
    guard result == HS_SUCCESS, let database else {
      let message = failure?.pointee.message.map { String(cString: $0) } ?? "error \(result)"
      hs_free_compile_error(failure)
      throw TermDatabaseError(message: message)
    }
    return database
  }

  /// The compiled form, for a cache; it is only valid for this processor and version of Hyperscan.
  var serialized: [UInt8]? {
    var bytes: UnsafeMutablePointer<CChar>?
    var length = 0
    guard let database, hs_serialize_database(database, &bytes, &length) == HS_SUCCESS, let bytes else {
      return nil
    }
    defer { free(bytes) }
    return UnsafeRawBufferPointer(start: bytes, count: length).map { $0 }
  }

  /// The version of Hyperscan, for the name of a cache.
  static var version: String { hs_version().map { String(cString: $0) } ?? "" }

  /// Every place of every literal, in the order of their ends.
  func scan(_ text: UnsafeBufferPointer<UInt8>, _ hits: inout [Hit]) {
    guard let database, let scratch = takeScratch(), let base = text.baseAddress else { return }
    defer { scratches.withLock { $0.free.append(scratch) } }
    lengths.withUnsafeBufferPointer { lengths in
      withUnsafeMutablePointer(to: &hits) { pointer in
        var context = ScanContext(hits: pointer, lengths: lengths)
        withUnsafeMutablePointer(to: &context) { context in
          _ = base.withMemoryRebound(to: CChar.self, capacity: text.count) {
            hs_scan(database, $0, UInt32(text.count), 0, scratch, onMatch, context)
          }
        }
      }
    }
  }

  private struct ScanContext {
    var hits: UnsafeMutablePointer<[Hit]>
    var lengths: UnsafeBufferPointer<Int32>
  }

  private let onMatch: match_event_handler = { id, _, end, _, context in
    guard let context else { return 1 }
    let scan = context.assumingMemoryBound(to: ScanContext.self)
    guard Int(id) < scan.pointee.lengths.count else { return 0 }
    let start = Int32(end) - scan.pointee.lengths[Int(id)]
    scan.pointee.hits.pointee.append(Hit(literal: Int32(id), start: start))
    return 0
  }

  private func takeScratch() -> OpaquePointer? {
    if let scratch = scratches.withLock({ $0.free.popLast() }) { return scratch }
    var scratch: OpaquePointer?
    return hs_alloc_scratch(database, &scratch) == HS_SUCCESS ? scratch : nil
  }
}
