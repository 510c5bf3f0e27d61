using System.Globalization;

namespace Course.Kernel.Packages;

/// <summary>An exact version of a package: up to four numbers and a pre-release label.</summary>
/// <param name="Numbers">Four numbers; missing ones are 0.</param>
/// <param name="Label">Without the dash; empty for a release.</param>
internal sealed record PackageVersion(Version Numbers, string Label) : IComparable<PackageVersion>
{
    /// <summary>Null for ranges, wildcards and everything else that is not one version.</summary>
    public static PackageVersion? TryParse(string text)
    {
        var core = text.Split('+')[0];
        var dash = core.IndexOf('-', StringComparison.Ordinal);
        var label = dash < 0 ? "" : core[(dash + 1)..];
        var parts = (dash < 0 ? core : core[..dash]).Split('.');
        var numbers = new int[4];
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 3 || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return new PackageVersion(new Version(numbers[0], numbers[1], numbers[2], numbers[3]), label);
    }

    /// <summary>By number, then a pre-release before its release.</summary>
    public int CompareTo(PackageVersion? other)
    {
        var numbers = Numbers.CompareTo(other?.Numbers);
        return numbers != 0 ? numbers
            : Label.Length == 0 || other!.Label.Length == 0 ? other!.Label.Length.CompareTo(Label.Length)
            : string.CompareOrdinal(Label, other.Label);
    }
}
