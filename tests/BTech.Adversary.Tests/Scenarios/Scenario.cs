using System.Globalization;
using System.Net;
using System.Text;
using BTech.Adversary.Tests.Loot;
using BTech.Adversary.Tests.PlantedLeaks;
using BTech.Agenda;
using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Record.Boxes;
using BTech.Record.Sealing;
using BTech.Testing;
using BTech.Web.Crossings;
using BTech.Web.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Adversary.Tests.Scenarios;

/// <summary>
/// One whole comment window, drawn from a seed: people visit over HTTP for three weeks of a clock that jumps from visit to visit, boxes are
/// mixed now and then, dumps are taken after mixes, the window closes and is sealed. It ends with what an attacker has and with the truth.
/// </summary>
internal sealed class Scenario : IAsyncDisposable
{
    private static readonly string[] Languages = ["en", "fr", "es"];
    private static readonly string[] Permissions = ["Paraphrase", "MayBeAsked", "BackgroundOnly"];

    private const int Habits = 40;
    private const int HabitsPerWord = 8;

    private readonly ScenarioSize _size;
    private readonly Random _random;
    private readonly IReadOnlyList<PlantedLeak> _leaks;
    private readonly Wiretap _wiretap = new();
    private readonly StringWriter _log = new();
    private readonly string _run = Guid.NewGuid().ToString("N")[..6];
    private readonly List<Invitee> _people = [];
    private readonly Dictionary<int, string> _codes = [];
    private readonly List<SeenVisit> _seen = [];
    private readonly List<Snapshot> _snapshots = [];
    private readonly List<string[]> _habits = [];
    private readonly List<OwnWords> _elsewhere = [];
    private readonly HashSet<int> _accepted = [];
    private readonly Dictionary<int, int> _lastSent = [];
    private readonly Dictionary<int, List<string>> _sealedWords = [];

    private Scenario(int seed, ScenarioSize size, IReadOnlyList<PlantedLeak> leaks)
    {
        (_size, _random, _leaks) = (size, new Random(seed), leaks);
        Truth = new Truth(_run);
    }

    public TestHost Host { get; private set; } = null!;

    public Guid Window { get; } = Guid.NewGuid();

    public Truth Truth { get; }

    public Haul Haul { get; private set; } = null!;

    public IReadOnlyList<Invitee> People => _people;

    /// <summary>Whose turn it was to send what was sealed, and when.</summary>
    public IReadOnlyDictionary<int, (int Turn, double At)> Turns => _lastSent.ToDictionary(sent => sent.Key, sent => (sent.Value, _seen[sent.Value].At));

    /// <summary>Everybody who wrote, by the last time.</summary>
    public IEnumerable<int> OrderOfWriting => _seen.Where(visit => visit.Wrote).Select(visit => visit.Person).Reverse().Distinct().Reverse();

    /// <summary>The marks of the texts that were sealed.</summary>
    public IReadOnlySet<string> SealedWords => _sealedWords.Values.SelectMany(words => words).ToHashSet(StringComparer.Ordinal);

    /// <summary>Plays a scenario; what was planted leaks into the same artefacts.</summary>
    public static async Task<Scenario> PlayAsync(int seed, ScenarioSize size, IReadOnlyList<PlantedLeak> leaks)
    {
        var scenario = new Scenario(seed, size, leaks);
        var console = Console.Error;
        Console.SetError(TextWriter.Synchronized(scenario._log));
        try
        {
            scenario.Host = await TestHost.StartAsync(services: services => services.AddSingleton<IStartupFilter>(scenario._wiretap));
            await scenario.PlayAsync();
            return scenario;
        }
        catch
        {
            await scenario.DisposeAsync();
            throw;
        }
        finally
        {
            Console.SetError(console);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Host is not null) await Host.DisposeAsync();
        await _log.DisposeAsync();
    }

    private async Task PlayAsync()
    {
        await InviteAsync();
        foreach (var leak in _leaks) await leak.Prepare(this);
        _wiretap.Answered = async (person, context) =>
        {
            foreach (var leak in _leaks) await leak.Answered(this, _people[person], context);
        };
        var opened = Host.Clock.GetUtcNow();
        var visits = VisitPlan.Draw(_people.GroupBy(person => person.Group).Select(group => (IReadOnlyList<int>)[.. group.Select(person => person.Number)]), _random);
        // The first dump is that of the window just opened, the last comes when everybody has written.
        var dumps = Enumerable.Range(1, _size.Snapshots).Select(dump => visits.Count * dump / _size.Snapshots * (_size.Snapshots == 2 && dump == 1 ? 2 : 3) / 3).ToHashSet();
        for (var number = 0; number < visits.Count; number++)
        {
            if (opened + visits[number].At is var at && at > Host.Clock.GetUtcNow()) Host.Clock.SetUtcNow(at);
            await VisitAsync(visits[number]);
            if (number == visits.Count / 2) await RemindAsync();
            if (number % 20 == 7) await StrangerAsync();
            if (dumps.Contains(number + 1)) await DumpAsync(visits: number + 1);
            // What was planted watches the time between two dumps, and a mix in it would hide nothing from an attacker who is not there.
            else if (number % 12 == 5 && _leaks.Count == 0) await Host.RunAsync<MixJob>();
        }
        await RememberTagsAsync();
        await SealAsync();
        foreach (var leak in _leaks) await leak.Sealed(this, await SealedTexts.ReadAsync(this));
        var final = await CollectAsync();
        var stayed = SealedWords;
        Haul = new Haul(
            final, _snapshots, _people, [.. _seen.Select((visit, index) => visit with { Stayed = visit.Sent && _lastSent.GetValueOrDefault(visit.Person, -1) == index })],
            _wiretap.Secrets, [.. Truth.Words], [.. Truth.Words.Where(word => !stayed.Contains(word))], Window, SmallestGroup: 5, _elsewhere);
        Assert.Equal(stayed.Order(), Haul.Voices.SelectMany(voice => voice.Texts).Select(text => text.Split(' ')[0]).Order());
    }

    private Task<Artefacts> CollectAsync() => Artefacts.CollectAsync(Host.Database.Superuser, [Host.Folder], [("site.log", _log.ToString())]);

    private async Task InviteAsync()
    {
        await OpenWindow.AnnounceAsync(Host, Window, [.. _size.Groups.Select(group => group.Group)]);
        var people = _size.Groups.SelectMany(group => Enumerable.Range(0, group.People).Select(place => (group.Group, Place: place))).ToArray();
        var names = Enumerable.Range(0, people.Length).ToArray();
        var order = Enumerable.Range(0, people.Length).ToArray();
        _random.Shuffle(names);
        _random.Shuffle(order);
        var csv = new StringBuilder("name,role,organisation,group,email,language\n");
        var languages = new string[people.Length];
        foreach (var number in order)
            csv.Append(CultureInfo.InvariantCulture,
                $"{Name(number)},Officer {names[number]},{people[number].Group} house {people[number].Place / 2},{people[number].Group},{Email(number)},{languages[number] = Languages[_random.Next(3)]}\n");
        var report = await OpenWindow.InviteAsync(Host, Window, csv.ToString(), [.. _size.Groups.Select(group => group.Group)]);
        var invitations = report.ToDictionary(invited => invited.Email, invited => invited.InvitationId);
        var participants = (await Host.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(Window, default))).ToDictionary(person => person.InvitationId, person => person.ParticipantId);
        for (var number = 0; number < people.Length; number++)
        {
            var invitation = invitations[Email(number)];
            _people.Add(new Invitee(number, people[number].Group, Name(number), Email(number), invitation, participants[invitation], Wiretap.AddressOf(number)));
        }
        foreach (var number in order) _codes[number] = await Host.WithAsync<InvitationList, string>(list => list.MintLinkAsync(_people[number].InvitationId, default));

        // Words of their own, which they use here and elsewhere.
        for (var number = 0; number < people.Length; number++)
        {
            _habits.Add([.. Words(Habits).Split(' ')]);
            _elsewhere.Add(new OwnWords(languages[number], InTheirHand(number, 300)));
        }

        string Name(int number) => $"Anna {_run}{names[number]:000} Muster";
        string Email(int number) => $"{_run}{names[number]:000}@example.org";
    }

    private async Task VisitAsync(PlannedVisit plan)
    {
        using var visitor = Host.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add(Wiretap.Visitor, plan.Person.ToString(CultureInfo.InvariantCulture));
        var page = Noted(await visitor.GetAsync($"/participate/{_codes[plan.Person]}"));
        if (plan.Enters) page = Noted(await visitor.SubmitAsync(page));
        if (plan.Offers)
            Ok(await visitor.SubmitAsync(Noted(await visitor.GetAsync("/participate/offers")), [("Kinds", "Host"), ("Text", "We can host a meeting " + Words(_random.Next(3, 20)))]));
        if (plan.SpeaksOnRecord)
        {
            var look = Ok(await visitor.SubmitAsync(Noted(await visitor.GetAsync("/participate/on-record")), [("Capacity", _random.Next(2) == 0 ? "Person" : "Organisation"), ("Text", "We say openly " + Words(_random.Next(20, 200)))], button: "[value=look]"));
            Ok(await visitor.SubmitAsync(Noted(look), [("Agreed", "true")], button: "[value=agree]"));
        }
        if (plan.Agrees)
            Ok(await visitor.SubmitAsync(Noted(await visitor.GetAsync("/participate/you")), [("Choice", _random.Next(2) == 0 ? "Full" : "OrganisationOnly")]));
        if (plan.Writes) await WriteAsync(visitor, page, plan);
        if (plan.Withdraws)
        {
            Ok(await visitor.SubmitAsync(Noted(await visitor.GetAsync("/participate/withdraw"))));
            _lastSent.Remove(plan.Person);
            _sealedWords.Remove(plan.Person);
        }
        _seen.Add(new SeenVisit(plan.Person, (Host.Clock.GetUtcNow().UtcDateTime - DateTime.UnixEpoch).TotalSeconds, plan.Writes || plan.Withdraws, plan.Sends, false));

        VisitedPage Noted(VisitedPage visited)
        {
            foreach (var field in new[] { "Entry", "Form", "__RequestVerificationToken" }) _wiretap.Remember(visited.Value(field), plan.Person);
            return visited;
        }
    }

    private async Task WriteAsync(FormClient visitor, VisitedPage page, PlannedVisit plan)
    {
        if (_accepted.Add(plan.Person)) Ok(await visitor.SubmitAsync(page, [("Accepted", "true")]));
        var words = new List<string> { Truth.Mark(plan.Person) };
        var overall = Ok(await visitor.SubmitAsync(await visitor.GetAsync("/participate/focus-areas/1"), Fields(words[0]), "form[data-autosave]", "[value=continue]"));
        // The second text stays as it is when somebody comes back, so it is written once.
        if (overall.Value("Text") is null or "" && _random.Next(3) == 0)
        {
            words.Add(Truth.Mark(plan.Person));
            Ok(await visitor.SubmitAsync(overall, Fields(words[1]), "form[data-autosave]"));
        }
        if (!plan.Sends) return;
        var sent = Ok(await visitor.SubmitAsync(await visitor.GetAsync("/participate/check"), button: "button[value=send]"));
        if (sent.Document.QuerySelector("[data-follow-up-code]") is not null)
            Ok(await visitor.SubmitAsync(sent, form: "form:has([value=keep])", button: _random.Next(4) == 0 ? "[value=decline]" : "[value=keep]"));
        Truth.Writers.Add(plan.Person);
        _lastSent[plan.Person] = _seen.Count;
        // What was written before in the second place is sent along.
        _sealedWords[plan.Person] = [.. words, .. (_sealedWords.GetValueOrDefault(plan.Person) ?? []).Skip(1)];

        List<(string, string?)> Fields(string word) =>
            [("Text", $"{word} {InTheirHand(plan.Person, _random.Next(5, 400))}"), ("WrittenIn", Languages[_random.Next(3)]), ("Permission", Permissions[_random.Next(3)])];
    }

    /// <summary>Staff who mistype their password, and people with a wrong code: they must leave as little behind as the others.</summary>
    private async Task StrangerAsync()
    {
        using var visitor = Host.NewVisitor();
        Refused(await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), [("Email", $"{_run}staff@example.org"), ("Password", "not the right one")]));
        await visitor.SubmitAsync(await visitor.GetAsync("/follow-up"), [("Code", FollowUpCode.New().ToString()), ("Text", Words(20))]);
        Refused(await visitor.GetAsync($"/participate/{InvitationCode.Mint()}"));

        static void Refused(VisitedPage page) => Assert.InRange((int)page.Status, 400, 499);
    }

    /// <summary>A reminder to everybody, planned as the page plans it.</summary>
    private async Task RemindAsync()
    {
        var window = (await Host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(Window, default)))!;
        var due = Host.Clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        Assert.Equal(ReminderProblem.None, await Host.WithAsync<ReminderBook, ReminderProblem>(book => book.AddAsync(window, due, ReminderAudience.Everybody, default)));
        Host.Clock.SetUtcNow(due);
        await Host.RunAsync<ReminderJob>();
        await Host.RunAsync<MailJob>();
    }

    private async Task DumpAsync(int visits)
    {
        foreach (var leak in _leaks) await leak.BeforeMix(this);
        Assert.True(await Host.WithAsync<Mixing, bool>(mixing => mixing.MixAsync([], default)));
        // Once, when everything is written, with all files as well.
        var isLast = _snapshots.Count == _size.Snapshots - 1;
        _snapshots.Add(new Snapshot(isLast ? await CollectAsync() : await Artefacts.DumpAsync(Host.Database.Superuser), visits));
    }

    private async Task RememberTagsAsync()
    {
        var key = await File.ReadAllBytesAsync(Path.Combine(Host.KeysFolder, "windows", Window.ToString("D"), "tag.key"));
        foreach (var person in _people) Truth.OwnerOfTag[Convert.ToHexString(AuthorTag.Of(key, Window, person.InvitationId))] = person.Number;
    }

    private async Task SealAsync()
    {
        // The consent of two persons, as the team's page stores it.
        await Host.Database.ExecuteAsync($"INSERT INTO team.seal_authorisation (window_id, first_id, second_id, given_at) VALUES ('{Window}', gen_random_uuid(), gen_random_uuid(), now())");
        Host.Clock.SetUtcNow(Host.Clock.GetUtcNow().AddDays(29));
        await Host.RunAsync<SealJob>();
        var outcome = await Host.WithAsync<WindowSealing, SealOutcome>(sealing => sealing.SealAsync(Window, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), default));
        Assert.True(outcome.IsSealed, outcome.ToString());
    }

    private static VisitedPage Ok(VisitedPage page)
    {
        Assert.True(page.Status == HttpStatusCode.OK, $"{page.Status} at {page.Address}: {page.Text}");
        return page;
    }

    /// <summary>One word in so many is one of the person's own.</summary>
    private string InTheirHand(int person, int count)
    {
        var words = Words(count).Split(' ');
        for (var word = 0; word < words.Length; word++)
            if (_random.Next(HabitsPerWord) == 0) words[word] = _habits[person][_random.Next(Habits)];
        return string.Join(' ', words);
    }

    /// <summary>Words of no language, so that no two texts share a run by chance.</summary>
    private string Words(int count)
    {
        var text = new StringBuilder();
        for (var word = 0; word < count; word++)
        {
            for (var letter = _random.Next(3, 9); letter > 0; letter--) text.Append((char)('a' + _random.Next(26)));
            text.Append(' ');
        }
        return text.ToString().TrimEnd();
    }
}
