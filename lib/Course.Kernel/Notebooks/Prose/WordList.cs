using System.Text.Json;
using System.Text.RegularExpressions;

namespace Course.Kernel.Notebooks.Prose;

/// <summary>The course's words, <c>words.json</c> beside its notebooks.</summary>
internal sealed class WordList
{
    private const string FileName = "words.json";
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, Word> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Word> _phrases = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Word> _spellings = new(StringComparer.OrdinalIgnoreCase);
    private readonly Regex _refused;
    private readonly Regex _used;

    /// <summary>A list of words.</summary>
    internal WordList(IReadOnlyList<Word> words)
    {
        Words = words;
        foreach (var word in words)
        {
            word.RefusedInCode.ToList().ForEach(name => _names.TryAdd(name, word));
            word.RefusedInProse.ToList().ForEach(phrase => _phrases.TryAdd(phrase, word));
            word.Spellings.ToList().ForEach(spelling => _spellings.TryAdd(spelling, word));
        }

        _refused = AnyOf(_phrases.Keys);
        _used = AnyOf(_spellings.Keys);
    }

    /// <summary>No words: for notebooks that are not the course's.</summary>
    internal static WordList Empty { get; } = new([]);

    /// <summary>In the order of the file, which is the alphabet's.</summary>
    internal IReadOnlyList<Word> Words { get; }

    /// <summary>The list beside notebooks; an empty one if there is none.</summary>
    /// <exception cref="NotebookFormatException">The file is there and cannot be read.</exception>
    internal static WordList In(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) ? new WordList(JsonSerializer.Deserialize<Contents>(File.ReadAllText(path), CamelCase)?.Words ?? throw new JsonException("no \"words\"")) : Empty;
        }
        catch (JsonException e)
        {
            throw new NotebookFormatException(path, $"is not a list of words ({e.Message}); it has {{\"words\": [{{\"term\", \"meaning\", \"notebook\", …}}]}}", e);
        }
    }

    /// <summary>The word that a name in code stands for wrongly; null if the name may stay.</summary>
    internal Word? RefusedName(string name) => _names.GetValueOrDefault(name);

    /// <summary>Phrases in a text that stand for a word wrongly.</summary>
    internal IEnumerable<(string Phrase, Word Word)> RefusedIn(string text) =>
        _refused.Matches(text).Select(match => (match.Value, _phrases[match.Value]));

    /// <summary>Where a text uses a word, longest spelling first where several begin at one place.</summary>
    internal IEnumerable<(int Index, int Length, Word Word)> UsesIn(string text) =>
        _used.Matches(text).Select(match => (match.Index, match.Length, _spellings[match.Value]));

    private static Regex AnyOf(IEnumerable<string> phrases)
    {
        var any = string.Join('|', phrases.OrderByDescending(phrase => phrase.Length).ThenBy(phrase => phrase, StringComparer.Ordinal).Select(Regex.Escape));
        return new Regex(any.Length == 0 ? "(?!)" : $@"(?<![\w-])(?:{any})(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    private sealed record Contents(IReadOnlyList<Word> Words);
}
