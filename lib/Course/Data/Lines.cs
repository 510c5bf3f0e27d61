using System.Text;
using static System.FormattableString;

namespace Course;

/// <summary>Bytes to text and lines: UTF-8, strictly.</summary>
internal static class Lines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Without the end-of-line characters and without an empty last line.</summary>
    public static string[] Of(byte[] content, string name)
    {
        var text = Text(content, name);
        return text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
    }

    /// <summary>Decoded, a byte-order mark dropped, every line ending turned into <c>\n</c>.</summary>
    /// <exception cref="DatasetException">Not UTF-8; says at which byte.</exception>
    public static string Text(byte[] content, string name)
    {
        try
        {
            return Strict.GetString(content).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException e)
        {
            throw new DatasetException(
                Invariant($"{name} is not UTF-8 text: byte {e.Index} (0x{e.BytesUnknown?.FirstOrDefault():X2}) fits no character. Save it as UTF-8, or check that it is a text file."), e);
        }
    }
}
