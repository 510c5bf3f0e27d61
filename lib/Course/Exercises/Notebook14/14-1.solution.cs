(Func<string, long[]> encode, Func<long[], string> decode) ThereAndBack(string[] tokens)
{
    int[] longestFirst = [.. Enumerable.Range(0, tokens.Length)
        .OrderByDescending(n => tokens[n].Length)];
    long[] Encode(string line)
    {
        List<long> numbers = [];
        for (int place = 0; place < line.Length; place += tokens[numbers[^1]].Length)
            numbers.Add(longestFirst.First(n =>
                line[place..].StartsWith(tokens[n], StringComparison.Ordinal)));
        return [.. numbers];
    }
    return (Encode, numbers => string.Concat(numbers.Select(n => tokens[n])));
}
