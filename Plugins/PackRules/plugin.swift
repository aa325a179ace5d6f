import Foundation
import PackagePlugin

/// Packs every YAML file below `Rules/` into one Swift source of the target that uses it.
@main
struct PackRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "PackedRules.swift")
    let files = (FileManager.default.enumerator(at: rules, includingPropertiesForKeys: nil)?.allObjects ?? [])
      .compactMap { $0 as? URL }
      .filter { $0.pathExtension == "yaml" }
      .sorted { $0.path < $1.path }
    return [
      .buildCommand(
        displayName: "Packing the rules",
        executable: try context.tool(named: "pack-rules").url,
        arguments: [rules.path, output.path],
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
