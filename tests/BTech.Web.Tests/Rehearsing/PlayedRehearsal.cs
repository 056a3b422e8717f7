using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Admin;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Rehearsing;

/// <summary>A site with a real window that is open, and two administrators who play its rehearsal by the pages.</summary>
internal sealed class PlayedRehearsal : IAsyncDisposable
{
    public const string Steps = "/admin/consultations/b-tech/rehearsal";
    public const string Removal = Steps + "/remove";
    public const string Slug = "b-tech-rehearsal";
    public const string Round = "/admin/windows/" + Slug + "/1";

    private PlayedRehearsal(TestHost host, TestWindow real, Crew crew, FormClient admin) => (Host, Real, Crew, Admin) = (host, real, crew, admin);

    public TestHost Host { get; }

    public TestWindow Real { get; }

    public Crew Crew { get; }

    public FormClient Admin { get; }

    public static async Task<PlayedRehearsal> BeginAsync(Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? services = null)
    {
        var host = await TestHost.StartAsync(services: services);
        var real = await TestWindow.MakeAsync(host, opened: false);
        // What a consultation may have of its own.
        var consultation = (await host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", default)))!;
        Assert.Equal(RuleTextOutcome.Done, await host.WithAsync<RuleTexts, RuleTextOutcome>(texts => texts.AddAsync(consultation.Id, consultation.RuleVersion, LocalizedText.InEnglish("Ask our officer."), default)));
        Assert.Equal(OwnReasonOutcome.Done, await host.WithAsync<OwnReasons, OwnReasonOutcome>(reasons => reasons.AddAsync(consultation.Id, LocalizedText.InEnglish("Names a pending case"), default)));
        await real.OpenAsync();
        var crew = new Crew(host);
        var admin = await crew.NewAsync("administrator", StaffRole.Administrator);
        await crew.AddAsync("second", null, StaffRole.Administrator);
        await crew.AddAsync("moderator", null, StaffRole.Moderator);
        return new PlayedRehearsal(host, real, crew, admin);
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await Host.DisposeAsync();
    }

    public async Task<VisitedPage> StartAsync(string minutes = "60") =>
        await Admin.SubmitAsync(await Admin.GetAsync(Steps), [("Minutes", minutes)], "form[action*=Start]");

    public async Task OpenAsync() =>
        Assert.Equal(Round, (await Admin.SubmitAsync(await Admin.GetAsync(Round + "/open"), [("KeyLoss", "accepted"), .. Crew.Signed("second")])).Address.AbsolutePath);

    public async Task<VisitedPage> WriteAsync() => await Admin.SubmitAsync(await Admin.GetAsync(Steps), form: "form[action*=Write]");

    /// <summary>Links of sample people, as the page shows them once.</summary>
    public async Task<IReadOnlyList<Uri>> LinksAsync() =>
        [.. (await Admin.SubmitAsync(await Admin.GetAsync(Steps), form: "form[action*=Links]")).Document.QuerySelectorAll("#links a").Select(link => new Uri(link.GetAttribute("href")!))];

    public async Task CloseAsync() =>
        Assert.Equal(Round, (await Admin.SubmitAsync(await Admin.GetAsync(Round + "/close"), [("Note[en]", "The afternoon is over."), .. Crew.Signed("second")])).Address.AbsolutePath);

    public async Task SealAsync()
    {
        var after = await Admin.SubmitAsync(await Admin.GetAsync(Round + "/seal"), Crew.Signed("second"), "#sign");
        Assert.True((await WindowAsync()).IsSealed, after.Text);
    }

    public async Task ToTheSealAsync()
    {
        await StartAsync();
        await OpenAsync();
        await WriteAsync();
        await CloseAsync();
        await SealAsync();
    }

    public Task<VisitedPage> RemoveAsync() => RemoveAsync(Admin);

    public static async Task<VisitedPage> RemoveAsync(FormClient who) => await who.SubmitAsync(await who.GetAsync(Removal), [("Typed", "b-tech")]);

    public async Task<CommentWindow> WindowAsync() =>
        (await Host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(new Agenda.WindowName(Slug, 1), default)))!;

    /// <summary>What stands in each table, row by row as text without what rewriting alone changes; and every file and folder among the keys.</summary>
    public async Task<IReadOnlyDictionary<string, string>> EverythingAsync()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        // What staff do stays in the audit, and they sign in and out meanwhile.
        foreach (var table in await Host.Database.ListAsync("""
            SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables WHERE table_schema IN ('agenda', 'people', 'record', 'team') AND table_type = 'BASE TABLE'
              AND table_name NOT LIKE '\_\_%' AND table_name NOT IN ('audit_entry', 'staff_session', 'staff_account')
            """))
        {
            // Boxes are encrypted anew, and request boxes given new ids, whenever they are written anew.
            var column = table switch { "record.box" => "encode(t.tag, 'hex')", "record.request_box" => "encode(t.lookup_hash, 'hex')", _ => "t::text" };
            found.Add(table, string.Join('\n', await Host.Database.ListAsync($"SELECT {column} FROM {table} t ORDER BY 1")));
        }
        foreach (var path in Directory.EnumerateFileSystemEntries(Host.KeysFolder, "*", SearchOption.AllDirectories)
            .Where(path => !path.Contains("protection", StringComparison.Ordinal) && Path.GetFileName(path) is not ("windows" or "batches")))
            found.Add(path, File.Exists(path) ? await File.ReadAllTextAsync(path) : "");
        return found;
    }
}
