namespace Switchhook.Audio.Detecting;

/// <summary>Listens for something in the sound of one channel. Media thread only, except for its making.</summary>
internal interface IFrameDetector : IDisposable
{
    /// <summary>Hears one frame; nothing is allocated unless something is found.</summary>
    void Process(ReadOnlySpan<short> frame, IDetectionSink sink);
}
