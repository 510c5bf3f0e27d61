using TorchSharp.Modules;

namespace Course;

/// <summary>The two halves of a checkpoint, each a function: what notebook 19 has one write by hand.</summary>
/// <param name="Save">Puts a run into a file: the network, its optimiser, the random numbers, the epochs done.</param>
/// <param name="Resume">Takes them out again in the same order, into a network and an optimiser as they are made; returns the epochs done.</param>
public sealed record RunKeeper(Action<BinaryWriter, Sequential, Adam, int> Save, Func<BinaryReader, Sequential, Adam, int> Resume);
