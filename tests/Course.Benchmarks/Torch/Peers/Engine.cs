namespace Course.Benchmarks.Torch;

/// <summary>An engine of the comparison, in as many processes as there are thread counts.</summary>
/// <param name="Name">As the tables head its columns.</param>
/// <param name="Start">A process with so many threads.</param>
internal sealed record Engine(string Name, Func<int, EngineProcess> Start)
{
    private const string Python = "/usr/bin/python3";

    private static readonly string Script = Path.Combine(Repository.Root, "tests", "Course.Benchmarks", "Torch", "reference.py");

    /// <summary>Ours first; the others are its peers.</summary>
    public static IReadOnlyList<Engine> All { get; } =
    [
        new("Course.Torch", threads => EngineProcess.Start("dotnet", [typeof(Engine).Assembly.Location, EngineLoop.Verb, $"{threads}"], threads)),
        new("TorchSharp", threads => EngineProcess.Start("dotnet", [TorchSharpBuild.Program, $"{threads}"], threads)),
        new("PyTorch", StartPyTorch),
    ];

    private static EngineProcess StartPyTorch(int threads) => File.Exists(Python)
        ? EngineProcess.Start(Python, [Script], threads)
        : throw new EngineException($"there is no {Python}; Debian's python3-torch and libopenblas0-pthread bring it");
}
