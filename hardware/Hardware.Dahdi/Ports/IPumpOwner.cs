namespace Switchhook.Hardware.Dahdi.Ports;

/// <summary>What a <see cref="BlockPump"/> needs of its port.</summary>
internal interface IPumpOwner
{
    /// <summary>Takes the events that wait: until then no sound moves.</summary>
    void TakeEvents();

    /// <summary>A block is about to be written.</summary>
    void Sends(ReadOnlySpan<short> block);
}
