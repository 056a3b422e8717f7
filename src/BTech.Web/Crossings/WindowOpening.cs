using BTech.Agenda;
using BTech.Agenda.Retention;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Record.Sealing;
using BTech.Web.Crossings.Verifying;

namespace BTech.Web.Crossings;

/// <summary>Why a window cannot be opened.</summary>
public enum OpeningObstacle
{
    /// <summary>There is no such comment window.</summary>
    NoSuchWindow = 1,

    /// <summary>A meeting has no boxes.</summary>
    NotWritten = 2,

    /// <summary>It was opened before.</summary>
    AlreadyOpened = 3,

    /// <summary>Opening needs two different persons.</summary>
    OnePersonOnly = 4,

    /// <summary>Nobody is named whom to reach in danger.</summary>
    NoUrgentContact = 5,

    /// <summary>No paper version is set.</summary>
    NoPaper = 6,

    /// <summary>Nobody is invited.</summary>
    NobodyInvited = 7,

    /// <summary>The closing instant has passed.</summary>
    ClosingHasPassed = 8,

    /// <summary>A mix is running: try again in a moment.</summary>
    MixIsRunning = 9,

    /// <summary>A check on this installation is red: what is written here could be joined with who wrote it.</summary>
    ChecksAreRed = 10,

    /// <summary>Something would be erased too soon after the seal: the round's dates were moved behind its retention dates.</summary>
    ErasedTooSoon = 11,

    /// <summary>It is announced without exact dates.</summary>
    DatesNotSettled = 12,

    /// <summary>A supplementary round to which fewer are invited than must have sent before a record is opened.</summary>
    TooFewForTheFloor = 13,

    /// <summary>The round counts organisations, and somebody is invited as a person.</summary>
    PersonsWhereOrganisationsCount = 14,
}

/// <summary>
/// Opens a comment window: two persons, the checks, the keys, one empty box for everybody invited, the public state last.
/// Each step may be repeated, so an opening that was cut off is simply asked for again.
/// </summary>
public sealed class WindowOpening(CommentWindows windows, InvitationList invitations, KeyRing keys, Census census, Verification verification, TimeProvider time)
{
    /// <summary>What stands in the way, without changing anything.</summary>
    public async Task<IReadOnlyList<OpeningObstacle>> ObstaclesAsync(Guid windowId, CancellationToken cancel) =>
        await windows.FindAsync(windowId, cancel) is { } window ? await ObstaclesAsync(window, cancel) : [OpeningObstacle.NoSuchWindow];

    /// <summary>Opens the window.</summary>
    /// <returns>What stood in the way; empty when it is open now.</returns>
    public async Task<IReadOnlyList<OpeningObstacle>> OpenAsync(Guid windowId, StaffId first, StaffId second, CancellationToken cancel)
    {
        if (await windows.FindAsync(windowId, cancel) is not { } window) return [OpeningObstacle.NoSuchWindow];
        if (first == second) return [OpeningObstacle.OnePersonOnly];
        if (await ObstaclesAsync(window, cancel) is { Count: > 0 } obstacles) return obstacles;
        await keys.CreateAsync(windowId, cancel);
        if (!await census.OpenWindowAsync(window, cancel)) return [OpeningObstacle.MixIsRunning];
        await windows.ChangeAsync(windowId, opened => opened.Open(), cancel);
        return [];
    }

    /// <summary>Makes the window's keys before it is opened, and gives its box key on two papers.</summary>
    /// <returns>The halves, or what stands in the way.</returns>
    public async Task<(KeyHalves? Halves, IReadOnlyList<OpeningObstacle> Obstacles)> HalveAsync(Guid windowId, CancellationToken cancel)
    {
        if (await ObstaclesAsync(windowId, cancel) is { Count: > 0 } obstacles) return (null, obstacles);
        await keys.CreateAsync(windowId, cancel);
        return (keys.Halve(windowId), []);
    }

    /// <summary>Whether what the custodians typed makes the window's box key.</summary>
    public bool HalvesFit(Guid windowId, string? first, string? second) => keys.Fits(windowId, first, second);

    private async Task<IReadOnlyList<OpeningObstacle>> ObstaclesAsync(CommentWindow window, CancellationToken cancel)
    {
        var obstacles = new List<OpeningObstacle>();
        if (window.Kind != RoundKind.Written) obstacles.Add(OpeningObstacle.NotWritten);
        if (window.IsOpened) obstacles.Add(OpeningObstacle.AlreadyOpened);
        if (window.Consultation.UrgentContact.ByCode.Values.All(string.IsNullOrWhiteSpace)) obstacles.Add(OpeningObstacle.NoUrgentContact);
        if (window.PaperVersionId is null) obstacles.Add(OpeningObstacle.NoPaper);
        if (window.ClosesAt <= time.GetUtcNow()) obstacles.Add(OpeningObstacle.ClosingHasPassed);
        if (window.Expected is not null) obstacles.Add(OpeningObstacle.DatesNotSettled);
        var invited = (await invitations.ForCensusAsync(window.Id, cancel)).Count;
        if (invited == 0) obstacles.Add(OpeningObstacle.NobodyInvited);
        else if (window.SupplementsId is not null && invited < Seal.Floor) obstacles.Add(OpeningObstacle.TooFewForTheFloor);
        if (window.Counts == Counting.Organisations && await invitations.HoldsPersonsAsync(window.Id, cancel)) obstacles.Add(OpeningObstacle.PersonsWhereOrganisationsCount);
        var (kept, today) = (RetentionDates.Of(window), RetentionDates.Day(time.GetUtcNow()));
        if (Enum.GetValues<ErasureKind>().Any(kind => RetentionDates.Check(window, kind, kept.DayOf(kind), today) == RetentionProblem.TooEarly))
            obstacles.Add(OpeningObstacle.ErasedTooSoon);
        if (obstacles.Count == 0 && (await verification.RedAsync(cancel)).Count > 0) obstacles.Add(OpeningObstacle.ChecksAreRed);
        return obstacles;
    }
}
