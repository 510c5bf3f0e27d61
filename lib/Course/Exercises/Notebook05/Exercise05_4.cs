using System.Runtime.ExceptionServices;

namespace Course;

/// <summary>A topological order without recursion.</summary>
internal sealed class Exercise05_4 : Exercise<Func<int, Func<int, IEnumerable<int>>, List<int>>>
{
    private const int Long = 20_000;
    private const int Patience = 50 * Long;

    // Small enough that a call for each of 20,000 nodes cannot fit, large enough for any loop.
    private const int StackBytes = 512 * 1024;

    public override string Title => "20,000 sums";

    public override IReadOnlyList<string> Hints =>
    [
        "Use a `Stack<(T Node, bool Leaving)>`. Each node is met twice: on entering, and on leaving, when its inputs are done.",
        "Entering: skip it if seen; else push it again as leaving, then push its inputs as entering. Leaving: add it to the order.",
        "`while (stack.TryPop(out var top))` { if (top.Leaving) order.Add(top.Node); else if (seen.Add(top.Node)) { push (node, true), then each (input, false) } }",
    ];

    protected override void Examine(Func<int, Func<int, IEnumerable<int>>, List<int>> order, Exam exam)
    {
        Try("one lone node", order, 0, _ => [], 1, exam);
        Try("a sum, 2 = 1 + 0", order, 2, node => node == 2 ? [1, 0] : [], 3, exam);
        Try("a + a: one input twice", order, 1, node => node == 1 ? [0, 0] : [], 2, exam);
        Try("a diamond: 3 from 1 and 2, both from 0", order, 3, node => node switch { 3 => [1, 2], 0 => [], _ => [0] }, 4, exam);
        Try("a shortcut: 3 from 0 and 2, 2 from 1, 1 from 0", order, 3, node => node switch { 3 => [0, 2], 0 => [], _ => [node - 1] }, 4, exam);
        Try("a ladder of 40 doublings", order, 40, node => node == 0 ? [] : [node - 1, node - 1], 41, exam);
        Try($"a chain of {Numbers.Text(Long)} sums", order, Long, node => node == 0 ? [] : [node - 1], Long + 1, exam);
    }

    private static void Try(
        string name, Func<int, Func<int, IEnumerable<int>>, List<int>> order, int root, Func<int, int[]> inputs, int count, Exam exam) =>
        exam.That(
            name,
            () => Attempt.Run(order, root, inputs, count),
            attempt => attempt.Cause is null,
            $"{Numbers.Text(count)} {(count == 1 ? "node" : "nodes")}, each once, each after its inputs",
            attempt => attempt.Cause);

    private sealed record Attempt(IReadOnlyList<int>? Nodes, string? Cause)
    {
        private const string Recursion =
            "The function calls itself for each node, so the stack of calls grows with the graph. Keep a `Stack` of your own.";

        /// <summary>Runs the answer on a small stack and stops it before that overflows: an overflow would end the kernel.</summary>
        public static Attempt Run(
            Func<int, Func<int, IEnumerable<int>>, List<int>> order, int root, Func<int, int[]> inputs, int count)
        {
            var asked = 0;
            IEnumerable<int> Guarded(int node)
            {
                if (!System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
                {
                    throw new InsufficientExecutionStackException();
                }

                return ++asked <= Patience ? inputs(node) : throw new TimeoutException();
            }

            Attempt? attempt = null;
            ExceptionDispatchInfo? failure = null;
            void Try()
            {
                try
                {
                    var nodes = order(root, Guarded);
                    attempt = new Attempt(nodes, Judge(nodes, root, inputs, count));
                }
                catch (InsufficientExecutionStackException)
                {
                    attempt = new Attempt(null, Recursion);
                }
                catch (TimeoutException)
                {
                    attempt = new Attempt(null, "The inputs of some nodes are asked for over and over: remember which nodes you have seen.");
                }
                catch (Exception e)
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            }

            OnASmallStack(Try);
            failure?.Throw();
            return attempt!;
        }

        public override string ToString() => Nodes switch
        {
            null => "no order",
            { Count: <= 8 } => $"[{string.Join(", ", Nodes)}]",
            _ => $"{Numbers.Text(Nodes.Count)} nodes, from {Nodes[0]} to {Nodes[^1]}",
        };

        private static void OnASmallStack(Action work)
        {
            if (OperatingSystem.IsBrowser())
            {
                work(); // it has one thread, whose stack is small
                return;
            }

            var thread = new Thread(() => work(), StackBytes) { IsBackground = true };
            thread.Start();
            thread.Join();
        }

        private static string? Judge(List<int>? nodes, int root, Func<int, int[]> inputs, int count)
        {
            if (nodes is null)
            {
                return "The list is null.";
            }

            var place = new Dictionary<int, int>();
            foreach (var node in nodes)
            {
                if (!place.TryAdd(node, place.Count))
                {
                    return $"Node {node} is listed twice: skip what you have seen.";
                }
            }

            if (place.Count != count || !place.ContainsKey(root))
            {
                return "Some nodes that the root is made from are missing.";
            }

            var early = nodes.Where(node => inputs(node).Any(input => place[input] > place[node])).Take(1).ToArray();
            return early.Length == 0
                ? null
                : early[0] == nodes[0] && nodes[0] == root
                    ? "The order is back to front: a node is listed after its inputs, the root last."
                    : $"Node {early[0]} stands before one of its inputs: list it only when all of them are done.";
        }
    }
}
