Value Tanh(Value z)
{
    double t = Math.Tanh(z.Data);
    return new(t, "tanh", (z, 1 - t * t));
}

Value Exp(Value z)
{
    double r = Math.Exp(z.Data);
    return new(r, "exp", (z, r));
}

Value Log(Value z) => new(Math.Log(z.Data), "log", (z, 1 / z.Data));
Value Pow(Value z, double n) => new(Math.Pow(z.Data, n), "pow", (z, n * Math.Pow(z.Data, n - 1)));
