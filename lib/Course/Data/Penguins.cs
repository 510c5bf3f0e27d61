using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course;

/// <summary>The 342 penguins with all four measurements, in file order; two of the 344 had none taken.</summary>
/// <remarks>Gorman, Williams, Fraser 2014; CC0. 151 Adelie, 68 Chinstrap, 123 Gentoo.</remarks>
public sealed class Penguins : IReadOnlyList<Penguin>
{
    private const string File = "penguins/penguins.json";

    private readonly Penguin[] _birds;

    private Penguins(Penguin[] birds) => _birds = birds;

    /// <summary>The three species, alphabetical: Adelie, Chinstrap, Gentoo.</summary>
    public static IReadOnlyList<string> SpeciesNames { get; } = ["Adelie", "Chinstrap", "Gentoo"];

    /// <summary>(342) length of the flipper, in mm.</summary>
    public double[] FlipperMm => Column(bird => bird.FlipperMm);

    /// <summary>(342) body mass, in g.</summary>
    public double[] BodyMassG => Column(bird => bird.BodyMassG);

    /// <summary>(342) length of the bill, in mm.</summary>
    public double[] BillLengthMm => Column(bird => bird.BillLengthMm);

    /// <summary>(342) height of the bill, in mm.</summary>
    public double[] BillDepthMm => Column(bird => bird.BillDepthMm);

    /// <summary>(342) name of the species.</summary>
    public string[] Species => [.. _birds.Select(bird => bird.Species)];

    /// <summary>(342) place of the species in <see cref="SpeciesNames"/>: 0, 1 or 2.</summary>
    public int[] SpeciesIndex => [.. _birds.Select(bird => SpeciesNames.ToList().IndexOf(bird.Species))];

    /// <summary>(342, 4) bill length, bill depth, flipper (mm) and body mass (g) of each bird.</summary>
    public double[][] Measurements =>
        [.. _birds.Select(bird => new[] { bird.BillLengthMm, bird.BillDepthMm, bird.FlipperMm, bird.BodyMassG })];

    /// <inheritdoc/>
    public int Count => _birds.Length;

    /// <inheritdoc/>
    public Penguin this[int index] => _birds[index];

    /// <inheritdoc/>
    public IEnumerator<Penguin> GetEnumerator() => ((IEnumerable<Penguin>)_birds).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static Penguins Load(DataStore store)
    {
        var rows = JsonSerializer.Deserialize(store.Read("penguins", File), DataJson.Default.RowArray)!;
        return new([.. rows.Select(Bird).OfType<Penguin>()]);
    }

    private static Penguin? Bird(Row row) =>
        row is { BillLength: { } length, BillDepth: { } depth, Flipper: { } flipper, BodyMass: { } mass }
            ? new(row.Species, row.Island, length, depth, flipper, mass, row.Sex switch { "MALE" => "male", "FEMALE" => "female", _ => null })
            : null;

    private double[] Column(Func<Penguin, double> value) => [.. _birds.Select(value)];

    internal sealed record Row(
        string Species,
        string Island,
        [property: JsonPropertyName("Beak Length (mm)")] double? BillLength,
        [property: JsonPropertyName("Beak Depth (mm)")] double? BillDepth,
        [property: JsonPropertyName("Flipper Length (mm)")] double? Flipper,
        [property: JsonPropertyName("Body Mass (g)")] double? BodyMass,
        string? Sex);
}
