namespace Switchhook.Sip.Grammar;

/// <summary>What a first line starts.</summary>
internal enum StartLineKind
{
    /// <summary>A request.</summary>
    Request,

    /// <summary>A response.</summary>
    Response,

    /// <summary>Something else, which gets no answer.</summary>
    NotSip,
}
