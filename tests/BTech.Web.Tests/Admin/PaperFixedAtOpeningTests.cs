using BTech.Agenda;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Testing;
using BTech.Web.Tests.Participate;

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
        Assert.False(await _host.Database.ChangedUnderwayAsync(TranslateAsync, opening));
        Assert.DoesNotContain("fr", (await PaperAsync()).Title.ByCode.Keys);
    }

    [Fact]
    public async Task Open_WhileATranslationIsBeingSaved_HasItFromTheFirstInstant()
    {
        // Held by nobody but us: the translation gets as far as its first row and waits there, with its locks.
        await using var hold = await _host.Database.BeginAsync("SELECT FROM agenda.paragraph FOR UPDATE");
        var translated = Task.Run(TranslateAsync);
        await hold.UntilWaitedForAsync(translated);
        var opened = Task.Run(() => _host.WithAsync<CommentWindows, RoundSaving>(windows => windows.ChangeAsync(_window.Id, window => window.Open(), default)));
        await hold.UntilWaitedForAsync(opened, together: 2);
        await hold.CommitAsync();
        Assert.True(await translated);
        Assert.Equal(RoundSaving.Saved, await opened);
        Assert.Equal("Projet", (await PaperAsync()).Title.ByCode["fr"]);
    }

    private Task<bool> TranslateAsync() => _host.WithAsync<ScopingPapers, bool>(papers => papers.TranslateAsync(PaperId, French, "Projet", ["Premier."], default));

    private Guid PaperId => _window.PaperVersionId!.Value;

    private async Task<PaperVersion> PaperAsync() => (await _host.WithAsync<ScopingPapers, PaperVersion?>(papers => papers.FindAsync(PaperId, default)))!;
}
