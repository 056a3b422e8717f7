using System.Security.Cryptography;
using BTech.Record.Inputs;

namespace BTech.Record.Boxes;

/// <summary>What a change did to a content.</summary>
internal readonly record struct Applied(SaveStatus Status, bool IsChanged = true, Piece? Theirs = null)
{
    public static Applied Changed => new(SaveStatus.Saved);

    public static Applied Already => new(SaveStatus.Saved, IsChanged: false);
}

/// <summary>The changes that can be made to a content; each gives the same result when applied twice.</summary>
internal static class BoxContentChanges
{
    /// <summary>Writes a page's fields, all or none.</summary>
    public static Applied Take(this BoxContent content, BoxChange change)
    {
        var clean = new List<FieldChange>(change.Fields.Count);
        foreach (var field in change.Fields)
        {
            if (field.Text is null or { IsBlank: true })
            {
                clean.Add(field with { Text = null });
                continue;
            }
            if (!PieceText.TryClean(field.Text, out var text)) return new Applied(SaveStatus.Unreadable);
            if (text.IsTooLong) return new Applied(SaveStatus.TooLong);
            clean.Add(field with { Text = text });
        }
        foreach (var field in clean)
        {
            if (content.At(field.Place, field.Kind) is { } piece && IsOthers(piece, field, change.PageId))
                return new Applied(SaveStatus.Conflict, IsChanged: false, piece);
        }
        var isChanged = false;
        foreach (var field in clean) isChanged |= content.Write(field, change.PageId);
        if (content.Written.Count(piece => !piece.IsHandedIn) > BoxContent.MaxPieces - BoxContent.MaxLetterPieces) return new Applied(SaveStatus.TooLong);
        if (change.SendWhatIsThere is { } tick && tick != content.SendWhatIsThere)
        {
            content.SendWhatIsThere = tick;
            isChanged = true;
        }
        return isChanged ? Applied.Changed : Applied.Already;
    }

    public static Applied Send(this BoxContent content)
    {
        if (!content.HasUnsentChanges && (content.Root is not null || !content.IsSent)) return Applied.Already;
        foreach (var piece in content.Written) piece.Sent = piece.Working;
        if (content.IsSent) content.MintCode();
        return Applied.Changed;
    }

    /// <summary>
    /// Puts a letter beside what the author wrote, as sent. Whether it fits is decided by the letters handed in so far alone: the author's own texts
    /// leave their room free, so the answer says nothing about them.
    /// </summary>
    public static Applied HandIn(this BoxContent content, Letter letter, int room)
    {
        var clean = new List<LetterPart>(letter.Parts.Count);
        foreach (var part in letter.Parts)
        {
            if (!PieceText.TryClean(part.Text, out var text)) return new Applied(SaveStatus.Unreadable);
            if (text.IsTooLong) return new Applied(SaveStatus.TooLong);
            clean.Add(part with { Text = text });
        }
        if (content.Written.Exists(piece => piece.IsHandedIn && piece.Place.Item == letter.Id)) return Applied.Already;
        var bytes = BoxContentForm.LetterBytes(letter.Id, clean);
        if (content.LetterBytes + bytes > BoxContentForm.LetterRoom(room)
            || content.Written.Count(piece => piece.IsHandedIn) + clean.Count > BoxContent.MaxLetterPieces) return new Applied(SaveStatus.TooLong);
        content.LetterBytes += bytes;
        content.Written.AddRange(clean.Select(part => new Piece
        {
            Place = new Place(part.FocusArea, Item: letter.Id), Kind = InputKind.Comment, IsHandedIn = true, Working = part.Text, Sent = part.Text, Counter = 1,
        }));
        content.MintCode();
        return Applied.Changed;
    }

    public static Applied Withdraw(this BoxContent content)
    {
        // The tick goes too: whoever withdraws does not want the same words sent at closing.
        if (!content.IsSent && !content.SendWhatIsThere) return Applied.Already;
        foreach (var piece in content.Written) piece.Sent = null;
        content.SendWhatIsThere = false;
        content.AgreesToBeOpenedWithFew = false;
        return Applied.Changed;
    }

    public static Applied AgreeToBeOpenedWithFew(this BoxContent content, bool agrees)
    {
        agrees &= content.HasSomethingToSeal;
        if (content.AgreesToBeOpenedWithFew == agrees) return Applied.Already;
        content.AgreesToBeOpenedWithFew = agrees;
        return Applied.Changed;
    }

    public static Applied AcceptRule(this BoxContent content, int version)
    {
        if (content.AcceptedRuleVersion == version) return Applied.Already;
        content.AcceptedRuleVersion = version;
        return Applied.Changed;
    }

    /// <summary>The first passphrase that arrives stays.</summary>
    public static Applied SetPassphrase(this BoxContent content, string verifier)
    {
        if (content.PassphraseVerifier is not null) return Applied.Already;
        content.PassphraseVerifier = verifier;
        return Applied.Changed;
    }

    public static Applied KeepCode(this BoxContent content)
    {
        if (content.PendingCode is null) return Applied.Already;
        content.PendingCode = null;
        return Applied.Changed;
    }

    public static Applied DeclineCode(this BoxContent content)
    {
        if (content.PendingCode is null) return Applied.Already;
        content.PendingCode = null;
        content.HasDeclinedCode = true;
        // Leaves still need a root; this one is known to nobody.
        content.Root = RandomNumberGenerator.GetBytes(32);
        return Applied.Changed;
    }

    private static void MintCode(this BoxContent content)
    {
        if (content.Root is not null) return;
        var code = FollowUpCode.New();
        content.Root = code.Root();
        content.PendingCode = code.ToString();
    }

    /// <summary>
    /// Somebody else's when the counter has moved on and it was not this page that moved it, unless both say the same.
    /// </summary>
    private static bool IsOthers(Piece piece, FieldChange field, string pageId) =>
        piece.Counter != field.SeenCounter && piece.PageId != pageId
        && !(piece.Working is null ? field.Text is null : piece.Working.SaysTheSameAs(field.Text));

    private static bool Write(this BoxContent content, FieldChange field, string pageId)
    {
        var piece = content.At(field.Place, field.Kind);
        if (piece is null)
        {
            if (field.Text is null) return false;
            piece = new Piece { Place = field.Place, Kind = field.Kind };
            content.Written.Add(piece);
        }
        else if (piece.Working is null ? field.Text is null : piece.Working.SaysTheSameAs(field.Text))
        {
            return false;
        }
        piece.Working = field.Text is null ? null : field.Text with { Unknown = piece.Working?.Unknown };
        piece.Counter++;
        piece.PageId = pageId;
        return true;
    }
}
