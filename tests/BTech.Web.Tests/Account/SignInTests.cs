using System.Net;
using AngleSharp.Html.Parser;
using BTech.Team.Accounts;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Operations;
using BTech.Web.Tests.Admin;

namespace BTech.Web.Tests.Account;

public sealed class SignInTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private Crew _crew = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _crew = new Crew(_host);
        await _crew.AddAsync("administrator", null, StaffRole.Administrator);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Login_KnownAndUnknownAddress_SamePage()
    {
        var known = await TryAsync("administrator@example.org", "a wrong guess 123");
        var unknown = await TryAsync("nobody-here@example.org", "a wrong guess 123");
        Assert.Equal(HttpStatusCode.BadRequest, known.Status);
        Assert.Equal(known.Status, unknown.Status);
        Assert.Equal(known.Text, unknown.Text);
        Assert.Equal(Plain(known, "administrator@example.org"), Plain(unknown, "nobody-here@example.org"));
    }

    [Theory]
    [InlineData("", "x", "Email")]
    [InlineData("administrator@example.org", "", "Password")]
    public async Task Login_EmptyField_IsMarkedAndTheAddressStays(string email, string password, string field)
    {
        var page = await TryAsync(email, password);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([field], page.InvalidFields);
        Assert.Equal(email, page.Value("Email"));
        Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_ManyParallelGuesses_LockTheAccountAndNotTheSite()
    {
        using var visitor = _host.NewVisitor();
        var form = await visitor.GetAsync("/account/login");
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ =>
            visitor.SubmitAsync(form, [("Email", "administrator@example.org"), ("Password", "a wrong guess 123")])));
        Assert.All(answers, answer => Assert.Equal("/account/login", answer.Address.AbsolutePath));
        var right = await TryAsync("administrator@example.org", Crew.Password);
        Assert.Equal(HttpStatusCode.BadRequest, right.Status);
        Assert.Equal(Plain(answers.First(answer => answer.Status == HttpStatusCode.BadRequest), ""), Plain(right, ""));
    }

    [Fact]
    public async Task SampleStaff_SeededAgain_StaySignedInUntilThePasswordIsAnother()
    {
        using var visitor = _host.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), [("Email", "administrator@example.org"), ("Password", Crew.Password)]);
        await SeedAsync(Crew.Password);
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Address.AbsolutePath);
        await SeedAsync("another fine password 8");
        Assert.Equal("/account/login", (await visitor.GetAsync("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Login_FromAPage_ReturnsThereAndNeverElsewhere()
    {
        using var visitor = _host.NewVisitor();
        var asked = await visitor.GetAsync("/admin/staff");
        Assert.Equal("/account/login", asked.Address.AbsolutePath);
        var back = await visitor.SubmitAsync(asked, [("Email", "administrator@example.org"), ("Password", Crew.Password)]);
        Assert.Equal("/admin/staff", back.Address.AbsolutePath);

        using var lured = _host.NewVisitor();
        var form = await lured.GetAsync("/account/login?returnUrl=https%3A%2F%2Fevil.example%2F");
        var page = await lured.SubmitAsync(form, [("Email", "administrator@example.org"), ("Password", Crew.Password)]);
        Assert.Equal("/account", page.Address.AbsolutePath);
    }

    [Fact]
    public async Task Logout_CopiedCookie_IsWorthNothing()
    {
        using var raw = _host.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false, BaseAddress = _host.Address });
        var login = await VisitAsync(raw, "/account/login", "");
        var form = login.Cookies;
        var signedIn = await SendAsync(raw, "/account/login", form, login.Token, ("Email", "administrator@example.org"), ("Password", Crew.Password));
        var staff = signedIn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("staff=", StringComparison.Ordinal));
        Assert.Contains("httponly", staff, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", staff, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires=", staff, StringComparison.OrdinalIgnoreCase);
        var copied = $"{form}; {staff.Split(';')[0]}";

        var admin = await VisitAsync(raw, "/admin", copied);
        Assert.Equal(HttpStatusCode.OK, admin.Status);
        var over = await SendAsync(raw, "/account/logout", copied, admin.Token);
        Assert.Equal(HttpStatusCode.OK, over.StatusCode);
        Assert.Contains("\"cookies\"", string.Join(',', over.Headers.GetValues("Clear-Site-Data")), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await VisitAsync(raw, "/admin", copied)).Status);
    }

    [Fact]
    public async Task Demotion_OpenSession_EndsAtOnce()
    {
        await _crew.AddAsync("second", null, StaffRole.Administrator);
        using var visitor = await _crew.SignInAsync("second");
        Assert.Equal("/admin", (await visitor.GetAsync("/admin")).Address.AbsolutePath);
        var member = (await _host.WithAsync<StaffAccounts, StaffMember?>(accounts => accounts.FindAsync("second@example.org", default)))!;
        var held = (await _host.WithAsync<Assignments, IReadOnlyList<Assignment>>(assignments => assignments.OfAsync(member.Id, default)))[0];
        await _host.WithAsync<Assignments, AssignmentOutcome>(assignments => assignments.TakeAsync(null, held.Id, default));
        Assert.Equal("/account/login", (await visitor.GetAsync("/admin")).Address.AbsolutePath);
    }

    [Fact]
    public async Task SetPassword_Link_WorksOnceAndLookingChangesNothing()
    {
        var member = (await _host.WithAsync<StaffAccounts, StaffMember?>(accounts => accounts.AddAsync(null, "newcomer@example.org", default)))!;
        var secret = await _host.WithAsync<PasswordLinks, string>(links => links.MintAsync(null, member.Id, default));
        using var visitor = _host.NewVisitor();
        await visitor.GetAsync($"/account/set-password/{secret}");
        var form = await visitor.GetAsync($"/account/set-password/{secret}");
        var refused = await visitor.SubmitAsync(form, [("Password", "short"), ("Again", "short")]);
        Assert.Equal(["Password"], refused.InvalidFields);
        refused = await visitor.SubmitAsync(form, [("Password", "nine brown bears 9"), ("Again", "nine brown bears 8")]);
        Assert.Equal(["Again"], refused.InvalidFields);
        var done = await visitor.SubmitAsync(form, [("Password", "nine brown bears 9"), ("Again", "nine brown bears 9")]);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        var again = await visitor.SubmitAsync(form, [("Password", "nine brown bears 9"), ("Again", "nine brown bears 9")]);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Equal(again.Text, (await visitor.GetAsync("/account/set-password/made-up")).Text);
        Assert.Equal("/account", (await TryAsync("newcomer@example.org", "nine brown bears 9")).Address.AbsolutePath);
    }

    [Fact]
    public async Task SecondFactor_SetUpPage_RefusesWrongPasswordAndCode()
    {
        using var visitor = await _crew.SignInAsync("administrator");
        var form = await visitor.GetAsync("/account/second-factor");
        Assert.Contains("otpauth://totp/", form.Text, StringComparison.Ordinal);
        var wrongPassword = await visitor.SubmitAsync(form, [("Code", "000000"), ("Password", "nonsense")]);
        Assert.Equal(["Password"], wrongPassword.InvalidFields);
        var wrongCode = await visitor.SubmitAsync(form, [("Code", "000000"), ("Password", Crew.Password)]);
        Assert.Equal(["Code"], wrongCode.InvalidFields);
        Assert.Equal(form.Value("Key"), wrongCode.Value("Key"));
    }

    [Fact]
    public async Task Production_WithoutSecondFactor_LeadsToSettingItUp()
    {
        await using var host = await TestHost.StartAsync(environment: "Production");
        var crew = new Crew(host);
        await crew.AddAsync("administrator", null, StaffRole.Administrator);
        using var visitor = host.NewVisitor();
        visitor.Http.BaseAddress = new Uri("https://localhost/");
        await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), [("Email", "administrator@example.org"), ("Password", Crew.Password)]);
        Assert.Equal("/account/second-factor", (await visitor.GetAsync("/admin")).Address.AbsolutePath);
        Assert.Equal("/account/second-factor", (await visitor.GetAsync("/admin/staff")).Address.AbsolutePath);
    }

    private Task SeedAsync(string password) => _host.WithAsync<SeedHouse>(async seed =>
    {
        await using var rooms = seed.Open(new SeedClock(_host.Clock.GetUtcNow()));
        await rooms.Get<SeedStaff>().EnsureAsync(password, isGiven: true, default);
    });

    private async Task<VisitedPage> TryAsync(string email, string password)
    {
        using var visitor = _host.NewVisitor();
        return await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), [("Email", email), ("Password", password)]);
    }

    private static async Task<(HttpStatusCode Status, string Token, string Cookies)> VisitAsync(HttpClient raw, string address, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
        using var response = await raw.SendAsync(request);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        var set = response.Headers.TryGetValues("Set-Cookie", out var values) ? values.Select(value => value.Split(';')[0]) : [];
        return (response.StatusCode, token, string.Join("; ", set));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient raw, string address, string cookies, string token, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));
        request.Headers.Add("Cookie", cookies);
        request.Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await raw.SendAsync(request);
    }

    // What differs between any two answers: the antiforgery token and what was typed.
    private static string Plain(VisitedPage page, string typed)
    {
        foreach (var token in page.Document.QuerySelectorAll("input[name=__RequestVerificationToken]")) token.Remove();
        var html = page.Document.DocumentElement.OuterHtml;
        return typed.Length == 0 ? html : html.Replace(typed, "", StringComparison.Ordinal);
    }
}
