using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Course.Serve.Tests.Digits;

namespace Course.Serve.Tests.Api;

public sealed class PredictTests(PredictTests.Servers servers) : IClassFixture<PredictTests.Servers>
{
    private readonly LocalServer _server = servers.Digits;
    private readonly LocalServer _plain = servers.Numbers;

    [Fact]
    public async Task Predict_FlatAndNestedInputs_AreAnsweredInTheirOrder()
    {
        var flat = Flat(0.7);
        var nested = $"[[{Rows(0.2)}]]";
        var grid = $"[{Rows(0.9)}]";

        var answer = await LocalServer.ReadAsync(_server.PostAsync($"{{\"inputs\": [{flat}, {nested}, {grid}]}}"), HttpStatusCode.OK);

        Assert.Equal(["7", "2", "9"], answer["predictions"]!.AsArray().Select(prediction => (string?)prediction!["label"]));
        Assert.Equal("<fake>", (string?)answer["model"]);
        Assert.Equal("0123456789abcdef", (string?)answer["hash"]);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1, 0, 0], answer["predictions"]![0]!["probabilities"]!.AsArray().Select(share => (float)share!));
        Assert.False(answer["predictions"]![0]!.AsObject().ContainsKey("seen"));
    }

    [Fact]
    public async Task Predict_APng_IsAnsweredWithWhatTheModelSaw()
    {
        var answer = await LocalServer.ReadAsync(_server.PostAsync(Pictures.Grey(0), "image/png"), HttpStatusCode.OK);

        var seen = answer["predictions"]![0]!["seen"]!.AsArray().Select(ink => (float)ink!).ToArray();
        Assert.Equal(784, seen.Length);
        Assert.InRange(seen.Zip(Pictures.Original(0), (one, other) => Math.Abs(one - other)).Max(), 0, 0.05);
        var again = await LocalServer.ReadAsync(_server.PostAsync($"{{\"inputs\": [{answer["predictions"]![0]!["seen"]!.ToJsonString()}]}}"), HttpStatusCode.OK);
        Assert.Equal((string?)answer["predictions"]![0]!["label"], (string?)again["predictions"]![0]!["label"]);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{\"inputs\": [[0.1, ", "not JSON: line 1")]
    [InlineData("[[0, 0]]", "is to be {\"inputs\"")]
    [InlineData("{\"input\": []}", "is to be {\"inputs\"")]
    [InlineData("{\"inputs\": \"seven\"}", "is to be {\"inputs\"")]
    [InlineData("{\"inputs\": []}", "inputs is empty")]
    [InlineData("{\"inputs\": [0.5, 0.5]}", "inputs[0] is 0.5; inputs is a list of inputs")]
    [InlineData("{\"inputs\": [[]]}", "inputs[0] is 0; this model wants 1 × 28 × 28 nested lists, or 784 numbers in one list")]
    [InlineData("{\"inputs\": [[0, 0, 0]]}", "inputs[0] is 3; this model wants 1 × 28 × 28")]
    [InlineData("{\"inputs\": [[[0, 0, 0], [0, 0, 0]]]}", "inputs[0] is 2 × 3")]
    public async Task Predict_BadForm_SaysWhatIsWanted(string body, string sentence)
    {
        var problem = await LocalServer.ReadAsync(_server.PostAsync(body), HttpStatusCode.BadRequest);

        Assert.Contains(sentence, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("128", "Number 3 of inputs[1] is 128; pixels go from 0 (paper) to 1 (ink). Divide bytes by 255.")]
    [InlineData("-0.42", "Number 3 of inputs[1] is -0.42; pixels go from 0 (paper) to 1 (ink). Send them before mean and deviation")]
    [InlineData("1e60", "is 1e60; a finite number is wanted")]
    [InlineData("null", "is null; a finite number")]
    [InlineData("\"0.5\"", "is a text; a finite number")]
    [InlineData("[0.5]", "is a list; a finite number")]
    public async Task Predict_BadNumber_NamesItsPlace(string number, string sentence)
    {
        var wrong = $"[0, 0, 0, {number}, {string.Join(", ", Enumerable.Repeat("0", 780))}]";

        var problem = await LocalServer.ReadAsync(_server.PostAsync($"{{\"inputs\": [{Flat(0)}, {wrong}]}}"), HttpStatusCode.BadRequest);

        Assert.Contains(sentence, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[0, 0, 0], [0, 0]]", "has a list of 2 where the others are lists of 3")]
    [InlineData("[[0, 0, 0], 5]", "has 5 where the others are lists of 3")]
    [InlineData("[[0, 0, 0], {}]", "has an object where the others")]
    [InlineData("[[0, 0, 0], [0, 0, 0], [0, 0, 0]]", "is 3 × 3; this model wants 2 × 3 nested lists, or 6 numbers")]
    public async Task Predict_RaggedInput_NamesIt(string input, string sentence)
    {
        var problem = await LocalServer.ReadAsync(_plain.PostAsync($"{{\"inputs\": [{input}]}}"), HttpStatusCode.BadRequest);

        Assert.Contains(sentence, (string?)problem["detail"], StringComparison.Ordinal);
    }

    // Numbers of another model are what they are.
    [Fact]
    public async Task Predict_NoPicture_TakesAnyFiniteNumber() => Assert.Equal("3", (string?)(await LocalServer.ReadAsync(
        _plain.PostAsync("{\"inputs\": [[[0.3, -2, 1000], [0, 0, 0]]]}"), HttpStatusCode.OK))["predictions"]![0]!["label"]);

    [Fact]
    public async Task Predict_TooManyInputs_IsTooMuch()
    {
        var body = $"{{\"inputs\": [{string.Join(", ", Enumerable.Repeat("[[0, 0, 0], [0, 0, 0]]", 129))}]}}";

        var problem = await LocalServer.ReadAsync(_plain.PostAsync(body), HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("129 inputs are too many for one request: 128 at most", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("image/png")]
    public async Task Predict_TooManyBytes_IsTooMuch(string type)
    {
        var problem = await LocalServer.ReadAsync(_server.PostAsync(new byte[2_000_001], type), HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("larger than 2,000,000 bytes", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "The content type is not said")]
    [InlineData("text/plain", "this model takes application/json, or image/png")]
    [InlineData("multipart/form-data; boundary=x", "with the file as it is")]
    public async Task Predict_AnotherType_SaysWhichOnesThereAre(string? type, string sentence)
    {
        var problem = await LocalServer.ReadAsync(_server.PostAsync([1, 2, 3], type), HttpStatusCode.UnsupportedMediaType);

        Assert.Contains(sentence, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_APngForAModelOfNumbers_IsNotTaken()
    {
        var problem = await LocalServer.ReadAsync(_plain.PostAsync(Pictures.Grey(0), "image/png"), HttpStatusCode.UnsupportedMediaType);

        Assert.EndsWith("this model takes application/json.", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_ABadPng_SaysSo()
    {
        var problem = await LocalServer.ReadAsync(_server.PostAsync(Pictures.Grey(0)[..200], "image/png"), HttpStatusCode.BadRequest);

        Assert.Contains("damaged or cut off", (string?)problem["detail"], StringComparison.Ordinal);
    }

    private static string Flat(double first) => $"[{string.Join(", ", Numbers(first))}]";

    private static string Rows(double first) => string.Join(", ", Numbers(first).Chunk(28).Select(row => $"[{string.Join(", ", row)}]"));

    private static IEnumerable<string> Numbers(double first) => Enumerable.Repeat("0", 783).Prepend(first.ToString(CultureInfo.InvariantCulture));

    /// <summary>A model of digits and one of other numbers, for all tests of the class.</summary>
    public sealed class Servers : IAsyncLifetime, IDisposable
    {
        private readonly FakeModel _digits = new(1, 28, 28);
        private readonly FakeModel _numbers = new(2, 3);

        internal LocalServer Digits { get; private set; } = null!;

        internal LocalServer Numbers { get; private set; } = null!;

        public async Task InitializeAsync() => (Digits, Numbers) = (await LocalServer.StartAsync(_digits), await LocalServer.StartAsync(_numbers));

        public async Task DisposeAsync()
        {
            await Digits.DisposeAsync();
            await Numbers.DisposeAsync();
        }

        public void Dispose()
        {
            _digits.Dispose();
            _numbers.Dispose();
        }
    }
}
