namespace Switchhook.Sip.Rtp.Packets;

/// <summary>What a packet's sequence number says of it.</summary>
internal enum Arrival
{
    /// <summary>The first packet of a stream.</summary>
    Started,

    /// <summary>Newer than all before it.</summary>
    InOrder,

    /// <summary>It fills a gap: a newer one came before it.</summary>
    Reordered,

    /// <summary>It was there already.</summary>
    Duplicate,

    /// <summary>So far behind that it cannot be told whether it was there already.</summary>
    TooOld,

    /// <summary>Far off the numbers so far: a packet gone astray, or the first of a new beginning.</summary>
    Stray,

    /// <summary>The second packet of a new beginning: the sender started its numbers anew.</summary>
    Restarted,
}

/// <summary>What follows from an <see cref="Arrival"/>.</summary>
internal static class ArrivalExtensions
{
    /// <summary>True when the packet's payload is new.</summary>
    public static bool IsTaken(this Arrival arrival) =>
        arrival is Arrival.Started or Arrival.InOrder or Arrival.Reordered or Arrival.Restarted;
}
