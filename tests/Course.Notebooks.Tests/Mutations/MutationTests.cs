namespace Course.Notebooks.Tests.Mutations;

/// <summary>Every check is tried on every mutant of its stored solution: what it accepts is a right answer too, or the check is too weak.</summary>
[Collection(nameof(FreshLearner))]
public sealed class MutationTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Checkout.Notebooks, "*.ipynb").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Check_EveryMutant_IsKilledOrListedAsRight(string file)
    {
        var run = Trial.Of(file).Mutations;
        MutationReport.Add(file, run.Results);

        AssertNone(run.Faults.Concat(run.Results
            .Where(result => !result.IsKilled && !Equivalents.All.ContainsKey((result.Exercise, result.Mutant.Name)))
            .Select(result => $"{result.Exercise} | {result.Mutant.Name}   is judged \"{result.Outcome}\"")));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Equivalents_EveryOneListed_Survives(string file)
    {
        var survivors = Trial.Of(file).Mutations.Results.Where(result => !result.IsKilled).Select(result => (result.Exercise, result.Mutant.Name)).ToHashSet();

        AssertNone(Equivalents.All.Keys
            .Where(listed => listed.Exercise.StartsWith(file[..2] + "-", StringComparison.Ordinal) && !survivors.Contains(listed))
            .Select(listed => $"{listed.Exercise} | {listed.Mutant}   is listed as equivalent and is not among the survivors"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Card_OfHalfTheMutants_NamesACause(string file)
    {
        var killed = Trial.Of(file).Mutations.Results.Where(result => result.IsKilled).ToArray();
        var named = killed.Count(result => result.Cause is not null);

        Assert.True(2 * named >= killed.Length, $"{named} of {killed.Length} killed mutants have a cause on their cards (see artifacts/tests/mutations.md)");
    }

    private static void AssertNone(IEnumerable<string> faults)
    {
        var text = string.Join('\n', faults);
        Assert.True(text.Length == 0, text);
    }
}
