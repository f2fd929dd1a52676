namespace Switchhook.Storage.Diagnostics;

/// <summary>What a bundle is to hold.</summary>
/// <param name="DataFolder">The data folder.</param>
/// <param name="Version">Of the firmware.</param>
/// <param name="Lines">Names of lines and trunks.</param>
/// <param name="Days">So many days of the journal, 1 to <see cref="Bundle.MostDays"/>.</param>
/// <param name="KeepsNumbers">True to leave numbers and names of callers in it.</param>
public sealed record BundleAsk(string DataFolder, string Version, IReadOnlyList<string> Lines, int Days, bool KeepsNumbers)
{
    /// <summary>What the running box adds, by the name of the file.</summary>
    public IReadOnlyList<BundlePart> Live { get; init; } = [];
}

/// <summary>A file of a bundle.</summary>
/// <param name="Name">Its name, such as <c>live.json</c>.</param>
/// <param name="What">What is in it.</param>
/// <param name="Text">Its text.</param>
public sealed record BundlePart(string Name, string What, string Text)
{
    /// <summary>True when callers are taken out of it already, or it holds none: long figures in it are no telephone numbers.</summary>
    public bool IsFacts { get; init; }
}
