namespace BTech.Record.Reports;

/// <summary>Where a new statement goes: behind the last one of a block, or into a new block at the end of a section.</summary>
/// <param name="SectionId">The section.</param>
/// <param name="BlockId">The block; nothing for a new one.</param>
/// <param name="NewBlock">What the new block is.</param>
/// <param name="Introduction">For a new list: its introducing sentence.</param>
public sealed record StatementPlace(Guid SectionId, Guid? BlockId = null, BlockKind NewBlock = BlockKind.Paragraph, string? Introduction = null);
