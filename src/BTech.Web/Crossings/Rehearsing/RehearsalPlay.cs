using BTech.Agenda.Papers;
using BTech.Agenda.Rehearsing;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Record.Boxes;
using BTech.Record.Inputs;

namespace BTech.Web.Crossings.Rehearsing;

/// <summary>
/// Lets the sample people of a rehearsal write, and gives links of those who stay silent to whoever wants to try. It asks for the mark of a rehearsal,
/// which only the agenda gives, so that nothing is ever written for anybody real.
/// </summary>
public sealed class RehearsalPlay(InvitationList invitations, ScopingPapers papers, MadeUpVisits visits, Census census, KeyRing keys, TimeProvider time)
{
    /// <summary>So many links are made at a time.</summary>
    public const int Links = 3;

    private readonly Random _random = Random.Shared;

    /// <summary>Whoever of them has written nothing yet does so now, apart from a few who never do; one of each group forgets to send.</summary>
    /// <returns>Whether there was an open window in which to write.</returns>
    public async Task<bool> WriteAsync(RehearsalMark mark, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(mark);
        if (Open(mark) is not { } round || await keys.FindAsync(round.Id, cancel) != KeysFound.All) return false;
        var paper = round.PaperVersionId is { } version ? await papers.FindAsync(version, cancel) : null;
        var paragraphs = (paper?.Paragraphs ?? []).Where(paragraph => paragraph.Number is not null).Select(paragraph => paragraph.Number!.Value).ToArray();
        var contributions = new List<Contribution>();
        foreach (var writers in await WritersAsync(round, cancel))
            foreach (var person in writers)
                if (await visits.IsUntouchedAsync(round, person, cancel))
                    contributions.Add(new Contribution(person, Pieces(round, paragraphs, person.Language), IsSent: writers.Count <= round.SmallestGroup || person != writers[^1]));
        await visits.WriteAsync(round, contributions, cancel);
        // A mix that cannot run now is made up for by the job.
        await census.MixAsync([round], cancel);
        return true;
    }

    /// <summary>
    /// Whether they have written, for the list of steps. It opens the box of somebody made up; of a real round nobody is told such a thing, and this
    /// cannot be asked.
    /// </summary>
    public async Task<bool> HaveWrittenAsync(RehearsalMark mark, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(mark);
        if (Open(mark) is not { } round || await keys.FindAsync(round.Id, cancel) != KeysFound.All) return false;
        var writers = await WritersAsync(round, cancel);
        return writers.Count > 0 && !await visits.IsUntouchedAsync(round, writers[^1][^1], cancel);
    }

    /// <summary>Fresh links of sample people who write nothing by themselves, each in another language where possible; for staff to try as participants.</summary>
    public async Task<IReadOnlyList<(InvitedPerson Person, string Code)>> LinksAsync(RehearsalMark mark, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(mark);
        if (Open(mark) is not { } round) return [];
        var silent = (await invitations.ForWindowAsync(round.Id, cancel)).GroupBy(person => person.GroupLabel, StringComparer.Ordinal)
            .Select(group => group.OrderBy(person => person.Email, StringComparer.Ordinal).Last()).Where(person => person is { IsLive: true, IsRevoked: false });
        var links = new List<(InvitedPerson, string)>();
        foreach (var person in silent.Take(Links)) links.Add((person, await invitations.MintLinkAsync(person.InvitationId, cancel)));
        return links;
    }

    // By group. Those who are tried as stay at the end and out of this, so that nobody has used their words.
    private async Task<IReadOnlyList<IReadOnlyList<InvitedPerson>>> WritersAsync(CommentWindow round, CancellationToken cancel) =>
        [.. (await invitations.ForWindowAsync(round.Id, cancel)).GroupBy(person => person.GroupLabel, StringComparer.Ordinal)
            .Select(group => (IReadOnlyList<InvitedPerson>)[.. group.OrderBy(person => person.Email, StringComparer.Ordinal).SkipLast(1)]).Where(writers => writers.Count > 0)];

    private CommentWindow? Open(RehearsalMark mark) => mark.Consultation.Windows.Find(window => window.Kind == RoundKind.Written && window.StateAt(time.GetUtcNow()) == WindowState.Open);

    private List<WrittenPiece> Pieces(CommentWindow round, int[] paragraphs, string language)
    {
        var words = new SampleWords(_random);
        var areas = round.Consultation.FocusAreas.Select(area => area.Number).ToArray();
        _random.Shuffle(areas);
        var pieces = areas.Take(2).Select(area => new WrittenPiece(Place.InFocusArea(area), InputKind.Comment, Text(words.Text(language, _random.Next(3, 8))))).ToList();
        if (paragraphs.Length > 0)
        {
            var paragraph = paragraphs[_random.Next(paragraphs.Length)];
            pieces.Add(new WrittenPiece(Place.AtParagraph(paragraph), _random.Next(3) == 0 ? InputKind.OtherWording : InputKind.Comment, Text(words.Text(language, _random.Next(1, 4)))));
        }
        switch (_random.Next(4))
        {
            case 0:
                // Somebody gives themselves away, so that there is something to mask.
                pieces.Add(new WrittenPiece(Place.Overall, InputKind.Comment, Text(words.Text(language, 2) + " – Sample Writer, sample.writer@example.invalid")));
                break;
            case 1:
                pieces.Add(new WrittenPiece(new Place(areas[0], null, Guid.NewGuid()), InputKind.Resource,
                    Text(words.Text(language, 1)) with { Title = words.Text(language, 1), Link = "https://example.org/sample" }));
                break;
            case 2:
                pieces.Add(new WrittenPiece(new Place(areas[0], null, Guid.NewGuid()), InputKind.Dilemma,
                    Text(words.Text(language, 2)) with { Tension = words.Text(language, 1), WouldHelp = words.Text(language, 1) }));
                break;
        }
        return pieces;

        PieceText Text(string text) => new(text, language, (QuotingPermission)_random.Next(3));
    }
}
