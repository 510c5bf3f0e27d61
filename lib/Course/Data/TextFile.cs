using static System.FormattableString;

namespace Course;

/// <summary>A text of the learner's own, or a fetched book.</summary>
public sealed class TextFile
{
    private TextFile(string name, string text) => (Name, Text) = (name, text);

    /// <summary>Where it came from.</summary>
    public string Name { get; }

    /// <summary>The whole text; every line ending is <c>\n</c>.</summary>
    public string Text { get; }

    /// <summary>The lines, without their endings.</summary>
    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>The different characters, in code order: the vocabulary of a character model.</summary>
    public char[] Characters => [.. Text.Distinct().Order()];

    /// <summary>Cuts the text in two, for training and for validation.</summary>
    /// <param name="fraction">Share of the characters at the end that goes to the second part, between 0 and 1.</param>
    public (string Train, string Validation) SplitEnd(double fraction)
    {
        if (fraction is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), Invariant($"SplitEnd({fraction}): give a share between 0 and 1, such as 0.1"));
        }

        var cut = (int)(Text.Length * (1 - fraction));
        return (Text[..cut], Text[cut..]);
    }

    /// <summary>Name and size.</summary>
    public override string ToString() => Invariant($"{Name}: {Text.Length:N0} characters, {Characters.Length} different");

    internal static TextFile Load(string path)
    {
        try
        {
            var text = Course.Lines.Text(File.ReadAllBytes(path), path);
            return text.Length > 0 ? new(path, text) : throw new DatasetException($"{path} is empty.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DatasetException($"There is no file '{Path.GetFullPath(path)}'. Give a path from the notebook's folder, or a full one.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
