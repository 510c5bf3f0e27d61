namespace Course.Kernel.Jupyter;

/// <summary>Jupyter counts characters as Unicode code points, .NET as halves of surrogate pairs.</summary>
internal static class CodePoints
{
    public static int ToUtf16(string text, int codePoints)
    {
        var position = 0;
        for (var i = 0; i < codePoints && position < text.Length; i++)
        {
            position += char.IsSurrogatePair(text, position) ? 2 : 1;
        }

        return position;
    }

    public static int FromUtf16(string text, int position)
    {
        var count = 0;
        for (var i = 0; i < position; i++)
        {
            count += i + 1 < text.Length && char.IsSurrogatePair(text, i) ? 0 : 1;
        }

        return count;
    }
}
