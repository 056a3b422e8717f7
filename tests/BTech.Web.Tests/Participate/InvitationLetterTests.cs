using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Mail;
using MimeKit;
using Npgsql;

namespace BTech.Web.Tests.Participate;

public sealed class InvitationLetterTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Queue_LiveInvitations_EachLetterHasAWorkingLinkOfItsOwn()
    {
        var window = await TestWindow.MakeAsync(_host);
        Assert.Equal(12, await QueueAsync(window.Id));

        var letters = new List<Letter>();
        await _host.WithAsync<Outbox>(async outbox =>
        {
            while (await outbox.TakeAsync((letter, _) => { letters.Add(letter); return Task.CompletedTask; }, default) == Taken.Sent) { }
        });

        Assert.Equal(12, letters.Select(letter => letter.Address).Distinct().Count());
        var letter = letters.Single(one => one.Address == "p1@example.org");
        Assert.Contains("Comments on the draft paper.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Geneva time", letter.Text, StringComparison.Ordinal);
        Assert.Contains("urgent@example.org", letter.Text, StringComparison.Ordinal);
        Assert.Contains("who said it may not", letter.Text, StringComparison.Ordinal);
        var link = letter.Text.Split('\n').Single(line => line.StartsWith("http://localhost/participate/", StringComparison.Ordinal));
        Assert.Contains(link, letter.Html, StringComparison.Ordinal);
        using var visitor = _host.NewVisitor();
        Assert.Equal("You are invited to comment", (await visitor.GetAsync(link)).Heading);
    }

    [Fact]
    public async Task Queue_PreparedOrRevoked_GetsNoLetter()
    {
        var window = await TestWindow.MakeAsync(_host, opened: false);

        Assert.Equal(0, await QueueAsync(window.Id));
    }

    [Fact]
    [LeakChannel(24)]
    public async Task Outbox_Dumped_ShowsNeitherLinkNorAddress()
    {
        var window = await TestWindow.MakeAsync(_host);
        await QueueAsync(window.Id);

        await using var connection = new NpgsqlConnection(_host.Database.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT string_agg(encode(protected, 'escape'), ' ') FROM people.outbox", connection);
        var dump = (string)(await command.ExecuteScalarAsync())!;
        Assert.DoesNotContain("participate", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", dump, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_InArabic_RunsFromRightToLeft()
    {
        var window = await TestWindow.MakeAsync(_host);
        var found = await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(window.Id, default));

        var letter = await _host.WithAsync<InvitationLetters, Letter>(letters => Task.FromResult(letters.Preview(found!, Language.Arabic, InvitationKind.Personal)));

        Assert.Contains("dir=\"rtl\"", letter.Html, StringComparison.Ordinal);
        Assert.Contains("http://localhost/ar/participate/", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_InvitedIntoTheOpenWindow_GetBoxThenLetterOnceAsAFile()
    {
        var window = await TestWindow.MakeAsync(_host);
        await _host.WithAsync<InvitationImport>(async import =>
        {
            using var file = new MemoryStream("name,role,organisation,group,email,language\nZoé,Chair,New,companies,new@example.org,fr\n"u8.ToArray());
            await import.ReadAsync(window.Id, file, ["companies"], save: true, default);
        });
        var found = await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(window.Id, default));

        Assert.Equal(1, await _host.WithAsync<InvitationLetters, int>(letters => letters.SendAsync(found!, default)));
        Assert.Equal(0, await _host.WithAsync<InvitationLetters, int>(letters => letters.SendAsync(found!, default)));
        await _host.RunAsync<MailJob>();

        var message = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(_host.MailFolder, "*.eml")));
        Assert.Equal("new@example.org", message.To.Mailboxes.Single().Address);
        Assert.Contains("http://localhost/fr/participate/", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("http://localhost/fr/participate/", message.HtmlBody, StringComparison.Ordinal);
        var link = message.TextBody!.Split('\n').Single(line => line.Contains("/fr/participate/", StringComparison.Ordinal) && line.StartsWith("http", StringComparison.Ordinal)).Trim();
        using var visitor = _host.NewVisitor();
        Assert.EndsWith("/participate/rule", (await visitor.SubmitAsync(await visitor.GetAsync(link))).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_SixLanguages_EachLetterSpeaksItsReadersOwn()
    {
        var window = await TestWindow.MakeAsync(_host);
        var csv = "name,role,organisation,group,email,language\n" + string.Concat(Language.All.Select(language => $"Reader,Chair,New,companies,{language.Code}@example.org,{language.Code}\n"));
        await _host.WithAsync<InvitationImport>(async import =>
        {
            using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
            Assert.True((await import.ReadAsync(window.Id, file, ["companies"], save: true, default)).IsClean);
        });
        var found = await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(window.Id, default));
        Assert.Equal(6, await _host.WithAsync<InvitationLetters, int>(letters => letters.SendAsync(found!, default)));
        await _host.RunAsync<MailJob>();

        var bodies = new Dictionary<string, string>();
        foreach (var path in Directory.GetFiles(_host.MailFolder, "*.eml"))
        {
            var message = await MimeMessage.LoadAsync(path);
            var code = message.To.Mailboxes.Single().Address.Split('@')[0];
            Assert.Equal(code, message.Body!.Headers[HeaderId.ContentLanguage]);
            Assert.Contains(code == "en" ? "http://localhost/participate/" : $"http://localhost/{code}/participate/", message.TextBody, StringComparison.Ordinal);
            Assert.Contains($"<html lang=\"{code}\" dir=\"{(code == "ar" ? "rtl" : "ltr")}\">", message.HtmlBody, StringComparison.Ordinal);
            Assert.DoesNotContain("Invitation.", message.TextBody, StringComparison.Ordinal);
            bodies[code] = message.TextBody!;
        }
        foreach (var (code, word) in new[] { ("en", "Your own link:"), ("fr", "Votre"), ("es", "Su "), ("ru", "ссылка"), ("ar", "رابط"), ("zh", "链接") })
            Assert.Contains(word, bodies[code], StringComparison.Ordinal);
        // The same sentence stands in no two of them.
        Assert.Equal(6, bodies.Values.Select(body => body.Split("\n\n").First(paragraph => paragraph.Contains("urgent@example.org", StringComparison.Ordinal))).Distinct().Count());
    }

    [Fact]
    public async Task Invited_IntoTheOpenWindow_CountsOnlyOnceTheBoxIsThere()
    {
        var window = await TestWindow.MakeAsync(_host);
        await _host.WithAsync<InvitationImport>(async import =>
        {
            using var file = new MemoryStream("name,role,organisation,group,email,language\nZoé,Chair,New,companies,new@example.org,fr\n"u8.ToArray());
            await import.ReadAsync(window.Id, file, ["companies"], save: true, default);
        });
        Assert.Equal((6, 3), await CountedAsync());
        using var visitor = _host.NewVisitor();
        Assert.Contains("6 people", (await TestWindow.EnterAsync(visitor, window.Code)).Text, StringComparison.Ordinal);
        await _host.RunAsync<MixJob>();
        Assert.Equal((7, 4), await CountedAsync());
        Assert.Contains("7 people", (await visitor.GetAsync("/participate/rule")).Text, StringComparison.Ordinal);

        async Task<(int, int)> CountedAsync()
        {
            var companies = (await _host.WithAsync<BTech.Record.Sealing.GroupCensus, IReadOnlyList<BTech.Record.Sealing.GroupSize>>(census => census.ReadAsync(window.Id, default)))
                .Single(group => group.Label == "companies");
            return (companies.Invited, companies.Reach.Organisations);
        }
    }

    private async Task<int> QueueAsync(Guid windowId)
    {
        var window = await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(windowId, default));
        var people = await _host.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(windowId, default));
        return await _host.WithAsync<InvitationLetters, int>(letters => letters.QueueAsync(window!, [.. people.Select(person => person.InvitationId)], default));
    }
}
