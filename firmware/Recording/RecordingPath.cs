namespace Switchhook.Recording;

/// <summary>Where a recording lies below the recordings folder: <c>YYYY/MM/DD/id.wav</c>, by the UTC date in its id.</summary>
internal static class RecordingPath
{
    /// <summary>The folder of recordings in the data folder.</summary>
    public const string Folder = "recordings";

    private const string OtherDay = "0000/00/00";

    /// <summary>The path of an id of <see cref="Calls.IdSource"/>.</summary>
    public static string Of(string id)
    {
        var dated = id.Length >= 8 && id.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0;
        return dated ? $"{id[..4]}/{id[4..6]}/{id[6..8]}/{id}.wav" : $"{OtherDay}/{id}.wav";
    }

    /// <summary>The place on disk of a path below the folder; null when it would lead out of it.</summary>
    public static string? Resolve(string folder, string file)
    {
        var root = Path.GetFullPath(folder);
        var full = Path.GetFullPath(Path.Combine(root, file));
        return full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? full : null;
    }
}
