namespace Switchhook.Sip.Grammar.Names;

/// <summary>The methods that are known by name.</summary>
internal enum MethodKind : byte
{
    /// <summary>Any other.</summary>
    Other,

    /// <summary>Starts or changes a call.</summary>
    Invite,

    /// <summary>Confirms the final answer of an INVITE; never answered.</summary>
    Ack,

    /// <summary>Ends a call.</summary>
    Bye,

    /// <summary>Takes back an INVITE.</summary>
    Cancel,

    /// <summary>Asks what the other side can do.</summary>
    Options,

    /// <summary>Tells where a phone is.</summary>
    Register,

    /// <summary>Confirms a reliable provisional answer (RFC 3262).</summary>
    Prack,

    /// <summary>Changes a session before or after it is answered (RFC 3311).</summary>
    Update,

    /// <summary>Carries DTMF (RFC 6086).</summary>
    Info,

    /// <summary>Asks to be told of events (RFC 6665).</summary>
    Subscribe,

    /// <summary>Tells of an event (RFC 6665).</summary>
    Notify,

    /// <summary>Asks to call someone else (RFC 3515).</summary>
    Refer,

    /// <summary>A text (RFC 3428).</summary>
    Message,

    /// <summary>Tells the state of an event (RFC 3903).</summary>
    Publish,
}
