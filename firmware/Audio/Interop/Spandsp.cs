using System.Runtime.InteropServices;

namespace Switchhook.Audio.Interop;

/// <summary>The calls of libspandsp (Debian package libspandsp2, 0.0.6) that this room uses.</summary>
/// <remarks>
/// Every <c>_init</c> with a null state allocates one; callbacks run inside the call that is given samples, on its thread.
/// </remarks>
internal static unsafe partial class Spandsp
{
    /// <summary>Bell 202 call display, GR-30 (CLASS).</summary>
    public const int AdsiClass = 1;

    /// <summary>V.23 call display, ETSI EN 300 659 (CLIP).</summary>
    public const int AdsiClip = 2;

    /// <summary>G.722 of sound of 8 kHz: only the lower band, one sample an octet.</summary>
    public const int G722SampleRate8000 = 1;

    public const string Library = "libspandsp.so.2";

    static Spandsp() => NativeLibraries.Watch();

    [LibraryImport(Library, EntryPoint = "dtmf_rx_init")]
    public static partial nint DtmfRxInit(nint state, nint callback, nint user);

    [LibraryImport(Library, EntryPoint = "dtmf_rx_set_realtime_callback")]
    public static partial void DtmfRxSetRealtimeCallback(
        nint state, delegate* unmanaged[Cdecl]<nint, int, int, int, void> callback, nint user);

    [LibraryImport(Library, EntryPoint = "dtmf_rx_parms")]
    public static partial void DtmfRxParms(nint state, int filterDialTone, int twist, int reverseTwist, int threshold);

    [LibraryImport(Library, EntryPoint = "dtmf_rx")]
    public static partial int DtmfRx(nint state, short* samples, int count);

    [LibraryImport(Library, EntryPoint = "dtmf_rx_free")]
    public static partial int DtmfRxFree(nint state);

    [LibraryImport(Library, EntryPoint = "adsi_rx_init")]
    public static partial nint AdsiRxInit(nint state, int standard, delegate* unmanaged[Cdecl]<nint, byte*, int, void> message, nint user);

    [LibraryImport(Library, EntryPoint = "adsi_rx")]
    public static partial int AdsiRx(nint state, short* samples, int count);

    [LibraryImport(Library, EntryPoint = "adsi_rx_free")]
    public static partial int AdsiRxFree(nint state);

    [LibraryImport(Library, EntryPoint = "adsi_tx_init")]
    public static partial nint AdsiTxInit(nint state, int standard);

    [LibraryImport(Library, EntryPoint = "adsi_tx_set_preamble")]
    public static partial void AdsiTxSetPreamble(nint state, int preamble, int preambleOnes, int postambleOnes, int stopBits);

    [LibraryImport(Library, EntryPoint = "adsi_tx_put_message")]
    public static partial int AdsiTxPutMessage(nint state, byte* message, int length);

    [LibraryImport(Library, EntryPoint = "adsi_tx")]
    public static partial int AdsiTx(nint state, short* samples, int count);

    [LibraryImport(Library, EntryPoint = "adsi_tx_free")]
    public static partial int AdsiTxFree(nint state);

    /// <param name="state">0 for a new one.</param>
    /// <param name="rate">64000 bit/s.</param>
    /// <param name="options">0: 16 kHz, two samples an octet; <see cref="G722SampleRate8000"/>.</param>
    [LibraryImport(Library, EntryPoint = "g722_encode_init")]
    public static partial nint G722EncodeInit(nint state, int rate, int options);

    [LibraryImport(Library, EntryPoint = "g722_encode")]
    public static partial int G722Encode(nint state, byte* octets, short* samples, int count);

    [LibraryImport(Library, EntryPoint = "g722_encode_free")]
    public static partial int G722EncodeFree(nint state);

    [LibraryImport(Library, EntryPoint = "g722_decode_init")]
    public static partial nint G722DecodeInit(nint state, int rate, int options);

    [LibraryImport(Library, EntryPoint = "g722_decode")]
    public static partial int G722Decode(nint state, short* samples, byte* octets, int count);

    [LibraryImport(Library, EntryPoint = "g722_decode_free")]
    public static partial int G722DecodeFree(nint state);
}
