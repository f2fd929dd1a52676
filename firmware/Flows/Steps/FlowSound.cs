using Switchhook.Flows.Announcing;
using Switchhook.Site.Flows;

namespace Switchhook.Flows.Steps;

/// <summary>Something that a caller hears in a flow.</summary>
internal abstract record FlowSound
{
    private FlowSound()
    {
    }

    /// <summary>A prompt of the site.</summary>
    public sealed record Named(string Prompt) : FlowSound;

    /// <summary>A sentence of the box.</summary>
    /// <param name="Phrase">The sentence.</param>
    /// <param name="Language">In which language; null for that of the caller.</param>
    public sealed record OfBox(Phrase Phrase, string? Language = null) : FlowSound;

    /// <summary>A value of the call.</summary>
    public sealed record Value(string Text, ValueKind As) : FlowSound;
}
