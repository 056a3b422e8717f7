namespace BTech.Record.Sealing;

/// <summary>
/// The columns that the voice tables may have, and no other: no time but the closing instant, no sequence, no address, nothing shapeless.
/// A new column fails the checks of the seal and the build's tests until it stands here with a reason.
/// </summary>
internal static class VoiceTables
{
    /// <summary>Table, column, type as information_schema names it.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        // Before the seal.
        "box.window_id uuid",
        "box.tag bytea",
        "box.box bytea",
        "window_state.window_id uuid",
        "window_state.state text",
        "window_state.closes_at timestamp with time zone",
        "window_state.box_bytes integer",
        "window_state.smallest_group integer",
        // The census: counts per group.
        "group_census.window_id uuid",
        "group_census.label text",
        "group_census.position integer",
        "group_census.family text",
        "group_census.invited integer",
        "group_census.organisations integer",
        "group_census.largest_delegation integer",
        "group_census.second_delegation integer",
        "group_census.family_organisations integer",
        "group_census.family_largest_delegation integer",
        "group_census.family_second_delegation integer",
        // The act.
        "seal.window_id uuid",
        "seal.step integer",
        "seal.outcome text",
        "seal_check.window_id uuid",
        "seal_check.step integer",
        "seal_check.name text",
        "seal_check.outcome text",
        "seal_page.window_id uuid",
        "seal_page.contributors_band text",
        "seal_page.inputs_band text",
        "seal_page.labels text",
        "seal_page.merkle_root bytea",
        "seal_page.leaves bytea",
        // After the seal.
        "contributor.id uuid",
        "contributor.window_id uuid",
        "contributor.group_label text",
        "sealed_input.id uuid",
        "sealed_input.contributor_id uuid",
        "sealed_input.window_id uuid",
        "sealed_input.focus_area_number integer",
        "sealed_input.paragraph_number integer",
        "sealed_input.kind integer",
        "sealed_input.text text",
        "sealed_input.language text",
        "sealed_input.permission integer",
        "sealed_input.leaf bytea",
        // What came by other channels after the seal: which import, and under which heading of its source. Nothing for what was sealed.
        "sealed_input.import_id uuid",
        "sealed_input.import_part text",
        // By follow-up code: what finds the inputs, what is asked for, what was withdrawn. No time, no order; a request is ciphertext.
        "input_lookup.lookup_hash bytea",
        "input_lookup.input_id uuid",
        "request_box.id uuid",
        "request_box.window_id uuid",
        "request_box.lookup_hash bytea",
        "request_box.box bytea",
        "withdrawal.input_id uuid",
    ];

    /// <summary>The voice tables.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Columns.Select(column => column[..column.IndexOf('.', StringComparison.Ordinal)]).Distinct()];
}
