using System.Collections;
using System.Text.Json;
using static System.FormattableString;

namespace Course;

/// <summary>The public mails of SpamAssassin, 2002 to 2003: 4,150 wanted and 1,896 unwanted.</summary>
/// <remarks>Collection PDDL 1.0, contents CC0 1.0; the mails belong to their writers, so they are fetched and not part of the course.</remarks>
public sealed class Mails : IReadOnlyList<Mail>
{
    private const string Name = "spam-assassin";
    private const string File = "mails.jsonl";

    private readonly Mail[] _mails;

    private Mails(Mail[] mails) => _mails = mails;

    /// <inheritdoc/>
    public int Count => _mails.Length;

    /// <inheritdoc/>
    public Mail this[int index] => _mails[index];

    /// <inheritdoc/>
    public IEnumerator<Mail> GetEnumerator() => ((IEnumerable<Mail>)_mails).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static Mails Load(DataStore store) => Parse(store.Read(Name, $"{Name}/{File}"), $"{Name}/{File}");

    internal static Mails Load(string folder)
    {
        var path = Path.Combine(folder, File);
        return System.IO.File.Exists(path)
            ? Parse(System.IO.File.ReadAllBytes(path), path)
            : throw new DatasetException($"{path} is missing. A folder of mails holds one file, {File}: on each line an object with id, group (\"spam\" or another word) and text.");
    }

    private static Mails Parse(byte[] content, string name)
    {
        var mails = Lines.Of(content, name).Select((line, i) => (line, i)).Where(pair => pair.line.Length > 0).Select(pair => Parse(pair.line, name, pair.i)).ToArray();
        return mails.Length > 0 ? new(mails) : throw new DatasetException($"{name} holds no mails.");
    }

    private static Mail Parse(string line, string name, int index)
    {
        try
        {
            return JsonSerializer.Deserialize(line, DataJson.Default.Mail) is { Id: not null, Group: not null, Text: { } text } mail
                ? mail with { Text = text.ReplaceLineEndings("\n") }
                : throw new DatasetException(Invariant($"{name}, line {index + 1} lacks one of id, group and text."));
        }
        catch (JsonException e)
        {
            throw new DatasetException(Invariant($"{name}, line {index + 1} is not a JSON object with id, group and text: {e.Message}"), e);
        }
    }
}
