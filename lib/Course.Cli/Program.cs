using System.CommandLine;

return new RootCommand("The course: runs, checks and exports the notebooks.").Parse(args).Invoke();
