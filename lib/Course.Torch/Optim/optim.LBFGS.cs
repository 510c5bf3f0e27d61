using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Limited-memory BFGS; its step needs a closure. max_eval is 1.25 max_iter unless given.</summary>
        public static LBFGS LBFGS(IEnumerable<Parameter> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null, double tolerange_grad = 1e-05, double tolerance_change = 1e-09, long history_size = 100) =>
            new(parameters.ToArray(), lr, (max_iter, max_eval ?? (5 * max_iter / 4)), (tolerange_grad, tolerance_change), history_size);

        public static LBFGS LBFGS(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null, double tolerange_grad = 1e-05, double tolerance_change = 1e-09, long history_size = 100) =>
            LBFGS(parameters.Select(p => p.parameter), lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size);
    }
}
