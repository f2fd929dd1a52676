using System.Buffers.Binary;

namespace Switchhook.Storage.Backup;

/// <summary>Seals what is written to it. Only <see cref="Finish"/> makes the file whole.</summary>
internal sealed class SealingStream(Stream to, BackupSeal seal, CancellationToken cancel) : Stream
{
    private readonly byte[] _plain = new byte[BackupSeal.Piece];
    private readonly byte[] _closed = new byte[sizeof(uint) + BackupSeal.Piece + BackupSeal.Tag];
    private int _length;
    private bool _begun;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes the last piece.</summary>
    public void Finish()
    {
        Send(isLast: true);
        to.Flush();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_length == _plain.Length)
            {
                Send(isLast: false);
            }

            var taken = Math.Min(buffer.Length, _plain.Length - _length);
            buffer[..taken].CopyTo(_plain.AsSpan(_length));
            _length += taken;
            buffer = buffer[taken..];
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private void Send(bool isLast)
    {
        cancel.ThrowIfCancellationRequested();
        if (!_begun)
        {
            to.Write(seal.Head);
            _begun = true;
        }

        var frame = BackupSeal.Frame(_length, isLast);
        BinaryPrimitives.WriteUInt32BigEndian(_closed, frame);
        seal.Close(
            frame,
            _plain.AsSpan(0, _length),
            _closed.AsSpan(sizeof(uint), _length),
            _closed.AsSpan(sizeof(uint) + _length, BackupSeal.Tag));
        to.Write(_closed.AsSpan(0, sizeof(uint) + _length + BackupSeal.Tag));
        _length = 0;
    }
}
