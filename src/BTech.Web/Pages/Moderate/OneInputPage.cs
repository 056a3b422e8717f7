using BTech.Agenda.Windows;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Team.Presence;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>What the pages of one input share: the input with its sentences, its neighbours under the same filters, and who else has it open.</summary>
public abstract class OneInputPage(
    ReadersDesk desk, InputList inputs, ExcerptCoding coding, Presences presences, IStringLocalizer<Words.Moderate> terms) : PageModel
{
    public CommentWindow Window { get; private set; } = null!;

    public ReadableInput Input { get; private set; } = null!;

    public string Name => InputsModel.Name(Terms, Input);

    public Guid? Previous { get; private set; }

    public Guid? Next { get; private set; }

    public IReadOnlyList<MarkedSentence> Sentences { get; private set; } = [];

    public IReadOnlyList<ReadableExcerpt> Codings { get; private set; } = [];

    /// <summary>Addresses of others who have this input open.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public InputQuery Query { get; private set; } = new();

    /// <summary>Which text the reader wants: <c>original</c> or <c>translation</c>; else the original, and the translation of one in a rare language.</summary>
    [FromQuery(Name = "text")]
    public string? Side { get; set; }

    /// <summary>Whether the working translation is shown.</summary>
    public bool ShowsTranslation => Input.Translation is { } translation && (Side is "translation" || (Side is not "original" && translation.GoesFirst));

    /// <summary>The text that is shown; nothing of an input that is set aside.</summary>
    public MaskedText? Shown => ShowsTranslation ? Input.Translation!.Text : Input.Text;

    /// <summary>Code of the language of the text that is shown.</summary>
    public string ShownLanguage => ShowsTranslation ? Input.Translation!.Language : Input.Language;

    /// <summary>The side as a form on it carries it along, so that it comes back to the same text.</summary>
    protected (string, string?) SideInAddress => ("text", Input.Translation is null ? null : ShowsTranslation ? "translation" : "original");

    /// <summary>Numbers of the ticked sentences.</summary>
    [BindProperty(Name = "Sentences")]
    public List<int> Chosen { get; set; } = [];

    /// <summary>A passage selected by script, in code points; goes before everything else.</summary>
    [BindProperty]
    public int? Start { get; set; }

    [BindProperty]
    public int? End { get; set; }

    protected ReadersDesk Desk { get; } = desk;

    protected InputList Inputs { get; } = inputs;

    protected ExcerptCoding Coding { get; } = coding;

    protected IStringLocalizer<Words.Moderate> Terms { get; } = terms;

    /// <summary>Finds the input, if it is there for the reader, and notes that the reader has it open.</summary>
    protected async Task<bool> OpenAsync(Guid id, InputQuery query, CancellationToken cancel)
    {
        Query = query;
        if (await Inputs.FindAsync(User.StaffId(), id, cancel) is not { } input) return false;
        if (await Desk.WindowAsync(User, input.WindowId, cancel, StaffRole.Moderator) is not { } window) return false;
        (Input, Window) = (input, window);
        await presences.NoteAsync(User.StaffId(), window.Id, input.Id, cancel);
        return true;
    }

    /// <summary>Reads what is shown around the text, and the text with what is coded in it.</summary>
    protected async Task ReadAsync(CancellationToken cancel)
    {
        (Previous, Next) = await Inputs.NeighboursAsync(User.StaffId(), Window.Id, Query.Filter, Input.Id, cancel);
        Others = [.. (await presences.OthersAsync(User.StaffId(), Window.Id, cancel)).Where(one => one.SubjectId == Input.Id).Select(one => one.Who)];
        if (Shown is not { } text) return;
        Codings = await Coding.OfInputAsync(User.StaffId(), Input.Id, cancel);
        Sentences = MarkedSentence.Of(text, [.. Codings.Where(coding => coding.InTranslation == ShowsTranslation)]);
    }
}
