namespace Switchhook.Sip.Sdp.Srtp;

/// <summary>Where the box's own SRTP keys come from.</summary>
internal interface ISrtpKeySource
{
    /// <summary>Fills master key and salt with octets that nobody can guess.</summary>
    void Fill(Span<byte> keyAndSalt);
}
