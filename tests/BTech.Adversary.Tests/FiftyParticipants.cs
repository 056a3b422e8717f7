using BTech.Adversary.Tests.Scenarios;
using BTech.Record.Boxes;
using BTech.Record.Sealing;
using BTech.Testing;

namespace BTech.Adversary.Tests;

/// <summary>
/// Fifty invited people write over HTTP, as people do; forty send, five of them change their text afterwards, ten keep a draft. What the
/// whole server holds is collected before they wrote, after they wrote, after a mix, and after the seal.
/// </summary>
public sealed class FiftyParticipants : IAsyncLifetime
{
    public const int Everybody = 50;
    public const int Senders = 40;
    public const int Changers = 5;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
    private readonly StringWriter _log = new();

    internal TestHost Host { get; private set; } = null!;

    internal Artefacts Before { get; private set; } = null!;

    internal Artefacts Written { get; private set; } = null!;

    internal Artefacts Mixed { get; private set; } = null!;

    internal Artefacts Sealed { get; private set; } = null!;

    internal SealOutcome Outcome { get; private set; } = null!;

    /// <summary>The follow-up code of each sender, by person.</summary>
    internal Dictionary<int, string> Codes { get; } = [];

    /// <summary>The order in which people wrote, by person.</summary>
    internal IReadOnlyList<int> Order { get; } = [.. Enumerable.Range(0, Everybody).OrderBy(_ => Guid.NewGuid())];

    /// <summary>Whose box it is, by tag; nobody but the test knows.</summary>
    internal IReadOnlyDictionary<string, int> OwnerOfTag { get; private set; } = null!;

    /// <summary>The statements of the site's connections that another session saw while everybody wrote.</summary>
    internal string Activity { get; private set; } = null!;

    /// <summary>How many changes the server has counted in the voice tables, when everybody had written and after the seal.</summary>
    internal long Changes { get; private set; }

    internal long ChangesLeft { get; private set; }

    internal InvitedPeople People { get; private set; } = null!;

    internal Guid Window => People.Window;

    internal string Sent(int person) => $"ZQ{_run}sent{person:00}QZ";

    internal string Unsent(int person) => $"ZQ{_run}left{person:00}QZ";

    internal IEnumerable<string> AllWords => Enumerable.Range(0, Everybody).SelectMany(person => new[] { Sent(person), Unsent(person) });

    public async ValueTask InitializeAsync()
    {
        var console = Console.Error;
        Console.SetError(TextWriter.Synchronized(_log));
        try
        {
            Host = await TestHost.StartAsync();
            People = await InvitedPeople.OpenAsync(Host, Everybody, Groups);
            Before = await CollectAsync();
            await using (var watch = ActivityWatch.Begin(Host.Database.Superuser))
            {
                foreach (var person in Order) await WriteAsync(person);
                Activity = string.Join('\n', await watch.EndAsync());
            }
            Written = await CollectAsync();
            Changes = await ChangesAsync();
            Assert.True(await Host.WithAsync<Mixing, bool>(mixing => mixing.MixAsync([], default)));
            Mixed = await CollectAsync();
            OwnerOfTag = await People.OwnersOfTagsAsync();
            Outcome = await People.SealAsync();
            Sealed = await CollectAsync();
            ChangesLeft = await ChangesAsync();
        }
        finally
        {
            Console.SetError(console);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _log.DisposeAsync();
    }

    internal Task<Artefacts> CollectAsync() =>
        Artefacts.CollectAsync(Host.Database.Superuser, [Host.Folder], [("the site's log", _log.ToString())]);

    private Task<long> ChangesAsync() => Host.Database.AskAsync<long>(
        "SELECT sum(n_tup_ins + n_tup_upd)::bigint FROM pg_stat_user_tables WHERE schemaname = 'record' AND relname IN ('box', 'contributor', 'sealed_input')");

    private async Task WriteAsync(int person)
    {
        using var visitor = await People.EnterAsync(person);
        var words = person < Senders ? Sent(person) : Unsent(person);
        // Very different lengths, which nothing on the server may show.
        await InvitedPeople.TypeAsync(visitor, $"{words} {new string('w', person * 40)}");
        if (person >= Senders) return;
        Codes[person] = await InvitedPeople.SendAsync(visitor);
        if (person < Changers) await InvitedPeople.TypeAsync(visitor, $"{Unsent(person)} changed, and not sent again");
    }

    private static string[] Groups { get; } = ["companies", "states", "academia"];
}
