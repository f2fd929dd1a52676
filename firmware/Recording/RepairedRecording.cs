namespace Switchhook.Recording;

/// <summary>A file that a stop without notice had cut off.</summary>
/// <param name="File">Path below the recordings folder.</param>
/// <param name="Length">Length of its sound; zero when there was none and it was removed.</param>
/// <param name="What">What was done, in words.</param>
public sealed record RepairedRecording(string File, TimeSpan Length, string What);
