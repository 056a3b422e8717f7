using System.Net;
using BTech.Team.Accounts;
using BTech.Team.Audit;
using BTech.Team.Passkeys;
using BTech.Team.Roles;
using BTech.Team.Sessions;
using BTech.Testing;
using BTech.Web.Tests.Admin;

namespace BTech.Web.Tests.Account;

public sealed class PasskeyTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private Crew _crew = null!;
    private StaffMember _member = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _crew = new Crew(_host);
        _member = await _crew.AddAsync("administrator", null, StaffRole.Administrator);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Add_FirstPasskey_GivesRecoveryCodesAndEndsSessionsOfThePasswordAlone()
    {
        using var visitor = await _crew.SignInAsync("administrator");
        using var elsewhere = await _crew.SignInAsync("administrator");
        Assert.Contains("no passkey yet", (await visitor.GetAsync("/account/passkeys")).Text, StringComparison.Ordinal);

        var key = new SoftAuthenticator();
        var done = await AddAsync(visitor, key, "  Office laptop  ");
        Assert.Equal("Your passkey is added", done.Heading);
        var codes = done.Document.QuerySelectorAll("main li code").Select(code => code.TextContent).ToList();
        Assert.Equal(SecondFactor.RecoveryCodes, codes.Count);
        Assert.Contains("Office", (await visitor.GetAsync("/account/passkeys")).Text, StringComparison.Ordinal);
        Assert.Equal("/account/login", (await elsewhere.GetAsync("/account")).Address.AbsolutePath);

        // From now on a password is not enough, whatever the code; a recovery code beside it works once.
        Assert.Equal(HttpStatusCode.BadRequest, (await TryPasswordAsync(null)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await TryPasswordAsync("000000")).Status);
        Assert.Equal("/account", (await TryPasswordAsync(codes[0])).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.BadRequest, (await TryPasswordAsync(codes[0])).Status);

        // A second passkey ends nothing and has no codes of its own.
        var second = await AddAsync(visitor, new SoftAuthenticator(), "Telephone");
        Assert.Empty(second.Document.QuerySelectorAll("main li code"));
        Assert.Equal(
            [("passkey added", "Telephone"), ("passkey added", "Office laptop")],
            (await LinesAsync()).Where(line => line.Action == "passkey added").Select(line => (line.Action, line.Subject!)));
    }

    [Fact]
    public async Task SignIn_WithPasskey_CountsAsBothFactorsAndIsInTheAudit()
    {
        var key = await HolderAsync();
        using var visitor = _host.NewVisitor();
        var asked = await visitor.GetAsync("/admin/staff");
        var link = asked.Document.QuerySelector("a[href*='/account/login/passkey']")!.GetAttribute("href")!;
        var page = await visitor.GetAsync(link);
        var arrived = await visitor.SubmitAsync(page, [("Credential", key.Get(Options(page)))]);
        Assert.Equal("/admin/staff", arrived.Address.AbsolutePath);
        Assert.Contains("passkey", arrived.Document.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("signs in with a password alone", arrived.Text, StringComparison.Ordinal);
        var line = (await LinesAsync())[0];
        Assert.Equal(("administrator@example.org", "signed in with a passkey", "Laptop"), (line.Who, line.Action, line.Subject));
    }

    [Fact]
    public async Task SignIn_WhateverIsWrong_IsOneAnswer()
    {
        var key = await HolderAsync();
        var pages = new List<VisitedPage>();
        await RefusedAsync(options => "");
        await RefusedAsync(options => "{}");
        await RefusedAsync(options => "not even JSON");
        await RefusedAsync(options => new string('x', 100_000));
        await RefusedAsync(options => Unknown(options));
        await RefusedAsync(options => key.Get(options).Replace("\"signature\":\"ME", "\"signature\":\"MF", StringComparison.Ordinal));
        key.Origin = "http://evil.example";
        await RefusedAsync(key.Get);
        key.Origin = "http://localhost";
        key.KnowsItsOwner = false;
        await RefusedAsync(key.Get);
        key.KnowsItsOwner = true;
        // A copy of the key lags behind in its counting.
        key.Count = 0;
        await SignInAsync(key);
        await SignInAsync(key);
        key.Count = 0;
        await RefusedAsync(key.Get);
        key.Count = 100;
        await RefusedAsync(key.Get, closed: true);
        Assert.All(pages, page =>
        {
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Equal(pages[0].Text, page.Text);
        });

        async Task RefusedAsync(Func<string, string> answer, bool closed = false)
        {
            if (closed)
            {
                await _crew.AddAsync("another", null, StaffRole.Administrator);
                await _host.WithAsync<StaffAccounts, AssignmentOutcome>(accounts => accounts.CloseAsync(null, _member.Id, default));
            }
            using var visitor = _host.NewVisitor();
            var page = await visitor.GetAsync("/account/login/passkey");
            pages.Add(await visitor.SubmitAsync(page, [("Credential", answer(Options(page)))]));
            Assert.Equal("/account/login", (await visitor.GetAsync("/account")).Address.AbsolutePath);
        }

        static string Unknown(string options)
        {
            var stranger = new SoftAuthenticator();
            stranger.Create("""{"rp":{"id":"localhost"},"user":{"id":"bm9ib2R5"},"challenge":"x"}""");
            return stranger.Get(options);
        }
    }

    [Fact]
    public async Task SignIn_AnswerUsedBeforeOrElsewhereOrTooLate_IsRefused()
    {
        var key = await HolderAsync();
        using var visitor = _host.NewVisitor();
        var page = await visitor.GetAsync("/account/login/passkey");
        // Not counting at all, as passkeys do that are copied between devices: only the challenge tells a replay.
        key.Count = uint.MaxValue;
        var answer = key.Get(Options(page));

        using var other = _host.NewVisitor();
        await other.GetAsync("/account/login/passkey");
        Assert.Equal(HttpStatusCode.BadRequest, (await ReplayAsync(other)).Status);
        Assert.Equal("/account", (await visitor.SubmitAsync(page, [("Credential", answer)])).Address.AbsolutePath);
        await visitor.SubmitAsync(await visitor.GetAsync("/account"), form: "main form[action$='/account/logout']");
        Assert.Equal(HttpStatusCode.BadRequest, (await ReplayAsync(visitor)).Status);

        var late = await visitor.GetAsync("/account/login/passkey");
        var tooLate = key.Get(Options(late));
        _host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(late, [("Credential", tooLate)])).Status);

        // A form of one's own with the first page's challenge and its answer.
        async Task<VisitedPage> ReplayAsync(FormClient who) =>
            await who.SubmitAsync(await who.GetAsync("/account/login/passkey"), [("SealedChallenge", page.Value("SealedChallenge")), ("Credential", answer)]);
    }

    [Fact]
    public async Task SignIn_AnswerPostedTwiceAtOnce_BeginsOneSession()
    {
        var key = await HolderAsync();
        key.Count = uint.MaxValue;
        using var visitor = _host.NewVisitor();
        var page = await visitor.GetAsync("/account/login/passkey");
        var answer = key.Get(Options(page));
        var before = (await LinesAsync()).Count(line => line.Action == "signed in with a passkey");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => visitor.SubmitAsync(page, [("Credential", answer)])));
        Assert.Equal(before + 1, (await LinesAsync()).Count(line => line.Action == "signed in with a passkey"));
    }

    [Fact]
    public async Task SignIn_AccountRestsAfterWrongPasswords_PasskeyStillOpensIt()
    {
        var key = await HolderAsync();
        for (var tries = 0; tries < PasswordCheck.Tries; tries++) await TryPasswordAsync("000000");
        await SignInAsync(key);
    }

    [Fact]
    public async Task SignIn_WithoutItsToken_IsRefused()
    {
        var key = await HolderAsync();
        using var visitor = _host.NewVisitor();
        var page = await visitor.GetAsync("/account/login/passkey");
        var answer = key.Get(Options(page));
        var forged = await visitor.SubmitAsync(page, [("Credential", answer), ("__RequestVerificationToken", null)]);
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.DoesNotContain("clientDataJSON", forged.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Value("SealedChallenge")!, forged.Body, StringComparison.Ordinal);
        Assert.Equal("/account/login", (await visitor.GetAsync("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Add_WrongPasswordNameOrCode_IsMarkedAndNothingAsked()
    {
        await AddNamedAsync("Laptop");
        using var visitor = await SignInAsync(_holder);
        var form = await visitor.GetAsync("/account/passkeys/add");
        Assert.Equal(["Name"], (await visitor.SubmitAsync(form, [("Name", " "), ("Password", Crew.Password)])).InvalidFields);
        Assert.Equal(["Name"], (await visitor.SubmitAsync(form, [("Name", new string('n', 61)), ("Password", Crew.Password)])).InvalidFields);
        Assert.Equal(["Name"], (await visitor.SubmitAsync(form, [("Name", "LAPTOP"), ("Password", Crew.Password)])).InvalidFields);
        var wrong = await visitor.SubmitAsync(form, [("Name", "Telephone"), ("Password", "a wrong guess 123")]);
        Assert.Equal(["Password"], wrong.InvalidFields);
        Assert.Equal("Telephone", wrong.Value("Name"));
        Assert.Empty(wrong.Document.QuerySelectorAll("[data-options]"));
    }

    [Fact]
    public async Task Add_AnswerOfAnotherSessionOrPersonOrTwice_IsRefused()
    {
        await _crew.AddAsync("other", null, StaffRole.Moderator);
        await AddNamedAsync("Laptop");
        using var visitor = await SignInAsync(_holder);
        var asked = await AskAsync(visitor, "Telephone");
        var key = new SoftAuthenticator();
        var made = key.Create(Options(asked));
        using var elsewhere = await SignInAsync(_holder);
        using var other = await _crew.SignInAsync("other");
        foreach (var thief in new[] { elsewhere, other })
        {
            var own = await AskAsync(thief, "Telephone");
            var refused = await thief.SubmitAsync(own, [("SealedChallenge", asked.Value("SealedChallenge")), ("Credential", made)]);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Equal("Telephone", refused.Value("Name"));
            // A passkey made for another challenge does not fit one's own either.
            own = await AskAsync(thief, "Telephone");
            Assert.Equal(HttpStatusCode.BadRequest, (await thief.SubmitAsync(own, [("Credential", made)])).Status);
        }
        Assert.Equal("Your passkey is added", (await visitor.SubmitAsync(asked, [("Credential", made)])).Heading);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(asked, [("Name", "Once more"), ("Credential", made)])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(await AskAsync(visitor, "Once more"), [("Credential", "")])).Status);
        var careless = new SoftAuthenticator { KnowsItsOwner = false };
        var third = await AskAsync(visitor, "Careless");
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(third, [("Credential", careless.Create(Options(third)))])).Status);
        Assert.Equal(2, (await ListAsync()).Count);
    }

    [Fact]
    public async Task Passkey_RenamedAndRemoved_TellsTheAuditAndEndsOtherSessions()
    {
        await AddNamedAsync("Laptop");
        using var visitor = await SignInAsync(_holder);
        await AddAsync(visitor, new SoftAuthenticator(), "Telephone");
        using var elsewhere = await SignInAsync(_holder);
        var laptop = (await ListAsync()).Single(one => one.Name == "Laptop");
        var page = await visitor.GetAsync($"/account/passkeys/{laptop.Id}");
        var taken = await visitor.SubmitAsync(page, [("Name", "telephone")], form: "#rename");
        Assert.Equal(["Name"], taken.InvalidFields);
        Assert.Equal("telephone", taken.Value("Name"));
        Assert.Equal("/account/passkeys", (await visitor.SubmitAsync(page, [("Name", "Old laptop")], form: "#rename")).Address.AbsolutePath);
        var gone = await visitor.SubmitAsync(await visitor.GetAsync($"/account/passkeys/{laptop.Id}"), form: "#remove");
        Assert.DoesNotContain("Old laptop", gone.Text, StringComparison.Ordinal);
        Assert.Equal("/account/login", (await elsewhere.GetAsync("/account")).Address.AbsolutePath);
        Assert.Equal(["passkey removed", "passkey renamed"], (await LinesAsync()).Where(line => line.Subject == "Old laptop").Select(line => line.Action));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/account/passkeys/{laptop.Id}")).Status);

        using var stranger = _host.NewVisitor();
        var login = await stranger.GetAsync("/account/login/passkey");
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.SubmitAsync(login, [("Credential", _holder.Get(Options(login)))])).Status);
    }

    [Fact]
    public async Task Passkey_OfSomebodyElse_IsNotFound()
    {
        await AddNamedAsync("Laptop");
        using var other = await _crew.NewAsync("other", StaffRole.Moderator);
        var id = (await ListAsync())[0].Id;
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/account/passkeys/{id}")).Status);
        using var owner = await SignInAsync(_holder);
        var page = await owner.GetAsync($"/account/passkeys/{id}");
        var token = (await other.GetAsync("/account/passkeys/add")).Token;
        var forged = await other.PostAsync($"/account/passkeys/{id}?handler=Remove", [token]);
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.Single(await ListAsync());
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Remove_OnlyFactor_MayGoWhereNoneIsRequiredAndTakesTheCodesAlong()
    {
        await AddNamedAsync("Laptop");
        using var visitor = await SignInAsync(_holder);
        var page = await visitor.GetAsync($"/account/passkeys/{(await ListAsync())[0].Id}");
        Assert.Contains("afterwards your password alone", page.Text, StringComparison.Ordinal);
        await visitor.SubmitAsync(page, form: "#remove");
        Assert.Equal("/account", (await TryPasswordAsync(null)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Production_PasskeyOpensTheWayAndTheLastOneStays()
    {
        await using var host = await TestHost.StartAsync(environment: "Production");
        var crew = new Crew(host);
        var member = await crew.AddAsync("administrator", null, StaffRole.Administrator);
        using var visitor = host.NewVisitor();
        visitor.Http.BaseAddress = new Uri("https://localhost/");
        await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), [("Email", "administrator@example.org"), ("Password", Crew.Password)]);
        var asked = await visitor.GetAsync("/admin");
        Assert.Equal("/account/second-factor", asked.Address.AbsolutePath);
        Assert.NotNull(asked.Document.QuerySelector("main a[href='/account/passkeys']"));

        var key = new SoftAuthenticator { Origin = "https://localhost" };
        Assert.Equal("Your passkey is added", (await AddAsync(visitor, key, "Laptop")).Heading);
        Assert.Equal("/admin", (await visitor.GetAsync("/admin")).Address.AbsolutePath);

        var id = (await host.WithAsync<StaffPasskeys, IReadOnlyList<StaffPasskey>>(passkeys => passkeys.ListAsync(member.Id, default)))[0].Id;
        var page = await visitor.GetAsync($"/account/passkeys/{id}");
        Assert.Null(page.Document.QuerySelector("#remove"));
        var forced = await visitor.PostAsync($"/account/passkeys/{id}?handler=Remove", [page.Token]);
        Assert.Equal(HttpStatusCode.BadRequest, forced.Status);
        Assert.Single(await host.WithAsync<StaffPasskeys, IReadOnlyList<StaffPasskey>>(passkeys => passkeys.ListAsync(member.Id, default)));
    }

    [Fact]
    public async Task PasswordLink_NeitherRemovesPasskeysNorOpensTheAccountAlone()
    {
        var key = await HolderAsync();
        var secret = await _host.WithAsync<PasswordLinks, string>(links => links.MintAsync(null, _member.Id, default));
        using var visitor = _host.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync($"/account/set-password/{secret}"), [("Password", Crew.Password), ("Again", Crew.Password)]);
        Assert.Single(await ListAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await TryPasswordAsync(null)).Status);
        await SignInAsync(key);
    }

    [Fact]
    public async Task Staff_SecondFactorRemoved_TakesPasskeysAlong()
    {
        await _crew.AddAsync("chief", null, StaffRole.Administrator);
        await AddNamedAsync("Laptop");
        using var held = await SignInAsync(_holder);
        using var chief = await _crew.SignInAsync("chief");
        var staff = await chief.GetAsync("/admin/staff");
        await chief.SubmitAsync(staff, form: "form[action*='RemoveFactor']");
        Assert.Empty(await ListAsync());
        Assert.Equal("/account/login", (await held.GetAsync("/account")).Address.AbsolutePath);
        Assert.Equal(["passkeys removed", "second factor removed"], (await LinesAsync()).Take(2).Select(line => line.Action));
        Assert.Equal("/account", (await TryPasswordAsync(null)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Pages_WithoutScripts_SayWhatWorksWithout()
    {
        using var visitor = _host.NewVisitor();
        var page = await visitor.GetAsync("/account/login/passkey");
        Assert.NotNull(page.Document.QuerySelector("form[data-passkey][hidden]"));
        Assert.Contains("authenticator app work without", page.Document.QuerySelector("[data-passkey-missing]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src])"));
        Assert.Contains("HttpOnly".ToUpperInvariant(), string.Join(';', page.Headers.GetValues("Set-Cookie").Where(cookie => cookie.StartsWith("passkey=", StringComparison.Ordinal))).ToUpperInvariant(), StringComparison.Ordinal);
    }

    private SoftAuthenticator _holder = null!;

    private async Task<SoftAuthenticator> HolderAsync()
    {
        await AddNamedAsync("Laptop");
        return _holder;
    }

    private async Task AddNamedAsync(string name)
    {
        _holder = new SoftAuthenticator();
        using var visitor = await _crew.SignInAsync("administrator");
        Assert.Equal("Your passkey is added", (await AddAsync(visitor, _holder, name)).Heading);
    }

    private async Task<FormClient> SignInAsync(SoftAuthenticator key)
    {
        var visitor = _host.NewVisitor();
        var page = await visitor.GetAsync("/account/login/passkey");
        Assert.Equal("/account", (await visitor.SubmitAsync(page, [("Credential", key.Get(Options(page)))])).Address.AbsolutePath);
        return visitor;
    }

    private static async Task<VisitedPage> AskAsync(FormClient visitor, string name) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/account/passkeys/add"), [("Name", name), ("Password", Crew.Password)]);

    private static async Task<VisitedPage> AddAsync(FormClient visitor, SoftAuthenticator key, string name)
    {
        var asked = await AskAsync(visitor, name);
        return await visitor.SubmitAsync(asked, [("Credential", key.Create(Options(asked)))]);
    }

    private static string Options(VisitedPage page) => page.Document.QuerySelector("[data-options]")!.GetAttribute("data-options")!;

    private async Task<VisitedPage> TryPasswordAsync(string? code)
    {
        using var visitor = _host.NewVisitor();
        return await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), [("Email", "administrator@example.org"), ("Password", Crew.Password), ("Code", code ?? "")]);
    }

    private Task<IReadOnlyList<StaffPasskey>> ListAsync() => _host.WithAsync<StaffPasskeys, IReadOnlyList<StaffPasskey>>(passkeys => passkeys.ListAsync(_member.Id, default));

    private Task<IReadOnlyList<AuditLine>> LinesAsync() => _host.WithAsync<AuditTrail, IReadOnlyList<AuditLine>>(audit => audit.PageAsync(1, 100, default));
}
