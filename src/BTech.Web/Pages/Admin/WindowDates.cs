using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Web.Design;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin;

/// <summary>When a window opens and closes, as a form has it.</summary>
public sealed class WindowDates
{
    private const int LongestExpected = 100;

    // Beyond it no group would ever carry its name.
    private const int MostSmallestGroup = 50;

    public MomentForm Opens { get; set; } = new();

    public MomentForm Closes { get; set; } = new();

    public string? Zone { get; set; } = "Europe/Zurich";

    /// <summary>Roughly when, by language; empty once the dates are settled.</summary>
    public Dictionary<string, string?> Expected { get; set; } = LocalizedForm.Fields(null);

    public string? LateSendingMinutes { get; set; } = "15";

    public string? HoldingHours { get; set; } = "24";

    /// <summary>k: the smallest number of contributors that may carry a common label.</summary>
    public string? SmallestGroup { get; set; } = Text(CommentWindow.UsualSmallestGroup);

    /// <summary>Size of a box in KiB.</summary>
    public string? BoxKilobytes { get; set; } = Text(CommentWindow.UsualBoxBytes / 1024);

    public static IReadOnlyList<Choice> Boxes(IStringLocalizer<Words.Rounds> rounds)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        return [.. CommentWindow.BoxSizes.Select(bytes => new Choice(Text(bytes / 1024), rounds["Box.Size", bytes / 1024]))];
    }

    public static WindowDates Of(CommentWindow window, IStringLocalizer<Words.Admin> words)
    {
        ArgumentNullException.ThrowIfNull(window);
        return new WindowDates
        {
            Opens = MomentForm.At(window.OpensAt, window.Zone, words),
            Closes = MomentForm.At(window.ClosesAt, window.Zone, words),
            Zone = window.Zone,
            Expected = LocalizedForm.Fields(window.Expected),
            LateSendingMinutes = Text(window.LateSendingMinutes),
            HoldingHours = Text(window.HoldingHours),
            SmallestGroup = Text(window.SmallestGroup),
            BoxKilobytes = Text(window.BoxBytes / 1024),
        };
    }

    /// <summary>What was typed, when all of it is clear; else the reasons stand beside the fields.</summary>
    public ReadDates? Read(string name, DateTimeOffset now, ModelStateDictionary state, IStringLocalizer<Words.Admin> words)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(words);
        if (Zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _) || !LocalMoment.Zones.Contains(Zone))
            state.AddModelError($"{name}.Zone", words["Dates.ZoneUnknown"]);
        var opens = Opens.Read($"{name}.Opens", Zone, state, words);
        var closes = Closes.Read($"{name}.Closes", Zone, state, words);
        if (closes <= opens) state.AddModelError($"{name}.Closes.Date", words["Dates.Order"]);
        else if (closes <= now) state.AddModelError($"{name}.Closes.Date", words["Dates.Past"]);
        var expected = LocalizedForm.Text(Expected);
        if (!expected.IsEmpty && !LocalizedForm.HasEnglish(Expected)) state.AddModelError($"{name}.Expected[en]", words["Dates.ExpectedEnglish"]);
        if (!LocalizedForm.Fits(Expected, LongestExpected)) state.AddModelError($"{name}.Expected[en]", words["Form.TooLong", LongestExpected]);
        var late = Figure(LateSendingMinutes, 0, 60, $"{name}.{nameof(LateSendingMinutes)}", state, words);
        var holding = Figure(HoldingHours, 0, 72, $"{name}.{nameof(HoldingHours)}", state, words);
        var smallest = Figure(SmallestGroup, CommentWindow.UsualSmallestGroup, MostSmallestGroup, $"{name}.{nameof(SmallestGroup)}", state, words);
        var box = CommentWindow.BoxSizes.FirstOrDefault(bytes => Text(bytes / 1024) == BoxKilobytes);
        if (box == 0) state.AddModelError($"{name}.{nameof(BoxKilobytes)}", words["Dates.BoxMissing"]);
        return state.IsValid ? new ReadDates(opens!.Value, closes!.Value, Zone!, late, holding, expected.IsEmpty ? null : expected, smallest, box) : null;
    }

    /// <summary>Says beside the opening which round already has some of this time.</summary>
    public static void AddOverlap(string field, CommentWindow? other, ModelStateDictionary state, IStringLocalizer<Words.Admin> words)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(words);
        state.AddModelError(field, other is null ? words["Dates.Overlap"] : words["Dates.OverlapWith", other.Number]);
    }

    private static string Text(int figure) => figure.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int Figure(string? text, int fewest, int most, string field, ModelStateDictionary state, IStringLocalizer<Words.Admin> words)
    {
        if (int.TryParse(text?.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var figure) && figure >= fewest && figure <= most) return figure;
        state.AddModelError(field, words["Dates.Figure", fewest, most]);
        return 0;
    }
}

/// <summary>Dates that are clear.</summary>
public sealed record ReadDates(DateTimeOffset Opens, DateTimeOffset Closes, string Zone, int LateSendingMinutes, int HoldingHours, LocalizedText? Expected, int SmallestGroup, int BoxBytes);
