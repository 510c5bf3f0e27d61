namespace Course.Tests.Repository.Mirrors;

/// <summary>A module that learns nothing, its factory and its function, of a tensor method.</summary>
internal static class ActivationWriter
{
    private const string InPlace = "inplace";

    public static string Write(string header, Marked method)
    {
        var module = method.Argument("Activation", 0)!;
        var functions = Signature.Overloads(method.Argument("Activation", 1)!);
        var factories = method.Argument("Activation", 0, "Factory") is { } text ? Signature.Overloads(text) : functions.Select(f => f.Skip(1)).ToArray();
        var own = factories.MaxBy(f => f.Parameters.Count)!;
        return $$"""
            {{header}}using TorchSharp.Modules;
            using static TorchSharp.torch;

            namespace TorchSharp.Modules
            {
                /// <summary>{{method.Summary}}</summary>
                public sealed class {{module}} : ParameterLessModule<Tensor, Tensor>
                {
                    internal {{module}}({{string.Join(", ", own.Parameters.Select(p => $"{Signature.TypeOf(p)} {Signature.NameOf(p)}"))}})
                        : base(nameof({{module}}))
                    {
            {{string.Concat(own.Parameters.Select(p => $"            this.{Signature.NameOf(p)} = {Signature.NameOf(p)};\n"))}}        }

            {{string.Concat(own.Parameters.Select(p => $"        public {Signature.TypeOf(p)} {Signature.NameOf(p)} {{ get; set; }}\n\n"))}}        public override Tensor forward(Tensor tensor) => {{Call("tensor", method.Name, own)}};
                }
            }

            namespace TorchSharp
            {
                public static partial class torch
                {
                    public static partial class nn
                    {
            {{string.Join("\n\n", factories.Select(f => $"            /// <inheritdoc cref=\"Modules.{module}\"/>\n            public static {module} {module}({f.Declared}) => new({Given(own, f)});"))}}

                        public static partial class functional
                        {
            {{string.Join("\n\n", functions.Select(f => Function(method, f)))}}
                        }
                    }
                }
            }

            """;
    }

    private static string Function(Marked method, Signature f)
    {
        var name = method.Argument("Activation", 0, "Name") ?? method.Name;
        return method.Inherit("                ", "Tensor.")
            + $"                public static Tensor {name}({f.Declared}) => {Call(Signature.NameOf(f.Parameters[0]), method.Name, f.Skip(1))};";
    }

    private static string Call(string x, string method, Signature given)
    {
        var arguments = given.Without(InPlace).Names;
        return given.Has(InPlace) ? $"{InPlace} ? {x}.{method}_({arguments}) : {x}.{method}({arguments})" : $"{x}.{method}({arguments})";
    }

    // What a shorter overload does not name is off.
    private static string Given(Signature own, Signature overload) =>
        string.Join(", ", own.Parameters.Select(Signature.NameOf).Select(name => overload.Has(name) ? name : "false"));
}
