using System.Collections;
using static System.FormattableString;

namespace Course;

/// <summary>The tokens that a language model knows, each with a number from 0 on: characters, or signs of your own.</summary>
public sealed class Vocabulary : IReadOnlyList<string>
{
    private readonly string[] _tokens;
    private readonly Dictionary<string, int> _places;

    private Vocabulary(string[] tokens)
    {
        _tokens = tokens;
        _places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            if (!_places.TryAdd(token, _places.Count))
            {
                throw new ArgumentException($"Vocabulary: '{token}' is there twice");
            }
        }
    }

    /// <inheritdoc/>
    public int Count => _tokens.Length;

    /// <summary>The token of a number.</summary>
    public string this[int index] => _tokens[index];

    /// <summary>The number of a token.</summary>
    /// <exception cref="ArgumentException">Not in the vocabulary; says what is.</exception>
    public int this[string token] => _places.TryGetValue(token, out var place) ? place : throw Unknown(token, "");

    /// <summary>Every character of a text once, in code order. A character beyond 16 bits, such as an emoji, is one token.</summary>
    /// <param name="text">At least one character.</param>
    /// <exception cref="ArgumentException">An empty text.</exception>
    public static Vocabulary OfCharacters(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new([.. text.EnumerateRunes().Distinct().Order().Select(rune => rune.ToString())]);
    }

    /// <summary>Signs of your own, numbered as they come.</summary>
    /// <exception cref="ArgumentException">None, or one twice.</exception>
    public static Vocabulary Of(IEnumerable<string> tokens)
    {
        string[] all = [.. tokens];
        return all.Length > 0 ? new(all) : throw new ArgumentException("Vocabulary: there are no tokens");
    }

    /// <summary>Whether the token has a number.</summary>
    public bool Contains(string token) => _places.ContainsKey(token);

    /// <summary>The numbers of a text's characters.</summary>
    /// <exception cref="ArgumentException">A character is not in the vocabulary; says which, where, and what is.</exception>
    public long[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Encode(text.EnumerateRunes().Select(rune => rune.ToString()));
    }

    /// <summary>The numbers of some tokens.</summary>
    /// <exception cref="ArgumentException">One is not in the vocabulary; says which, where, and what is.</exception>
    public long[] Encode(IEnumerable<string> tokens) =>
        [.. tokens.Select((token, i) => _places.TryGetValue(token, out var place) ? (long)place : throw Unknown(token, Invariant($", number {i + 1} of the text,")))];

    /// <summary>The tokens of some numbers, one after the other.</summary>
    public string Decode(IEnumerable<long> numbers) => string.Concat(numbers.Select(number => _tokens[number]));

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_tokens).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>How many tokens, and which.</summary>
    public override string ToString() => $"{Numbers.Text((long)Count)} tokens: {TokenList.Of(_tokens)}";

    private ArgumentException Unknown(string token, string where) =>
        new($"{TokenList.Name(token)}{where} is not in the vocabulary: the model has never seen it.\nUse only its {this}");
}
