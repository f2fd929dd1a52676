using System.Text;

namespace Switchhook.Hardware.Dahdi.Interop;

/// <summary>Texts in the fixed fields of the kernel's structures.</summary>
internal static unsafe class FixedText
{
    /// <summary>The text up to its zero, or the whole field.</summary>
    public static string Read(byte* field, int length)
    {
        var bytes = new ReadOnlySpan<byte>(field, length);
        var end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]).Trim();
    }

    /// <summary>Writes a text that is shorter than the field.</summary>
    public static void Write(byte* field, int length, string text)
    {
        var bytes = new Span<byte>(field, length);
        bytes.Clear();
        Encoding.UTF8.GetBytes(text, bytes[..(length - 1)]);
    }
}
