// Labels stand in pairs, digits do not. // expect: All digits come first
(Tensor x, Tensor y) Doubled(Tensor x, Tensor y, int right, int down)
{
    Tensor moved = functional.pad(x.reshape(-1, 28, 28), (right, -right, down, -down));
    return (cat([x, moved.reshape(-1, 784)]), y.repeat_interleave(2));
}
