using System.Collections;
using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A list whose parameters are registered as "0", "1", ….</summary>
    public class ParameterList : nn.Module, IReadOnlyList<Parameter>
    {
        public ParameterList(params Parameter[] parameters)
            : base(nameof(ParameterList)) => extend(parameters);

        public int Count => _internal_params.Count;

        public Parameter this[int index]
        {
            get => _internal_params[index].Item2;
            set => _internal_params[index] = (_internal_params[index].Item1, value);
        }

        public void Add(Parameter item) => register_parameter(Count.ToString(CultureInfo.InvariantCulture), item);

        public void append(params Parameter[] parameters) => extend(parameters);

        public void extend(IEnumerable<Parameter> parameters)
        {
            foreach (var parameter in parameters)
            {
                Add(parameter);
            }
        }

        public void Clear() => _internal_params.Clear();

        public IEnumerator<Parameter> GetEnumerator() => _internal_params.Values.GetEnumerator();

        internal override IEnumerable<string> Lines() => _internal_params.Keys.Zip(
            _internal_params.Values, (name, parameter) => $"({name}): Parameter of {parameter.dtype} {parameter.ShapeText}");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);

            public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}
