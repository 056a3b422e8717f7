using BTech.Agenda;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Lists;

/// <summary>The questions that the comments of a sealed window raised, by batch.</summary>
public sealed class RaisedQuestions
{
    private readonly RecordContext _record;

    internal RaisedQuestions(RecordContext record) => _record = record;

    /// <summary>All of them, by batch and then by their words.</summary>
    public async Task<IReadOnlyList<RaisedQuestion>> ListAsync(Guid windowId, CancellationToken cancel) =>
        [.. (await _record.Set<RaisedQuestion>().AsNoTracking().Where(question => question.WindowId == windowId).ToListAsync(cancel))
            .OrderBy(question => question.Batch).ThenBy(question => question.Text, StringComparer.CurrentCultureIgnoreCase).ThenBy(question => question.Id)];

    /// <summary>Adds one, or changes the one with this id.</summary>
    /// <returns>Whether the one to be changed was there.</returns>
    /// <exception cref="ArgumentException">There are no words or too many, or no such batch: the page asks first.</exception>
    public async Task<bool> SaveAsync(Guid windowId, Guid? id, string? text, int batch, bool isPublic, StaffId by, CancellationToken cancel)
    {
        if (!IsQuestion(text) || !IsBatch(batch)) throw new ArgumentException("A question has words and a batch.", nameof(text));
        if (id is null)
        {
            _record.Add(new RaisedQuestion { Id = Guid.NewGuid(), WindowId = windowId, Batch = batch, Text = text!.Trim(), IsPublic = isPublic, WrittenBy = by });
        }
        else
        {
            if (await FindAsync(windowId, id.Value, cancel) is not { } question) return false;
            (question.Batch, question.Text, question.IsPublic, question.WrittenBy) = (batch, text!.Trim(), isPublic, by);
        }
        await _record.SaveChangesAsync(cancel);
        _record.ChangeTracker.Clear();
        return true;
    }

    /// <summary>Takes one off.</summary>
    public async Task<bool> DeleteAsync(Guid windowId, Guid id, CancellationToken cancel)
    {
        if (await FindAsync(windowId, id, cancel) is not { } question) return false;
        _record.Remove(question);
        await _record.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Whether a text may be a question here.</summary>
    public static bool IsQuestion(string? text) => !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= RaisedQuestion.LongestText;

    /// <summary>Whether there may be a batch of this number.</summary>
    public static bool IsBatch(int batch) => batch is >= 1 and <= RaisedQuestion.MostBatches;

    private Task<RaisedQuestion?> FindAsync(Guid windowId, Guid id, CancellationToken cancel) =>
        _record.Set<RaisedQuestion>().SingleOrDefaultAsync(question => question.Id == id && question.WindowId == windowId, cancel);
}
