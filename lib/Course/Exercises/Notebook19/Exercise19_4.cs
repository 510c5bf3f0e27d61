using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

/// <summary>A request answered: labels, or 400 for a body that is wrong, or 503 for a file that is damaged.</summary>
internal sealed class Exercise19_4 : Exercise<Func<string, string, (int Status, string Text)>>
{
    private static readonly (string Name, string Body)[] Bad =
    [
        ("a number too few", Body([.. Pixels(0)[..^1]])),
        ("a number too many", Body([.. Pixels(0), 0.5f])),
        ("one of two inputs too short", $$"""{"inputs": [{{List(Pixels(1))}}, {{List(Pixels(2)[..2])}}]}"""),
        ("no inputs at all", """{"inputs": []}"""),
        ("an empty input", """{"inputs": [[]]}"""),
        ("no list around the numbers", $$"""{"inputs": {{List(Pixels(0))}}}"""),
        ("another name", $$"""{"input": [{{List(Pixels(0))}}]}"""),
        ("inputs is a text", """{"inputs": "seven"}"""),
        ("a text among the numbers", """{"inputs": [[0, 0.5, "ink", 1, 0, 0]]}"""),
        ("no JSON", "inputs=7"),
        ("half a body", """{"inputs": [[0, 0.5,"""),
        ("nothing", ""),
    ];

    public override string Title => "refuse before you answer";

    public override IReadOnlyList<string> Hints =>
    [
        "Three outcomes. The file cannot be loaded: that is our fault, 503. The body is not what the contract says: that is the asker's, 400. Otherwise 200 and the labels. What throws which exception?",
        "`ModelFile.Load` throws ModelFileException. `JsonDocument.Parse` throws JsonException, `GetProperty` KeyNotFoundException, and the rest of the reading InvalidOperationException or FormatException. Lengths nobody checks for you: each input needs `contract.Size` numbers, and there has to be one.",
        "`float[][] inputs = [.. question.RootElement.GetProperty(\"inputs\").EnumerateArray().Select(input => input.EnumerateArray().Select(v => v.GetSingle()).ToArray())];`, then the shape `[inputs.Length, .. contract.Input]`, then `(x - contract.Mean) / contract.Deviation` into `saved.Module`, and the label `contract.Labels[k]` of each largest logit, with a space between.",
    ];

    protected override void Examine(Func<string, string, (int Status, string Text)> answer, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        var folder = Directory.CreateTempSubdirectory("course-19-4-").FullName;
        try
        {
            using var scope = NewDisposeScope();
            Right(exam, answer, folder);
            Wrong(exam, answer, folder);
            Damaged(exam, answer, folder);
        }
        finally
        {
            set_rng_state(random);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Right(Exam exam, Func<string, string, (int Status, string Text)> answer, string folder)
    {
        foreach (var (name, input, labels, count) in (ReadOnlySpan<(string, long[], string[], int)>)[
            ("one input of 6 numbers", [6], ["no", "yes"], 1), ("nine of them", [6], ["no", "yes"], 9), ("pictures of 2 × 3", [1, 2, 3], ["cat", "dog", "owl", "emu"], 20)])
        {
            var (path, net, contract) = Saved(folder, input, labels);
            var rows = Enumerable.Range(0, count).Select(Pixels).ToArray();
            string Said(Func<Tensor, Tensor> scale, string[] names) => Labels(net, scale(tensor(rows.SelectMany(row => row).ToArray(), [count, .. input])), names);
            var wanted = Said(x => (x - contract.Mean) / contract.Deviation, labels);
            exam.Equal(
                $"{name}: status",
                () => Asked(answer, path, Body(rows)).Status,
                200);
            exam.Equal(
                $"{name}: labels",
                () => Asked(answer, path, Body(rows)).Text,
                wanted,
                new Suspect(Said(x => x, labels), "The network wants what it was trained on: take the mean off and divide by the deviation, both in the contract."),
                new Suspect(Said(x => x - contract.Mean, labels), "The division by the deviation is missing."),
                new Suspect(Said(x => x / contract.Deviation, labels), "The mean is not taken off."),
                new Suspect(Said(x => (x - contract.Mean) / contract.Deviation, [.. labels.Select((_, i) => i.ToString(CultureInfo.InvariantCulture))]), "Those are places: the contract says which label each stands for."));
        }
    }

    private static void Wrong(Exam exam, Func<string, string, (int Status, string Text)> answer, string folder)
    {
        var (path, _, _) = Saved(folder, [6], ["no", "yes"]);
        foreach (var (name, body) in Bad)
        {
            exam.That(
                name,
                () => Asked(answer, path, body),
                came => came.Status == 400 && came.Text.Length > 0,
                "400 and a sentence",
                came => came.Status switch
                {
                    200 => "That was answered with a label, and it should be refused: check every input's length against `contract.Size`, and that there is an input.",
                    503 => "503 says that *we* are broken. This body is wrong: 400.",
                    500 => came.Text,
                    400 => "Say what is wanted: a sentence.",
                    _ => "400 is the status that says: the question is wrong.",
                });
        }
    }

    private static void Damaged(Exam exam, Func<string, string, (int Status, string Text)> answer, string folder)
    {
        var (path, _, _) = Saved(folder, [6], ["no", "yes"]);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        foreach (var (name, body) in new[] { ("a damaged file, a good body", Body(Pixels(0))), ("a damaged file, a bad body", "{}") })
        {
            exam.That(
                name,
                () => Asked(answer, path, body),
                came => came.Status == 503 && came.Text.Length > 0,
                "503 and a sentence",
                came => came.Status switch
                {
                    200 => "An answer from a damaged file: load it with `ModelFile.Load`, which checks it first.",
                    400 => "The asker can do nothing about our file: 503. Load the file before you read the body.",
                    500 => came.Text,
                    _ => "503 says: not now, and not by your fault. The exception's message is the sentence.",
                });
        }
    }

    // What a web server would do with an exception: 500, and the asker learns nothing.
    private static (int Status, string Text) Asked(Func<string, string, (int Status, string Text)> answer, string path, string body)
    {
        try
        {
            var (status, text) = answer(path, body);
            return (status, text ?? "");
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ModelFileException or ArgumentException or IndexOutOfRangeException or System.Runtime.InteropServices.ExternalException)
        {
            return (500, $"It threw {e.GetType().Name}: {e.Message} A server has to go on: catch it, and say what is wrong.");
        }
    }

    private static (string Path, Sequential Net, ModelContract Contract) Saved(string folder, long[] input, string[] labels)
    {
        manual_seed(19 + labels.Length);
        var net = nn.Sequential(nn.Flatten(), nn.Linear(6, 12), nn.Tanh(), nn.Linear(12, labels.Length));
        using (no_grad())
        {
            foreach (var parameter in net.parameters())
            {
                parameter.mul_(3);   // so that inputs which are not scaled get other labels
            }
        }

        var contract = new ModelContract("check", input, labels, 0.4f, 0.2f);
        var path = Path.Combine(folder, "check.safetensors");
        ModelFile.Save(path, net, contract);
        return (path, net, contract);
    }

    private static string Labels(Sequential net, Tensor x, string[] labels)
    {
        using var quiet = no_grad();
        return string.Join(' ', net.call(x).argmax(1).data<long>().ToArray().Select(k => labels[k]));
    }

    private static float[] Pixels(int i) => [.. Enumerable.Range(0, 6).Select(k => MathF.Round((MathF.Sin((3 * i) + (k * (i + 1))) + 1) / 2, 3))];

    private static string Body(params float[][] inputs) => $$"""{"inputs": [{{string.Join(", ", inputs.Select(List))}}]}""";

    private static string List(float[] numbers) => "[" + string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))) + "]";
}
