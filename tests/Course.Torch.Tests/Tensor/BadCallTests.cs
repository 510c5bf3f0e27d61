using System.Runtime.InteropServices;
using Course.Torch.Tests.Differential;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Tensors;

/// <summary>Every row of the operation table, called wrongly: it works or throws what TorchSharp throws, with a sentence, and leaves its operands alone.</summary>
[Collection("default generator")]
public class BadCallTests
{
    private static readonly (string Name, Func<torch.Tensor, torch.Tensor> Spoil)[] Spoilers =
    [
        ("one dimension more", t => t.unsqueeze(0)),
        ("one dimension less", t => t.ndim == 0 ? t : t.select(0, t.shape[0] == 0 ? 0 : -1)),
        ("one longer", t => t.ndim == 0 ? t.expand(3) : cat([t, t.narrow(-1, 0, Math.Min(1, t.shape[^1]))], -1)),
        ("one shorter", t => t.ndim == 0 ? t : t.narrow(0, 0, Math.Max(0, t.shape[0] - 1))),
        ("no elements", t => t.reshape(-1).narrow(0, 0, 0)),
        ("six dimensions", t => t.reshape([1, 1, 1, 1, 1, .. t.shape])),
        ("whole numbers", t => t.to(int64)),
        ("bytes", t => t.to(uint8)),
        ("truth values", t => t.gt(0)),
        ("the other precision", t => t.to(float32)),
        ("not a number", t => t * double.NaN),
    ];

    private static IEnumerable<OpCase> Rows => OpCase.All().Where(test => test.Type is ScalarType.Float64 or ScalarType.Int64).DistinctBy(test => test.Row);

    [Fact]
    public void EveryRow_CalledWrongly_WorksOrExplains()
    {
        var (failures, calls, refused) = (new List<string>(), 0, 0);
        foreach (var test in Rows)
        {
            for (var at = 0; at < test.Inputs().Length; at++)
            {
                foreach (var (name, spoil) in Spoilers)
                {
                    if (TrySpoil(test, at, spoil) is not { } inputs)
                    {
                        continue;
                    }

                    calls++;
                    var before = Array.ConvertAll(inputs, Tolerance.Values);
                    var error = Catch(() => Tolerance.Values(test.Row.Ours(inputs)));
                    refused += error is null ? 0 : 1;
                    if (!IsTheRowsOwn(error) && error is not (null or ((ExternalException or ArgumentException or InvalidOperationException) and { Message.Length: > 15 })))
                    {
                        failures.Add($"{test.Row.Name}, input {at} with {name}: {error.GetType().Name}: {error.Message}");
                    }

                    if (!before.Zip(inputs).All(pair => pair.First.SequenceEqual(Tolerance.Values(pair.Second))))
                    {
                        failures.Add($"{test.Row.Name}, input {at} with {name}: an operand changed");
                    }
                }
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {calls} calls:\n" + string.Join("\n", failures.Take(80)));
        Assert.True(calls > 5000 && refused > 500, $"{calls} calls, {refused} refused");
    }

    [Fact]
    public void EveryRow_WithADisposedTensor_SaysSo()
    {
        var failures = new List<string>();
        foreach (var test in Rows)
        {
            for (var at = 0; at < test.Inputs().Length; at++)
            {
                var inputs = test.Inputs();
                inputs[at].Dispose();
                if (Catch(() => Tolerance.Values(test.Row.Ours(inputs))) is not InvalidOperationException { Message: var text } || !text.Contains("disposed", StringComparison.Ordinal))
                {
                    failures.Add($"{test.Row.Name}, input {at}: {Catch(() => test.Row.Ours(inputs))?.Message ?? "no error"}");
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures.Take(80)));
    }

    private static torch.Tensor[]? TrySpoil(OpCase test, int at, Func<torch.Tensor, torch.Tensor> spoil)
    {
        using var quiet = no_grad();
        var inputs = Array.ConvertAll(test.Inputs(), t => t.detach());
        return Catch(() => inputs[at] = spoil(inputs[at])) is null ? inputs : null;
    }

    // A row that takes the second of too few pieces.
    private static bool IsTheRowsOwn(Exception? error) => error is IndexOutOfRangeException && !error.StackTrace!.Contains("at TorchSharp.", StringComparison.Ordinal);

    private static Exception? Catch(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }
}
