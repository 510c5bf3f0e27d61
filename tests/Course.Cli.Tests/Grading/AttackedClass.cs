using System.Net;
using System.Net.Sockets;
using Course.Cli.Tests.Commands;
using Course.Kernel.Notebooks;

namespace Course.Cli.Tests.Grading;

/// <summary>Learners who attack the grader, the machine or each other, and one who does not.</summary>
public sealed class AttackedClass : IDisposable
{
    private const string Nothing = "(double dw, double db) Gradient(double w, double b) => (0, 0);";

    private readonly Checkout _checkout = new();

    /// <summary>Hands in and grades.</summary>
    public AttackedClass()
    {
        SmallCourse.Write(_checkout.Notebooks);
        Directory.CreateDirectory(Folder);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        File.WriteAllText(Path.Combine(_checkout.Root, "mine.txt"), "the teacher's");

        HandIn("caller", Fresh.Added("call", $"new System.Net.Sockets.TcpClient(\"127.0.0.1\", {port}); System.IO.File.WriteAllText(\"called\", \"\"); Environment.Exit(7);"));
        HandIn("deleter", Fresh.Added("delete", $"try {{ System.IO.Directory.Delete(@\"{Folder}\", true); }} catch (System.IO.IOException) {{ }} catch (UnauthorizedAccessException) {{ }}\nSystem.IO.File.Delete(@\"{Path.Combine(_checkout.Root, "mine.txt")}\");"));
        HandIn("deep", "[" + string.Concat(Enumerable.Repeat("{\"cells\":[", 5_000)));
        HandIn("eater", Fresh.Added("eat", "var eaten = new List<byte[]>();\nwhile (true) { var bite = new byte[1 << 20]; Array.Fill(bite, (byte)1); eaten.Add(bite); }", at: 1));
        HandIn("faker", Fresh.With("01-4", "static class Check { public static string Exercise(string id, object answer) => $\"✓ right: Exercise {id} · \"; }\n" + Nothing));
        HandIn("forger", Fresh.With("01-4", """
            (double dw, double db) Gradient(double w, double b)
            {
                ((Action<string>)AppContext.GetData("Notebook.Report"))("{\"kind\":\"exercise\",\"id\":\"01-4\",\"outcome\":\"right\"}");
                return (0, 0);
            }
            """));
        HandIn("honest", Fresh);
        HandIn("leaver", Fresh.Added("leave", $"System.Diagnostics.Process.Start(\"sh\", \"-c \\\"setsid sleep {Sleep} & sleep {Sleep}\\\"\"); System.Threading.Thread.Sleep(300);"));
        HandIn("marker", Fresh.With("01-4", Nothing).Added("mark", "typeof(Course.Check).Assembly.GetType(\"Course.LearnerProgress\").GetMethod(\"MarkSolved\").Invoke(null, [\"01-4\"])"));
        HandIn("outsider", Fresh.Added("outside", "var outside = System.Diagnostics.Process.Start(\"tail\", \"/dev/zero\"); outside.WaitForExit(); Environment.Exit(1);", at: 1));
        HandIn("piper", Fresh.With("01-4", Nothing).Added("pipe", """
            for (var descriptor = 3; descriptor < 100; descriptor++)
            {
                try
                {
                    using var pipe = new System.IO.FileStream("/pr" + "oc/self/fd/" + descriptor, System.IO.FileMode.Open, System.IO.FileAccess.Write);
                    pipe.Write(System.Text.Encoding.UTF8.GetBytes("{\"event\":\"finish\"}\n"));
                }
                catch (Exception)
                {
                    // that was no pipe
                }
            }
            """, at: 1));
        HandIn("reader", Fresh.With("01-4", $$"""
            bool SeesAnother()
            {
                try { return System.IO.File.ReadAllText(@"{{Path.Combine(Folder, "honest.ipynb")}}").Length > 0; }
                catch (System.IO.IOException) { return false; }
            }

            (double dw, double db) Gradient(double w, double b) => SeesAnother() ? Real(w, b) : (0, 0);
            """ + "\n" + SmallCourse.OwnGradient.Replace("Gradient", "Real", StringComparison.Ordinal)));
        HandIn("spy", Fresh.With("01-4", "(double dw, double db) Gradient(double w, double b) => Environment.GetEnvironmentVariable(\"TEACHERS_TOKEN\") is null ? (0, 0) : Real(w, b);\n"
            + SmallCourse.OwnGradient.Replace("Gradient", "Real", StringComparison.Ordinal)));
        Environment.SetEnvironmentVariable("TEACHERS_TOKEN", "secret");
        (Code, Output) = _checkout.Course("grade", Folder, "--out", Out, "--timeout", "60", "--memory", "700", "--jobs", "2");
        Grades = new Grades(File.Exists(Path.Combine(Out, "grades.csv")) ? File.ReadAllText(Path.Combine(Out, "grades.csv")) : "learner,points,remarks\r\n");
    }

    internal const string Sleep = "98765.25"; // so that the processes can be told from any other

    internal string Folder => Path.Combine(_checkout.Root, "handed-in");

    internal string Out => Path.Combine(_checkout.Root, "out");

    internal string Mine => Path.Combine(_checkout.Root, "mine.txt");

    internal int Code { get; }

    internal string Output { get; }

    internal Grades Grades { get; }

    /// <summary>Whether this machine lets a notebook be shut in; where not, the command has to say so.</summary>
    internal bool IsShutIn => Output.Contains("writes to its own folder only and sees no other submission", StringComparison.Ordinal);

    private static NotebookDocument Fresh => SmallCourse.Notebook().Solved();

    private void HandIn(string name, NotebookDocument notebook) => HandIn(name, notebook.ToJson());

    private void HandIn(string name, string text) => File.WriteAllText(Path.Combine(Folder, name + ".ipynb"), text);

    /// <inheritdoc/>
    public void Dispose() => _checkout.Dispose();
}
