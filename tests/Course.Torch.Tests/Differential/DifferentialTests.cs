using System.Text.Json;
using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Differential;

[Collection("default generator")]
public class DifferentialTests(ITestOutputHelper log)
{
    [Fact]
    public void EveryRow_AgainstStoredPyTorch_Agrees()
    {
        if (Environment.GetEnvironmentVariable("COURSE_TORCH_UPDATE") == "1")
        {
            File.WriteAllText(Oracle.Golden, Oracle.Run("oracle.py", Requests()).Replace("},{\"id\"", "},\n{\"id\"", StringComparison.Ordinal) + "\n");
        }

        Compare(Oracle.Parse(File.ReadAllText(Oracle.Golden)));
    }

    [LiveOracleFact]
    public void EveryRow_AgainstLivePyTorch_Agrees() => Compare(Oracle.Parse(Oracle.Run("oracle.py", Requests())));

    [Fact]
    public void EveryRow_OnViews_EqualsItselfOnCopies()
    {
        var failures = new List<string>();
        foreach (var test in OpCase.All().Where(test => !test.Row.Feed.DependsOnLayout))
        {
            var expected = test.Row.Ours(test.Inputs());
            foreach (var (layout, view) in Layouts)
            {
                var actual = test.Row.Ours(Array.ConvertAll(test.Inputs(), t => view(t.detach())));
                var difference = Tolerance.Difference(Answer.Of(expected).Values, Answer.Of(actual).Values, 1e-6);
                if (difference is not null)
                {
                    failures.Add($"{test.Id}, {layout}: {difference}");
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures.Take(40)));
    }

    private static readonly (string Name, Func<Tensor, Tensor> View)[] Layouts =
    [
        ("transposed", t => t.ndim < 2 ? t : t.transpose(0, -1).contiguous().transpose(0, -1)),
        ("sliced", t => t.ndim < 1 ? t : cat([t, t, t], 0).narrow(0, t.shape[0], t.shape[0])),
        ("stepped", t => t.ndim < 1 ? t : stack([t, t], -1).select(-1, 1)),
        ("expanded", t => t.unsqueeze(0).expand([2, .. t.shape]).select(0, 1)),
    ];

    private static string Requests() => JsonSerializer.Serialize(OpCase.All().Select(test => test.Request()));

    private void Compare(Dictionary<string, JsonElement> answers)
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var test in OpCase.All())
        {
            count++;
            try
            {
                if (!answers.TryGetValue(test.Id, out var answer))
                {
                    failures.Add($"{test.Id}: no stored answer; run once with COURSE_TORCH_UPDATE=1");
                }
                else if (answer.TryGetProperty("error", out var error))
                {
                    failures.Add($"{test.Id}: the oracle says: {error.GetString()}");
                }
                else
                {
                    Check(test, answer, failures);
                }
            }
            catch (Exception error)
            {
                failures.Add($"{test.Id}: {error.GetType().Name}: {error.Message}");
            }
        }

        log.WriteLine($"{count} cases of {OpTable.Rows.Count} rows");
        Assert.True(failures.Count == 0, $"{failures.Count} of {count} cases differ:\n" + string.Join("\n", failures.Take(60)));
    }

    private static void Check(OpCase test, JsonElement answer, List<string> failures)
    {
        var inputs = test.Inputs();
        var result = test.Row.Ours(inputs);
        Report(test.Id, "value", Answer.Parse(answer.GetProperty("value"))!, result, failures);
        if (!answer.TryGetProperty("grads", out var grads))
        {
            return;
        }

        var ramp = arange(result.numel(), float64).cos().reshape(result.shape).to_type(result.dtype);
        result.backward([ramp]);
        var index = 0;
        foreach (var expected in grads.EnumerateArray().Select(Answer.Parse))
        {
            var gradient = inputs[index].grad;
            if (expected is null != gradient is null)
            {
                failures.Add($"{test.Id}: gradient {index} is {(gradient is null ? "missing" : "there")}, the oracle's is not");
            }
            else if (expected is not null)
            {
                Report(test.Id, $"gradient {index}", expected, gradient!, failures);
            }

            index++;
        }
    }

    private static void Report(string id, string what, Answer expected, Tensor tensor, List<string> failures)
    {
        var actual = Answer.Of(tensor);
        if (!expected.Shape.SequenceEqual(actual.Shape) || expected.DType != actual.DType)
        {
            failures.Add($"{id}: {what} is {actual.DType} ({string.Join(",", actual.Shape)}), expected {expected.DType} ({string.Join(",", expected.Shape)})");
            return;
        }

        var limit = expected.DType == "float64" ? Tolerance.OfDouble : Tolerance.OfSingle;
        if (Tolerance.Difference(expected.Values, actual.Values, limit) is { } difference)
        {
            failures.Add($"{id}: {what}: {difference}");
        }
    }
}
