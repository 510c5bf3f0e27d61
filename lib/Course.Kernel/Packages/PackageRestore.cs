using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Course.Kernel.Packages;

/// <summary>
/// Lets the SDK restore packages into a project of our own making, and reads from its result which files belong to them.
/// The SDK writes its result even when it fails; so each attempt has a folder of its own, and only a whole one is kept.
/// </summary>
internal sealed class PackageRestore(string cache, string workingDirectory)
{
    /// <summary>All files of the packages and of what they depend on.</summary>
    /// <exception cref="PackageException">The SDK or a package is missing; the message says which and what to do.</exception>
    public PackageFiles Run(IReadOnlyList<PackageReference> packages, IReadOnlyList<string> sources, CancellationToken cancellation)
    {
        var project = Project(packages, sources).ToString();
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project + workingDirectory)))[..16];
        var kept = Path.Combine(cache, key);
        // Exact versions never change: what was restored once needs no SDK and no network any more.
        var isExact = packages.All(package => PackageVersion.TryParse(package.Version) is not null);
        if (isExact && RestoredAssets.TryRead(AssetsIn(kept)) is { } known)
        {
            return known;
        }

        var attempt = Directory.CreateDirectory($"{kept}.{Environment.ProcessId}.{Guid.NewGuid():N}").FullName;
        try
        {
            var file = Path.Combine(attempt, "packages.csproj");
            File.WriteAllText(file, project);
            var (exitCode, output) = Restore(file, cancellation);
            var files = (exitCode == 0 ? RestoredAssets.TryRead(AssetsIn(attempt)) : null) ?? throw new PackageException(Explain(packages[^1], output));
            Keep(attempt, kept);
            return files;
        }
        finally
        {
            Delete(attempt);
        }
    }

    private static string AssetsIn(string folder) => Path.Combine(folder, "obj", "project.assets.json");

    private static void Keep(string attempt, string kept)
    {
        try
        {
            Delete(kept);
            Directory.Move(attempt, kept);
        }
        catch (IOException)
        {
            // Another session was faster; its result is as good.
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static XElement Project(IReadOnlyList<PackageReference> packages, IReadOnlyList<string> sources) =>
        new(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement(
                "PropertyGroup",
                new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
                new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
                new XElement("SelfContained", "false"),
                new XElement("UseAppHost", "false"),
                new XElement("ManagePackageVersionsCentrally", "false"),
                new XElement("NuGetAudit", "false"),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', sources))),
            new XElement("ItemGroup", packages.Select(package => new XElement(
                "PackageReference",
                new XAttribute("Include", package.Id),
                new XAttribute("Version", package.Version.Length == 0 ? "*" : package.Version)))));

    private (int ExitCode, string Output) Restore(string project, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(DotnetPath())
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetDirectoryName(project),
        };
        // NuGet.config holds from the notebook's folder upward, not from the generated project's.
        foreach (var argument in new[] { "restore", project, $"-p:RestoreRootConfigDirectory={NuGetConfig.SourcesFrom(workingDirectory)}", "--nologo", "-v", "q" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            using var stop = cancellation.Register(() => Kill(process));
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return (process.ExitCode, output + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new PackageException("Packages need the .NET SDK, and there is no program 'dotnet' on this machine's path.", missing);
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }
    }

    private static string DotnetPath()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory()); // …/shared/Microsoft.NETCore.App/10.0.0
        var beside = Path.Combine(runtime.Parent!.Parent!.Parent!.FullName, name);
        return Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
            : File.Exists(beside) ? beside
            : name;
    }

    private string Explain(PackageReference package, string output)
    {
        var errors = output.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Contains(": error ", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(": error ", StringComparison.Ordinal) + 8)..].Split(" [")[0])
            .Distinct()
            .ToList();
        var what = $"The package {package.Id} {package.Version}".TrimEnd();
        var cure = errors.FirstOrDefault()?.Split(':')[0] switch
        {
            "NU1100" or "NU1101" => $"{what} is in none of the package sources. Is the name right? Sources are those of the NuGet.config files from {workingDirectory} upward.",
            "NU1102" or "NU1103" => $"{what} does not exist in that version.",
            "NU1301" => $"{what} cannot be fetched: a package source does not answer or does not exist. Packages in a folder feed need no network.",
            "NU1202" => $"{what} does not run on .NET {Environment.Version.Major}.",
            _ => $"{what} cannot be restored.",
        };
        return errors.Count == 0 ? $"{cure}\n{output.Trim()}" : $"{cure}\n{string.Join('\n', errors.Take(5))}";
    }
}
