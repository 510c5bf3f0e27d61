using System.Globalization;
using Course.Benchmarks.Torch;
using static TorchSharp.torch;

// A user of TorchSharp ends a step's tensors with it: they would otherwise stay until the collector finds them.
return EngineLoop.Serve(int.Parse(args[0], CultureInfo.InvariantCulture), typeof(TorchSharp.torch).Assembly.GetName().Version!.ToString(3), step => () =>
{
    using var scope = NewDisposeScope();
    step();
});
