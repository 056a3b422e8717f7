using BTech.Documents.Papers;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>A translation corrected beside the English, so many pieces to a page: the whole draft travels with each page of the form.</summary>
public sealed class BesideForm
{
    /// <summary>How many pieces stand on one page.</summary>
    public const int PageSize = 30;

    /// <summary>What the draft's text is made of; see <see cref="TranslationDraft.Plan"/>.</summary>
    public string? Plan { get; set; }

    /// <summary>The page shown, from 1.</summary>
    public int Sheet { get; set; } = 1;

    /// <summary>The fields on it.</summary>
    public List<BesideLine> Lines { get; set; } = [];

    internal TranslationDraft Draft { get; private set; } = null!;

    /// <summary>How many pages there are.</summary>
    internal int Sheets => Math.Max(1, (Draft.Texts.Count + PageSize - 1) / PageSize);

    /// <summary>Place of the first piece on the page, from 0.</summary>
    internal int First => (Sheet - 1) * PageSize;

    /// <summary>What the fields say.</summary>
    internal IReadOnlyList<TranslationEdit> Edits => [.. Lines.Select((line, at) => new TranslationEdit(First + at, line.Text ?? "", line.MovesDown, line.Joins))];

    /// <summary>Shows a page of a draft.</summary>
    internal void Show(TranslationDraft draft, int sheet)
    {
        (Draft, Plan) = (draft, draft.Plan);
        Sheet = Math.Clamp(sheet, 1, Sheets);
        Lines = [.. draft.Texts.Skip(First).Take(PageSize).Select(text => new BesideLine { Text = text })];
    }

    /// <summary>Takes up the draft that the form brought back, with its fields as they were typed.</summary>
    /// <returns>False when the form was not one of ours.</returns>
    internal bool TakeUp(string? text, int places)
    {
        if (TranslationDraft.Read(text, Plan, places) is not { } draft) return false;
        Draft = draft;
        if (Sheet < 1 || Sheet > Sheets) return false;
        Lines = [.. draft.Texts.Skip(First).Take(PageSize).Select((own, at) => at < Lines.Count ? Lines[at] : new BesideLine { Text = own })];
        return true;
    }
}
