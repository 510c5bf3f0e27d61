namespace Course.Tests.Repository.Mirrors;

/// <summary>The in-place and static twins of a file of tensor methods.</summary>
internal static class TwinWriter
{
    public static string? Write(string header, IReadOnlyList<Marked> methods)
    {
        var statics = methods.Where(m => m.Has("StaticTwin")).SelectMany(Statics).ToArray();
        var inPlace = methods.Where(m => m.Has("InPlaceTwin")).Select(InPlace).ToArray();
        if (statics.Length + inPlace.Length == 0)
        {
            return null;
        }

        var tensor = inPlace.Length == 0 ? [] : new[] { $"    public partial class Tensor\n    {{\n{string.Join("\n\n", inPlace)}\n    }}" };
        return $"{header}namespace TorchSharp;\n\npublic static partial class torch\n{{\n{string.Join("\n\n", statics.Concat(tensor))}\n}}\n";
    }

    private static string InPlace(Marked m)
    {
        var signature = new Signature(m.Parameters);
        var lambda = signature.Parameters.Count == 0 ? "static x" : "x";
        return m.Inherit("        ")
            + $"        {m.Access} Tensor {m.Name}_({signature.Declared}) => InPlace({lambda} => x.{m.Name}({signature.Names}));";
    }

    private static IEnumerable<string> Statics(Marked m)
    {
        yield return Static(m, m.Name);
        if (m.Has("InPlaceTwin") && m.Argument("StaticTwin", 0, "OutOfPlaceOnly") != "true")
        {
            yield return Static(m, m.Name + "_");
        }
    }

    private static string Static(Marked m, string name)
    {
        var signature = new Signature(m.Parameters);
        var parameters = signature.Parameters.Count == 0 ? "Tensor input" : "Tensor input, " + signature.Declared;
        return m.Inherit("    ", "Tensor.") + $"    public static {m.Type} {name}({parameters}) => input.{name}({signature.Names});";
    }
}
