using Course.Kernel.Packages;

namespace Course.Web.Session;

/// <summary>The packages that come with the site. No others can be fetched: a page may not ask a gallery, and most packages are made for other machines.</summary>
/// <param name="folders">Package id → folder with its assemblies.</param>
internal sealed class TabPackages(IReadOnlyDictionary<string, string> folders) : IPackages
{
    public PackageFiles Resolve(PackageReference package, CancellationToken cancellation) =>
        folders.FirstOrDefault(entry => entry.Key.Equals(package.Id, StringComparison.OrdinalIgnoreCase)).Value is { } folder
            ? PackageFiles.OfBuildFolder(folder)
            : throw new PackageException(
                $"The package {package.Id} cannot be fetched in a browser's tab; the page has {string.Join(" and ", folders.Keys)}. Open the notebook in Jupyter or VS Code to use it.");

    public void AddSource(string target) =>
        throw new PackageException("A browser's tab has no package sources; the page brings the packages that it can use. Delete the line, or open the notebook in Jupyter or VS Code.");
}
