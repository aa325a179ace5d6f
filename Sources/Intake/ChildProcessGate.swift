#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lets as many child processes run at once as there are processors, whatever the number of tasks that want one.
actor ChildProcessGate {
  static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  static let shared = ChildProcessGate(places: processors)

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { free = places }

  /// Waits for a place; whoever gets one gives it back with `leave`.
  func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  /// Gives a place back, to the one that waits longest.
  func leave() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
