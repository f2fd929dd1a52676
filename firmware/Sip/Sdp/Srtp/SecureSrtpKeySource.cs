using System.Security.Cryptography;

namespace Switchhook.Sip.Sdp.Srtp;

/// <summary>Keys of the system's secure generator.</summary>
internal sealed class SecureSrtpKeySource : ISrtpKeySource
{
    /// <inheritdoc/>
    public void Fill(Span<byte> keyAndSalt) => RandomNumberGenerator.Fill(keyAndSalt);
}
