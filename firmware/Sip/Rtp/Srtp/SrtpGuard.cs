namespace Switchhook.Sip.Rtp.Srtp;

/// <summary>Protects the packets of one session both ways, or lets them through when the stream is plain.</summary>
/// <remarks>RTP thread.</remarks>
internal sealed class SrtpGuard : IDisposable
{
    private SrtpContext? _outbound;
    private SrtpInbound? _inbound;
    private bool _isProtected;

    /// <summary>Applies what a new agreement changes.</summary>
    /// <param name="change">Made of the agreement.</param>
    /// <param name="ssrc">The source that is heard now.</param>
    public void Apply(SrtpChange change, uint ssrc)
    {
        _isProtected = change.IsProtected;
        if (!change.IsProtected)
        {
            Clear();
            return;
        }

        if (change.Inbound is { } inbound)
        {
            TakeInbound(inbound, change.Continued, ssrc);
        }

        if (change.Outbound is { } outbound)
        {
            _outbound?.Dispose();
            _outbound = outbound;
        }
    }

    /// <summary>Before an RTP packet is sent. False when it must not be sent.</summary>
    public bool TryProtect(Span<byte> room, ref int length) =>
        !_isProtected || _outbound!.Protect(room, ref length) == SrtpVerdict.Good;

    /// <summary>Before an RTCP packet is sent. False when it must not be sent.</summary>
    public bool TryProtectControl(Span<byte> room, ref int length) =>
        !_isProtected || _outbound!.ProtectControl(room, ref length) == SrtpVerdict.Good;

    /// <summary>After an RTP packet came.</summary>
    public SrtpVerdict Unprotect(Span<byte> packet, ref int length) =>
        _isProtected ? _inbound!.Unprotect(packet, ref length) : SrtpVerdict.Good;

    /// <summary>After an RTCP packet came.</summary>
    public SrtpVerdict UnprotectControl(Span<byte> packet, ref int length) =>
        _isProtected ? _inbound!.UnprotectControl(packet, ref length) : SrtpVerdict.Good;

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void TakeInbound(SrtpContext inbound, SrtpContext? continued, uint ssrc)
    {
        if (_inbound is null)
        {
            continued?.Dispose();
            _inbound = new SrtpInbound(inbound);
        }
        else if (continued is null)
        {
            _inbound.ChangeAddress(inbound);
        }
        else
        {
            _inbound.ChangeKey(continued, inbound, ssrc);
        }
    }

    private void Clear()
    {
        _outbound?.Dispose();
        _inbound?.Dispose();
        _outbound = null;
        _inbound = null;
    }
}
