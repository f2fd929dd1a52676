using Switchhook.Hardware.Countries;

namespace Switchhook.Recording.Wav;

/// <summary>
/// A recording as it is at one moment: while it is still being written, the length stays and the header fits it, so that a browser can
/// ask for parts of it.
/// </summary>
internal sealed class WavSnapshot : Stream
{
    private readonly FileStream _file;
    private readonly byte[] _header = new byte[WavHeader.Size];
    private long _position;

    public WavSnapshot(FileStream file, CompandingLaw law)
    {
        _file = file;
        SoundBytes = Math.Max(0, file.Length - WavHeader.Size) / WavHeader.FrameBytes * WavHeader.FrameBytes;
        WavHeader.Write(_header, law, SoundBytes);
    }

    public long SoundBytes { get; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => WavHeader.Size + SoundBytes;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        var rest = Length - _position;
        if (rest <= 0)
        {
            return 0;
        }

        int read;
        if (_position < WavHeader.Size)
        {
            var header = _header.AsSpan((int)_position);
            read = Math.Min(header.Length, buffer.Length);
            header[..read].CopyTo(buffer);
        }
        else
        {
            _file.Position = _position;
            read = _file.Read(buffer[..(int)Math.Min(buffer.Length, rest)]);
        }

        _position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin)
    {
        var from = origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _position,
            SeekOrigin.End => Length,
            _ => throw new ArgumentOutOfRangeException(nameof(origin)),
        };
        ArgumentOutOfRangeException.ThrowIfNegative(from + offset, nameof(offset));
        return _position = from + offset;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("A recording is read only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A recording is read only.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}
