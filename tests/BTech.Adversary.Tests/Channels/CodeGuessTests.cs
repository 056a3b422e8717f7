using System.Diagnostics;
using System.Net;
using BTech.Adversary.Tests.Scenarios;
using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using BTech.Testing;
using BTech.Web.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Adversary.Tests.Channels;

/// <summary>Guessing follow-up codes: nothing is found, guessing is slowed down, nothing about the guesser is written, and the clock tells nothing either.</summary>
[Collection(nameof(OneAtATime))]
public sealed class CodeGuessTests : IAsyncLifetime
{
    private const int Authors = 11;
    private const int Missed = 20;

    /// <summary>So many codes of the first authors are never burnt.</summary>
    private const int Kept = 6;

    private readonly Wiretap _wiretap = new();
    private readonly List<string> _codes = [];
    private TestHost _host = null!;
    private InvitedPeople _people = null!;

    private static int Guesses => ScenarioSize.IsFull ? 10_000 : 300;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(services: services => services.AddSingleton<IStartupFilter>(_wiretap));
        _people = await InvitedPeople.OpenAsync(_host, Authors, ["companies"]);
        for (var person = 0; person < Authors; person++) _codes.Add(await _people.SendAsync(person, Text(person)));
        Assert.True((await _people.SealAsync()).IsSealed);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Invariant(19)]
    [LeakChannel(26)]
    public async Task Guesses_FromManyAddresses_FindNothingAndLeaveNothing()
    {
        // The right words are known: the boss has seen them. Only the code is missing.
        var hits = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, Guesses), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel }, async (guess, cancel) =>
        {
            if (await HoldsAsync(FollowUpCode.New(), Text(guess % Authors), cancel)) Interlocked.Increment(ref hits);
        });
        Assert.Equal(0, hits);

        for (var person = 300; person < 303; person++)
        {
            using var guesser = _host.NewVisitor();
            guesser.Http.DefaultRequestHeaders.Add(Wiretap.Visitor, $"{person}");
            var page = await guesser.GetAsync("/follow-up");
            for (var miss = 0; miss < Missed; miss++)
                Assert.Equal(HttpStatusCode.OK, (await guesser.SubmitAsync(page, [("Code", FollowUpCode.New().ToString()), ("Text", Text(0))])).Status);
            // Slowed down whatever comes next, the right code included.
            var tired = await guesser.SubmitAsync(page, [("Code", _codes[0]), ("Text", Text(0))]);
            Assert.Equal(HttpStatusCode.TooManyRequests, tired.Status);
            Assert.DoesNotContain("unaltered", tired.Text, StringComparison.Ordinal);
        }
        var artefacts = await Artefacts.CollectAsync(_host.Database.Superuser, [_host.Folder], []);
        Assert.Empty(artefacts.Find(Enumerable.Range(300, 3).Select(Wiretap.AddressOf)));
        // The author, elsewhere, is not slowed down by others.
        using var author = _host.NewVisitor();
        author.Http.DefaultRequestHeaders.Add(Wiretap.Visitor, "310");
        Assert.Contains("unaltered", (await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", _codes[0]), ("Text", Text(0))])).Text, StringComparison.Ordinal);
    }

    /// <summary>Asked with other words, so that every answer is no, with codes that exist, that were burnt and that never were.</summary>
    [Fact]
    [Invariant(19)]
    public async Task Answers_ToHitMissAndBurntCode_TakeTheSameTime()
    {
        await BurnSomeAsync();
        await CompareAsync(ScenarioSize.IsFull ? 2_000 : 150, code => HoldsAsync(code, "other words", Cancel));
    }

    [Fact]
    [Invariant(19)]
    public async Task Requests_WithHitMissAndBurntCode_TakeTheSameTime()
    {
        await BurnSomeAsync();
        await CompareAsync(ScenarioSize.IsFull ? 1_000 : 60, code => _host.WithAsync<Requests, bool>(requests => requests.AskAsync(code, FollowUpRequest.Withdraw, Cancel)));
    }

    private Task<bool> HoldsAsync(FollowUpCode code, string words, CancellationToken cancel) =>
        _host.WithAsync<Outcomes, bool>(async outcomes => await outcomes.FindAsync(code, words, cancel) is not null);

    private async Task BurnSomeAsync()
    {
        foreach (var code in _codes.Skip(Kept))
            Assert.True(await _host.WithAsync<Requests, bool>(requests => requests.AskAsync(Parsed(code), FollowUpRequest.Burn, Cancel)));
        _host.Clock.Advance(TimeSpan.FromDays(8));
        await _host.RunAsync<ReleaseJob>();
        Assert.False(await HoldsAsync(Parsed(_codes[Kept]), Text(Kept), Cancel));
        Assert.True(await HoldsAsync(Parsed(_codes[0]), Text(0), Cancel));
    }

    /// <summary>The quick form, on a computer that does much else, sees a difference in the work done, such as one more query; the full form a smaller one.</summary>
    private async Task CompareAsync(int rounds, Func<FollowUpCode, Task<bool>> ask)
    {
        var (warmUp, least) = (rounds / 10, ScenarioSize.IsFull ? 0.01 : 1e-6);
        var (hits, misses, burnt) = (new List<double>(), new List<double>(), new List<double>());
        var random = new Random(19);
        for (var round = 0; round < rounds; round++)
        {
            // By turns, so that whatever else this computer does falls on all alike; each time in another order, because the clock rings in whole
            // milliseconds and what comes first begins at another moment between two of them.
            var turns = new[] { (Parsed(_codes[round % Kept]), hits), (FollowUpCode.New(), misses), (Parsed(_codes[Kept + (round % (Authors - Kept))]), burnt) };
            random.Shuffle(turns);
            foreach (var (code, times) in turns)
            {
                var begun = Stopwatch.GetTimestamp();
                await ask(code);
                if (round >= warmUp) times.Add(Stopwatch.GetElapsedTime(begun).TotalMicroseconds);
            }
        }
        foreach (var (name, times) in new[] { ("Hits", hits), ("Burnt codes", burnt) })
        {
            var (distance, p) = Independence.Kolmogorov(times, misses);
            TestContext.Current.TestOutputHelper?.WriteLine($"{name} against misses: largest distance of the two distributions {distance:0.000}, p = {p:0.000}");
            Assert.True(p > least, $"{name} and misses differ by {distance:0.000}, p = {p:0.0000}");
        }
    }

    private static FollowUpCode Parsed(string code) => FollowUpCode.TryParse(code, out var parsed) ? parsed : throw new ArgumentException("No code.", nameof(code));

    [Fact]
    public void Kolmogorov_TellsTwoDistributionsApartAndOneNot()
    {
        var random = new Random(3);
        var (one, same) = (Enumerable.Range(0, 1000).Select(_ => random.NextDouble()).ToList(), Enumerable.Range(0, 1000).Select(_ => random.NextDouble()).ToList());
        Assert.True(Independence.Kolmogorov(one, same).P > 0.01);
        Assert.True(Independence.Kolmogorov(one, same.ConvertAll(value => value + 0.15)).P < 1e-6);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Text(int person) => $"ZQ{person}QZ words of theirs";
}
