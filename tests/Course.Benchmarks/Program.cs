Console.Error.WriteLine("usage: Course.Benchmarks -- session|torch|kernel --json FILE");
return 2;
