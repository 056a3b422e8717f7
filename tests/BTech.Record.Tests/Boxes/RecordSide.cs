using System.Security.Cryptography;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Record.Sealing;
using BTech.Record.Tests.FollowUp;
using BTech.Record.Tests.Sealing;
using BTech.Testing;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace BTech.Record.Tests.Boxes;

/// <summary>The Record module alone on a database of its own, with keys in memory and a clock that stands still.</summary>
public sealed class RecordSide : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private TestDatabase _database = null!;

    public NpgsqlDataSource Source { get; private set; } = null!;

    public MemoryKeys Keys { get; } = new();

    public MemoryBatches Batches { get; } = new();

    public MemoryCopies Copies { get; } = new();

    public FakeTimeProvider Time { get; } = new(Start);

    public Record.Boxes.Boxes Boxes { get; private set; } = null!;

    public Mixing Mixing { get; private set; } = null!;

    public GroupCensus Census { get; private set; } = null!;

    public Task ExecuteAsSuperuserAsync(string sql) => _database.ExecuteAsync(sql);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabases.NewAsync();
        Source = NpgsqlDataSource.Create(_database.Record);
        Boxes = new Record.Boxes.Boxes(Source, Keys, Time);
        Mixing = new Mixing(Source, Keys);
        Census = new GroupCensus(Source);
    }

    public async ValueTask DisposeAsync()
    {
        if (Source is null) return;
        await Source.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>An open window with so many invited authors of one group.</summary>
    public async Task<IReadOnlyList<Author>> OpenWindowAsync(int authors, string group = "companies", int boxBytes = 32 * 1024)
    {
        var window = Guid.NewGuid();
        await Keys.CreateAsync(window, default);
        var invited = Enumerable.Range(0, authors).Select(_ => new Author(window, RandomNumberGenerator.GetBytes(32), group)).ToList();
        Assert.True(await Mixing.CreateAsync(window, Time.GetUtcNow().AddDays(28), boxBytes, 5, invited, default));
        return invited;
    }

    public static BoxChange Change(string text, int area = 1, int seen = 0, string? page = null, string language = "en") =>
        BoxChange.Of(page ?? Guid.NewGuid().ToString("N"), new FieldChange(Place.InFocusArea(area), InputKind.Comment, seen, new PieceText(text, language)));

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
