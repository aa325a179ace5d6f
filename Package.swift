// swift-tools-version: 6.1

import PackageDescription

// CI sets this: a warning is an error there.
let isStrict = Context.environment["TOETSSTEEN_STRICT"] != nil

let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (isStrict ? [.unsafeFlags(["-warnings-as-errors"])] : [])

let package = Package(
  name: "toetssteen",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "toetssteen", targets: ["toetssteen"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CHyperscan", pkgConfig: "libhs",
      providers: [.apt(["libhyperscan-dev"]), .brew(["vectorscan"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),

    .target(name: "XML", dependencies: ["CLibXML2"], swiftSettings: strict),
    .target(name: "Tenders", swiftSettings: strict),
    .target(
      name: "Intake",
      dependencies: [
        "XML", "Tenders", "CArchive", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(
          name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
      ],
      swiftSettings: strict),
    .target(
      name: "Analysis",
      dependencies: [
        "Tenders", "CHyperscan", .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict,
      plugins: ["PackRules"]),
    .target(name: "Reports", dependencies: ["Tenders", "Analysis"], swiftSettings: strict),
    .executableTarget(
      name: "toetssteen",
      dependencies: [
        "Tenders", "Intake", "Analysis", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Packs `Rules/` into one generated source, so that the installed binary is one file.
    .executableTarget(
      name: "pack-rules", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: strict),
    .plugin(name: "PackRules", capability: .buildTool(), dependencies: ["pack-rules"]),

    .testTarget(name: "XMLTests", dependencies: ["XML"], swiftSettings: strict),
    .testTarget(
      name: "IntakeTests", dependencies: ["Intake", "Tenders", "XML"], swiftSettings: strict),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Analysis", "Intake", "Tenders"],
      exclude: ["AwardTexts.txt"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Analysis", "Tenders", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["toetssteen"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
