using System.Security.Cryptography;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Testing;

namespace BTech.Record.Tests.Boxes;

/// <summary>A letter in its author's box: beside what the author wrote, and without a word about it to whoever hands it in.</summary>
public sealed class LetterTests(RecordSide record) : IClassFixture<RecordSide>
{
    [Fact]
    public async Task HandIn_LiesAsSentBesideWhatIsThere_AndTheAuthorMayChangeOrTakeItBack()
    {
        var author = (await record.OpenWindowAsync(1))[0];
        await record.Boxes.SaveAsync(author, RecordSide.Change("my own words, not sent"), default);
        var letter = Letter("what I wrote by post");
        Assert.True((await record.Boxes.HandInAsync(author, letter, default)).IsSaved);

        var content = (await record.Boxes.OpenAsync(author, default))!.Content;
        var own = content.At(Place.InFocusArea(1))!;
        Assert.Equal(("my own words, not sent", null), (own.Working!.Text, own.Sent));
        var place = new Place(1, Item: letter.Id);
        Assert.Equal((true, "what I wrote by post"), (content.At(place)!.IsHandedIn, content.At(place)!.Sent!.Text));
        Assert.True(FollowUpCode.TryParse(content.PendingCode, out _));

        Assert.True((await record.Boxes.SaveAsync(author, BoxChange.Of("p", new FieldChange(place, InputKind.Comment, 1, null)), default)).IsSaved);
        // Posted once more, it does not come back.
        Assert.True((await record.Boxes.HandInAsync(author, letter, default)).IsSaved);
        content = (await record.Boxes.OpenAsync(author, default))!.Content;
        Assert.Null(content.At(place)!.Working);
        Assert.True(content.At(place)!.IsHandedIn);
        Assert.True((await record.Boxes.WithdrawAsync(author, default)).IsSaved);
        Assert.False((await record.Boxes.OpenAsync(author, default))!.Content.IsSent);
    }

    /// <summary>Three boxes: never touched, filled to the brim, and one whose author removed every letter. The answers are the same, letter by letter.</summary>
    [Fact]
    [Invariant(29)]
    public async Task HandIn_AnswersTheSameWhateverTheAuthorDid()
    {
        var authors = await record.OpenWindowAsync(3);
        for (var area = 1; area < 30; area++)
        {
            await record.Boxes.SaveAsync(authors[1], RecordSide.Change(Noise(9_000), area), default);
            await record.Boxes.SaveAsync(authors[1], RecordSide.Change(Noise(700), 100 + area), default);
            await record.Boxes.SaveAsync(authors[1], RecordSide.Change(Noise(20), 200 + area), default);
        }
        for (var area = 300; area < 700; area++) await record.Boxes.SaveAsync(authors[1], RecordSide.Change("x", area), default);
        var answers = new List<SaveStatus>();
        for (var number = 0; number < 30; number++)
        {
            var letter = Letter(number % 5 == 0 ? Noise(500 + (40 * number)) : string.Concat(Enumerable.Repeat("We agree with the draft. ", 1 + number)));
            var same = new List<SaveStatus>();
            foreach (var author in authors) same.Add((await record.Boxes.HandInAsync(author, letter, default)).Status);
            answers.Add(Assert.Single(same.Distinct()));
            await record.Boxes.SaveAsync(authors[2], BoxChange.Of("p", new FieldChange(new Place(1, Item: letter.Id), InputKind.Comment, 1, null)), default);
            await record.Boxes.SaveAsync(authors[1], RecordSide.Change(Noise(400), 800 + number), default);
        }
        Assert.Equal([SaveStatus.Saved, SaveStatus.TooLong], answers.Distinct());
    }

    [Fact]
    public async Task HandIn_ManyShortLetters_EndWithTheRoomKeptForThem()
    {
        var author = (await record.OpenWindowAsync(1, boxBytes: 128 * 1024))[0];
        for (var number = 0; number < BoxContent.MaxLetterPieces; number++) Assert.True((await record.Boxes.HandInAsync(author, Letter($"Letter {number}"), default)).IsSaved);
        Assert.Equal(SaveStatus.TooLong, (await record.Boxes.HandInAsync(author, Letter("One more"), default)).Status);
    }

    [Fact]
    public async Task HandIn_AfterClosing_IsOver()
    {
        var author = (await record.OpenWindowAsync(1))[0];
        await record.ExecuteAsync($"UPDATE record.window_state SET closes_at = '{RecordSide.Start.AddMinutes(-5):O}' WHERE window_id = '{author.WindowId}'");
        Assert.Equal(SaveStatus.Over, (await record.Boxes.HandInAsync(author, Letter("late"), default)).Status);
    }

    [Fact]
    public async Task HandIn_UnreadableCharacters_AreRefused()
    {
        var author = (await record.OpenWindowAsync(1))[0];
        Assert.Equal(SaveStatus.Unreadable, (await record.Boxes.HandInAsync(author, Letter("a\0b"), default)).Status);
    }

    private static Letter Letter(string text) => new(Guid.NewGuid(), [new LetterPart(1, new PieceText(text, "en"))]);

    private static string Noise(int length) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(length))[..length];
}
