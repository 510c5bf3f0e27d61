using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Differential;

public static partial class OpTable
{
    private static IEnumerable<OpRow> Distributions() =>
    [
        new("Normal log_prob", x => distributions.Normal(x[0], x[1].exp()).log_prob(x[2]), "torch.distributions.Normal(x[0], x[1].exp()).log_prob(x[2])", Feed.Of([3, 4], [3, 4], [3, 4]).Plus([3, 4], [4], [2, 3, 4])),
        new("Normal cdf", x => distributions.Normal(x[0], x[1].exp()).cdf(x[2]), "torch.distributions.Normal(x[0], x[1].exp()).cdf(x[2])", Feed.Of([3, 4], [3, 4], [3, 4]).Plus([3, 4], [4], [2, 3, 4])),
        new("Normal icdf", x => distributions.Normal(x[0], x[1].exp()).icdf(x[2].sigmoid()), "torch.distributions.Normal(x[0], x[1].exp()).icdf(x[2].sigmoid())", Feed.Of([3, 4], [3, 4], [3, 4]).Plus([3, 4], [4], [2, 3, 4])),
        new("Normal entropy", x => distributions.Normal(x[0], x[1].exp()).entropy() + distributions.Normal(x[0], x[1].exp()).variance, "torch.distributions.Normal(x[0], x[1].exp()).entropy() + torch.distributions.Normal(x[0], x[1].exp()).variance", Feed.Of([3, 4], [3, 4])),
        new("Uniform log_prob", x => distributions.Uniform(x[0], x[0] + 3).log_prob(x[1]), "torch.distributions.Uniform(x[0], x[0] + 3, validate_args=False).log_prob(x[1])", Feed.Of([3, 4], [3, 4])),
        new("Uniform cdf", x => distributions.Uniform(x[0], x[0] + 3).cdf(x[1]) + distributions.Uniform(x[0], x[0] + 3).icdf(x[1].sigmoid()), "torch.distributions.Uniform(x[0], x[0] + 3, validate_args=False).cdf(x[1]) + torch.distributions.Uniform(x[0], x[0] + 3, validate_args=False).icdf(x[1].sigmoid())", Feed.Of([3, 4], [3, 4])),
        new("Uniform moments", x => distributions.Uniform(x[0], x[0] + 3).mean + distributions.Uniform(x[0], x[0] + 3).variance + distributions.Uniform(x[0], x[0] + 3).entropy(), "torch.distributions.Uniform(x[0], x[0] + 3, validate_args=False).mean + torch.distributions.Uniform(x[0], x[0] + 3, validate_args=False).variance + torch.distributions.Uniform(x[0], x[0] + 3, validate_args=False).entropy()", Feed.Of([3, 4])),
        new("Bernoulli log_prob", x => distributions.Bernoulli(x[0].sigmoid()).log_prob(x[1].gt(0).to(x[0].dtype)), "torch.distributions.Bernoulli(x[0].sigmoid()).log_prob((x[1] > 0).to(x[0].dtype))", Feed.Of([3, 4], [3, 4])),
        new("Bernoulli logits", x => distributions.Bernoulli(logits: x[0]).log_prob(x[1].gt(0).to(x[0].dtype)), "torch.distributions.Bernoulli(logits=x[0]).log_prob((x[1] > 0).to(x[0].dtype))", Feed.Of([3, 4], [3, 4]).Within(-30, 30)),
        new("Bernoulli moments", x => distributions.Bernoulli(x[0].sigmoid()).mean + distributions.Bernoulli(x[0].sigmoid()).variance + distributions.Bernoulli(x[0].sigmoid()).entropy(), "torch.distributions.Bernoulli(x[0].sigmoid()).mean + torch.distributions.Bernoulli(x[0].sigmoid()).variance + torch.distributions.Bernoulli(x[0].sigmoid()).entropy()", Feed.Of([3, 4])),
        new("Categorical log_prob", x => distributions.Categorical(x[0].exp()).log_prob(Classes), $"torch.distributions.Categorical(x[0].exp()).log_prob({PythonClasses})", Feed.Of([3, 4])),
        new("Categorical logits", x => distributions.Categorical(logits: x[0]).log_prob(Classes), $"torch.distributions.Categorical(logits=x[0]).log_prob({PythonClasses})", Feed.Of([3, 4])),
        new("Categorical entropy", x => distributions.Categorical(x[0].exp()).entropy() + distributions.Categorical(x[0].exp()).perplexity(), "torch.distributions.Categorical(x[0].exp()).entropy() + torch.distributions.Categorical(x[0].exp()).perplexity()", Feed.Of([3, 4])),
        new("Exponential log_prob", x => distributions.Exponential(x[0].exp()).log_prob(x[1].abs()), "torch.distributions.Exponential(x[0].exp()).log_prob(x[1].abs())", Feed.Of([3, 4], [3, 4])),
        new("Exponential cdf", x => distributions.Exponential(x[0].exp()).cdf(x[1].abs()) + distributions.Exponential(x[0].exp()).icdf(x[1].sigmoid()), "torch.distributions.Exponential(x[0].exp()).cdf(x[1].abs()) + torch.distributions.Exponential(x[0].exp()).icdf(x[1].sigmoid())", Feed.Of([3, 4], [3, 4])),
        new("Exponential moments", x => distributions.Exponential(x[0].exp()).mean + distributions.Exponential(x[0].exp()).variance + distributions.Exponential(x[0].exp()).stddev + distributions.Exponential(x[0].exp()).entropy(), "torch.distributions.Exponential(x[0].exp()).mean + torch.distributions.Exponential(x[0].exp()).variance + torch.distributions.Exponential(x[0].exp()).stddev + torch.distributions.Exponential(x[0].exp()).entropy()", Feed.Of([3, 4])),
    ];
}
