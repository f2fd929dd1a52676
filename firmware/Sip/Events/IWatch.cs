using Switchhook.Calls.Live;

namespace Switchhook.Sip.Events;

/// <summary>What one subscription watches, and what it was told of it last. On the control loop.</summary>
internal interface IWatch
{
    /// <summary>False when what is watched is gone.</summary>
    bool IsThere(LiveSnapshot now);

    /// <summary>True when the subscriber was told something else last.</summary>
    bool HasNews(LiveSnapshot now);

    /// <summary>The document that tells all of it; the subscriber counts as told.</summary>
    byte[] Write(LiveSnapshot now);
}
