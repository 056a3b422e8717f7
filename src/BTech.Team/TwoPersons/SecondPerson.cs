using BTech.Agenda;
using BTech.Team.Roles;
using BTech.Team.Sessions;

namespace BTech.Team.TwoPersons;

/// <summary>
/// Acts that no one may do alone: opening and closing a window, sealing before the clock does. The second person types address and
/// password on the first person's form (or both type theirs at a command line); nothing of it starts a session. Acts on a window need
/// administrators or clearance on both sides; taking texts out of it needs a moderator, and another one or clearance; releasing what the team answers needs a moderator and clearance.
/// </summary>
public sealed class SecondPerson
{
    private static readonly StaffRole[] _ofWindows = [StaffRole.Administrator, StaffRole.Clearance];
    private static readonly StaffRole[] _takingTexts = [StaffRole.Moderator];
    private static readonly StaffRole[] _clearing = [StaffRole.Clearance];
    private static readonly StaffRole[] _lettingTextsGo = [StaffRole.Moderator, StaffRole.Clearance];

    private readonly PasswordCheck _check;
    private readonly Assignments _assignments;

    internal SecondPerson(PasswordCheck check, Assignments assignments) => (_check, _assignments) = (check, assignments);

    /// <summary>Whether the person signed in is really at the keyboard, and may sign for this window.</summary>
    public async Task<SecondPersonAnswer> ConfirmFirstAsync(StaffId first, string? password, string? code, Guid? windowId, CancellationToken cancel) =>
        await JudgeAsync(await _check.CheckAsync(first, password, code, cancel), windowId, _ofWindows, cancel);

    /// <summary>The same at a command line, where nobody is signed in yet.</summary>
    public async Task<SecondPersonAnswer> ConfirmFirstAsync(string? email, string? password, string? code, Guid? windowId, CancellationToken cancel) =>
        await JudgeAsync(await _check.CheckAsync(email, password, code, cancel), windowId, _ofWindows, cancel);

    /// <summary>Whether the person signed in is really at the keyboard, and may take texts out of this window.</summary>
    public async Task<SecondPersonAnswer> ConfirmTakingTextsAsync(StaffId first, string? password, string? code, Guid windowId, CancellationToken cancel) =>
        await JudgeAsync(await _check.CheckAsync(first, password, code, cancel), windowId, _takingTexts, cancel);

    /// <summary>The same at a command line.</summary>
    public async Task<SecondPersonAnswer> ConfirmTakingTextsAsync(string? email, string? password, string? code, Guid windowId, CancellationToken cancel) =>
        await JudgeAsync(await _check.CheckAsync(email, password, code, cancel), windowId, _takingTexts, cancel);

    /// <summary>Whether this is a second person who may let texts go out of this window: another moderator, or clearance.</summary>
    public Task<SecondPersonAnswer> ConfirmLettingTextsGoAsync(StaffId first, string? email, string? password, string? code, Guid windowId, CancellationToken cancel) =>
        ConfirmAnotherAsync(first, email, password, code, windowId, _lettingTextsGo, cancel);

    /// <summary>Whether this is a second person who may let the team's words on this window go to the public: of those who clear, and without a hand in these words.</summary>
    /// <param name="first">Who signs first.</param>
    /// <param name="email">The second person's address.</param>
    /// <param name="password">Their password.</param>
    /// <param name="code">Their code, where the account has a second factor.</param>
    /// <param name="windowId">The window.</param>
    /// <param name="wrote">Whether somebody wrote any of it, in whatever role; asked only of who could sign otherwise.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<SecondPersonAnswer> ConfirmClearingAsync(
        StaffId first, string? email, string? password, string? code, Guid windowId, Func<StaffId, Task<bool>> wrote, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wrote);
        var answer = await ConfirmAnotherAsync(first, email, password, code, windowId, _clearing, cancel);
        return answer.Verdict == SecondPersonVerdict.Confirmed && await wrote(answer.Staff) ? new SecondPersonAnswer(SecondPersonVerdict.OwnWork, default) : answer;
    }

    /// <summary>Whether this is a second person: another one than the first, still here, administrator or clearance for this window.</summary>
    public Task<SecondPersonAnswer> ConfirmAsync(StaffId first, string? email, string? password, string? code, Guid? windowId, CancellationToken cancel) =>
        ConfirmAnotherAsync(first, email, password, code, windowId, _ofWindows, cancel);

    private async Task<SecondPersonAnswer> ConfirmAnotherAsync(
        StaffId first, string? email, string? password, string? code, Guid? windowId, StaffRole[] roles, CancellationToken cancel)
    {
        var answer = await JudgeAsync(await _check.CheckAsync(email, password, code, cancel), windowId, roles, cancel);
        return answer.Verdict == SecondPersonVerdict.Confirmed && answer.Staff == first
            ? new SecondPersonAnswer(SecondPersonVerdict.SamePerson, default)
            : answer;
    }

    private async Task<SecondPersonAnswer> JudgeAsync(PasswordAnswer answer, Guid? windowId, StaffRole[] roles, CancellationToken cancel)
    {
        if (answer.Verdict != PasswordVerdict.Right)
            return new SecondPersonAnswer(answer.Verdict switch
            {
                PasswordVerdict.Busy => SecondPersonVerdict.Busy,
                PasswordVerdict.CodeNeeded => SecondPersonVerdict.CodeNeeded,
                _ => SecondPersonVerdict.NotConfirmed,
            }, default);
        foreach (var role in roles)
            if (await _assignments.HoldsAsync(answer.Staff, role, windowId, cancel)) return new SecondPersonAnswer(SecondPersonVerdict.Confirmed, answer.Staff);
        return new SecondPersonAnswer(SecondPersonVerdict.WrongRole, default);
    }
}
