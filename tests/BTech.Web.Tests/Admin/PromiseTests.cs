using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>What a consultation adds to the promise: versions that stay while people have agreed to them; and the wording scale.</summary>
public sealed class PromiseTests : AdministratorTests
{
    private const string Promise = "/admin/consultations/b-tech/promise";

    [Fact]
    public async Task OwnWords_AreVersions_OfWhichNoneIsLost()
    {
        await TestWindow.MakeAsync(Host, opened: false);
        Assert.NotNull((await Admin.GetAsync("/admin/consultations/b-tech")).Document.QuerySelector($"main a[href$='{Promise}']"));
        var form = await Admin.GetAsync(Promise);
        Assert.Contains("Version 1 is in force", form.Text, StringComparison.Ordinal);
        var refused = await Admin.SubmitAsync(form, [("Text[en]", ""), ("Text[ar]", "حماية البيانات")]);
        Assert.Equal(["Text[en]"], refused.InvalidFields);
        Assert.Equal("حماية البيانات", refused.Value("Text[ar]"));
        await Admin.SubmitAsync(refused, [("Text[en]", "Ask our officer.\nAnytime.")]);
        // Sent twice, and saying the same: one version.
        Assert.Equal(["Text[en]"], (await Admin.SubmitAsync(refused, [("Text[en]", "Ask somebody else.")])).InvalidFields);
        var second = await Admin.GetAsync(Promise);
        await Admin.SubmitAsync(second);
        Assert.Contains("Version 2 is in force", (await Admin.GetAsync(Promise)).Text, StringComparison.Ordinal);
        await Admin.SubmitAsync(second, [("Text[en]", ""), ("Text[ar]", "")]);

        var page = await Admin.GetAsync(Promise);
        Assert.Contains("Version 3 is in force", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Nothing is added; the promise stands alone.", "Ask our officer.", "Nothing is added; the promise stands alone."],
            page.Document.QuerySelectorAll("main ol.cards > li").Select(version => version.QuerySelector("div p, p.hint")!.TextContent.Trim()));
    }

    [Fact]
    public async Task TwoAtOnce_TheLaterIsShownTheEarlier_AndLosesNothing()
    {
        await TestWindow.MakeAsync(Host, opened: false);
        var first = await Admin.GetAsync(Promise);
        await Admin.SubmitAsync(first, [("Text[en]", "From one.")]);

        var late = await Admin.SubmitAsync(first, [("Text[en]", "From the other.")]);

        Assert.Equal("From the other.", late.Value("Text[en]"));
        Assert.Contains("Somebody else has saved a version", late.Text, StringComparison.Ordinal);
        Assert.Contains("From one.", late.Text, StringComparison.Ordinal);
        await Admin.SubmitAsync(late);
        Assert.Contains("Version 3 is in force", (await Admin.GetAsync(Promise)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participants_ReadAndAcceptThem_AndThenTheyStay()
    {
        var window = await TestWindow.MakeAsync(Host, opened: false);
        await Admin.SubmitAsync(await Admin.GetAsync(Promise), [("Text[en]", "Ask our officer.\nAnytime.")]);
        var mine = await Admin.GetAsync(Promise);
        await window.OpenAsync();

        using var visitor = Host.NewVisitor();
        var rule = await TestWindow.EnterAsync(visitor, window.Code);
        Assert.Equal(["Ask our officer.", "Anytime."], rule.Document.QuerySelectorAll("#own p").Select(paragraph => paragraph.TextContent));
        Assert.Contains("What The host adds", rule.Text, StringComparison.Ordinal);

        Assert.Contains("they stay until the record is sealed", (await Admin.SubmitAsync(mine, [("Text[en]", "We tell everybody.")])).Text, StringComparison.Ordinal);
        var page = await Admin.GetAsync(Promise);
        Assert.Contains("they stay until the record is sealed", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form textarea"));
        Assert.Equal("Ask our officer.\nAnytime.", await InForceAsync());
    }

    [Fact]
    public async Task WordingScale_IsTheOneThatReportsPrint_InSixLanguages()
    {
        await TestWindow.MakeAsync(Host, opened: false);

        var page = await Admin.GetAsync(Promise);

        Assert.Equal(Language.All.Select(language => language.Code).Order(), page.Document.QuerySelectorAll("h2#scale ~ details > ul").Select(list => list.GetAttribute("lang")).Order());
        Assert.Contains("A few participants: at least two.", page.Text, StringComparison.Ordinal);
    }

    private async Task<string> InForceAsync() => await Host.WithAsync<RuleTexts, string>(async texts =>
        (await texts.InForceAsync((await Host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", default)))!, default)).ToString());
}
