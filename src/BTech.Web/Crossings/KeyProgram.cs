using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace BTech.Web.Crossings;

/// <summary>
/// An operator's own program (a client of a key management service or of a hardware module) that wraps keys, so that what lies on the disk
/// opens nothing by itself. It is called as <c>PROGRAM wrap NAME</c>, <c>unwrap NAME</c>, <c>destroy NAME</c> and <c>check</c>; what it wraps or
/// unwraps comes as one line of base 64 on its standard input and goes back so on its standard output. Exit 0 is success; 3 says that
/// the wrapping key exists no more; from <c>destroy</c>, 4 says that it will be destroyed after a waiting period. Secrets never stand on a
/// command line or in a log, and what the program writes to its standard error is thrown away.
/// </summary>
internal sealed class KeyProgram(string program) : IKeyWrap
{
    private const int Gone = 3;
    private const int Waiting = 4;
    private const int LongestAnswer = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Why the program cannot be used; nothing when it answers its check.</summary>
    public static string? Fault(string program)
    {
        try
        {
            var (code, _) = new KeyProgram(program).Run("check", null, null);
            return code == 0 ? null : $"its check ends with {code.ToString(CultureInfo.InvariantCulture)}";
        }
        catch (KeyProgramException fault)
        {
            return fault.Message;
        }
    }

    public byte[] Wrap(string name, byte[] key)
    {
        var (code, answer) = Run("wrap", name, key);
        return code == 0 && answer.Length > 0 ? answer : throw Failed("wrap", code);
    }

    public byte[]? Unwrap(string name, byte[] wrapped)
    {
        var (code, answer) = Run("unwrap", name, wrapped);
        return code switch { 0 => answer, Gone => null, _ => throw Failed("unwrap", code) };
    }

    public bool Destroy(string name) => Run("destroy", name, null).Code switch
    {
        0 or Gone => true,
        Waiting => false,
        var code => throw Failed("destroy", code),
    };

    private (int Code, byte[] Answer) Run(string act, string? name, byte[]? input)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(act);
        if (name is not null) start.ArgumentList.Add(name);
        try
        {
            using var process = Process.Start(start)!;
            var answer = process.StandardOutput.ReadToEndAsync();
            var complaints = process.StandardError.ReadToEndAsync();
            Give(process, input);
            if (!process.WaitForExit(Patience) || !Task.WhenAll(answer, complaints).Wait(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new KeyProgramException($"{act} does not end within {Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds");
            }
            if (process.ExitCode != 0) return (process.ExitCode, []);
            if (answer.Result.Length > LongestAnswer) throw new KeyProgramException($"{act} answers with more than a key");
            return (0, Convert.FromBase64String(answer.Result.Trim()));
        }
        catch (Exception broken) when (broken is Win32Exception or InvalidOperationException)
        {
            throw new KeyProgramException("it cannot be run", broken);
        }
        catch (FormatException broken)
        {
            throw new KeyProgramException($"{act} answers with something else than base 64", broken);
        }
    }

    private static void Give(Process process, byte[]? input)
    {
        try
        {
            if (input is not null) process.StandardInput.WriteLine(Convert.ToBase64String(input));
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code says why.
        }
    }

    private static KeyProgramException Failed(string act, int code) =>
        new($"{act} ends with {code.ToString(CultureInfo.InvariantCulture)}; run the program by hand to see why");
}

/// <summary>The operator's program for keys did not do what it was asked.</summary>
public sealed class KeyProgramException(string message, Exception? cause = null) : Exception(message, cause);
