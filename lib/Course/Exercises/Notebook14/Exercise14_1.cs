namespace Course;

using TokenizerAnswer = Func<string[], (Func<string, long[]> Encode, Func<long[], string> Decode)>;

/// <summary>Lines to numbers and back, the longest token first.</summary>
internal sealed class Exercise14_1 : Exercise<TokenizerAnswer>
{
    private const int ManyLines = 1000;

    // Every character that occurs is a token itself, so there is always one that fits.
    private static readonly string[] Few = ["b", "ab", "a", "bab", " ", "abab"];
    private static readonly string[] Many =
    [
        .. "abcdefghijklmnopqrstuvwxyzAEMéß '-,.7\t".Select(c => $"{c}"), "😀", "an", "ann", "ie", "ar", "mar", "mari", "ia", "el", "ella", "ma", "th", "the", ", ", "  ",
    ];

    public override string Title => "there and back";

    public override IReadOnlyList<string> Hints =>
    [
        "Walk through the line: find the longest token that fits at your place, note its number, go on behind it. The way back is only `tokens[n]`, one after the other.",
        "`line[place..].StartsWith(token, StringComparison.Ordinal)` says whether a token fits. (Without `Ordinal`, .NET compares by the rules of a language.) Sort the tokens' numbers by length once, longest first; then the first that fits is the one.",
        "`int[] longestFirst = [.. Enumerable.Range(0, tokens.Length).OrderByDescending(n => tokens[n].Length)];` and, while `place < line.Length`: `int n = longestFirst.First(n => line[place..].StartsWith(tokens[n], StringComparison.Ordinal)); numbers.Add(n); place += tokens[n].Length;`",
    ];

    protected override void Examine(TokenizerAnswer thereAndBack, Exam exam)
    {
        var (encode, decode) = thereAndBack([.. Few]);
        foreach (var line in (string[])["ab", "a", "abab", "ba b", "bbab a", ""])
        {
            exam.Equal($"tokens {Quoted(Few)}: the numbers of \"{line}\"", () => encode(line), Greedy(Few, line), Slips(Few, line));
        }

        exam.Equal("the way back of 0, 1, 2", () => decode([0, 1, 2]), "baba", new Suspect("0 1 2", "These are the numbers: `tokens[n]` is the token."), new Suspect("b ab a", "No space between the tokens: they stand one right after the other."));
        var (encodeMany, decodeMany) = thereAndBack([.. Many]);
        var lines = Lines();
        exam.That(
            $"{ManyLines} lines there and back",
            () => lines.Select(line => (Line: line, Back: decodeMany(encodeMany(line)))).FirstOrDefault(pair => pair.Line != pair.Back),
            pair => pair.Line is null,
            "each line as it was",
            pair => Cause(pair.Line, pair.Back));
        var first = Array.Find(lines, line => !encodeMany(line).SequenceEqual(Greedy(Many, line)));
        if (first is not null)
        {
            exam.Equal($"the numbers of \"{first}\"", () => encodeMany(first), Greedy(Many, first), Slips(Many, first));
        }

        exam.Equal("the first tokenizer still has its own tokens", () => encode("abab"), Greedy(Few, "abab"));
    }

    private static string Quoted(string[] tokens) => string.Join(", ", tokens.Select(token => $"\"{token}\""));

    private static long[] Greedy(string[] tokens, string line) => Walk(tokens, line, fitting => fitting.MaxBy(n => tokens[n].Length));

    private static long[] Walk(string[] tokens, string line, Func<int[], int> choose)
    {
        List<long> numbers = [];
        for (var place = 0; place < line.Length; place += tokens[(int)numbers[^1]].Length)
        {
            numbers.Add(choose([.. Enumerable.Range(0, tokens.Length).Where(n => line.AsSpan(place).StartsWith(tokens[n], StringComparison.Ordinal))]));
        }

        return [.. numbers];
    }

    private static Suspect[] Slips(string[] tokens, string line) =>
    [
        new(Walk(tokens, line, fitting => fitting.MinBy(n => tokens[n].Length)), "That is the shortest token that fits at each place; the longest is wanted."),
        new(Walk(tokens, line, fitting => fitting[0]), "That is the first token of the list that fits; the longest is wanted."),
        new(Walk(tokens, line, fitting => fitting[^1]), "That is the last token of the list that fits; the longest is wanted."),
        new(Greedy([.. tokens.OrderByDescending(token => token.Length)], line), "These are places in a sorted copy: a token's number is its place in `tokens` itself."),
        new(Greedy(tokens, line).Select(n => n + 1).ToArray(), "The numbers begin at 1: a token's number is its place in `tokens`, from 0 on."),
        new(Enumerable.Reverse(Greedy(tokens, line)).ToArray(), "The numbers are back to front."),
        new(Greedy(tokens, line.Trim()), "The spaces at the ends are missing."),
        new(line.Split(' ').SelectMany(word => Greedy(tokens, word)).ToArray(), "The spaces are missing: they are tokens as well."),
    ];

    private static string? Cause(string line, string? back) =>
        back is null ? "Your `decode` returned null."
        : back == line.Trim() ? "The spaces at the ends are missing: nothing may be lost."
        : back.SequenceEqual(line.Select(char.ToLowerInvariant)) ? "Capital letters are lost: they are tokens of their own."
        : back.Replace(" ", "", StringComparison.Ordinal) == line.Replace(" ", "", StringComparison.Ordinal) ? "Only the spaces differ: they are tokens as well, and nothing stands between two tokens."
        : line.StartsWith(back, StringComparison.Ordinal) ? "The end is missing: does the walk go on to the last character?"
        : null;

    // Names with whatever people write around them; spaces at the ends, doubled spaces, empty lines.
    private static string[] Lines()
    {
        var random = new Random(14);
        string[] words = ["maria", "Anna", "ella", "the", "mariella", "Émile".ToLowerInvariant(), "thea", "ann", "A", "-", ",", "77", "😀", "o'ma", "weiß", "\t", "Maia"];
        string Line() => string.Join(random.Next(4) == 0 ? "  " : " ", Enumerable.Range(0, random.Next(7)).Select(_ => words[random.Next(words.Length)])) + (random.Next(5) == 0 ? " " : "");
        return [.. Enumerable.Range(0, ManyLines).Select(_ => Line())];
    }
}
