using System.Globalization;
using TorchSharp;

namespace Course;

/// <summary>The card of <see cref="Device.Describe"/>.</summary>
internal static class DeviceCard
{
    private const double Gigabyte = 1e9;

    public static HtmlValue Of(bool isManaged, torch.Device device, int threads)
    {
        var isProcessor = device.type == DeviceType.CPU;
        var card = new Card(isProcessor ? CardTone.Note : CardTone.Good, "device", Title(device)).Rows(
        [
            ("backend", Backend.Name),
            ("device", device.ToString()),
            .. isProcessor ? Processor(threads) : [],
        ]);
        return card.Say(Advice(isManaged, isProcessor));
    }

    private static (string, string)[] Processor(int threads) =>
    [
        ("threads", $"{Numbers.Text((long)threads)} of {Numbers.Text((long)Environment.ProcessorCount)} processors"),
        ("memory", (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gigabyte).ToString("0.0", CultureInfo.InvariantCulture) + " GB"),
    ];

    private static string Title(torch.Device device) => device.type switch
    {
        DeviceType.CPU => "Tensors live in the processor's memory",
        DeviceType.CUDA => "Tensors can live on an NVIDIA GPU",
        _ => "Tensors can live on this machine's GPU",
    };

    private static string Advice(bool isManaged, bool isProcessor) => (isManaged, isProcessor) switch
    {
        (true, _) => "No GPU is used: this backend is plain C#. With an NVIDIA GPU, `course backend cuda` switches to TorchSharp; "
            + "the cells stay the same, and large models train faster.",
        (_, true) => "TorchSharp finds no GPU that it can use. With an NVIDIA GPU, `course backend cuda` brings what it needs; the cells stay the same.",
        _ => "Move the model and each batch there with `.to(Course.Device.Best)`; a result comes back with `.cpu()`.",
    };
}
