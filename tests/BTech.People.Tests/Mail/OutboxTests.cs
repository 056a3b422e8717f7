using System.Collections.Concurrent;
using BTech.People.Mail;

namespace BTech.People.Tests.Mail;

public sealed class OutboxTests : IAsyncLifetime
{
    private PeopleSide _people = null!;

    public async ValueTask InitializeAsync() => _people = await PeopleSide.NewAsync();

    public ValueTask DisposeAsync() => _people.DisposeAsync();

    [Fact]
    public async Task Take_SentLetter_IsForgotten()
    {
        await AddAsync(1);
        var taken = new List<Letter>();

        Assert.Equal(Taken.Sent, await TakeAsync((letter, _) => { taken.Add(letter); return Task.CompletedTask; }));
        Assert.Equal(Taken.Nothing, await TakeAsync((_, _) => Task.CompletedTask));

        Assert.Equal("a0@example.org", Assert.Single(taken).Address);
        Assert.Equal(0, await _people.CountAsync("outbox"));
    }

    [Fact]
    public async Task Take_SenderFails_LetterWaitsAndIsTriedAgain()
    {
        await AddAsync(1);

        Assert.Equal(Taken.Failed, await TakeAsync((_, _) => throw new IOException("down")));
        Assert.Equal(Taken.Nothing, await TakeAsync((_, _) => Task.CompletedTask));
        _people.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Taken.Sent, await TakeAsync((_, _) => Task.CompletedTask));
    }

    [Fact]
    public async Task Take_UselessByNow_IsForgottenUnsent()
    {
        var uselessFrom = _people.Clock.GetUtcNow().AddHours(1);
        await _people.WithAsync<Outbox>(outbox => outbox.AddAsync(Guid.NewGuid(), [new Letter("a@example.org", "A", "en", "Subject", "Text", "<p>Text</p>") { UselessFrom = uselessFrom }], default));
        Assert.Equal(Taken.Failed, await TakeAsync((_, _) => throw new IOException("down")));

        _people.Clock.SetUtcNow(uselessFrom);

        Assert.Equal(Taken.TooLate, await TakeAsync((_, _) => throw new InvalidOperationException("It was sent.")));
        Assert.Equal(0, await _people.CountAsync("outbox"));
    }

    [Fact]
    public async Task Take_FourNodesAtOnce_SendEachLetterOnce()
    {
        await AddAsync(40);
        var sent = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (await TakeAsync(async (letter, cancel) => { await Task.Delay(2, cancel); sent.Add(letter.Address); }) == Taken.Sent) { }
        }));

        Assert.Equal(40, sent.Count);
        Assert.Equal(40, sent.Distinct().Count());
    }

    private Task AddAsync(int count) => _people.WithAsync<Outbox>(outbox => outbox.AddAsync(Guid.NewGuid(), 
        Enumerable.Range(0, count).Select(i => new Letter(FormattableString.Invariant($"a{i}@example.org"), "A", "en", "Subject", "Text", "<p>Text</p>")), default));

    private Task<Taken> TakeAsync(Func<Letter, CancellationToken, Task> send) => _people.WithAsync<Outbox, Taken>(outbox => outbox.TakeAsync(send, default));
}
