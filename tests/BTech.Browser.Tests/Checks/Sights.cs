using Microsoft.Playwright;
using static BTech.Browser.Tests.Checks.Who;

namespace BTech.Browser.Tests.Checks;

/// <summary>
/// Every page type in every state that it has on a site with the sample. States that need another site or moment are looked at where
/// they come about: <see cref="Participate.ClosingTests"/> and the journeys.
/// </summary>
internal static class Sights
{
    private const string Round = "/admin/windows/b-tech/3";
    private const string Report = "/moderate/reports/2";
    private const string Submit = "main form button.button[type=submit]";
    private static readonly string TooLong = string.Concat(Enumerable.Repeat("Much too long. ", 1400));

    public static IReadOnlyList<Sight> Public { get; } =
    [
        new(Visitor, "/"),
        new(Visitor, "/consultations/b-tech"),
        new(Visitor, "/consultations/b-tech/submissions"),
        new(Visitor, "/consultations/b-tech/paper"),
        new(Visitor, "/consultations/b-tech/paper/1", "older"),
        new(Visitor, "/consultations/b-tech/paper/compare/1/2"),
        new(Visitor, "/reports"),
        new(Visitor, "/reports/1"),
        new(Visitor, "/reports/1/v1"),
        new(Visitor, "/seals/b-tech/2"),
        new(Visitor, "/seals/b-tech/3", "empty"),
        new(Visitor, "/about/rule"),
        new(Visitor, "/about/accessibility"),
        new(Visitor, "/about/languages", "a language open", page => page.Locator("main details > summary").First.PressAsync("Enter")),
        new(Visitor, "/about/privacy"),
        new(Visitor, "/about/safety"),
        new(Visitor, "/no/such/page", "not there"),
        new(Visitor, "/follow-up"),
        Sight.Refused(Visitor, "/follow-up", Submit, ("#Code", "not a code"), ("#Text", "What I wrote.")),
        new(Visitor, "/follow-up", "not found", NotHeldAsync),
        new(Visitor, "/follow-up", "withdrawing", page => AskAsync(page, "withdraw")),
        new(Visitor, "/follow-up", "burning", page => AskAsync(page, "burn")),
        new(Visitor, "/follow-up", "asked for", async page =>
        {
            await AskAsync(page, "withdraw");
            await page.Locator("main button[name=Sure]").FollowAsync();
        }),
        new(Visitor, "/participate/enter"),
        Sight.Refused(Visitor, "/participate/enter", "main form button", ("#Code", "NOT-A-CODE")),
        new(Visitor, "/participate/7KQ2M4TX9B3C7KQ2M4TX9B3C", "does not work"),
        new(Visitor, "/participate/lost-link"),
        Sight.Refused(Visitor, "/participate/lost-link", "main form button", ("#Email", "nobody")),
        new(Visitor, "/participate/lost-link", "asked", page => GiveAddressAsync(page)),
        new(Visitor, "/reminders/stop/nothing"),
        new(Visitor, "/reminders/stop/nothing", "ended", page => page.Locator("main form button").FollowAsync()),
        new(Visitor, "/consultations/b-tech/register"),
        Sight.Refused(Visitor, "/consultations/b-tech/register", "main form button", ("#Name", "Zoé Nouvelle"), ("#Email", "nobody")),
        new(Visitor, "/consultations/b-tech/register/confirm/nothing", "over"),
        new(Visitor, "/account/forgot"),
        Sight.Refused(Visitor, "/account/forgot", Submit, ("#Email", "nobody")),
        new(Visitor, "/account/forgot", "asked", page => GiveAddressAsync(page)),
        new(Visitor, "/account/login"),
        Sight.Refused(Visitor, "/account/login", Submit, ("#Email", "nobody@example.org")),
        new(Visitor, "/account/login/passkey"),
        new(Visitor, "/account/logout"),
        new(Visitor, "/account/set-password/nothing", "over"),
        new(Visitor, "/components"),
        new(Visitor, "/components", "refused", page => page.Locator(Submit).FollowAsync(isRefused: true), IsRefused: true),
    ];

    public static IReadOnlyList<Sight> Participation { get; } =
    [
        new(Newcomer, "/participate/rule"),
        new(Newcomer, "/participate/rule", "refused", page => page.Locator("main form button").FollowAsync(isRefused: true), IsRefused: true),
        new(Writer, "/participate"),
        new(Writer, "/participate/focus-areas/1"),
        new(Writer, "/participate/focus-areas/2", "with the paper", page => page.Locator("main details > summary").First.PressAsync("Enter")),
        Sight.Refused(Writer, "/participate/focus-areas/2", "main button.button[value=continue]:not(.visually-hidden)", ("#Text", TooLong)),
        new(Writer, "/participate/overall"),
        Sight.Refused(Writer, "/participate/overall", "main button.button[value=continue]", ("#Text", TooLong)),
        new(Writer, "/participate/paragraphs/16"),
        Sight.Refused(Writer, "/participate/paragraphs/16", "main button.button[value=continue]", ("#Text", TooLong), ("#OtherWording", "Better words.")),
        new(Writer, "/participate/focus-areas/2", "new resource", page => page.PressAsync("resource")),
        new(Writer, "/participate/focus-areas/2", "refused resource", page => ItemAsync(page, "resource", ("#Title", ""), ("#Link", "no address")), IsRefused: true),
        new(Writer, "/participate/focus-areas/2", "new dilemma", page => page.PressAsync("dilemma")),
        new(Writer, "/participate/focus-areas/2", "refused dilemma", page => ItemAsync(page, "dilemma", ("#Tension", "Privacy and safety")), IsRefused: true),
        new(Writer, "/participate/check"),
        new(Writer, "/participate/check", "with hints", CoachedAsync),
        new(Newcomer, "/participate/you"),
        new(Newcomer, "/participate/you", "refused", page => page.Locator("main form button").FollowAsync(isRefused: true), IsRefused: true),
        new(Writer, "/participate/offers"),
        Sight.Refused(Writer, "/participate/offers", "main form button", ("#Text", "A room for sixty.")),
        new(Writer, "/participate/copy"),
        new(Writer, "/participate/questions"),
        Sight.Refused(Writer, "/participate/questions", "main form button[value=read]", ("#Text", "Words under no mark")),
        new(Writer, "/participate/questions", "to be checked", BroughtBackAsync),
        new(Writer, "/participate/on-record"),
        Sight.Refused(Writer, "/participate/on-record", "main form button[value=look]", ("#Heading", "For the record")),
        new(Writer, "/participate/on-record", "to be agreed to", LookOnRecordAsync),
        new(Sender, "/participate"),
        new(Sender, "/participate/check"),
        new(Sender, "/participate/withdraw"),
        new(Sender, "/participate/rule"),
        new(Sender, "/follow-up", "still inside"),
    ];

    public static IReadOnlyList<Sight> Administration { get; } =
    [
        new(Administrator, "/account"),
        new(Administrator, "/account/second-factor"),
        Sight.Refused(Administrator, "/account/second-factor", Submit, ("#Code", "123")),
        new(Administrator, "/account/passkeys", "empty"),
        new(Administrator, "/account/passkeys/add"),
        Sight.Refused(Administrator, "/account/passkeys/add", Submit, ("#Name", "Laptop")),
        new(Administrator, "/admin"),
        new(Administrator, "/admin/consultations/b-tech"),
        Sight.Refused(Administrator, "/admin/consultations/b-tech", Submit, ("[name='Form.Title[en]']", ""), ("[name='Form.Host[en]']", "Another host")),
        new(Administrator, "/admin/consultations/new"),
        Sight.Refused(Administrator, "/admin/consultations/new", Submit, ("#NewSlug", "No Such Slug"), ("[name='Form.Contact']", "nobody")),
        new(Administrator, "/admin/consultations/b-tech/focus-areas"),
        Sight.Refused(Administrator, "/admin/consultations/b-tech/focus-areas", "#add button"),
        new(Administrator, "/admin/consultations/b-tech/focus-areas/1"),
        Sight.Refused(Administrator, "/admin/consultations/b-tech/focus-areas/1", Submit, ("[name='AreaTitle[en]']", ""), ("[name='Audience[fr]']", "États")),
        new(Administrator, "/admin/consultations/b-tech/groups"),
        Sight.Refused(Administrator, "/admin/consultations/b-tech/groups", "#add button", ("#NewName", "Banks")),
        new(Administrator, "/admin/consultations/b-tech/groups/companies"),
        Sight.Refused(Administrator, "/admin/consultations/b-tech/groups/companies", "#words button", ("[name='GroupName[en]']", ""), ("[name='GroupName[fr]']", "Sociétés")),
        new(Administrator, "/admin/consultations/b-tech/reasons"),
        Sight.Refused(Administrator, "/admin/consultations/b-tech/reasons", "#add button", ("[name='Text[fr]']", "Motif")),
        new(Administrator, "/admin/consultations/b-tech/languages"),
        new(Administrator, "/admin/consultations/b-tech/promise", "opened"),
        new(Administrator, "/admin/consultations/b-tech/delete", "refused by what was opened"),
        new(Administrator, "/admin/consultations/b-tech/rehearsal"),
        new(Administrator, "/admin/consultations/b-tech/papers"),
        new(Administrator, "/admin/consultations/b-tech/papers/new"),
        Sight.Refused(Administrator, "/admin/consultations/b-tech/papers/new", Submit, ("#Text", "# Only a heading")),
        new(Administrator, "/admin/consultations/b-tech/papers/new", "to be checked", PastePaperAsync),
        new(Administrator, "/admin/consultations/b-tech/papers/new", "by pieces", ByPiecesAsync),
        new(Administrator, "/admin/consultations/b-tech/papers/new", "refused by pieces", RefusePieceAsync, IsRefused: true),
        new(Administrator, "/admin/consultations/b-tech/papers/1/languages/ar"),
        new(Administrator, "/admin/consultations/b-tech/papers/1/languages/ar", "beside the English", page => page.Locator("button[value=beside]").FollowAsync()),
        new(Administrator, "/admin/consultations/b-tech/papers/1/languages/ar", "refused beside the English", async page =>
        {
            await page.Locator("button[value=beside]").FollowAsync();
            await page.FillAsync("[name='Beside.Lines[1].Text']", "");
            await page.FillAsync("#PaperTitle", "ورقة");
            await page.Locator("#correct .actions button[value=save]").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Administrator, "/admin/consultations/b-tech/papers/2/changes?show=changed"),
        Sight.Refused(Administrator, "/admin/consultations/b-tech/papers/2/changes?show=changed", Submit, ("[name='Lines[0].Others']", "999")),
        new(Administrator, "/admin/consultations/b-tech/windows/new"),
        Sight.Refused(Administrator, "/admin/consultations/b-tech/windows/new", Submit, ("[name='WindowTitle[fr]']", "Quatrième tour")),
        new(Administrator, "/admin/consultations/b-tech/windows/new?like=3", "like another"),
        new(Administrator, "/admin/consultations/b-tech/windows/new?supplements=2", "supplementary"),
        new(Administrator, Round),
        new(Administrator, $"{Round}/groups"),
        new(Administrator, $"{Round}/people/again", "nobody"),
        new(Administrator, "/admin/windows/b-tech/1", "meeting"),
        new(Administrator, "/admin/windows/b-tech/2", "sealed"),
        new(Administrator, $"{Round}/dates", "opened"),
        new(Administrator, $"{Round}/open", "opened"),
        new(Administrator, $"{Round}/extend"),
        Sight.Refused(Administrator, $"{Round}/extend", Submit, ("[name='Closes.Date']", "2019-09-06")),
        new(Administrator, $"{Round}/close"),
        Sight.Refused(Administrator, $"{Round}/close", Submit, ("[name='Note[fr]']", "Parce que."), ("#SecondEmail", "administrator@example.org")),
        new(Administrator, $"{Round}/seal"),
        new(Administrator, "/admin/windows/b-tech/2/seal", "sealed"),
        new(Administrator, $"{Round}/reminders"),
        Sight.Refused(Administrator, $"{Round}/reminders", "#add button[type=submit]", ("[name='Form.Moment.Date']", "2019-09-06"), ("[name='Form.Moment.Time']", "23:59")),
        new(Administrator, $"{Round}/reminders", "letters open", OpenLettersAsync),
        new(Administrator, "/admin/windows/b-tech/2/reminders", "closed"),
        new(Administrator, $"{Round}/retention"),
        Sight.Refused(Administrator, $"{Round}/retention", "#sign button:not(.warning)", ("#PeopleDay", "2099-01-01"), ("#SecondEmail", "administrator@example.org")),
        new(Administrator, "/admin/windows/b-tech/2/retention", "sealed"),
        new(Administrator, $"{Round}/people"),
        new(Administrator, $"{Round}/people", "somebody", OnSomebodyAsync),
        new(Administrator, $"{Round}/people", "somebody, refused", async page =>
        {
            await OnSomebodyAsync(page);
            await page.FillAsync("#Email", "nobody");
            await page.Locator("#save button").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Administrator, $"{Round}/people", "a letter", OnALetterAsync),
        new(Administrator, $"{Round}/people", "a letter, refused", async page =>
        {
            await OnALetterAsync(page);
            await page.FillAsync("[name='Texts[0]']", "By post.");
            await page.Locator(Submit).FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Administrator, $"{Round}/mails"),
        new(Administrator, $"{Round}/mails?Kind=Reminder&In=ar", "in another language"),
        new(Administrator, $"{Round}/registrations", "empty"),
        new(Administrator, $"{Round}/preview/writing/participate/rule", "as a participant"),
        new(Administrator, $"{Round}/preview/sent/participate", "as a participant"),
        new(Administrator, $"{Round}/preview/writing/participate/focus-areas/1", "as a participant"),
        new(Administrator, $"{Round}/people/import"),
        new(Administrator, $"{Round}/people/import", "refused", page => page.Locator(Submit).FollowAsync(isRefused: true), IsRefused: true),
        new(Administrator, $"{Round}/people/import", "bad rows", BadRowsAsync, IsRefused: true),
        new(Administrator, "/admin/staff"),
        Sight.Refused(Administrator, "/admin/staff", "#give button", ("#Email", "nobody")),
        new(Administrator, "/admin/audit"),
        new(Administrator, "/admin/audit?about=nobody+did+this", "nothing found"),
        new(Administrator, "/admin/health"),
        new(Administrator, "/admin/verify"),
        new(Administrator, "/admin/verify", "checked", page => page.Locator("#run button").FollowAsync()),
        new(Offers, "/admin/offers"),
        new(Offers, "/admin/offers", "an offer", page => page.Locator("main tbody a").First.FollowAsync()),
        new(Offers, "/admin/offers", "an offer, refused", async page =>
        {
            await page.Locator("main tbody a").First.FollowAsync();
            await page.FillAsync("#NextStep", "");
            await page.Locator("#follow-up button").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Administrator, "/admin/windows/b-tech/1/list", "published"),
        new(Administrator, $"{Round}/list", "before the seal"),
        new(Offers, "/admin/submissions"),
        new(Offers, "/admin/submissions/b-tech/2", "empty"),
    ];

    public static IReadOnlyList<Sight> Moderation { get; } =
    [
        new(Moderator, "/moderate"),
        new(Moderator, "/moderate/windows/b-tech/2/queue"),
        new(Moderator, "/moderate/windows/b-tech/2/inputs"),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?parts=true"),
        new(Moderator, "/moderate/windows/b-tech/2/inputs", "several, refused", async page =>
        {
            await page.Locator("main details > summary").Last.PressAsync("Enter");
            await page.Locator("#bulk button").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?words=nobody+wrote+this", "empty"),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?uncoded=true", "an input", page => page.Locator(".cards h2 a").First.FollowAsync()),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?uncoded=true", "an input being coded", OnCodingAsync),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?uncoded=true", "coded", async page =>
        {
            await OnCodingAsync(page);
            await page.CheckAsync("#s1");
            await page.Locator("[name=ThemeIds]").First.CheckAsync();
            await page.Locator("form.coding button.button").FollowAsync();
            await page.Locator("#given a[href*='edit=']").First.FollowAsync();
        }),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?uncoded=true", "coding refused", async page =>
        {
            await OnCodingAsync(page);
            await page.Locator("form.coding button.button").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?uncoded=true", "translating", OnTranslationAsync),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?words=%D9%86%D8%B1%D8%AD%D9%91%D8%A8", "translated", async page =>
        {
            await OnTranslationAsync(page);
            await page.FillAsync("#Text", "We welcome that the paper speaks of laws that press companies. They say aword" + new string('o', 60) + ".");
            await page.FillAsync("#MadeBy", "in-house");
            await page.CheckAsync("[name=WentTo][value=Stayed]");
            await page.Locator("form[action*='handler=Save'] button").FollowAsync();
        }),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?uncoded=true", "translation refused", async page =>
        {
            await OnTranslationAsync(page);
            await page.Locator("form[action*='handler=Save'] button").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?uncoded=true", "memos of an input", async page =>
        {
            await page.Locator(".cards h2 a").First.FollowAsync();
            await page.Locator("#memos a").FollowAsync();
        }),
        new(Moderator, "/moderate/windows/b-tech/2/dimension"),
        Sight.Refused(Moderator, "/moderate/windows/b-tech/2/dimension", Submit, ("#Name", "Pillar")),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?uncoded=true", "an input, mask refused", page => OnInputAsync(page, "[data-mask]"), IsRefused: true),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?uncoded=true", "an input, a mask seen first", async page =>
        {
            await page.Locator(".cards h2 a").First.FollowAsync();
            await page.Locator("#s1").CheckAsync();
            await page.Locator("button[formaction*='handler=Preview']").FollowAsync();
        }),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?uncoded=true", "an input, splitting refused", async page =>
        {
            await page.Locator(".cards h2 a").First.FollowAsync();
            await page.Locator("details:has(#OtherArea) > summary").PressAsync("Enter");
            await page.Locator("button[formaction*='handler=Split']").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?area=1&uncoded=true", "keeping a view, refused", async page =>
        {
            await page.Locator("details:has(#ViewName) > summary").PressAsync("Enter");
            await page.Locator("form[action*='handler=Keep'] button").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Moderator, "/moderate/windows/b-tech/2/threats"),
        new(Moderator, "/moderate/windows/b-tech/2/inputs?state=SetAside", "set aside", page => page.Locator(".cards h2 a").First.FollowAsync()),
        new(Moderator, "/moderate/windows/b-tech/2/paper"),
        new(Moderator, "/moderate/windows/b-tech/2/alike"),
        new(Moderator, "/moderate/windows/b-tech/2/suggestions"),
        new(Moderator, "/moderate/windows/b-tech/2/suggestions", "one decided against", page => page.Locator("[data-suggestions] form button").First.FollowAsync()),
        new(Moderator, "/moderate/windows/b-tech/2/matrix", "numbers open", page => page.Locator("#stances summary").PressAsync("Enter")),
        new(Moderator, "/moderate/windows/b-tech/2/matrix?view=public"),
        new(Moderator, "/moderate/windows/b-tech/2/imports", "empty"),
        new(Moderator, "/moderate/windows/b-tech/2/imports/new"),
        Sight.Refused(Moderator, "/moderate/windows/b-tech/2/imports/new", "#read button", ("#Source", "Notes of a meeting")),
        new(Moderator, "/moderate/windows/b-tech/2/imports/new", "a note to be checked", ReadNoteAsync),
        new(Moderator, "/moderate/windows/b-tech/2/imports/new", "a table to be checked", ReadTableAsync),
        new(Moderator, "/moderate/windows/b-tech/2/imports/new", "nothing chosen", async page =>
        {
            await ReadNoteAsync(page);
            foreach (var place in await page.Locator("#take .cards select").AllAsync()) await place.SelectOptionAsync("");
            await page.Locator("#take button[value=take]").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Moderator, "/moderate/windows/b-tech/2/imports/new", "added, taken back", async page =>
        {
            await ReadNoteAsync(page);
            await page.Locator("#take button[value=take]").FollowAsync();
            await page.Locator("main .cards summary").First.PressAsync("Enter");
            await page.Locator("main .cards button.warning").First.FollowAsync();
        }),
        new(Moderator, "/moderate/windows/b-tech/2/exports"),
        new(Moderator, "/moderate/windows/b-tech/2/exports", "refused", page => page.Locator("#make button[type=submit]").FollowAsync(isRefused: true), IsRefused: true),
        new(Moderator, "/moderate/windows/b-tech/2/resources"),
        new(Moderator, "/moderate/windows/b-tech/2/resources?show=UsedIn", "nothing like that"),
        new(Moderator, "/moderate/windows/b-tech/2/resources", "noting, refused", async page =>
        {
            await page.Locator("main .cards a[href*='edit=']").First.FollowAsync();
            await page.Locator("#IsInAnnex").CheckAsync();
            await page.Locator("#form button").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Moderator, "/moderate/windows/b-tech/2/dilemmas", "a card, refused", async page =>
        {
            await page.Locator("main .cards a[href*='edit=']").First.FollowAsync();
            await page.Locator("#form button").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Moderator, "/moderate/windows/b-tech/2/dilemmas"),
        new(Moderator, "/moderate/windows/b-tech/2/questions"),
        Sight.Refused(Moderator, "/moderate/windows/b-tech/2/questions", "#save button", ("#Batch", "0")),
        new(Moderator, "/moderate/windows/b-tech/2/memos"),
        new(Moderator, "/moderate/windows/b-tech/2/memos?words=nobody+noted+this", "nothing like that"),
        new(Moderator, "/moderate/windows/b-tech/2/themes"),
        new(Moderator, "/moderate/windows/b-tech/2/themes/import"),
        new(Moderator, "/moderate/windows/b-tech/2/themes/import", "refused", page => page.Locator("#import button").FollowAsync(isRefused: true), IsRefused: true),
        new(Moderator, "/moderate/windows/b-tech/2/themes/history"),
        new(Moderator, "/moderate/windows/b-tech/2/themes", "earlier wordings", page => page.Locator("a[href*='history?theme=']").First.FollowAsync()),
        new(Moderator, "/moderate/windows/b-tech/2/themes/history?from=0&to=3", "compared"),
        new(Moderator, "/moderate/windows/b-tech/2/themes", "splitting", page => page.Locator("a[href*='split?theme=']").First.FollowAsync()),
        new(Moderator, "/moderate/windows/b-tech/2/themes", "splitting refused", async page =>
        {
            await page.Locator("a[href*='split?theme=']").First.FollowAsync();
            await page.Locator("#splitting button").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Moderator, "/moderate/windows/b-tech/2/second-coder"),
        new(Moderator, "/moderate/windows/b-tech/2/second-coder", "refused", page => page.Locator("#open button").FollowAsync(isRefused: true), IsRefused: true),
        new(Moderator, "/moderate/windows/b-tech/2/second-coder/agreement", "empty"),
        new(Moderator, "/moderate/windows/b-tech/2/second-coder/disputes", "empty"),
        new(Moderator, "/moderate/windows/b-tech/2/themes", "merging", page => page.Locator("a[href*='merge=']").First.FollowAsync()),
        new(Moderator, "/moderate/windows/b-tech/2/themes", "refused", page => page.Locator("#form button").FollowAsync(isRefused: true), IsRefused: true),
        new(Moderator, Report),
        new(Moderator, Report, "refused", page => page.Locator("form[action*='handler=Submit'] button").FollowAsync(isRefused: true), IsRefused: true),
        new(Moderator, Report, "asking the second person", page => page.Locator("#check a[href*='/lift/']").First.FollowAsync()),
        new(Moderator, Report, "asking the second person, refused", async page =>
        {
            await page.Locator("#check a[href*='/lift/']").First.FollowAsync();
            await page.Locator("main form button").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Moderator, $"{Report}/preview"),
        new(Moderator, $"{Report}/check", "not yet"),
        new(Moderator, $"{Report}/gates"),
        new(Moderator, "/moderate/reports/1/gates", "a meeting"),
        new(Moderator, $"{Report}/passages"),
        new(Moderator, $"{Report}/passages", "a theme", page => page.Locator("tbody a").First.FollowAsync()),
        new(Moderator, $"{Report}/passages", "refused", async page =>
        {
            await page.Locator("tbody a").First.FollowAsync();
            await page.Locator("#open form button").First.FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Moderator, $"{Report}/quotations"),
        new(Moderator, $"{Report}/review"),
        new(Moderator, $"{Report}/review?on=whole", "refused", page => page.Locator("#comment button").FollowAsync(isRefused: true), IsRefused: true),
        new(Moderator, $"{Report}/changes"),
        new(Moderator, "/moderate/reports/1/versions"),
        new(Moderator, $"{Report}/sections/5"),
        new(Moderator, $"{Report}/sections/5", "refused", HostNoteAsync, IsRefused: true),
        new(Moderator, $"{Report}/sections/5/key-point"),
        new(Moderator, $"{Report}/sections/5/key-point", "wording", WordingAsync),
        new(Moderator, $"{Report}/sections/5/key-point", "wording refused", async page =>
        {
            await WordingAsync(page);
            await page.Locator("#wording button").FollowAsync(isRefused: true);
        }, IsRefused: true),
        new(Moderator, $"{Report}/sections/1", "a statement", page => page.Locator("main a[href*='/statements/']").First.FollowAsync()),
        new(Moderator, "/moderate/reports/1", "published"),
        new(Moderator, "/moderate/reports/1/responses"),
        new(Moderator, "/moderate/reports/1/responses", "refused", page => page.Locator("form[action*='handler=Save'] button").First.FollowAsync(isRefused: true), IsRefused: true),
        new(Moderator, "/moderate/reports/2/responses", "not yet"),
        new(Who.Clearance, "/moderate"),
        new(Who.Clearance, $"{Report}/clearance", "not yet"),
    ];

    /// <summary>What most people see, and nobody who works here: looked at in all six languages.</summary>
    public static IReadOnlyList<Sight> Main { get; } =
    [
        .. Public.Concat(Participation).Where(sight => sight is
        {
            State: "default",
            Address: "/" or "/consultations/b-tech" or "/reports/1" or "/about/rule" or "/participate/rule" or "/participate/focus-areas/1" or "/participate/check",
            Who: Visitor or Newcomer or Writer,
        }),
        .. Participation.Where(sight => sight is { Who: Sender, Address: "/participate" }),
    ];

    public static IReadOnlyList<Sight> All { get; } = [.. Public, .. Participation, .. Administration, .. Moderation];

    private static async Task GiveAddressAsync(IPage page)
    {
        await page.FillAsync("#Email", "nobody@example.org");
        await page.Locator("main form button").FollowAsync();
    }

    private static Task OnSomebodyAsync(IPage page) => page.Locator("main td p a[href*='/people/']").First.FollowAsync();

    private static Task OnALetterAsync(IPage page) => page.Locator("main td a[href$='/letter']").First.FollowAsync();

    private static async Task NotHeldAsync(IPage page)
    {
        await page.FillAsync("#Code", BTech.Record.Boxes.FollowUpCode.New().ToString()!);
        await page.FillAsync("#Text", "Nobody sent this.");
        await page.Locator(Submit).FollowAsync();
    }

    private static async Task PastePaperAsync(IPage page)
    {
        await page.FillAsync("#Text", "# A paper\n\nBefore.\n\n## Focus area 1\n\nAs follows:\n\n- one\n- two\n\n| Right | Who |\n|---|---|\n| privacy | everybody |\n");
        await page.Locator(Submit).FollowAsync();
    }

    private static async Task ReadNoteAsync(IPage page)
    {
        await page.FillAsync("#Source", "Notes of a meeting");
        await page.FillAsync("#Note", "## Focus area 1\nBoards were named.\nوقيل إن المجالس مسؤولة.\n\n## Lunch\n\nwithaverylongwordthatnobodywouldwriteandthatmusthoweverstayonthepagewithoutwideningit\n");
        await page.Locator("#read button").FollowAsync();
    }

    private static async Task ReadTableAsync(IPage page)
    {
        await page.FillAsync("#Source", "A survey");
        await page.SetInputFilesAsync("#Upload", new FilePayload
        {
            Name = "results.csv", MimeType = "text/csv", Buffer = "Response ID,Date submitted,Last page,What is your name?,Focus area 1: what is missing?\n7,2019-08-01 10:22:31,4,Zoé Made-up,Those who mend things were not asked at all.\n"u8.ToArray(),
        });
        await page.Locator("#read button").FollowAsync();
    }

    private static async Task ByPiecesAsync(IPage page)
    {
        await page.FillAsync("#Text", "# A paper\n\nBefore.\n\n## Focus area 1\n\n" + string.Join("\n\n", Enumerable.Range(1, 40).Select(number => $"Paragraph {number} with averylongwordthatnobodywouldwriteandthatmusthoweverfitonaphone.")));
        await page.Locator(Submit).FollowAsync();
        await page.Locator("button[value=pieces]").FollowAsync();
    }

    private static async Task RefusePieceAsync(IPage page)
    {
        await ByPiecesAsync(page);
        await page.FillAsync("[name='Pieces.Lines[0].Text']", "");
        await page.CheckAsync("[name='Pieces.Lines[3].IsLeftOut']");
        await page.CheckAsync("[name='Pieces.Lines[4].Joins']");
        await page.Locator("#pieces .actions button[value=save]").FollowAsync(isRefused: true);
        Assert.Equal("", await page.InputValueAsync("[name='Pieces.Lines[0].Text']"));
    }

    private static async Task OpenLettersAsync(IPage page)
    {
        foreach (var letter in await page.Locator("[data-letter] > summary").AllAsync()) await letter.PressAsync("Enter");
    }

    private static async Task AskAsync(IPage page, string request)
    {
        await page.FillAsync("#Code", BTech.Record.Boxes.FollowUpCode.New().ToString()!);
        await page.Locator($"main button[value={request}]").FollowAsync();
    }

    private static async Task BroughtBackAsync(IPage page)
    {
        await page.FillAsync("#Text", "Under no mark.\n[F1]\nWe agree.\nنحن نوافق.\n[P16]\nUnclear.");
        await page.Locator("main form button[value=read]").FollowAsync();
    }

    private static async Task LookOnRecordAsync(IPage page)
    {
        await page.CheckAsync("[name=Capacity][value=Organisation]");
        await page.FillAsync("#Heading", "For the record");
        await page.FillAsync("#Text", "We welcome the draft.\nنرحب بالمسودة.");
        await page.Locator("main form button[value=look]").FollowAsync();
    }

    private static async Task CoachedAsync(IPage page)
    {
        await page.GotoAsync(new Uri(new Uri(page.Url), "overall").ToString());
        await page.FillAsync("#Text", "As the only operator in Kenya, we at Nordwind Mobile agree.\nنحن في شركة الأفق نوافق.");
        await page.Locator("[data-draft]").FollowAsync();
        await page.Locator("main [data-coach] a").FollowAsync();
        Assert.Equal(3, await page.Locator("dl [data-coach] mark").CountAsync());
    }

    private static async Task ItemAsync(IPage page, string kind, params (string Field, string Value)[] typed)
    {
        await page.PressAsync(kind);
        foreach (var (field, value) in typed) await page.FillAsync(field, value);
        await page.Locator("main button.button[value=continue]").FollowAsync(isRefused: true);
        foreach (var (field, value) in typed) Assert.Equal(value, await page.InputValueAsync(field));
    }

    private static async Task BadRowsAsync(IPage page)
    {
        await page.SetInputFilesAsync("#People", new FilePayload
        {
            Name = "people.csv", MimeType = "text/csv", Buffer = "name,role,organisation,group,email,language\n,,,nothing,nobody,xx\n"u8.ToArray(),
        });
        await page.Locator(Submit).FollowAsync(isRefused: true);
    }

    private static async Task OnInputAsync(IPage page, string button)
    {
        await page.Locator(".cards h2 a").First.FollowAsync();
        await page.Locator(button).FollowAsync(isRefused: true);
    }

    private static async Task OnCodingAsync(IPage page)
    {
        await page.Locator(".cards h2 a").First.FollowAsync();
        await page.Locator("main a[href*='/coding']").First.FollowAsync();
    }

    private static async Task OnTranslationAsync(IPage page)
    {
        await page.Locator(".cards h2 a").First.FollowAsync();
        await page.Locator("main a[href*='/translation']").First.FollowAsync();
    }

    private static async Task HostNoteAsync(IPage page)
    {
        await page.Locator("details:has(#HostText) > summary").ClickAsync();
        await page.FillAsync("#HostText", "Somebody else says this.");
        await page.Locator("form[action*='handler=Host'] button").FollowAsync(isRefused: true);
        Assert.Equal("Somebody else says this.", await page.InputValueAsync("#HostText"));
    }

    private static async Task WordingAsync(IPage page)
    {
        await page.Locator("#Evidence [name=e]").First.CheckAsync();
        await page.Locator("form[method=get] > button").FollowAsync();
    }
}
