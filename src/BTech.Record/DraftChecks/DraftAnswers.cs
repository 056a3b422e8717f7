using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using BTech.Record.Reports;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.DraftChecks;

/// <summary>
/// Takes answers to a draft, keeps them locked, and lets them out together when the check is over. Whoever answers has shown the code that everybody has, and
/// nothing else; no answer is tied to another, and none can be taken back, because nobody could tell whose it is.
/// </summary>
public sealed class DraftAnswers
{
    /// <summary>Longest words of an answer, in characters.</summary>
    public const int LongestWords = 500;

    private readonly NpgsqlDataSource _record;
    private readonly IBatchKeys _keys;
    private readonly TimeProvider _time;

    internal DraftAnswers(NpgsqlDataSource record, IBatchKeys keys, TimeProvider time) => (_record, _keys, _time) = (record, keys, time);

    /// <summary>Keeps an answer.</summary>
    /// <param name="typed">The code.</param>
    /// <param name="sentence">The number of the sentence.</param>
    /// <param name="kind">What is said of it.</param>
    /// <param name="words">In words; needed for all but <see cref="AnswerKind.Recognisable"/>.</param>
    /// <param name="page">Id of the page from which it is sent: sent twice it is kept once.</param>
    /// <param name="cancel">Gives up; nothing is kept then.</param>
    public async Task<AnswerResult> AnswerAsync(string? typed, int sentence, AnswerKind? kind, string? words, Guid page, CancellationToken cancel)
    {
        if (ReadingCode.Read(typed) is not { } code) return AnswerResult.NotThere;
        if (kind is not { } chosen || !Enum.IsDefined(chosen)) return AnswerResult.KindMissing;
        // A browser counts the end of a line as one character and sends two.
        var text = words?.ReplaceLineEndings("\n").Trim() ?? "";
        if (text.Length > LongestWords) return AnswerResult.WordsTooLong;
        if (text.Length == 0 && chosen != AnswerKind.Recognisable) return AnswerResult.WordsMissing;
        try
        {
            return await KeepAsync(code, new AnswerContent(chosen, sentence, page, text), cancel);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // Whatever it was, the words stay on the page, and nobody can tell whether they were kept: sent again, they are kept once.
            return AnswerResult.TryAgain;
        }
    }

    /// <summary>Writes all boxes anew, so that their last writing says nothing of an answer; for a job that does so at random.</summary>
    public async Task RewriteAsync(CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (!await AnswerRewrite.TryLockAsync(connection, cancel)) return;
        using var rewrite = new AnswerRewrite(connection, _keys);
        await rewrite.ReadAsync(cancel);
        await rewrite.WriteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Lets the answers of the checks out that are over, and destroys their keys. Cut off anywhere, it is simply started again.</summary>
    public async Task ReleaseDueAsync(CancellationToken cancel)
    {
        var today = CheckDays.Today(_time.GetUtcNow());
        if ((await ChecksAsync("state = 1 AND out_on <= $1", today, cancel)).Count > 0)
        {
            await using var connection = await _record.OpenConnectionAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            if (!await AnswerRewrite.TryLockAsync(connection, cancel)) return;
            using var rewrite = new AnswerRewrite(connection, _keys);
            await rewrite.ReadAsync(cancel);
            foreach (var (report, _) in await ChecksAsync("state = 1 AND out_on <= $1", today, cancel))
            {
                if (rewrite.Take(report) is { } answers) await NoteAsync(connection, report, answers, cancel);
            }
            await rewrite.WriteAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        foreach (var (report, outOn) in await ChecksAsync("state <> 1 AND out_on <= $1", today, cancel))
            if ((await _keys.FindAsync(report, cancel)).Contains(outOn)) await _keys.DestroyAsync(report, outOn, cancel);
    }

    private async Task<AnswerResult> KeepAsync(string code, AnswerContent answer, CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (!await AnswerRewrite.TryLockAsync(connection, cancel)) return AnswerResult.TryAgain;
        if (await ReportAsync(connection, code, answer.Sentence, cancel) is not { } report) return AnswerResult.NotThere;
        if (!report.IsOpen) return AnswerResult.NotNow;
        using var rewrite = new AnswerRewrite(connection, _keys);
        await rewrite.ReadAsync(cancel);
        if (rewrite.Put(report.Id, answer) is not { } isKept) return AnswerResult.TryAgain;
        if (!isKept) return AnswerResult.NoRoom;
        await rewrite.WriteAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return AnswerResult.Kept;
    }

    private async Task<List<(Guid Report, DateOnly OutOn)>> ChecksAsync(string which, DateOnly today, CancellationToken cancel)
    {
        await using var ask = _record.CreateCommand($"SELECT report_id, out_on FROM record.draft_check WHERE {which}");
        ask.Parameters.Add(new() { Value = today });
        var found = new List<(Guid, DateOnly)>();
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) found.Add((reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1)));
        return found;
    }

    private static async Task NoteAsync(NpgsqlConnection connection, Guid report, IReadOnlyList<AnswerContent> answers, CancellationToken cancel)
    {
        await using (var state = new NpgsqlCommand("UPDATE record.draft_check SET state = $2 WHERE report_id = $1", connection)
        {
            Parameters = { new() { Value = report }, new() { Value = (int)DraftCheckState.Out } },
        }) await state.ExecuteNonQueryAsync(cancel);
        await WrittenAnew.AddAsync(connection, "check_answer", "id, report_id, sentence, kind, words", answers, async (copy, answer) =>
        {
            await copy.WriteAsync(Guid.NewGuid(), NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(report, NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(answer.Sentence, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync((int)answer.Kind, NpgsqlDbType.Integer, cancel);
            if (answer.Words.Length > 0) await copy.WriteAsync(answer.Words, NpgsqlDbType.Text, cancel);
            else await copy.WriteNullAsync(cancel);
        }, cancel);
    }

    private async Task<(Guid Id, bool IsOpen)?> ReportAsync(NpgsqlConnection connection, string code, int sentence, CancellationToken cancel)
    {
        await using var ask = new NpgsqlCommand("""
            SELECT c.report_id, c.state = 1 AND c.out_on > $3 AND r.status = $4 FROM record.draft_check c JOIN record.summary_report r ON r.id = c.report_id
            WHERE c.code = $1 AND EXISTS (SELECT FROM record.checked_sentence s WHERE s.report_id = c.report_id AND s.number = $2)
            """, connection)
        {
            Parameters = { new() { Value = code }, new() { Value = sentence }, new() { Value = CheckDays.Today(_time.GetUtcNow()) }, new() { Value = (int)ReportStatus.Cleared } },
        };
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? (reader.GetGuid(0), reader.GetBoolean(1)) : null;
    }
}
