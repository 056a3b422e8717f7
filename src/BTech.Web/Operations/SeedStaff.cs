using BTech.Agenda;
using BTech.Team.Accounts;
using BTech.Team.Roles;

namespace BTech.Web.Operations;

/// <summary>The five accounts of a made-up crew. Whoever is there already keeps roles, and the password unless one is given by a setting.</summary>
internal sealed class SeedStaff(StaffAccounts accounts, Assignments assignments)
{
    private static readonly (string Name, StaffRole Role)[] Everybody =
    [
        ("administrator", StaffRole.Administrator),
        ("administrator2", StaffRole.Administrator),
        ("moderator", StaffRole.Moderator),
        ("clearance", StaffRole.Clearance),
        ("offers", StaffRole.Offers),
    ];

    /// <summary>The accounts and their roles, as a summary lists them.</summary>
    public static IReadOnlyList<SeededStaff> List { get; } =
        [.. Everybody.Select(one => new SeededStaff($"{one.Name}@example.org", one.Role.ToString().ToLowerInvariant()))];

    public async Task<SeedCrew> EnsureAsync(string password, bool isGiven, CancellationToken cancel)
    {
        var ids = new List<StaffId>();
        foreach (var (name, role) in Everybody)
        {
            var member = await accounts.AddAsync(null, $"{name}@example.org", cancel)
                ?? throw new InvalidOperationException($"The account {name}@example.org could not be added.");
            // Setting the same password once more would sign everybody out at each start.
            if (!member.HasPassword || isGiven && !await accounts.HasPasswordAsync(member.Id, password, cancel))
            {
                var problem = await accounts.SetPasswordAsync(member.Id, password, cancel);
                if (problem != PasswordProblem.None) throw new InvalidOperationException($"The password of the sample accounts is refused: {problem}.");
            }
            if (!member.HasPassword) await assignments.GiveAsync(null, member.Id, role, null, cancel);
            ids.Add(member.Id);
        }
        return new SeedCrew(ids[0], ids[1], ids[2], ids[4]);
    }
}

/// <summary>Who does what while a sample is loaded.</summary>
internal sealed record SeedCrew(StaffId First, StaffId Second, StaffId Moderator, StaffId Offers);

/// <summary>One sample account.</summary>
public sealed record SeededStaff(string Email, string Role);
