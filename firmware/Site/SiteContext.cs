using Switchhook.Hardware.Boards;

namespace Switchhook.Site;

/// <summary>What a site file is checked against besides itself.</summary>
/// <param name="Boards">The boards that it may name.</param>
/// <param name="FileExists">Whether a sound file is there; the path is relative to the site file.</param>
public sealed record SiteContext(IReadOnlyDictionary<string, Board> Boards, Func<string, bool> FileExists)
{
    /// <summary>Tells which day it is: dates can be over.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long a sound file is, by its path relative to the site file; null where it cannot be told.</summary>
    public Func<string, TimeSpan?> SoundLength { get; init; } = _ => null;

    /// <summary>The context of a site file on disk, with the boards that come with the firmware.</summary>
    /// <param name="path">Path of the site file.</param>
    public static SiteContext Of(string path) => Of(path, BoardCatalog.Delivered.ReadAll());

    /// <summary>The context of a site file on disk.</summary>
    /// <param name="path">Path of the site file.</param>
    /// <param name="boards">The boards that it may name.</param>
    /// <param name="soundLength">Tells how long a sound file is, by its path; null when nothing can tell.</param>
    public static SiteContext Of(
        string path, IReadOnlyDictionary<string, Board> boards, Func<string, TimeSpan?>? soundLength = null)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetPathRoot(path) ?? "";
        return new SiteContext(boards, relative => File.Exists(Path.Combine(folder, relative)))
        {
            SoundLength = relative => soundLength?.Invoke(Path.Combine(folder, relative)),
        };
    }
}
