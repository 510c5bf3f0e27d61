// Sorts the tokens and numbers them anew. // expect: its place in `tokens` itself
(Func<string, long[]> encode, Func<long[], string> decode) ThereAndBack(string[] tokens)
{
    string[] sorted = [.. tokens.OrderByDescending(token => token.Length)];
    long[] Encode(string line)
    {
        List<long> numbers = [];
        for (int place = 0; place < line.Length; place += sorted[numbers[^1]].Length)
            numbers.Add(Array.FindIndex(sorted, token =>
                line[place..].StartsWith(token, StringComparison.Ordinal)));
        return [.. numbers];
    }
    return (Encode, numbers => string.Concat(numbers.Select(n => sorted[n])));
}
