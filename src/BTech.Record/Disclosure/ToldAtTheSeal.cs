namespace BTech.Record.Disclosure;

/// <summary>What the seal page told of a window, once and for all: every report on it, and every version of one, tells this again and counts nothing anew.</summary>
/// <param name="Contributors">Band of the number of contributors.</param>
/// <param name="Labels">The labels of the groups that were named.</param>
internal sealed record ToldAtTheSeal(Band Contributors, IReadOnlySet<string> Labels);
