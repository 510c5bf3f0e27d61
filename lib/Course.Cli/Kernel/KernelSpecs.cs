using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Course.Cli.Kernel;

/// <summary>The folders in which Jupyter looks for kernels, and our entries in them.</summary>
internal static partial class KernelSpecs
{
    /// <summary>The name that C# notebooks carry, whichever program wrote them.</summary>
    internal const string DefaultName = ".net-csharp";

    /// <summary>Taken where the default name belongs to another kernel.</summary>
    internal const string OtherName = "course-csharp";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };
    private static readonly string[] EnvironmentVariables = ["VIRTUAL_ENV", "CONDA_PREFIX"];
    private static readonly string[] SharedFolders = ["/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels"];

    /// <summary>The folder of one user's kernels.</summary>
    internal static string UserFolder()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var data = Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } set ? set
            : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
            : Path.Combine(Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(home, ".local", "share"), "jupyter");
        return Path.Combine(data, "kernels");
    }

    /// <summary>The folder of the kernels of one installation, such as a virtual environment.</summary>
    internal static string PrefixFolder(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    /// <summary>The folders of the virtual or conda environments that are active.</summary>
    internal static IEnumerable<string> ActivePrefixes() =>
        EnvironmentVariables.Select(Environment.GetEnvironmentVariable).OfType<string>().Where(prefix => prefix.Length > 0);

    /// <summary>Every folder that Jupyter is likely to look in, in its order.</summary>
    internal static IEnumerable<string> AllFolders() => (Environment.GetEnvironmentVariable("JUPYTER_PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(data => Path.Combine(data, "kernels"))
        .Append(UserFolder())
        .Concat(ActivePrefixes().Select(PrefixFolder))
        .Concat(OperatingSystem.IsWindows() ? [] : SharedFolders);

    /// <summary>True if the entry at that place starts this program, or one of its other copies.</summary>
    internal static bool IsOurs(string folder) => Read(folder)?["metadata"]?["course"] is not null;

    /// <summary>The program file that the entry starts and that is no longer there; null if all is well.</summary>
    internal static string? MissingProgram(string folder)
    {
        var words = Read(folder)?["argv"]?.AsArray().Select(word => (string?)word).TakeWhile(word => word != "kernel") ?? [];
        return words.FirstOrDefault(word => Path.IsPathRooted(word) && !File.Exists(word));
    }

    /// <summary>The entry's description; null if there is none or it cannot be read.</summary>
    internal static JsonObject? Read(string folder)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json"))) as JsonObject;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    internal static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>Writes an entry, whole or not at all.</summary>
    internal static void Write(string folder, IReadOnlyList<string> program)
    {
        var unfinished = $"{folder}.{Environment.ProcessId}.part";
        Directory.CreateDirectory(unfinished);
        File.WriteAllText(Path.Combine(unfinished, "kernel.json"), Describe(program).ToJsonString(Readable));
        foreach (var logo in new[] { "logo-32x32.png", "logo-64x64.png", "logo-svg.svg" })
        {
            using var source = typeof(KernelSpecs).Assembly.GetManifestResourceStream(logo)!;
            using var target = File.Create(Path.Combine(unfinished, logo));
            source.CopyTo(target);
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.Move(unfinished, folder);
    }

    private static JsonObject Describe(IReadOnlyList<string> program) => new()
    {
        ["argv"] = new JsonArray([.. program.Select(part => (JsonNode)part), "kernel", "run", "--connection-file", "{connection_file}"]),
        ["display_name"] = ".NET (C#)",
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["env"] = new JsonObject
        {
            ["DOTNET_ROOT"] = RuntimeFolder(),
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_EnableWriteXorExecute"] = "0", // each cell is new code, and to map that twice takes a seventh of its time
            ["DOTNET_gcConcurrent"] = "0", // nobody notices the pause, and the thread and its marks take 2 MB
        },
        ["metadata"] = new JsonObject { ["course"] = new JsonObject() },
    };

    // A Jupyter that a desktop starts has not read the shell's profile, which may be all that knows where .NET is.
    private static string RuntimeFolder() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    [GeneratedRegex("^[a-z0-9._-]+$")]
    private static partial Regex Name();
}
