using BTech.Agenda.Windows;

namespace BTech.Web.Pages.Participate;

/// <summary>At which moment somebody made up sees the pages.</summary>
public enum PreviewMoment
{
    /// <summary>While people can write, before anything is sent.</summary>
    Writing = 1,

    /// <summary>While people can write, right after sending.</summary>
    Sent = 2,

    /// <summary>After closing, before the seal: what was sent can be withdrawn.</summary>
    Closed = 3,

    /// <summary>After the seal.</summary>
    Sealed = 4,
}

/// <summary>What follows from the moment.</summary>
public static class PreviewMoments
{
    /// <summary>The window's state then.</summary>
    public static WindowState State(this PreviewMoment moment) => moment switch
    {
        PreviewMoment.Closed => WindowState.Closed,
        PreviewMoment.Sealed => WindowState.Sealed,
        _ => WindowState.Open,
    };

    /// <summary>Whether a page below <c>/participate/</c> is there then: pages for writing go at closing, those of the box at the seal.</summary>
    public static bool Has(this PreviewMoment moment, string page) => page switch
    {
        "link" or "" or "you" or "offers" or "on-record" => true,
        "withdraw" => moment is PreviewMoment.Sent or PreviewMoment.Closed,
        "rule" or "copy" => moment != PreviewMoment.Sealed,
        _ => moment is PreviewMoment.Writing or PreviewMoment.Sent,
    };
}
