using BTech.Team.Accounts;
using BTech.Team.Roles;
using BTech.Testing;

namespace BTech.Web.Tests.Admin;

/// <summary>People who work on a test site, and their browsers.</summary>
internal sealed class Crew(TestHost host)
{
    public const string Password = TestStaff.Password;

    /// <summary>Somebody new with these roles in one window or in all.</summary>
    public Task<StaffMember> AddAsync(string name, Guid? windowId = null, params StaffRole[] roles) => host.AddStaffAsync(name, windowId, roles);

    /// <summary>A browser in which that person is signed in.</summary>
    public async Task<FormClient> SignInAsync(string name)
    {
        var visitor = host.NewVisitor();
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), [("Email", $"{name}@example.org"), ("Password", Password)]);
        Assert.Equal("/account", page.Address.AbsolutePath);
        return visitor;
    }

    /// <summary>Somebody new with one role everywhere, signed in.</summary>
    public async Task<FormClient> NewAsync(string name, StaffRole role)
    {
        await AddAsync(name, null, role);
        return await SignInAsync(name);
    }

    /// <summary>The two-person form, filled in.</summary>
    public static (string, string?)[] Signed(string second, string password = Password, string secondPassword = Password) =>
        [("Password", password), ("SecondEmail", $"{second}@example.org"), ("SecondPassword", secondPassword)];
}
