using System.Text;

namespace Course.Kernel.Export;

/// <summary>Headings as anchors.</summary>
internal static class Slug
{
    /// <summary>Lower case letters and digits, joined by single hyphens; the same for Jupyter's and GitHub's spelling of an anchor.</summary>
    public static string Of(string heading)
    {
        var slug = new StringBuilder(heading.Length);
        foreach (var c in heading)
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-' && (char.IsWhiteSpace(c) || c is '-' or '_'))
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
