using BTech.Record.Inputs;
using BTech.Record.Translations;
using BTech.Web.Design;
using Microsoft.AspNetCore.Mvc;

namespace BTech.Web.Pages.Moderate;

/// <summary>The filters of the list of inputs, and what of them to show, as they stand in the address; carried along from list to input and back.</summary>
public sealed class InputQuery
{
    /// <summary>Focus area; 0 for overall comments.</summary>
    [FromQuery(Name = "area")]
    public int? Area { get; set; }

    /// <summary>Paragraph commented on; chosen on the page that says where comments stand.</summary>
    [FromQuery(Name = "paragraph")]
    public int? Paragraph { get; set; }

    [FromQuery(Name = "theme")]
    public Guid? Theme { get; set; }

    [FromQuery(Name = "uncoded")]
    public bool Uncoded { get; set; }

    [FromQuery(Name = "kind")]
    public InputKind? Kind { get; set; }

    /// <summary>The texts of one import; chosen on the page of imports.</summary>
    [FromQuery(Name = "import")]
    public Guid? Import { get; set; }

    [FromQuery(Name = "state")]
    public ReviewState? State { get; set; }

    [FromQuery(Name = "words")]
    public string? Words { get; set; }

    [FromQuery(Name = "coded")]
    public CodedBy? CodedBy { get; set; }

    [FromQuery(Name = "masked")]
    public bool Masked { get; set; }

    [FromQuery(Name = "flagged")]
    public bool Flagged { get; set; }

    /// <summary><c>each</c> when every copy of a text is listed by itself.</summary>
    [FromQuery(Name = "copies")]
    public string? Copies { get; set; }

    [FromQuery(Name = "translation")]
    public TranslationState? Translation { get; set; }

    /// <summary>A published group, or a language that may be named; what may not be told narrows to nothing.</summary>
    [FromQuery(Name = "group")]
    public string? Group { get; set; }

    [FromQuery(Name = "in")]
    public string? WrittenIn { get; set; }

    /// <summary>Whether the reader asked to narrow by group or language; not a filter.</summary>
    [FromQuery(Name = "parts")]
    public bool Parts { get; set; }

    /// <summary>Whether the reader wants languages named where they may be; not a filter.</summary>
    [FromQuery(Name = "language")]
    public bool Language { get; set; }

    /// <summary><c>off</c> when the reader works without single keys; not a filter.</summary>
    [FromQuery(Name = "keys")]
    public string? Keys { get; set; }

    public InputFilter Filter => new()
    {
        FocusArea = Area,
        Paragraph = Paragraph,
        Import = Import,
        Theme = Theme,
        Uncoded = Uncoded,
        Kind = Kind,
        State = State,
        Contains = Words,
        CodedBy = CodedBy,
        Masked = Masked,
        Flagged = Flagged,
        Translation = Translation,
        CopiesOnce = Copies != "each",
        Group = string.IsNullOrEmpty(Group) ? null : Group,
        Language = string.IsNullOrEmpty(WrittenIn) ? null : WrittenIn,
    };

    /// <summary>The same filters for a link, with whatever else belongs in it.</summary>
    public string With(params (string Name, string? Value)[] more)
    {
        var values = new (string Name, string? Value)[]
        {
            ("area", Area?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("paragraph", Paragraph?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("import", Import?.ToString("D")),
            ("theme", Theme?.ToString("D")),
            ("uncoded", Uncoded ? "true" : null),
            ("kind", Kind?.ToString()),
            ("state", State?.ToString()),
            ("words", Words),
            ("coded", CodedBy?.ToString()),
            ("masked", Masked ? "true" : null),
            ("flagged", Flagged ? "true" : null),
            ("copies", Copies == "each" ? Copies : null),
            ("translation", Translation?.ToString()),
            ("group", Group),
            ("in", WrittenIn),
            ("parts", Parts ? "true" : null),
            ("language", Language ? "true" : null),
            ("keys", Keys == "off" ? Keys : null),
        };
        return AddressText.Query(values.Concat(more));
    }
}
