using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Tests.Repository.Mirrors;

/// <summary>A module and its factory of a function of an input and a target.</summary>
internal static class LossWriter
{
    public static string Write(string header, Marked function)
    {
        var module = function.Argument("LossModule", 0)!;
        var own = new Signature(function.Parameters).Skip(2);
        var (kind, inherited) = own.Has("weight") ? ("WeightedLoss", "weight, reduction") : ("Loss", "reduction");
        var kept = own.Without("weight").Without("reduction").Parameters;
        return $$"""
            {{header}}using TorchSharp.Modules;
            using static TorchSharp.torch;

            namespace TorchSharp.Modules
            {
                /// <summary>{{function.Summary}}</summary>
                public sealed class {{module}} : {{kind}}<Tensor, Tensor, Tensor>
                {
                    public {{module}}({{string.Join(", ", own.Parameters.Select(Outside))}})
                        : base({{inherited}})
                    {
            {{string.Concat(kept.Select(p => $"            this.{Signature.NameOf(p)} = {Signature.NameOf(p)};\n"))}}        }

            {{string.Concat(kept.Select(p => $"        public {Signature.TypeOf(p)} {Signature.NameOf(p)} {{ get; }}\n\n"))}}        public override Tensor forward(Tensor input, Tensor target) => torch.nn.functional.{{function.Name}}(input, target, {{own.Names}});
                }
            }

            namespace TorchSharp
            {
                public static partial class torch
                {
                    public static partial class nn
                    {
                        /// <inheritdoc cref="Modules.{{module}}"/>
                        public static {{module}} {{module}}({{own.Declared}}) => new({{own.Names}});
                    }
                }
            }

            """;
    }

    // Outside of nn its Reduction needs the name in front.
    private static string Outside(ParameterSyntax parameter) => parameter.ToString().Replace("Reduction", "nn.Reduction", StringComparison.Ordinal);
}
