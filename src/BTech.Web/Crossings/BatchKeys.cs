using System.Globalization;
using BTech.Record.Boxes;
using BTech.Record.FollowUp;

namespace BTech.Web.Crossings;

/// <summary>
/// The keys of requests by follow-up code as plain files, <c>{Keys}/batches/{window}/{day}.key</c>: apart from the keys of the window, which
/// the seal destroys, and like them private and never cached.
/// </summary>
public sealed class BatchKeys(string keysDirectory, IKeyWrap wrap) : IBatchKeys
{
    private const string Ending = ".key";

    private readonly string _batches = Path.Combine(keysDirectory, "batches");

    public Task<IReadOnlyList<DateOnly>> FindAsync(Guid windowId, CancellationToken cancel)
    {
        var folder = Folder(windowId);
        IReadOnlyList<DateOnly> found = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*" + Ending).Select(Day).OfType<DateOnly>().Order()]
            : [];
        return Task.FromResult(found);
    }

    public Task<BoxKey> OpenAsync(Guid windowId, DateOnly batch, CancellationToken cancel) =>
        Task.FromResult(new BoxKey(KeyFile.Read(Folder(windowId), Name(batch), wrap, NameOf(windowId, batch)) ?? throw new BoxKeysMissingException()));

    public Task CreateAsync(Guid windowId, DateOnly batch, CancellationToken cancel)
    {
        KeyFile.Create(Folder(windowId), Name(batch), wrap, NameOf(windowId, batch));
        return Task.CompletedTask;
    }

    public Task DestroyAsync(Guid windowId, DateOnly batch, CancellationToken cancel)
    {
        wrap.Destroy(NameOf(windowId, batch));
        KeyFile.Destroy(Path.Combine(Folder(windowId), Name(batch)));
        PrivateFiles.Forget(Folder(windowId));
        return Task.CompletedTask;
    }

    // A wrapping key of the batch's own: the window's is gone by now, and each batch ends by itself.
    private static string NameOf(Guid windowId, DateOnly batch) => string.Create(CultureInfo.InvariantCulture, $"{windowId:D}.{batch:yyyy-MM-dd}");

    private static string Name(DateOnly batch) => batch.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + Ending;

    private static DateOnly? Day(string file) =>
        DateOnly.TryParseExact(Path.GetFileNameWithoutExtension(file), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string Folder(Guid windowId) => Path.Combine(_batches, windowId.ToString("D"));
}
