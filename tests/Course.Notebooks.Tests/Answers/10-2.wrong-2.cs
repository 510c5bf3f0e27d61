// Looks for grey only, and not at the light. // expect: is in the wrong folder
string[] BadFiles(string folder)
{
    List<string> bad = [];
    foreach (PictureFile file in PictureFolder.Open(folder).Files)
        try { if (Picture.Load(file.Path).Channels != 3) bad.Add(file.Name); }
        catch (DatasetException) { bad.Add(file.Name); }
    return [.. bad];
}
