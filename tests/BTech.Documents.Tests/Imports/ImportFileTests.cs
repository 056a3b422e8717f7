using System.Text;
using BTech.Agenda.Consultations;
using BTech.Documents.Imports;
using BTech.Documents.Tests.Papers;
using BTech.Languages;
using BTech.Record.Imports;

namespace BTech.Documents.Tests.Imports;

/// <summary>What comes by other channels: which program wrote it, what of it are texts, and what is let go because it says who or when.</summary>
public sealed class ImportFileTests
{
    private static readonly FocusArea[] Areas = [.. new[] { (1, "Boards"), (2, "States and duties") }.Select(area => new FocusArea
    {
        Id = Guid.NewGuid(), ConsultationId = Guid.Empty, Number = area.Item1, Title = new LocalizedText([new("en", area.Item2), new("fr", $"Domaine {area.Item1}")]),
        ShortTitle = LocalizedText.InEnglish($"Area {area.Item1}"), Questions = LocalizedText.Empty,
    })];

    [Fact]
    public void LimeSurvey_CodesAndWords_LeavesTwoQuestionsAndAClosedOne()
    {
        var draft = Fixture("limesurvey.csv");
        Assert.Equal(ImportChannel.LimeSurvey, draft.Channel);
        Assert.Equal(
            [("Q2. Focus area 1: what should boards do?", 1, 1), ("Q3. How should companies name the risks of their technologies?", 2, 0), ("Q4. Do you agree?", 2, null)],
            draft.Parts.Select(part => (part.Name!, part.Texts.Count, part.Guess)));
        Assert.Equal(8, draft.LetGo.Count);
        Assert.Equal("Boards should name one member who answers for it,\nin every report.", draft.Parts[0].Texts[0]);
    }

    [Fact]
    public void EUSurvey_Semicolons_LeavesWhatWasWritten()
    {
        var draft = Fixture("eusurvey.csv");
        Assert.Equal(ImportChannel.EUSurvey, draft.Channel);
        Assert.Equal([("What should States do first?", 2, 0), ("Anything else?", 1, 0), ("Your country of origin", 2, (int?)null)], draft.Parts.Select(part => (part.Name!, part.Texts.Count, part.Guess)));
        Assert.Equal(["Contribution ID", "Creation date", "Last update", "User name", "Languages"], draft.LetGo);
    }

    [Fact]
    public void CitizenSpace_NamesAndOrganisations_AreLetGo()
    {
        var draft = Fixture("citizen-space.csv");
        Assert.Equal(ImportChannel.CitizenSpace, draft.Channel);
        Assert.Equal([("1: What is missing from the first focus area? - Missing", 2), ("2: Any other comments? - Comments", 1)], draft.Parts.Select(part => (part.Name!, part.Texts.Count)));
        Assert.Equal(["Response ID", "Submitted Date", "What is your name?", "What is your email address?", "Are you responding on behalf of an organisation?", "Organisation"], draft.LetGo);
    }

    /// <summary>Three rows of headings; what was handed over with the invitation is as little an answer as the name.</summary>
    [Fact]
    public void Qualtrics_ThreeHeadingRows_LeavesTheQuestionsByTheirWords()
    {
        var draft = Fixture("qualtrics.csv");
        Assert.Equal(ImportChannel.Qualtrics, draft.Channel);
        Assert.Equal([("On area 2: what would help you most?", 2, 2), ("Is there a question we did not ask?", 1, 0)], draft.Parts.Select(part => (part.Name!, part.Texts.Count, part.Guess!.Value)));
        Assert.Contains("department", draft.LetGo);
        Assert.Equal(17, draft.LetGo.Count);
    }

    [Fact]
    public void PlainTable_ColumnsThatNameAreas_GoThere()
    {
        var draft = Fixture("plain.tsv");
        Assert.Equal((ImportChannel.Table, false), (draft.Channel, draft.IsRunning));
        Assert.Equal([("Comments on area 1", 1, 1), ("Comments on area 2", 2, 2), ("Rating", 2, (int?)null)], draft.Parts.Select(part => (part.Name!, part.Texts.Count, part.Guess)));
        Assert.Equal([(1, "Comments on area 1"), (2, "Comments on area 2"), (2, "Comments on area 2")], draft.Texts([1, 2, null]).Select(text => (text.FocusAreaNumber!.Value, text.Part!)));
        Assert.Equal([null, null], draft.Texts([null, ImportDraft.Overall]).Select(text => text.FocusAreaNumber));
    }

    /// <summary>Nothing that says who or when is in a draft, under whatever name it stood in the file.</summary>
    [Theory]
    [InlineData("limesurvey.csv")]
    [InlineData("eusurvey.csv")]
    [InlineData("citizen-space.csv")]
    [InlineData("qualtrics.csv")]
    public void AnyLayout_WhoAndWhen_AreNotInTheDraft(string file)
    {
        var draft = Fixture(file);
        var held = string.Join('\n', draft.Parts.SelectMany(part => part.Texts).Concat(draft.Parts.Select(part => part.Name)));
        Assert.DoesNotMatch(@"Made-up|Invented|example\.org|2019-0|198\.51\.100|zoe\.madeup|ANON-|R_[12]a|0f8d2a0e|legal department", held);
    }

    /// <summary>The same program with its other headings: codes alone, words alone, a file without the row of import ids.</summary>
    [Theory]
    [InlineData("id,submitdate,lastpage,startlanguage,seed,Q1", ImportChannel.LimeSurvey)]
    [InlineData("Response ID,Date submitted,Last page,Start language,Seed,What is missing?", ImportChannel.LimeSurvey)]
    [InlineData("StartDate,Status,RecordedDate,ResponseId,UserLanguage,Q1", ImportChannel.Qualtrics)]
    [InlineData("Response ID,Date Submitted,Status,Progress,Alias,What is missing?", ImportChannel.CitizenSpace)]
    [InlineData("Alias,Contribution ID,Languages,Creation date,Last update,What is missing?", ImportChannel.EUSurvey)]
    public void OtherHeadings_OfTheSameProgram_AreKnown(string headings, ImportChannel channel)
    {
        var draft = Read(headings + "\n1,2,3,4,5,Those who mend things were not asked at all.\n").Draft!;
        Assert.Equal((channel, 5), (draft.Channel, draft.LetGo.Count));
        Assert.Equal(headings.Split(',')[^1], Assert.Single(draft.Parts).Name);
    }

    /// <summary>What people wrote under a word that a program uses stays, where no program has written the table.</summary>
    [Fact]
    public void PlainTable_TextsUnderAProgramsWord_AreTexts()
    {
        var draft = Read("Progress,Organisation\n\"Much has been done since the last meeting, and more is still to be done by those who promised it.\",\"An organisation of the sector should be asked each year what it has seen, and by whom.\"\n").Draft!;
        Assert.Equal(["Progress", "Organisation"], draft.Parts.Select(part => part.Name!));
        Assert.Empty(draft.LetGo);
    }

    /// <summary>A column is known by what stands in it, too: nobody's address comes in because the column is called "Q7".</summary>
    [Theory]
    [InlineData("zoe@example.org", "ann@example.org")]
    [InlineData("2019-08-01 10:22", "01/08/2019")]
    [InlineData("198.51.100.7", "2001:db8::7")]
    [InlineData("+41 44 555 01 23", "0041445550124")]
    [InlineData("0f8d2a0e-4a53-4d5e-8e1d-6a8a3c0b7f10", "7c1b6a52-9a53-4c0e-b1d7-2f8a3c0b7f11")]
    public void ColumnOfAddressesOrDays_UnderAnyName_IsLetGo(string first, string second)
    {
        var draft = Read($"Q7,Text\n\"{first}\",We miss a word on those who mend things.\n\"{second}\",Nothing is missing in our eyes.\n").Draft!;
        Assert.Equal(["Q7"], draft.LetGo);
        Assert.Equal("Text", Assert.Single(draft.Parts).Name);
    }

    [Theory]
    [InlineData("Prénom et nom")]
    [InlineData("¿Cuál es su nombre?")]
    [InlineData("Укажите вашу фамилию и имя: фамилия")]
    [InlineData("ما هو الاسم الكامل؟")]
    [InlineData("您的姓名")]
    [InlineData("Your organisation")]
    public void ColumnOfNames_InAnyLanguage_IsLetGo(string heading) =>
        Assert.Equal([heading], Read($"{heading},Text\nZoé Made-up,We miss a word on those who mend things.\n").Draft!.LetGo);

    /// <summary>One long cell among names makes no column of texts.</summary>
    [Fact]
    public void ColumnOfOrganisations_WithOneLongCell_IsLetGo()
    {
        var long81 = string.Concat(Enumerable.Repeat("An invented federation ", 4))[..81];
        var draft = Read($"Organisation,Text\nMade-up Ltd,We miss a word on those who mend things.\n{long81},Nothing is missing in our eyes.\nInvented Inc,Nothing at all is missing here.\n").Draft!;
        Assert.Equal(["Organisation"], draft.LetGo);
        Assert.Equal("Text", Assert.Single(draft.Parts).Name);
    }

    [Fact]
    public void TableOfNamesOnly_HasNoTexts() => Assert.Equal(ImportFault.NoTexts, Read("name,email\nZoé,zoe@example.org\n").Fault);

    [Fact]
    public void Encodings_Utf8AndUtf16ByTheirMarks_AreRead_OthersAreNot()
    {
        const string table = "Texte\nDes mots réels sur une longueur suffisante ici.\n";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Equal("Des mots réels sur une longueur suffisante ici.", ImportFile.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(table)], "a.csv", Areas, 0).Draft!.Parts[0].Texts[0]);
        Assert.Equal(ImportFault.BrokenEncoding, ImportFile.Read(Encoding.Latin1.GetBytes(table), "a.csv", Areas, 0).Fault);
        Assert.Equal(ImportFault.BrokenEncoding, ImportFile.Read(Encoding.Latin1.GetBytes(table), "a.txt", Areas, 0).Fault);
        Assert.Equal(ImportFault.BrokenEncoding, ImportFile.Read([.. Encoding.Unicode.GetBytes(table)], "a.csv", Areas, 0).Fault);
    }

    [Fact]
    public void BrokenTables_AreRefusedWithTheRow()
    {
        Assert.Equal((ImportFault.WrongRow, 3), Of(Read("Text,More\nOne,two\nOne\n")));
        Assert.Equal(ImportFault.WrongRow, Read("Text,More\nOne,\"two\n").Fault);
        Assert.Equal((ImportFault.WrongColumns, 1), Of(Read("Text,\nOne,two\n")));
        Assert.Equal((ImportFault.Empty, 0), Of(Read("")));
        Assert.Equal((ImportFault.Empty, 0), Of(Read("Text,More\n\n,\n")));
        Assert.Equal((ImportFault.UnknownFormat, 0), Of(ImportFile.Read("Text"u8.ToArray(), "a.pdf", Areas, 0)));
        Assert.Equal((ImportFault.NotADocument, 0), Of(ImportFile.Read("PK rubbish"u8.ToArray(), "a.docx", Areas, 0)));

        static (ImportFault?, int) Of(ImportReading reading) => (reading.Fault, reading.Row);
    }

    [Fact]
    public void TooMuch_IsRefused()
    {
        static string Rows(int count) => "Text,More\n" + string.Concat(Enumerable.Repeat("One.,Two.\n", count));
        Assert.Null(Read(Rows(ImportFile.MostRows)).Fault);
        Assert.Equal(ImportFault.TooManyRows, Read(Rows(ImportFile.MostRows + 1)).Fault);
        Assert.Equal(ImportFault.TooManyRows, Read(Rows(100_000)).Fault);
        Assert.Equal(ImportFault.TooLarge, ImportFile.Read(new byte[ImportFile.Largest + 1], "a.csv", Areas, 0).Fault);
    }

    [Fact]
    public void Note_HeadingsThatNameAreas_TakeWhatStandsUnderThem()
    {
        var draft = ImportFile.Note("""
            # Meeting in Tunis

            Forty people came.

            ## Boards
            One member should answer.

            They should report.
            ### Details
            Each year.

            ## Lunch
            It was good.

            Area 2: States and duties

            New laws are not needed.
            """, Areas, ImportDraft.Overall).Draft!;
        Assert.True(draft.IsRunning);
        Assert.Equal(
            [("Meeting in Tunis", 0, 1), ("Boards", 1, 2), ("Details", 1, 1), ("Lunch", 0, 1), ("Area 2: States and duties", 2, 1)],
            draft.Parts.Select(part => (part.Name!, part.Guess!.Value, part.Texts.Count)));
        Assert.Equal("One member should answer.\n\nThey should report.", draft.Texts([.. draft.Parts.Select(part => part.Guess)])[1].Text);
    }

    [Fact]
    public void Note_WithoutHeadings_GivesAChoiceForEachPassage_AndJoinsNeighbours()
    {
        var draft = ImportFile.Note("First of all.\n\nIn this area they said what follows.\nStill the same.\n\nThird.", Areas, null).Draft!;
        Assert.Equal(3, draft.Parts.Count);
        Assert.All(draft.Parts, part => Assert.Null(part.Guess));
        Assert.Equal([(1, "First of all.\n\nIn this area they said what follows.\nStill the same."), (2, "Third.")], draft.Texts([1, 1, 2]).Select(text => (text.FocusAreaNumber!.Value, text.Text)));
        Assert.Equal(["First of all.", "Third."], draft.Texts([1, null, 1]).Select(text => text.Text));
        Assert.Equal(ImportFault.Empty, ImportFile.Note(" \n# Only a heading\n", Areas, 0).Fault);
    }

    [Theory]
    [InlineData("Focus area 2")]
    [InlineData("Domaine d'étude 2 : les États")]
    [InlineData("Esfera prioritaria 2")]
    [InlineData("Приоритетное направление 2")]
    [InlineData("重点领域2：国家")]
    [InlineData("مجال التركيز 2")]
    public void Note_FocusAreaByItsNumber_IsKnownInSixLanguages(string heading) =>
        Assert.Equal((heading, 2), ImportFile.Note(heading + "\n\nWords.", Areas, 0).Draft!.Parts.Select(part => (part.Name!, part.Guess!.Value)).Single());

    /// <summary>A sentence that speaks of an area is no heading.</summary>
    [Fact]
    public void Note_SentenceThatNamesAnArea_IsAPassage() =>
        Assert.Equal(2, ImportFile.Note("Boards were discussed at length.\n\nNobody said more.", Areas, 0).Draft!.Parts.Count);

    /// <summary>A line that speaks of an area, with no stop at its end, keeps its words: they are a text, not the name of one.</summary>
    [Theory]
    [InlineData("- Boards and remedy should come first")]
    [InlineData("Keyboards should be cheaper")]
    [InlineData("On area 2 nobody spoke")]
    [InlineData("Focus area 2 was discussed at length")]
    public void Note_LineWithoutStopThatHoldsAName_IsAText(string line)
    {
        var draft = ImportFile.Note($"{line}\n\n# Boards\n\nWords.", Areas, 0).Draft!;
        Assert.Equal([line, "Words."], draft.Parts.Select(part => part.Texts[0]));
        using var file = HandmadeDocx.Of($"<w:p><w:r><w:t>{line}</w:t></w:r></w:p><w:p><w:r><w:t>Words.</w:t></w:r></w:p>");
        Assert.Equal([line, "Words."], ImportFile.Read(file.ToArray(), "notes", Areas, 0).Draft!.Parts.Select(part => part.Texts[0]));
    }

    /// <summary>What is said behind the name of an area is a text, where no text follows or it is too long for a title.</summary>
    [Fact]
    public void Note_WordsBehindTheNumberOfAnArea_AreNotLost()
    {
        var draft = ImportFile.Note("Focus area 1: nobody had anything to add\nFocus area 2 – the States that were there said that laws are needed before anything else\nThey were sure.", Areas, 0).Draft!;
        Assert.Equal(
            [("Focus area 1", 1, "nobody had anything to add"), ("Focus area 2", 2, "the States that were there said that laws are needed before anything else\n\nThey were sure.")],
            draft.Parts.Select(part => (part.Name!, part.Guess!.Value, string.Join("\n\n", part.Texts))));
    }

    [Theory]
    [InlineData("Boards")]
    [InlineData("1. Boards:")]
    [InlineData("Focus area 1 – Boards")]
    [InlineData("Area 1")]
    public void Note_LineThatIsTheNameAlone_IsAHeading(string line) =>
        Assert.Equal((line, 1), ImportFile.Note(line + "\n\nWords.", Areas, 0).Draft!.Parts.Select(part => (part.Name!, part.Guess!.Value)).Single());

    /// <summary>A heading that only holds the letters of a name in a longer word names nothing.</summary>
    [Fact]
    public void Note_HeadingWithANameInsideAWord_NamesNoArea() =>
        Assert.Equal(0, Assert.Single(ImportFile.Note("# Keyboards\n\nWords.", Areas, 0).Draft!.Parts).Guess);

    [Fact]
    public void Document_WordFile_IsReadInPlainWords()
    {
        using var file = HandmadeDocx.Of("<w:p><w:pPr><w:pStyle w:val='H2'/></w:pPr><w:r><w:t>Boards</w:t></w:r></w:p><w:p><w:r><w:t>They </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>must</w:t></w:r><w:r><w:t> report * once a year.</w:t></w:r></w:p>");
        var draft = ImportFile.Read(file.ToArray(), "notes", Areas, null).Draft!;
        Assert.Equal((ImportChannel.Document, "Boards", 1), (draft.Channel, draft.Parts[0].Name, draft.Parts[0].Guess));
        Assert.Equal("They must report * once a year.", Assert.Single(draft.Texts([1])).Text);
    }

    [Fact]
    public void LongText_IsDividedAtParagraphsAndLosesNoWord()
    {
        var paragraphs = Enumerable.Range(0, 40).Select(number => string.Join(' ', Enumerable.Repeat($"word{number}", 150))).ToList();
        var pieces = ImportFile.Note("Boards\n\n" + string.Join("\n\n", paragraphs), Areas, 0).Draft!.Texts([1]);
        Assert.True(pieces.Count > 1);
        Assert.All(pieces, piece => Assert.InRange(piece.Text.Length, 1, ImportBook.LongestText));
        Assert.Equal(string.Join("\n\n", paragraphs), string.Join("\n\n", pieces.Select(piece => piece.Text)));
        var without = new string('漢', ImportBook.LongestText - 1) + string.Concat(Enumerable.Repeat("👍", 20));
        var divided = ImportFile.Note("Boards\n\n" + without, Areas, 0).Draft!.Texts([1]);
        Assert.Equal(without, string.Concat(divided.Select(piece => piece.Text)));
        Assert.All(divided, piece => Assert.False(char.IsLowSurrogate(piece.Text[0])));
    }

    /// <summary>A note of a thousand passages is given by sections, not by a thousand choices.</summary>
    [Fact]
    public void Note_TooManyPassages_AreGivenBySections()
    {
        var draft = ImportFile.Note("# One\n\n" + string.Join("\n\n", Enumerable.Range(0, 1000).Select(number => $"Passage {number}.")), Areas, 0).Draft!;
        Assert.Equal(1000, Assert.Single(draft.Parts).Texts.Count);
        Assert.Equal(ImportFault.TooManyParts, ImportFile.Note(string.Concat(Enumerable.Range(0, 400).Select(number => $"# Heading {number}\n\nText.\n\n")), Areas, 0).Fault);
    }

    private static ImportDraft Fixture(string file)
    {
        var reading = ImportFile.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "imports", file)), file, Areas, ImportDraft.Overall);
        Assert.Null(reading.Fault);
        return reading.Draft!;
    }

    private static ImportReading Read(string table) => ImportFile.Read(Encoding.UTF8.GetBytes(table), "table.csv", Areas, ImportDraft.Overall);
}
