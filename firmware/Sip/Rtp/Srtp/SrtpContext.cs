using System.Runtime.InteropServices;
using Switchhook.Sip.Interop;
using Switchhook.Sip.Media;

namespace Switchhook.Sip.Rtp.Srtp;

/// <summary>One direction of SRTP and SRTCP under one master key (RFC 3711), with its rollover counters and its list of replays.</summary>
/// <remarks>One thread at a time. Packets are worked on where they lie, with room for <see cref="Growth"/> octets behind them.</remarks>
internal sealed unsafe class SrtpContext : SafeHandle
{
    /// <summary>Octets that a packet grows by at most.</summary>
    public const int Growth = LibSrtp.MaxTrailer;

    private readonly SrtpSuite _suite;
    private readonly byte[] _key;

    private SrtpContext(SrtpSuite suite, byte[] key)
        : base(0, ownsHandle: true)
    {
        _suite = suite;
        _key = key;
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>A context for what the box receives, from any source.</summary>
    public static SrtpContext Inbound(SrtpSuite suite, ReadOnlySpan<byte> key) => Create(suite, key, LibSrtp.SsrcAnyInbound);

    /// <summary>A context for what the box sends.</summary>
    public static SrtpContext Outbound(SrtpSuite suite, ReadOnlySpan<byte> key) => Create(suite, key, LibSrtp.SsrcAnyOutbound);

    /// <summary>Encrypts a packet and signs it.</summary>
    /// <param name="room">The packet, and the room to grow.</param>
    /// <param name="length">Octets of the packet before and after.</param>
    public SrtpVerdict Protect(Span<byte> room, ref int length) => room.Length < length + Growth
        ? SrtpVerdict.Malformed
        : Work(&LibSrtp.Protect, room, ref length);

    /// <summary>Verifies a packet and decrypts it.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="length">Octets before and after; unchanged when it is refused.</param>
    public SrtpVerdict Unprotect(Span<byte> packet, ref int length) => Work(&LibSrtp.Unprotect, packet, ref length);

    /// <summary>As <see cref="Protect"/>, for RTCP.</summary>
    public SrtpVerdict ProtectControl(Span<byte> room, ref int length) => room.Length < length + Growth
        ? SrtpVerdict.Malformed
        : Work(&LibSrtp.ProtectControl, room, ref length);

    /// <summary>As <see cref="Unprotect"/>, for RTCP.</summary>
    public SrtpVerdict UnprotectControl(Span<byte> packet, ref int length) => Work(&LibSrtp.UnprotectControl, packet, ref length);

    /// <summary>How often the sequence numbers of a source have wrapped; 0 when it is not known.</summary>
    public uint RolloverOf(uint ssrc)
    {
        uint rollover = 0;
        return LibSrtp.GetRollover(handle, ssrc, &rollover) == 0 ? rollover : 0;
    }

    /// <summary>Goes on with a source whose numbers have wrapped already, under a new key (RFC 3711 §3.3.1). False when refused.</summary>
    public bool TryContinue(uint ssrc, uint rollover)
    {
        fixed (byte* key = _key)
        {
            var policy = PolicyOf(_suite, key, LibSrtp.SsrcSpecific);
            policy.Ssrc = ssrc;
            return LibSrtp.AddStream(handle, &policy) == 0 && LibSrtp.SetRollover(handle, ssrc, rollover) == 0;
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Array.Clear(_key);
        return LibSrtp.Free(handle) == 0;
    }

    private static SrtpContext Create(SrtpSuite suite, ReadOnlySpan<byte> key, int ssrcType)
    {
        if (!NativeLibraries.HasSrtp)
        {
            throw new InvalidOperationException("Encrypted speech needs libsrtp2; install it: apt-get install libsrtp2-1");
        }

        if (key.Length != SrtpSuites.KeyOctets(suite))
        {
            throw new ArgumentException(
                $"{suite} takes {SrtpSuites.KeyOctets(suite)} octets of key and salt, not {key.Length}.", nameof(key));
        }

        var context = new SrtpContext(suite, key.ToArray());
        fixed (byte* first = context._key)
        {
            var policy = PolicyOf(suite, first, ssrcType);
            nint session;
            var error = LibSrtp.Create(&session, &policy);
            if (error != 0)
            {
                throw new InvalidOperationException($"libsrtp2 refused {suite}: error {error}.");
            }

            context.SetHandle(session);
        }

        return context;
    }

    private static LibSrtp.Policy PolicyOf(SrtpSuite suite, byte* key, int ssrcType)
    {
        var policy = new LibSrtp.Policy { SsrcType = ssrcType, Key = key };
        switch (suite)
        {
            case SrtpSuite.AesCm128Sha1With80:
                LibSrtp.SetAesCm128Sha1With80(&policy.Rtp);
                LibSrtp.SetAesCm128Sha1With80(&policy.Rtcp);
                break;
            case SrtpSuite.AesCm128Sha1With32:
                // RTCP keeps the long tag (RFC 4568 §6.2.2).
                LibSrtp.SetAesCm128Sha1With32(&policy.Rtp);
                LibSrtp.SetAesCm128Sha1With80(&policy.Rtcp);
                break;
            case SrtpSuite.Aes128Gcm:
                LibSrtp.SetAes128Gcm(&policy.Rtp);
                LibSrtp.SetAes128Gcm(&policy.Rtcp);
                break;
        }

        return policy;
    }

    private SrtpVerdict Work(delegate*<nint, byte*, int*, int> work, Span<byte> packet, ref int length)
    {
        var changed = length;
        int error;
        fixed (byte* first = packet)
        {
            error = work(handle, first, &changed);
        }

        if (error == 0)
        {
            length = changed;
        }

        return SrtpSuites.Verdict(error);
    }
}
