namespace Course;

/// <summary>Stratified folds: disjoint, complete, and each with its share of every class.</summary>
internal sealed class Exercise13_3 : Exercise<Func<int[], int, int[][]>>
{
    private static readonly (string Name, int[] Labels, int K)[] Cases =
    [
        ("20 labels of two classes, 5 folds", [0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0], 5),
        ("sorted labels", [.. Enumerable.Repeat(0, 12), .. Enumerable.Repeat(1, 6), .. Enumerable.Repeat(2, 3)], 3),
        ("labels in turn", [.. Enumerable.Range(0, 40).Select(i => i % 4)], 4),
        ("sizes that do not divide", [.. Enumerable.Range(0, 23).Select(i => i * i % 7)], 5),
        ("three of one class in five folds", [7, -2, -2, -2, 7, -2, -2, -2, -2, -2, 7, -2, -2], 5),
        ("as many folds as examples", [1, 0, 1], 3),
    ];

    public override string Title => "five fair parts";

    public override IReadOnlyList<string> Hints =>
    [
        "Deal cards: the first to part 0, the next to part 1, and after part k − 1 comes part 0 again. In which order must the cards lie, so that every part gets its share of each class?",
        "Sorted by class. `Enumerable.Range(0, labels.Length).OrderBy(i => labels[i])` gives the places in that order; the card at place p of the pile goes to part p % k.",
        "`return [.. Enumerable.Range(0, k).Select(fold => sorted.Where((_, place) => place % k == fold).ToArray())];`",
    ];

    protected override void Examine(Func<int[], int, int[][]> deal, Exam exam)
    {
        foreach (var (name, labels, k) in Cases)
        {
            exam.That(
                name,
                () => new Attempt(labels, k, deal([.. labels], k)),
                attempt => attempt.Cause is null,
                $"{k} parts: every place from 0 to {labels.Length - 1} in exactly one of them, and each class spread as evenly as it can be",
                attempt => attempt.Cause);
        }
    }

    private sealed record Attempt(int[] Labels, int K, int[][]? Parts)
    {
        public string? Cause => Parts is null || Array.Exists(Parts, part => part is null) ? "Return an array for each part, an empty one if nothing is in it." : Fault(Parts) ?? Uneven(Parts);

        public override string ToString() => Parts is null ? "null" : string.Join(" | ", Parts.Select(part => part is null ? "null" : string.Join(" ", part)));

        private string? Fault(int[][] parts)
        {
            var all = parts.SelectMany(part => part).ToArray();
            var odd = all.Where(i => i < 0 || i >= Labels.Length).Take(1).ToArray();
            var twice = all.GroupBy(i => i).FirstOrDefault(group => group.Count() > 1);
            return parts.Length != K ? $"{K} parts are wanted, and there are {parts.Length}."
                : odd.Length > 0 ? $"There is no place {odd[0]}: places begin at 0. Return places, not labels."
                : all.Length == Labels.Length * (K - 1) && twice is not null ? "Those are the training parts: give the places that are tested on."
                : twice is not null ? $"Place {twice.Key} is in more than one part, or twice in one. Return places, not labels, each of them once."
                : all.Length < Labels.Length ? $"Place {Enumerable.Range(0, Labels.Length).Except(all).First()} is in no part."
                : null;
        }

        private string? Uneven(int[][] parts)
        {
            foreach (var label in Labels.Distinct())
            {
                var counts = parts.Select(part => part.Count(i => Labels[i] == label)).ToArray();
                if (counts.Max() - counts.Min() > 1)
                {
                    return $"Of class {label} the parts have {string.Join(", ", counts)}. Deal the classes one after the other, as cards are dealt.";
                }
            }

            return null;
        }
    }
}
