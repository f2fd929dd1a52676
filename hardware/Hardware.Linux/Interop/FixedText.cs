using System.Text;

namespace Switchhook.Hardware.Linux.Interop;

/// <summary>Text in an array of fixed size, ended by a zero unless it fills the array.</summary>
internal static unsafe class FixedText
{
    /// <summary>What the array says.</summary>
    public static string Read(byte* array, int size)
    {
        var bytes = new ReadOnlySpan<byte>(array, size);
        var end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    /// <summary>Writes ASCII text into an array of zeros; what is too long is cut.</summary>
    public static void Write(string text, byte* array, int size) =>
        Encoding.ASCII.GetBytes(text.AsSpan(0, Math.Min(text.Length, size - 1)), new Span<byte>(array, size));
}
