namespace BTech.Web.Settings;

/// <summary>Where this installation keeps files: the local database and its binaries, mail to pick up.</summary>
/// <param name="Directory">Full path; exists and is writable.</param>
public sealed record DataSettings(string Directory)
{
    public string MailDirectory => Path.Combine(Directory, "mail");

    /// <summary>What a newcomer needs to try the product; Development only.</summary>
    public string DemoFile => Path.Combine(Directory, "demo.json");

    public static DataSettings Read(SettingReader setting, IHostEnvironment environment)
    {
        var unset = environment.IsDevelopment()
            ? Path.Combine(Repository() ?? environment.ContentRootPath, ".data")
            : "/var/lib/consult";
        return new DataSettings(setting.Folder("Data__Directory", unset));
    }

    /// <summary>The clone that this build belongs to, if it runs from one.</summary>
    public static string? Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "BTech.Consultation.sln"))) return folder.FullName;
        return null;
    }
}
