using System.Security.Cryptography;

namespace Course;

/// <summary>A split in which no picture is on both sides.</summary>
internal sealed class Exercise10_3 : Exercise<Func<byte[][], int[], int, (int[] Train, int[] Test)>>
{
    private const double Share = 20;
    private const double Near = 1;

    public override string Title => "a split without copies";

    public override IReadOnlyList<string> Hints =>
    [
        "Two files with the same fingerprint are the same picture. Group the places of the files by fingerprint first, and split the *groups*: what is alike stays together.",
        "`Enumerable.Range(0, files.Length).GroupBy(i => Fingerprint(files[i]))` gives the groups. Each has one class: the label of its first place. `Split.Stratified` takes the classes of the groups.",
        "`int[][] alike = …; int[] classes = [.. alike.Select(same => labels[same[0]])]; var (train, test) = Split.Stratified(classes, testFraction: 0.2, seed); return ([.. train.SelectMany(k => alike[k])], [.. test.SelectMany(k => alike[k])]);`",
    ];

    protected override void Examine(Func<byte[][], int[], int, (int[] Train, int[] Test)> part, Exam exam)
    {
        Try(exam, part, "a folder without copies", [100, 100], copies: 0);
        Try(exam, part, "some pictures twice", [100, 200, 100], copies: 40);
        Try(exam, part, "an uneven folder with many copies", [300, 100], copies: 250);
        var (files, labels) = Folder([200, 200], 30);
        var first = new Lazy<(int[] Train, int[] Test)>(() => part(files, labels, 1));
        exam.That(
            "the same seed twice", () => part(files, labels, 1).Test.ToHashSet(), again => again.SetEquals(first.Value.Test), "the same split", _ => "Whoever repeats your experiment needs the same split: draw by the seed.");
        exam.That(
            "another seed", () => part(files, labels, 2).Test.ToHashSet(), other => !other.SetEquals(first.Value.Test), "another split", _ => "The seed is not used: hand it to `Split.Stratified`.");
    }

    private static void Try(Exam exam, Func<byte[][], int[], int, (int[] Train, int[] Test)> part, string name, int[] sizes, int copies)
    {
        var (files, labels) = Folder(sizes, copies);
        var keys = files.Select(file => Convert.ToHexString(SHA256.HashData(file))).ToArray();
        exam.That($"{name} ({files.Length} files)", () => Verdict.Of(part(files, labels, 3), keys, labels), verdict => verdict.Cause is null, "every file on one side, no picture on both, a fifth of each class for the test", verdict => verdict.Cause);
    }

    // Pictures of random bytes, all of one length; copies of some of them, up to three of one; in an order that tells nothing.
    private static (byte[][] Files, int[] Labels) Folder(int[] sizes, int copies)
    {
        var random = new Random(sizes.Sum() + copies);
        List<(byte[] File, int Label)> all = [.. sizes.SelectMany((size, label) => Enumerable.Range(0, size).Select(_ =>
        {
            var file = new byte[24];
            random.NextBytes(file);
            return (file, label);
        }))];
        all.AddRange([.. Enumerable.Range(0, copies).Select(_ => all[random.Next(sizes.Sum())]).Select(one => (one.File.ToArray(), one.Label))]);
        var mixed = all.ToArray();
        random.Shuffle(mixed);
        return ([.. mixed.Select(one => one.File)], [.. mixed.Select(one => one.Label)]);
    }

    private sealed record Verdict(string Text, string? Cause)
    {
        public static Verdict Of((int[] Train, int[] Test) split, string[] keys, int[] labels)
        {
            var (train, test) = split;
            if (train is null || test is null)
            {
                return new("null", "Your code returned null.");
            }

            int[] both = [.. train, .. test];
            var shared = train.Where(IsPlace).Select(i => keys[i]).Intersect(test.Where(IsPlace).Select(i => keys[i])).Count();
            var shares = labels.Distinct().Order().Select(label => ShareOf(label, test, keys, labels)).ToArray();
            var text = $"{train.Length} files to train, {test.Length} to test; {shared} pictures on both sides; for the test, of each class: {string.Join(", ", shares.Select(share => Numbers.Text(share, 3) + " %"))}";
            return new(text, both.Any(i => !IsPlace(i)) ? "There is no such place: places count from 0."
                : both.Distinct().Count() < both.Length ? "A place comes twice, or stands on both sides."
                : both.Length < keys.Length ? both.Length == keys.Distinct().Count() ? "Copies are lost: all places of a group go to one side, not only its first." : "Some places are on neither side."
                : shared > 0 ? "Copies of one picture are on both sides: whoever has learnt the one knows the other. Split groups, not files."
                : Array.Exists(shares, share => Math.Abs(share - (100 - Share)) <= Near) ? "The two sides have changed places."
                : Array.Exists(shares, share => Math.Abs(share - Share) > Near) ? "Of each class a fifth of the different pictures is for the test; `Split.Stratified` takes the class of each group."
                : null);

            bool IsPlace(int i) => i >= 0 && i < keys.Length;
        }

        public override string ToString() => Text;

        // Of the different pictures of a class: copies do not count.
        private static double ShareOf(int label, int[] test, string[] keys, int[] labels)
        {
            var own = Enumerable.Range(0, keys.Length).Where(i => labels[i] == label).Select(i => keys[i]).ToHashSet();
            return 100.0 * test.Where(i => i >= 0 && i < keys.Length && labels[i] == label).Select(i => keys[i]).Distinct().Count() / own.Count;
        }
    }
}
