namespace Switchhook.Sip.Rtp.Sessions;

/// <summary>Packets of a session that did not count, by reason. Written by the RTP thread; others read single figures.</summary>
internal sealed class PacketCounts
{
    private long _malformed;
    private long _foreign;
    private long _notAuthentic;
    private long _replayed;
    private long _unexpected;
    private long _overrun;

    /// <summary>No RTP, or longer than a datagram of the box may be.</summary>
    public long Malformed => Volatile.Read(ref _malformed);

    /// <summary>From an address that is not the source.</summary>
    public long Foreign => Volatile.Read(ref _foreign);

    /// <summary>Not signed with the agreed key.</summary>
    public long NotAuthentic => Volatile.Read(ref _notAuthentic);

    /// <summary>Came twice, or far too late.</summary>
    public long Replayed => Volatile.Read(ref _replayed);

    /// <summary>Of a payload type that was not agreed, comfort noise among them.</summary>
    public long Unexpected => Volatile.Read(ref _unexpected);

    /// <summary>Too long, or more at once than the media thread takes.</summary>
    public long Overrun => Volatile.Read(ref _overrun);

    public void AddMalformed() => Volatile.Write(ref _malformed, _malformed + 1);

    public void AddForeign() => Volatile.Write(ref _foreign, _foreign + 1);

    public void AddNotAuthentic() => Volatile.Write(ref _notAuthentic, _notAuthentic + 1);

    public void AddReplayed() => Volatile.Write(ref _replayed, _replayed + 1);

    public void AddUnexpected() => Volatile.Write(ref _unexpected, _unexpected + 1);

    public void AddOverrun() => Volatile.Write(ref _overrun, _overrun + 1);
}
