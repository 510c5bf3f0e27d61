using Course.Kernel;

namespace Course.Cli.Backends;

/// <summary>The builds of the library on other backends, and which one notebooks get. All of it is below artifacts/backends of the checkout.</summary>
/// <param name="folders">The checkout.</param>
/// <param name="managed">Folder of the managed build; null: the one beside this program.</param>
internal sealed class BackendStore(CourseFolders folders, string? managed = null)
{
    private readonly string _managed = managed ?? CoursePackage.Folder;
    private readonly string _folder = Path.Combine(folders.Artifacts, "backends");

    /// <summary>One line: the backend's name and its TorchSharp version. No file: the managed one.</summary>
    private string ChoiceFile => Path.Combine(_folder, "chosen");

    /// <summary>What notebooks get; the version is empty for the managed one.</summary>
    internal (TorchBackend Backend, string Version) Chosen
    {
        get
        {
            var words = File.Exists(ChoiceFile) ? File.ReadAllText(ChoiceFile).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [];
            return words is [var name, .. var rest] && TorchBackend.Find(name) is { } backend
                ? (backend, rest.FirstOrDefault() ?? "")
                : (TorchBackend.Managed, "");
        }
    }

    /// <summary>What is worth saying before notebooks run; null for the managed backend.</summary>
    internal string? Remark => Chosen is not ({ Torch: not null } backend, var version) ? null
        : $"Backend {backend.Name}: TorchSharp {version}"
        + (IsStale(backend) ? $"; the library has changed since it was built, course backend {backend.Name} builds it again" : "");

    /// <summary>Package id → folder that stands in for it.</summary>
    internal IReadOnlyDictionary<string, string> Overrides
    {
        get
        {
            var overrides = TorchBackend.All.Where(IsBuilt).ToDictionary(backend => backend.Package, FolderOf);
            overrides[CoursePackage.Id] = FolderOf(Chosen.Backend);
            return overrides;
        }
    }

    /// <summary>Where the library is when it is built so: its assemblies, and native libraries beside them.</summary>
    internal string FolderOf(TorchBackend backend) =>
        backend == TorchBackend.Managed ? _managed : Path.Combine(_folder, backend.Name);

    internal bool IsBuilt(TorchBackend backend) => File.Exists(Library(FolderOf(backend)));

    /// <summary>True if the library has changed since this build of it.</summary>
    internal bool IsStale(TorchBackend backend) =>
        IsBuilt(backend) && IsBuilt(TorchBackend.Managed)
        && File.GetLastWriteTimeUtc(Library(FolderOf(backend))) < File.GetLastWriteTimeUtc(Library(_managed));

    internal void Choose(TorchBackend backend, string version)
    {
        if (backend == TorchBackend.Managed)
        {
            File.Delete(ChoiceFile);
        }
        else
        {
            AtomicFile.WriteAllText(ChoiceFile, $"{backend.Name} {version}\n");
        }
    }

    /// <summary>An empty folder for a build that is not yet known to work.</summary>
    internal string NewFolder()
    {
        foreach (var leftover in Directory.Exists(_folder) ? Directory.GetDirectories(_folder, ".new-*") : [])
        {
            Directory.Delete(leftover, recursive: true);
        }

        return Directory.CreateDirectory(Path.Combine(_folder, $".new-{Environment.ProcessId}")).FullName;
    }

    /// <summary>Puts a build that works in the place of the one before.</summary>
    internal void Accept(TorchBackend backend, string built)
    {
        File.SetLastWriteTimeUtc(Library(built), TimeProvider.System.GetUtcNow().UtcDateTime); // MSBuild keeps the time of the compilation, see IsStale
        var place = FolderOf(backend);
        if (Directory.Exists(place))
        {
            var old = Directory.CreateDirectory(Path.Combine(_folder, $".new-old-{Environment.ProcessId}")).FullName;
            Directory.Move(place, Path.Combine(old, backend.Name));
            Directory.Move(built, place);
            Directory.Delete(old, recursive: true);
        }
        else
        {
            Directory.Move(built, place);
        }
    }

    private static string Library(string folder) => Path.Combine(folder, "Course.dll");
}
