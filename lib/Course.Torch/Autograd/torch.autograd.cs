namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients as values, and backward over several tensors at once.</summary>
    public static partial class autograd
    {
        /// <summary>Gradients of the outputs with respect to the inputs; leaves keep their own grad untouched.</summary>
        /// <param name="outputs">Scalars, or with <paramref name="grad_outputs"/> tensors of any shape.</param>
        /// <param name="inputs">Tensors that require gradients.</param>
        /// <param name="grad_outputs">One gradient per output, of its shape.</param>
        /// <param name="retain_graph">Keep the saved values for another pass.</param>
        /// <param name="create_graph">Make the gradients differentiable themselves.</param>
        /// <param name="allow_unused">Return null for an input that no output depends on, instead of throwing.</param>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var gradients = Engine.Run(
                outputs.ToArray(), grad_outputs?.ToArray(), retain_graph || create_graph, create_graph, inputs.ToArray());
            var unused = Array.IndexOf(gradients, null);
            if (unused >= 0 && !allow_unused)
            {
                throw new TorchError($"grad: input {unused} was not used in the outputs; give allow_unused: true to get null for it");
            }

            return gradients.Select(gradient => gradient!).ToArray();
        }

        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            if (inputs is null)
            {
                Engine.Run(tensors.ToArray(), grad_tensors?.ToArray(), retain_graph ?? create_graph, create_graph, null);
                return;
            }

            var gradients = grad(tensors, inputs, grad_tensors, retain_graph ?? create_graph, create_graph, allow_unused: true);
            for (var i = 0; i < inputs.Count; i++)
            {
                if (gradients[i] is { } gradient)
                {
                    inputs[i].Gradient = inputs[i].Gradient is { } before ? before + gradient : gradient;
                }
            }
        }

        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);
    }
}
