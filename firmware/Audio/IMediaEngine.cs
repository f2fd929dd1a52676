namespace Switchhook.Audio;

/// <summary>Makes channels and bridges. The running engine moves their frames every 20 ms.</summary>
public interface IMediaEngine
{
    /// <summary>A new channel without endpoint.</summary>
    IMediaChannel OpenChannel(string name);

    /// <summary>A new, empty bridge. An empty bridge costs nothing and needs no closing.</summary>
    IAudioBridge OpenBridge();
}
