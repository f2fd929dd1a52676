using Switchhook.Flows.Prompts.Speaking;
using Switchhook.Site.Flows;

namespace Switchhook.Flows.Announcing.Values;

/// <summary>Says values to callers in their language.</summary>
public static class ValueSpeech
{
    /// <summary>Speaks a value.</summary>
    /// <param name="site">The site of the call.</param>
    /// <param name="kind">What the value is.</param>
    /// <param name="value">As <see cref="ValueKind"/> tells.</param>
    /// <param name="language">Of the caller, an IETF tag; null for the first of the site.</param>
    /// <param name="cancel">The caller has gone.</param>
    /// <returns>The sound within 3 s; or why there is none, for the journal of the call.</returns>
    public static async Task<Spoken> SayAsync(SiteInForce site, ValueKind kind, string value, string? language, CancellationToken cancel)
    {
        // A language without sentences of its own is said in English, by an English voice.
        var book = Phrasebook.For(language ?? site.Model.Language);
        var words = SpokenValue.Of(kind, value, book.Language, site.Model.Country);
        return words.Text is { } text ? await site.Prompts.Speaker.SayAsync(text, book.Language, cancel) : new Spoken(null, words.Why);
    }
}
