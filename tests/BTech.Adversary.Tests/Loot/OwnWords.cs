namespace BTech.Adversary.Tests.Loot;

/// <summary>What somebody is known to write elsewhere, and in which language.</summary>
internal sealed record OwnWords(string Language, string Text);
