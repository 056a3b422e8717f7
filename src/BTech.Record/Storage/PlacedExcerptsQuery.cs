using BTech.Record.Coding;
using BTech.Record.Inputs;

namespace BTech.Record.Storage;

/// <summary>Codings with the focus area in which they count: that of the passage where the team split an input, else that of the input. A passage that is coded in the translation counts in that of the input.</summary>
internal static class PlacedExcerptsQuery
{
    /// <summary>Those of <paramref name="excerpts"/> that lie in one of <paramref name="inputs"/>.</summary>
    public static IQueryable<PlacedExcerpt> Placed(this RecordContext record, IQueryable<CodedExcerpt> excerpts, IQueryable<SealedInput> inputs) =>
        from excerpt in excerpts
        join input in inputs on excerpt.InputId equals input.Id
        select new PlacedExcerpt
        {
            Excerpt = excerpt,
            Input = input,
            Area = record.SplitPassages.Where(passage => !excerpt.InTranslation && passage.InputId == excerpt.InputId && passage.Start <= excerpt.Start && excerpt.Start < passage.End)
                .Select(passage => (int?)passage.FocusAreaNumber).FirstOrDefault() ?? input.FocusAreaNumber,
        };

    /// <summary>A coding in its place.</summary>
    public sealed class PlacedExcerpt
    {
        /// <summary>The coding.</summary>
        public required CodedExcerpt Excerpt { get; init; }

        /// <summary>The input that it lies in.</summary>
        public required SealedInput Input { get; init; }

        /// <summary>The focus area; nothing for an overall comment.</summary>
        public int? Area { get; init; }
    }
}
