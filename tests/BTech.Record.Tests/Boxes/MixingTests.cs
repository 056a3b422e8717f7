using System.Security.Cryptography;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Testing;

namespace BTech.Record.Tests.Boxes;

public sealed class MixingTests(RecordSide record) : IClassFixture<RecordSide>
{
    [Fact]
    [Invariant(6, 28)]
    [LeakChannel(2)]
    public async Task Mix_ChangesEveryBoxAndOneTransactionWroteThemAll()
    {
        var authors = await record.OpenWindowAsync(20);
        await record.Boxes.SaveAsync(authors[3], RecordSide.Change("written"), default);
        Assert.True(await record.Mixing.IsDueAsync(default));
        var before = await BoxesAsync(authors[0].WindowId);
        Assert.True(await record.Mixing.MixAsync([], default));
        var after = await BoxesAsync(authors[0].WindowId);
        Assert.All(before, box => Assert.NotEqual(box.Value, after[box.Key]));
        Assert.False(await record.Mixing.IsDueAsync(default));
        Assert.Equal("written", (await record.Boxes.OpenAsync(authors[3], default))!.Content.At(Place.InFocusArea(1))!.Working!.Text);
    }

    [Fact]
    [Invariant(6)]
    [LeakChannel(4)]
    public async Task Mix_PutsTheRowsInAnotherOrder()
    {
        var window = (await record.OpenWindowAsync(40))[0].WindowId;
        var before = await OrderAsync(window);
        await record.Mixing.MixAsync([], default);
        Assert.NotEqual(before, await OrderAsync(window));
    }

    [Fact]
    public async Task Mix_WithNewcomers_GivesEachOneBoxHoweverOften()
    {
        var authors = await record.OpenWindowAsync(2);
        var newcomer = new Author(authors[0].WindowId, RandomNumberGenerator.GetBytes(32), "companies");
        Assert.Null(await record.Boxes.OpenAsync(newcomer, default));
        await record.Mixing.MixAsync([newcomer], default);
        await record.Boxes.SaveAsync(newcomer, RecordSide.Change("kept"), default);
        await record.Mixing.MixAsync([newcomer], default);
        Assert.Equal("kept", (await record.Boxes.OpenAsync(newcomer, default))!.Content.At(Place.InFocusArea(1))!.Working!.Text);
        Assert.Equal(3L, await record.ScalarAsync<long>($"SELECT count(*) FROM record.box WHERE window_id = '{newcomer.WindowId}'"));
    }

    [Fact]
    public async Task Mix_WindowWithoutKeys_MovesItsBoxesAsTheyAre()
    {
        var authors = await record.OpenWindowAsync(2);
        var before = await BoxesAsync(authors[0].WindowId);
        await record.Keys.DestroyAsync(authors[0].WindowId, default);
        Assert.True(await record.Mixing.MixAsync([], default));
        Assert.Equal(before, await BoxesAsync(authors[0].WindowId));
    }

    [Fact]
    public async Task Mix_WhileAnotherRuns_IsLeftForLater()
    {
        await record.OpenWindowAsync(1);
        await using var connection = await record.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        Assert.True(await BoxRewrite.TryLockAsync(connection, default));
        Assert.False(await record.Mixing.MixAsync([], default));
    }

    /// <summary>Everybody writes in two tabs while mixes run without a pause: nothing is lost, nothing doubled.</summary>
    [Fact]
    public async Task Save_MeetingMixesAndAnotherTab_IsNeitherLostNorDoubled()
    {
        var authors = await record.OpenWindowAsync(12);
        using var stop = new CancellationTokenSource();
        var mixes = 0;
        var mixing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                if (await record.Mixing.MixAsync([], default)) mixes++;
        });
        const int rounds = 12;
        var saved = await Task.WhenAll(authors.SelectMany(author => new[] { 1, 2 }.Select(area => WriteAsync(author, area))));
        await stop.CancelAsync();
        await mixing;

        Assert.True(mixes > 3, $"only {mixes} mixes");
        Assert.All(saved, count => Assert.Equal(rounds, count));
        foreach (var author in authors)
        {
            var content = (await record.Boxes.OpenAsync(author, default))!.Content;
            Assert.Equal(2, content.Pieces.Count);
            Assert.All(content.Pieces, piece => Assert.Equal(rounds, piece.Counter));
            Assert.All(content.Pieces, piece => Assert.Equal($"area {piece.Place.FocusArea} round {rounds}", piece.Working!.Text));
        }

        async Task<int> WriteAsync(Author author, int area)
        {
            var written = 0;
            for (var round = 1; round <= rounds; round++)
            {
                var change = RecordSide.Change($"area {area} round {round}", area, seen: round - 1, page: $"tab {area} round {round}");
                var result = await record.Boxes.SaveAsync(author, change, default);
                while (result.Status == SaveStatus.Busy) result = await record.Boxes.SaveAsync(author, change, default);
                if (result.IsSaved) written++;
            }
            return written;
        }
    }

    private async Task<Dictionary<string, string>> BoxesAsync(Guid window)
    {
        var boxes = new Dictionary<string, string>();
        await using var ask = record.Source.CreateCommand($"SELECT encode(tag, 'hex'), encode(box, 'hex') FROM record.box WHERE window_id = '{window}'");
        await using var reader = await ask.ExecuteReaderAsync();
        while (await reader.ReadAsync()) boxes.Add(reader.GetString(0), reader.GetString(1));
        return boxes;
    }

    private Task<string> OrderAsync(Guid window) =>
        record.ScalarAsync<string>($"SELECT string_agg(encode(tag, 'hex'), ',' ORDER BY ctid) FROM record.box WHERE window_id = '{window}'");
}
