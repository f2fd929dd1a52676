namespace Switchhook.Sip.Rtp.Srtp;

/// <summary>
/// The contexts under which a received packet may be good. One, most of the time; after a change of keys or of the address it is not
/// known whether the other side counts its wraps on or anew, and packets of before are still on their way: then each is tried, until a
/// packet fits a new one.
/// </summary>
/// <remarks>RTP thread.</remarks>
internal sealed class SrtpInbound(SrtpContext first) : IDisposable
{
    private const int Most = 4;

    // Those from before a change come last after a change of keys, first after one of the address.
    private readonly SrtpContext?[] _contexts = [first, null, null, null];
    private readonly byte[] _scratch = new byte[Io.ReceiveBatch.MaxDatagram];
    private SrtpContext _present = first;
    private int _count = 1;

    /// <summary>New key: goes on from the present rollover count, or starts anew; the present key stays good until one fits.</summary>
    /// <param name="continued">A context under the new key.</param>
    /// <param name="fresh">Another one.</param>
    /// <param name="ssrc">The source that is heard now.</param>
    public void ChangeKey(SrtpContext continued, SrtpContext fresh, uint ssrc)
    {
        KeepOnly(_present);
        var rollover = _present.RolloverOf(ssrc);
        _count = 0;
        if (rollover != 0 && continued.TryContinue(ssrc, rollover))
        {
            _contexts[_count++] = continued;
        }
        else
        {
            continued.Dispose();
        }

        _contexts[_count++] = fresh;
        _contexts[_count++] = _present;
    }

    /// <summary>Same key, other address: the rollover count may go on or start anew.</summary>
    /// <param name="fresh">Another context under the present key.</param>
    public void ChangeAddress(SrtpContext fresh)
    {
        if (_count == Most)
        {
            KeepOnly(_present);
        }

        _contexts[_count++] = fresh;
    }

    /// <summary>Verifies and decrypts an RTP packet.</summary>
    public SrtpVerdict Unprotect(Span<byte> packet, ref int length) => Try(packet, ref length, isControl: false);

    /// <summary>Verifies and decrypts an RTCP packet.</summary>
    public SrtpVerdict UnprotectControl(Span<byte> packet, ref int length) => Try(packet, ref length, isControl: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        KeepOnly(_present);
        _present.Dispose();
    }

    private SrtpVerdict Try(Span<byte> packet, ref int length, bool isControl)
    {
        if (_count == 1)
        {
            return With(_contexts[0]!, packet, ref length, isControl);
        }

        // A context that does not fit may leave the packet spoilt.
        var kept = _scratch.AsSpan(0, length);
        packet[..length].CopyTo(kept);
        var verdict = SrtpVerdict.NotAuthentic;
        for (var i = 0; i < _count; i++)
        {
            verdict = With(_contexts[i]!, packet, ref length, isControl);
            if (verdict == SrtpVerdict.Good)
            {
                // A packet of before tells nothing of what comes; and RTCP, which carries its count, nothing of the wraps of RTP.
                if (!isControl && !ReferenceEquals(_contexts[i], _present))
                {
                    _present = _contexts[i]!;
                    KeepOnly(_present);
                }

                return verdict;
            }

            kept.CopyTo(packet);
        }

        return verdict;
    }

    private static SrtpVerdict With(SrtpContext context, Span<byte> packet, ref int length, bool isControl) =>
        isControl ? context.UnprotectControl(packet, ref length) : context.Unprotect(packet, ref length);

    private void KeepOnly(SrtpContext kept)
    {
        for (var i = 0; i < _count; i++)
        {
            if (!ReferenceEquals(_contexts[i], kept))
            {
                _contexts[i]!.Dispose();
            }

            _contexts[i] = null;
        }

        _contexts[0] = kept;
        _count = 1;
    }
}
