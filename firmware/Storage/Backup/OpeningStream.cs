using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Switchhook.Storage.Backup;

/// <summary>Opens what <see cref="SealingStream"/> has sealed, and lets nothing pass that was changed or cut off.</summary>
internal sealed class OpeningStream(Stream from, BackupSeal seal, CancellationToken cancel) : Stream
{
    private readonly byte[] _closed = new byte[BackupSeal.Piece + BackupSeal.Tag];
    private readonly byte[] _plain = new byte[BackupSeal.Piece];
    private long _at = BackupSeal.HeadLength;
    private int _next;
    private int _length;
    private bool _isLast;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads to the end, so that all of it was looked at.</summary>
    /// <exception cref="BackupException">It is damaged or goes on behind its end.</exception>
    public void ReadToEnd()
    {
        do
        {
            _next = _length;
        }
        while (Fill());
        if (from.ReadByte() >= 0)
        {
            throw new BackupException($"The file goes on behind its end, from byte {_at}: it was changed. Choose another copy.");
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (_next == _length)
        {
            if (!Fill())
            {
                return 0;
            }
        }

        var taken = Math.Min(buffer.Length, _length - _next);
        _plain.AsSpan(_next, taken).CopyTo(buffer);
        _next += taken;
        return taken;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Fill()
    {
        if (_isLast)
        {
            return false;
        }

        cancel.ThrowIfCancellationRequested();
        Span<byte> head = stackalloc byte[sizeof(uint)];
        ReadWhole(head);
        var frame = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (BackupSeal.Read(frame) is not var (length, isLast))
        {
            throw Damaged();
        }

        ReadWhole(_closed.AsSpan(0, length + BackupSeal.Tag));
        try
        {
            seal.Open(frame, _closed.AsSpan(0, length), _closed.AsSpan(length, BackupSeal.Tag), _plain.AsSpan(0, length));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Damaged();
        }

        (_next, _length, _isLast) = (0, length, isLast);
        _at += sizeof(uint) + length + BackupSeal.Tag;
        return true;
    }

    private void ReadWhole(Span<byte> into)
    {
        if (from.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) < into.Length)
        {
            throw new BackupException(
                $"The file ends before its end, in the piece that begins at byte {_at}: it was not copied whole. Copy it again.");
        }
    }

    private BackupException Damaged() =>
        new($"The file is damaged in the piece that begins at byte {_at}: what is there is not what was written. Choose another copy.");
}
