// Forgets Adam's memory. // expect: Adam has forgotten
void SaveRun(BinaryWriter file, Sequential net, Adam adam, int epoch)
{
    file.Write(epoch);
    net.save(file);
    get_rng_state().Save(file);
}

int ResumeRun(BinaryReader file, Sequential net, Adam adam)
{
    int epoch = file.ReadInt32();
    net.load(file);
    set_rng_state(Tensor.Load(file));
    return epoch;
}
