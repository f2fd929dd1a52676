namespace Switchhook.Audio.Detecting;

/// <summary>Takes what a detector found.</summary>
internal interface IDetectionSink
{
    /// <summary>Something was heard. Media thread.</summary>
    void Report(Detection detection);
}
