using BTech.Record.Disclosure;

namespace BTech.Record.Imports;

/// <summary>An import of a window as the team sees it.</summary>
/// <param name="Import">Where its texts came from.</param>
/// <param name="Texts">How many they are.</param>
/// <param name="IsBuiltUpon">Whether one of them was reviewed, masked, coded, noted or grouped, so that the import stays.</param>
public sealed record ListedImport(Import Import, TeamCount Texts, bool IsBuiltUpon);
