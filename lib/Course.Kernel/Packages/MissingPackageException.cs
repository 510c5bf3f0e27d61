using System.Diagnostics.CodeAnalysis;

namespace Course.Kernel.Packages;

/// <summary>A package that a cell calls optional cannot be had; the message is for the learner.</summary>
/// <param name="target">As the cell names it.</param>
/// <param name="reason">Why not.</param>
[SuppressMessage("Design", "CA1032", Justification = "Package and reason are always given.")]
internal sealed class MissingPackageException(PackageReference target, PackageException reason)
    : Exception(
        $"{reason.Message.Split('\n')[0]}\nThis cell would download {$"{target.Id} {target.Version}".TrimEnd()} and the packages that it needs, once, and keep them. "
        + "It is optional: the rest of the cell was left out, and the notebook goes on without it.\n",
        reason);
