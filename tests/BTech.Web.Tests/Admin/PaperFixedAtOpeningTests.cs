using BTech.Agenda;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Testing;
using BTech.Web.Tests.Participate;
using Npgsql;

namespace BTech.Web.Tests.Admin;

/// <summary>The paper of a round is fixed before the round opens, also against a translation saved in the same instant.</summary>
public sealed class PaperFixedAtOpeningTests : IAsyncLifetime
{
    private static readonly Language French = Language.Find("fr")!;

    private TestHost _host = null!;
    private CommentWindow _window = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        var window = await TestWindow.MakeAsync(_host, opened: false);
        _window = (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(window.Id, default)))!;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("UPDATE agenda.comment_window SET is_opened = true")]
    [InlineData("UPDATE agenda.comment_window SET paper_version_id = (SELECT id FROM agenda.paper_version), is_opened = true")]
    public async Task Translate_WhileARoundIsBeingOpened_WaitsAndIsRefused(string opening)
    {
        if (opening.Contains("paper_version_id", StringComparison.Ordinal)) await _host.Database.ExecuteAsync("UPDATE agenda.comment_window SET paper_version_id = NULL");
        await using var connection = new NpgsqlConnection(_host.Database.Owner);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var open = new NpgsqlCommand(opening, connection, transaction)) await open.ExecuteNonQueryAsync();
        var translated = TranslateAsync();
        while (!translated.IsCompleted && await BlockedAsync() == 0) await Task.Yield();
        await transaction.CommitAsync();
        Assert.False(await translated);
        Assert.DoesNotContain("fr", (await PaperAsync()).Title.ByCode.Keys);
    }

    [Fact]
    public async Task Open_WhileATranslationIsBeingSaved_HasItFromTheFirstInstant()
    {
        // Held by nobody but us: the translation gets as far as its first row and waits there, with its locks.
        await using var connection = new NpgsqlConnection(_host.Database.Owner);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("SELECT FROM agenda.paragraph FOR UPDATE", connection, transaction)) await hold.ExecuteNonQueryAsync();
        var translated = TranslateAsync();
        while (await BlockedAsync() < 1) await Task.Yield();
        var opened = Task.Run(() => _host.WithAsync<CommentWindows, RoundSaving>(windows => windows.ChangeAsync(_window.Id, window => window.Open(), default)));
        while (!opened.IsCompleted && await BlockedAsync() < 2) await Task.Yield();
        Assert.False(opened.IsCompleted);
        await transaction.CommitAsync();
        Assert.True(await translated);
        Assert.Equal(RoundSaving.Saved, await opened);
        Assert.Equal("Projet", (await PaperAsync()).Title.ByCode["fr"]);
    }

    private Task<long> BlockedAsync() =>
        _host.Database.AskAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0");

    private Task<bool> TranslateAsync() => Task.Run(() => _host.WithAsync<ScopingPapers, bool>(papers => papers.TranslateAsync(PaperId, French, "Projet", ["Premier."], default)));

    private Guid PaperId => _window.PaperVersionId!.Value;

    private async Task<PaperVersion> PaperAsync() => (await _host.WithAsync<ScopingPapers, PaperVersion?>(papers => papers.FindAsync(PaperId, default)))!;
}
