using Switchhook.Audio;

namespace Switchhook.Flows.Talking;

/// <summary>Sound that comes in at devices, for who waits. Control loop only.</summary>
public interface ILineIns
{
    /// <summary>What one listener hears, without end; null when the site has no such device.</summary>
    /// <param name="device">Name in the site file.</param>
    /// <param name="gainDb">How much louder than speech.</param>
    IFrameSource? Open(string device, double gainDb);
}

/// <summary>For a box without such devices.</summary>
public sealed class NoLineIns : ILineIns
{
    /// <inheritdoc/>
    public IFrameSource? Open(string device, double gainDb) => null;
}
