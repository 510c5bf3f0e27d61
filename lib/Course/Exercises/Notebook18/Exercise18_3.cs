using TorchSharp;
using static TorchSharp.torch;

namespace Course;

using TaughtAnswer = Func<Tensor, Tensor, double, Tensor>;

/// <summary>The loss of a student: cross-entropy against softened chances, times T².</summary>
internal sealed class Exercise18_3 : Exercise<TaughtAnswer>
{
    private static readonly (int N, int C, ScalarType Type)[] Cases = [(1, 3, ScalarType.Float32), (5, 10, ScalarType.Float64), (4, 2, ScalarType.Float32)];

    private static readonly double[] Temperatures = [1, 2, 5];

    public override string Title => "a softer loss";

    public override IReadOnlyList<string> Hints =>
    [
        "Two rows of chances for each image: the teacher's and the student's, both from logits divided by T. Their cross-entropy is minus the sum of the teacher's chances times the logarithms of the student's.",
        "`(teacher / T).softmax(1)` has the chances, `(logits / T).log_softmax(1)` the logarithms in the stable way. Sum over the classes (axis 1), mean over the batch, times T². `detach()` keeps slopes away from the teacher.",
        "`return -((teacher.detach() / T).softmax(1) * (logits / T).log_softmax(1)).sum(1).mean() * T * T;`",
    ];

    protected override void Examine(TaughtAnswer taught, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            manual_seed(18);
            foreach (var (n, c, type) in Cases)
            {
                foreach (var temperature in Temperatures)
                {
                    Ask(exam, taught, n, c, type, temperature);
                }
            }

            Large(exam, taught);
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void Ask(Exam exam, TaughtAnswer taught, int n, int c, ScalarType type, double t)
    {
        var (z, teacher) = ((randn(n, c, type) * 2).detach().requires_grad_(), (randn(n, c, type) * 3).detach().requires_grad_());
        var name = $"({n}, {c}) logits of {type}, T = {Numbers.Text(t)}";
        var came = new Lazy<Tensor>(() => taught(z, teacher, t));
        var (values, targets) = (z.detach(), teacher.detach());
        exam.Compare($"{name}: the loss", () => came.Value, Distillation.Loss(values, targets, t).detach(), new Tolerance(1e-5, 1e-6), Slips(values, targets, t));
        exam.That(
            $"{name}: its slopes for the student's logits",
            () => Slope(came.Value, z),
            slope => slope is not null && (slope - Wanted(values, targets, t)).abs().max().ToDouble() < 1e-5,
            $"{(t == 1 ? "" : "T · ")}(the student's chances − the teacher's) / {n}",
            slope => slope is null ? "No slopes come back: what is returned is not made of `logits`, or not by tensors." : null);
        exam.That($"{name}: slopes for the teacher", () => teacher.grad is null, none => none, "none: the teacher has learnt already", _ => "Slopes reach the teacher: `teacher.detach()`.");
    }

    // Large logits: the logarithm of a softmax that underflows is minus infinity.
    private static void Large(Exam exam, TaughtAnswer taught)
    {
        var (z, teacher) = (tensor(new[] { 400f, 0, -400 }).reshape(1, 3), tensor(new[] { 0f, 300, 0 }).reshape(1, 3));
        exam.Relative(
            "logits of ± 400, T = 1",
            () => taught(z, teacher, 1),
            Distillation.Loss(z, teacher, 1),
            1e-5,
            new Suspect(tensor(float.PositiveInfinity), "The logarithm of a softmax is −∞ where the chance is too small for a float: `log_softmax(1)` takes both together."),
            new Suspect(tensor(float.NaN), "0 · log 0 is no number: `log_softmax(1)` takes logarithm and softmax together."));
    }

    private static Tensor? Slope(Tensor loss, Tensor z)
    {
        if (!loss.requires_grad)
        {
            return null;
        }

        loss.backward();
        return z.grad;
    }

    private static Tensor Wanted(Tensor z, Tensor teacher, double t) => ((z / t).softmax(1) - (teacher / t).softmax(1)) * t / z.shape[0];

    private static Suspect[] Slips(Tensor z, Tensor teacher, double t)
    {
        var (p, soft, loss) = ((z / t).log_softmax(1), (teacher / t).softmax(1), Distillation.Loss(z, teacher, t));
        return
        [
            new(loss / (t * t), "T² is missing: without it the slopes shrink as T grows."),
            new(loss / t, "Times T², not T: the slopes of the logits carry 1/T twice."),
            new(-loss, "The sign is turned round: the logarithms are negative, the loss is not."),
            new(loss * z.shape[0], "The mean over the batch is wanted: `sum(1).mean()`."),
            new(loss / z.shape[1], "Sum over the classes, mean over the batch only: `sum(1).mean()`."),
            new(-(soft * z.log_softmax(1)).sum(1).mean() * t * t, "The student's logits are to be divided by T as well."),
            new(-(teacher.softmax(1) * p).sum(1).mean() * t * t, "The teacher's logits are to be divided by T as well."),
            new(-((teacher * t).softmax(1) * (z * t).log_softmax(1)).sum(1).mean() * t * t, "Divide by T: that makes chances more alike. Multiplying makes them surer."),
            new(-(p.exp() * (teacher / t).log_softmax(1)).sum(1).mean() * t * t, "Teacher and student are swapped: the teacher's chances times the *student's* logarithms."),
            new((soft * (soft.log() - p)).sum(1).mean() * t * t, "That is how much the cross-entropy exceeds the teacher's own entropy (Kullback and Leibler's measure). Its slopes are the same; here leave the entropy in."),
            new(-(soft * (z / t).softmax(1)).sum(1).mean() * t * t, "The logarithm is missing: `log_softmax(1)`."),
            new(-((teacher / t).softmax(0) * (z / t).log_softmax(0)).sum(0L).mean() * t * t, "Classes lie along axis 1, images along axis 0."),
            new(-(soft * p).sum(1) * t * t, "One number is wanted: the mean over the batch."),
        ];
    }
}
