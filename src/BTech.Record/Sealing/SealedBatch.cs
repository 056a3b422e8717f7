using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using BTech.Record.Inputs;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.Sealing;

/// <summary>
/// The texts of a whole window between box and record: opened, given new ids, shuffled together, written. It lives for one transaction
/// only; memory is proportional to what was sent up to <paramref name="texts"/>' bound, and above it to the number of inputs.
/// </summary>
internal sealed class SealedBatch(Guid window, IReadOnlyDictionary<int, int> areaOfParagraph, PassingTexts texts)
{
    private readonly List<(Guid Id, string? Label)> _contributors = [];
    private readonly List<Input> _inputs = [];
    private readonly List<(byte[] Hash, Guid Input)> _lookups = [];
    private readonly List<byte[]> _requests = [];

    public IReadOnlyCollection<byte[]> Leaves => [.. _inputs.Select(input => input.Leaf)];

    public int Contributors => _contributors.Count;

    public int Inputs => _inputs.Count;

    public void Add(BoxContent content, string? label)
    {
        var contributor = Guid.NewGuid();
        // Sealed without ever being sent: there is no code, and the root is known to nobody.
        var root = content.Root ?? RandomNumberGenerator.GetBytes(Commitments.HashBytes);
        var number = 0;
        foreach (var (piece, text) in content.ToSeal)
        {
            var words = Encoding.UTF8.GetBytes(text.Whole());
            var area = piece.Place.FocusArea ?? AreaOf(piece.Place.Paragraph);
            var input = new Input(
                Guid.NewGuid(), contributor, area, piece.Place.Paragraph, piece.Kind, text.Language, text.Permission,
                Commitments.Leaf(root, number, area, piece.Place.Paragraph, piece.Kind, words), texts.Add(words));
            _inputs.Add(input);
            _lookups.Add((Commitments.LookupHash(root, number), input.Id));
            number++;
        }
        if (number == 0) return;
        _contributors.Add((contributor, label));
        _requests.Add(Commitments.RequestHash(root));
    }

    /// <summary>Writes everything; requests by code wait for the release on the given day, the first after the seal.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, IBatchKeys batches, DateOnly firstRelease, CancellationToken cancel)
    {
        // First of all, because a release takes the request boxes first too: neither then waits for the other.
        await RequestRewrite.CreateAsync(connection, batches, window, firstRelease, _requests, cancel);
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(_contributors));
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(_inputs));
        await using (var copy = await connection.BeginBinaryImportAsync("COPY record.contributor (id, window_id, group_label) FROM STDIN (FORMAT BINARY)", cancel))
        {
            foreach (var (id, label) in _contributors)
            {
                await copy.StartRowAsync(cancel);
                await copy.WriteAsync(id, NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(window, NpgsqlDbType.Uuid, cancel);
                await WriteAsync(copy, label, cancel);
            }
            await copy.CompleteAsync(cancel);
        }
        await using (var copy = await connection.BeginBinaryImportAsync(
            "COPY record.sealed_input (id, contributor_id, window_id, focus_area_number, paragraph_number, kind, text, language, permission, leaf) FROM STDIN (FORMAT BINARY)", cancel))
        {
            foreach (var input in _inputs)
            {
                await copy.StartRowAsync(cancel);
                await copy.WriteAsync(input.Id, NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(input.Contributor, NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(window, NpgsqlDbType.Uuid, cancel);
                await WriteAsync(copy, input.FocusArea, cancel);
                await WriteAsync(copy, input.Paragraph, cancel);
                await copy.WriteAsync((int)input.Kind, NpgsqlDbType.Integer, cancel);
                var words = texts.Get(input.Text);
                await copy.WriteAsync(words, NpgsqlDbType.Text, cancel);
                CryptographicOperations.ZeroMemory(words);
                await copy.WriteAsync(input.Language, NpgsqlDbType.Text, cancel);
                await copy.WriteAsync((int)input.Permission, NpgsqlDbType.Integer, cancel);
                await copy.WriteAsync(input.Leaf, NpgsqlDbType.Bytea, cancel);
            }
            await copy.CompleteAsync(cancel);
        }
        await CodeLookups.WriteAsync(connection, _lookups, cancel);
    }

    private int? AreaOf(int? paragraph) => paragraph is { } number && areaOfParagraph.TryGetValue(number, out var area) ? area : null;

    private static Task WriteAsync(NpgsqlBinaryImporter copy, int? number, CancellationToken cancel) =>
        number is { } value ? copy.WriteAsync(value, NpgsqlDbType.Integer, cancel) : copy.WriteNullAsync(cancel);

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancel) =>
        text is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(text, NpgsqlDbType.Text, cancel);

    private sealed record Input(
        Guid Id, Guid Contributor, int? FocusArea, int? Paragraph, InputKind Kind, string Language, QuotingPermission Permission,
        byte[] Leaf, PassingTexts.Passing Text);
}
