namespace Switchhook.Sip.Grammar.Names;

/// <summary>The headers that are known by name; each is written as <see cref="HeaderNames"/> says.</summary>
internal enum HeaderId : byte
{
    /// <summary>Any other: found by its name.</summary>
    Other,

    /// <summary><c>Accept</c>.</summary>
    Accept,

    /// <summary><c>Accept-Contact</c>, short <c>a</c>.</summary>
    AcceptContact,

    /// <summary><c>Accept-Encoding</c>.</summary>
    AcceptEncoding,

    /// <summary><c>Accept-Language</c>.</summary>
    AcceptLanguage,

    /// <summary><c>Alert-Info</c>.</summary>
    AlertInfo,

    /// <summary><c>Allow</c>.</summary>
    Allow,

    /// <summary><c>Allow-Events</c>, short <c>u</c>.</summary>
    AllowEvents,

    /// <summary><c>Authentication-Info</c>.</summary>
    AuthenticationInfo,

    /// <summary><c>Authorization</c>.</summary>
    Authorization,

    /// <summary><c>Call-ID</c>, short <c>i</c>.</summary>
    CallId,

    /// <summary><c>Call-Info</c>.</summary>
    CallInfo,

    /// <summary><c>Contact</c>, short <c>m</c>.</summary>
    Contact,

    /// <summary><c>Content-Disposition</c>.</summary>
    ContentDisposition,

    /// <summary><c>Content-Encoding</c>, short <c>e</c>.</summary>
    ContentEncoding,

    /// <summary><c>Content-Length</c>, short <c>l</c>.</summary>
    ContentLength,

    /// <summary><c>Content-Type</c>, short <c>c</c>.</summary>
    ContentType,

    /// <summary><c>CSeq</c>.</summary>
    CSeq,

    /// <summary><c>Date</c>.</summary>
    Date,

    /// <summary><c>Diversion</c>.</summary>
    Diversion,

    /// <summary><c>Event</c>, short <c>o</c>.</summary>
    Event,

    /// <summary><c>Expires</c>.</summary>
    Expires,

    /// <summary><c>From</c>, short <c>f</c>.</summary>
    From,

    /// <summary><c>History-Info</c>.</summary>
    HistoryInfo,

    /// <summary><c>Identity</c>, short <c>y</c>.</summary>
    Identity,

    /// <summary><c>Max-Forwards</c>.</summary>
    MaxForwards,

    /// <summary><c>MIME-Version</c>.</summary>
    MimeVersion,

    /// <summary><c>Min-Expires</c>.</summary>
    MinExpires,

    /// <summary><c>Min-SE</c>.</summary>
    MinSE,

    /// <summary><c>P-Asserted-Identity</c>.</summary>
    PAssertedIdentity,

    /// <summary><c>Path</c>.</summary>
    Path,

    /// <summary><c>P-Preferred-Identity</c>.</summary>
    PPreferredIdentity,

    /// <summary><c>Privacy</c>.</summary>
    Privacy,

    /// <summary><c>Proxy-Authenticate</c>.</summary>
    ProxyAuthenticate,

    /// <summary><c>Proxy-Authorization</c>.</summary>
    ProxyAuthorization,

    /// <summary><c>Proxy-Require</c>.</summary>
    ProxyRequire,

    /// <summary><c>RAck</c>.</summary>
    RAck,

    /// <summary><c>Reason</c>.</summary>
    Reason,

    /// <summary><c>Record-Route</c>.</summary>
    RecordRoute,

    /// <summary><c>Referred-By</c>, short <c>b</c>.</summary>
    ReferredBy,

    /// <summary><c>Refer-Sub</c>.</summary>
    ReferSub,

    /// <summary><c>Refer-To</c>, short <c>r</c>.</summary>
    ReferTo,

    /// <summary><c>Reject-Contact</c>, short <c>j</c>.</summary>
    RejectContact,

    /// <summary><c>Remote-Party-ID</c>.</summary>
    RemotePartyId,

    /// <summary><c>Replaces</c>.</summary>
    Replaces,

    /// <summary><c>Request-Disposition</c>, short <c>d</c>.</summary>
    RequestDisposition,

    /// <summary><c>Require</c>.</summary>
    Require,

    /// <summary><c>Retry-After</c>.</summary>
    RetryAfter,

    /// <summary><c>Route</c>.</summary>
    Route,

    /// <summary><c>RSeq</c>.</summary>
    RSeq,

    /// <summary><c>Server</c>.</summary>
    Server,

    /// <summary><c>Service-Route</c>.</summary>
    ServiceRoute,

    /// <summary><c>Session-Expires</c>, short <c>x</c>.</summary>
    SessionExpires,

    /// <summary><c>Subject</c>, short <c>s</c>.</summary>
    Subject,

    /// <summary><c>Subscription-State</c>.</summary>
    SubscriptionState,

    /// <summary><c>Supported</c>, short <c>k</c>.</summary>
    Supported,

    /// <summary><c>Timestamp</c>.</summary>
    Timestamp,

    /// <summary><c>To</c>, short <c>t</c>.</summary>
    To,

    /// <summary><c>Unsupported</c>.</summary>
    Unsupported,

    /// <summary><c>User-Agent</c>.</summary>
    UserAgent,

    /// <summary><c>Via</c>, short <c>v</c>.</summary>
    Via,

    /// <summary><c>Warning</c>.</summary>
    Warning,

    /// <summary><c>WWW-Authenticate</c>.</summary>
    WwwAuthenticate,
}
