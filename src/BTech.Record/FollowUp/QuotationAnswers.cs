using BTech.Agenda.Retention;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.FollowUp;

/// <summary>
/// What authors answered to questions about quotations, taking effect with everything else of a batch. A yes counts as long as no other passage of the same author may
/// be quoted; a no leaves what it finds and no trace, so that it cannot be told from silence.
/// </summary>
internal static class QuotationAnswers
{
    /// <summary>Inside the release's transaction. All questions are written anew with one statement: no row shows by its transaction that it was answered.</summary>
    public static async Task ReleaseAsync(NpgsqlConnection connection, IReadOnlyCollection<RequestContent> released, CancellationToken cancel)
    {
        await using var write = new NpgsqlCommand("""
            UPDATE record.quotation q SET is_released = q.id <> ALL ($2) AND (q.is_released OR q.id = ANY ($1) AND NOT EXISTS (
                SELECT FROM record.quotation other JOIN record.sealed_input theirs ON theirs.id = other.input_id JOIN record.sealed_input own ON own.id = q.input_id
                WHERE other.id <> q.id AND other.is_released AND theirs.contributor_id = own.contributor_id))
            """, connection);
        foreach (var answer in new[] { FollowUpRequest.AllowQuotation, FollowUpRequest.RefuseQuotation })
            write.Parameters.Add(new() { Value = Answered(released, answer), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await write.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The same as a round is frozen, while its rows still say whose they are.</summary>
    public static void Release(WholeTables tables, IReadOnlyCollection<RequestContent> released)
    {
        var authors = tables["sealed_input"].Rows.Where(input => input["contributor_id"] is not null).ToDictionary(input => input.Of<Guid>("id"), input => input.Of<Guid>("contributor_id"));
        var questions = tables["quotation"].Rows;
        foreach (var id in Answered(released, FollowUpRequest.RefuseQuotation)) foreach (var question in questions.Where(one => one.Of<Guid>("id") == id)) question["is_released"] = false;
        foreach (var id in Answered(released, FollowUpRequest.AllowQuotation))
            foreach (var question in questions.Where(one => one.Of<Guid>("id") == id && authors.ContainsKey(one.Of<Guid>("input_id"))))
                if (!questions.Exists(other => other != question && other.Of<bool>("is_released") && authors.TryGetValue(other.Of<Guid>("input_id"), out var author) && author == authors[question.Of<Guid>("input_id")]))
                    question["is_released"] = true;
    }

    private static Guid[] Answered(IEnumerable<RequestContent> released, FollowUpRequest answer) =>
        [.. released.Where(one => one.Request.HasFlag(answer)).Select(one => one.Quotation)];
}
