using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Sums of products written with letters: "ij,jk-&gt;ik". Letters of an operand name its dimensions; letters not in the result are summed.</summary>
internal static class Einsum
{
    public static Tensor Run(string equation, Tensor[] operands)
    {
        var text = equation.Replace(" ", string.Empty, StringComparison.Ordinal);
        var sides = text.Split("->");
        var terms = sides[0].Split(',');
        if (terms.Length != operands.Length || sides.Length > 2)
        {
            throw new TorchError($"einsum: \"{equation}\" names {terms.Length} operands, {operands.Length} given");
        }

        var ellipsis = terms.Select((term, i) => term.Contains("...", StringComparison.Ordinal) ? operands[i].Rank - term.Replace("...", string.Empty, StringComparison.Ordinal).Length : 0).Max();
        var hidden = string.Concat(Enumerable.Range(0, ellipsis).Select(i => (char)('\u0391' + i))); // letters nobody types
        string Spell(string term, int rank) => term.Replace(
            "...", rank < 0 ? hidden : hidden[^Math.Max(0, rank - term.Replace("...", string.Empty, StringComparison.Ordinal).Length)..], StringComparison.Ordinal);
        var names = terms.Select((term, i) => Spell(term, operands[i].Rank)).ToArray();
        var result = sides.Length == 2
            ? Spell(sides[1], -1)
            : hidden + string.Concat(names.SelectMany(n => n).Except(hidden).GroupBy(c => c).Where(g => names.Sum(n => n.Count(c => c == g.Key)) == 1).Select(g => g.Key).OrderBy(c => c));
        return Contract(equation, names, operands, result);
    }

    private static Tensor Contract(string equation, string[] names, Tensor[] operands, string result)
    {
        var (name, value) = Diagonals(equation, names[0], operands[0]);
        for (var i = 1; i < operands.Length; i++)
        {
            var (nextName, next) = Diagonals(equation, names[i], operands[i]);
            var later = string.Concat(names.Skip(i + 1)) + result;
            (name, value) = Pair(equation, name, value, nextName, next, later);
        }

        var summed = name.Where(c => !result.Contains(c)).Select(c => (long)name.IndexOf(c)).ToArray();
        value = summed.Length > 0 ? value.sum(summed) : value;
        name = string.Concat(name.Where(result.Contains));
        if (result.Any(c => !name.Contains(c)) || result.Distinct().Count() != result.Length)
        {
            throw new TorchError($"einsum: the result \"{result}\" of \"{equation}\" names a letter twice, or one that no operand has");
        }

        return value.permute(result.Select(c => (long)name.IndexOf(c)).ToArray());
    }

    private static (string Name, Tensor Value) Diagonals(string equation, string name, Tensor value)
    {
        if (name.Length != value.Rank)
        {
            throw new TorchError($"einsum: \"{equation}\": \"{name}\" names {name.Length} dimensions of a {value.ShapeText} tensor");
        }

        for (var i = 0; i < name.Length; i++)
        {
            var twin = name.IndexOf(name[i], i + 1);
            if (twin > 0)
            {
                var letter = name[i];
                value = value.diagonal(0, i, twin);
                name = name.Remove(twin, 1).Remove(i, 1) + letter;
                i--;
            }
        }

        return (name, value);
    }

    // One batched matrix product: shared letters that live on are the batch, shared ones that do not are summed.
    private static (string Name, Tensor Value) Pair(string equation, string nameA, Tensor a, string nameB, Tensor b, string later)
    {
        foreach (var c in nameA.Intersect(nameB))
        {
            var (sizeA, sizeB) = (a.Shape[nameA.IndexOf(c)], b.Shape[nameB.IndexOf(c)]);
            if (sizeA != sizeB && sizeA != 1 && sizeB != 1)
            {
                throw new TorchError($"einsum: \"{equation}\": '{c}' is {sizeA} in {a.ShapeText} and {sizeB} in {b.ShapeText}");
            }
        }

        (nameA, a) = SumAlone(nameA, a, nameB + later);
        (nameB, b) = SumAlone(nameB, b, nameA + later);
        var batch = string.Concat(nameA.Where(c => nameB.Contains(c) && later.Contains(c)));
        var inner = string.Concat(nameA.Where(c => nameB.Contains(c) && !later.Contains(c)));
        var left = string.Concat(nameA.Except(nameB));
        var right = string.Concat(nameB.Except(nameA));
        var sizes = nameA.Concat(nameB).Distinct().ToDictionary(c => c, c => Math.Max(
            nameA.Contains(c) ? a.Shape[nameA.IndexOf(c)] : 1, nameB.Contains(c) ? b.Shape[nameB.IndexOf(c)] : 1));
        var x = Arrange(a, nameA, batch + left + inner, sizes).reshape(Product(batch), Product(left), Product(inner));
        var y = Arrange(b, nameB, batch + inner + right, sizes).reshape(Product(batch), Product(inner), Product(right));
        var name = batch + left + right;
        return (name, x.matmul(y).reshape(name.Select(c => sizes[c]).ToArray()));

        long Product(string letters) => letters.Aggregate(1L, (product, c) => product * sizes[c]);
    }

    private static Tensor Arrange(Tensor t, string name, string order, Dictionary<char, long> sizes) =>
        t.permute(order.Select(c => (long)name.IndexOf(c)).ToArray()).expand(order.Select(c => sizes[c]).ToArray());

    private static (string Name, Tensor Value) SumAlone(string name, Tensor value, string others)
    {
        var alone = name.Where(c => !others.Contains(c)).Select(c => (long)name.IndexOf(c)).ToArray();
        return alone.Length == 0 ? (name, value) : (string.Concat(name.Where(others.Contains)), value.sum(alone));
    }
}
