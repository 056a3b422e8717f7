namespace BTech.Record.Disclosure;

/// <summary>What stands behind one key point now, and what has gone since it was written.</summary>
/// <param name="Backing">The numbers for the ladder.</param>
/// <param name="Lost">Excerpts of inputs that were set aside or withdrawn after the point was written.</param>
/// <param name="OutsideArea">Excerpts from another focus area whose theme is not a cross-cutting one.</param>
/// <param name="IsBackgroundOnly">Whether it rests only on words given as background.</param>
/// <param name="Areas">From how many focus areas its excerpts come.</param>
/// <param name="Kept">Excerpts in favour that are still there.</param>
public sealed record PointBacking(Backing Backing, int Lost, int OutsideArea, bool IsBackgroundOnly, int Areas, int Kept);
