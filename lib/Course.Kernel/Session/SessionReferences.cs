using Course.Kernel.Directives;
using Course.Kernel.Packages;
using Course.Kernel.Script;

namespace Course.Kernel.Session;

/// <summary>Makes assemblies and packages known to the compiler and to the runtime of a session's cells.</summary>
/// <param name="folder">The notebook's.</param>
/// <param name="packages">Finds packages.</param>
/// <param name="loadContext">Loads what cells run.</param>
/// <param name="compiler">Compiles cells; asked late, since it asks for references itself.</param>
/// <param name="cancellation">Of the running cell.</param>
/// <param name="tell">Shows the learner a notice.</param>
internal sealed class SessionReferences(
    string folder, Lazy<IPackages> packages, SessionLoadContext loadContext, Func<ScriptCompiler> compiler, Func<CancellationToken> cancellation, Action<string> tell)
{
    private readonly HashSet<string> _extensions = [];

    /// <summary>Obeys <c>#r</c> of a cell.</summary>
    /// <exception cref="DirectiveException">It cannot be had; the message says why.</exception>
    /// <exception cref="MissingPackageException">It is an optional package and cannot be had.</exception>
    public void Add(string target, int line, bool isOptional)
    {
        PackageReference? package = null;
        try
        {
            package = PackageReference.TryParse(target);
            if (package is not null)
            {
                Use(packages.Value.Resolve(package, cancellation()));
                return;
            }

            var path = Path.GetFullPath(target, folder);
            if (File.Exists(path))
            {
                Use(PackageFiles.OfBuild([path]));
            }
            else if (Path.GetFileNameWithoutExtension(target) is var name && !FrameworkReferences.Paths.ContainsKey(name) && !FrameworkReferences.Files.IsLate(name))
            {
                throw new DirectiveException($"There is no file {path}. #r starts from the notebook's folder.", line);
            }
        }
        catch (PackageException failure) when (isOptional && package is not null)
        {
            throw new MissingPackageException(package, failure);
        }
        catch (PackageException failure)
        {
            throw new DirectiveException(failure.Message, line, failure);
        }
    }

    /// <summary>Obeys <c>#i</c>.</summary>
    /// <exception cref="DirectiveException">It is no package source.</exception>
    public void AddSource(string target, int line)
    {
        try
        {
            packages.Value.AddSource(target);
        }
        catch (PackageException failure)
        {
            throw new DirectiveException(failure.Message, line, failure);
        }
    }

    /// <summary>Answers the compiler, which meets <c>#r</c> in loaded files: paths of assemblies, none if there is no such thing.</summary>
    public IReadOnlyList<string> InLoadedFile(string reference, string? baseFilePath)
    {
        if (PackageReference.TryParse(reference) is { } package)
        {
            var files = packages.Value.Resolve(package, cancellation());
            Use(files);
            return files.References;
        }

        var start = Path.GetDirectoryName(baseFilePath) is { Length: > 0 } known ? known : folder;
        var path = Path.GetFullPath(reference, start);
        if (File.Exists(path))
        {
            Use(PackageFiles.OfBuild([path]));
            return [path];
        }

        return FrameworkReferences.Paths.TryGetValue(reference, out var framework) ? [framework] : [];
    }

    private void Use(PackageFiles files)
    {
        foreach (var library in files.Assemblies)
        {
            loadContext.Add(library);
        }

        foreach (var path in files.References)
        {
            compiler().AddReference(path);
        }

        foreach (var native in files.NativeLibraries)
        {
            loadContext.AddNative(native);
        }

        foreach (var extension in files.Extensions.Where(_extensions.Add))
        {
            if (KernelExtension.LoadAsync(loadContext, extension).GetAwaiter().GetResult() is { } notice)
            {
                tell(notice);
            }
        }
    }
}
