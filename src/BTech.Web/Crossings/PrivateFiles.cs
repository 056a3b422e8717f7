namespace BTech.Web.Crossings;

/// <summary>Files of the key directory: nobody but the site's own user reaches them, and a reader on another node finds a whole file or none.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileMode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The bytes of a file; nothing where there is none.</summary>
    /// <exception cref="UnauthorizedAccessException">Others can reach the folder or the file.</exception>
    public static byte[]? Read(string file)
    {
        try
        {
            RefuseLoose(Path.GetDirectoryName(file)!, FolderMode);
            RefuseLoose(file, FileMode600);
            return File.ReadAllBytes(file);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes beside and renames.</summary>
    /// <returns>Whether it was written; not when the file was there already and is not to be replaced.</returns>
    public static bool Write(string file, ReadOnlySpan<byte> bytes, bool replace)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, FolderMode);
        var whole = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = FileMode600;
        using (var stream = new FileStream(whole, options))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(whole, file, replace);
            return true;
        }
        catch (IOException) when (!replace && File.Exists(file))
        {
            File.Delete(whole);
            return false;
        }
    }

    /// <summary>Removes a folder in which no file is left; one that somebody uses again at this moment stays.</summary>
    public static void Forget(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (IOException)
        {
            // Not there, or not empty.
        }
    }

    private static void RefuseLoose(string path, UnixFileMode allowed)
    {
        if (OperatingSystem.IsWindows()) return;
        var mode = File.GetUnixFileMode(path);
        if ((mode & ~allowed) != 0)
            throw new UnauthorizedAccessException($"{path} can be reached by others ({Convert.ToString((int)mode, 8)}). Keys must be private: chmod {Convert.ToString((int)allowed, 8)} it and ask who may have read it.");
    }
}
