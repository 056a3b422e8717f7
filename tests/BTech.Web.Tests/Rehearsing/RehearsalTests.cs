using System.Net;
using BTech.Agenda;
using BTech.Agenda.Papers;
using BTech.Agenda.Reminders;
using BTech.Agenda.Retention;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.FollowUp;
using BTech.Record.Inputs;
using BTech.Record.Reports;
using BTech.Record.Verification;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Crossings.Erasing;
using BTech.Web.Crossings.Verifying;
using BTech.Web.Jobs;
using BTech.Web.Mail;
using BTech.Web.Tests.Admin;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Rehearsing;

/// <summary>A whole afternoon beside a real window that is open: from the start to the draft, and removed so that nothing of it is left.</summary>
public sealed class RehearsalTests
{
    // What a rehearsal has no row in at the end: letters and that they went out, and what staff sign in with; boxes are gone with its seal.
    private static readonly string[] NeverTouched =
        ["people.mailing", "people.outbox", "record.box", "team.password_link", "team.recovery_code", "team.staff_claim", "team.staff_login", "team.staff_passkey", "team.staff_token", "team.used_challenge"];

    private static readonly StaffId Somebody = new(Guid.NewGuid());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Afternoon_WithEverythingThatATeamCanMake_IsRemovedWithoutATrace()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        await played.Real.SendAsync(1, "A real comment that stays.");
        var before = await played.EverythingAsync();
        Assert.Contains("Sample people are invited", (await played.StartAsync()).Text, StringComparison.Ordinal);
        await played.OpenAsync();
        Assert.Contains("The sample people have written", (await played.WriteAsync()).Text, StringComparison.Ordinal);
        await TakePartAsync(played);
        // A real window may be opened while one is played: nothing of it turns a check red.
        Assert.Empty(await played.Host.WithAsync<Verification, IReadOnlyList<Verified>>(verification => verification.RedAsync(Cancel)));
        await played.CloseAsync();
        await played.SealAsync();
        await ReadAsync(played);
        await WorkAsync(played);
        var during = await played.EverythingAsync();
        // Every table of the product is in play, so that a new one cannot be forgotten by the removal.
        Assert.Equal(NeverTouched, before.Keys.Where(table => !table.StartsWith('/') && during[table] == before[table]).Order(StringComparer.Ordinal));
        Assert.Contains(during.Keys, path => path.EndsWith("/withdrawn", StringComparison.Ordinal));
        Assert.Empty(await played.Host.WithAsync<Verification, IReadOnlyList<Verified>>(verification => verification.RedAsync(Cancel)));

        var removed = await played.RemoveAsync();
        Assert.Equal((HttpStatusCode.OK, PlayedRehearsal.Steps), (removed.Status, removed.Address.AbsolutePath));
        Assert.Contains("found nothing of it", removed.Text, StringComparison.Ordinal);
        var after = await played.EverythingAsync();
        foreach (var (name, rows) in before) Assert.Equal((name, rows), (name, after[name]));
        // The lists of what to forget again after a restored backup are there, and empty.
        Assert.All(after.Keys.Except(before.Keys), file => Assert.Empty(after[file]));
        Assert.Empty(Directory.Exists(played.Host.MailFolder) ? Directory.EnumerateFiles(played.Host.MailFolder) : []);
        Assert.Equal(["rehearsal removed", "rehearsal started"], (await played.Host.WithAsync<AuditTrail, IReadOnlyList<AuditLine>>(audit => audit.PageAsync(1, 200, Cancel)))
            .Where(line => line.Subject == "b-tech" && line.Action.StartsWith("rehearsal", StringComparison.Ordinal)).Select(line => line.Action));

        // The real window goes on as if nothing had been, and the next report has the first number.
        await played.Real.SendAsync(2, "A second real comment.");
        Assert.Empty(await played.Host.WithAsync<Verification, IReadOnlyList<Verified>>(verification => verification.RedAsync(Cancel)));
        Assert.Equal(1, await played.Host.WithAsync<SummaryReports, int>(reports => reports.NextNumberAsync(Cancel)));
        Assert.Contains("Sample people are invited", (await played.StartAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_OfSamplePeople_AreManyInSixLanguagesAndCarryTheLabels()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        await played.ToTheSealAsync();
        var database = played.Host.Database;
        Assert.Equal(Language.All.Select(language => language.Code).Order(StringComparer.Ordinal), await database.ListAsync("SELECT DISTINCT language FROM record.sealed_input ORDER BY 1"));
        Assert.Equal(["civil-society", "companies"], await database.ListAsync("SELECT DISTINCT group_label FROM record.contributor ORDER BY 1"));
        Assert.True(await database.AskAsync<long>("SELECT count(*) FROM record.contributor") >= 10);
        // Both areas, the paragraph, and a text that somebody should mask.
        Assert.Equal(["1", "2"], await database.ListAsync("SELECT DISTINCT focus_area_number FROM record.sealed_input WHERE focus_area_number IS NOT NULL ORDER BY 1"));
        Assert.NotEmpty(await database.ListAsync("SELECT id FROM record.sealed_input WHERE paragraph_number = 1"));
        // Somebody saved and never sent: nothing of theirs was read.
        var invited = await database.AskAsync<long>("SELECT count(*) FROM people.invitation i JOIN people.participant p ON p.id = i.participant_id WHERE p.email LIKE '%.invalid'");
        Assert.True(await database.AskAsync<long>("SELECT count(*) FROM record.contributor") <= invited - 4);
    }

    [Fact]
    public async Task Clock_ClosesAndSealsIt_AsItDoesARealWindow()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        await played.StartAsync("10");
        await played.OpenAsync();
        await played.WriteAsync();
        played.Host.Clock.Advance(TimeSpan.FromMinutes(9));
        await played.Host.RunAsync<SealJob>();
        Assert.False((await played.WindowAsync()).IsSealed);
        played.Host.Clock.Advance(TimeSpan.FromMinutes(2));
        await played.Host.RunAsync<SealJob>();
        Assert.True((await played.WindowAsync()).IsSealed);
        Assert.False((await played.Host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(played.Real.Id, Cancel)))!.IsSealed);
        Assert.Contains("found nothing of it", (await played.RemoveAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_AskedAgainOrByTwoAtOnce_WritesOnce()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        await played.StartAsync();
        Assert.Null((await played.Admin.GetAsync(PlayedRehearsal.Steps)).Document.QuerySelector("form[action*=Write]"));
        await played.OpenAsync();
        using var second = await played.Crew.SignInAsync("second");
        var pages = new[] { (played.Admin, await played.Admin.GetAsync(PlayedRehearsal.Steps)), (second, await second.GetAsync(PlayedRehearsal.Steps)) };
        foreach (var page in await Task.WhenAll(pages.Select(one => one.Item1.SubmitAsync(one.Item2, form: "form[action*=Write]")))) Assert.Equal(HttpStatusCode.OK, page.Status);
        var written = await played.Admin.GetAsync(PlayedRehearsal.Steps);
        Assert.Null(written.Document.QuerySelector("form[action*=Write]"));
        Assert.Equal("Sample people write", written.Document.QuerySelectorAll("[data-steps] > li:has(.tag.ok) > span:first-child")[^1].FirstChild!.TextContent.Trim());
        // A page that was open since before: asked again, and nothing happens.
        await played.Admin.SubmitAsync(pages[0].Item2, form: "form[action*=Write]");
        await played.CloseAsync();
        // Too late: said, and nothing breaks.
        var late = await played.Admin.SubmitAsync(pages[0].Item2, form: "form[action*=Write]");
        Assert.Contains("The window is not open", late.Text, StringComparison.Ordinal);
        await played.SealAsync();
        // At most four texts each.
        Assert.Equal("0", (await played.Host.Database.ListAsync("SELECT count(*) FROM (SELECT contributor_id FROM record.sealed_input GROUP BY 1 HAVING count(*) > 4) AS twice"))[0]);
    }

    /// <summary>Somebody of the team uses two of the links: one writes and sends, the other speaks on the record, offers, and says how to be listed.</summary>
    private static async Task TakePartAsync(PlayedRehearsal played)
    {
        var links = await played.LinksAsync();
        Assert.Equal(2, links.Count);
        using var visitor = played.Host.NewVisitor();
        var door = await visitor.GetAsync(links[0].AbsolutePath);
        Assert.NotNull(door.Document.QuerySelector("[data-rehearsal]"));
        await TestWindow.EnterAndAcceptAsync(visitor, links[0].AbsolutePath.Split('/')[^1]);
        var text = await visitor.GetAsync("/participate/focus-areas/1");
        Assert.NotNull(text.Document.QuerySelector("[data-rehearsal]"));
        await visitor.SubmitAsync(text, [("Text", "What somebody of the team tries out.")], "form[data-autosave]");
        await visitor.SubmitAsync(await visitor.GetAsync("/participate/check"), button: "button[value=send]");
    }

    private static async Task ReadAsync(PlayedRehearsal played)
    {
        using var moderator = await played.Crew.SignInAsync("moderator");
        var desk = await moderator.GetAsync("/moderate");
        Assert.Single(desk.Document.QuerySelectorAll(".cards .tag"), tag => tag.TextContent == "rehearsal");
        var inputs = await moderator.GetAsync($"/moderate/windows/{PlayedRehearsal.Slug}/1/inputs?words=the");
        Assert.NotNull(inputs.Document.QuerySelector("[data-rehearsal]"));
        Assert.NotNull(inputs.Document.QuerySelector("main a[href*='/moderate/inputs/']"));
        // Whoever opens an input is noted as being at work on it.
        await moderator.GetAsync(inputs.Document.QuerySelector("main a[href*='/moderate/inputs/']")!.GetAttribute("href")!);
        var report = await moderator.SubmitAsync(await moderator.GetAsync($"/moderate/windows/{PlayedRehearsal.Slug}/1/report"));
        Assert.Equal($"/moderate/reports/{SummaryReports.FirstOfRehearsals}", report.Address.AbsolutePath);
        Assert.NotNull(report.Document.QuerySelector("[data-rehearsal]"));
    }

    /// <summary>Everything else that can be made of a round, by the modules where that is short and by hand where it is not.</summary>
    private static async Task WorkAsync(PlayedRehearsal played)
    {
        var (host, window) = (played.Host, await played.WindowAsync());
        var consultation = window.ConsultationId;
        var inputs = (await host.Database.ListAsync($"SELECT id FROM record.sealed_input WHERE window_id = '{window.Id}' AND length(text) > 20 ORDER BY focus_area_number, id")).Select(Guid.Parse).ToList();
        var (_, theme) = await host.WithAsync<CodeBook, (CodingResult, Guid)>(book => book.AddAsync(consultation, "A rehearsed theme", null, true, null, Cancel));
        Assert.Equal(CodingResult.Done, await host.WithAsync<ExcerptCoding, CodingResult>(coding => coding.CodeAsync(inputs[0], 0, 10, new ThemeChoice(consultation, theme, Stance.Nuance), Somebody, Cancel)));
        Assert.Equal(CodingResult.Done, await host.WithAsync<Dimensions, CodingResult>(dimensions => dimensions.ChangeAsync(consultation, "Pillar", ["Protect"], Cancel)));
        await host.WithAsync<Review>(review => review.MaskAsync(inputs[1], 0, 5, "a name", Somebody, Cancel));
        await host.WithAsync<Review>(review => review.KeepAsync(inputs[2], Somebody, Cancel));
        await DraftAsync(host, Guid.Parse((await host.Database.ListAsync("SELECT id FROM record.coded_excerpt"))[0]));
        await host.WithAsync<ITombstones>(stones => stones.WriteAsync([inputs[3]], Cancel));
        await host.RunAsync<ReleaseJob>();
        await host.WithAsync<ErasureStones>(stones => Task.FromResult(stones.Add(window.Id, ErasureKind.People)));
        await host.WithAsync<ErasureBook>(book => book.KeepAsync(new Erasure { WindowId = window.Id, Kind = ErasureKind.People, DoneOn = new DateOnly(2027, 1, 1), Search = TraceSearch.Clean, Found = [] }, Cancel));
        await host.WithAsync<WindowNotices>(notices => notices.AddAsync(window, WindowNotice.MoreTime, Cancel));
        await host.RunAsync<AnnouncementJob>();
        await host.WithAsync<ScopingPapers>(papers => papers.AddNextAsync(consultation, LocalizedText.InEnglish("Second"), version =>
            [new Paragraph { Id = Guid.NewGuid(), PaperVersionId = version, Order = 1, Number = 1, FocusAreaNumber = 1, Text = LocalizedText.InEnglish("First paragraph, changed.") }], Cancel));
        var supplement = new CommentWindow
        {
            Id = Guid.NewGuid(), ConsultationId = consultation, Number = 2, Kind = RoundKind.Written, Title = LocalizedText.InEnglish("Late"), OpensAt = window.ClosesAt.AddDays(1),
            ClosesAt = window.ClosesAt.AddDays(2), Zone = "Europe/Zurich", SupplementsId = window.Id,
        };
        await host.WithAsync<CommentWindows>(windows => windows.AddAsync(supplement, Cancel));
        var clearance = await played.Crew.AddAsync("clearance", window.Id, StaffRole.Clearance);
        Assert.True(clearance.IsActive);
        await host.Database.ExecuteAsync($"""
            INSERT INTO agenda.reminder (id, window_id, due_at, audience, is_taken) VALUES (gen_random_uuid(), '{window.Id}', now() - interval '1 hour', 'everybody', false);
            INSERT INTO record.meeting_note (id, window_id, number, text) VALUES (gen_random_uuid(), '{window.Id}', 1, 'A note');
            INSERT INTO record.raised_question (id, window_id, batch, text, is_public, written_by) VALUES (gen_random_uuid(), '{window.Id}', 1, 'A question?', true, gen_random_uuid());
            INSERT INTO record.import (id, window_id, channel, source) VALUES (gen_random_uuid(), '{window.Id}', 1, 'Rehearsed notes');
            INSERT INTO record.sealed_input (id, window_id, kind, text, language, permission, import_id, import_part)
              SELECT gen_random_uuid(), window_id, 6, 'A rehearsed note', 'en', 0, id, 'A part' FROM record.import WHERE window_id = '{window.Id}';
            INSERT INTO record.logged_resource (input_id, status, is_in_annex, noted_by) SELECT min(id::text)::uuid, 1, false, gen_random_uuid() FROM record.sealed_input WHERE window_id = '{window.Id}';
            INSERT INTO record.dilemma_card (input_id, situation, tension, would_help, tabled_by, is_released, written_by)
              SELECT min(id::text)::uuid, 'A', 'B', 'C', 'D', false, gen_random_uuid() FROM record.sealed_input WHERE window_id = '{window.Id}';
            INSERT INTO record.saved_filter (id, window_id, name, query) VALUES (gen_random_uuid(), '{window.Id}', 'To do', '?area=1');
            INSERT INTO record.flag (input_id, note, flagged_by) SELECT min(id::text)::uuid, 'A note', gen_random_uuid() FROM record.sealed_input WHERE window_id = '{window.Id}';
            INSERT INTO record.harmless_passage (id, input_id, start, "end", decided_by) SELECT gen_random_uuid(), min(id::text)::uuid, 0, 1, gen_random_uuid() FROM record.sealed_input WHERE window_id = '{window.Id}';
            INSERT INTO record.split_passage (id, input_id, start, "end", focus_area_number) SELECT gen_random_uuid(), min(id::text)::uuid, 0, 1, 2 FROM record.sealed_input WHERE window_id = '{window.Id}';
            INSERT INTO record.quotation (id, input_id, start, "end", hash, is_released) SELECT gen_random_uuid(), min(id::text)::uuid, 0, 1, '\x00', true FROM record.sealed_input WHERE window_id = '{window.Id}';
            INSERT INTO record.handover (input_id, note, handed_by) SELECT min(id::text)::uuid, 'A desk', gen_random_uuid() FROM record.sealed_input WHERE window_id = '{window.Id}';
            INSERT INTO record.dismissed_suggestion (id, input_id, in_translation, start, "end", theme_id, dismissed_by) SELECT gen_random_uuid(), min(id::text)::uuid, false, 0, 1, gen_random_uuid(), gen_random_uuid() FROM record.sealed_input WHERE window_id = '{window.Id}';
            INSERT INTO record.working_translation (input_id, language, text, is_machine, is_checked, made_by, went_to, receiver, known_masks, written_by)
              SELECT min(id::text)::uuid, 'fr', 'Une traduction', false, false, 'in-house', 1, 'UNOG', ARRAY[]::uuid[], gen_random_uuid() FROM record.sealed_input WHERE window_id = '{window.Id}';
            INSERT INTO record.sent_text (id, window_id, input_id, went_to, receiver, masks)
              SELECT gen_random_uuid(), '{window.Id}', input_id, 1, 'UNOG', ARRAY[]::uuid[] FROM record.working_translation;
            INSERT INTO record.input_memo (id, input_id, text, written_by) SELECT gen_random_uuid(), input_id, 'A memo', gen_random_uuid() FROM record.working_translation;
            INSERT INTO record.export (id, window_id, format, reason, made_by, allowed_by, made_on, delete_by, names_groups, names_languages, is_deleted)
              VALUES (gen_random_uuid(), '{window.Id}', 'csv', 'A rehearsed export', gen_random_uuid(), gen_random_uuid(), '2027-01-01', '2027-02-01', false, false, false);
            INSERT INTO record.exported_part (id, export_id, input_ids, mask_ids)
              SELECT gen_random_uuid(), e.id, array_agg(i.id), ARRAY[]::uuid[] FROM record.export e JOIN record.sealed_input i USING (window_id) WHERE window_id = '{window.Id}' GROUP BY e.id;
            INSERT INTO record.alike_group (id, window_id, is_one_text, decided_by) VALUES (gen_random_uuid(), '{window.Id}', true, gen_random_uuid());
            INSERT INTO record.alike_text (group_id, input_id, is_out) SELECT g.id, i.id, false FROM record.alike_group g JOIN record.sealed_input i USING (window_id);
            INSERT INTO record.second_reading (id, window_id, coded_by) VALUES (gen_random_uuid(), '{window.Id}', gen_random_uuid());
            INSERT INTO record.sampled_input (input_id, reading_id, is_done) SELECT i.id, r.id, true FROM record.second_reading r JOIN record.sealed_input i USING (window_id) LIMIT 1;
            INSERT INTO record.theme_change (id, consultation_id, version, theme_id, act, name, definition, when_to_use, when_not, example, is_cross_cutting)
              VALUES (gen_random_uuid(), '{window.ConsultationId}', 99, gen_random_uuid(), 1, 'A rehearsed theme', '', '', '', '', false);
            INSERT INTO record.set_aside_passage (report_id, excerpt_id, reason) SELECT r.id, x.id, 1 FROM record.summary_report r CROSS JOIN (SELECT id FROM record.coded_excerpt LIMIT 1) x;
            INSERT INTO record.footnote (id, report_id, number, text) SELECT gen_random_uuid(), id, 1, 'A footnote' FROM record.summary_report;
            INSERT INTO record.claim (report_id, lineage_id, rungs, band) SELECT id, gen_random_uuid(), 'some', 'FiveToNine' FROM record.summary_report;
            INSERT INTO record.lifting (report_id, kind, hash, category, reason, is_agreed) SELECT id, 17, '\x00', 7, 'A rehearsed reason', false FROM record.summary_report;
            INSERT INTO record.file_release (report_id, language, format, source, sha256, engine, differs) SELECT id, 'en', 'pdf', '\x01', '\x02', 'An engine', false FROM record.summary_report;
            INSERT INTO record.draft_check (report_id, state, code, out_on, stopped_early) SELECT id, 1, left(id::text, 23), '2099-01-01', false FROM record.summary_report;
            INSERT INTO record.checked_sentence (report_id, number, text) SELECT id, 1, 'A rehearsed sentence' FROM record.summary_report;
            INSERT INTO record.check_box (id, report_id, box) SELECT gen_random_uuid(), id, '\x00' FROM record.summary_report;
            INSERT INTO record.check_answer (id, report_id, sentence, kind) SELECT gen_random_uuid(), id, 1, 1 FROM record.summary_report;
            INSERT INTO record.draft_change (report_id, number, kind, "by") SELECT id, 1000, 5, gen_random_uuid() FROM record.summary_report;
            INSERT INTO record.begun_wording (report_id, place_id, writer, text) SELECT id, gen_random_uuid(), gen_random_uuid(), 'A rehearsed beginning' FROM record.summary_report;
            INSERT INTO record.review_comment (id, report_id, number, written_by, text) SELECT gen_random_uuid(), id, 1, gen_random_uuid(), 'A rehearsed comment' FROM record.summary_report;
            INSERT INTO record.response (report_number, lineage_id, consultation_id, disposition, reason) SELECT number, gen_random_uuid(), consultation_id, 4, 'A reason' FROM record.summary_report;
            INSERT INTO record.released_response (report_number, lineage_id, consultation_id, disposition, reason, release) SELECT report_number, lineage_id, consultation_id, disposition, reason, 1 FROM record.response;
            INSERT INTO record.commented_band (report_number, paragraph, consultation_id, band) SELECT report_number, 1, consultation_id, 'FiveToNine' FROM record.response;
            INSERT INTO team.report_withdrawal (report_number, version, window_id, withdrawn_by_id, withdrawn_at) SELECT number, version, window_id, gen_random_uuid(), now() FROM record.summary_report;
            INSERT INTO record.final_wording (key_point_id, rungs) SELECT id, 'some' FROM record.statement WHERE voice = 'input';
            INSERT INTO people.listed_line (report_number, version, "order", group_label, name, role) SELECT number, version, 1, 'companies', 'Sample Person 01', 'Sample role' FROM record.summary_report;
            INSERT INTO people.registration (id, window_id, name, role, group_label, email, folded_email, language, state) VALUES (gen_random_uuid(), '{window.Id}', 'Sample', 'Role', 'companies', 'a@b.invalid', 'a@b.invalid', 'en', 1);
            INSERT INTO people.organisation_alias (folded_name, organisation_id) SELECT 'sample alias', min(organisation_id::text)::uuid FROM people.participant WHERE email LIKE '%.invalid';
            CREATE TEMP TABLE one AS SELECT i.id, i.participant_id, i.window_id FROM people.invitation i JOIN people.participant p ON p.id = i.participant_id WHERE p.email LIKE '%.invalid' ORDER BY 1 LIMIT 1;
            INSERT INTO people.listing_consent (participant_id, choice, text_version) SELECT participant_id, 2, 1 FROM one;
            INSERT INTO people.undelivered (letter_id, invitation_id, standing, answer) SELECT gen_random_uuid(), id, 1, '' FROM one;
            INSERT INTO people.offer (id, invitation_id, kinds, text) SELECT gen_random_uuid(), id, 1, 'An offer' FROM one;
            INSERT INTO people.offer_follow_up (offer_id, owner_id, next_step, version) SELECT id, gen_random_uuid(), '', 1 FROM people.offer;
            INSERT INTO people.offer_note (id, offer_id, author_id, at, text) SELECT gen_random_uuid(), id, gen_random_uuid(), now(), 'Noted of it' FROM people.offer;
            INSERT INTO people.submission (id, window_id, invitation_id, capacity, name, role, language, text, consent_version, edition, number, is_taken_down)
              SELECT gen_random_uuid(), window_id, id, 1, 'Sample Person', 'Role', 'en', 'Published', 1, 1, 1, false FROM one;
            """);
        // Nobody is reminded of anything.
        await host.RunAsync<ReminderJob>();
        await host.RunAsync<OfferReminderJob>();
        await host.RunAsync<MailJob>();
    }

    private static async Task DraftAsync(TestHost host, Guid excerpt)
    {
        var report = (await host.WithAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(SummaryReports.FirstOfRehearsals, null, Cancel)))!;
        var area = report.Sections.First(section => section.Kind == SectionKind.FocusArea).Id;
        Assert.Equal(DraftResult.Done, (await host.WithAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(report.Id, new StatementPlace(area),
            new KeyPointDraft { Text = "Participants noted **a rehearsed point** here.", Evidence = new Dictionary<Guid, EvidenceWeight> { [excerpt] = EvidenceWeight.Main } },
            ["The project team"], Somebody, Cancel))).Result);
    }
}
