using Course.Browser.Tests.Support;

namespace Course.Browser.Tests.Live;

/// <summary>Runs where the build has made the tab; elsewhere it says why not.</summary>
public sealed class TabFactAttribute : FactAttribute
{
    /// <summary>Looks for it.</summary>
    public TabFactAttribute() => Skip = LiveTab.Folder is null ? ".NET for the browser could not be restored: there is no tab here" : null;
}
