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

    /// <summary>A library that a cell asked for, as the compiler shall see it.</summary>
    byte[] ReadLibrary(string path) => File.ReadAllBytes(path);

    /// <summary>True if there are assemblies that the host fetches when code asks for them, and what they declare can be known now.</summary>
    bool HasLate => false;

    /// <summary>True for an assembly of the framework that the host fetches when code asks for it.</summary>
    bool IsLate(string name) => false;

    /// <summary>Where such assemblies declare a name: a type's, an extension method's as <c>Receiver.Method</c>, or a namespace's with a dot behind it.</summary>
    IReadOnlyList<LateName> Declaring(string name) => [];

    /// <summary>Makes such an assembly known, with those that its signatures refer to. From then on <see cref="Paths"/> has it.</summary>
    /// <returns>False if it cannot be had now.</returns>
    bool Fetch(string name) => false;
}
