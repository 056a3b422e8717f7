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

    private readonly OperatorProgram _program = new(program, Patience);

    private static TimeSpan Patience => TimeSpan.FromSeconds(20);

    /// <summary>Why the program cannot be used; nothing when it answers its check.</summary>
    public static string? Fault(string program) => new OperatorProgram(program, Patience).Fault();

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

    private (int Code, byte[] Answer) Run(string act, string name, byte[]? input)
    {
        var (code, answer) = _program.Run([act, name], input is null ? null : Convert.ToBase64String(input));
        if (code != 0) return (code, []);
        if (answer.Length > LongestAnswer) throw new OperatorProgramException($"{act} answers with more than a key");
        try
        {
            return (0, Convert.FromBase64String(answer.Trim()));
        }
        catch (FormatException broken)
        {
            throw new OperatorProgramException($"{act} answers with something else than base 64", broken);
        }
    }

    private static OperatorProgramException Failed(string act, int code) =>
        new($"{act} ends with {code.ToString(CultureInfo.InvariantCulture)}; run the program by hand to see why");
}
