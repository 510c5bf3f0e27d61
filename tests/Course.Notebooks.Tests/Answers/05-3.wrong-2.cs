// The power's slope lacks its factor n. // expect: The factor n is missing
Value Tanh(Value z) => new(Math.Tanh(z.Data), "tanh", (z, 1 - Math.Pow(Math.Tanh(z.Data), 2)));
Value Exp(Value z) => new(Math.Exp(z.Data), "exp", (z, Math.Exp(z.Data)));
Value Log(Value z) => new(Math.Log(z.Data), "log", (z, 1 / z.Data));
Value Pow(Value z, double n) => new(Math.Pow(z.Data, n), "pow", (z, Math.Pow(z.Data, n - 1)));
