using Course.Kernel.Running;

namespace Course.Cli.Grading;

/// <summary>Runs a command in Linux namespaces of its own, as far as this machine allows.</summary>
/// <param name="Level">How far that is.</param>
/// <param name="Hidden">Folders that seem empty from inside.</param>
internal sealed record Jail(JailLevel Level, IReadOnlyList<string> Hidden)
{
    // Everything becomes read-only but the notebook's own folder, the hidden folders become empty ones, and then all powers are dropped by which
    // that could be undone. The shell stays: it is the first process of the namespace, and with it all others end.
    private const string Script = """
        set -e
        work=$1
        shift
        mount --bind "$work" "$work"
        cd "$work"
        while read -r _ _ _ _ target options _; do
          target=$(printf '%b' "$target")
          [ "$target" = "$work" ] && continue
          kept=
          for flag in nosuid nodev noexec noatime nodiratime relatime; do
            case ,$options, in *,$flag,*) kept=$kept,$flag;; esac
          done
          mount -o "remount,bind,ro$kept" "$target" || case $target in /proc/*|/sys/*|/dev/*) ;; *) exit 90;; esac
        done < /proc/self/mountinfo
        while [ "$1" != -- ]; do
          if [ -d "$1" ]; then mount -t tmpfs -o size=64k,mode=755 tmpfs "$1"; fi
          shift
        done
        shift
        mkdir -p "$work"
        mount -c --bind . "$work"
        cd "$work"
        setpriv --no-new-privs --bounding-set=-all --inh-caps=-all -- "$@"
        exit $?
        """;

    /// <summary>How to start a command so.</summary>
    /// <param name="command">What is to run.</param>
    /// <param name="work">Its own folder, which it may write.</param>
    internal ChildCommand Around(ChildCommand command, string work) => Level switch
    {
        JailLevel.Whole => new("unshare", ["--user", "--map-root-user", "--net", "--mount", "--ipc", "--pid", "--fork", "--kill-child", "--mount-proc", "sh", "-c", Script, "jail", work, .. Hidden, "--", command.FileName, .. command.Arguments]),
        JailLevel.NoNetwork => new("unshare", ["--user", "--map-root-user", "--net", "--", command.FileName, .. command.Arguments]),
        _ => command,
    };

    /// <summary>The most that works here.</summary>
    /// <param name="hidden">Folders that are to seem empty from inside.</param>
    /// <param name="works">Tries it.</param>
    /// <returns>Null if not even a command without any works.</returns>
    internal static Jail? Strongest(IReadOnlyList<string> hidden, Func<Jail, bool> works) =>
        (OperatingSystem.IsLinux() ? [JailLevel.Whole, JailLevel.NoNetwork, JailLevel.None] : (JailLevel[])[JailLevel.None])
            .Select(level => new Jail(level, hidden))
            .FirstOrDefault(works);
}
