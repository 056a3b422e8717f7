using BTech.Languages;

namespace BTech.Agenda.Consultations;

/// <summary>
/// A reason of a consultation's own for which a text may be set aside, beside those of the product. It holds for rounds that were not opened when
/// it was made: nobody finds a reason after having read.
/// </summary>
public sealed class OwnReason
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The consultation.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>Its number within the consultation, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The first round for which it may be given.</summary>
    public required int FromRound { get; init; }

    /// <summary>The words.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>How it is written down beside a text ("own-1").</summary>
    public string Key => KeyOf(Number);

    internal static string KeyOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"own-{number}");
}
