using System.Buffers.Binary;
using System.Text;

namespace Switchhook.Audio.Prompts;

/// <summary>
/// WAV files that say where they come from: a comment after the sound (RIFF chunk <c>LIST</c>, type <c>INFO</c>, field <c>ICMT</c>), which
/// goes with the file wherever it is copied to.
/// </summary>
public static class NotedWav
{
    private const int HeaderLength = 44;
    private const int LongestNote = 500;
    private const int ChunkHead = 8;

    /// <summary>Writes a file of 16-bit linear samples, mono, 8 kHz.</summary>
    /// <param name="stream">Seekable.</param>
    /// <param name="samples">The sound.</param>
    /// <param name="note">Where it comes from, up to 500 bytes of UTF-8.</param>
    public static void Write(Stream stream, ReadOnlySpan<short> samples, string note)
    {
        var text = Encoding.UTF8.GetBytes(note);
        var length = Math.Min(text.Length, LongestNote);

        // A field ends with a zero byte, and has an even length.
        var field = length + 2 - (length % 2);
        var list = new byte[ChunkHead + 4 + ChunkHead + field];
        "LIST"u8.CopyTo(list);
        BinaryPrimitives.WriteInt32LittleEndian(list.AsSpan(4), list.Length - ChunkHead);
        "INFOICMT"u8.CopyTo(list.AsSpan(ChunkHead));
        BinaryPrimitives.WriteInt32LittleEndian(list.AsSpan(ChunkHead + 8), field);
        text.AsSpan(0, length).CopyTo(list.AsSpan(ChunkHead + 12));
        WavWriter.Write(stream, samples);
        stream.Write(list);
        Span<byte> riff = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(riff, HeaderLength - 8 + (samples.Length * 2) + list.Length);
        stream.Position = 4;
        stream.Write(riff);
    }

    /// <summary>The note of such a file; null when it has none, or is another kind of file.</summary>
    /// <param name="stream">Seekable, at its beginning.</param>
    public static string? ReadNote(Stream stream)
    {
        Span<byte> head = stackalloc byte[12];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.StartsWith("RIFF"u8))
        {
            return null;
        }

        while (stream.ReadAtLeast(head[..ChunkHead], ChunkHead, throwOnEndOfStream: false) == ChunkHead)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            if (head.StartsWith("LIST"u8) && length is > 12 and <= LongestNote + 20)
            {
                var list = new byte[length];
                return stream.ReadAtLeast(list, list.Length, throwOnEndOfStream: false) == list.Length ? NoteIn(list) : null;
            }

            stream.Position += length + (length % 2);
        }

        return null;
    }

    private static string? NoteIn(ReadOnlySpan<byte> list) =>
        list.StartsWith("INFOICMT"u8) ? Encoding.UTF8.GetString(list[12..]).TrimEnd('\0') : null;
}
