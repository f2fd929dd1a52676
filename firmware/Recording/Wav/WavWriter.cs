using Switchhook.Hardware.Countries;
using Switchhook.Recording.Disk;

namespace Switchhook.Recording.Wav;

/// <summary>
/// A recording that grows and can be played at any moment: sound is written first, then the header's sizes, so that the sizes never tell of
/// sound that is not there.
/// </summary>
internal sealed class WavWriter(IDiskFile file, CompandingLaw law) : IDisposable
{
    private readonly byte[] _header = new byte[WavHeader.Size];
    private bool _hasHeader;

    /// <summary>The file under it.</summary>
    public IDiskFile File => file;

    /// <summary>Bytes of sound that the file holds.</summary>
    public long SoundBytes { get; private set; }

    /// <summary>Appends sound and brings the header up to date.</summary>
    /// <exception cref="IOException">The disk does not take it; the file holds what it held before.</exception>
    public void Append(ReadOnlySpan<byte> sound)
    {
        if (!_hasHeader)
        {
            WriteHeader(0);
            _hasHeader = true;
        }

        file.Write(sound, WavHeader.Size + SoundBytes);
        WriteHeader(SoundBytes + sound.Length);
        SoundBytes += sound.Length;
    }

    /// <summary>Cuts off what a failed write may have left behind the sound.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public void Trim()
    {
        if (_hasHeader)
        {
            file.SetLength(WavHeader.Size + SoundBytes);
            WriteHeader(SoundBytes);
        }
    }

    public void Dispose() => file.Dispose();

    private void WriteHeader(long soundBytes)
    {
        WavHeader.Write(_header, law, soundBytes);
        file.Write(_header, 0);
    }
}
