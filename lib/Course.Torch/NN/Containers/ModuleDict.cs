using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules by name.</summary>
    public class ModuleDict<T> : nn.Module
        where T : nn.Module
    {
        public ModuleDict()
            : base(nameof(ModuleDict<T>))
        {
        }

        public int Count => _internal_submodules.Count;

        public ICollection<string> Keys => _internal_submodules.Keys;

        public ICollection<T> Values => _internal_submodules.Values.Cast<T>().ToArray();

        public T this[string key]
        {
            get => (T)_internal_submodules[key];
            set
            {
                _internal_submodules.Remove(key);
                register_module(key, value);
            }
        }

        public void Add((string, T) item) => Add(item.Item1, item.Item2);

        public void Add(string key, T value) => register_module(key, value);

        public bool Remove(string key) => _internal_submodules.Remove(key);

        public bool ContainsKey(string key) => _internal_submodules.ContainsKey(key);

        public void Clear() => ClearModules();

        public IEnumerable<(string, T)> items() => named_children().Select(child => (child.name, (T)child.module));

        public IEnumerable<string> keys() => Keys;

        public IEnumerable<T> values() => Values;
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules)
                where T : Module
            {
                var dict = new ModuleDict<T>();
                foreach (var item in modules)
                {
                    dict.Add(item);
                }

                return dict;
            }
        }
    }
}
