using BTech.Agenda;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Lists;

/// <summary>What is to be noted on an example or a resource.</summary>
/// <param name="Status">How far the team is.</param>
/// <param name="UsedIn">Where it was used; needed for <see cref="ResourceStatus.UsedIn"/>.</param>
/// <param name="Note">The team's own note.</param>
/// <param name="IsInAnnex">Whether it stands in the annex.</param>
/// <param name="AnnexLine">How; needed for the annex.</param>
public sealed record ResourceNote(ResourceStatus Status, string? UsedIn, string? Note, bool IsInAnnex, string? AnnexLine);

/// <summary>The register of examples and resources of a sealed window. Who gave them is known to nobody; what is set aside or withdrawn is not on it.</summary>
public sealed class ResourceRegister
{
    private static readonly InputKind[] Kinds = [InputKind.Example, InputKind.Resource];

    private readonly RecordContext _record;

    internal ResourceRegister(RecordContext record) => _record = record;

    /// <summary>All of them, in the reader's own order.</summary>
    public async Task<IReadOnlyList<ListedResource>> ListAsync(StaffId reader, Guid windowId, CancellationToken cancel)
    {
        var inputs = await _record.ListedAsync(reader, windowId, Kinds, cancel);
        var ids = inputs.Select(input => input.Id).ToArray();
        var noted = await _record.Set<LoggedResource>().AsNoTracking().Where(line => ids.Contains(line.InputId)).ToDictionaryAsync(line => line.InputId, cancel);
        return [.. inputs.Select(input => new ListedResource(input, noted.GetValueOrDefault(input.Id)))];
    }

    /// <summary>Notes something on one of them.</summary>
    /// <returns>Whether it was there to be noted on.</returns>
    /// <exception cref="ArgumentException">Something that the note needs is missing or too long: the page asks first.</exception>
    public async Task<bool> NoteAsync(Guid windowId, Guid inputId, ResourceNote note, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(note);
        var (usedIn, own, annex) = (ListedInputs.Kept(note.UsedIn), ListedInputs.Kept(note.Note), ListedInputs.Kept(note.AnnexLine));
        if ((note.Status == ResourceStatus.UsedIn && usedIn is null) || (note.IsInAnnex && annex is null) || !Enum.IsDefined(note.Status)
            || Math.Max(usedIn?.Length ?? 0, own?.Length ?? 0) > LoggedResource.LongestNote || annex?.Length > LoggedResource.LongestAnnexLine)
            throw new ArgumentException("The note is not complete, or too long.", nameof(note));
        if (!await _record.IsListedAsync(windowId, inputId, Kinds, cancel)) return false;
        var line = await _record.Set<LoggedResource>().SingleOrDefaultAsync(found => found.InputId == inputId, cancel);
        if (line is null) _record.Add(line = new LoggedResource { InputId = inputId, Status = note.Status, NotedBy = by });
        (line.Status, line.UsedIn, line.Note, line.IsInAnnex, line.AnnexLine, line.NotedBy) = (note.Status, usedIn, own, note.IsInAnnex, annex, by);
        await _record.SaveChangesAsync(cancel);
        _record.ChangeTracker.Clear();
        return true;
    }
}
