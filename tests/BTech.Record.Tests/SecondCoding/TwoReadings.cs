using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.SecondCoding;

namespace BTech.Record.Tests.SecondCoding;

/// <summary>A round that is coded by one person and given to another.</summary>
internal sealed class TwoReadings(SealedSide side, Guid window, IReadOnlyList<Guid> inputs, Guid consultation)
{
    public static readonly StaffId First = SealedSide.Coder;
    public static readonly StaffId Second = SealedSide.Other;

    public Guid Window => window;

    public Guid Consultation => consultation;

    public IReadOnlyList<Guid> Inputs => inputs;

    /// <summary>Inputs of five sentences each, on one area, from as many contributors.</summary>
    public static async Task<TwoReadings> OfAsync(SealedSide side, int inputs)
    {
        var (window, ids) = await side.WindowAsync(Enumerable.Range(0, inputs).Select(number => new SealedSide.Voice(null, (1, $"One of {number}. Two here. Three here. Four here. Five here."))));
        return new TwoReadings(side, window, ids, Guid.NewGuid());
    }

    public Task<Guid> ThemeAsync(string name) => side.ThemeAsync(consultation, name);

    /// <summary>Codes whole sentences, each on its own.</summary>
    public async Task CodeAsync(StaffId by, Guid input, Guid theme, params int[] sentences)
    {
        foreach (var sentence in sentences) Assert.Equal(CodingResult.Done, await CodeTogetherAsync(by, input, theme, Stance.Support, sentence));
    }

    /// <summary>Codes sentences as one passage.</summary>
    public Task<CodingResult> CodeTogetherAsync(StaffId by, Guid input, Guid theme, Stance stance, params int[] sentences) =>
        side.AskAsync<ExcerptCoding, CodingResult>(coding => coding.CodeSentencesAsync(input, sentences, new ThemeChoice(consultation, theme, stance), by, default));

    public Task<OpenedReading> OpenAsync(StaffId reader, SampleShare share = SampleShare.All) => side.AskAsync<SecondReadings, OpenedReading>(readings => readings.OpenAsync(window, reader, share, default));

    public Task<bool> FinishAsync(Guid input) => side.AskAsync<SecondReadings, bool>(readings => readings.FinishAsync(Second, input, default));

    public Task<IReadOnlyList<ReadableExcerpt>> SeenByAsync(StaffId reader, Guid input) => side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfInputAsync(reader, input, default));

    public Task<ReadingAgreement> AgreementAsync() => side.AskAsync<ReadingAgreements, ReadingAgreement>(agreements => agreements.OfWindowAsync(window, default));

    public Task<IReadOnlyList<Dispute>> DisputesAsync() => side.AskAsync<Disputes, IReadOnlyList<Dispute>>(disputes => disputes.OfWindowAsync(window, default));

    public Task<SettledResult> SettleAsync(Dispute dispute, Settlement how) => side.AskAsync<Disputes, SettledResult>(disputes => disputes.SettleAsync(window, dispute.Id, dispute.State, how, default));

    public Task<SettledResult> TakeBackAsync(Dispute dispute) => side.AskAsync<Disputes, SettledResult>(disputes => disputes.TakeBackAsync(window, dispute.Id, dispute.State, default));

    /// <summary>How many excerpts of a theme count.</summary>
    public async Task<int> CountedAsync(Guid theme) =>
        (await side.AskAsync<CodeBook, IReadOnlyList<ListedTheme>>(book => book.ListAsync(consultation, default))).Single(listed => listed.Theme.Id == theme).Excerpts.Number;
}
