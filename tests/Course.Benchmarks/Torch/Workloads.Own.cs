using System.Runtime.InteropServices;

namespace Course.Benchmarks.Torch;

/// <summary>Workloads that no peer has.</summary>
internal static partial class Workloads
{
    static partial void Prepare(string kind, int[] sizes, ref Action? action)
    {
        if (kind == "int8")
        {
            var (m, k, n) = (sizes[0], sizes[1], sizes[2]);
            var (a, b) = (Numbers(m * k), Numbers(n * k));
            action = () => Int8.Multiply(a, b, k);
        }
    }

    private static sbyte[] Numbers(int count)
    {
        var numbers = new sbyte[count];
        new Random(count).NextBytes(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
