using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin;

/// <summary>Date and time of day of one moment on a form.</summary>
public sealed class MomentForm
{
    public string? Date { get; set; }

    public string? Time { get; set; }

    public DoubledHour Which { get; set; }

    /// <summary>What the moment is ("opening"), in the page's language.</summary>
    [BindNever, ValidateNever]
    public string Label { get; set; } = "";

    [BindNever]
    public bool IsDoubled { get; private set; }

    [BindNever]
    public string? FirstText { get; private set; }

    [BindNever]
    public string? SecondText { get; private set; }

    /// <summary>The form for a moment that is known: where its clock reading happens twice, the answer stands on it already.</summary>
    public static MomentForm At(DateTimeOffset instant, string zone, IStringLocalizer<Words.Admin> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var form = new MomentForm { Date = LocalMoment.Date(instant, zone), Time = LocalMoment.Time(instant, zone) };
        form.OfferBoth(zone, words);
        if (form.IsDoubled)
            form.Which = LocalMoment.Read(form.Date, form.Time, zone, DoubledHour.First).Instant == instant ? DoubledHour.First : DoubledHour.Second;
        return form;
    }

    /// <summary>The instant that is meant; nothing, with the reason or the question beside the field, when it is not clear.</summary>
    public DateTimeOffset? Read(string name, string? zone, ModelStateDictionary state, IStringLocalizer<Words.Admin> words)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(words);
        var (problem, instant) = LocalMoment.Read(Date, Time, zone, Which);
        // The answer stays on the form for as long as the hour is one that happens twice.
        if (problem == MomentProblem.HappensTwice || Which != DoubledHour.NotAsked) OfferBoth(zone, words);
        if (problem == MomentProblem.None) return instant;
        state.AddModelError(problem == MomentProblem.HappensTwice ? $"{name}.Which" : $"{name}.Date", words[$"Moment.{problem}", Time ?? "", Date ?? ""]);
        return null;
    }

    private void OfferBoth(string? zone, IStringLocalizer<Words.Admin> words)
    {
        var (first, second) = (LocalMoment.Read(Date, Time, zone, DoubledHour.First), LocalMoment.Read(Date, Time, zone, DoubledHour.Second));
        IsDoubled = first.Problem == MomentProblem.None && first.Instant != second.Instant;
        FirstText = words["Moment.First", Distance(first.Instant)];
        SecondText = words["Moment.Second", Distance(second.Instant)];
    }

    private static string Distance(DateTimeOffset instant) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"UTC{(instant.Offset < TimeSpan.Zero ? '−' : '+')}{Math.Abs(instant.Offset.Hours)}{(instant.Offset.Minutes == 0 ? "" : $":{Math.Abs(instant.Offset.Minutes):00}")}");
}
