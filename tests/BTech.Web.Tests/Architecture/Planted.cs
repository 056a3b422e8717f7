using BTech.People.Invitations;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using Microsoft.EntityFrameworkCore;

// What must never stand in the product; the rules are tried on it.
namespace BTech.Web.Tests.Architecture.Planted;

internal sealed class SeesBothSides
{
    public Invitation? Invitation { get; init; }

    public BoxContent? Content { get; init; }
}

internal sealed class SeesBothSidesInside
{
    public static async Task<int> CountAsync(object one, object other)
    {
        await Task.CompletedTask;
        var found = new[] { one, other }.Count(thing => thing is EntryStanding);
        return found + (other is PieceText ? 1 : 0);
    }
}

internal sealed class HandsInLetters
{
    public Web.Crossings.LetterBox? Door { get; init; }
}

internal sealed class SeesAContext
{
    public static object? Find(DbContext context) => context.Model;
}

internal sealed class SeesOneSideOnly
{
    public Invitation? Invitation { get; init; }
}

internal sealed class PrintsAnExactNumber
{
    public static string Print(ReviewProgress progress) => $"{progress.Inputs} comments";
}
