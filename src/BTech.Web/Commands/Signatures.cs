using System.CommandLine;
using System.Text;
using BTech.Agenda;
using BTech.Team.Accounts;
using BTech.Team.TwoPersons;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Commands;

/// <summary>
/// Two persons sign at a command line: their addresses are options, their passwords lines of standard input, each followed by a line
/// with the code where the account has a second factor.
/// </summary>
internal sealed class Signatures
{
    private readonly Option<string?> _first = new("--as") { Description = "Address of the first person." };
    private readonly Option<string?> _second = new("--confirm-as") { Description = "Address of the second person." };

    public void AddTo(Command verb)
    {
        verb.Options.Add(_first);
        verb.Options.Add(_second);
    }

    /// <summary>Both persons, confirmed; otherwise the verb is refused.</summary>
    public Task<(StaffId First, StaffId Second)> ReadAsync(ParseResult parsed, Workplace work, Guid windowId, CancellationToken cancel)
    {
        var check = work.Get<SecondPerson>();
        return ReadAsync(parsed, work,
            (address, password, code) => check.ConfirmFirstAsync(address, password, code, windowId, cancel),
            (first, address, password, code) => check.ConfirmAsync(first, address, password, code, windowId, cancel), cancel);
    }

    /// <summary>Both persons who let texts out of a window, confirmed; otherwise the verb is refused.</summary>
    public Task<(StaffId First, StaffId Second)> ReadForTextsAsync(ParseResult parsed, Workplace work, Guid windowId, CancellationToken cancel)
    {
        var check = work.Get<SecondPerson>();
        return ReadAsync(parsed, work,
            (address, password, code) => check.ConfirmTakingTextsAsync(address, password, code, windowId, cancel),
            (first, address, password, code) => check.ConfirmLettingTextsGoAsync(first, address, password, code, windowId, cancel), cancel,
            work.Get<IStringLocalizer<Words.Exports>>()["Second.WrongRole"]);
    }

    private async Task<(StaffId First, StaffId Second)> ReadAsync(
        ParseResult parsed, Workplace work, Func<string, string?, string?, Task<SecondPersonAnswer>> askFirst,
        Func<StaffId, string, string?, string?, Task<SecondPersonAnswer>> askSecond, CancellationToken cancel, string? wrongSecondRole = null)
    {
        if (parsed.GetValue(_first) is not { } firstAddress) throw new WrongUsageException("Option '--as' is required.");
        if (parsed.GetValue(_second) is not { } secondAddress) throw new WrongUsageException("Option '--confirm-as' is required.");
        var words = work.Get<IStringLocalizer<Words.Admin>>();
        var accounts = await work.Get<StaffAccounts>().AllAsync(cancel);
        var first = await ConfirmAsync(firstAddress, "First", (password, code) => askFirst(firstAddress, password, code));
        var second = await ConfirmAsync(secondAddress, "Second", (password, code) => askSecond(first, secondAddress, password, code));
        return (first, second);

        async Task<StaffId> ConfirmAsync(string address, string which, Func<string?, string?, Task<SecondPersonAnswer>> ask)
        {
            var password = await SecretAsync(Terminal.Of(parsed), $"Password of {address}: ", cancel);
            // Known beforehand: trying without the code would count as a wrong try.
            var code = accounts.Any(one => one.HasSecondFactor && one.Email.Equals(address.Trim(), StringComparison.OrdinalIgnoreCase))
                ? await SecretAsync(Terminal.Of(parsed), $"Code of {address}: ", cancel)
                : null;
            var answer = await ask(password, code);
            return answer.Verdict == SecondPersonVerdict.Confirmed
                ? answer.Staff
                : throw new VerbRefusedException($"{address}: {(which == "Second" && answer.Verdict == SecondPersonVerdict.WrongRole ? wrongSecondRole : null) ?? words[$"Two.{which}.{answer.Verdict}"]}");
        }
    }

    // From a pipe a whole line; from a keyboard without showing it.
    private static async Task<string?> SecretAsync(Terminal terminal, string prompt, CancellationToken cancel)
    {
        if (!terminal.HasKeyboard) return await terminal.Input.ReadLineAsync(cancel);
        await terminal.Error.WriteAsync(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0) typed.Length--;
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }
        await terminal.Error.WriteLineAsync();
        return typed.ToString();
    }
}
