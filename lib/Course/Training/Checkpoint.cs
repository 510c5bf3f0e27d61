using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

/// <summary>A training run on disk: weights, optimiser, random numbers, place in the run and figures, in one file. A run that is stopped or killed goes on from it with the same result as one that was not.</summary>
/// <remarks>The file is replaced as a whole, so that a kill in the middle of saving costs the steps since the last save and nothing else.
/// Random numbers are those of the CPU's generator; on a GPU, dropout draws from another, which is not saved.</remarks>
public sealed class Checkpoint
{
    private const string NotInNames = "/\\:*?\"<>|";   // on any platform

    private static readonly JsonSerializerOptions Layout =
        new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly CheckpointFile _file;
    private readonly nn.Module _model;
    private readonly OptimizerHelper _optimizer;

    private Checkpoint(string path, nn.Module model, OptimizerHelper optimizer) =>
        (_file, _model, _optimizer) = (new CheckpointFile(path), model, optimizer);

    /// <summary>Where the file is, or will be.</summary>
    public string Path => _file.Path;

    // Messages end up in notebooks, which are passed on: they name the file, not the folder, which has the user's name in it.
    internal string Name => _file.Name;

    /// <summary>Whether there is something to resume.</summary>
    public bool Exists => _file.Exists;

    /// <summary>A checkpoint in the learner's own folder.</summary>
    /// <param name="name">Names the run, such as "08-mlp laptop"; a run with other settings deserves another name.</param>
    /// <param name="model">Its parameters and buffers are saved and restored.</param>
    /// <param name="optimizer">Its settings and state are, too.</param>
    /// <exception cref="ArgumentException">A name that is no file name.</exception>
    public static Checkpoint Of(string name, nn.Module model, OptimizerHelper optimizer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Any(NotInNames.Contains))
        {
            throw new ArgumentException($"Checkpoint.Of: \"{name}\" is no file name; for a path write Checkpoint.At", nameof(name));
        }

        return At(System.IO.Path.Combine(UserFolder.Path, "checkpoints", name + ".checkpoint"), model, optimizer);
    }

    /// <summary>A checkpoint in a file of your choice.</summary>
    /// <param name="path">Its folder is made if need be.</param>
    /// <param name="model">Its parameters and buffers are saved and restored.</param>
    /// <param name="optimizer">Its settings and state are, too.</param>
    public static Checkpoint At(string path, nn.Module model, OptimizerHelper optimizer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        return new(System.IO.Path.GetFullPath(path), model, optimizer);
    }

    /// <summary>Replaces the file by the run as it stands.</summary>
    /// <param name="epoch">Epochs done.</param>
    /// <param name="step">Optimiser steps done, over all epochs.</param>
    /// <param name="figures">What else to keep: the loss curve, the best accuracy.</param>
    /// <exception cref="CheckpointException">A weight is NaN or infinite; the last good file stays.</exception>
    public void Save(int epoch, long step, params (string Name, IEnumerable<double> Values)[] figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        RefuseBrokenWeights(step);
        var header = new Header(
            Engine,
            _optimizer.GetType().Name,
            epoch,
            step,
            figures.ToDictionary(figure => figure.Name, figure => figure.Values.ToArray()),
            Architecture.Of(_model));
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.UTF8);
        writer.Write(JsonSerializer.Serialize(header, Layout));
        _model.save(writer);
        _optimizer.save_state_dict(writer);
        using var random = get_rng_state();
        random.Save(writer);
        writer.Flush();
        _file.Write(memory.GetBuffer().AsMemory(0, (int)memory.Length));
    }

    /// <summary>Puts network, optimiser and random numbers back to where the file has them.</summary>
    /// <param name="state">How far the run had come; epoch 0, step 0 when there is no file.</param>
    /// <returns>False when there is no file: the run begins.</returns>
    /// <exception cref="CheckpointException">Not a checkpoint, cut off, damaged, or of another network, optimiser or engine. Nothing is changed then.</exception>
    public bool TryResume(out TrainingState state)
    {
        state = new TrainingState(0, 0);
        if (!_file.Exists)
        {
            return false;
        }

        using var reader = new BinaryReader(new MemoryStream(_file.Read()), Encoding.UTF8);
        var header = JsonSerializer.Deserialize<Header>(reader.ReadString(), Layout)!;
        RefuseOthers(header);
        _model.load(reader);
        _optimizer.load_state_dict(reader);
        using var random = Tensor.Load(reader);
        set_rng_state(random);
        state = new TrainingState(header.Epoch, header.Step) { Figures = header.Figures };
        return true;
    }

    /// <summary>Removes the file, if there is one: the next run begins at the beginning.</summary>
    public void Delete() => _file.Delete();

    // Each engine has a format of its own for the state of its generator.
    private static string Engine => typeof(torch).Assembly.GetName().Name!;

    private void RefuseBrokenWeights(long step)
    {
        using var scope = NewDisposeScope();
        foreach (var (name, value) in _model.state_dict())
        {
            if (is_floating_point(value) && !value.isfinite().all().item<bool>())
            {
                throw new CheckpointException(
                    $"After step {Numbers.Text(step)}, `{name}` holds NaN or ∞, so it was not saved. " + (Exists ? $"{Name} keeps the last good state." : "There is no earlier checkpoint."));
            }
        }
    }

    private void RefuseOthers(Header header)
    {
        var difference = Architecture.Difference(header.Entries, Architecture.Of(_model));
        if (difference is not null)
        {
            throw Other("of another network", difference);
        }

        if (header.Optimizer != _optimizer.GetType().Name)
        {
            throw Other("of another optimiser", $"it was {header.Optimizer}, yours is {_optimizer.GetType().Name}");
        }

        if (header.Engine != Engine)
        {
            throw Other("of another engine", $"its random numbers are those of {header.Engine}, and this is {Engine}");
        }
    }

    private CheckpointException Other(string kind, string difference) =>
        new($"{Name} is {kind}: {difference}. Nothing was changed. Mend that and run the cell again, or start over: `checkpoint.Delete()`.");

    private sealed record Header(
        string Engine, string Optimizer, int Epoch, long Step, Dictionary<string, double[]> Figures, ArchitectureEntry[] Entries);
}
