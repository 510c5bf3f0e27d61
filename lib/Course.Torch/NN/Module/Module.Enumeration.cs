using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            public virtual IEnumerable<(string name, Module module)> named_children() =>
                _internal_submodules.Keys.Zip(_internal_submodules.Values);

            public virtual IEnumerable<Module> children() => _internal_submodules.Values;

            /// <summary>Everything below this module: children, then grandchildren, level by level.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                var level = named_children().ToList();
                while (level.Count > 0)
                {
                    foreach (var item in level)
                    {
                        yield return item;
                    }

                    level = level.SelectMany(parent => parent.module.named_children().Select(child => (parent.name + "." + child.name, child.module))).ToList();
                }
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(item => item.module);

            /// <summary>Own parameters first, then those of the children, depth first.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                return NamedParameters(string.Empty, recurse).Where(item => seen.Add(item.parameter));
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(item => item.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                foreach (var (name, (buffer, persistent)) in _internal_buffers.Keys.Zip(_internal_buffers.Values))
                {
                    if (persistent || include_nonpersistent)
                    {
                        yield return (name, buffer);
                    }
                }

                foreach (var (name, child) in recurse ? named_children() : [])
                {
                    foreach (var (inner, buffer) in child.named_buffers(true, include_nonpersistent))
                    {
                        yield return (name + "." + inner, buffer);
                    }
                }
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(item => item.buffer);

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>A buffer by its dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target) => named_buffers().FirstOrDefault(item => item.name == target).buffer;

            /// <summary>A parameter by its dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target) => NamedParameters(string.Empty, true).FirstOrDefault(item => item.name == target).parameter;

            private IEnumerable<(string name, Parameter parameter)> NamedParameters(string prefix, bool recurse)
            {
                foreach (var (name, parameter) in _internal_params.Keys.Zip(_internal_params.Values))
                {
                    yield return (prefix + name, parameter);
                }

                foreach (var (name, child) in recurse ? named_children() : [])
                {
                    foreach (var item in child.NamedParameters(prefix + name + ".", true))
                    {
                        yield return item;
                    }
                }
            }
        }
    }
}
