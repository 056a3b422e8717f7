using System.Security.Cryptography;
using System.Text;
using BTech.Record.Coding;
using BTech.Record.Disclosure;

namespace BTech.Record.Reports;

/// <summary>What participants said: exactly one key phrase, and the coded excerpts it rests on.</summary>
public sealed class KeyPoint : Statement
{
    /// <summary>
    /// The same for this point in every version of its report, so that two versions can be laid side by side. Random, and of no meaning beyond that.
    /// </summary>
    public Guid LineageId { get; set; } = Guid.NewGuid();

    /// <summary>For, against or nuance.</summary>
    public Stance Stance { get; set; }

    /// <summary>Rung of the attribution ladder chosen for it; nothing where no rung was chosen yet or the round is a meeting.</summary>
    public string? Attribution { get; set; }

    /// <summary>For a meeting: number of the team's note it rests on.</summary>
    public int? NoteNumber { get; set; }

    /// <summary>Whether somebody looked for views against it.</summary>
    public CounterView CounterView { get; set; }

    /// <summary>Why a view against it is not told of in the report, for the team alone; nothing where all are, or there is none. Empty once the round's original texts are erased, for it may repeat them.</summary>
    public string? ContraryReason { get; set; }

    /// <summary>What readers are told of how many stand behind it, written as its version is published; nothing before, and none for a meeting.</summary>
    public ToldBands? Told { get; set; }

    /// <summary>The coded excerpts it rests on.</summary>
    public List<Evidence> Evidence { get; } = [];

    /// <summary>Changes with everything that an editor can change in it, so that two people who have it open at once do not undo each other's work.</summary>
    public string State => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Evidence.OrderBy(one => one.ExcerptId).Select(one => $"{one.ExcerptId:N}{one.Weight}")
        .Prepend($"{Stance} {Attribution} {NoteNumber} {CounterView}").Append(ContraryReason).Append(Text)))))[..16];
}
