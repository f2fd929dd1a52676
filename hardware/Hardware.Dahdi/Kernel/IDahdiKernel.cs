namespace Switchhook.Hardware.Dahdi.Kernel;

/// <summary>The DAHDI kernel drivers: the seam under which tests put a kernel in memory.</summary>
/// <remarks>Its calls may take their time, and throw <see cref="DahdiException"/> with a sentence for people.</remarks>
internal interface IDahdiKernel
{
    /// <summary>What is there.</summary>
    Inventory Look();

    /// <summary>Gives the spans of a device their numbers and channels.</summary>
    void Assign(DeviceInfo device);

    /// <summary>Gives a channel its signalling.</summary>
    void Configure(int channel, Signalling signalling);

    /// <summary>Starts a span; nothing happens when it runs already.</summary>
    void Start(int span);

    /// <summary>Loads a tone zone without tones if there is none: without a zone the drivers refuse to ring and to dial.</summary>
    void LoadZone();

    /// <summary>Gives a channel an echo canceller.</summary>
    void AttachEchoCanceller(int channel, string name);

    /// <summary>Opens a channel for 16-bit linear sound in blocks of 20 ms.</summary>
    /// <param name="channel">Its number.</param>
    /// <param name="cancelEcho">True to switch the attached echo canceller on.</param>
    IDahdiChannel Open(int channel, bool cancelEcho);

    /// <summary>Makes what the card's thread waits with.</summary>
    IDahdiWait CreateWait();
}
