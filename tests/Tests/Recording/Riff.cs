using System.Buffers.Binary;
using System.Text;

namespace Switchhook.Tests.Recording;

/// <summary>Reads a RIFF file chunk by chunk as its specification says, knowing nothing of how the recorder writes it.</summary>
internal sealed record Riff(int FormatTag, int Channels, int Rate, int BlockAlign, int Bits, long FactSamples, byte[] Data, long RiffSize)
{
    public static Riff Read(ReadOnlySpan<byte> file)
    {
        Assert.Equal("RIFF", Name(file));
        Assert.Equal("WAVE", Name(file[8..]));
        var format = default(ReadOnlySpan<byte>);
        var data = default(ReadOnlySpan<byte>);
        var fact = -1L;
        for (var at = 12; at + 8 <= file.Length;)
        {
            var size = BinaryPrimitives.ReadInt32LittleEndian(file[(at + 4)..]);
            var body = file.Slice(at + 8, size);
            switch (Name(file[at..]))
            {
                case "fmt ":
                    format = body;
                    break;
                case "fact":
                    fact = BinaryPrimitives.ReadUInt32LittleEndian(body);
                    break;
                case "data":
                    data = body;
                    break;
            }

            at += 8 + size + (size & 1);
        }

        return new Riff(
            BinaryPrimitives.ReadUInt16LittleEndian(format),
            BinaryPrimitives.ReadUInt16LittleEndian(format[2..]),
            BinaryPrimitives.ReadInt32LittleEndian(format[4..]),
            BinaryPrimitives.ReadUInt16LittleEndian(format[12..]),
            BinaryPrimitives.ReadUInt16LittleEndian(format[14..]),
            fact,
            data.ToArray(),
            BinaryPrimitives.ReadUInt32LittleEndian(file[4..]));
    }

    public byte[] Left => [.. Data.Where((_, i) => i % 2 == 0)];

    public byte[] Right => [.. Data.Where((_, i) => i % 2 == 1)];

    private static string Name(ReadOnlySpan<byte> chunk) => Encoding.ASCII.GetString(chunk[..4]);
}
