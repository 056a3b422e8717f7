using System.Text;
using BTech.Agenda.Windows;
using BTech.People.Invitations;

namespace BTech.People.Tests.Invitations;

public sealed class InviteeFileTests
{
    private const string Header = "name,role,organisation,group,email,language\n";

    [Fact]
    public async Task Read_GoodRows_TakesThemAll()
    {
        var file = await ReadAsync("honorific,kind,language,email,group,organisation,role,name\nDr,,fr,a@example.org,companies,\"Example, Inc.\",Counsel,Ann Ây\n,organisation,ar,b@example.org,Companies,Example Two,Director,Ben\n");

        Assert.Empty(file.Problems);
        Assert.Equal("Example, Inc.", file.Rows[0].Organisation);
        Assert.Equal("Dr", file.Rows[0].Honorific);
        Assert.Equal(InvitationKind.Organisation, file.Rows[1].Kind);
        Assert.Equal("companies", file.Rows[1].GroupLabel);
    }

    [Fact]
    public async Task Read_SemicolonsAndByteOrderMark_AreUnderstood()
    {
        var file = await ReadAsync("\uFEFFname;role;organisation;group;email;language\nAnn;Counsel;Example;companies;a@example.org;en\n");

        Assert.Empty(file.Problems);
        Assert.Single(file.Rows);
    }

    [Theory]
    [InlineData(",r,o,companies,a@example.org,en", RowReason.MissingField)]
    [InlineData("n,r,,companies,a@example.org,en", RowReason.MissingField)]
    [InlineData("n,r,o,companies,not an address,en", RowReason.BadAddress)]
    [InlineData("n,r,o,companies,a@b,en", RowReason.BadAddress)]
    [InlineData("n,r,o,companies,Ann <a@example.org>,en", RowReason.BadAddress)]
    [InlineData("n,r,o,pirates,a@example.org,en", RowReason.UnknownGroup)]
    [InlineData("n,r,o,companies,a@example.org,de", RowReason.UnknownLanguage)]
    [InlineData("n,r,o,companies,a@example.org", RowReason.WrongNumberOfFields)]
    [InlineData("n,r,o,companies,a@example.org,en,more", RowReason.WrongNumberOfFields)]
    [InlineData("n\u0007,r,o,companies,a@example.org,en", RowReason.BadCharacters)]
    [InlineData("n\u202E,r,o,companies,a@example.org,en", RowReason.BadCharacters)]
    public async Task Read_BadRow_NamesRowAndReason(string row, RowReason reason)
    {
        var file = await ReadAsync(Header + "Fine,r,o,companies,fine@example.org,en\n" + row + "\n");

        var problem = Assert.Single(file.Problems);
        Assert.Equal(3, problem.Row);
        Assert.Equal(reason, problem.Reason);
    }

    [Fact]
    public async Task Read_SeveralThingsWrong_NamesThemAll()
    {
        var file = await ReadAsync(Header + "n,r,o,pirates,nobody,xx\n" + new string('n', 201) + ",r,o,companies,a@example.org,en\n");

        Assert.Equal([RowReason.UnknownGroup, RowReason.BadAddress, RowReason.UnknownLanguage, RowReason.TooLong], file.Problems.Select(problem => problem.Reason));
    }

    [Theory]
    [InlineData("a@example.org", "A@Example.ORG")]
    [InlineData("jos\u00E9@example.org", "jose\u0301@example.org")]
    [InlineData("ann@example.org", "\uFF41nn@example.org")]
    [InlineData("ann@b\u00FCcher.example", "ann@xn--bcher-kva.example")]
    public async Task Read_SameAddressInAnotherForm_IsADuplicate(string first, string second)
    {
        var file = await ReadAsync($"{Header}n,r,o,companies,{first},en\nm,r,o,companies,{second},en\n");

        var problem = Assert.Single(file.Problems);
        Assert.Equal((3, RowReason.DuplicateInFile), (problem.Row, problem.Reason));
        Assert.Equal("2", problem.Arguments[1]);
    }

    [Fact]
    public async Task Read_TwoLinksForOneOrganisation_IsAProblem()
    {
        var file = await ReadAsync("name,role,organisation,group,email,language,kind\nn,r,Example,companies,a@example.org,en,organisation\nm,r,EXAMPLE ,companies,b@example.org,en,organisation\n");

        Assert.Equal(RowReason.SecondOrganisationLink, Assert.Single(file.Problems).Reason);
    }

    [Theory]
    [InlineData("name,role,organisation,group,email\n", "language")]
    [InlineData("name,role,organisation,group,email,language,salary\n", "salary")]
    [InlineData("name,name,role,organisation,group,email,language\n", "name")]
    public async Task Read_WrongHeader_NamesTheColumns(string header, string column)
    {
        var file = await ReadAsync(header + "x,x,x,x,x\n");

        var problem = Assert.Single(file.Problems);
        Assert.Equal((1, RowReason.WrongHeader), (problem.Row, problem.Reason));
        Assert.Equal(column, problem.Arguments[0]);
    }

    [Fact]
    public async Task Read_OnlyAHeader_SaysSo() => Assert.Equal(RowReason.NoRows, Assert.Single((await ReadAsync(Header)).Problems).Reason);

    [Fact]
    public async Task Read_Empty_SaysSo() => Assert.NotEmpty((await ReadAsync("")).Problems);

    [Fact]
    public async Task Read_Latin1_IsBrokenEncoding()
    {
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(Header + "Jos\u00E9,r,o,companies,a@example.org,en\n"));
        var file = new InviteeFile(["companies"], Counting.Persons);
        await file.ReadAsync(bytes, default);

        Assert.Equal(RowReason.BrokenEncoding, Assert.Single(file.Problems).Reason);
    }

    [Fact]
    public async Task Read_UnclosedQuote_IsAProblem()
    {
        var file = await ReadAsync(Header + "\"n,r,o,companies,a@example.org,en\nm,r,o,companies,b@example.org,en\n");

        Assert.Contains(file.Problems, problem => problem.Reason == RowReason.WrongNumberOfFields);
    }

    [Fact]
    public async Task Read_TooLarge_SaysSo()
    {
        using var bytes = new MemoryStream(new byte[InviteeFile.MostBytes + 1]);
        var file = new InviteeFile(["companies"], Counting.Persons);
        await file.ReadAsync(bytes, default);

        Assert.Equal(RowReason.TooLarge, Assert.Single(file.Problems).Reason);
    }

    [Fact]
    public async Task Read_PersonalCapacity_HasNoOrganisation()
    {
        var file = await ReadAsync(Header + "n,r,In a personal capacity,companies,a@example.org,en\n");

        Assert.Null(Assert.Single(file.Rows).Organisation);
    }

    [Fact]
    public async Task Read_WhereOrganisationsCount_ARowWithoutAKindIsAnOrganisation_AndNoneIsAPerson()
    {
        var file = await ReadAsync(
            Header.TrimEnd() + ",kind\nn,r,Example,companies,a@example.org,en,\nm,r,Example Two,companies,b@example.org,en,personal\nl,r,In a personal capacity,companies,c@example.org,en,\n",
            Counting.Organisations);

        Assert.Equal(InvitationKind.Organisation, Assert.Single(file.Rows).Kind);
        Assert.Equal([(3, RowReason.PersonWhereOrganisationsCount), (4, RowReason.OrganisationMissing)], file.Problems.Select(problem => (problem.Row, problem.Reason)));
    }

    private static async Task<InviteeFile> ReadAsync(string text, Counting counts = Counting.Persons)
    {
        using var bytes = PeopleSide.File(text);
        var file = new InviteeFile(["companies", "civil-society"], counts);
        await file.ReadAsync(bytes, default);
        return file;
    }
}
