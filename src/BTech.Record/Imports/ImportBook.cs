using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BTech.Languages;
using BTech.Record.Boxes;
using BTech.Record.Disclosure;
using BTech.Record.Inputs;
using BTech.Record.Retention;
using BTech.Record.Sealing;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.Imports;

/// <summary>
/// Texts from other channels among the inputs of a sealed window. They are read, searched and coded like the rest and have no contributor: nobody was
/// invited to write them, nobody knows whether two of them are by one hand, so they are never counted where contributors are. The database holds to
/// that: a row is either sealed, with its leaf, or imported, without leaf and contributor.
/// </summary>
public sealed class ImportBook
{
    /// <summary>Most texts that are taken over together.</summary>
    public const int MostTexts = 20_000;

    /// <summary>Longest single text in characters: as long as one in a box.</summary>
    public const int LongestText = PieceText.MaxLength;

    /// <summary>Longest name of a source, and of a part of it.</summary>
    public const int LongestSource = 200;

    private readonly RecordContext _record;
    private readonly SearchTexts _search;

    internal ImportBook(RecordContext record, SearchTexts search) => (_record, _search) = (record, search);

    /// <summary>Takes texts over in one transaction: all of them or none, in random order under random ids, ready to be searched.</summary>
    /// <param name="id">A new version 4 id for the import: the same one sent twice adds nothing the second time.</param>
    /// <param name="windowId">The sealed window.</param>
    /// <param name="channel">By which channel they came.</param>
    /// <param name="source">What the team calls the source.</param>
    /// <param name="language">The language in which they are written.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ImportResult> AddAsync(
        Guid id, Guid windowId, ImportChannel channel, string? source, Language language, IReadOnlyCollection<ImportedText> texts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(texts);
        if (!TryName(source, out var named) || named is null) return ImportResult.SourceMissing;
        if (texts.Count > MostTexts) return ImportResult.TooMany;
        if (texts.Count == 0) return ImportResult.TextMissing;
        var rows = new List<Row>(texts.Count);
        foreach (var text in texts)
        {
            if (!Wording.TryClean(text.Text.Trim(), out var words) || !TryName(text.Part, out var part)) return ImportResult.Unreadable;
            if (string.IsNullOrEmpty(words) || words.Length > LongestText) return ImportResult.TextMissing;
            rows.Add(new Row(Guid.NewGuid(), text.FocusAreaNumber, part, words));
        }
        // No order of a file, in which texts of one hand lie side by side, reaches the table.
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(rows));
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        if (!await _record.Set<WindowStateRow>().AnyAsync(window => window.WindowId == windowId && window.State == WindowOnRecord.Sealed, cancel)) return ImportResult.NotThere;
        if (await _record.Imports.AnyAsync(known => known.Id == id, cancel)) return ImportResult.AlreadyThere;
        var import = new Import { Id = id, WindowId = windowId, Channel = channel, Source = named };
        _record.Imports.Add(import);
        try
        {
            await _record.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            _record.ChangeTracker.Clear();
            return ImportResult.AlreadyThere;
        }
        await WriteAsync((NpgsqlConnection)transaction.GetDbTransaction().Connection!, import, language, rows, cancel);
        // With their texts, what they are found by: a window whose inputs can all be found stays one.
        await _search.AddAsync(rows.ConvertAll(row => (row.Id, row.Text)), cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return ImportResult.Done;
    }

    /// <summary>The imports of a window by source.</summary>
    public async Task<IReadOnlyList<ListedImport>> ListAsync(Guid windowId, CancellationToken cancel)
    {
        var imports = await _record.Imports.AsNoTracking().Where(import => import.WindowId == windowId).Select(import => new
        {
            Import = import,
            Texts = _record.Inputs.Count(input => input.ImportId == import.Id),
        }).ToListAsync(cancel);
        var builtUpon = await _record.Database.SqlQueryRaw<Guid>(SealedTables.ImportsBuiltUpon, windowId).ToListAsync(cancel);
        return [.. imports.OrderBy(row => row.Import.Source, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Import.Id)
            .Select(row => new ListedImport(row.Import, DisclosureControl.ForTeam(row.Texts), builtUpon.Contains(row.Import.Id)))];
    }

    /// <summary>
    /// Takes a whole import back, as long as nobody has built on one of its texts. The tables are written anew without them, as for retention: what
    /// was taken over by mistake does not stay on the disk.
    /// </summary>
    public async Task<ImportResult> TakeBackAsync(Guid windowId, Guid importId, CancellationToken cancel)
    {
        if (!await _record.Imports.AnyAsync(import => import.Id == importId && import.WindowId == windowId, cancel)) return ImportResult.NotThere;
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        var connection = (NpgsqlConnection)transaction.GetDbTransaction().Connection!;
        if (await SealedTables.ReadAsync(connection, cancel) is not { } tables) return ImportResult.Busy;
        var texts = tables["sealed_input"].Rows.Where(input => input["import_id"] is Guid id && id == importId).Select(input => input.Of<Guid>("id")).ToHashSet();
        if (SealedTables.AreBuiltUpon(tables, texts)) return ImportResult.BuiltUpon;
        SealedTables.RemoveInputs(tables, texts);
        await tables.WriteAsync(cancel);
        await _record.Imports.Where(import => import.Id == importId).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return ImportResult.Done;
    }

    private static bool TryName(string? raw, out string? name)
    {
        var line = raw is null ? null : string.Join(' ', raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (!Wording.TryClean(line, out name)) return false;
        if (string.IsNullOrEmpty(name)) name = null;
        return name is not { Length: > LongestSource };
    }

    private static async Task WriteAsync(NpgsqlConnection connection, Import import, Language language, List<Row> rows, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY record.sealed_input (id, window_id, focus_area_number, kind, text, language, permission, import_id, import_part) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(row.Id, NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(import.WindowId, NpgsqlDbType.Uuid, cancel);
            if (row.FocusArea is { } area) await copy.WriteAsync(area, NpgsqlDbType.Integer, cancel);
            else await copy.WriteNullAsync(cancel);
            await copy.WriteAsync((int)InputKind.Imported, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(row.Text, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(language.Code, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync((int)QuotingPermission.Paraphrase, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(import.Id, NpgsqlDbType.Uuid, cancel);
            if (row.Part is { } part) await copy.WriteAsync(part, NpgsqlDbType.Text, cancel);
            else await copy.WriteNullAsync(cancel);
        }
        await copy.CompleteAsync(cancel);
    }

    private sealed record Row(Guid Id, int? FocusArea, string? Part, string Text);
}
