using System.Collections.Concurrent;
using System.Net;
using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Record.Boxes;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Team.TwoPersons;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Tests.Admin;

namespace BTech.Web.Tests.Participate;

/// <summary>
/// Everybody writes and sends without a pause while the closing instant passes, boxes are mixed and the seal's job runs: what was acknowledged
/// is in, what came after is refused with its text, and nothing is there twice.
/// </summary>
public sealed class ClosingRaceTests : IAsyncLifetime
{
    private const int Authors = 12;

    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [Invariant(18)]
    [InlineData(0)]
    [InlineData(15)]
    public async Task Closing_UnderLoad_TakesWhatWasAcknowledgedBefore_AndNothingAfter(int lateSendingMinutes)
    {
        var window = await TestWindow.MakeAsync(_host, lateSendingMinutes: lateSendingMinutes);
        var round = await FindAsync(window);
        await AuthoriseAsync(window);
        // The forms are opened in time; with late-sending minutes the race is at their end, when pages cannot be opened any more.
        _host.Clock.SetUtcNow(round.ClosesAt.AddSeconds(-30));
        var authors = await Task.WhenAll(Enumerable.Range(1, Authors).Select(person => RacingAuthor.EnterAsync(window, person)));
        var last = round.ClosesAt.AddMinutes(lateSendingMinutes);
        _host.Clock.SetUtcNow(last.AddTicks(-1));

        using var done = new CancellationTokenSource();
        var beside = BesideAsync(done.Token);
        var isOver = new Signal();
        var racing = Task.WhenAll(authors.Select(author => Task.Run(() => author.RaceAsync(isOver))));
        // In the middle of it: everybody has had something acknowledged and goes on.
        await Task.WhenAll(authors.Select(author => author.HasSent));
        _host.Clock.SetUtcNow(last);
        isOver.Give();
        await racing;
        await done.CancelAsync();
        await beside;
        Assert.All(authors, author => Assert.Empty(author.Wrong));

        // Until the last instant of the holding time nothing is opened; on it, many jobs and late senders at once make one record.
        _host.Clock.SetUtcNow(round.SealsAt.AddTicks(-1));
        await _host.RunAsync<SealJob>();
        Assert.Equal(WindowState.Closed, (await FindAsync(window)).StateAt(_host.Clock.GetUtcNow()));
        _host.Clock.SetUtcNow(round.SealsAt);
        var late = Task.WhenAll(authors.Select(author => Task.Run(author.SendOnceMoreAsync)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _host.RunAsync<SealJob>())));
        Assert.DoesNotContain(await late, taken => taken);
        await _host.RunAsync<SealJob>();
        Assert.True((await FindAsync(window)).IsSealed);
        Assert.Equal(authors.Select(author => author.Sent).Order(StringComparer.Ordinal), await _host.Database.ListAsync("SELECT text FROM record.sealed_input ORDER BY text COLLATE \"C\""));
        var lines = await _host.WithAsync<AuditTrail, IReadOnlyList<AuditLine>>(audit => audit.PageAsync(1, 50, default));
        Assert.Single(lines, line => line.Action == "window sealed by the clock");
        foreach (var author in authors) author.Dispose();
    }

    private async Task BesideAsync(CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await _host.RunAsync<SealJob>(CancellationToken.None);
            await _host.WithAsync<Mixing, bool>(mixing => mixing.MixAsync([], CancellationToken.None));
        }
    }

    private async Task AuthoriseAsync(TestWindow window)
    {
        var crew = new Crew(_host);
        var (first, second) = (await crew.AddAsync("administrator", null, StaffRole.Administrator), await crew.AddAsync("clearance", null, StaffRole.Clearance));
        Assert.True(await _host.WithAsync<SealAuthorisations, bool>(both => both.AuthoriseAsync(window.Id, first.Id, second.Id, default)));
    }

    private async Task<CommentWindow> FindAsync(TestWindow window) => (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(window.Id, default)))!;

    private sealed class Signal
    {
        private volatile bool _isGiven;

        public bool IsGiven => _isGiven;

        public void Give() => _isGiven = true;
    }

    /// <summary>One of those who write until they are refused.</summary>
    private sealed class RacingAuthor(FormClient visitor, int person, VisitedPage area, VisitedPage check) : IDisposable
    {
        private readonly TaskCompletionSource _hasSent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private string _saved = "";

        /// <summary>The text that was last acknowledged as sent.</summary>
        public string Sent { get; private set; } = "";

        public Task HasSent => _hasSent.Task;

        public ConcurrentQueue<string> Wrong { get; } = [];

        public static async Task<RacingAuthor> EnterAsync(TestWindow window, int person)
        {
            var visitor = window.Host.NewVisitor();
            await TestWindow.EnterAndAcceptAsync(visitor, window.CodeOf(person));
            return new RacingAuthor(visitor, person, await OpenAsync(visitor, "/participate/focus-areas/1"), await OpenAsync(visitor, "/participate/check"));
        }

        public async Task RaceAsync(Signal isOver)
        {
            try
            {
                for (var turn = 1; await SaveAsync(Mark(turn), isOver) | await SendAsync(isOver); turn++) continue;
                // Once more, now that it is over for certain.
                while (!isOver.IsGiven) await Task.Yield();
                await SaveAsync(Mark(0), isOver);
                await SendAsync(isOver);
            }
            catch (Exception fault)
            {
                Wrong.Enqueue(fault.ToString());
            }
            finally
            {
                _hasSent.TrySetResult();
            }
        }

        /// <returns>Whether it was taken.</returns>
        public async Task<bool> SendOnceMoreAsync() =>
            (await visitor.SubmitAsync(check, button: "button[value=send]")).Status == HttpStatusCode.OK;

        public void Dispose() => visitor.Dispose();

        private async Task<bool> SaveAsync(string text, Signal isOver)
        {
            var page = await AskAsync(isOver, () => visitor.SubmitAsync(area, [("Text", text)], "form[data-autosave]"));
            if (page.Status == HttpStatusCode.OK) _saved = text;
            else if (!page.Body.Contains(text, StringComparison.Ordinal)) Wrong.Enqueue($"{page.Status} without the text {text}");
            return page.Status == HttpStatusCode.OK;
        }

        private async Task<bool> SendAsync(Signal isOver)
        {
            var page = await AskAsync(isOver, () => visitor.SubmitAsync(check, button: "button[value=send]"));
            if (page.Status != HttpStatusCode.OK) return false;
            Sent = _saved;
            _hasSent.TrySetResult();
            return true;
        }

        private async Task<VisitedPage> AskAsync(Signal isOver, Func<Task<VisitedPage>> ask)
        {
            while (true)
            {
                var isLate = isOver.IsGiven;
                var page = await ask();
                // While boxes are mixed one is asked to try again, and loses nothing.
                if (page.Status == HttpStatusCode.ServiceUnavailable) continue;
                if (page.Status is not (HttpStatusCode.OK or HttpStatusCode.Conflict)) Wrong.Enqueue($"{page.Status} at {page.Address}");
                if (isLate && page.Status == HttpStatusCode.OK) Wrong.Enqueue($"taken after the end at {page.Address}");
                return page;
            }
        }

        // A site with too much to do asks one to try again here as anywhere; any other answer than the page is a fault of the test.
        private static async Task<VisitedPage> OpenAsync(FormClient visitor, string address)
        {
            VisitedPage page;
            do page = await visitor.GetAsync(address);
            while (page.Status == HttpStatusCode.ServiceUnavailable);
            Assert.Equal((HttpStatusCode.OK, address), (page.Status, page.Address.AbsolutePath));
            return page;
        }

        private string Mark(int turn) => FormattableString.Invariant($"ZQ{person}QZ in turn {turn}.");
    }
}
