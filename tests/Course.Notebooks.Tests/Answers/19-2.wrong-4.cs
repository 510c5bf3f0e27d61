// Keeps everything but the epoch. // expect: return what was read
void SaveRun(BinaryWriter file, Sequential net, Adam adam, int epoch)
{
    net.save(file);
    adam.save_state_dict(file);
    get_rng_state().Save(file);
}

int ResumeRun(BinaryReader file, Sequential net, Adam adam)
{
    net.load(file);
    adam.load_state_dict(file);
    set_rng_state(Tensor.Load(file));
    return 0;
}
