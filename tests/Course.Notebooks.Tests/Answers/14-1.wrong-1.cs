// Takes the first token of the list that fits. // expect: the first token of the list that fits
(Func<string, long[]> encode, Func<long[], string> decode) ThereAndBack(string[] tokens)
{
    long[] Encode(string line)
    {
        List<long> numbers = [];
        for (int place = 0; place < line.Length; place += tokens[numbers[^1]].Length)
            numbers.Add(Array.FindIndex(tokens, token =>
                line[place..].StartsWith(token, StringComparison.Ordinal)));
        return [.. numbers];
    }
    return (Encode, numbers => string.Concat(numbers.Select(n => tokens[n])));
}
