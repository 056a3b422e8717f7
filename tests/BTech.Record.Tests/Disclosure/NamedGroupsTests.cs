using BTech.Record.Disclosure;
using BTech.Testing;
using CsCheck;

namespace BTech.Record.Tests.Disclosure;

/// <summary>Beside which texts a group may stand, over random windows in which everybody has an organisation that the Record side does not know.</summary>
public sealed class NamedGroupsTests
{
    private const int Worlds = 10_000;

    private static readonly string?[] _labels = ["states", "companies", "academia", null];
    private static readonly string[] _languages = ["en", "fr", "ar"];

    private static readonly Gen<World> _anyWorld =
        Gen.Select(Gen.Select(Gen.Int[0, 3], Gen.Int[0, 7], Gen.Frequency((6, Gen.Const(1)), (2, Gen.Const(2)), (1, Gen.Int[3, 7]))).List[0, 60], Gen.Int[5, 7])
            .Select((writers, k) => new World(
                [.. writers.Select(one => new Writer(_labels[one.Item1], $"organisation {one.Item2}", [.. _languages.Where((_, index) => (one.Item3 & (1 << index)) != 0)]))], k));

    [Fact]
    [Invariant(22)]
    public void AnyWorld_ALabelIsSharedByKOfThatLanguageAndThreeOrganisations() => _anyWorld.Sample(world =>
    {
        var named = world.Named();
        foreach (var (label, language) in Pairs().Where(pair => named.MayStandBeside(pair.Label, pair.Language)))
        {
            var behind = world.Writers.Where(writer => writer.Label == label && writer.Languages.Contains(language)).ToList();
            Assert.True(behind.Count >= world.K, $"{behind.Count} of {label} in {language}");
            Assert.True(behind.Select(writer => writer.Organisation).Distinct().Count() >= 3, $"{label} in {language}");
        }
    }, iter: Worlds);

    [Fact]
    [Invariant(22)]
    public void AnyWorld_BesideNamedOnesNoLanguageHas1ToKMinusOneWithoutALabel() => _anyWorld.Sample(world =>
    {
        var named = world.Named();
        foreach (var language in _languages)
        {
            var shown = _labels.OfType<string>().Where(label => named.MayStandBeside(label, language)).ToList();
            var others = world.Writers.Count(writer => writer.Languages.Contains(language) && !(writer.Label is { } label && shown.Contains(label)));
            Assert.True(shown.Count == 0 || others == 0 || others >= world.K, $"{others} without a label in {language}");
        }
    }, iter: Worlds);

    [Fact]
    public void Of_ManyWorlds_NameAGroup()
    {
        var (some, none) = (0, 0);
        _anyWorld.Sample(world =>
        {
            var named = world.Named();
            Interlocked.Increment(ref Pairs().Any(pair => named.MayStandBeside(pair.Label, pair.Language)) ? ref some : ref none);
        }, iter: 1000);
        Assert.True(some > 50 && none > 50, $"{some} with, {none} without");
    }

    private static IEnumerable<(string Label, string Language)> Pairs() => _labels.OfType<string>().SelectMany(label => _languages.Select(language => (label, language)));

    private sealed record Writer(string? Label, string Organisation, IReadOnlyList<string> Languages);

    private sealed record World(IReadOnlyList<Writer> Writers, int K)
    {
        public NamedGroups Named() => NamedGroups.Of([.. Writers.Select(writer => new Speaker(writer.Label, writer.Languages))], [.. _labels.OfType<string>().Select(Invited)], K);

        // As few as wrote were invited: the least that a census can say.
        private Delegations Invited(string label)
        {
            var sizes = Writers.Where(writer => writer.Label == label).GroupBy(writer => writer.Organisation).Select(organisation => organisation.Count()).OrderDescending().ToList();
            return new Delegations(label, sizes.ElementAtOrDefault(0), sizes.ElementAtOrDefault(1));
        }

        public override string ToString() => $"k={K}; " + string.Join("; ", Writers.Select(writer => $"{writer.Label} {writer.Organisation} {string.Join('+', writer.Languages)}"));
    }
}
