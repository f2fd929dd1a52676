using System.Diagnostics.CodeAnalysis;

namespace Switchhook.Sip.Grammar.Table;

/// <summary>A value of a header that can be read.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface IHeaderValue<TSelf>
    where TSelf : IHeaderValue<TSelf>
{
    /// <summary>Reads one value; false when it is not well-formed.</summary>
    static abstract bool TryParse(SipText text, [MaybeNullWhen(false)] out TSelf value);
}
