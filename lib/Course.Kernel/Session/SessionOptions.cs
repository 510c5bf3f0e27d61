using Course.Kernel.Display;

namespace Course.Kernel.Session;

/// <summary>What a <see cref="ScriptSession"/> needs to know about its surroundings.</summary>
public sealed record SessionOptions
{
    /// <summary>The notebook's folder: relative paths in <c>#r</c>, <c>#load</c> and <c>#!import</c> start here. Default: the current directory.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Package id → folder with its assemblies, used in place of any version of that package. Ids are compared without case.</summary>
    public IReadOnlyDictionary<string, string> PackageOverrides { get; init; } = new Dictionary<string, string>();

    /// <summary>Where unpacked packages are kept. Default: the user's cache folder, or the temporary folder where that cannot be written.</summary>
    public string? PackageCache { get; init; }

    /// <summary>Newest C# that cells may use, such as <c>"13"</c>; null: the newest that the compiler knows.</summary>
    public string? LanguageVersion { get; init; }

    /// <summary>Answers <c>Console.ReadLine</c> and its kin; null where the host has no one to ask. A null answer is the end of input.</summary>
    public Func<InputRequest, string?>? ReadInput { get; init; }

    /// <summary>True where somebody waits for each cell and the session lives long: the compiler is made fast in the background, which takes some seconds of a processor's time.</summary>
    internal bool IsTypedInto { get; init; }

    /// <summary>The clock of <c>#!time</c> and of output batching.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long console text is gathered before the host hears of it. Zero where a cell may end the process and its last words count.</summary>
    public TimeSpan OutputDelay { get; init; } = TimeSpan.FromMilliseconds(100);
}
