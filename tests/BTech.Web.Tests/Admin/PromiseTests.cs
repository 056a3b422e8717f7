using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>What a consultation adds to the promise: versions that stay while people have agreed to them; and the wording scale.</summary>
public sealed class PromiseTests : IAsyncLifetime
{
    private const string Promise = "/admin/consultations/b-tech/promise";

    private TestHost _host = null!;
    private FormClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task OwnWords_AreVersions_OfWhichNoneIsLost()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        Assert.NotNull((await _admin.GetAsync("/admin/consultations/b-tech")).Document.QuerySelector($"main a[href$='{Promise}']"));
        var form = await _admin.GetAsync(Promise);
        Assert.Contains("Version 1 is in force", form.Text, StringComparison.Ordinal);
        var refused = await _admin.SubmitAsync(form, [("Text[en]", ""), ("Text[ar]", "حماية البيانات")]);
        Assert.Equal(["Text[en]"], refused.InvalidFields);
        Assert.Equal("حماية البيانات", refused.Value("Text[ar]"));
        await _admin.SubmitAsync(refused, [("Text[en]", "Ask our officer.\nAnytime.")]);
        // Sent twice, and saying the same: one version.
        Assert.Equal(["Text[en]"], (await _admin.SubmitAsync(refused, [("Text[en]", "Ask somebody else.")])).InvalidFields);
        var second = await _admin.GetAsync(Promise);
        await _admin.SubmitAsync(second);
        Assert.Contains("Version 2 is in force", (await _admin.GetAsync(Promise)).Text, StringComparison.Ordinal);
        await _admin.SubmitAsync(second, [("Text[en]", ""), ("Text[ar]", "")]);

        var page = await _admin.GetAsync(Promise);
        Assert.Contains("Version 3 is in force", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Nothing is added; the promise stands alone.", "Ask our officer.", "Nothing is added; the promise stands alone."],
            page.Document.QuerySelectorAll("main ol.cards > li").Select(version => version.QuerySelector("div p, p.hint")!.TextContent.Trim()));
    }

    [Fact]
    public async Task TwoAtOnce_TheLaterIsShownTheEarlier_AndLosesNothing()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        var first = await _admin.GetAsync(Promise);
        await _admin.SubmitAsync(first, [("Text[en]", "From one.")]);

        var late = await _admin.SubmitAsync(first, [("Text[en]", "From the other.")]);

        Assert.Equal("From the other.", late.Value("Text[en]"));
        Assert.Contains("Somebody else has saved a version", late.Text, StringComparison.Ordinal);
        Assert.Contains("From one.", late.Text, StringComparison.Ordinal);
        await _admin.SubmitAsync(late);
        Assert.Contains("Version 3 is in force", (await _admin.GetAsync(Promise)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participants_ReadAndAcceptThem_AndThenTheyStay()
    {
        var window = await TestWindow.MakeAsync(_host, opened: false);
        await _admin.SubmitAsync(await _admin.GetAsync(Promise), [("Text[en]", "Ask our officer.\nAnytime.")]);
        var mine = await _admin.GetAsync(Promise);
        await window.OpenAsync();

        using var visitor = _host.NewVisitor();
        var rule = await TestWindow.EnterAsync(visitor, window.Code);
        Assert.Equal(["Ask our officer.", "Anytime."], rule.Document.QuerySelectorAll("#own p").Select(paragraph => paragraph.TextContent));
        Assert.Contains("What The host adds", rule.Text, StringComparison.Ordinal);

        Assert.Contains("they stay until the record is sealed", (await _admin.SubmitAsync(mine, [("Text[en]", "We tell everybody.")])).Text, StringComparison.Ordinal);
        var page = await _admin.GetAsync(Promise);
        Assert.Contains("they stay until the record is sealed", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form textarea"));
        Assert.Equal("Ask our officer.\nAnytime.", await InForceAsync());
    }

    [Fact]
    public async Task WordingScale_IsTheOneThatReportsPrint_InSixLanguages()
    {
        await TestWindow.MakeAsync(_host, opened: false);

        var page = await _admin.GetAsync(Promise);

        Assert.Equal(Language.All.Select(language => language.Code).Order(), page.Document.QuerySelectorAll("h2#scale ~ details > ul").Select(list => list.GetAttribute("lang")).Order());
        Assert.Contains("A few participants: at least two.", page.Text, StringComparison.Ordinal);
    }

    private async Task<string> InForceAsync() => await _host.WithAsync<RuleTexts, string>(async texts =>
        (await texts.InForceAsync((await _host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", default)))!, default)).ToString());
}
