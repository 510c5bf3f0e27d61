using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Limited-memory BFGS: steps along a direction that the last gradients' differences have bent. Each step calls its closure several times. Source: Nocedal 1980.</summary>
public sealed class LBFGS : optim.Optimizer, optim.ILearningRateController
{
    // Below it a pair of differences says nothing of the curvature.
    private const double LeastCurvature = 1e-10;

    private readonly Parameter[] _parameters;
    private readonly (long Iterations, long Evaluations) _most;
    private readonly (double Gradient, double Change) _tolerance;
    private readonly long _history;
    private readonly List<(Tensor Gradient, Tensor Step, double Scale)> _pairs = [];
    private Tensor? _direction;
    private Tensor? _before;
    private double _length;
    private double _scale = 1;

    internal LBFGS(Parameter[] parameters, double lr, (long Iterations, long Evaluations) most, (double Gradient, double Change) tolerance, long history)
    {
        if (!(lr >= 0) || most.Iterations < 1 || history < 1)
        {
            throw new ArgumentException($"LBFGS: rate {lr}, {most.Iterations} iterations, a history of {history}; the rate must be at least 0, the others at least 1");
        }

        (_parameters, _most, _tolerance, _history) = (parameters, most, tolerance, history);
        LearningRate = InitialLearningRate = lr;
    }

    public double LearningRate { get; set; }

    public double InitialLearningRate { get; set; }

    public override IEnumerable<optim.ILearningRateController> ParamGroups => [this];

    public override IEnumerable<Parameter> parameters() => _parameters;

    /// <summary>Up to max_iter moves. The closure clears the gradients, computes the loss, calls backward and returns the loss.</summary>
    /// <returns>The loss before the first move.</returns>
    /// <exception cref="ArgumentNullException">No closure: this optimizer must compute the loss again after each move.</exception>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        ArgumentNullException.ThrowIfNull(closure);
        using var quiet = no_grad();
        var first = Evaluate(closure);
        var (loss, gradient, evaluations) = (first.ToDouble(), Flat(), 1L);
        for (var i = 1L; Largest(gradient) > _tolerance.Gradient && i <= _most.Iterations; i++)
        {
            var (newest, lossBefore) = (_direction is null, loss);
            Aim(gradient);
            _length = newest ? Math.Min(1, 1 / gradient.abs().sum().ToDouble()) * LearningRate : LearningRate;
            if (gradient.dot(_direction!).ToDouble() > -_tolerance.Change)
            {
                break;
            }

            Move();
            if (i == _most.Iterations)
            {
                break;
            }

            loss = Evaluate(closure).ToDouble();
            gradient = Flat();
            if (++evaluations >= _most.Evaluations || Largest(_direction!) * _length <= _tolerance.Change || Math.Abs(loss - lossBefore) < _tolerance.Change)
            {
                break;
            }
        }

        return first;
    }

    private static double Largest(Tensor values) => values.abs().max().ToDouble();

    private static Tensor Evaluate(Func<Tensor> closure)
    {
        using var watching = enable_grad();
        return closure().detach();
    }

    private Tensor Flat() => cat(_parameters.Select(p => (p.Gradient ?? zeros_like(p)).reshape(-1)).ToArray()).DetachFromDisposeScope();

    // The direction: −gradient, bent by the pairs, newest first and back again.
    private void Aim(Tensor gradient)
    {
        if (_direction is not null)
        {
            Remember(gradient - _before!, _direction * _length);
        }

        var direction = -gradient;
        var shares = new double[_pairs.Count];
        for (var i = _pairs.Count - 1; i >= 0; i--)
        {
            shares[i] = _pairs[i].Step.dot(direction).ToDouble() * _pairs[i].Scale;
            direction = direction - (_pairs[i].Gradient * shares[i]);
        }

        direction = direction * _scale;
        for (var i = 0; i < _pairs.Count; i++)
        {
            direction = direction + (_pairs[i].Step * (shares[i] - (_pairs[i].Gradient.dot(direction).ToDouble() * _pairs[i].Scale)));
        }

        (_direction, _before) = (direction.DetachFromDisposeScope(), gradient);
    }

    private void Remember(Tensor gradient, Tensor move)
    {
        var curvature = gradient.dot(move).ToDouble();
        if (curvature > LeastCurvature)
        {
            if (_pairs.Count == _history)
            {
                _pairs.RemoveAt(0);
            }

            _pairs.Add((gradient.DetachFromDisposeScope(), move.DetachFromDisposeScope(), 1 / curvature));
            _scale = curvature / gradient.dot(gradient).ToDouble();
        }
    }

    private void Move()
    {
        var start = 0L;
        foreach (var parameter in _parameters)
        {
            parameter.add_(_direction!.narrow(0, start, parameter.numel()).reshape(parameter.shape) * _length);
            start += parameter.numel();
        }
    }
}
