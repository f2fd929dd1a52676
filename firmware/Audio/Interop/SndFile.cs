using System.Runtime.InteropServices;

namespace Switchhook.Audio.Interop;

/// <summary>The calls of libsndfile (Debian package libsndfile1) that this room uses.</summary>
internal static unsafe partial class SndFile
{
    public const int Read = 0x10;

    public const string Library = "libsndfile.so.1";

    static SndFile() => NativeLibraries.Watch();

    [LibraryImport(Library, EntryPoint = "sf_open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Open(string path, int mode, Info* info);

    [LibraryImport(Library, EntryPoint = "sf_readf_float")]
    public static partial long ReadFrames(nint file, float* samples, long frames);

    [LibraryImport(Library, EntryPoint = "sf_strerror")]
    public static partial nint LastError(nint file);

    [LibraryImport(Library, EntryPoint = "sf_close")]
    public static partial int Close(nint file);

    [StructLayout(LayoutKind.Sequential)]
    public struct Info
    {
        public long Frames;
        public int SampleRate;
        public int Channels;
        public int Format;
        public int Sections;
        public int Seekable;
    }
}
