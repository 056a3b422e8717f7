using System.Globalization;
using System.Text;
using BTech.Languages;
using BTech.Record.Similarity;
using CsCheck;

namespace BTech.Record.Tests.Similarity;

/// <summary>Planted copies are found in six scripts, texts of their own are left alone, and the order plays no part.</summary>
public sealed class NearDuplicatesTests
{
    // Letters of which words are made up; Chinese has no blanks between its words.
    private static readonly (string Letters, string Blank)[] Scripts =
    [
        ("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", " "),
        ("人权企业应当尊重保护补救政府社会技术风险影响评估数据隐私安全平台算法透明责任法律公众参与意见报告建议问题国家组织工人儿童妇女", ""),
        ("abcdefghijklmnopqrstuvwxyz", " "),
        ("abcdéèêëfghîijklmnôœpqrstùuvç", " "),
        ("абвгдежзийклмнопрстуфхцчшщыьэюя", " "),
        ("abcdefghijklmnñopqrstuáéíóúvxyz", " "),
    ];

    private static readonly Gen<string> Comment = Gen.Select(Gen.Int[0, 5], Gen.Int[45, 120], Gen.Int).Select((script, words, seed) => Text(script, words, new Random(unchecked((seed * 131) + (words * 7) + script))));

    [Fact]
    public void Of_ChangedCaseSpacingMarksAndAFewWords_IsOneGroup() =>
        Gen.Select(Comment, Gen.Int).Sample((text, seed) =>
        {
            var random = new Random(seed);
            var others = Enumerable.Range(0, 20).Select(_ => Text(random.Next(Scripts.Length), random.Next(45, 120), random));
            string[] planted = [text, Spaced(text.ToUpper(CultureInfo.InvariantCulture)), Marked(text), Edited(text, random)];
            var all = planted.Concat(others).ToArray();
            var group = Assert.Single(NearDuplicates.Of(all));
            Assert.Equal([0, 1, 2, 3], group);
        }, iter: 60, threads: 1);

    [Fact]
    public void Of_TextsOfTheirOwn_FindsNothing() =>
        Comment.Array[0, 40].Sample(texts => Assert.Empty(NearDuplicates.Of([.. texts.Distinct(StringComparer.Ordinal)])), iter: 60, threads: 1);

    [Fact]
    public void Of_AnyOrder_GivesTheSameGroups() =>
        Gen.Select(Comment.Array[1, 12], Gen.Int).Sample((texts, seed) =>
        {
            var random = new Random(seed);
            // From nearly the same to hardly alike, so that the limit itself is tried.
            var all = texts.SelectMany(text => Enumerable.Range(0, random.Next(1, 6)).Select(times => Enumerable.Range(0, times * 3).Aggregate(text, (changed, _) => Edited(changed, random)))).ToArray();
            var shuffled = all.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(Grouped(all), Grouped(shuffled));
        }, iter: 100, threads: 1);

    [Theory]
    [InlineData("Please do not let this area become a collection of new laws.", "please   do NOT let this area become a collection of new laws!")]
    [InlineData("نرجو ألا يصبح هذا المجال مجرد مجموعة من القوانين الجديدة", "نَرجو الا يصبح هـذا المجال مجرد مجموعة من القوانين الجديدة.")]
    [InlineData("请不要让这一领域变成新法律的汇编，我们需要的是补救。", "请不要让这一领域 变成新法律的汇编 我们需要的是补救！")]
    [InlineData("Faites que ce domaine ne devienne pas un recueil de lois nouvelles.", "FAITES QUE CE DOMAINE NE DEVIENNE PAS UN RECUEIL DE LOIS NOUVELLES")]
    [InlineData("Пусть это направление не станет собранием новых законов и правил.", "пусть это направление не станет собранием новых законов — и правил")]
    [InlineData("Que esta esfera no se convierta en una colección de leyes nuevas.", "Que esta esfera no se convierta en una coleccion de leyes nuevas...")]
    public void Of_TheSameWordsWrittenOtherwise_IsOneGroup(string one, string other) => Assert.Equal([0, 1], Assert.Single(NearDuplicates.Of([one, other])));

    [Fact]
    public void Of_ShortAssent_IsNoCampaign() => Assert.Empty(NearDuplicates.Of(["I agree with this text.", "I agree with this text.", "", "", "同意。", "同意。"]));

    [Fact]
    public void Of_ALargeCrowdOfVariants_IsStillOneGroup()
    {
        var random = new Random(7);
        var text = Text(2, 80, random);
        var crowd = Enumerable.Range(0, 400).Select(_ => Edited(text, random)).ToArray();
        Assert.Equal(400, Assert.Single(NearDuplicates.Of(crowd)).Count);
    }

    private static IEnumerable<string> Grouped(string[] texts) =>
        NearDuplicates.Of(texts).Select(group => string.Join('\n', group.Select(at => texts[at]).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);

    private static string Text(int script, int words, Random random)
    {
        var (letters, blank) = Scripts[script];
        var text = new StringBuilder();
        for (var word = 0; word < words; word++)
        {
            for (var letter = random.Next(2, 9); letter > 0; letter--) text.Append(letters[random.Next(letters.Length)]);
            text.Append(word % 12 == 11 ? "." + blank : blank);
        }
        return text.ToString().Trim();
    }

    private static string Spaced(string text) => " " + text.Replace(" ", "  \n", StringComparison.Ordinal).Replace(".", " . ", StringComparison.Ordinal);

    private static string Marked(string text) => "«" + text.Replace(".", "!", StringComparison.Ordinal) + "»…";

    // Another word in two places, and a word more in front.
    private static string Edited(string text, Random random)
    {
        var words = WordPieces.Of(text).ToArray();
        for (var edits = 0; edits < 2; edits++)
        {
            var at = random.Next(words.Length);
            if (WordPieces.IsWord(words[at])) words[at] = words[at][..1] + words[at];
        }
        return words[0] + " " + string.Concat(words);
    }
}
