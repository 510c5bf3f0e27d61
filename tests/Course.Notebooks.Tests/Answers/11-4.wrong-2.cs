// Right and down are exchanged. // expect: columns lie along the last axis
(Tensor x, Tensor y) Doubled(Tensor x, Tensor y, int right, int down)
{
    Tensor moved = functional.pad(x.reshape(-1, 28, 28), (down, -down, right, -right));
    return (cat([x, moved.reshape(-1, 784)]), cat([y, y]));
}
