namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>All parameters, then all persistent buffers, by dotted name. The tensors themselves, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var lead = string.IsNullOrEmpty(prefix) ? string.Empty : prefix + ".";
                foreach (var (name, parameter) in NamedParameters(string.Empty, true))
                {
                    destination[lead + name] = parameter;
                }

                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false))
                {
                    destination[lead + name] = buffer;
                }

                return destination;
            }

            /// <summary>Copies values in. Returns the names that were missing and those nobody asked for.</summary>
            /// <exception cref="InvalidOperationException">strict, and names are missing or left over.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                var missing = own.Keys.Where(key => !source.ContainsKey(key) && skip?.Contains(key) != true).ToList();
                var unexpected = source.Keys.Where(key => !own.ContainsKey(key) && skip?.Contains(key) != true).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        $"load_state_dict into {GetName()}: missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", unexpected)}]; give strict: false to load the rest");
                }

                using var quiet = no_grad();
                foreach (var (key, value) in source)
                {
                    if (own.TryGetValue(key, out var target) && skip?.Contains(key) != true)
                    {
                        if (!target.Shape.AsSpan().SequenceEqual(value.Shape))
                        {
                            throw new ArgumentException($"load_state_dict: '{key}' is {value.ShapeText}, the module's {target.ShapeText}");
                        }

                        target.copy_(value);
                    }
                }

                return (missing, unexpected);
            }

            /// <summary>Converts floating parameters and buffers, in place.</summary>
            internal void ConvertTo(ScalarType type)
            {
                foreach (var tensor in state_dict().Values.Concat(buffers()))
                {
                    if (tensor.is_floating_point() && type.IsFloating())
                    {
                        tensor.Retype(type);
                    }
                }
            }
        }
    }
}
