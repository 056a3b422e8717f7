namespace BTech.Web.Settings;

/// <summary>Files that nobody but this process's user may read.</summary>
public static class PrivateFile
{
    /// <summary>A new file with mode 0600 from its first byte on.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
