using System.Globalization;
using Course.Cli.Backends;
using Course.Cli.Packaging;

namespace Course.Cli.Doctor;

/// <summary>What the build leaves: the library, the charts' JavaScript, the folder feed.</summary>
internal static class LibraryChecks
{
    private const string Build = "build the course: dotnet build -c Release";

    internal static IEnumerable<Diagnosis> Run(CourseFolders folders)
    {
        var resources = CoursePackage.Resources();
        yield return Diagnosis.When(resources is not null, Health.Fail, "library", resources is null ? "not built" : CoursePackage.Assembly, Build);
        yield return Diagnosis.When(
            resources?.Contains("plotly.min.js.gz") == true, Health.Warn, "charts offline",
            resources?.Contains("plotly.min.js.gz") == true ? "plotly.js is in the library" : "plotly.js is not in the library: charts load it from the network",
            "install Node.js, then " + Build);
        var web = Path.Combine(SiteBuilder.WebAssets, "plotly.min.js");
        yield return Diagnosis.When(
            File.Exists(web), Health.Fail, "site assets", File.Exists(web) ? SiteBuilder.WebAssets : $"{web} is missing",
            "install Node.js, then " + Build);
        yield return Feed(folders);
        yield return Backend(new BackendStore(folders));
    }

    private static Diagnosis Feed(CourseFolders folders)
    {
        var feed = new FeedWriter(folders.Feed);
        var found = !File.Exists(feed.PackageFile) ? "no package yet"
            : feed.IsCurrent ? string.Create(CultureInfo.InvariantCulture, $"{feed.PackageFile}, {new FileInfo(feed.PackageFile).Length / 1e6:0.0} MB")
            : "older than the library";
        return Diagnosis.When(feed.IsCurrent, Health.Warn, "feed", found, "course pack (VS Code and Verso load the library from there)");
    }

    private static Diagnosis Backend(BackendStore store)
    {
        var (backend, version) = store.Chosen;
        if (backend == TorchBackend.Managed)
        {
            return new(Health.Ok, "backend", "managed: Course.Torch, plain C#");
        }

        var again = $"course backend {backend.Name} --version {version}";
        return !store.IsBuilt(backend)
            ? new(Health.Fail, "backend", $"{backend.Name} was chosen, but {store.FolderOf(backend)} has gone", $"{again}, or course backend managed")
            : Diagnosis.When(
                !store.IsStale(backend), Health.Warn, "backend",
                $"{backend.Name}: TorchSharp {version}" + (store.IsStale(backend) ? ", but the library has changed since it was built" : ""), again);
    }
}
