namespace Course.Kernel.Session.Packages;

/// <summary>What a package brings into a session.</summary>
/// <param name="Assemblies">To compile against and to load.</param>
/// <param name="NativeLibraries">Full paths, for this platform.</param>
internal sealed record PackageFiles(IReadOnlyList<LibraryFile> Assemblies, IReadOnlyList<string> NativeLibraries);
