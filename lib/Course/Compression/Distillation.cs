using TorchSharp;
using static TorchSharp.torch;

namespace Course;

/// <summary>Teaching a small network what a large one says, its doubts included.</summary>
public static class Distillation
{
    /// <summary>Cross-entropy of the student's chances against the teacher's, both softened by a temperature, times its square; mean over the batch.</summary>
    /// <param name="logits">(N, C), the student's.</param>
    /// <param name="teacher">(N, C), the teacher's logits; no slopes go there.</param>
    /// <param name="temperature">Above 0; 1 leaves the chances as they are, more makes them more alike.</param>
    /// <returns>Scalar, nats times the square of the temperature.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or the temperature is not above 0.</exception>
    /// <remarks>Gradient for the logits: temperature · (softmax(logits / T) − softmax(teacher / T)) / N. Source: Hinton, Vinyals, Dean 2015, sec. 2.</remarks>
    public static Tensor Loss(Tensor logits, Tensor teacher, double temperature)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(teacher);
        if (!logits.shape.AsSpan().SequenceEqual(teacher.shape) || logits.dim() != 2)
        {
            throw new ArgumentException($"Distillation.Loss: logits of shapes ({string.Join(", ", logits.shape)}) and ({string.Join(", ", teacher.shape)}); both have to be (N, C), alike");
        }

        if (!(temperature > 0 && double.IsFinite(temperature)))
        {
            throw new ArgumentException($"Distillation.Loss: a temperature of {Numbers.Text(temperature)}; it has to be above 0", nameof(temperature));
        }

        using var scope = NewDisposeScope();
        var soft = (teacher.detach() / temperature).softmax(1);
        var loss = -(soft * (logits / temperature).log_softmax(1)).sum(1).mean() * (temperature * temperature);
        return loss.MoveToOuterDisposeScope();
    }
}
