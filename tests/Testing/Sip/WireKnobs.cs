namespace Switchhook.Testing.Sip;

/// <summary>What a wire in memory does to the messages that leave it. As it starts, each arrives once, in order, at once.</summary>
/// <remarks>Loss, doubles and disorder are for datagrams; streams know delay and failure only.</remarks>
public sealed class WireKnobs
{
    /// <summary>Every n-th datagram is lost: 3 loses the third, the sixth and so on; 0 none.</summary>
    public int DropEvery { get; set; }

    /// <summary>Share of the datagrams that are lost by chance, 0 to 1.</summary>
    public double DropShare { get; set; }

    /// <summary>Datagrams that are lost for what they say; it is asked once for each.</summary>
    public Func<string, bool>? DropWhen { get; set; }

    /// <summary>Every n-th datagram arrives twice; 0 none.</summary>
    public int DuplicateEvery { get; set; }

    /// <summary>Every n-th datagram comes <see cref="LateBy"/> later than it would, so that those behind it overtake; 0 none.</summary>
    public int LateEvery { get; set; }

    /// <summary>How much later.</summary>
    public TimeSpan LateBy { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a message travels.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Added to the delay by chance, from nothing to this. Datagrams may so overtake each other.</summary>
    public TimeSpan Jitter { get; set; }

    /// <summary>Why nothing can be sent: the sender is told by <c>OnFailed</c>. Null: it can.</summary>
    public string? Fail { get; set; }
}
