using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Web.Crossings.Rehearsing;
using BTech.Web.Settings;

namespace BTech.Web.Operations;

/// <summary>
/// Loads the Tunis consultation of 2019 through the product's own methods: a meeting with its published report, a sealed round that is
/// half coded, and a round that is open now.
/// </summary>
public sealed class SampleSeed(SeedHouse house, DemoSettings demo, DataSettings data, SiteSettings site, TimeProvider time)
{
    /// <summary>Loads the sample into an installation that holds no consultation yet.</summary>
    public async Task LoadIfEmptyAsync(CancellationToken cancel)
    {
        await using var turn = await house.TakeTurnAsync(cancel);
        await using (var rooms = house.Open(new SeedClock(time.GetUtcNow())))
            if ((await rooms.Get<ConsultationList>().AllAsync(cancel)).Count > 0) return;
        await LoadAsync(again: false, cancel);
    }

    /// <summary>Loads the sample unless it is there; with <paramref name="again"/>, once more beside it under the next free name.</summary>
    public async Task<SampleResult> RunAsync(bool again, CancellationToken cancel)
    {
        await using var turn = await house.TakeTurnAsync(cancel);
        return await LoadAsync(again, cancel);
    }

    private async Task<SampleResult> LoadAsync(bool again, CancellationToken cancel)
    {
        var files = SampleFiles.Shipped;
        var now = time.GetUtcNow();
        var rounds = files.Consultation().Rounds;
        await using var rooms = house.Open(new SeedClock(rounds[0].Opens!.Value.AddDays(-30)));
        if (await FreeSlugAsync(rooms, files.Consultation().Slug, again, cancel) is not { } slug)
            return new SampleResult(false, files.Consultation().Slug, null, [], SeedStaff.List);

        var kept = await DemoFile.EnsureAsync(data.DemoFile, demo.Password, cancel);
        var crew = await rooms.Get<SeedStaff>().EnsureAsync(kept.Password, demo.Password is not null, cancel);
        var consultation = await rooms.Get<SampleAgenda>().AddAsync(files, slug, now, cancel);

        rooms.Clock.MoveTo(rounds[0].Closes!.Value.AddDays(30));
        var meeting = await WindowAsync(rooms, consultation, 1, cancel);
        await rooms.Get<SampleMeeting>().AddAsync(files, consultation, meeting, cancel);

        await PlaySealedRoundAsync(rooms, files, consultation, crew, now, cancel);

        rooms.Clock.MoveTo(now);
        var links = await OpenRoundAsync(rooms, files, consultation, crew, cancel);
        await (kept with { Links = links }).SaveAsync(data.DemoFile, cancel);
        return new SampleResult(true, slug, kept.Password, links, SeedStaff.List);
    }

    internal static PieceText Text(SampleFiles.InputEntry input) =>
        new(input.Text, input.Language, input.Permission, input.Title, input.Link, input.Tension, input.WouldHelp);

    private static async Task PlaySealedRoundAsync(SeedHouse.Rooms rooms, SampleFiles files, Consultation consultation, SeedCrew crew, DateTimeOffset now, CancellationToken cancel)
    {
        var round = rooms.Get<WrittenRound>();
        var window = await WindowAsync(rooms, consultation, 2, cancel);
        rooms.Clock.MoveTo(window.OpensAt);
        await using (var people = files.People(2)) window = await round.OpenAsync(window, people, crew, cancel);
        await rooms.Get<SampleOffers>().MakeAsync(files, window, cancel);
        await rooms.Get<SampleSubmissions>().HandInAsync(files, window, cancel);
        var byGroup = (await round.InvitedAsync(window, cancel)).GroupBy(person => person.GroupLabel)
            .ToDictionary(group => group.Key, group => new Queue<InvitedPerson>(group), StringComparer.Ordinal);
        rooms.Clock.MoveTo(window.OpensAt.AddDays(20));
        await round.WriteAsync(window, [.. files.Contributions(2).Contributors.Select(contributor =>
            new Contribution(byGroup[contributor.Group!].Dequeue(), Pieces(contributor), IsSent: true))], cancel);

        rooms.Clock.MoveTo(window.SealsAt.AddMinutes(1));
        window = await round.SealAsync(window, crew, cancel);
        await rooms.Get<SampleOffers>().FollowUpAsync(files, window, crew.Offers, window.DayOf(now), cancel);
        await rooms.Get<SampleSubmissions>().PublishAsync(window, cancel);
        var excerpts = await rooms.Get<SampleCoding>().AddAsync(files, consultation, window.Id, crew.Moderator, cancel);
        await rooms.Get<SampleDraft>().AddAsync(files, consultation, window, excerpts, crew.Moderator, cancel);
    }

    private async Task<IReadOnlyList<SampleLink>> OpenRoundAsync(
        SeedHouse.Rooms rooms, SampleFiles files, Consultation consultation, SeedCrew crew, CancellationToken cancel)
    {
        var round = rooms.Get<WrittenRound>();
        var window = await WindowAsync(rooms, consultation, 3, cancel);
        await using (var people = files.People(3)) window = await round.OpenAsync(window, people, crew, cancel);
        var invited = (await round.InvitedAsync(window, cancel)).ToDictionary(person => person.Email, StringComparer.Ordinal);
        var contributions = files.Contributions(3).Contributors
            .Select(contributor => new Contribution(invited[contributor.Email!], Pieces(contributor), contributor.Sent)).ToList();
        await round.WriteAsync(window, contributions, cancel);

        var quiet = invited.Values.Except(contributions.Select(contribution => contribution.Person)).OrderBy(person => person.Email, StringComparer.Ordinal).ToList();
        var links = new List<SampleLink>();
        foreach (var language in new[] { Language.English, Language.Arabic, Language.French })
        {
            var person = quiet.First(one => one.Language == language.Code);
            var code = await rooms.Get<InvitationList>().MintLinkAsync(person.InvitationId, cancel);
            links.Add(new SampleLink(language.Code, person.Name, site.AddressOf(language, "participate/" + code).ToString()));
        }
        return links;
    }

    private static List<WrittenPiece> Pieces(SampleFiles.ContributorEntry contributor) =>
        [.. contributor.Inputs.Select(input => new WrittenPiece(Place(input), input.Kind, Text(input)))];

    private static Place Place(SampleFiles.InputEntry input) => input switch
    {
        { Kind: InputKind.Example or InputKind.Resource or InputKind.Dilemma } => new Place(input.FocusArea, input.Paragraph, Guid.NewGuid()),
        { Paragraph: { } number } => Record.Boxes.Place.AtParagraph(number),
        { FocusArea: { } number } => Record.Boxes.Place.InFocusArea(number),
        _ => Record.Boxes.Place.Overall,
    };

    private static async Task<CommentWindow> WindowAsync(SeedHouse.Rooms rooms, Consultation consultation, int number, CancellationToken cancel) =>
        (await rooms.Get<CommentWindows>().FindAsync(new Agenda.WindowName(consultation.Slug, number), cancel))!;

    private static async Task<string?> FreeSlugAsync(SeedHouse.Rooms rooms, string slug, bool again, CancellationToken cancel)
    {
        var taken = (await rooms.Get<ConsultationList>().AllAsync(cancel)).Select(consultation => consultation.Slug).ToHashSet(StringComparer.Ordinal);
        if (!taken.Contains(slug)) return slug;
        return again ? Enumerable.Range(2, taken.Count + 1).Select(number => $"{slug}-{number}").First(free => !taken.Contains(free)) : null;
    }
}
