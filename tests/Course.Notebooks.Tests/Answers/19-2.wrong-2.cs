// Forgets the random numbers. // expect: dropout draws other neurons
void SaveRun(BinaryWriter file, Sequential net, Adam adam, int epoch)
{
    file.Write(epoch);
    net.save(file);
    adam.save_state_dict(file);
}

int ResumeRun(BinaryReader file, Sequential net, Adam adam)
{
    int epoch = file.ReadInt32();
    net.load(file);
    adam.load_state_dict(file);
    return epoch;
}
