namespace BTech.Agenda;

/// <summary>
/// Which member of staff did something. All that the People and Record sides ever know of the Team module:
/// neither may reference it.
/// </summary>
/// <param name="Value">The account's id.</param>
public readonly record struct StaffId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString("D");
}
