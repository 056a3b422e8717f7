using BTech.Team.Accounts;
using BTech.Team.Roles;

namespace BTech.Testing;

/// <summary>People who work on a test site.</summary>
public static class TestStaff
{
    /// <summary>What all of them sign in with.</summary>
    public const string Password = "seven brown bears 7";

    /// <summary>Somebody new who can sign in, with these roles in one window or in all.</summary>
    public static async Task<StaffMember> AddStaffAsync(this TestHost host, string name, Guid? windowId = null, params StaffRole[] roles)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(roles);
        var member = await host.WithAsync<StaffAccounts, StaffMember?>(accounts => accounts.AddAsync(null, $"{name}@example.org", default))
            ?? throw new InvalidOperationException($"{name} is there already.");
        var problem = await host.WithAsync<StaffAccounts, PasswordProblem>(accounts => accounts.SetPasswordAsync(member.Id, Password, default));
        if (problem is not PasswordProblem.None) throw new InvalidOperationException($"The password of {name}: {problem}.");
        foreach (var role in roles)
        {
            var outcome = await host.WithAsync<Assignments, AssignmentOutcome>(assignments => assignments.GiveAsync(null, member.Id, role, windowId, default));
            if (outcome is not AssignmentOutcome.Done) throw new InvalidOperationException($"{name} as {role}: {outcome}.");
        }
        return member;
    }
}
