using System.Globalization;
using Microsoft.Win32.SafeHandles;
using Switchhook.Hardware.Countries;
using Switchhook.Recording.Wav;

namespace Switchhook.Recording;

/// <summary>
/// Puts right at the start what a kill or a power cut left: headers whose sizes do not fit the file, a last half sample, files without
/// sound. Never removes sound, and never touches a file that is not the recorder's.
/// </summary>
/// <param name="dataFolder">Recordings lie in <c>recordings</c> below it.</param>
/// <param name="law">The country's companding law, for a file whose header never reached the disk.</param>
public sealed class RecordingRepair(string dataFolder, CompandingLaw law)
{
    // Recordings that a stop cut off began on the last day on which there were any, or the evening before.
    private const int Days = 2;

    private readonly string _folder = Path.Combine(dataFolder, RecordingPath.Folder);

    /// <summary>Repairs the recordings of the last two days on which there are any.</summary>
    public IReadOnlyList<RepairedRecording> Run()
    {
        if (!Directory.Exists(_folder))
        {
            return [];
        }

        var days = Directory.EnumerateDirectories(_folder)
            .SelectMany(year => Directory.EnumerateDirectories(year))
            .SelectMany(month => Directory.EnumerateDirectories(month))
            .OrderDescending(StringComparer.Ordinal)
            .Take(Days);
        return
        [
            .. days.SelectMany(day => Directory.EnumerateFiles(day, "*.wav"))
                .Order(StringComparer.Ordinal)
                .Select(path => Repair(path, Path.GetRelativePath(_folder, path)))
                .OfType<RepairedRecording>(),
        ];
    }

    /// <summary>Length of the sound in a recording, which is repaired first.</summary>
    /// <param name="file">Path below the recordings folder.</param>
    /// <returns>Null when there is no such file, or it cannot be read.</returns>
    public TimeSpan? LengthOf(string file)
    {
        if (RecordingPath.Resolve(_folder, file) is not { } path || !File.Exists(path))
        {
            return null;
        }

        var repaired = Repair(path, file);
        return repaired?.Length ?? SoundIn(path);
    }

    private RepairedRecording? Repair(string path, string file)
    {
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
            var length = RandomAccess.GetLength(handle);
            if (length >= WavHeader.Size + WavHeader.FrameBytes)
            {
                return RepairHeader(handle, length, file);
            }

            handle.Dispose();
            File.Delete(path);
            return new RepairedRecording(file, TimeSpan.Zero, "Removed: it held no sound.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new RepairedRecording(file, TimeSpan.Zero, $"It cannot be repaired: {failure.Message}");
        }
    }

    private RepairedRecording? RepairHeader(SafeFileHandle handle, long length, string file)
    {
        Span<byte> found = stackalloc byte[WavHeader.Size];
        RandomAccess.Read(handle, found, 0);
        var isBlank = found.IndexOfAnyExcept((byte)0) < 0;
        if (WavHeader.LawOf(found) is null && !isBlank)
        {
            return null;
        }

        var sound = Math.Min((length - WavHeader.Size) / WavHeader.FrameBytes * WavHeader.FrameBytes, WavHeader.MostSoundBytes);
        Span<byte> right = stackalloc byte[WavHeader.Size];
        WavHeader.Write(right, WavHeader.LawOf(found) ?? law, sound);
        if (found.SequenceEqual(right) && length == WavHeader.Size + sound)
        {
            return null;
        }

        RandomAccess.SetLength(handle, WavHeader.Size + sound);
        RandomAccess.Write(handle, right, 0);
        RandomAccess.FlushToDisk(handle);
        var duration = WavHeader.Duration(sound);
        return new RepairedRecording(
            file, duration, string.Create(CultureInfo.InvariantCulture, $"Header put right for {duration.TotalSeconds:0.0} s of sound."));
    }

    private static TimeSpan? SoundIn(string path)
    {
        try
        {
            return WavHeader.Duration(new FileInfo(path).Length - WavHeader.Size);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
