using System.Diagnostics.CodeAnalysis;
using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Headers;

/// <summary>What a subscription is about (header Event, RFC 6665 §8.2.1).</summary>
/// <param name="Name">Name of the package, as <c>dialog</c>, <c>message-summary</c>, <c>refer</c>.</param>
/// <param name="Id">Tells subscriptions of one dialog apart; null without one.</param>
internal sealed record EventPackage(string Name, string? Id = null) : IHeaderValue<EventPackage>
{
    /// <inheritdoc/>
    public static bool TryParse(SipText text, [MaybeNullWhen(false)] out EventPackage value)
    {
        value = null;
        var scanner = new Scanner(text.Span);
        if (!scanner.TakeToken(out var name))
        {
            return false;
        }

        var parameters = new HeaderParams(new SipText(text.Bytes[scanner.Position..]));
        if (!HeaderParams.AreWellFormed(ref scanner))
        {
            return false;
        }

        value = new EventPackage(text.Slice(name).ToString(), parameters.TryGet("id"u8, out var id) ? id.ToString() : null);
        return true;
    }

    /// <summary>As it is written.</summary>
    public override string ToString() => Id is null ? Name : $"{Name};id={Id}";
}
