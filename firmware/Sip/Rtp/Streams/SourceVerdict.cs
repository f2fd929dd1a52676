namespace Switchhook.Sip.Rtp.Streams;

/// <summary>What a <see cref="SourceLock"/> says of a packet.</summary>
internal enum SourceVerdict
{
    /// <summary>From the one source that is heard.</summary>
    Taken,

    /// <summary>The first packet of a source, or of a new stream of the same one: what was known of the stream before is void.</summary>
    Began,

    /// <summary>From an address that may become the source when more such packets come; not heard yet.</summary>
    OnTrial,

    /// <summary>From someone else.</summary>
    Foreign,
}
