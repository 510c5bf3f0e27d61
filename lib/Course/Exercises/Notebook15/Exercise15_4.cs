namespace Course;

/// <summary>What a network without attention can reach on reversal.</summary>
internal sealed class Exercise15_4 : Exercise<Func<int, int, double>>
{
    private const double Near = 1e-9;

    public override string Title => "the best a blind one can do";

    public override IReadOnlyList<string> Hints =>
    [
        "A place whose letter comes from elsewhere knows nothing: one chance in `letters`, whatever it says.",
        "Reverse *abcde* by hand. One letter did not move, and its place can simply copy it.",
        "With `length % 2` places that know and the others that guess: `100.0 * (known + (length - known) / (double)letters) / length`.",
    ];

    protected override void Examine(Func<int, int, double> blindAtBest, Exam exam)
    {
        foreach (var (letters, length) in ((int, int)[])[(26, 6), (26, 5), (2, 2), (10, 1), (4, 7), (3, 100)])
        {
            exam.Absolute(
                $"{letters} letters, strings of {length}",
                () => blindAtBest(letters, length),
                Wanted(letters, length),
                Near,
                Slips(letters, length));
        }
    }

    private static double Wanted(int letters, int length) => 100.0 * ((length % 2) + ((length - (length % 2)) / (double)letters)) / length;

    private static Suspect[] Slips(int letters, int length) =>
    [
        new(100.0 / letters, "In a string of odd length the middle letter stays where it is, and its place can see it."),
        new(Wanted(letters, length) / 100, "That is the share; percent are wanted."),
        new(100.0 * (length % 2) / length, "Whole numbers divide without a remainder, so the guesses came out as 0: divide by `(double)letters`."),
        new(100.0 * (1 + ((length - 1) / (double)letters)) / length, "In a string of even length every letter moves; there is no middle one."),
    ];
}
