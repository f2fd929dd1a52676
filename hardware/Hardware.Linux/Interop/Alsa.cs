using System.Runtime.InteropServices;

namespace Switchhook.Hardware.Linux.Interop;

/// <summary>The calls of libasound (Debian package libasound2) that this room uses. Most return a negative error number.</summary>
internal static unsafe partial class Alsa
{
    public const string Library = "libasound.so.2";

    public const int Playback = 0;
    public const int Capture = 1;

    /// <summary>Never wait, and convert nothing: not the rate, not the channels, not the format.</summary>
    public const int OpenFlags = 0x1 | 0x10000 | 0x20000 | 0x40000;

    public const int Interleaved = 3;

    public const int StateSuspended = 7;
    public const int StateDisconnected = 8;

    public const int Signed16 = 2;
    public const int Signed32 = 10;

    [LibraryImport(Library, EntryPoint = "snd_pcm_open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(out nint stream, string device, int direction, int flags);

    [LibraryImport(Library, EntryPoint = "snd_pcm_close")]
    public static partial int Close(nint stream);

    [LibraryImport(Library, EntryPoint = "snd_pcm_link")]
    public static partial int Link(nint first, nint second);

    [LibraryImport(Library, EntryPoint = "snd_pcm_prepare")]
    public static partial int Prepare(nint stream);

    [LibraryImport(Library, EntryPoint = "snd_pcm_start")]
    public static partial int Start(nint stream);

    [LibraryImport(Library, EntryPoint = "snd_pcm_drop")]
    public static partial int Drop(nint stream);

    /// <summary>Frames that can be read or written now.</summary>
    [LibraryImport(Library, EntryPoint = "snd_pcm_avail_update")]
    public static partial nint Available(nint stream);

    [LibraryImport(Library, EntryPoint = "snd_pcm_readi")]
    public static partial nint Read(nint stream, void* frames, nuint count);

    [LibraryImport(Library, EntryPoint = "snd_pcm_writei")]
    public static partial nint Write(nint stream, void* frames, nuint count);

    [LibraryImport(Library, EntryPoint = "snd_pcm_poll_descriptors_count")]
    public static partial int PollCount(nint stream);

    [LibraryImport(Library, EntryPoint = "snd_pcm_poll_descriptors")]
    public static partial int PollEntries(nint stream, LibC.PollEntry* entries, uint space);

    [LibraryImport(Library, EntryPoint = "snd_pcm_state")]
    public static partial int State(nint stream);

    [LibraryImport(Library, EntryPoint = "snd_strerror")]
    private static partial nint ErrorText(int error);

    [LibraryImport(Library, EntryPoint = "snd_lib_error_set_handler")]
    private static partial int SetErrorHandler(delegate* unmanaged<byte*, int, byte*, int, byte*, void> handler);

    /// <summary>What the library calls an error.</summary>
    public static string Words(int error) => $"{Marshal.PtrToStringUTF8(ErrorText(error))} (error {-error})";

    /// <summary>The library would write its errors to the console; ours say more.</summary>
    public static void Quiet() => _ = SetErrorHandler(&Ignore);

    [UnmanagedCallersOnly]
    private static void Ignore(byte* file, int line, byte* function, int error, byte* format)
    {
        // Declared in C with variable arguments after these; what is passed there is not looked at.
    }
}
