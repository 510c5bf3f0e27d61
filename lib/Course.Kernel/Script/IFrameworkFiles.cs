using Microsoft.CodeAnalysis;

namespace Course.Kernel.Script;

/// <summary>The assemblies that every cell may use, wherever the host keeps them: as files of the process, or in memory where there are no files.</summary>
internal interface IFrameworkFiles
{
    /// <summary>Simple name → path, of the framework; the path only names it where there are no files.</summary>
    IReadOnlyDictionary<string, string> Paths { get; }

    /// <summary>Paths of those of ours that cells may use: the notebook verbs and what they take.</summary>
    IReadOnlyList<string> OurPaths { get; }

    /// <summary>What the compiler reads one of them by.</summary>
    PortableExecutableReference Open(string path);

    /// <summary>The version of one of the framework.</summary>
    Version? VersionOf(string path);
}
