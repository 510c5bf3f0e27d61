namespace Course;

/// <summary>The course's data sets, each checked against its SHA-256 before it is used.</summary>
/// <remarks>Files are looked for in <c>COURSE_DATA</c>, else in <c>datasets/</c> from the current folder upward, else in the cache
/// (<c>COURSE_CACHE</c>, else below <c>COURSE_HOME</c>), else they are fetched.</remarks>
public static class Data
{
    /// <summary>342 penguins: species, island, bill, flipper, body mass, sex.</summary>
    /// <exception cref="DatasetException">Missing or damaged; says what to do.</exception>
    public static Penguins Penguins() => With(Course.Penguins.Load);

    /// <summary>MNIST: 60,000 + 10,000 handwritten digits.</summary>
    /// <exception cref="DatasetException">Missing or damaged; says what to do.</exception>
    public static Mnist Mnist() => With(Course.Mnist.Load);

    /// <summary>Another data set in MNIST's format, such as Fashion-MNIST.</summary>
    /// <param name="folder">Holds the four idx files under MNIST's names, packed with gzip or not.</param>
    /// <exception cref="DatasetException">Missing, damaged or another format; names the file.</exception>
    public static Mnist Mnist(string folder) => Course.Mnist.Load(folder);

    /// <summary>8,849 English first names, girls' and boys'.</summary>
    /// <exception cref="DatasetException">Missing or damaged; says what to do.</exception>
    public static FirstNames Names() => With(FirstNames.Load);

    /// <summary>133,784 English spellings and their sounds.</summary>
    /// <exception cref="DatasetException">Missing or damaged; says what to do.</exception>
    public static CmuDict CmuDict() => With(Course.CmuDict.Load);

    /// <summary>6,046 mails of SpamAssassin's public collection, wanted and unwanted; fetched at first (20 MB).</summary>
    /// <exception cref="DatasetException">No network, or damaged; says what to do.</exception>
    public static Mails Mails() => With(Course.Mails.Load);

    /// <summary>Mails of your own.</summary>
    /// <param name="folder">Holds mails.jsonl: on each line an object with id, group ("spam" or another word) and text.</param>
    /// <exception cref="DatasetException">Missing or another format; names the line.</exception>
    public static Mails Mails(string folder) => Course.Mails.Load(folder);

    /// <summary>A text file, UTF-8.</summary>
    /// <param name="path">From the notebook's folder, or a full one.</param>
    /// <exception cref="DatasetException">Missing, empty or not UTF-8.</exception>
    public static TextFile TextFile(string path) => Course.TextFile.Load(path);

    /// <summary>Makes sure that a data set is on this machine and undamaged; shows a progress bar while it comes.</summary>
    /// <param name="name">As in <see cref="List"/>, such as "moby-dick".</param>
    /// <returns>Full path of its first file.</returns>
    /// <exception cref="DatasetException">No such name, no network, or damaged; says what to do.</exception>
    public static string Fetch(string name) => With(store => store.Fetch(name));

    /// <summary>A table of the data sets: size, where they are, licence, contents.</summary>
    public static HtmlValue List() => With(store => new DataReport(store).List());

    /// <summary>Reads every file that is on this machine and compares it with its SHA-256.</summary>
    /// <param name="name">One data set, as in <see cref="List"/>; null: all of them.</param>
    /// <returns>A table of the files, when all is right.</returns>
    /// <exception cref="DatasetException">No such name, or a file is damaged, or one of the repository is missing; names each of them.</exception>
    public static HtmlValue Verify(string? name = null) => With(store => new DataReport(store).Verify(name));

    /// <summary>Numbers computed with PyTorch or scikit-learn beforehand, to compare one's own with.</summary>
    /// <param name="name">"adam-rosenbrock": (101, 2) the points of Adam's first 100 steps on Rosenbrock's function from (−1.5, 2),
    /// learning rate 0.1 and PyTorch's defaults, in double. "mlp-curve": (100, 1), "ten-layers-curve", "cnn-curve" and "photos-curve":
    /// (50, 1) the first losses of the networks of notebooks 08, 07, 09 and 10; "dropout-curve": (50, 1) those of notebook 11's with dropout and weight decay,
    /// "five-curve", "stress-curve" and "two-convolutions-curve": (50, 1) those of 13, 14 and 17. "evaluation": scores, truths, and what scikit-learn makes of them; the script says which row is what.</param>
    /// <exception cref="DatasetException">No such name; the message lists the names there are.</exception>
    /// <remarks>The script that made them stands beside them in <c>lib/Course/Data/Reference</c>.</remarks>
    public static double[][] Reference(string name) => ReferenceRows.Load(name);

    private static readonly Lazy<HttpClient> Http = new(() => new HttpClient { Timeout = Timeout.InfiniteTimeSpan });
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(30);

    // Found anew on each call: a notebook may set COURSE_DATA or change its folder.
    private static T With<T>(Func<DataStore, T> use)
    {
        var bar = new FetchBar();
        var folders = DataFolders.Find(Environment.GetEnvironmentVariable, Directory.GetCurrentDirectory(), UserFolder.Path);
        var result = use(new DataStore(Manifest.Embedded, folders, Fetcher(bar)));
        bar.Finish();
        return result;
    }

    private static IFetcher Fetcher(FetchBar bar) => KernelSlots.SiteFile is { } site
        ? new SiteFetcher(site, bar)
        : new Fetcher(new NpmPack(), new HttpsFile(Http.Value, Stall), bar);
}
