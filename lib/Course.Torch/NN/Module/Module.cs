using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A part of a network: its parameters, buffers and sub-modules by name.</summary>
        public abstract partial class Module : IDisposable
        {
            protected OrderedDict<string, Module> _internal_submodules = new();
            protected OrderedDict<string, (Tensor, bool)> _internal_buffers = new();
            protected OrderedDict<string, Parameter> _internal_params = new();
            protected string? name;

            protected Module(string name) => this.name = name;

            /// <summary>True while training; dropout and batch norm look at it. True at first.</summary>
            public virtual bool training { get; private set; } = true;

            /// <summary>Disposes parameters, buffers and sub-modules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (disposing)
                {
                    foreach (var child in children())
                    {
                        child.Dispose();
                    }

                    foreach (var tensor in _internal_params.Values.Concat<Tensor>(_internal_buffers.Values.Select(b => b.Item1)))
                    {
                        tensor?.Dispose();
                    }
                }
            }

            /// <summary>Calls a function with this module after all those below it.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var child in children())
                {
                    child.apply(fn);
                }

                fn(this);
                return this;
            }

            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in children())
                {
                    child.train(train);
                }
            }

            public virtual void eval() => train(false);

            /// <summary>Forgets the gradients, or with set_to_none false fills them with 0.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    if (set_to_none)
                    {
                        parameter.grad = null;
                    }
                    else
                    {
                        parameter.grad?.zero_();
                    }
                }
            }

            /// <summary>The name given to the constructor.</summary>
            public virtual string GetName() => name ?? GetType().Name;

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                CheckNew(name);
                tensor.DetachFromDisposeScope();
                _internal_buffers.Add(name, (tensor, persistent));
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                CheckNew(name);
                if (param is not null)
                {
                    _internal_params.Add(name, param);
                }
            }

            public virtual void register_module(string name, Module submodule)
            {
                ArgumentNullException.ThrowIfNull(submodule);
                if (_internal_submodules.TryGetValue(name, out var known) && ReferenceEquals(known, submodule))
                {
                    return;
                }

                CheckNew(name);
                if (ReferenceEquals(submodule, this))
                {
                    throw new ArgumentException($"module '{name}' would contain itself");
                }

                _internal_submodules.Add(name, submodule);
            }

            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Registers what the fields hold: modules, parameters, and other tensors as buffers, under the fields' names.</summary>
            protected virtual void RegisterComponents()
            {
                for (var type = GetType(); type is not null && !IsFramework(type); type = type.BaseType)
                {
                    foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    {
                        var name = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                        switch (field.GetValue(this))
                        {
                            case Module module:
                                register_module(name, module);
                                break;
                            case Parameter parameter when !IsRegistered(parameter):
                                register_parameter(name, parameter);
                                break;
                            case Tensor tensor when !IsRegistered(tensor):
                                register_buffer(name, tensor);
                                break;
                        }
                    }
                }
            }

            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                {
                    _internal_params.Remove(name);
                }
                else
                {
                    _internal_params[name] = value;
                }
            }

            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                {
                    _internal_buffers.Remove(name);
                }
                else
                {
                    value.DetachFromDisposeScope();
                    _internal_buffers[name] = (value, persistent);
                }
            }

            protected void ClearModules() => _internal_submodules.Clear();

            private static bool IsFramework(Type type) => type == typeof(Module) || type == typeof(object);

            private bool IsRegistered(Tensor tensor) =>
                _internal_params.Values.Any(p => ReferenceEquals(p, tensor)) || _internal_buffers.Values.Any(b => ReferenceEquals(b.Item1, tensor));

            private void CheckNew(string name)
            {
                if (string.IsNullOrEmpty(name) || name.Contains('.', StringComparison.Ordinal))
                {
                    throw new ArgumentException($"'{name}' cannot name a component: it must not be empty or contain a dot");
                }

                if (_internal_params.ContainsKey(name) || _internal_buffers.ContainsKey(name) || _internal_submodules.ContainsKey(name))
                {
                    throw new InvalidOperationException($"'{name}' is already registered in {GetName()}");
                }
            }
        }
    }
}
