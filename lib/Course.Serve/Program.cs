using System.Globalization;
using Course.Serve;

// Only `course serve` starts this, with a pipe as standard input: its end says that the parent wants an end, or has met its own.
if (args is not [var model, var host, var port, var fonts])
{
    Console.Error.WriteLine("Course.Serve is started by: course serve MODEL");
    return 2;
}

var parentIsGone = Task.Factory.StartNew(
    () => Console.OpenStandardInput().CopyTo(Stream.Null), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
return await new ServeProcess(Console.Out.WriteLine, sentence => Console.Error.WriteLine($"course: {sentence}"))
    .RunAsync(new ServeOrder(model, host, int.Parse(port, CultureInfo.InvariantCulture), fonts), parentIsGone);
