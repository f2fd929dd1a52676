namespace Switchhook.Testing.Sip.Network;

/// <summary>What a network does to the packets of one direction. All chance comes from the seed of the link.</summary>
public sealed record LinkFaults
{
    /// <summary>A network without faults.</summary>
    public static LinkFaults None { get; } = new();

    /// <summary>Share of packets that are lost at random, 0 to 1.</summary>
    public double Loss { get; init; }

    /// <summary>Loses each n-th packet: 10 for every tenth; 0 for none.</summary>
    public int LosesEach { get; init; }

    /// <summary>How long each packet takes at least.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>
    /// How much longer one may take: evenly spread from nothing to this. Packets stay in order, as in a queue; one that is slow holds up
    /// those behind it.
    /// </summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>Share of packets that come twice, 0 to 1.</summary>
    public double Duplicates { get; init; }

    /// <summary>Share of packets that come <see cref="Overtaken"/> later than they should, so that others overtake them; 0 to 1.</summary>
    public double Reorders { get; init; }

    /// <summary>By how much a packet that is overtaken is late.</summary>
    public TimeSpan Overtaken { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Loses everything: a pulled cable.</summary>
    public bool IsCut { get; init; }
}
