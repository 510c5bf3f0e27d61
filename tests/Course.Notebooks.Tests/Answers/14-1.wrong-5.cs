// Letter by letter. // expect: the shortest token that fits
(Func<string, long[]> encode, Func<long[], string> decode) ThereAndBack(string[] tokens) =>
    (line => [.. line.Select(c => (long)Array.IndexOf(tokens, $"{c}"))],
     numbers => string.Concat(numbers.Select(n => tokens[n])));
