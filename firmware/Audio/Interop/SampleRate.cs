using System.Runtime.InteropServices;

namespace Switchhook.Audio.Interop;

/// <summary>The calls of libsamplerate (Debian package libsamplerate0) that this room uses.</summary>
internal static unsafe partial class SampleRate
{
    /// <summary>Band-limited interpolation, 121 dB signal-to-noise.</summary>
    public const int SincMediumQuality = 1;

    public const string Library = "libsamplerate.so.0";

    static SampleRate() => NativeLibraries.Watch();

    [LibraryImport(Library, EntryPoint = "src_new")]
    public static partial nint New(int converter, int channels, out int error);

    [LibraryImport(Library, EntryPoint = "src_process")]
    public static partial int Convert(nint state, Data* data);

    [LibraryImport(Library, EntryPoint = "src_delete")]
    public static partial nint Delete(nint state);

    [LibraryImport(Library, EntryPoint = "src_strerror")]
    public static partial nint ErrorText(int error);

    [StructLayout(LayoutKind.Sequential)]
    public struct Data
    {
        public float* Input;
        public float* Output;
        public nint InputFrames;
        public nint OutputFrames;
        public nint InputFramesUsed;
        public nint OutputFramesMade;
        public int EndOfInput;
        public double Ratio;
    }
}
