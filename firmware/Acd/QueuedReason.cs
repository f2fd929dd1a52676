namespace Switchhook.Acd;

/// <summary>What gave work its place in a queue.</summary>
/// <param name="Waited">What it has waited before and keeps.</param>
/// <param name="HeadStart">What it is given.</param>
public readonly record struct QueuedReason(TimeSpan Waited, TimeSpan HeadStart)
{
    /// <summary>In words, to follow the place.</summary>
    public string InWords() => (Waited > TimeSpan.Zero, HeadStart > TimeSpan.Zero) switch
    {
        (false, false) => "",
        (true, false) => $", which counts {TimeWords.Of(Waited)} of waiting before",
        (false, true) => $", which counts as if {TimeWords.Of(HeadStart)} had been waited",
        (true, true) => $", which counts {TimeWords.Of(Waited)} of waiting before and {TimeWords.Of(HeadStart)} more that are given",
    };
}
