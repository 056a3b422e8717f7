using System.Globalization;
using System.Text;
using BTech.Adversary.Tests.Scenarios;
using BTech.Agenda;
using BTech.People.Invitations;
using BTech.Record.Boxes;
using BTech.Record.Sealing;
using BTech.Testing;
using BTech.Web.Crossings;
using BTech.Web.Jobs;
using Npgsql;

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

    internal Guid Window { get; } = Guid.NewGuid();

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
            var codes = await OpenAsync();
            Before = await CollectAsync();
            foreach (var person in Order) await WriteAsync(person, codes[person]);
            Written = await CollectAsync();
            Assert.True(await Host.WithAsync<Mixing, bool>(mixing => mixing.MixAsync([], default)));
            Mixed = await CollectAsync();
            await SealAsync();
            Sealed = await CollectAsync();
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

    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Host.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    internal async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Host.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task WriteAsync(int person, string code)
    {
        using var visitor = Host.NewVisitor();
        var rule = await visitor.SubmitAsync(await visitor.GetAsync($"/participate/{code}"));
        await visitor.SubmitAsync(rule, [("Accepted", "true")]);
        var words = person < Senders ? Sent(person) : Unsent(person);
        // Very different lengths, which nothing on the server may show.
        await TypeAsync(visitor, $"{words} {new string('w', person * 40)}");
        if (person >= Senders) return;
        var sent = await visitor.SubmitAsync(await visitor.GetAsync("/participate/check"), button: "button[value=send]");
        Codes[person] = sent.Document.QuerySelector("[data-follow-up-code]")!.TextContent;
        await visitor.SubmitAsync(sent, form: "form:has([value=keep])", button: "[value=keep]");
        if (person < Changers) await TypeAsync(visitor, $"{Unsent(person)} changed, and not sent again");
    }

    private static async Task TypeAsync(FormClient visitor, string text)
    {
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/participate/focus-areas/1"), [("Text", text)], "form[data-autosave]");
        Assert.True(page.Status == System.Net.HttpStatusCode.OK, $"{page.Status} at {page.Address}");
    }

    private async Task SealAsync()
    {
        // The consent of two persons, as the team's page stores it.
        await ExecuteAsync($"""
            INSERT INTO team.seal_authorisation (window_id, first_id, second_id, given_at) VALUES ('{Window}', gen_random_uuid(), gen_random_uuid(), now())
            """);
        Host.Clock.SetUtcNow(Host.Clock.GetUtcNow().AddDays(29));
        await Host.RunAsync<SealJob>();
        Outcome = await Host.WithAsync<WindowSealing, SealOutcome>(sealing => sealing.SealAsync(Window, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), default));
    }

    private async Task<IReadOnlyList<string>> OpenAsync()
    {
        await OpenWindow.AnnounceAsync(Host, Window, Groups);
        var csv = new StringBuilder("name,role,organisation,group,email,language\n");
        for (var person = 0; person < Everybody; person++)
            csv.Append(CultureInfo.InvariantCulture, $"Person Number{person:00},Officer {person:00},Example Organisation {person / 2:00},{Groups[person % Groups.Length]},person{person:00}@example.org,en\n");
        var report = await OpenWindow.InviteAsync(Host, Window, csv.ToString(), Groups);
        var codes = new List<string>();
        foreach (var invited in report.OrderBy(invited => invited.Email, StringComparer.Ordinal))
            codes.Add(await Host.WithAsync<InvitationList, string>(list => list.MintLinkAsync(invited.InvitationId, default)));
        return codes;
    }

    private static string[] Groups { get; } = ["companies", "states", "academia"];
}
