namespace BTech.Adversary.Tests;

/// <summary>The classes that listen to the site's log on standard error, which the whole process shares: one after the other.</summary>
[CollectionDefinition(nameof(OneAtATime))]
public sealed class OneAtATime;
