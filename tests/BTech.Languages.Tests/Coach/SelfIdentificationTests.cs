using System.Diagnostics;
using BTech.Languages.Coach;
using CsCheck;
using Xunit;

namespace BTech.Languages.Tests.Coach;

public sealed class SelfIdentificationTests
{
    private static readonly SelfIdentification Coach = new(Gazetteer.Shipped);

    private static readonly string[] Pieces =
    [
        "we at ", "Brightwater", "我们", "华为", "公司", "نحن في ", "شركة ", "هُوَاوِي", "мы в ", "Яндексе", "👍🏽", "e\u0301", ". ", "\n\n", " ", "+44 20 7946 0018", "a@b.example", "\ud83d", "1", "As the only ", "operator ", "Kenya",
    ];

    private static readonly Gen<string> AnyText = Gen.Int[0, Pieces.Length - 1].Select(which => Pieces[which]).Array[0, 25].Select(string.Concat);

    [Theory]
    [InlineData("Google LLC", "Ask YouTube about it.", "YouTube", Tell.OwnOrganisation)]
    [InlineData("Huawei", "这要问华为。", "华为", Tell.OwnOrganisation)]
    [InlineData("Brightwater Systems Ltd", "That is what BRIGHTWATER sells.", "BRIGHTWATER", Tell.OwnOrganisation)]
    [InlineData("International Centre for Fair Screens", "The ICFS was asked.", "ICFS", Tell.OwnOrganisation)]
    [InlineData("مؤسسة شاشات عادلة", "قالت مُؤَسَّسَةُ شاشات عادلة ذلك.", "مُؤَسَّسَةُ شاشات عادلة", Tell.OwnOrganisation)]
    [InlineData("Фонд «Честные экраны»", "Об этом писали в Фонде «Честные экраны».", "Фонде «Честные экраны»", Tell.OwnOrganisation)]
    public void Find_OwnOrganisation_IsMarkedWhateverStandsAroundIt(string organisation, string text, string passage, Tell tell) =>
        Assert.Equal([(passage, tell)], Marks(text, new OwnEntry(null, null, organisation, null)));

    [Theory]
    [InlineData("Amina Okonkwo", "It was Okonkwo who asked.", "Okonkwo")]
    [InlineData("Amina Okonkwo", "OKONKWO, AMINA asked.", "OKONKWO, AMINA")]
    [InlineData("José Álvarez", "Lo dijo Alvarez ayer.", "Alvarez")]
    [InlineData("Елена Воронцова", "Это слова Елены Воронцовой.", "Елены Воронцовой")]
    [InlineData("ليلى الحسيني", "هذا ما قالته لَيْلَى الحُسَيْنِيّ أمس.", "لَيْلَى الحُسَيْنِيّ")]
    [InlineData("陈晓梅", "这是陈晓梅说的。", "陈晓梅")]
    public void Find_OwnName_InItsForms_IsMarked(string name, string text, string passage) =>
        Assert.Equal([(passage, Tell.OwnName)], Marks(text, new OwnEntry(name, null, null, null)));

    [Theory]
    [InlineData("Will Grace", "Will this help? Grace periods would.")]
    [InlineData("Mark Long", "The mark was long.")]
    public void Find_OwnNameThatIsAWord_IsNotMarkedAsAWord(string name, string text) => Assert.Empty(Marks(text, new OwnEntry(name, null, null, null)));

    [Theory]
    [InlineData("Ministry of Justice of Kenya", "Courts in Kenya need time, and Justice is slow.")]
    [InlineData("Institute for Communication Technology", "The ICT sector grows.")]
    [InlineData("Signal", "A signal was lost.")]
    [InlineData("Access Now", "Researchers need access now.")]
    [InlineData("Digital Rights Watch", "Digital rights are human rights, and States watch. The Rights of all count.")]
    public void Find_EverydayWordsOfOnesOrganisation_AreNotMarked(string organisation, string text) => Assert.Empty(Marks(text, new OwnEntry(null, null, organisation, null)));

    [Theory]
    [InlineData("Write to max.muster@host.example today.", "max.muster@host.example", Tell.MailAddress)]
    [InlineData("Write to max (at) host.example today.", "max (at) host.example", Tell.MailAddress)]
    [InlineData("Call +44 20 7946 0018 today.", "Call +44 20 7946 0018", Tell.PhoneNumber)]
    [InlineData("Call (020) 7946 0018 today.", "(020) 7946 0018", Tell.PhoneNumber)]
    [InlineData("اتصلوا على ‎+٩٦٢ ٦ ٥٥٥ ٠١٢٣ اليوم", "+٩٦٢ ٦ ٥٥٥ ٠١٢٣", Tell.PhoneNumber)]
    [InlineData("It is ours: https://host.example/a_b?c=1.", "https://host.example/a_b?c=1", Tell.OwnWork)]
    public void Find_Addresses_AreMarked(string text, string passage, Tell tell) => Assert.Equal([(passage, tell)], Marks(text));

    [Theory]
    [InlineData("نحن شركة بمصر.", "نحن شركة بمصر", Tell.CountryAndKind)]
    [InlineData("As agencies in Kenya, they know.", "As agencies in Kenya", Tell.CountryAndKind)]
    [InlineData("Como exministro de Justicia, firmé.", "Como exministro de Justicia", Tell.Affiliation)]
    [InlineData("Our 300 engineers disagree.", "Our 300 engineers", Tell.Particulars)]
    public void Find_FormsOfAWord_AreTheWord(string text, string passage, Tell tell) => Assert.Equal([(passage, tell)], Marks(text));

    [Theory]
    [InlineData("Paragraphs 12-15, A/HRC/47/59 and ISO 26000:2010 of 2019-2020 say 1,200,000 or 3.14.")]
    [InlineData("The page https://www.ohchr.org/business explains it.")]
    [InlineData("Google and Huawei publish reports, in Kenya and in France. The ministry in Kenya agrees.")]
    [InlineData("As a first step, the company should ask. As the only way forward, States must act.")]
    [InlineData("As members of the Human Rights Council and as parties to the Covenant, States must act.")]
    [InlineData("On behalf of users, platforms decide.")]
    public void Find_WhatIsOnlySpokenOf_IsNotMarked(string text) => Assert.Empty(Marks(text));

    [Fact]
    public void Find_LinkToOnesOwnDomain_IsMarked_AndToAMailProviderIsNot()
    {
        const string text = "See reports.fair.example/2024 and mail.gmail.com for it.";
        Assert.Equal([("reports.fair.example/2024", Tell.OwnOrganisation)], Marks(text, new OwnEntry(null, null, null, "a@fair.example")));
        Assert.Empty(Marks(text, new OwnEntry(null, null, null, "a@gmail.com")));
    }

    [Fact]
    public void Find_NamesOfOthers_AreNotMarked() =>
        Assert.Empty(Marks("Nkosi and Brightwater Systems said so.", new OwnEntry("Amina Okonkwo", "Head of Policy", "Nordwind AG", "amina@nordwind.example")));

    [Fact]
    public void Find_Positions_CountCodePoints()
    {
        var mark = Assert.Single(Coach.Find("👍🏽👍 我们华为", OwnEntry.Nobody));
        Assert.Equal((4, 8), (mark.Start, mark.End));
    }

    [Fact]
    public void Find_MarksOnEachOther_AreOneUnderThePlainest() =>
        Assert.Equal([("We at Brightwater", Tell.OwnOrganisation)], Marks("We at Brightwater agree.", new OwnEntry(null, null, "Brightwater", null)));

    [Fact]
    public void Find_AnyText_GivesPlacesInItInOrderAndApart() => AnyText.Sample(text =>
    {
        var end = 0;
        foreach (var mark in Coach.Find(text, new OwnEntry("Li Brightwater", "Operator", "Brightwater", "a@b.example")))
        {
            Assert.True(mark.Start >= end && mark.End > mark.Start && mark.End <= CodePoints.Count(text), $"{mark} in {text}");
            end = mark.End;
        }
    });

    /// <summary>The longest text that a page takes, of the sort that a pattern could lose itself in.</summary>
    [Theory]
    [InlineData("we at the ")]
    [InlineData("as the only the of a ")]
    [InlineData("our 1 ")]
    [InlineData("a.b-")]
    [InlineData("+1 23 ")]
    [InlineData("мы в как и ")]
    [InlineData("نحن في من ")]
    [InlineData("我们的在作为")]
    [InlineData("en tant que le la de ")]
    [InlineData("como el la de ")]
    public void Find_LongestText_TakesLittleTime(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));
        Coach.Find(piece, OwnEntry.Nobody);
        var started = Stopwatch.GetTimestamp();
        Coach.Find(text, new OwnEntry("Amina Okonkwo", "Chief Privacy Officer", "Brightwater Systems Ltd", "a@brightwater.example"));
        var took = Stopwatch.GetElapsedTime(started);
        Assert.True(took < TimeSpan.FromSeconds(5), took.ToString());
        TestContext.Current.TestOutputHelper?.WriteLine($"{piece}: {took.TotalMilliseconds:F0} ms");
    }

    [Fact]
    public void Find_FiftyPages_TakesLittleTime()
    {
        var text = string.Join("\n\n", Language.All.SelectMany(Corpus.Clean));
        Coach.Find(text[..1000], OwnEntry.Nobody);
        var started = Stopwatch.GetTimestamp();
        Coach.Find(text, OwnEntry.Nobody);
        TestContext.Current.TestOutputHelper?.WriteLine($"{text.Length} characters: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms");
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void OwnEntry_Written_NamesNobody() => Assert.Equal("OwnEntry", new OwnEntry("Amina Okonkwo", "Chief", "Brightwater", "a@b.example").ToString());

    [Theory]
    [InlineData("countries")]
    [InlineData("organisations")]
    public void Gazetteer_IsSortedAndHoldsEachLineOnce(string file)
    {
        var lines = Gazetteer.Lines($"Gazetteer.{file}.txt").ToList();
        Assert.Equal(lines.Distinct().Order(Comparer<string>.Create(CompareCodePoints)), lines);
    }

    private static int CompareCodePoints(string one, string other) => one.EnumerateRunes().Select(rune => rune.Value).Zip(other.EnumerateRunes().Select(rune => rune.Value))
        .Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(order => order != 0) is var first and not 0 ? first : one.Length.CompareTo(other.Length);

    private static IEnumerable<(string Passage, Tell Tell)> Marks(string text, OwnEntry? own = null) =>
        Coach.Find(text, own ?? OwnEntry.Nobody).Select(mark => (CodePoints.Slice(text, mark.Start, mark.End), mark.Tell));
}
