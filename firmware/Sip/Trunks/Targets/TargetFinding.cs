using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Trunks.Targets;

/// <summary>Where a provider is, as one look found it.</summary>
/// <param name="Hops">The best first; none when nothing was found.</param>
/// <param name="Life">How long it holds; null for ever.</param>
/// <param name="Trouble">Why nothing was found, as a sentence; null when something was.</param>
internal sealed record TargetFinding(IReadOnlyList<Hop> Hops, TimeSpan? Life, string? Trouble = null);
