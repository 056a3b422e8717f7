using BTech.Agenda;
using BTech.Team.Roles;
using BTech.Team.Sessions;

namespace BTech.Team.TwoPersons;

/// <summary>
/// Acts that no one may do alone: opening and closing a window, sealing before the clock does. The second person types address and
/// password on the first person's form (or both type theirs at a command line); nothing of it starts a session.
/// </summary>
public sealed class SecondPerson
{
    private readonly PasswordCheck _check;
    private readonly Assignments _assignments;

    internal SecondPerson(PasswordCheck check, Assignments assignments) => (_check, _assignments) = (check, assignments);

    /// <summary>Whether the person signed in is really at the keyboard, and may sign for this window.</summary>
    public async Task<SecondPersonAnswer> ConfirmFirstAsync(StaffId first, string? password, string? code, Guid? windowId, CancellationToken cancel) =>
        await JudgeAsync(await _check.CheckAsync(first, password, code, cancel), windowId, cancel);

    /// <summary>The same at a command line, where nobody is signed in yet.</summary>
    public async Task<SecondPersonAnswer> ConfirmFirstAsync(string? email, string? password, string? code, Guid? windowId, CancellationToken cancel) =>
        await JudgeAsync(await _check.CheckAsync(email, password, code, cancel), windowId, cancel);

    /// <summary>Whether this is a second person: another one than the first, still here, administrator or clearance for this window.</summary>
    public async Task<SecondPersonAnswer> ConfirmAsync(StaffId first, string? email, string? password, string? code, Guid? windowId, CancellationToken cancel)
    {
        var answer = await JudgeAsync(await _check.CheckAsync(email, password, code, cancel), windowId, cancel);
        return answer.Verdict == SecondPersonVerdict.Confirmed && answer.Staff == first
            ? new SecondPersonAnswer(SecondPersonVerdict.SamePerson, default)
            : answer;
    }

    private async Task<SecondPersonAnswer> JudgeAsync(PasswordAnswer answer, Guid? windowId, CancellationToken cancel)
    {
        if (answer.Verdict != PasswordVerdict.Right)
            return new SecondPersonAnswer(answer.Verdict switch
            {
                PasswordVerdict.Busy => SecondPersonVerdict.Busy,
                PasswordVerdict.CodeNeeded => SecondPersonVerdict.CodeNeeded,
                _ => SecondPersonVerdict.NotConfirmed,
            }, default);
        var may = await _assignments.HoldsAsync(answer.Staff, StaffRole.Administrator, windowId, cancel)
            || await _assignments.HoldsAsync(answer.Staff, StaffRole.Clearance, windowId, cancel);
        return new SecondPersonAnswer(may ? SecondPersonVerdict.Confirmed : SecondPersonVerdict.WrongRole, may ? answer.Staff : default);
    }
}
