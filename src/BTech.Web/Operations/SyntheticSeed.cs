using System.Globalization;
using System.Text;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Web.Crossings.Rehearsing;
using BTech.Web.Settings;

namespace BTech.Web.Operations;

/// <summary>A made-up consultation of any size, through the same methods that people use. The same seed makes the same people and words.</summary>
public sealed class SyntheticSeed(SeedHouse house, DemoSettings demo, DataSettings data, SiteSettings site, TimeProvider time)
{
    /// <summary>Most invitations of one made-up window.</summary>
    public const int MostParticipants = 30_000;

    /// <summary>Most texts of one made-up person.</summary>
    public const int MostPiecesEach = 40;

    private const int Paragraphs = 24;

    private static readonly (string Label, string Family, string Name, string Adjective, int Weight)[] Groups =
    [
        ("civil-society", "civil", "Civil society organisations", "civil society", 28),
        ("companies", "business", "Companies", "company", 24),
        ("academia", "civil", "Academics", "academic", 14),
        ("states", "public-bodies", "States", "State", 12),
        ("multi-stakeholder", "civil", "Multi-stakeholder initiatives", "multi-stakeholder initiative", 7),
        ("nhris", "public-bodies", "National human rights institutions", "national human rights institution", 6),
        ("investors", "business", "Investors", "investor", 4),
        ("advisers", "business", "Advisers", "adviser", 3),
        ("international-organisations", "public-bodies", "International organisations", "international organisation", 2),
    ];

    /// <summary>Makes the consultation.</summary>
    /// <param name="participants">How many are invited.</param>
    /// <param name="inputs">How many texts are sent; about one for each invited person when nothing is given.</param>
    /// <param name="seed">What the people and words are drawn from.</param>
    /// <param name="state">How far the window has come.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<SyntheticResult> RunAsync(int participants, int? inputs, int seed, SyntheticState state, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(participants, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(participants, MostParticipants);
        var texts = inputs ?? participants;
        ArgumentOutOfRangeException.ThrowIfNegative(texts, nameof(inputs));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(texts, participants * MostPiecesEach, nameof(inputs));

        await using var turn = await house.TakeTurnAsync(cancel);
        var now = time.GetUtcNow();
        var random = new Random(seed);
        var opens = now.AddDays(-14);
        var closes = state == SyntheticState.Open ? now.AddDays(28) : now.AddMinutes(-5);
        await using var rooms = house.Open(new SeedClock(opens.AddDays(-1)));
        var kept = await DemoFile.EnsureAsync(data.DemoFile, demo.Password, cancel);
        var crew = await rooms.Get<SeedStaff>().EnsureAsync(kept.Password, demo.Password is not null, cancel);
        var slug = await FreeSlugAsync(rooms, seed, cancel);
        var window = await AddAgendaAsync(rooms, slug, seed, opens, closes, random, cancel);

        rooms.Clock.MoveTo(opens);
        var round = rooms.Get<WrittenRound>();
        using (var people = People(participants, slug, random)) window = await round.OpenAsync(window, people, crew, cancel);
        var invited = (await round.InvitedAsync(window, cancel)).OrderBy(person => person.Email, StringComparer.Ordinal).ToList();
        rooms.Clock.MoveTo(opens.AddDays(7));
        await round.WriteAsync(window, Contributions(invited, texts, random), cancel);

        rooms.Clock.MoveTo(now);
        if (state == SyntheticState.Sealed) await round.SealAsync(window, crew, cancel);
        var links = new List<string>(invited.Count);
        foreach (var person in invited)
            links.Add(site.AddressOf(Language.Find(person.Language)!, "participate/" + await rooms.Get<InvitationList>().MintLinkAsync(person.InvitationId, cancel)).ToString());
        return new SyntheticResult(slug, $"{slug}/1", links, SeedStaff.List);
    }

    private static async Task<string> FreeSlugAsync(SeedHouse.Rooms rooms, int seed, CancellationToken cancel)
    {
        var taken = (await rooms.Get<ConsultationList>().AllAsync(cancel)).Select(consultation => consultation.Slug).ToHashSet(StringComparer.Ordinal);
        var wanted = $"synthetic-{Math.Abs((long)seed)}";
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? wanted : $"{wanted}-{number}").First(slug => !taken.Contains(slug));
    }

    private static async Task<CommentWindow> AddAgendaAsync(
        SeedHouse.Rooms rooms, string slug, int seed, DateTimeOffset opens, DateTimeOffset closes, Random random, CancellationToken cancel)
    {
        var words = new SampleWords(random);
        var consultation = new Consultation
        {
            Id = Guid.NewGuid(), Slug = slug, Title = LocalizedText.InEnglish($"Made-up consultation {seed}"),
            Purpose = LocalizedText.InEnglish("Nothing in this consultation was written by anybody; it serves trials and measurements."),
            Host = LocalizedText.InEnglish("Example Host"), HostLabel = LocalizedText.InEnglish("The project team"), Contact = "b-tech@example.org",
            UrgentContact = LocalizedText.InEnglish("urgent@example.org (an address for trials only; nobody reads it)"),
        };
        consultation.FocusAreas.AddRange(Enumerable.Range(1, 4).Select(number => new FocusArea
        {
            Id = Guid.NewGuid(), ConsultationId = consultation.Id, Number = number, Title = LocalizedText.InEnglish($"Made-up focus area {number}"),
            ShortTitle = LocalizedText.InEnglish($"Area {number}"), Questions = LocalizedText.InEnglish("What is missing?\nWhat is too much?\nWhat should come first?"),
            IsCrossCutting = number == 4,
        }));
        consultation.Groups.AddRange(Groups.Select((group, index) => new ParticipantGroup
        {
            Id = Guid.NewGuid(), ConsultationId = consultation.Id, Label = group.Label, Order = index + 1, Name = LocalizedText.InEnglish(group.Name),
            Adjective = LocalizedText.InEnglish(group.Adjective), Family = group.Family, FamilyName = LocalizedText.InEnglish(Family(group.Family)),
            FamilyAdjective = LocalizedText.InEnglish(Family(group.Family)),
        }));
        await rooms.Get<ConsultationList>().AddAsync(consultation, cancel);
        var paper = new PaperVersion { Id = Guid.NewGuid(), ConsultationId = consultation.Id, Number = 1, Title = LocalizedText.InEnglish("Made-up paper") };
        paper.Paragraphs.AddRange(Enumerable.Range(1, Paragraphs).Select(number => new Paragraph
        {
            Id = Guid.NewGuid(), PaperVersionId = paper.Id, Order = number, Number = number, FocusAreaNumber = (number - 1) / (Paragraphs / 4) + 1,
            Text = LocalizedText.InEnglish(words.Text("en", 4)),
        }));
        await rooms.Get<ScopingPapers>().AddAsync(paper, cancel);
        var window = new CommentWindow
        {
            Id = Guid.NewGuid(), ConsultationId = consultation.Id, Number = 1, Kind = RoundKind.Written, Title = LocalizedText.InEnglish("Made-up comments"),
            PaperVersionId = paper.Id, Zone = "Europe/Zurich", OpensAt = opens, ClosesAt = closes,
        };
        await rooms.Get<CommentWindows>().AddAsync(window, cancel);
        return (await rooms.Get<CommentWindows>().FindAsync(window.Id, cancel))!;
    }

    private static MemoryStream People(int count, string slug, Random random)
    {
        var words = new SampleWords(random);
        var csv = new StringBuilder("name,role,organisation,group,email,language\n");
        for (var number = 1; number <= count; number++)
        {
            var group = Group(random).Label;
            // Two out of three come alone from their organisation.
            var organisation = random.Next(Math.Max(1, count * 2 / 3)) + 1;
            csv.Append(CultureInfo.InvariantCulture, $"Made-up Person {number:D5},Made-up role,Example {group} {organisation:D5},{group},p{number:D5}.{slug}@example.org,{words.Language()}\n");
        }
        return new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
    }

    private static List<Contribution> Contributions(List<InvitedPerson> invited, int texts, Random random)
    {
        var words = new SampleWords(random);
        var order = invited.ToArray();
        random.Shuffle(order);
        // As a rule two texts each; more where so many are asked for.
        var writers = Math.Min(order.Length, Math.Max((texts + 1) / 2, Math.Min(texts, 10)));
        return [.. order.Take(writers).Select((person, index) =>
        {
            var share = texts / writers + (index < texts % writers ? 1 : 0);
            var places = Places(random);
            return new Contribution(person, [.. places.Take(share).Select(place => Piece(place, person.Language, words, random))], IsSent: true);
        })];
    }

    private static (Place Place, InputKind Kind)[] Places(Random random)
    {
        (Place, InputKind)[] paragraphs = [.. Enumerable.Range(1, Paragraphs).Select(number => (Place.AtParagraph(number), InputKind.Comment))];
        (Place, InputKind)[] areas = [.. Enumerable.Range(1, 4).Select(number => (Place.InFocusArea(number), InputKind.Comment))];
        (Place, InputKind)[] wordings = [.. Enumerable.Range(1, Paragraphs).Select(number => (Place.AtParagraph(number), InputKind.OtherWording))];
        random.Shuffle(areas);
        random.Shuffle(paragraphs);
        return [.. areas.Take(2), (Place.Overall, InputKind.Comment), .. areas.Skip(2), .. paragraphs, .. wordings];
    }

    private static WrittenPiece Piece((Place Place, InputKind Kind) at, string language, SampleWords words, Random random) =>
        new(at.Place, at.Kind, new PieceText(words.Text(language, random.Next(2, 12)), language, (QuotingPermission)random.Next(3)));

    private static (string Label, string Family, string Name, string Adjective, int Weight) Group(Random random)
    {
        var drawn = random.Next(Groups.Sum(group => group.Weight));
        foreach (var group in Groups)
        {
            drawn -= group.Weight;
            if (drawn < 0) return group;
        }
        return Groups[^1];
    }

    private static string Family(string label) => label switch
    {
        "public-bodies" => "Public bodies",
        "business" => "Business",
        _ => "Civil society, academics and initiatives",
    };
}
