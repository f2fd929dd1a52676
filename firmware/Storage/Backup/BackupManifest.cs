using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Switchhook.Storage.Backup;

/// <summary>All that is in a backup; its last file.</summary>
/// <param name="About">What it is of.</param>
/// <param name="Files">Its files.</param>
/// <param name="Gone">
/// What is not in it: files that the box erased while it was made, and those that the site names outside its folder.
/// </param>
public sealed partial record BackupManifest(BackupAbout About, IReadOnlyList<BackupFile> Files, IReadOnlyList<string> Gone)
{
    /// <summary>Most files of a backup.</summary>
    public const int Most = 2_000_000;

    /// <summary>Name of the first file.</summary>
    internal const string AboutName = "about.json";

    /// <summary>Name of the last file.</summary>
    internal const string Name = "manifest.json";

    /// <summary>What is before the paths of the box's own files.</summary>
    internal const string Root = "data/";

    /// <summary>The bytes of all files together.</summary>
    [JsonIgnore]
    public long Size => Files.Sum(file => file.Size);

    /// <summary>True for a path that stays below its folder.</summary>
    internal static bool IsPath(string path) =>
        path.Length is > 0 and < 500 && Parts().IsMatch(path) && !path.Split('/').Any(part => part is "" or "." or "..");

    [GeneratedRegex(@"^[^\\\p{Cc}]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Parts();
}

/// <summary>What a backup is of; its first file.</summary>
/// <param name="Version">Of the firmware that made it.</param>
/// <param name="Schema">Number of the database's last migration.</param>
/// <param name="MadeAt">When, UTC.</param>
/// <param name="WithRecordings">True with the recordings of calls; messages in mailboxes are always in it.</param>
public sealed record BackupAbout(string Version, int Schema, DateTimeOffset MadeAt, bool WithRecordings);

/// <summary>A file of a backup.</summary>
/// <param name="Path">Below the data folder, with <c>/</c>.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Its sum in hexadecimal digits.</param>
public sealed record BackupFile(string Path, long Size, string Sha256);

/// <summary>JSON of both: generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BackupAbout))]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
