using BTech.Team.Accounts;

namespace BTech.Web.Settings;

/// <summary>The sample and its staff accounts.</summary>
/// <param name="Password">Password of the sample accounts; null lets the seed make one and keep it in demo.json.</param>
/// <param name="LoadSample">Whether an empty database receives the sample at start.</param>
public sealed record DemoSettings(string? Password, bool LoadSample)
{
    public static DemoSettings Read(SettingReader setting, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var password = setting.Text("Demo__Password");
        if (password is not null && PasswordRules.Check(password, null) is var problem and not PasswordProblem.None)
            throw SettingReader.Refuse("Demo__Password", Fault(problem), "give another one or leave it unset for a random one");
        var loads = setting.Flag("Sample__Load", environment.IsDevelopment());
        if (loads && environment.IsProduction())
            throw SettingReader.Refuse("Sample__Load", "the sample and its staff accounts do not belong in Production", "leave it unset");
        return new DemoSettings(password, loads);
    }

    private static string Fault(PasswordProblem problem) => problem switch
    {
        PasswordProblem.TooShort => $"is shorter than {PasswordRules.Shortest} characters",
        PasswordProblem.TooLong => $"is longer than {PasswordRules.Longest} characters",
        _ => "is one of those that everybody tries first",
    };
}
