using System.Net;
using System.Text.RegularExpressions;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Team.Roles;
using BTech.Testing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Web.Tests.Rehearsing;

/// <summary>Whoever is not staff finds no rehearsal, by any address of the site; staff find it with a banner.</summary>
public sealed partial class HiddenRehearsalTests
{
    private const string Words = "(rehearsal)";

    // Of the participants, who came by a link of their own, and of those who may not be asked by an address.
    private static readonly string[] NotPublic = ["/Admin/", "/Moderate/", "/Account/", "/Participate/", "/Components/", "/Errors/"];

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public async Task PublicAddresses_OfARehearsal_AreThereForStaffAlone(int status)
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        await played.ToTheSealAsync();
        using (var moderator = await played.Crew.SignInAsync("moderator"))
            await moderator.SubmitAsync(await moderator.GetAsync($"/moderate/windows/{PlayedRehearsal.Slug}/1/report"));
        // Published, or published and taken offline.
        await played.Host.Database.ExecuteAsync($"UPDATE record.summary_report SET status = {status}");
        var routes = played.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page && !NotPublic.Any(folder => page.ViewEnginePath.StartsWith(folder, StringComparison.Ordinal)))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().ToList();
        Assert.True(routes.Count > 15, string.Join('\n', routes));
        using var stranger = played.Host.NewVisitor();
        var there = 0;
        foreach (var route in routes)
        {
            var address = Fill(route);
            var isAbout = address.Contains(PlayedRehearsal.Slug, StringComparison.Ordinal) || address.Contains("900001", StringComparison.Ordinal);
            foreach (var prefix in new[] { "", "/ar" })
            {
                // Before and after staff have looked, in the same second: nothing of theirs is kept for others.
                Look(await stranger.GetAsync(prefix + address), isAbout);
                var staffs = await played.Admin.GetAsync(prefix + address);
                if (isAbout && staffs.Status == HttpStatusCode.OK && staffs.ContentHeaders.ContentType?.MediaType == "text/html")
                {
                    Assert.NotNull(staffs.Document.QuerySelector("[data-rehearsal]"));
                    there++;
                }
                Look(await stranger.GetAsync(prefix + address), isAbout);
            }
        }
        // Consultation, request to take part, paper, annex, code for a draft, seal page, and the report where it is published, as the newest and under its version.
        Assert.Equal(2 * (status == 3 ? 8 : 6), there);
        foreach (var file in new[] { $"/seals/{PlayedRehearsal.Slug}/1/leaves.txt", $"/consultations/{PlayedRehearsal.Slug}/paper/1.docx", "/reports/900001.docx" })
        {
            Assert.Equal(status == 5 && file.StartsWith("/reports", StringComparison.Ordinal) ? HttpStatusCode.Gone : HttpStatusCode.OK, (await played.Admin.GetAsync(file)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(file)).Status);
        }
        Assert.Contains(Words, (await played.Admin.GetAsync("/")).Body, StringComparison.Ordinal);
        // The same for a participant of the real round, and for one of the rehearsal who is no staff.
        using var participant = played.Host.NewVisitor();
        await Participate.TestWindow.EnterAndAcceptAsync(participant, played.Real.Code);
        Assert.Equal(HttpStatusCode.NotFound, (await participant.GetAsync($"/consultations/{PlayedRehearsal.Slug}")).Status);

        static void Look(VisitedPage page, bool isAbout)
        {
            if (isAbout) Assert.Equal((page.Address.AbsolutePath, HttpStatusCode.NotFound), (page.Address.AbsolutePath, page.Status));
            Assert.DoesNotContain(Words, page.Body, StringComparison.Ordinal);
            Assert.Null(page.Document.QuerySelector("[data-rehearsal]"));
        }
    }

    [Fact]
    public async Task Pages_OfARealRound_CarryNoBanner()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        await played.StartAsync();
        foreach (var address in new[] { "/admin", "/", "/consultations/b-tech", "/admin/windows/b-tech/1", "/admin/consultations/b-tech", PlayedRehearsal.Steps })
            Assert.Null((await played.Admin.GetAsync(address)).Document.QuerySelector("[data-rehearsal]"));
        foreach (var address in new[] { $"/admin/consultations/{PlayedRehearsal.Slug}", PlayedRehearsal.Round, PlayedRehearsal.Round + "/people" })
            Assert.NotNull((await played.Admin.GetAsync(address)).Document.QuerySelector("[data-rehearsal] a[href$='/rehearsal']"));
        // Its own address of the steps leads to those of the consultation.
        Assert.Equal(PlayedRehearsal.Steps, (await played.Admin.GetAsync($"/admin/consultations/{PlayedRehearsal.Slug}/rehearsal")).Address.AbsolutePath);
        foreach (var language in Language.All.Where(language => language != Language.English))
        {
            var page = await played.Admin.GetAsync($"/{language.Code}{PlayedRehearsal.Round}");
            Assert.NotNull(page.Document.QuerySelector("[data-rehearsal]"));
        }
    }

    [Fact]
    public async Task Steps_AreThereForAdministratorsOfEverything()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        await played.Crew.AddAsync("one-round", played.Real.Id, StaffRole.Administrator);
        using var oneRound = await played.Crew.SignInAsync("one-round");
        Assert.Equal(HttpStatusCode.NotFound, (await oneRound.GetAsync(PlayedRehearsal.Steps)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await oneRound.GetAsync(PlayedRehearsal.Removal)).Status);
        // Whoever administers the rehearsal's round alone sees the banner, and no link to what is not there for them.
        await played.StartAsync();
        await played.Crew.AddAsync("its-round", (await played.WindowAsync()).Id, StaffRole.Administrator);
        using var itsRound = await played.Crew.SignInAsync("its-round");
        foreach (var address in new[] { "/admin", PlayedRehearsal.Round })
        {
            var page = await itsRound.GetAsync(address);
            Assert.Contains("rehearsal", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.Null(page.Document.QuerySelector("main a[href$='/rehearsal']"));
        }
        using var moderator = await played.Crew.SignInAsync("moderator");
        Assert.NotEqual(HttpStatusCode.OK, (await moderator.GetAsync(PlayedRehearsal.Steps)).Status);
    }

    private static string Fill(string route) => Parameter().Replace(route, parameter => parameter.Groups["name"].Value switch
    {
        "slug" => PlayedRehearsal.Slug,
        "number" when route.StartsWith("/reports", StringComparison.Ordinal) => "900001",
        "format" when route.StartsWith("/reports", StringComparison.Ordinal) => "docx",
        "format" => "docx",
        "leaves" => "",
        "newer" => "2",
        "token" => "nothing",
        _ => "1",
    });

    [GeneratedRegex(@"\{(?<name>\w+)(?:[^{}]|\{[^{}]*\})*\}")]
    private static partial Regex Parameter();
}
