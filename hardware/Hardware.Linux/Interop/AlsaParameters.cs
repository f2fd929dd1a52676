using System.Runtime.InteropServices;

namespace Switchhook.Hardware.Linux.Interop;

/// <summary>The calls of libasound that negotiate a stream: hardware and software parameters.</summary>
internal static unsafe partial class AlsaParameters
{
    private const string Library = Alsa.Library;

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_malloc")]
    public static partial int NewHardware(out nint parameters);

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_free")]
    public static partial void FreeHardware(nint parameters);

    /// <summary>All that the device can do.</summary>
    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_any")]
    public static partial int Any(nint stream, nint parameters);

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_set_access")]
    public static partial int SetAccess(nint stream, nint parameters, int access);

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_set_format")]
    public static partial int SetFormat(nint stream, nint parameters, int format);

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_test_format")]
    public static partial int TestFormat(nint stream, nint parameters, int format);

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_set_channels")]
    public static partial int SetChannels(nint stream, nint parameters, uint channels);

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_set_rate")]
    public static partial int SetRate(nint stream, nint parameters, uint rate, int direction);

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_set_period_size_near")]
    public static partial int SetPeriod(nint stream, nint parameters, ref nuint frames, ref int direction);

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_set_buffer_size_near")]
    public static partial int SetBuffer(nint stream, nint parameters, ref nuint frames);

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_get_channels_min")]
    public static partial int FewestChannels(nint parameters, out uint channels);

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_get_channels_max")]
    public static partial int MostChannels(nint parameters, out uint channels);

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_get_rate_min")]
    public static partial int LowestRate(nint parameters, out uint rate, out int direction);

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params_get_rate_max")]
    public static partial int HighestRate(nint parameters, out uint rate, out int direction);

    [LibraryImport(Library, EntryPoint = "snd_pcm_hw_params")]
    public static partial int Install(nint stream, nint parameters);

    [LibraryImport(Library, EntryPoint = "snd_pcm_sw_params_malloc")]
    public static partial int NewSoftware(out nint parameters);

    [LibraryImport(Library, EntryPoint = "snd_pcm_sw_params_free")]
    public static partial void FreeSoftware(nint parameters);

    [LibraryImport(Library, EntryPoint = "snd_pcm_sw_params_current")]
    public static partial int Current(nint stream, nint parameters);

    [LibraryImport(Library, EntryPoint = "snd_pcm_sw_params_get_boundary")]
    public static partial int Boundary(nint parameters, out nuint frames);

    [LibraryImport(Library, EntryPoint = "snd_pcm_sw_params_set_start_threshold")]
    public static partial int SetStartThreshold(nint stream, nint parameters, nuint frames);

    [LibraryImport(Library, EntryPoint = "snd_pcm_sw_params_set_avail_min")]
    public static partial int SetWakeAt(nint stream, nint parameters, nuint frames);

    [LibraryImport(Library, EntryPoint = "snd_pcm_sw_params")]
    public static partial int InstallSoftware(nint stream, nint parameters);
}
