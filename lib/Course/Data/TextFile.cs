using System.Buffers;
using static System.FormattableString;

namespace Course;

/// <summary>A text of the learner's own, or a fetched book.</summary>
public sealed class TextFile
{
    // Control characters other than tab, line feed, form feed and carriage return; escape stays, for typescripts.
    private static readonly SearchValues<char> NoText = SearchValues.Create("\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001C\u001D\u001E\u001F\uFFFF");

    private TextFile(string name, string text) => (Name, Text) = (name, text);

    /// <summary>Where it came from.</summary>
    public string Name { get; }

    /// <summary>The whole text; every line ending is <c>\n</c>.</summary>
    public string Text { get; }

    /// <summary>The lines, without their endings.</summary>
    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>The different characters, in code order: the vocabulary of a character model.</summary>
    public char[] Characters => [.. Text.Distinct().Order()];

    /// <summary>A text that is no file: made from other data.</summary>
    /// <param name="name">Where it came from.</param>
    /// <param name="text">At least one character.</param>
    /// <exception cref="DatasetException">Empty, or it holds characters that no text has.</exception>
    public static TextFile Of(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var odd = text.AsSpan().IndexOfAny(NoText);
        return (text.Length, odd) switch
        {
            (0, _) => throw new DatasetException($"{name} is empty."),
            (_, >= 0) => throw new DatasetException(Invariant($"{name} is not a text: its character {odd + 1} is U+{(int)text[odd]:X4}, which only binary files have. Save it as plain text.")),
            _ => new(name, text.ReplaceLineEndings("\n")),
        };
    }

    /// <summary>Cuts the text in two, for training and for validation.</summary>
    /// <param name="fraction">Share of the characters at the end that goes to the second part, between 0 and 1.</param>
    /// <param name="context">How many characters a model sees at once: each part has to be longer.</param>
    /// <exception cref="ArgumentOutOfRangeException">A fraction outside (0, 1).</exception>
    /// <exception cref="DatasetException">The text is too short for the context; says how long it has to be.</exception>
    public (string Train, string Validation) SplitEnd(double fraction, int context = 0)
    {
        if (fraction is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), Invariant($"SplitEnd({fraction}): give a share between 0 and 1, such as 0.1"));
        }

        var cut = (int)(Text.Length * (1 - fraction));
        var shorter = Math.Min(cut, Text.Length - cut);
        if (context > 0 && shorter <= context)
        {
            var needed = (int)Math.Ceiling((context + 1) / Math.Min(fraction, 1 - fraction));
            throw new DatasetException(Invariant(
                $"{Name} is too short: of its {Text.Length:N0} characters one part gets {shorter:N0}, and a context of {context} needs at least {context + 1}. Take a text of {needed:N0} characters or more, or a shorter context."));
        }

        return (Text[..cut], Text[cut..]);
    }

    /// <summary>Name and size.</summary>
    public override string ToString() => Invariant($"{Name}: {Text.Length:N0} characters, {Characters.Length} different");

    internal static TextFile Load(string path)
    {
        try
        {
            var text = Course.Lines.Text(File.ReadAllBytes(path), path);
            return Of(path, text);
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
