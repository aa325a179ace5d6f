import XML

extension Document {
  /// The value of an attribute as a whole number; nil when it is none, or one so big that sums of it could overflow.
  func number(_ element: Element, _ name: String) -> Int? {
    attribute(element, name).flatMap { Int32($0) }.map(Int.init)
  }
}
