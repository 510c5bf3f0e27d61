using Course.Kernel.Script;

namespace Course.Kernel.Session;

public sealed partial class ScriptSession
{
    /// <summary>What may stand at a position of a text that is not run yet. Not while a cell runs.</summary>
    internal Completion Complete(string code, int position) => _runner.Assistant.Complete(code, position);

    /// <summary>What stands there; null if nothing is known of it. Not while a cell runs.</summary>
    internal string? Inspect(string code, int position) => _runner.Assistant.Inspect(code, position);

    /// <summary>Whether a text can be run as it stands.</summary>
    internal CodeStatus Judge(string code) => _runner.Assistant.Judge(code);
}
