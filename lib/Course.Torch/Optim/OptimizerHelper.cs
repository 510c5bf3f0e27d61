using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the managed optimisers have in common: groups, state per parameter, saving and loading.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> _state = new(ReferenceEqualityComparer.Instance);
    private protected OptimizerOptions Defaults { get; }

    private protected OptimizerHelper(OptimizerOptions defaults, IEnumerable<ParamGroup> groups)
    {
        Defaults = defaults;
        defaults.Check(GetType().Name);
        foreach (var group in groups)
        {
            add_param_group(group);
        }
    }

    public override void add_param_group(ParamGroup param_group)
    {
        param_group.Parameters = param_group.Parameters.ToArray();
        param_group.Options.LearningRate ??= Defaults.LearningRate;
        param_group.Options.InitialLearningRate = param_group.Options.LearningRate ?? 0;
        new FillIn(Defaults).Fill(param_group.Options);
        param_group.Options.Check(GetType().Name);
        foreach (var parameter in param_group.Parameters)
        {
            if (!_state.TryAdd(parameter, NewState(parameter, param_group.Options)))
            {
                throw new ArgumentException($"a {parameter.ShapeText} parameter is in more than one group; give each once");
            }
        }

        base.add_param_group(param_group);
    }

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var watching = enable_grad();
            loss = closure();
        }

        using var quiet = no_grad();
        foreach (var group in _parameter_groups)
        {
            foreach (var parameter in group.Parameters)
            {
                if (parameter.Gradient is { IsInvalid: false } gradient)
                {
                    Update(parameter, gradient, _state[parameter], group.Options);
                    parameter.Written();
                }
            }
        }

        return loss;
    }

    /// <summary>Writes settings and state; the file appears only when it is complete.</summary>
    public void save_state_dict(string location) => WholeFile.Write(location, file =>
    {
        using var writer = new BinaryWriter(file);
        save_state_dict(writer);
    });

    /// <summary>Settings and state in TorchSharp's byte format.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        writer.Write7BitEncodedInt64(_parameter_groups.Count);
        writer.Write7BitEncodedInt64(_state.Count);
        foreach (var group in _parameter_groups)
        {
            group.Options.SaveStateDict(writer);
        }

        foreach (var parameter in parameters())
        {
            _state[parameter].SaveStateDict(writer);
        }
    }

    public void load_state_dict(string location)
    {
        using var file = new BinaryReader(File.OpenRead(location));
        load_state_dict(file);
    }

    /// <exception cref="InvalidDataException">The file holds another optimiser, or other numbers of groups or parameters.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var name = reader.ReadString();
        var (groups, states) = (reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
        if (name != GetType().Name || groups != _parameter_groups.Count || states != _state.Count)
        {
            throw new InvalidDataException(
                $"load_state_dict: the file holds {name} with {groups} groups and {states} parameters, this is {GetType().Name} with {_parameter_groups.Count} and {_state.Count}");
        }

        foreach (var group in _parameter_groups)
        {
            group.Options.LoadStateDict(reader);
        }

        foreach (var parameter in parameters())
        {
            _state[parameter].LoadStateDict(reader);
        }
    }

    private protected abstract OptimizerState NewState(Parameter parameter, OptimizerOptions options);

    private protected abstract void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options);

    /// <summary>The settings of the first group, which speak for the optimiser.</summary>
    private protected TOptions First<TOptions>()
        where TOptions : OptimizerOptions
        => (TOptions)_parameter_groups[0].Options;

    private protected void ForAll<TOptions>(Action<TOptions> change)
        where TOptions : OptimizerOptions
    {
        foreach (var group in _parameter_groups)
        {
            change((TOptions)group.Options);
        }
    }
}
