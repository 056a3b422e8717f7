namespace BTech.Adversary.Tests.Attackers;

/// <summary>One attempt of an attacker, with the place where the evidence was found.</summary>
internal abstract record Attack(string Attacker, string Evidence);

/// <summary>Names the author of sealed texts: contributor → person.</summary>
internal sealed record AuthorGuess(string Attacker, string Evidence, IReadOnlyDictionary<int, int> Persons) : Attack(Attacker, Evidence);

/// <summary>Names authors by what they wrote and how, which no record can hide: reported, and not gated.</summary>
internal sealed record ResidualGuess(string Attacker, string Evidence, IReadOnlyDictionary<int, int> Persons) : Attack(Attacker, Evidence);

/// <summary>Names the person behind author tags, while the window is open: tag → person.</summary>
internal sealed record TagGuess(string Attacker, string Evidence, IReadOnlyDictionary<int, int> Persons) : Attack(Attacker, Evidence);

/// <summary>Names those who have sent something.</summary>
internal sealed record WriterGuess(string Attacker, string Evidence, IReadOnlySet<int> Persons) : Attack(Attacker, Evidence);

/// <summary>Something that may not be there at all, however often it was found.</summary>
internal sealed record Breach(string Attacker, string Evidence, int Found) : Attack(Attacker, Evidence);

/// <summary>Says that the same subjects stand in the same order twice.</summary>
internal sealed record KeptOrder(string Attacker, string Evidence, IReadOnlyList<int> Before, IReadOnlyList<int> After) : Attack(Attacker, Evidence);

/// <summary>Says that two orders go together, without naming anybody: persons beside contributors, or beside tags.</summary>
internal sealed record SameOrder(string Attacker, string Evidence, IReadOnlyList<int> Persons, IReadOnlyList<int> Subjects, bool AreTags) : Attack(Attacker, Evidence);
