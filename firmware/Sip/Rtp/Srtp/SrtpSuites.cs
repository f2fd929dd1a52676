using Switchhook.Sip.Media;

namespace Switchhook.Sip.Rtp.Srtp;

/// <summary>Facts of the crypto suites.</summary>
internal static class SrtpSuites
{
    private const int AuthenticationFailed = 7;
    private const int ReplayFailed = 9;
    private const int ReplayTooOld = 10;

    /// <summary>Octets of master key and master salt together.</summary>
    public static int KeyOctets(SrtpSuite suite) => suite switch
    {
        SrtpSuite.AesCm128Sha1With80 or SrtpSuite.AesCm128Sha1With32 => 16 + 14,
        SrtpSuite.Aes128Gcm => 16 + 12,
    };

    /// <summary>What an error of libsrtp2 means.</summary>
    public static SrtpVerdict Verdict(int error) => error switch
    {
        0 => SrtpVerdict.Good,
        AuthenticationFailed => SrtpVerdict.NotAuthentic,
        ReplayFailed or ReplayTooOld => SrtpVerdict.Replayed,
        _ => SrtpVerdict.Malformed,
    };
}
