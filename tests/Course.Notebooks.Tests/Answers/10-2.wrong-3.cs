// Full paths. // expect: names as in `file.Name` are wanted
string[] BadFiles(string folder)
{
    List<string> bad = [];
    foreach (PictureFile file in PictureFolder.Open(folder).Files)
        try { if (Picture.Load(file.Path).Channels != 3) bad.Add(file.Path); }
        catch (DatasetException) { bad.Add(file.Path); }
    return [.. bad];
}
