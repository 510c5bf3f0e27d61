// The weights alone, as notebook 08's model file had them. // expect: Only the weights have come back
void SaveRun(BinaryWriter file, Sequential net, Adam adam, int epoch)
{
    file.Write(epoch);
    net.save(file);
}

int ResumeRun(BinaryReader file, Sequential net, Adam adam)
{
    int epoch = file.ReadInt32();
    net.load(file);
    return epoch;
}
