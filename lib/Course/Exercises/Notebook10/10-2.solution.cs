string[] BadFiles(string folder)
{
    List<string> bad = [];
    List<(PictureFile File, double[] Colour)> sound = [];
    foreach (PictureFile file in PictureFolder.Open(folder).Files)
        try
        {
            Picture picture = Picture.Load(file.Path);
            if (picture.Channels == 3) sound.Add((file, Colour(picture)));
            else bad.Add(file.Name);
        }
        catch (DatasetException) { bad.Add(file.Name); }

    var means = sound.GroupBy(s => s.File.Class).ToDictionary(own => own.Key, own =>
        Enumerable.Range(0, 3).Select(c => own.Average(s => s.Colour[c])).ToArray());
    double Far(double[] p, double[] q) => p.Zip(q, (a, b) => (a - b) * (a - b)).Sum();
    foreach (var (file, colour) in sound)
        if (means.MinBy(own => Far(own.Value, colour)).Key != file.Class) bad.Add(file.Name);
    return [.. bad];
}
