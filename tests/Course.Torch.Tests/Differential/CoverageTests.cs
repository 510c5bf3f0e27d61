using System.Reflection;
using System.Text.RegularExpressions;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Differential;

/// <summary>No operation without a test: each public one is in the table, has a twin that is, or is listed here with the reason.</summary>
[Collection("default generator")]
public partial class CoverageTests
{
    // Second names: the values of both are compared below.
    private static readonly Dictionary<string, string> Aliases = new()
    {
        ["absolute"] = "abs", ["negative"] = "neg", ["fix"] = "trunc", ["multiply"] = "mul", ["subtract"] = "sub", ["divide"] = "div", ["true_divide"] = "div",
        ["arccos"] = "acos", ["arcsin"] = "asin", ["arctan"] = "atan", ["arccosh"] = "acosh", ["arcsinh"] = "asinh", ["arctanh"] = "atanh", ["arctan2"] = "atan2",
        ["greater"] = "gt", ["greater_equal"] = "ge", ["less"] = "lt", ["less_equal"] = "le", ["not_equal"] = "ne",
    };

    // What is no operation, or is tested elsewhere or by another spelling in the table.
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["operators: - + - * / % & | ^ < <= > >="] = "neg sub remainder bitwise_and bitwise_or bitwise_xor bitwise_not lt le gt ge",
        ["facts about a tensor"] = "Equals GetHashCode ToString dim numel size stride element_size storage_offset tolist equal allclose is_complex is_contiguous is_cpu is_floating_point is_integral is_nonzero is_pinned is_quantized",
        ["numbers out: ErrorTests, PrintingTests"] = "item data ToScalar ReadCpuBool ReadCpuByte ReadCpuDouble ReadCpuInt32 ReadCpuInt64 ReadCpuSingle ReadCpuValue",
        ["life: MemoryTests"] = "Dispose DetachFromDisposeScope MoveToOtherDisposeScope MoveToOuterDisposeScope alias",
        ["files: SafetensorsTests, ModuleTests, TensorArchiveTests"] = "Load load save",
        ["autograd: AutogradTests"] = "backward retain_grad with_requires_grad requires_grad_ detach_",
        ["random: RandomTests"] = "bernoulli multinomial rand_like randn_like randint_like bernoulli_ exponential_ normal_ random_ uniform_",
        ["conversion: row 'to'"] = "bool byte char short int long float double to_type type type_as cpu cuda",
        ["filled tensors: FactoryTests"] = "empty_like full_like ones_like zeros_like new_empty new_full new_ones new_zeros fill_ zero_ copy_",
        ["indexing by rows 'index'"] = "index nonzero_as_list",
        ["transpose, movedim and outer under other names, which call them"] = "swapaxes swapdims moveaxis ger",
    };

    private static IEnumerable<MethodInfo> Operations => typeof(Tensor).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName);

    [Fact]
    public void EveryOperation_HasARow()
    {
        var table = string.Concat(Directory.GetFiles(Oracle.Folder, "OpTable.*.cs").Select(File.ReadAllText));
        var rows = Call().Matches(Quoted().Replace(table, "")).Select(match => match.Groups[1].Value).ToHashSet();
        var excused = Elsewhere.Values.SelectMany(names => names.Split(' ')).Concat(Aliases.Keys).ToHashSet();
        var names = Operations.Select(method => method.Name).ToHashSet();

        Assert.Empty(names.Where(name => !rows.Contains(name) && !excused.Contains(name) && !(name.EndsWith('_') && names.Contains(name[..^1]))).Order());
        Assert.Empty(excused.Where(name => !names.Contains(name)).Order());
    }

    [Fact]
    public void EverySecondName_DoesWhatTheFirstDoes()
    {
        foreach (var (second, first) in Aliases)
        {
            foreach (var method in Operations.Where(method => method.Name == second && Arguments(method, ScalarType.Float32) is not null))
            {
                var arguments = Arguments(method, ScalarType.Float32)!;
                var twin = Twin(method, second == "arctan" && arguments.Length == 1 ? "atan2" : first);
                object?[] padded = [.. arguments, .. twin.GetParameters().Skip(arguments.Length).Select(p => p.DefaultValue)];
                var x = Values(ScalarType.Float32, 1);

                Assert.Equal(Invoke(twin, x, padded), Invoke(method, x, arguments));
            }
        }
    }

    // x.op_(…) leaves in x what x.op(…) returns, is x, and passes the same gradient.
    [Fact]
    public void EveryInPlaceVariant_DoesWhatItsTwinDoes()
    {
        var (failures, count) = (new List<string>(), 0);
        foreach (var method in Operations.Where(method => method.Name.EndsWith('_')))
        {
            var types = method.GetParameters().Select(p => p.ParameterType).ToArray();
            if (typeof(Tensor).GetMethod(method.Name[..^1], types) is not { } twin || Excused(method.Name))
            {
                continue;
            }

            count++;
            var type = method.Name.StartsWith("bitwise", StringComparison.Ordinal) ? ScalarType.Int64 : ScalarType.Float32;
            if (Arguments(method, type) is not { } arguments)
            {
                failures.Add($"{method}: no arguments known");
                continue;
            }

            var (there, here) = (Values(type, 1), Values(type, 1));
            var expected = (Tensor)twin.Invoke(there * 1, arguments)!;
            var copy = here * 1;
            var actual = (Tensor)method.Invoke(copy, arguments)!;
            if (!ReferenceEquals(copy, actual) || !Same(expected.to_type(actual.dtype), actual))
            {
                failures.Add($"{method}: values differ from {twin.Name}'s");
            }
            else if (expected.requires_grad)
            {
                expected.sum().backward();
                actual.sum().backward();
                failures.AddRange(Same(there.grad!, here.grad!) ? [] : [$"{method}: gradient differs from {twin.Name}'s"]);
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures));
        Assert.True(count > 120, $"only {count} in-place variants found");
    }

    // The same parameters, maybe followed by optional ones.
    private static MethodInfo Twin(MethodInfo method, string name) => Operations.First(other => other.Name == name
        && other.GetParameters().Select(p => p.ParameterType).Take(method.GetParameters().Length).SequenceEqual(method.GetParameters().Select(p => p.ParameterType))
        && other.GetParameters().Skip(method.GetParameters().Length).All(p => p.HasDefaultValue));

    private static bool Excused(string name) => Elsewhere.Values.Any(names => names.Split(' ').Contains(name));

    private static bool Same(Tensor a, Tensor b) => a.shape.SequenceEqual(b.shape) && Tolerance.Difference(Tolerance.Values(a), Tolerance.Values(b), 1e-6) is null;

    private static double[] Invoke(MethodInfo method, Tensor x, object?[] arguments) => Tolerance.Values((Tensor)method.Invoke(x, arguments)!);

    // 0.2 to 0.9: inside the domain of every function but acosh.
    private static Tensor Values(ScalarType type, int seed) => type == ScalarType.Int64
        ? arange(9).remainder(4).add(seed).reshape(3, 3)
        : ((arange(9).reshape(3, 3).to(float32) * 0.61 * seed).sin().abs() * 0.7 + 0.2).detach().requires_grad_();

    private static object?[]? Arguments(MethodInfo method, ScalarType type)
    {
        var values = method.GetParameters().Select(parameter => (Known: TryValue(method.Name, parameter, type, out var value), value)).ToArray();
        return values.All(v => v.Known) ? [.. values.Select(v => v.value)] : null;
    }

    private static bool TryValue(string method, ParameterInfo parameter, ScalarType type, out object? value)
    {
        value = (parameter.Name, parameter.ParameterType) switch
        {
            ("dim" or "dim0", _) => parameter.ParameterType == typeof(long?) ? null : 0L,
            ("dim1", _) => 1L,
            ("index", _) => method.StartsWith("scatter", StringComparison.Ordinal) ? tensor(new long[,] { { 0, 2, 1 } }) : tensor(new long[] { 2, 0, 1 }),
            ("mask", _) => Values(ScalarType.Int64, 1).gt(2),
            (_, var t) when t == typeof(Tensor) => Operand(method, parameter, type),
            (_, var t) when t == typeof(Scalar) => (Scalar)(parameter.Name switch { "min" => 0.3, "max" => 0.7, _ => 2 }),
            _ when parameter.HasDefaultValue => parameter.DefaultValue,
            (_, var t) when t == typeof(RoundingMode) => RoundingMode.floor,
            (_, var t) when t == typeof(double) => 0.5,
            (_, var t) when t == typeof(long) => 1L,
            (_, var t) when t == typeof(float) => 0.5f,
            (_, var t) when t.IsEnum => Enum.ToObject(t, 1),
            _ => DBNull.Value,
        };
        return value is not DBNull;
    }

    private static Tensor Operand(string method, ParameterInfo parameter, ScalarType type) => (method, parameter.Name) switch
    {
        ("addbmm_", "batch1" or "batch2") => Values(type, 2).detach().unsqueeze(0).expand(2, 3, 3),
        ("addmv_", "vec") or ("addr_", _) => Values(type, 2).detach()[0],
        _ => Values(type, 2).detach(),
    };

    [GeneratedRegex(@"\.(\w+)\(")]
    private static partial Regex Call();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Quoted();
}
