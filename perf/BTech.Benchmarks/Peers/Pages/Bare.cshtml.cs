using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;

namespace BTech.Benchmarks.Peers.Pages;

/// <summary>One row read, one row updated: no rule, no language, no encryption.</summary>
public sealed class BareModel(NpgsqlDataSource database, BarePadding padding) : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    public string Padding => padding.Text;

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        await using var read = database.CreateCommand("SELECT box FROM bare WHERE id = $1");
        read.Parameters.Add(new NpgsqlParameter<int> { TypedValue = id });
        var box = (byte[])(await read.ExecuteScalarAsync(cancel))!;
        Text = Encoding.UTF8.GetString(box, 0, Math.Min(600, box.Length));
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        var box = new byte[BareRow.Bytes];
        Encoding.UTF8.GetBytes(Text ?? string.Empty, box);
        await using var update = database.CreateCommand("UPDATE bare SET box = $2 WHERE id = $1");
        update.Parameters.Add(new NpgsqlParameter<int> { TypedValue = id });
        update.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = box });
        await update.ExecuteNonQueryAsync(cancel);
        return Redirect($"/bare/{id}");
    }
}
