using Switchhook.Recording.Wav;

namespace Switchhook.Recording;

/// <summary>Opens recordings to be played, also while they are still being written. Any thread.</summary>
/// <param name="dataFolder">Recordings lie in <c>recordings</c> below it.</param>
public sealed class RecordingReader(string dataFolder)
{
    private readonly string _folder = Path.Combine(dataFolder, RecordingPath.Folder);

    /// <summary>Opens a recording by its id alone, as <see cref="Open"/> does.</summary>
    public OpenedRecording? OpenById(string id) => Open(RecordingPath.Of(id));

    /// <summary>Opens a recording as it is now: a WAV file whose length stays while it is read.</summary>
    /// <param name="file">Path below the recordings folder, as the journal tells it.</param>
    /// <returns>Null when there is no such recording, or it cannot be read.</returns>
    public OpenedRecording? Open(string file)
    {
        if (RecordingPath.Resolve(_folder, file) is not { } path)
        {
            return null;
        }

        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> header = stackalloc byte[WavHeader.Size];
            if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length && WavHeader.LawOf(header) is { } law)
            {
                var wav = new WavSnapshot(stream, law);
                return new OpenedRecording(wav, WavHeader.Duration(wav.SoundBytes), new DateTimeOffset(File.GetLastWriteTimeUtc(path)));
            }

            stream.Dispose();
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            stream?.Dispose();
            return null;
        }
    }
}
