using System.CommandLine;
using Course.Cli.Kernel;
using Course.Cli.Terminal;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course kernel</c>: C# in Jupyter.</summary>
internal static class KernelCommand
{
    private static readonly Option<bool> User = new("--user") { Description = "For this user (the default)" };
    private static readonly Option<string?> Prefix = new("--prefix") { Description = "For the installation in this folder: its share/jupyter/kernels", HelpName = "folder" };
    private static readonly Option<bool> SysPrefix = new("--sys-prefix") { Description = "For the virtual or conda environment that is active" };
    private static readonly Option<string?> Name = new("--name") { Description = $"Name of the kernel; none: {KernelSpecs.DefaultName}, or {KernelSpecs.OtherName} where that is another kernel's", HelpName = "name" };
    private static readonly Option<bool> Force = new("--force") { Description = "Take the name even if another kernel has it" };
    private static readonly Option<string> ConnectionFile = new("--connection-file") { Required = true };

    internal static Command Create()
    {
        var install = new Command("install", "Make C# a kernel of Jupyter, on this machine") { User, Prefix, SysPrefix, Name, Force };
        install.SetAction(parsed => (int)Install(parsed));
        var list = new Command("list", "Name the kernels that this program has installed");
        list.SetAction(_ => (int)List());
        var uninstall = new Command("uninstall", "Remove the kernel again") { User, Prefix, SysPrefix, Name };
        uninstall.SetAction(parsed => (int)Uninstall(parsed));
        // Program.cs starts it without this parser; it stands here so that the command line knows it.
        var run = new Command("run", "Serve one notebook; Jupyter calls it") { ConnectionFile };
        run.Hidden = true;
        run.SetAction(parsed => KernelProcess.Run(parsed.GetValue(ConnectionFile)!));
        return new Command("kernel", "Install, list and remove the C# kernel for Jupyter") { install, list, uninstall, run };
    }

    private static ExitCode Install(ParseResult parsed)
    {
        var folder = Folder(parsed);
        var name = parsed.GetValue(Name) ?? (IsFreeEverywhere(parsed, folder) || parsed.GetValue(Force) ? KernelSpecs.DefaultName : KernelSpecs.OtherName);
        if (!KernelSpecs.IsName(name))
        {
            throw new UsageException($"'{name}' is no name for a kernel: lower-case letters, digits, dot, dash and underscore only");
        }

        if (!IsFree(folder, name) && !parsed.GetValue(Force))
        {
            throw new UsageException($"{Path.Combine(folder, name)} is another kernel; choose a --name, or replace it with --force");
        }

        Directory.CreateDirectory(folder);
        KernelSpecs.Write(Path.Combine(folder, name), Tool.ThisProgram());
        Terminals.Say($"{Path.Combine(folder, name)}: C# for Jupyter, run by {AppContext.BaseDirectory}");
        return ExitCode.Ok;
    }

    private static ExitCode List()
    {
        var ours = KernelSpecs.AllFolders().Where(Directory.Exists).SelectMany(Directory.GetDirectories).Where(KernelSpecs.IsOurs).ToList();
        foreach (var folder in ours)
        {
            var missing = KernelSpecs.MissingProgram(folder) is { } program ? $"  ({program} is gone; course kernel install mends it)" : "";
            Terminals.Say($"{Path.GetFileName(folder)}  {folder}{missing}");
        }

        if (ours.Count == 0)
        {
            Terminals.Output.WriteLine("No kernel is installed; course kernel install installs one.");
        }

        return ExitCode.Ok;
    }

    private static ExitCode Uninstall(ParseResult parsed)
    {
        var folder = Folder(parsed);
        var names = parsed.GetValue(Name) is { } name ? [name] : new[] { KernelSpecs.DefaultName, KernelSpecs.OtherName };
        var found = names.Select(each => Path.Combine(folder, each)).Where(KernelSpecs.IsOurs).ToList();
        if (found.Count == 0)
        {
            throw new UsageException($"no kernel of this program is in {folder}; course kernel list names them");
        }

        foreach (var each in found)
        {
            Directory.Delete(each, recursive: true);
            Terminals.Say($"{each} is removed.");
        }

        return ExitCode.Ok;
    }

    // A user's kernel hides one of the same name that the system or an environment has; those do not hide each other.
    private static bool IsFreeEverywhere(ParseResult parsed, string folder)
    {
        var places = parsed.GetValue(Prefix) is null && !parsed.GetValue(SysPrefix) ? KernelSpecs.AllFolders().Append(folder) : [folder];
        return places.All(place => IsFree(place, KernelSpecs.DefaultName));
    }

    private static bool IsFree(string folder, string name)
    {
        var place = Path.Combine(folder, name);
        return !Directory.Exists(place) || KernelSpecs.IsOurs(place);
    }

    private static string Folder(ParseResult parsed)
    {
        if (parsed.GetValue(Prefix) is { } prefix)
        {
            return KernelSpecs.PrefixFolder(prefix);
        }

        if (!parsed.GetValue(SysPrefix))
        {
            return KernelSpecs.UserFolder();
        }

        var active = KernelSpecs.ActivePrefixes().FirstOrDefault();
        return active is null
            ? throw new UsageException("no virtual or conda environment is active; name its folder with --prefix")
            : KernelSpecs.PrefixFolder(active);
    }
}
