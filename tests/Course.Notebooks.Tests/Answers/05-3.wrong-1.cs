// tanh's slope is computed from the input in place of the result. // expect: with the result t
Value Tanh(Value z) => new(Math.Tanh(z.Data), "tanh", (z, 1 - z.Data * z.Data));
Value Exp(Value z) => new(Math.Exp(z.Data), "exp", (z, Math.Exp(z.Data)));
Value Log(Value z) => new(Math.Log(z.Data), "log", (z, 1 / z.Data));
Value Pow(Value z, double n) => new(Math.Pow(z.Data, n), "pow", (z, n * Math.Pow(z.Data, n - 1)));
