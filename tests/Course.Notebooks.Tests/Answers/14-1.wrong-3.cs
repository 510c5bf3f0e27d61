// Words without their spaces. // expect: The spaces are missing
(Func<string, long[]> encode, Func<long[], string> decode) ThereAndBack(string[] tokens)
{
    long[] Word(string word)
    {
        if (word == "") return [];
        string best = tokens.Where(token => word.StartsWith(token, StringComparison.Ordinal))
            .MaxBy(token => token.Length);
        return [Array.IndexOf(tokens, best), .. Word(word[best.Length..])];
    }
    return (line => [.. line.Split(' ').SelectMany(Word)],
        numbers => string.Concat(numbers.Select(n => tokens[n])));
}
