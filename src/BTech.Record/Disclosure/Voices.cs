namespace BTech.Record.Disclosure;

/// <summary>
/// Who counts: each contributor once, and a confirmed campaign once however many sent it. Whoever also says the same in words of their own
/// counts for these; a campaign of whose senders somebody counts already adds nobody, and campaigns that share a sender count as one. So there
/// are never more voices than contributors.
/// </summary>
internal static class Voices
{
    /// <summary>A text and who sent it.</summary>
    /// <param name="Contributor">The contributor.</param>
    /// <param name="Label">The published label of the contributor; of a campaign's text the label that all its senders have, if they do.</param>
    /// <param name="Campaign">The confirmed group of alike texts, if it belongs to one.</param>
    public sealed record Said(Guid Contributor, string? Label, Guid? Campaign);

    /// <summary>The label of each voice; nothing for one without.</summary>
    public static IReadOnlyList<string?> Of(IEnumerable<Said> texts)
    {
        var said = texts.ToList();
        var own = said.Where(text => text.Campaign is null).DistinctBy(text => text.Contributor).ToDictionary(text => text.Contributor, text => text.Label);
        var voices = own.Values.ToList();
        var left = said.Where(text => text.Campaign is not null).GroupBy(text => text.Campaign!.Value)
            .Where(campaign => !campaign.Any(text => own.ContainsKey(text.Contributor)))
            .Select(campaign => (Senders: campaign.Select(text => text.Contributor).ToHashSet(), campaign.First().Label)).ToList();
        while (left.Count > 0)
        {
            var (senders, label) = left[^1];
            left.RemoveAt(left.Count - 1);
            while (left.FindIndex(other => other.Senders.Overlaps(senders)) is >= 0 and var at)
            {
                senders.UnionWith(left[at].Senders);
                if (left[at].Label != label) label = null;
                left.RemoveAt(at);
            }
            voices.Add(label);
        }
        return voices;
    }

    /// <summary>How many.</summary>
    public static int Count(IEnumerable<Said> texts) => Of(texts).Count;
}
