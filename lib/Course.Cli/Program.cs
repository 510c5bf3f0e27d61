using Course.Cli;
using Course.Cli.Kernel;
using Course.Cli.Packaging;
using Course.Kernel.Running;

InterruptSignal.Accept();
AppContext.SetData("Notebook.Command", Tool.ThisProgram()); // a notebook may start the command that it runs in, see KernelSlots in lib/Course

// Before anything else is loaded: this process is one notebook's, and its first cell should not wait for a command line parser.
if (args is [ChildCommand.Verb, var pipe])
{
    return NotebookProcess.Run(pipe);
}

if (args is ["kernel", "run", "--connection-file", var connectionFile])
{
    return KernelProcess.Run(connectionFile);
}

if (args is [NameIndex.Verb, .. var assemblies])
{
    Console.Write(NameIndex.Of(assemblies));
    return 0;
}

return await CommandLine.RunAsync(args);
