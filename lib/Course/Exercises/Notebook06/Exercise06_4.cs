using static TorchSharp.torch;

namespace Course;

/// <summary>Two tensors, one memory? Found out by writing.</summary>
internal sealed class Exercise06_4 : Exercise<Func<Tensor, Tensor, bool>>
{
    private const string Values = "Equal numbers are no proof: a copy has them too. Write to one, and look at the other.";
    private const string Later = "The two share row 1 alone, and `b` does not begin with it: compare every number of `b`, not its first only.";
    private const string Unseen = "The write did not show. Was it to *all* of `a`, and did it change every number (also a 0)?";

    public override string Title => "one memory or two";

    public override IReadOnlyList<string> Hints =>
    [
        "An experiment: remember `b`, change `a` in place, see whether `b` has changed, put `a` back.",
        "`b.clone()` remembers. `a.add_(1)` changes every number of `a`, a 0 too. `b.ne(before).any().item<bool>()` says whether anything in `b` moved.",
        "Also `var kept = a.clone();` at the start and `a.copy_(kept);` before you return: leave no trace.",
    ];

    // To write to them is the experiment; that it is undone is a case of its own.
    public override IReadOnlyList<int> Changes => [0, 1];

    protected override void Examine(Func<Tensor, Tensor, bool> shares, Exam exam)
    {
        using var scope = NewDisposeScope();
        Try("x and its transpose", x => (x, x.t()), true);
        Try("x and a copy", x => (x, x.clone()), false);
        Try("x and row 2 of it", x => (x, x[2]), true);
        Try("x and column 1 of it", x => (x, x[.., 1]), true);
        Try("the transpose of x and x as (2, 6)", x => (x.t(), x.view(2, 6)), true);
        Try("x and its transpose, made contiguous", x => (x, x.t().contiguous()), false);
        Try("rows 1 and 2 of x, and rows 0 and 1", x => (x[1..3], x[..2]), true, Later);
        Try("the last row of x and its first", x => (x[2], x[0]), false);
        Try("zeros and their transpose", x => (x.zero_(), x.t()), true);
        Try("zeros and other zeros", x => (x.zero_(), zeros(3, 4)), false);

        void Try(string name, Func<Tensor, (Tensor A, Tensor B)> pair, bool wanted, string unseen = Unseen)
        {
            var whole = arange(12, ScalarType.Float32).mul(0.1).reshape(3, 4);   // in tenths: + 1 − 1 does not bring back every digit
            var (a, b) = pair(whole);
            var before = whole.clone();
            exam.That(name, () => shares(a, b), came => came == wanted, wanted ? "true" : "false", _ => wanted ? unseen : Values);
            exam.That(
                name + ": afterwards",
                () => whole.ne(before).any().item<bool>() ? "changed numbers" : "the numbers from before",
                text => text[0] == 't',
                "the numbers from before",
                _ => "The experiment left its traces: put back what you changed, from a copy; + 1 − 1 loses digits.");
        }
    }
}
