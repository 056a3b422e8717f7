using BTech.Agenda;
using BTech.Team.Accounts;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>What members of the team are called on each other's pages: by their address, oneself as such, and somebody who works here no more without one.</summary>
public sealed class TeamNames(StaffAccounts accounts, IStringLocalizer<Words.Coding> words)
{
    private IReadOnlyDictionary<StaffId, string> _staff = new Dictionary<StaffId, string>();

    /// <summary>Looks up who is there.</summary>
    public async Task ReadAsync(CancellationToken cancel) => _staff = (await accounts.AllAsync(cancel)).ToDictionary(member => member.Id, member => member.Email);

    /// <summary>One of them, for one reader.</summary>
    public string Of(StaffId who, StaffId reader) => who == reader ? words["By.You"] : _staff.GetValueOrDefault(who) ?? words["By.Gone"];
}
