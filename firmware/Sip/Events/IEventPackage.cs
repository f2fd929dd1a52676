namespace Switchhook.Sip.Events;

/// <summary>A kind of state that phones may watch (RFC 6665 §5.4).</summary>
internal interface IEventPackage
{
    /// <summary>Its name in the header Event.</summary>
    string Name { get; }

    /// <summary>The media type of its documents.</summary>
    string ContentType { get; }

    /// <summary>Begins to watch something for one subscription.</summary>
    /// <param name="resource">What, by the user part of its address.</param>
    /// <param name="subscriber">Number of the phone that wants to know.</param>
    /// <returns>Null when there is nothing of that name, or it is not for that phone.</returns>
    IWatch? Watch(string resource, string subscriber);
}
