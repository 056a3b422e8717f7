using BTech.Record.Disclosure;
using BTech.Record.Reports;
using BTech.Record.Sealing;
using BTech.Testing;
using CsCheck;

namespace BTech.Record.Tests.Disclosure;

/// <summary>Which languages the team is told, over random windows in which everybody has an organisation that the Record side does not know.</summary>
public sealed class NamedLanguagesTests(SealedSide side) : IClassFixture<SealedSide>
{
    private const int Worlds = 10_000;

    private static readonly string?[] Labels = ["states", "companies", "academia", null];
    private static readonly string[] Languages = ["en", "fr", "ar", "zh"];

    private static readonly Gen<World> AnyWorld =
        Gen.Select(Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Gen.Frequency((6, Gen.Const(1)), (2, Gen.Const(2)), (1, Gen.Int[3, 15]))).List[0, 45], Gen.Int[5, 7])
            .Select((writers, k) => new World(
                [.. writers.Select(one => new Writer(Labels[one.Item1], $"organisation {one.Item2}", [.. Languages.Where((_, index) => (one.Item3 & (1 << index)) != 0)]))], k));

    [Fact]
    [Invariant(22)]
    public void AnyWorld_NoLanguageNotEvenAnotherStandsForOneToKMinusOneContributors() => AnyWorld.Sample(world =>
    {
        var named = world.Named();
        Assert.All(Languages.Where(named.Contains), language => Assert.True(world.Writers.Count(writer => writer.Languages.Contains(language)) >= world.K, language));
        var others = world.Writers.Count(writer => writer.Languages.Any(language => !named.Contains(language)));
        Assert.True(others == 0 || others >= world.K || !Languages.Any(named.Contains), $"{others} in another language");
    }, iter: Worlds);

    [Fact]
    [Invariant(22)]
    public void AnyWorld_ANamedLanguageIsThatOfThreeOrganisations() => AnyWorld.Sample(world =>
    {
        var named = world.Named();
        Assert.All(Languages.Where(named.Contains), language =>
            Assert.True(world.Writers.Where(writer => writer.Languages.Contains(language)).Select(writer => writer.Organisation).Distinct().Count() >= 3, language));
    }, iter: Worlds);

    [Fact]
    [Invariant(22)]
    public void AnyWorld_AGroupStandsBesideALanguageOnlyWhereKHaveBoth() => AnyWorld.Sample(world =>
    {
        var named = world.Named();
        foreach (var label in Labels.OfType<string>())
            foreach (var language in Languages)
                Assert.Equal(world.Writers.Count(writer => writer.Label == label && writer.Languages.Contains(language)) >= world.K, named.MayStandBeside(label, language));
    }, iter: Worlds);

    [Fact]
    public void Of_ManyWorlds_NameALanguage()
    {
        var (some, none) = (0, 0);
        AnyWorld.Sample(world => Interlocked.Increment(ref Languages.Any(world.Named().Contains) ? ref some : ref none), iter: 1000);
        Assert.True(some > 50 && none > 50, $"{some} with, {none} without");
    }

    [Fact]
    public void Of_OneAloneInALanguage_TakesTheLeastUsedOneAlong()
    {
        var writers = Enumerable.Range(0, 8).Select(_ => new Speaker("states", ["en"])).Concat(Enumerable.Range(0, 6).Select(_ => new Speaker("states", ["fr"]))).ToList();
        Assert.Equal((true, true), Asked(writers));
        Assert.Equal((true, false), Asked([.. writers, new Speaker("states", ["ar"])]));
        // One who writes in two languages is alone with the second as well.
        Assert.Equal((true, false), Asked([.. writers.Skip(1), new Speaker("states", ["en", "ar"])]));

        static (bool English, bool French) Asked(List<Speaker> speakers)
        {
            var named = NamedLanguages.Of(speakers, [new Delegations("states", 1, 1)], 5);
            return (named.Contains("en"), named.Contains("fr"));
        }
    }

    /// <summary>Five companies write in English and one in French: the French text's author is no company as far as anybody may tell.</summary>
    [Fact]
    public async Task Backing_AloneInAGroupWithItsLanguage_DoesNotCountForTheGroupsWord()
    {
        var consultation = Guid.NewGuid();
        var theme = await side.ThemeAsync(consultation, "language");
        var (window, inputs) = await side.WindowAsync(
            [.. Enumerable.Range(0, 5).Select(number => new SealedSide.Voice("companies", (1, $"in English, {number}"))), new SealedSide.Voice("companies", (1, "en français")) { Language = "fr" }]);
        await side.CensusAsync(window, new GroupSize("companies", 1, "business", 12, new Reach(10, 1, 1), new Reach(10, 1, 1)));
        var excerpts = new List<Guid>();
        foreach (var input in inputs) excerpts.Add(await side.CodeAsync(consultation, input, theme));
        async Task<bool> IsNamed(params IEnumerable<int> chosen) => (await side.AskAsync<Backings, PointBacking>(backings => backings.OfAsync(
            window, 1, [.. chosen.Select(index => new Evidence { KeyPointId = Guid.Empty, ExcerptId = excerpts[index], Weight = EvidenceWeight.Main })], default)))
            .Offered.Any(rung => rung.GroupLabel == "companies");
        Assert.True(await IsNamed(0, 1, 2, 3));
        Assert.False(await IsNamed(0, 1, 2, 5));
        Assert.Equal(await IsNamed(0, 1, 2), await IsNamed(0, 1, 2, 5));
    }

    private sealed record Writer(string? Label, string Organisation, IReadOnlyList<string> Languages);

    private sealed record World(IReadOnlyList<Writer> Writers, int K)
    {
        public NamedLanguages Named() => NamedLanguages.Of([.. Writers.Select(writer => new Speaker(writer.Label, writer.Languages))], [.. Labels.OfType<string>().Select(Invited)], K);

        // As few as wrote were invited: the least that a census can say.
        private Delegations Invited(string label)
        {
            var sizes = Writers.Where(writer => writer.Label == label).GroupBy(writer => writer.Organisation).Select(organisation => organisation.Count()).OrderDescending().ToList();
            return new Delegations(label, sizes.ElementAtOrDefault(0), sizes.ElementAtOrDefault(1));
        }

        public override string ToString() => $"k={K}; " + string.Join("; ", Writers.Select(writer => $"{writer.Label} {writer.Organisation} {string.Join('+', writer.Languages)}"));
    }
}
