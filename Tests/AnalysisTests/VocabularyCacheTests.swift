import Synchronization
import Tenders
import Testing

@testable import Analysis

@Suite("Compiled terms in a cache") struct VocabularyCacheTests {
  private static let text = "The builder must seek harm in the glass chain. The builder must mend harm."

  @Test("terms from the cache find what newly compiled terms find")
  func same() throws {
    let kept = Kept()
    let first = try mentions(cache: kept.cache)
    #expect(kept.names.contains { $0.hasPrefix("topics") })
    let stores = kept.stores
    let second = try mentions(cache: kept.cache)
    #expect(!first.isEmpty)
    #expect(first == second)
    #expect(kept.stores == stores, "nothing is compiled a second time")
  }

  @Test("other rules do not use them")
  func otherRules() throws {
    let kept = Kept()
    _ = try mentions(cache: kept.cache)
    let names = kept.names
    _ = try mentions(cache: kept.cache, identity: "other")
    #expect(kept.names.count == 2 * names.count)
  }

  @Test("a damaged cache is as good as none", arguments: [0, 1, 8, 9, 100, 1000, 5000])
  func damaged(place: Int) throws {
    let expected = try mentions(cache: nil)
    for change in [Change.cut, .flip, .fill] {
      let kept = Kept()
      _ = try mentions(cache: kept.cache)
      kept.damage { bytes in
        guard place < bytes.count else { return }
        switch change {
        case .cut: bytes.removeLast(bytes.count - place)
        case .flip: bytes[place] ^= 0x81
        case .fill: for index in place..<min(place + 16, bytes.count) { bytes[index] = 0xFF }
        }
      }
      let found = try mentions(cache: kept.cache)
      // What is damaged within the terms themselves may hide one; it must never lead outside.
      if change == .cut { #expect(found == expected) }
    }
  }

  private enum Change { case cut, flip, fill }

  private func mentions(cache: LexiconCache?, identity: String = "tiny") throws -> [String] {
    var loader = RuleLoader(files: try TinyRules.files())
    let judge = try Judge(rules: try loader.load(identity: identity), cache: cache)
    let reading = try Reading(TinyRules.tender([("contract.txt", Self.text)]), judge.lexicon)
    return reading.mentions.map { mention in
      "\(mention.concept) "
        + reading.sourceText(Int(mention.start)..<Int(mention.end), in: Int(mention.segment))
    }
  }
}

/// A cache in memory.
private final class Kept: Sendable {
  private let state = Mutex<(files: [String: [UInt8]], stores: Int)>(([:], 0))

  var names: [String] { state.withLock { $0.files.keys.sorted() } }
  var stores: Int { state.withLock { $0.stores } }

  var cache: LexiconCache {
    LexiconCache(
      load: { key in self.state.withLock { $0.files[key] } },
      store: { key, bytes in
        self.state.withLock {
          $0.files[key] = bytes
          $0.stores += 1
        }
      })
  }

  func damage(_ change: (inout [UInt8]) -> Void) {
    state.withLock { state in
      for key in state.files.keys {
        var bytes = state.files[key] ?? []
        change(&bytes)
        state.files[key] = bytes
      }
    }
  }
}
