using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Switching;

/// <summary>What a switch made of a site file.</summary>
/// <param name="Text">The new text, which has no errors; null when the file could not be switched.</param>
/// <param name="Mistakes">Why not; or the warnings of the new text.</param>
public sealed record SwitchResult(string? Text, IReadOnlyList<Mistake> Mistakes);
