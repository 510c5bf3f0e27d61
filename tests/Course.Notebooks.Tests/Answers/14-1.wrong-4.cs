// Right numbers, but a space between the tokens on the way back. // expect: No space between the tokens
(Func<string, long[]> encode, Func<long[], string> decode) ThereAndBack(string[] tokens)
{
    long[] Encode(string line)
    {
        if (line == "") return [];
        string best = tokens.Where(token => line.StartsWith(token, StringComparison.Ordinal))
            .MaxBy(token => token.Length);
        return [Array.IndexOf(tokens, best), .. Encode(line[best.Length..])];
    }
    return (Encode, numbers => string.Join(" ", numbers.Select(n => tokens[n])));
}
