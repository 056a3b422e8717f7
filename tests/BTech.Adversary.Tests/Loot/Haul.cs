using System.Text;
using BTech.Record.Sealing;

namespace BTech.Adversary.Tests.Loot;

/// <summary>
/// Everything an attacker has: dumps taken after mixes while the window was open, all that is left after the seal, the list of those invited,
/// and what an observer of the network saw. What nobody but the author knows, who wrote which text, is not in it.
/// </summary>
/// <param name="Final">Tables and files after the seal.</param>
/// <param name="Snapshots">Dumps while the window was open, with the number of the event before which each was taken.</param>
/// <param name="People">Those invited, by number.</param>
/// <param name="Seen">What the observer saw, in order.</param>
/// <param name="Secrets">Cookies, form tokens, addresses: words that may stand in no log, by person.</param>
/// <param name="Words">The marked words of all texts, which may be read nowhere before the seal.</param>
/// <param name="Unsealed">Those that were never sent, or replaced, or withdrawn: nowhere after the seal either.</param>
/// <param name="Window">The window's id, which stands on both sides.</param>
/// <param name="SmallestGroup">The fewest who may share a label.</param>
/// <param name="Elsewhere">What each of those invited is known to write elsewhere, by number.</param>
internal sealed record Haul(
    Artefacts Final, IReadOnlyList<Snapshot> Snapshots, IReadOnlyList<Invitee> People, IReadOnlyList<SeenVisit> Seen, IReadOnlyList<(byte[] Word, int Person)> Secrets,
    IReadOnlyList<string> Words, IReadOnlyList<string> Unsealed, Guid Window, int SmallestGroup, IReadOnlyList<OwnWords> Elsewhere)
{
    private const string PlantedTables = "planted.";
    private const string PlantedFiles = "planted-";

    public IReadOnlyList<SealedVoice> Voices { get; } = SealedVoice.Read(Final);

    /// <summary>The author tags, which live until the seal; by number.</summary>
    public IReadOnlyList<byte[]> Tags { get; } = Snapshots.Count == 0 ? [] : [.. Snapshots[0].Tables.Table("record.box").Column("tag").Select(tag => tag!).OrderBy(Convert.ToHexString, StringComparer.Ordinal)];

    public ByteFinder NamesOfPeople { get; } = new(People.SelectMany(person => person.Names().Select(name => (name, person.Number))));

    // Kept, as they remember what they have looked through; the same for a haul with fewer tables.
    private ByteFinder? _voices, _tags;

    public ByteFinder NamesOfVoices => _voices ??= new(Voices.SelectMany(voice => voice.Names().Select(name => (name, voice.Number))));

    public ByteFinder NamesOfTags => _tags ??= new(Tags.SelectMany((tag, number) => new[] { tag, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(tag)) }.Select(name => (name, number))));

    /// <summary>Those who may be behind a contributor: everybody whose group carries the label, and for none everybody whose group carries no published one.</summary>
    public IEnumerable<Invitee> CandidatesFor(string? label)
    {
        var published = Voices.Select(voice => voice.Label).ToHashSet();
        return People.Where(person => label is null ? !published.Contains(person.Group) : person.Group == label);
    }

    /// <summary>Tables and files of the window's time: the dumps, and whatever else was not written by the seal.</summary>
    public IEnumerable<(string Prefix, Artefacts Artefacts)> OfTheWindowsTime() =>
        Snapshots.Select((snapshot, index) => ($"dump {index + 1}: ", snapshot.Tables)).Append(("", new Artefacts(
            [.. Final.Tables.Where(table => !VoiceTables.Names.Contains(table.Name.StartsWith("record.", StringComparison.Ordinal) ? table.Name["record.".Length..] : "-"))], Final.Files)));

    /// <summary>What is outside the artefacts: the lists an observer has.</summary>
    public IEnumerable<Trail> Outside()
    {
        yield return Of("order of visits", Seen);
        yield return Of("order of writing", Seen.Where(visit => visit.Wrote));
        yield return Of("order of sending", Seen.Where(visit => visit.Sent));
        // More than any observer has: who withdrew later.
        yield return Of("order of sending what was sealed", Seen.Where(visit => visit.Stayed));
        yield return new Trail("outside: list by name", [.. People.OrderBy(person => person.Name, StringComparer.Ordinal).Select(person => person.Number)]);

        static Trail Of(string name, IEnumerable<SeenVisit> visits) => new($"outside: {name}", [.. visits.Select(visit => visit.Person)], [.. visits.Select(visit => visit.At)]);
    }

    /// <summary>The same without the planted leaks but one, and without the server's own files, in which all leave traces.</summary>
    public Haul Only(string leak) => this with
    {
        Final = new Artefacts(Only(Final.Tables, leak), [.. Final.Files.Where(file => !file.IsOfTheServer && IsLeft(Path.GetFileName(file.Name), PlantedFiles, leak))]),
        Snapshots = [.. Snapshots.Select(snapshot => snapshot with { Tables = new Artefacts(Only(snapshot.Tables.Tables, leak), []) })],
    };

    private static IReadOnlyList<DumpedTable> Only(IReadOnlyList<DumpedTable> tables, string leak) => [.. tables.Where(table => IsLeft(table.Name, PlantedTables, leak))];

    private static bool IsLeft(string name, string planted, string leak) =>
        !name.StartsWith(planted, StringComparison.Ordinal) || name == planted + leak || name.StartsWith($"{planted}{leak}.", StringComparison.Ordinal) || name.StartsWith($"{planted}{leak},", StringComparison.Ordinal);
}

/// <summary>A dump while the window was open.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="Visits">How many visits came before it.</param>
internal sealed record Snapshot(Artefacts Tables, int Visits);

/// <summary>What an observer of the network sees of a visit.</summary>
/// <param name="Person">Who.</param>
/// <param name="At">When, in seconds.</param>
/// <param name="Wrote">Whether something was uploaded.</param>
/// <param name="Sent">Whether it was sent; more than an observer sees.</param>
/// <param name="Stayed">Whether it is this that was sealed.</param>
internal sealed record SeenVisit(int Person, double At, bool Wrote, bool Sent, bool Stayed);
