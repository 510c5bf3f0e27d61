namespace Course;

/// <summary>A spelling and how it sounds.</summary>
/// <param name="Word">Upper case, as in the dictionary: "AARDVARK".</param>
/// <param name="Variant">0 for the first pronunciation of a word, 1 and up for others.</param>
/// <param name="Phonemes">ARPAbet; a vowel ends with its stress (0 none, 1 primary, 2 secondary): AA1 R D V AA2 R K.</param>
public sealed record Pronunciation(string Word, int Variant, IReadOnlyList<string> Phonemes)
{
    /// <summary>Word and phonemes, as in the dictionary.</summary>
    public override string ToString() => $"{Word}  {string.Join(' ', Phonemes)}";
}
