using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules one after another; each gets the result of the one before.</summary>
    public class Sequential : nn.Module<Tensor, Tensor>
    {
        private readonly List<(string Name, nn.IModule<Tensor, Tensor> Module)> _modules = [];

        protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
            : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules)
            {
                append(name, module);
            }
        }

        protected internal Sequential(params nn.Module<Tensor, Tensor>[] modules)
            : base(nameof(Sequential))
        {
            foreach (var module in modules)
            {
                append(module);
            }
        }

        public int Count => _modules.Count;

        public nn.IModule<Tensor, Tensor> this[int index] => _modules[index].Module;

        public Sequential this[Range index] => Part(index.GetOffsetAndLength(Count).Offset, index.GetOffsetAndLength(Count).Length);

        public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

        public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
        {
            // A second module of a name stays a step of its own, as in TorchSharp; in the state dict the last one of a name counts.
            if (_modules.TrueForAll(step => step.Name != name))
            {
                register_module(name, (nn.Module)module);
            }

            _modules.Add((name, module));
            return this;
        }

        public Sequential append(nn.IModule<Tensor, Tensor> module) =>
            append(_modules.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

        public override Tensor forward(Tensor tensor)
        {
            if (_modules.Count == 0)
            {
                return tensor.NewHandle();
            }

            // What lies between two modules is nobody else's: it goes back to the pool unless the graph keeps it.
            var current = tensor;
            foreach (var (_, module) in _modules)
            {
                var next = module.call(current);
                if (!ReferenceEquals(current, tensor) && !ReferenceEquals(next, current))
                {
                    current.Dispose();
                }

                current = next;
            }

            return current;
        }

        public override IEnumerable<(string name, nn.Module module)> named_children() => _modules
            .Select(step => (step.Name, (nn.Module)step.Module))
            .Concat(base.named_children().Where(child => _modules.TrueForAll(step => !ReferenceEquals(step.Module, child.module))));

        public override IEnumerable<nn.Module> children() => named_children().Select(child => child.module);

        private Sequential Part(int start, int length) =>
            new(_modules.Skip(start).Take(length).Select(step => (step.Name, (nn.Module<Tensor, Tensor>)step.Module)).ToArray());
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Sequential Sequential() => new(Array.Empty<Module<Tensor, Tensor>>());

            /// <summary>Modules one after another, named "0", "1", … unless names are given.</summary>
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules);

            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
                new(modules.Select(m => (m.Item1, m.Item2)).ToArray());

            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules.ToArray());

            public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) => Sequential(modules.ToArray());

            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new(modules.ToArray());
        }
    }
}
