package import TerminalModel
package import Workbench

extension KeyMap {
  /// The same table with other keys for a command, wherever it is bound in a context.
  package func rebinding(_ command: Command, in context: KeyContext, to keys: [Key]) -> KeyMap {
    KeyMap(
      bindings.map { binding in
        guard binding.command == command, binding.contexts.contains(context) else { return binding }
        return KeyBinding(
          command, keys, in: binding.contexts, label: binding.label, help: binding.help)
      })
  }
}
