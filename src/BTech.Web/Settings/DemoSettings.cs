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
        if (password is { Length: < 12 })
            throw SettingReader.Refuse("Demo__Password", "is shorter than 12 characters", "give a longer one or leave it unset for a random one");
        return new DemoSettings(password, setting.Flag("Sample__Load", environment.IsDevelopment()));
    }
}
