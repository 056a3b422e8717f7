using System.Globalization;
using BTech.Record.Inputs;
using BTech.Testing;
using CsCheck;

namespace BTech.Record.Tests.Inputs;

/// <summary>What is found by words, in every script, frequent or rare, and what never is.</summary>
public sealed class SearchTests(SealedSide side) : IClassFixture<SealedSide>
{
    private static readonly string[] Texts =
    [
        "The Ministry's complaint mechanism, at 100% capacity.", "Les États achètent des équipements", "يجب أن يُسمع المشاركون في المُشاورات", "我们支持第四个重点领域和人权AI工具",
        "Министерства закупают технологии", "La participación de niñas y niños", "ｆｕｌｌ width; state-owned",
    ];

    [Theory]
    [InlineData("complaint", 0)]
    [InlineData("COMPLAINT mechan", 0)]
    [InlineData("mechan complaint", 0)]
    [InlineData("100%", 0)]
    [InlineData("\"complaint mechanism\"", 0)]
    [InlineData("at", 0)]
    [InlineData("etats", 1)]
    [InlineData("équip", 1)]
    [InlineData("مشارك", 2)]
    [InlineData("المشاورات", 2)]
    [InlineData("重点", 3)]
    [InlineData("权", 3)]
    [InlineData("人权 ai", 3)]
    [InlineData("министерств", 4)]
    [InlineData("закупают", 4)]
    [InlineData("NINAS", 5)]
    [InlineData("full", 6)]
    [InlineData("\"state owned\"", 6)]
    public async Task Words_InAnyScript_FindTheText(string words, int which)
    {
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, [.. Texts.Select(text => ((int?)1, text))]));
        Assert.Equal([ids[which]], await FoundAsync(window, words));
    }

    [Theory]
    [InlineData("om")]
    [InlineData("\"mechanism complaint\"")]
    [InlineData("领重")]
    [InlineData("complaint absent")]
    [InlineData("%")]
    [InlineData("__")]
    [InlineData("' OR 1=1 --")]
    public async Task Words_ThatNoTextHolds_FindNothing(string words)
    {
        var (window, _) = await side.WindowAsync(new SealedSide.Voice(null, [.. Texts.Select(text => ((int?)1, text))]));
        Assert.Empty(await FoundAsync(window, words));
    }

    /// <summary>Numbers are written with another minus sign in Arabic; what is stored must not be.</summary>
    [Fact]
    public async Task Texts_PreparedByAReaderInArabic_AreFound()
    {
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, [.. Texts.Select(text => ((int?)1, text))]));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar");
            Assert.Equal([ids[2]], await FoundAsync(window, "مشارك"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>With more texts than the first sample holds: walking for the frequent word, the index for the rare one, the same answer.</summary>
    [Fact]
    public async Task Words_FrequentRareAndAbsent_ShowEachInputOnceForwardsAndBack()
    {
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, [.. Enumerable.Range(0, 1300).Select(number => ((int?)1, number % 2 == 0 ? "a frequent word" : number % 130 == 1 ? "a rarity" : "another"))]));
        foreach (var (word, expected) in new[] { ("frequent", 650), ("rarity", 10), ("absent", 0) })
        {
            var pages = new List<InputPage> { await PageAsync(window, new() { Contains = word }) };
            while (pages[^1].HasNext) pages.Add(await PageAsync(window, new() { Contains = word }, pages[^1].Items[^1].Id));
            var all = pages.SelectMany(page => page.Items).Select(input => input.Id).ToList();
            Assert.Equal((word, expected), (word, all.Distinct().Count()));
            Assert.Equal(expected, all.Count);
            if (pages.Count < 2) continue;
            var back = await side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(SealedSide.Coder, window, new() { Contains = word }, before: pages[2].Items[0].Id));
            Assert.Equal(pages[1].Items.Select(input => input.Id), back.Items.Select(input => input.Id));
        }
        Assert.Equal(1300L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.search_text s JOIN record.sealed_input i ON i.id = s.input_id WHERE i.window_id = '{window}'"));
        Assert.Equal(1300, ids.Count);
    }

    [Fact]
    public async Task Words_WithinOrAcrossAMask_FindNothing()
    {
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "We at Example Ltd disagree.")));
        Assert.Single(await FoundAsync(window, "exam"));
        await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(ids[0], 6, 17, "an organisation", SealedSide.Coder, default));
        Assert.Empty(await FoundAsync(window, "exam"));
        Assert.Empty(await FoundAsync(window, "\"at disagree\" ltd"));
        Assert.Single(await FoundAsync(window, "disagree"));
        Assert.DoesNotContain("exampl", await side.ScalarAsync<string>($"SELECT words FROM record.search_text WHERE input_id = '{ids[0]}'"), StringComparison.Ordinal);
        var mask = Assert.Single(await side.AskAsync<Review, IReadOnlyList<Mask>>(review => review.MasksAsync(ids[0], default)));
        await side.AskAsync<Review, ReviewResult>(review => review.UnmaskAsync(ids[0], mask.Id, SealedSide.Coder, default));
        Assert.Single(await FoundAsync(window, "exam"));
    }

    [Fact]
    public async Task Words_MaskedBeforeAnybodySearched_FindNothing()
    {
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "We at Example Ltd disagree."), (1, "Others agree.")));
        await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(ids[0], 6, 17, "an organisation", SealedSide.Coder, default));
        Assert.Empty(await FoundAsync(window, "example"));
        Assert.Equal([ids[1]], await FoundAsync(window, "others"));
    }

    [Fact]
    [Invariant(22)]
    public async Task Words_OfWithdrawnOrSetAsideTexts_FindNothing()
    {
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "withdrawn words")), new SealedSide.Voice(null, (1, "hostile words")), new SealedSide.Voice(null, (1, "kept words")));
        Assert.Equal(3, (await FoundAsync(window, "words")).Count);
        await side.WithdrawAsync(ids[0]);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[1], SetAsideReasons.Hostile, SealedSide.Coder, default));
        Assert.Equal([ids[2]], await FoundAsync(window, "words"));
    }

    /// <summary>Whatever stretch of three or more letters of a text is looked for, the index holds what is asked of it and the words hold the pattern.</summary>
    [Fact]
    public void Needle_AnyStretchOfAWord_IsHeldByTheText() =>
        Gen.Select(Gen.Char["abcé жщمشة人权字 -"].Array[1, 30].Select(letters => new string(letters)), Gen.Int[0, 29], Gen.Int[1, 30]).Sample((text, start, length) =>
        {
            var words = SearchWords.Of(text);
            var tokens = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (tokens.Length == 0) return;
            var token = tokens[start % tokens.Length];
            var part = token[(start % token.Length)..Math.Min(token.Length, (start % token.Length) + length)];
            if (part.Length < 3 && part.Length != token.Length && token[0] < '一') return;
            var needle = Assert.Single(SearchWords.Needles(part));
            Assert.Subset(SearchWords.PiecesOf(words).ToHashSet(), needle.Pieces.ToHashSet());
            Assert.Contains(needle.Pattern.Trim('%'), words, StringComparison.Ordinal);
        });

    private async Task<List<Guid>> FoundAsync(Guid window, string words) => [.. (await PageAsync(window, new() { Contains = words })).Items.Select(input => input.Id)];

    private Task<InputPage> PageAsync(Guid window, InputFilter filter, Guid? after = null) =>
        side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(SealedSide.Coder, window, filter, after));
}
