using System.Security.Cryptography;
using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.DraftChecks;

/// <summary>
/// One rewriting of the boxes of all running checks inside the caller's transaction (<see cref="WrittenAnew"/>). A megabyte is written in a blink.
/// </summary>
internal sealed class AnswerRewrite(NpgsqlConnection connection, IBatchKeys keys) : IDisposable
{
    /// <summary>Size of every box.</summary>
    public const int BoxBytes = 2048;

    /// <summary>How many boxes a check has: as many answers it can take.</summary>
    public const int BoxesOfOne = 512;

    /// <summary>How many of them only answers without words may take: nobody can fill them with words so that others cannot stop a sentence.</summary>
    public const int WithoutWords = 192;

    private const string Table = "check_box";

    // No box belongs to anybody, so there is no tag to bind it to; the version of the report is bound in place of a window.
    private static readonly byte[] NoTag = new byte[32];

    private readonly Dictionary<Guid, BoxKey> _keys = [];
    private readonly List<Held> _boxes = [];

    /// <summary>Takes the turn: <see cref="WrittenAnew.TryLockAsync"/>.</summary>
    public static Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken cancel) => WrittenAnew.TryLockAsync(connection, Table, cancel);

    /// <summary>An unused box.</summary>
    public static byte[] Unused(BoxKey key, Guid report) => Box.Lock(key, report, NoTag, default(AnswerContent).ToBytes(), BoxBytes);

    /// <summary>Reads all boxes; those of a check whose key is gone stay closed.</summary>
    public async Task ReadAsync(CancellationToken cancel)
    {
        var rows = new List<(Guid Report, DateOnly OutOn, byte[] Box)>();
        await using (var read = new NpgsqlCommand("SELECT b.report_id, c.out_on, b.box FROM record.check_box b JOIN record.draft_check c USING (report_id)", connection))
        await using (var reader = await read.ExecuteReaderAsync(cancel))
            while (await reader.ReadAsync(cancel)) rows.Add((reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1), (byte[])reader[2]));
        foreach (var (report, outOn) in rows.Select(row => (row.Report, row.OutOn)).Distinct())
            await OpenAsync(report, outOn, cancel);
        foreach (var (report, _, box) in rows)
            _boxes.Add(new Held(report, box, _keys.TryGetValue(report, out var key) && Box.TryUnlock(key, report, NoTag, box) is { } content ? Read(content) : null));
    }

    /// <summary>Puts an answer into a box of a check. One that was sent before as it is, or says the same of the same sentence without words, is kept already.</summary>
    /// <returns>Nothing when its key is gone; else whether there was room.</returns>
    public bool? Put(Guid report, AnswerContent answer)
    {
        if (!_keys.ContainsKey(report)) return null;
        var used = _boxes.Where(box => box.Report == report).Select(box => box.Content).OfType<AnswerContent>().Where(content => content.IsUsed).ToList();
        if (used.Exists(one => one == answer || (answer.Words.Length == 0 && (one.Kind, one.Sentence, one.Words) == (answer.Kind, answer.Sentence, "")))) return true;
        if (answer.Words.Length > 0 && used.Count >= BoxesOfOne - WithoutWords) return false;
        var free = _boxes.FindIndex(box => box.Report == report && box.Content is { IsUsed: false });
        if (free < 0) return false;
        _boxes[free] = _boxes[free] with { Content = answer };
        return true;
    }

    /// <summary>Takes the boxes of a check out for good.</summary>
    /// <returns>The answers in random order; nothing, and the boxes stay, as long as not all of them can be opened: what was answered must not be lost to a folder that is not there for a moment.</returns>
    public IReadOnlyList<AnswerContent>? Take(Guid report)
    {
        AnswerContent[] opened = [.. _boxes.Where(box => box.Report == report).Select(box => box.Content).OfType<AnswerContent>()];
        if (opened.Length < BoxesOfOne) return null;
        AnswerContent[] answers = [.. opened.Where(answer => answer.IsUsed)];
        RandomNumberGenerator.Shuffle(answers.AsSpan());
        _boxes.RemoveAll(box => box.Report == report);
        return answers;
    }

    public Task WriteAsync(CancellationToken cancel) => WrittenAnew.WriteAsync(connection, Table, "id, report_id, box", _boxes, async (copy, box) =>
    {
        await copy.WriteAsync(Guid.NewGuid(), NpgsqlDbType.Uuid, cancel);
        await copy.WriteAsync(box.Report, NpgsqlDbType.Uuid, cancel);
        await copy.WriteAsync(box.Content is { } content ? Box.Lock(_keys[box.Report], box.Report, NoTag, content.ToBytes(), BoxBytes) : box.Raw, NpgsqlDbType.Bytea, cancel);
    }, cancel);

    public void Dispose()
    {
        foreach (var key in _keys.Values) key.Dispose();
    }

    // One check whose key is not there, or cannot be read for whatever reason, does not keep the others closed.
    private async Task OpenAsync(Guid report, DateOnly outOn, CancellationToken cancel)
    {
        try
        {
            if ((await keys.FindAsync(report, cancel)).Contains(outOn)) _keys[report] = await keys.OpenAsync(report, outOn, cancel);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // Its boxes are written back as they are.
        }
    }

    // A form that this version does not know stays closed and is written back as it is.
    private static AnswerContent? Read(ReadOnlySpan<byte> content)
    {
        try
        {
            return AnswerContent.From(content);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private sealed record Held(Guid Report, byte[] Raw, AnswerContent? Content);
}
